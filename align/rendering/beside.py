"""All reports of an event side by side: what corresponds on one line, a note where a statement has moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from align.comparison.result import Row
from align.link import Link, Relation
from align.rendering.events import Event, reading_order
from align.rendering.sidebyside import Ids, LinksByPair
from align.rendering.wording import RELATIONS, UNSURE


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties a cell to the first one of its line, that of report ``to``.

    ``confidence`` is that of the weakest link, ``None`` where only another report joins the two.
    ``relations`` are those of the cell to the first one, the gravest first, never empty. ``moved`` is the
    statement whose own place is elsewhere.
    """

    to: str
    confidence: float | None
    relations: tuple[Relation, ...]
    moved: int | None = None

    @property
    def unsure(self) -> bool:
        """Whether the link is to be drawn as unsure."""
        return self.confidence is not None and self.confidence < UNSURE


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report says on a line; no ``ids`` where nothing of it corresponds."""

    report: str
    ids: Ids
    tie: Tie | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One coverage row: a cell for every report of the event, the base first."""

    row: Row
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Stands where a moved statement would: it is on the line of ``beside`` instead, further up or down."""

    report: str
    number: int
    beside: tuple[str, int]
    up: bool


def beside(event: Event, links: LinksByPair) -> tuple[Line | Note, ...]:
    """Return the lines of an event in the order of its base, with a note at the place of what has moved."""
    names = [report.id for report in event.reports]
    lines = [_line(row, names, links) for row in reading_order(event.rows, names)]
    notes = _notes(lines, names[0])
    found: list[Line | Note] = list(notes.get(-1, ()))
    for number, line in enumerate(lines):
        found += [line, *notes.get(number, ())]
    return tuple(found)


def _line(row: Row, names: Sequence[str], links: LinksByPair) -> Line:
    present = [name for name in names if name in row.statements]
    first = present[0]
    return Line(
        row,
        tuple(
            Cell(
                name,
                row.statements.get(name, ()),
                _tie(row, name, first, links) if name in present and name != first else None,
            )
            for name in names
        ),
    )


def _tie(row: Row, name: str, first: str, links: LinksByPair) -> Tie:
    here = row.statements[name]
    there = set(row.statements[first])
    within = [link for link in links.between(name, first, here) if not there.isdisjoint(link.target)]
    moved = min((link.source[0] for link in within if link.moved), default=None)
    return Tie(first, min((link.confidence for link in within), default=None), _gravest(within), moved)


def _gravest(links: Iterable[Link]) -> tuple[Relation, ...]:
    said = {link.relation for link in links}
    return tuple(relation for relation in RELATIONS if relation in said and relation != "same") or ("same",)


def _notes(lines: Sequence[Line], base: str) -> dict[int, list[Note]]:
    """Return the notes by the number of the line that they follow, -1 for those at the top."""
    line_of = {
        (cell.report, number): at
        for at, line in enumerate(lines)
        for cell in line.cells
        for number in cell.ids
    }
    notes: dict[int, list[Note]] = {}
    for at, line in enumerate(lines):
        for cell in line.cells:
            if cell.tie is None or cell.tie.moved is None or cell.tie.to != base:
                continue
            place = line_of.get((cell.report, cell.tie.moved - 1), -1)
            if place not in (at, at - 1):  # it would stand right beside what it points to
                first = (base, line.row.statements[base][0])
                notes.setdefault(place, []).append(Note(cell.report, cell.tie.moved, first, at <= place))
    return notes
