"""The coverage of an event at a glance: what is said by how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from align.comparison.result import Row
from align.rendering import wording
from align.rendering.events import Event
from align.rendering.page.drawing import Drawing
from align.report import Report

_GIST = 100  # characters of a statement
# A group of more rows is closed when the page opens.
OPEN_UP_TO = 60


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One report in a row: a link to its statements and their numbers, or whether it surely lacks them."""

    report: str
    href: str | None = None
    numbers: str = ""
    lacks: bool = False


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """What is said, in English where we have it (``language`` is that of ``gist``), and by whom."""

    gist: str
    language: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that equally many reports have; ``look`` is “shared”, “alone”, “open” or “heading”."""

    title: str
    note: str
    look: str
    rows: tuple[MatrixRow, ...]

    @property
    def opened(self) -> bool:
        """Whether the group is open when the page opens."""
        return self.look != "heading" and len(self.rows) <= OPEN_UP_TO


def matrix(drawing: Drawing, event: Event) -> tuple[Group, ...]:
    """Return the coverage rows of an event in groups, those that most reports have first."""
    total = len(event.reports)
    kinds: dict[tuple[int, str], list[Row]] = {}
    for row in event.rows:
        kinds.setdefault(_kind(event, row), []).append(row)
    return tuple(
        Group(*_title(-count, total, look), look, tuple(_row(drawing, event, row) for row in rows))
        for (count, look), rows in sorted(kinds.items())
    )


def _kind(event: Event, row: Row) -> tuple[int, str]:
    if event.is_heading(row):
        return (1, "heading")
    if event.is_alone(row):
        return (-1, "alone")
    return (0, "open") if event.is_unmatched(row) else (-len(row.statements), "shared")


def _title(count: int, total: int, look: str) -> tuple[str, str]:
    if look == "alone":
        return "In one only", "as far as the search of the others is sure of it"
    if look == "open":
        return "No match", "nothing was linked to it, but others may say it in other words"
    if look == "heading":
        return "Headings", "they announce what is said, and are not compared"
    if count < total:
        return f"In {count} of {total}", ""
    return ("In both reports" if total == 2 else f"In all {total}"), ""


def _row(drawing: Drawing, event: Event, row: Row) -> MatrixRow:
    leader = drawing.reports[event.speaker(row)]
    said = [leader.statements[number] for number in row.statements[leader.id]]
    translated = leader.language.split("-")[0] == "en" or all(s.translation is not None for s in said)
    return MatrixRow(
        gist=wording.shortened(" ".join(s.english for s in said), _GIST),
        language="en" if translated else leader.language,
        cells=tuple(_cell(drawing, event, row, report) for report in event.reports),
    )


def _cell(drawing: Drawing, event: Event, row: Row, report: Report) -> MatrixCell:
    ids: Sequence[int] = row.statements.get(report.id, ())
    if not ids:
        return MatrixCell(report.id, lacks=event.surely_lacks(report.id, row))
    return MatrixCell(report.id, drawing.anchors.statement(report.id, ids[0]), wording.spans(ids))
