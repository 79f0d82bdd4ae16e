"""Two reports side by side: what corresponds stands in one row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from align.comparison.result import Row
from align.link import Link, Relation
from align.rendering.events import Event, reading_order
from align.report import Report

Ids = tuple[int, ...]
LinksByPair = dict[tuple[str, str], list[Link]]


@dataclass(frozen=True, slots=True)
class PairRow:
    """Statements of two reports that say the same, or of one of them that the other has no counterpart of.

    ``alone`` says that no third report of the event has it either, ``heading`` that it is a heading of one
    side. ``links`` run from left to right; a row of both sides may have none, where a third report joins
    them.
    """

    left: Ids
    right: Ids
    alone: bool
    links: tuple[Link, ...] = ()
    heading: bool = False

    @property
    def confidence(self) -> float | None:
        """The confidence of the weakest link."""
        return min((link.confidence for link in self.links), default=None)

    @property
    def moved(self) -> bool:
        """Whether a link leaves the order of the text."""
        return any(link.moved for link in self.links)

    @property
    def relations(self) -> tuple[Relation, ...]:
        """The relations other than “same”, the left to the right."""
        return tuple(sorted({link.relation for link in self.links} - {"same"}))


def links_by_pair(links: Iterable[Link]) -> LinksByPair:
    """Return the links by (source report, target report), each of them in both directions."""
    found: LinksByPair = {}
    for link in links:
        for turned in (link, link.mirrored()):
            found.setdefault((turned.source_report, turned.target_report), []).append(turned)
    return found


def pair_rows(event: Event, left: Report, right: Report, links: LinksByPair) -> tuple[PairRow, ...]:
    """Return the rows of two reports in the order of the left one; what only the right has stands between."""
    rows = [row for row in event.rows if left.id in row.statements or right.id in row.statements]
    row_of = {number: row.id for row in rows for number in row.statements.get(left.id, ())}
    within: dict[int, list[Link]] = {}
    for link in links.get((left.id, right.id), ()):
        if link.source[0] in row_of:
            within.setdefault(row_of[link.source[0]], []).append(link)
    return tuple(
        _pair_row(event, row, left, right, within) for row in reading_order(rows, [left.id, right.id])
    )


def _pair_row(event: Event, row: Row, left: Report, right: Report, within: dict[int, list[Link]]) -> PairRow:
    sides = row.statements.get(left.id, ()), row.statements.get(right.id, ())
    links = within.get(row.id, []) if all(sides) else []
    return PairRow(*sides, alone=event.is_alone(row), links=tuple(links), heading=event.is_heading(row))
