"""The comparison as Markdown: the same as on the page, to be pasted where people write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from align.comparison.result import Comparison
from align.finding import Finding
from align.rendering.beside import Cell, Line, Note, Tie, beside
from align.rendering.events import Event, events
from align.rendering.passages import in_both
from align.rendering.sidebyside import LinksByPair
from align.rendering.summary import Group, ReportSummary, apart, dateline, headline, overview, summaries
from align.rendering.wording import (
    FAULTS,
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
from align.report import Report, SetAside, Statement

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&]|^[#+=-])")
_GIST = 150  # characters of a statement in the coverage table
_ASIDE = 150  # characters of a stretch that was set aside


def to_markdown(comparison: Comparison, *, base: str | None = None) -> str:
    """Return the comparison in CommonMark with tables; text of the reports is escaped."""
    first, *others = events(comparison, base=base)
    links = LinksByPair(comparison.links)
    lines = [f"# {headline([first, *others])}", "", *_event(comparison, first, links)]
    for event in others:
        lines += ["", f"## Another event: {_names(event)}", "", f"Set apart. {apart(event, first)}", ""]
        lines += _event(comparison, event, links)
    lines += ["", "## Set aside", "", *_set_aside(comparison.reports)]
    return "\n".join([*lines, "", f"Made with {_escaped(comparison.signature)}", ""])


def _event(comparison: Comparison, event: Event, links: LinksByPair) -> list[str]:
    if len(event.reports) == 1:
        report = event.base
        head = f"{_escaped(report.id)}: {dateline(report)}, {count(len(report.statements), 'statement')}."
        return [head, "", *(f"- {_said(statement)}" for statement in report.statements)]
    found = summaries(comparison, event)
    lines = [overview(event), ""]
    lines += [
        "| report | | statements | also elsewhere | only here | no match |",
        "|---|---|--:|--:|--:|--:|",
    ]
    lines += [_table_line(summary) for summary in found]
    for summary in found:
        lines += _summary(summary)
    lines += ["", "## Findings", "", *_findings(comparison, event)]
    lines += ["", "## Coverage", "", *_coverage(comparison, event)]
    return [*lines, "", "## Side by side", "", *_side_by_side(comparison, event, links)]


def _summary(summary: ReportSummary) -> list[str]:
    name = _escaped(summary.report.id)
    told = [(f"Only {name} has", summary.only), (f"Not found in {name}", summary.missing)]
    if summary.differently:
        told.insert(0, (f"Given differently than in {name}", summary.differently))
    return [line for title, groups in told for line in ("", f"**{title}**", "", *_bullets(groups))]


def _table_line(summary: ReportSummary) -> str:
    total = summary.alone + summary.unmatched + summary.shared
    counts = (total, summary.shared, summary.alone, summary.unmatched)
    cells = (_escaped(summary.report.id), _escaped(dateline(summary.report)), *map(str, counts))
    return _row(cells)


def _bullets(groups: Iterable[Group]) -> list[str]:
    return [f"- {_escaped(group.words)}" for group in groups] or ["- nothing"]


def _findings(comparison: Comparison, event: Event) -> Iterator[str]:
    for report in event.reports:
        others = [other.id for other in event.reports if other is not report]
        found = [finding for finding in comparison.findings if finding.report == report.id]
        for sort in SORTS:
            of_sort = [finding for finding in found if sort_of(finding) == sort]
            if of_sort:
                yield f"- **{_escaped(report.id)}** {SORT_GLYPHS[sort]} {SORTS[sort][1]}"
            for finding in of_sort:
                yield f"  - {_finding(finding, others)}"
                for of in finding.counterparts:
                    words = in_both(of.text, of.translation)
                    yield f"    - {_escaped(of.report)} {of.statement}: {_escaped(words)}"


def _finding(finding: Finding, others: list[str]) -> str:
    speaker = f"{finding.speaker}: " if finding.speaker else ""
    words = speaker + in_both(finding.text, finding.translation)
    where = f", {said}" if (said := verdict(finding, others)) else ""
    return f"{finding.statement}: {_escaped(words)}{_escaped(where)} ({_confidence(finding.confidence)})"


def _coverage(comparison: Comparison, event: Event) -> Iterator[str]:
    yield _row(["what is said", *(_escaped(report.id) for report in event.reports)])
    yield "|" + "---|" * (len(event.reports) + 1)
    for row in sorted(event.rows, key=lambda row: (event.is_heading(row), -len(row.statements))):
        speaker = event.speaker(row)
        statements = comparison.report(speaker).statements
        gist = " ".join(statements[number].english for number in row.statements[speaker])
        cells = [
            _covered(row.statements.get(report.id, ()), event.surely_lacks(report.id, row))
            for report in event.reports
        ]
        yield _row([_escaped(shortened(gist, _GIST)), *cells])


def _covered(ids: tuple[int, ...], lacks: bool) -> str:
    return spans(ids) if ids else "not found" if lacks else ""


def _side_by_side(comparison: Comparison, event: Event, links: LinksByPair) -> Iterator[str]:
    yield _row(_escaped(report.id) for report in event.reports)
    yield "|" + "---|" * len(event.reports)
    for line in beside(event, links):
        if isinstance(line, Line):
            yield _row(_cell(comparison, event, line, cell) for cell in line.cells)
        else:
            yield _row(_note(line) if line.report == report.id else "" for report in event.reports)


def _cell(comparison: Comparison, event: Event, line: Line, cell: Cell) -> str:
    if not cell.ids:
        if event.is_heading(line.row):
            return ""
        return "not found" if event.surely_lacks(cell.report, line.row) else "no match"
    statements = comparison.report(cell.report).statements
    said = [_said(statements[number]) for number in cell.ids]
    if event.is_alone(line.row):
        said.append("◧ only here")
    return "<br>".join([*said, *([_tie(cell.tie, event)] if cell.tie else [])])


def _said(statement: Statement) -> str:
    english = f" – *{_escaped(statement.translation)}*" if statement.translation else ""
    fault = f" [translation: {FAULTS[statement.fault]}]" if statement.fault else ""
    return f"**{statement.id}** {_escaped(statement.text)}{english}{fault}"


def _tie(tie: Tie, event: Event) -> str:
    sign, words = tied(tie.relations, tie.confidence)
    beside_whom = "" if tie.to == event.base.id else f", compared with {_escaped(tie.to)}"
    sure = "" if tie.confidence is None else f" {_confidence(tie.confidence)}"
    return _escaped(f"{sign} {words}") + beside_whom + sure + ("" if tie.moved is None else " ⇅ moved")


def _note(note: Note) -> str:
    name, number = note.beside
    return f"⇅ {note.number} stands further {'up' if note.up else 'down'}, beside {_escaped(name)} {number}"


def _set_aside(reports: Iterable[Report]) -> Iterator[str]:
    for report in reports:
        stretches = report.set_aside
        yield f"- **{_escaped(report.id)}**: {count(len(stretches), 'stretch', 'stretches')}"
        yield from (f"  - {_stretch(stretch)}" for stretch in stretches)


def _stretch(stretch: SetAside) -> str:
    return f"{_escaped(stretch.reason)}: {_escaped(shortened(stretch.text, _ASIDE))}"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _confidence(value: float) -> str:
    return f"{value:.2f}{' unsure' if value < UNSURE else ''}"


def _names(event: Event) -> str:
    return listed(_escaped(report.id) for report in event.reports)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
