"""The list of findings, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from align.finding import Finding
from align.finding import Passage as Counterpart
from align.rendering import wording
from align.rendering.events import Event
from align.rendering.page.drawing import Drawing, Drawn
from align.rendering.passages import Run, cut, original_span
from align.report import Report

_GIST = 130  # characters of a statement in the line that stands for its finding
# A group of more findings is closed when the page opens.
OPEN_UP_TO = 40


@dataclass(frozen=True, slots=True)
class Witness:
    """A statement of another report that belongs to the evidence; ``said`` are the words that count."""

    report: Report
    number: int
    href: str
    drawn: Drawn
    said: Counterpart | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding: the line that stands for it, and its evidence."""

    finding: Finding
    anchor: str
    report: Report
    gist: str
    language: str
    original: str | None
    verdict: str
    drawn: Drawn
    href: str
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Sorted:
    """The findings of one report of one sort."""

    sort: str
    entries: tuple[Entry, ...]

    @property
    def opened(self) -> bool:
        """Whether the group is open when the page opens."""
        return self.sort not in ("statement", "translation-gap") and len(self.entries) <= OPEN_UP_TO


@dataclass(frozen=True, slots=True)
class OfReport:
    """The findings of one report, by sort."""

    report: Report
    sorts: tuple[Sorted, ...]


def entries(drawing: Drawing, event: Event) -> tuple[OfReport, ...]:
    """Return the findings of an event by report, then by sort, in the order of the text."""
    rows = {
        (name, number): row.statements
        for row in event.rows
        for name, ids in row.statements.items()
        for number in ids
    }
    found = []
    for report in event.reports:
        by_sort: dict[str, list[Entry]] = {}
        for statement in report.statements:
            for finding in drawing.findings(report.id, statement.id):
                beside = rows.get((report.id, statement.id), {})
                entry = _entry(drawing, event, finding, beside)
                by_sort.setdefault(wording.sort_of(finding), []).append(entry)
        sorts = tuple(Sorted(sort, tuple(by_sort[sort])) for sort in wording.SORTS if sort in by_sort)
        found += [OfReport(report, sorts)] if sorts else []
    return tuple(found)


def _entry(drawing: Drawing, event: Event, finding: Finding, beside: dict[str, tuple[int, ...]]) -> Entry:
    report = drawing.reports[finding.report]
    translated = finding.translation is not None
    gist = finding.translation if translated else finding.text
    return Entry(
        finding=finding,
        anchor=drawing.anchors.finding(finding.id),
        report=report,
        gist=wording.shortened(gist or "", _GIST),
        language="en" if translated else report.language,
        original=wording.shortened(finding.text, _GIST) if _is_named(finding) else None,
        verdict=wording.verdict(finding, [r.id for r in event.reports if r is not report]),
        drawn=drawing.quoted(report.id, finding.statement, [finding]),
        href=drawing.anchors.statement(report.id, finding.statement),
        witnesses=tuple(_witnesses(drawing, finding, beside)),
    )


def _is_named(finding: Finding) -> bool:
    """Tell whether a short thing is called otherwise in its own language than in English."""
    return finding.kind not in ("statement", "quotation") and finding.translation not in (None, finding.text)


def _witnesses(drawing: Drawing, finding: Finding, beside: dict[str, tuple[int, ...]]) -> Iterable[Witness]:
    """Yield what the evidence names; without any, the statements that correspond, where it would stand."""
    for passage in finding.counterparts:
        yield _witness(drawing, passage.report, passage.statement, passage)
    if not finding.counterparts and finding.kind != "translation-gap":
        for name in finding.missing_from:
            for number in beside.get(name, ())[:1]:
                yield _witness(drawing, name, number, None)


def _witness(drawing: Drawing, name: str, number: int, said: Counterpart | None) -> Witness:
    drawn = drawing.quoted(name, number)
    if said is not None:
        drawn = Drawn(drawn.statement, drawn.report, _said(drawn, said), _said_in_english(drawn, said), None)
    return Witness(drawn.report, number, drawing.anchors.statement(name, number), drawn, said)


def _said(drawn: Drawn, said: Counterpart) -> tuple[Run, ...]:
    span = original_span(said, drawn.statement, drawn.report.source)
    return _marked(drawn.statement.text, span)


def _said_in_english(drawn: Drawn, said: Counterpart) -> tuple[Run, ...]:
    text, words = drawn.statement.translation or "", said.translation or ""
    start = text.find(words) if words else -1
    return _marked(text, (start, start + len(words)) if start >= 0 else None)


def _marked(text: str, span: tuple[int, int] | None) -> tuple[Run, ...]:
    """Mark the words that count, unless they are all there is."""
    if span is None or span == (0, len(text)):
        return cut(text, [])
    start, end = span
    return tuple(
        run for run in (Run(text[:start]), Run(text[start:end], said=True), Run(text[end:])) if run.text
    )
