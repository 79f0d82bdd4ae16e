"""What a comparison comes to, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from align.comparison.result import Comparison
from align.finding import Finding
from align.rendering.events import Event
from align.rendering.same import thing_keys
from align.rendering.wording import (
    CONFLICT,
    SORTS,
    UNSURE,
    count,
    language_name,
    listed,
    long_date,
    shortened,
    sort_of,
)
from align.report import Report

_SHOWN, _SHOWN_MISSING = 6, 4  # of one kind, in a summary that is read at one glance
_QUOTES = '„“”«»"'
_NAME = 60
_QUOTED = 90  # characters of a quotation


@dataclass(frozen=True, slots=True)
class Item:
    """One finding in a few words, or without one the number of those that are not spelled out.

    ``english`` is what it is called in English, ``original`` the same in the report's own language where that
    is another, ``speaker`` who is quoted. ``instead`` are the words of those that give it differently: the
    reports that have them, and the words.
    """

    english: str
    finding: Finding | None = None
    original: str | None = None
    speaker: str | None = None
    instead: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """The item as a phrase."""
        if self.finding is not None and self.finding.kind == "quotation":
            said = f"“{self.english}”"
            return f"of {self.speaker} ({said})" if self.speaker else said
        words = f"{self.english} ({self.original})" if self.original else self.english
        others = "; ".join(f"{name}: {given}" for name, given in self.instead)
        return f"{words} – {others}" if others else words


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one sort, the surest first."""

    sort: str
    label: str
    items: tuple[Item, ...]

    @property
    def words(self) -> str:
        """The group as a phrase."""
        return f"{self.label} {listed(item.words for item in self.items)}".strip()


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """One report against the others of its event.

    ``said_alone`` are the statements that only it has; ``unmatched`` (nothing is linked to them, but others
    may say them) and ``shared`` count statements, unlinked headings left out. ``only`` is what no other
    report has, ``missing`` what others have and this one not, ``differently`` what it and another contradict
    each other in; ``unsure`` counts the findings that were left out as unsure.
    """

    report: Report
    said_alone: tuple[int, ...]
    unmatched: int
    shared: int
    only: tuple[Group, ...]
    missing: tuple[Group, ...]
    differently: tuple[Group, ...]
    unsure: int

    @property
    def alone(self) -> int:
        """How many statements only this report has."""
        return len(self.said_alone)


def headline(events: Sequence[Event]) -> str:
    """Return how many reports there are of how many events: “3 reports of one event, 1 of another”."""
    first, *others = events
    words = f"{count(len(first.reports), 'report')} of one event"
    if not others:
        return words
    apart = sum(len(event.reports) for event in others)
    return f"{words}, {apart:,} of {'another' if len(others) == 1 else 'others'}"


def overview(event: Event) -> str:
    """Return in one sentence how much of what is said how many reports of an event have."""
    rows = [row for row in event.rows if not event.is_heading(row)]
    total = len(event.reports)
    everywhere = sum(len(row.statements) == total for row in rows)
    several = sum(1 < len(row.statements) < total for row in rows)
    alone = sum(event.is_alone(row) for row in rows)
    parts = [f"{everywhere:,} in {'both' if total == 2 else f'all {total:,}'} reports"]
    parts += [f"{several:,} in some of them"] if several else []
    parts += [f"{alone:,} in one only"] if alone else []
    open_rows = len(rows) - everywhere - several - alone
    rest = f"; for {open_rows:,} no match was found" if open_rows else ""
    said = f"{count(len(rows), 'thing')} that {'is' if len(rows) == 1 else 'are'} said"
    return f"Of {said}, {listed(parts)}{rest}."


def dateline(report: Report) -> str:
    """Return language, place and date of a report, as far as they are known."""
    date = long_date(report.date) if report.date else "no date found"
    parts = (language_name(report.language), report.place or "", date)
    return " · ".join(shortened(part, _NAME) for part in parts if part)


def apart(event: Event, main: Event) -> str:
    """Return why the reports of an event stand apart from those of the main one, by their dates."""
    here, there = _dates(event), _dates(main)
    if here and there and here != there:
        return f"Dated {listed(here)}; the reports of the first event {listed(there)}."
    if not here:
        return "No date was found in it; what it tells of was not found to be the first event."
    return f"Dated {listed(here)}, but what it tells of was not found to be the first event."


def summaries(comparison: Comparison, event: Event) -> tuple[ReportSummary, ...]:
    """Return the summary of each report of an event."""
    ids = {report.id for report in event.reports}
    findings = [finding for finding in comparison.findings if finding.report in ids]
    things = _keys(findings, event)
    return tuple(_summary(report, event, findings, things) for report in event.reports)


