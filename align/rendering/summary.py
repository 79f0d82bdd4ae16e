"""What a comparison comes to, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from align.comparison.result import Comparison
from align.finding import Finding, FindingKind
from align.rendering.events import Event
from align.rendering.wording import KINDS, UNSURE, count, language_name, listed, long_date, shortened
from align.report import Report

_SHOWN = 6  # of one kind, in a summary that is read at one glance
_QUOTES = '„“”«»"'
_NAME = 60
_QUOTED = 90  # characters of a quotation


@dataclass(frozen=True, slots=True)
class Item:
    """One finding in a few words, or ``None`` and the number of those not spelled out."""

    words: str
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one kind, the surest first."""

    kind: FindingKind
    label: str
    items: tuple[Item, ...]

    @property
    def words(self) -> str:
        """The group as a phrase."""
        return f"{self.label} {listed(item.words for item in self.items)}".strip()


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """One report against the others of its event.

    ``alone``, ``unmatched`` (nothing is linked to them, but others may say them) and ``shared`` count
    statements, unlinked headings left out; ``only`` is what no other report has, ``missing`` what others have
    and this one not; ``unsure`` counts the findings of both that were left out as unsure.
    """

    report: Report
    alone: int
    unmatched: int
    shared: int
    only: tuple[Group, ...]
    missing: tuple[Group, ...]
    unsure: int


def headline(events: Sequence[Event]) -> str:
    """Return how many reports there are of how many events: “3 reports of one event, 1 of another”."""
    first, *others = events
    words = f"{count(len(first.reports), 'report')} of one event"
    if not others:
        return words
    apart = sum(len(event.reports) for event in others)
    return f"{words}, {apart:,} of {'another' if len(others) == 1 else 'others'}"


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
    return tuple(_summary(report, event, findings, ids) for report in event.reports)


def _summary(report: Report, event: Event, findings: list[Finding], ids: set[str]) -> ReportSummary:
    others = ids - {report.id}
    only = [f for f in findings if f.report == report.id and others and others <= set(f.missing_from)]
    missing = [f for f in findings if report.id in f.missing_from]
    rows = [row for row in event.rows if report.id in row.statements and not event.is_heading(row)]
    alone = sum(len(row.statements[report.id]) for row in rows if event.is_alone(row))
    unmatched = sum(len(row.statements[report.id]) for row in rows if event.is_unmatched(row)) - alone
    return ReportSummary(
        report=report,
        alone=alone,
        unmatched=unmatched,
        shared=sum(len(row.statements[report.id]) for row in rows) - alone - unmatched,
        only=_only(only, alone),
        missing=_groups(missing),
        unsure=sum(finding.confidence < UNSURE for finding in only + missing),
    )


def _only(findings: list[Finding], alone: int) -> tuple[Group, ...]:
    named = _groups(finding for finding in findings if finding.kind != "statement")
    if not alone:
        return named
    # Counted in the coverage rows: a statement can stand alone without being sure enough for a finding.
    first = next((finding for finding in findings if finding.kind == "statement"), None)
    return (*named, Group("statement", "", (Item(count(alone, "statement"), first),)))


def _groups(findings: Iterable[Finding]) -> tuple[Group, ...]:
    by_kind: dict[FindingKind, dict[str, Finding]] = {}
    for finding in sorted(findings, key=lambda finding: -finding.confidence):
        if finding.confidence >= UNSURE:
            by_kind.setdefault(finding.kind, {}).setdefault(_same(finding), finding)
    return tuple(_group(kind, list(by_kind[kind].values())) for kind in KINDS if kind in by_kind)


def _group(kind: FindingKind, findings: list[Finding]) -> Group:
    if kind == "statement":
        return Group(kind, "", (Item(count(len(findings), "statement"), findings[0]),))
    items = [Item(_words(finding), finding) for finding in findings[:_SHOWN]]
    if len(findings) > _SHOWN:
        items.append(Item(f"{len(findings) - _SHOWN:,} more"))
    return Group(kind, "the " + KINDS[kind][len(findings) > 1], tuple(items))


def _same(finding: Finding) -> str:
    if finding.kind == "statement":
        return finding.id
    return " ".join((finding.translation or finding.text).casefold().split())


def _words(finding: Finding) -> str:
    english = finding.translation or finding.text
    if finding.kind == "quotation":
        quoted = f"“{shortened(english.strip(_QUOTES), _QUOTED)}”"
        return f"of {shortened(finding.speaker, _NAME)} ({quoted})" if finding.speaker else quoted
    if finding.translation is None or finding.translation == finding.text:
        return shortened(english, _QUOTED)
    return f"{shortened(english, _QUOTED)} ({shortened(finding.text, _QUOTED)})"


def _dates(event: Event) -> list[str]:
    return [long_date(date) for date in sorted({report.date for report in event.reports if report.date})]
