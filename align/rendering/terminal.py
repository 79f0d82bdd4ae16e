"""The comparison as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from align.comparison.result import Comparison, Row
from align.finding import Finding
from align.mark import Mark
from align.rendering.columns import clipped, display_width, padded, visible, wrapped
from align.rendering.events import Event, events
from align.rendering.passages import added_words, in_both
from align.rendering.sidebyside import LinksByPair, PairRow, pair_rows
from align.rendering.summary import ReportSummary, apart, dateline, headline, overview, summaries
from align.rendering.wording import (
    FAULTS,
    GLYPHS,
    KINDS,
    RELATIONS,
    SORT_GLYPHS,
    SORTS,
    UNSURE,
    count,
    listed,
    shortened,
    sort_of,
    spans,
    tied,
    verdict,
)
from align.report import Report, Statement

_STACKED = 72  # columns; below this two texts beside each other are too narrow to read
_LEAST = 24
_BOND = " │ "

_ADDED = 100  # characters of the words that one side adds
_CELL = 7  # a sign and statement numbers such as 10–14
_VERDICTS = {"alone": "◧ only here", "absent": "◫ not found in {}", "open": "◌ no match in {}"}
_COLOURS = {
    "heading": "1",
    "alone": "33",
    "absent": "36",
    "open": "2",
    "finding": "35",
    "conflict": "31",
    "muted": "2",
}


def to_text(
    comparison: Comparison, *, width: int = 100, colour: bool = False, base: str | None = None
) -> str:
    """Return summary, coverage, the texts side by side and findings in lines of at most ``width`` columns.

    Below 72 columns the texts stand one above the other. Control characters of the reports, escape sequences
    among them, never reach the terminal; ``colour`` adds our own.
    """
    page = _Page(comparison, max(width, _LEAST), colour)
    found = events(comparison, base=base)
    page.head(headline(found))
    for number, event in enumerate(found):
        page.event(event, found[0] if number else None)
    page.set_aside()
    return "\n".join(page.lines) + "\n"


class _Page:
    def __init__(self, comparison: Comparison, width: int, colour: bool) -> None:
        self.lines: list[str] = []
        self._comparison = comparison
        self._width = width
        self._colour = colour
        self._links: LinksByPair = LinksByPair(comparison.links)
        self._findings: dict[tuple[str, int], list[Finding]] = {}
        for finding in comparison.findings:
            self._findings.setdefault((finding.report, finding.statement), []).append(finding)
        self._marks: dict[tuple[str, int], list[Mark]] = {}
        for mark in comparison.marks:
            self._marks.setdefault((mark.report, mark.statement), []).append(mark)

    def head(self, text: str, underline: str = "═") -> None:
        lines = wrapped(visible(text), self._width)
        self.lines += [self._painted(line, "heading") for line in lines]
        self.lines += [underline * max(display_width(line) for line in lines), ""]

    def event(self, event: Event, main: Event | None) -> None:
        names = listed(report.id for report in event.reports)
        self.head(f"{'Another event' if main else 'One event'}: {names}", "─")
        if main:
            self._write(f"Set apart, and not compared with the reports above. {apart(event, main)}")
        if len(event.reports) == 1:
            self._plain(event.base)
            return
        self._write(overview(event))
        self.lines.append("")
        for summary in summaries(self._comparison, event):
            self._summary(summary)
        self._list(event)
        self._coverage(event)
        for other in event.reports[1:]:
            self._pair(event, other)

    def _plain(self, report: Report) -> None:
        self._write(f"{report.id} · {dateline(report)}")
        for statement in report.statements:
            for line, style in self._statement(statement, self._width):
                self.lines.append(self._painted(line, style))
        self.lines.append("")

    def _summary(self, summary: ReportSummary) -> None:
        self._write(f"{summary.report.id} · {dateline(summary.report)}", style="heading")
        total = count(summary.alone + summary.unmatched + summary.shared, "statement")
        self._write(
            f"{total}: {summary.shared} also found elsewhere, {summary.alone} only here, "
            f"{summary.unmatched} without a match",
            indent=2,
        )
        told = (
            ("Given differently elsewhere: ", summary.differently),
            ("Only it has: ", summary.only),
            ("Not found in it: ", summary.missing),
        )
        for lead, groups in told:
            if groups:
                self._write(lead + "; ".join(group.words for group in groups), indent=2)
        self.lines.append("")

    def _coverage(self, event: Event) -> None:
        self.head("Coverage", "─")
        widest = max(display_width(visible(report.id)) for report in event.reports)
        column = min(max(widest, _CELL), 16) + 2
        across = max((self._width - 16) // column, 1)
        for start in range(0, len(event.reports), across):
            self._coverage_block(event, event.reports[start : start + across], column)

    def _coverage_block(self, event: Event, reports: tuple[Report, ...], column: int) -> None:
        names = [padded(clipped(visible(report.id), column - 2), column) for report in reports]
        self.lines.append(self._painted("".join(names).rstrip(), "heading"))
        for row in event.rows:
            ids = [row.statements.get(report.id) for report in reports]
            if not any(ids):
                continue
            sign = _sign_of(event, row)
            texts = [
                clipped(f"{sign} {spans(of)}", column - 2) if of else _absent(event, row, report.id)
                for report, of in zip(reports, ids, strict=True)
            ]
            line = "".join(padded(text, column) for text in texts) + self._gist(event, row, column * len(ids))
            self.lines.append(self._painted(line.rstrip(), "alone" if sign == "◧" else ""))
        self._write(
            "● found  ◧ only here  ○ not found  ◌ · no match  § heading; the numbers are the statements",
            style="muted",
        )
        self.lines.append("")

    def _gist(self, event: Event, row: Row, used: int) -> str:
        speaker = event.speaker(row)
        statements = self._comparison.report(speaker).statements
        return clipped(visible(statements[row.statements[speaker][0]].english), self._width - used)

    def _pair(self, event: Event, other: Report) -> None:
        base = event.base
        self.head(f"{base.id} beside {other.id}", "─")
        for row in pair_rows(event, base, other, self._links):
            width = self._width if self._stacked else (self._width - len(_BOND)) // 2
            left = list(self._side(base, row.left, other, row, width))
            right = list(self._side(other, row.right, base, row, width))
            self._bond(row, other)
            if self._stacked:
                self.lines += [self._painted(line, style) for line, style in left + right]
            else:
                self._beside(left, right, width)
            self.lines.append("")

    @property
    def _stacked(self) -> bool:
        return self._width < _STACKED

    def _beside(self, left: list[tuple[str, str]], right: list[tuple[str, str]], width: int) -> None:
        for (a, a_style), (b, b_style) in zip_longest(left, right, fillvalue=("", "")):
            line = self._painted(padded(a, width), a_style) + _BOND + self._painted(b, b_style)
            self.lines.append(line.rstrip())

    def _bond(self, row: PairRow, other: Report) -> None:
        if not (row.left and row.right):
            return
        seen = [link.mirrored().relation for link in row.links]
        said = tuple(relation for relation in RELATIONS if relation in seen and relation != "same")
        sign, words = tied(said or ("same",), row.confidence)
        words = f"{sign} {other.id} {words}" if said else f"{sign} {words}"
        words += f" {_confidence(row.confidence)}" if row.confidence is not None else ""
        self._write(f"{words} · ⇅ moved" if row.moved else words, style="muted")

    def _side(
        self, report: Report, ids: tuple[int, ...], other: Report, row: PairRow, width: int
    ) -> Iterator[tuple[str, str]]:
        word = "no match" if row.verdict == "open" else "not found"
        if not ids and row.verdict != "heading":
            yield from ((line, "muted") for line in wrapped(f"– {word} in {visible(report.id)}", width))
        elif ids and self._stacked:
            yield from ((line, "heading") for line in wrapped(visible(report.id), width))
        for number in ids:
            yield from self._statement(report.statements[number], width)
            if row.verdict in _VERDICTS:
                words = _VERDICTS[row.verdict].format(visible(other.id))
                yield from ((line, row.verdict) for line in wrapped(words, width))
            for finding in self._findings.get((report.id, number), ()):
                if other.id in finding.conflicts_with or (
                    other.id in finding.missing_from and finding.kind != "statement"
                ):
                    style = "conflict" if other.id in finding.conflicts_with else "finding"
                    yield from ((line, style) for line in wrapped(_sign(finding, other), width))
            marks = [mark for mark in self._marks.get((report.id, number), ()) if mark.against == other.id]
            added = added_words(report.statements[number], marks, report.source)
            if added:
                words = visible(f"+ words not in {other.id}: {shortened(added, _ADDED)}")
                yield from ((line, "muted") for line in wrapped(words, width))

    def _statement(self, statement: Statement, width: int) -> Iterator[tuple[str, str]]:
        lead = f"{statement.id} {'• ' if statement.kind == 'item' else ''}"
        yield from ((line, "") for line in wrapped(lead + visible(statement.text), width))
        if statement.translation is not None:
            fault = f" [{FAULTS[statement.fault]}]" if statement.fault else ""
            yield from (
                (line, "muted") for line in wrapped(f"→ {visible(statement.translation)}{fault}", width)
            )

    def _list(self, event: Event) -> None:
        self.head("Findings", "─")
        names = [report.id for report in event.reports]
        for report in event.reports:
            found = [finding for finding in self._comparison.findings if finding.report == report.id]
            if found:
                self._write(report.id, style="heading")
            for sort in SORTS:
                of_sort = [finding for finding in found if sort_of(finding) == sort]
                if of_sort:
                    self._write(f"{SORT_GLYPHS[sort]} {SORTS[sort][1].capitalize()}", indent=2)
                for finding in of_sort:
                    self._finding(finding, [name for name in names if name != report.id])
        self.lines.append("")

    def _finding(self, finding: Finding, others: list[str]) -> None:
        style = "conflict" if finding.conflicts_with else ""
        self._write(_described(finding, others), indent=4, style=style)
        for passage in finding.counterparts:
            words = f"{passage.report} {passage.statement}: {in_both(passage.text, passage.translation)}"
            self._write(words, indent=6, style="muted")

    def set_aside(self) -> None:
        """Write what was set aside, a line each."""
        self.head("Set aside", "─")
        for report in self._comparison.reports:
            stretches = report.set_aside
            self._write(f"{report.id}: {count(len(stretches), 'stretch', 'stretches')}", style="heading")
            for stretch in stretches:
                self._write(f"{stretch.reason}: {shortened(stretch.text, 2 * self._width)}", indent=2)

    def _write(self, text: str, *, indent: int = 0, style: str = "") -> None:
        for line in wrapped(visible(text), self._width - indent):
            self.lines.append(self._painted(" " * indent + line, style))

    def _painted(self, text: str, style: str) -> str:
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if self._colour and style and text.strip() else text


def _sign(finding: Finding, other: Report) -> str:
    detail = finding.speaker or "" if finding.kind == "quotation" else finding.translation or finding.text
    if other.id in finding.conflicts_with:
        said = next((p for p in finding.counterparts if p.report == other.id), None)
        instead = f": {said.translation or said.text}" if said else ""
        words = f"≠ {shortened(detail, 60)}, {other.id} gives it differently{shortened(instead, 60)}"
    else:
        words = f"{GLYPHS[finding.kind]} {KINDS[finding.kind][0]} {shortened(detail, 60)}".rstrip()
    return visible(f"{words} ({_confidence(finding.confidence)})")


def _described(finding: Finding, others: list[str]) -> str:
    words = in_both(finding.text, finding.translation)
    speaker = f"{finding.speaker}: " if finding.speaker else ""
    where = f", {said}" if (said := verdict(finding, others)) else ""
    return f"{finding.statement}: {speaker}{words}{where} ({_confidence(finding.confidence)})"


def _confidence(value: float) -> str:
    return f"{value:.2f}{' unsure' if value < UNSURE else ''}"


def _sign_of(event: Event, row: Row) -> str:
    if event.is_alone(row):
        return "◧"
    if event.is_heading(row):
        return "§"
    return "◌" if event.is_unmatched(row) else "●"


def _absent(event: Event, row: Row, report: str) -> str:
    if event.is_heading(row):
        return ""
    return "○" if event.surely_lacks(report, row) else "·"