def _summary(
    report: Report, event: Event, findings: list[Finding], things: Mapping[str, frozenset[str]]
) -> ReportSummary:
    others = {other.id for other in event.reports} - {report.id}
    own = [f for f in findings if f.report == report.id and not f.conflicts_with]
    only = [f for f in own if others and others <= set(f.missing_from)]
    missing = [f for f in findings if report.id in f.missing_from]
    contested = [f for f in findings if f.conflicts_with and f.report == report.id]
    rows = [row for row in event.rows if report.id in row.statements and not event.is_heading(row)]
    said_alone = sorted(number for row in rows if event.is_alone(row) for number in row.statements[report.id])
    alone = len(said_alone)
    unmatched = sum(len(row.statements[report.id]) for row in rows if event.is_unmatched(row)) - alone
    return ReportSummary(
        report=report,
        said_alone=tuple(said_alone),
        unmatched=unmatched,
        shared=sum(len(row.statements[report.id]) for row in rows) - alone - unmatched,
        only=_only(only, alone, things),
        missing=_groups(missing, things, shown=_SHOWN_MISSING),
        differently=_groups(contested, things),
        unsure=sum(finding.confidence < UNSURE for finding in {*only, *missing, *contested}),
    )


def _keys(findings: Iterable[Finding], event: Event) -> dict[str, frozenset[str]]:
    """Return for each finding, by id, what it tells of; statements of one coverage row tell of one thing."""
    languages = {report.id: report.language for report in event.reports}
    rows = {
        (name, number): f"row {position}"
        for position, row in enumerate(event.rows)
        for name, numbers in row.statements.items()
        for number in numbers
    }
    return {
        finding.id: frozenset({rows[finding.report, finding.statement]})
        if finding.kind == "statement" and (finding.report, finding.statement) in rows
        else thing_keys(finding, language=languages[finding.report])
        for finding in findings
    }


def _only(findings: list[Finding], alone: int, things: Mapping[str, frozenset[str]]) -> tuple[Group, ...]:
    named = _groups((finding for finding in findings if finding.kind != "statement"), things)
    if not alone:
        return named
    # Counted in the coverage rows: a statement can stand alone without being sure enough for a finding.
    first = next((finding for finding in findings if finding.kind == "statement"), None)
    return (*named, Group("statement", "", (Item(count(alone, "statement"), first),)))


def _groups(
    findings: Iterable[Finding], things: Mapping[str, frozenset[str]], *, shown: int = _SHOWN
) -> tuple[Group, ...]:
    """Return the findings by sort, each thing once: by the surest of the reports that have it."""
    by_sort: dict[str, list[Finding]] = {}
    known: set[tuple[str, str]] = set()
    for finding in sorted(findings, key=lambda finding: -finding.confidence):
        if finding.confidence < UNSURE:
            continue
        sort = sort_of(finding)
        keys = {(sort, key) for key in things[finding.id]}
        if known.isdisjoint(keys):
            by_sort.setdefault(sort, []).append(finding)
        known |= keys
    return tuple(_group(sort, by_sort[sort], shown) for sort in SORTS if sort in by_sort)


def _group(sort: str, findings: list[Finding], shown: int) -> Group:
    if sort == "statement":
        return Group(sort, "", (Item(count(len(findings), "statement"), findings[0]),))
    items = [_item(finding) for finding in findings[:shown]]
    if len(findings) > shown:
        items.append(Item(f"{len(findings) - shown:,} more"))
    label = "" if sort == CONFLICT else "the " + SORTS[sort][len(findings) > 1]
    return Group(sort, label, tuple(items))


def _item(finding: Finding) -> Item:
    english = finding.translation or finding.text
    translated = finding.translation is not None and finding.translation != finding.text
    return Item(
        english=shortened(english.strip(_QUOTES) if finding.kind == "quotation" else english, _QUOTED),
        finding=finding,
        original=shortened(finding.text, _QUOTED) if translated else None,
        speaker=shortened(finding.speaker, _NAME) if finding.speaker else None,
        instead=_instead(finding),
    )


def _instead(finding: Finding) -> tuple[tuple[str, str], ...]:
    given: dict[str, list[str]] = {}
    for passage in finding.counterparts:
        if passage.report in finding.conflicts_with:
            given.setdefault(shortened(passage.translation or passage.text, _QUOTED), []).append(
                passage.report
            )
    return tuple((listed(dict.fromkeys(names)), words) for words, names in given.items())


def _dates(event: Event) -> list[str]:
    return [long_date(date) for date in sorted({report.date for report in event.reports if report.date})]
