"""The texts side by side, drawn."""

from __future__ import annotations

from dataclasses import dataclass

from align.comparison.result import Row
from align.finding import Finding
from align.rendering.beside import Cell, Line, Note, Tie, beside
from align.rendering.events import Event
from align.rendering.page.drawing import Drawing, Drawn
from align.rendering.sidebyside import LinksByPair
from align.rendering.wording import UNSURE

# Lines that are laid out only when they come near the window, together.
CHUNK = 20
# Up to so many reports stand in columns; of more, all but the first share the second column.
COLUMNS = 3


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """One report on a line; without statements, ``word`` says how sure it is that it does not say it."""

    report: str
    drawn: tuple[Drawn, ...]
    tie: Tie | None = None
    tied_to_first: bool = True
    moved: str | None = None  # the id of the note at the place of a moved statement
    word: str = ""
    look: str = ""
    confidence: float | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """One line of the texts side by side; ``plain`` where all reports say the same and nothing was found."""

    number: int
    look: str
    plain: bool
    differs: bool
    cells: tuple[DrawnCell, ...]


@dataclass(frozen=True, slots=True)
class DrawnNote:
    """A note at the place of a moved statement."""

    anchor: str
    report: str
    number: int
    href: str
    beside: str
    up: bool


@dataclass(frozen=True, slots=True)
class Side:
    """The texts of an event side by side, in chunks of lines."""

    event: Event
    stacked: bool
    chunks: tuple[tuple[DrawnLine | DrawnNote, ...], ...]


def side(drawing: Drawing, event: Event, links: LinksByPair) -> Side:
    """Draw the texts of an event side by side."""
    found = beside(event, links)
    noted = {(of.report, of.number) for of in found if isinstance(of, Note)}
    lines = [_note(drawing, of) if isinstance(of, Note) else _line(drawing, event, of, noted) for of in found]
    chunks = tuple(tuple(lines[at : at + CHUNK]) for at in range(0, len(lines), CHUNK))
    return Side(event, len(event.reports) > COLUMNS, chunks)


def _note(drawing: Drawing, note: Note) -> DrawnNote:
    name, number = note.beside
    return DrawnNote(
        anchor=drawing.anchors.moved(note.report, note.number),
        report=note.report,
        number=note.number,
        href=drawing.anchors.statement(note.report, note.number),
        beside=f"{name} {number}",
        up=note.up,
    )


def _line(drawing: Drawing, event: Event, line: Line, noted: set[tuple[str, int]]) -> DrawnLine:
    look = _look(event, line.row)
    cells = tuple(
        _cell(drawing, event, cell, look, noted) if cell.ids else _empty(drawing, event, line.row, cell)
        for cell in line.cells
    )
    plain = all(cell.ids and all(drawing.is_plain(cell.report, n) for n in cell.ids) for cell in line.cells)
    agreed = plain and not any(_remarkable(cell.tie) for cell in line.cells)
    return DrawnLine(line.row.id, look, agreed, not agreed and look != "heading", cells)


def _look(event: Event, row: Row) -> str:
    """Return “heading”, “alone”, “absent” (surely not in some others), “open”, or nothing if it is shared."""
    if event.is_heading(row):
        return "heading"
    if not event.is_unmatched(row):
        return ""
    if event.is_alone(row):
        return "alone"
    return "absent" if any(event.surely_lacks(report.id, row) for report in event.reports) else "open"


def _remarkable(tie: Tie | None) -> bool:
    return tie is not None and (tie.unsure or tie.moved is not None or tie.relations != ("same",))


def _cell(drawing: Drawing, event: Event, cell: Cell, look: str, noted: set[tuple[str, int]]) -> DrawnCell:
    moved = None
    if cell.tie and cell.tie.moved is not None and (cell.report, cell.tie.moved) in noted:
        moved = drawing.anchors.moved(cell.report, cell.tie.moved)
    return DrawnCell(
        cell.report,
        tuple(drawing.placed(event, cell.report, number, look=look) for number in cell.ids),
        cell.tie,
        cell.tie is None or cell.tie.to == event.base.id,
        moved,
    )


def _empty(drawing: Drawing, event: Event, row: Row, cell: Cell) -> DrawnCell:
    if event.is_heading(row):
        return DrawnCell(cell.report, ())
    surest = max(_absences(drawing, row, cell.report), key=lambda f: f.confidence, default=None)
    if surest is None:
        return DrawnCell(cell.report, (), word="no match")
    href = drawing.anchors.finding(surest.id)
    look = "absent" if surest.confidence >= UNSURE else "unsure"
    return DrawnCell(cell.report, (), word="not found", look=look, confidence=surest.confidence, href=href)


def _absences(drawing: Drawing, row: Row, other: str) -> list[Finding]:
    return [
        finding
        for name, ids in row.statements.items()
        for number in ids
        for finding in drawing.findings(name, number)
        if finding.kind == "statement" and other in finding.missing_from
    ]
