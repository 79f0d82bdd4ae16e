"""The comparison as text for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import zip_longest

from align.comparison.result import Comparison, Row
from align.finding import Finding
from align.rendering.events import Event, events
from align.rendering.sidebyside import LinksByPair, PairRow, pair_rows
from align.rendering.summary import ReportSummary, apart, dateline, headline, summaries
from align.rendering.wording import GLYPHS, KINDS, UNSURE, count, listed, shortened, spans
from align.report import Report, Statement

_STACKED = 72  # columns; below this two texts beside each other are too narrow to read
_LEAST = 24
_BOND = " │ "

_DIRECTING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})

_CELL = 7  # a sign and statement numbers such as 10–14
_VERDICTS = {"alone": "◧ only here", "absent": "◫ not found in {}", "open": "◌ no match in {}"}
_COLOURS = {"heading": "1", "alone": "33", "absent": "36", "open": "2", "finding": "35", "muted": "2"}


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
    return "\n".join(page.lines) + "\n"


def display_width(text: str) -> int:
    """Return the terminal columns of ``text``: 2 for East Asian wide letters, 0 for combining marks."""
    return sum(_columns(character) for character in text)


def wrapped(text: str, width: int) -> list[str]:
    """Return ``text`` in lines of at most ``width`` columns, cut at blanks where there are any."""
    lines = [""]
    for word in text.split():
        gap = " " if lines[-1] else ""
        if display_width(lines[-1] + gap + word) <= width:
            lines[-1] += gap + word
            continue
        *full, rest = _pieces(word, width)
        lines += [*full, rest]
    return [line for line in lines if line] or [""]


def visible(text: str) -> str:
    """Return ``text`` without what steers a terminal: controls and marks of direction become U+FFFD."""
    return "".join("\ufffd" if _steers(character) else character for character in " ".join(text.split()))


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
        for summary in summaries(self._comparison, event):
            self._summary(summary)
        self._coverage(event)
        for other in event.reports[1:]:
            self._pair(event, other)
        self._list(event)

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
        for lead, groups in (("Only it has: ", summary.only), ("Not found in it: ", summary.missing)):
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
        names = [_padded(_clipped(visible(report.id), column - 2), column) for report in reports]
        self.lines.append(self._painted("".join(names).rstrip(), "heading"))
        for row in event.rows:
            ids = [row.statements.get(report.id) for report in reports]
            if not any(ids):
                continue
            sign = _sign_of(event, row)
            texts = [
                _clipped(f"{sign} {spans(of)}", column - 2) if of else _absent(event, row, report.id)
                for report, of in zip(reports, ids, strict=True)
            ]
            line = "".join(_padded(text, column) for text in texts) + self._gist(
                event, row, column * len(ids)
            )
            self.lines.append(self._painted(line.rstrip(), "alone" if sign == "◧" else ""))
        self._write(
            "● found  ◧ only here  ○ not found  ◌ · no match  § heading; the numbers are the statements",
            style="muted",
        )
        self.lines.append("")

    def _gist(self, event: Event, row: Row, used: int) -> str:
        speaker = event.speaker(row)
        statements = self._comparison.report(speaker).statements
        return _clipped(visible(statements[row.statements[speaker][0]].english), self._width - used)

    def _pair(self, event: Event, other: Report) -> None:
        base = event.base
        self.head(f"{base.id} beside {other.id}", "─")
        for row in pair_rows(event, base, other, self._links):
            width = self._width if self._stacked else (self._width - len(_BOND)) // 2
            left = list(self._side(base, row.left, other, row, width))
            right = list(self._side(other, row.right, base, row, width))
            self._bond(row)
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
            line = self._painted(_padded(a, width), a_style) + _BOND + self._painted(b, b_style)
            self.lines.append(line.rstrip())

    def _bond(self, row: PairRow) -> None:
        if not (row.left and row.right):
            return
        signs = ["joined by another report" if row.confidence is None else f"= {_confidence(row.confidence)}"]
        signs += ["moved"] if row.moved else []
        self._write(" · ".join([*signs, *row.relations]), style="muted")

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
                if other.id in finding.missing_from and finding.kind != "statement":
                    yield from ((line, "finding") for line in wrapped(_sign(finding), width))

    def _statement(self, statement: Statement, width: int) -> Iterator[tuple[str, str]]:
        lead = f"{statement.id} {'• ' if statement.kind == 'item' else ''}"
        yield from ((line, "") for line in wrapped(lead + visible(statement.text), width))
        if statement.translation is not None:
            yield from ((line, "muted") for line in wrapped(f"→ {visible(statement.translation)}", width))

    def _list(self, event: Event) -> None:
        self.head("Findings", "─")
        ids = {report.id for report in event.reports}
        for kind in KINDS:
            found = [f for f in self._comparison.findings if f.kind == kind and f.report in ids]
            if found:
                self._write(f"{GLYPHS[kind]} {KINDS[kind][1].capitalize()}", style="heading")
            for finding in found:
                self._write(_described(finding), indent=2)
        self.lines.append("")

    def _write(self, text: str, *, indent: int = 0, style: str = "") -> None:
        for line in wrapped(visible(text), self._width - indent):
            self.lines.append(self._painted(" " * indent + line, style))

    def _painted(self, text: str, style: str) -> str:
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if self._colour and style and text.strip() else text


def _sign(finding: Finding) -> str:
    detail = finding.speaker or "" if finding.kind == "quotation" else finding.translation or finding.text
    words = f"{GLYPHS[finding.kind]} {KINDS[finding.kind][0]} {shortened(detail, 60)}".rstrip()
    return visible(f"{words} ({_confidence(finding.confidence)})")


def _described(finding: Finding) -> str:
    english = finding.translation
    words = finding.text if english in (None, finding.text) else f"{finding.text} – {english}"
    speaker = f"{finding.speaker}: " if finding.speaker else ""
    where = f", not found in {listed(finding.missing_from)}" if finding.missing_from else ""
    return (
        f"{finding.report} {finding.statement}: {speaker}{words}{where} ({_confidence(finding.confidence)})"
    )


def _confidence(value: float) -> str:
    return f"{value:.2f}{' unsure' if value < UNSURE else ''}"


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _steers(character: str) -> bool:
    return (
        unicodedata.category(character) in ("Cc", "Cs") or unicodedata.bidirectional(character) in _DIRECTING
    )


def _pieces(word: str, width: int) -> list[str]:
    pieces = [""]
    for character in word:
        if display_width(pieces[-1]) + _columns(character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _clipped(text: str, width: int) -> str:
    if display_width(text) <= width:
        return text
    kept = _pieces(text, max(width - 1, 1))[0]
    return kept.rstrip() + "…" if width > 1 else ""


def _padded(text: str, width: int) -> str:
    return text + " " * max(width - display_width(text), 0)


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
