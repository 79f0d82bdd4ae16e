"""Two reports side by side: what corresponds stands in one row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from align.comparison.result import Row
from align.link import Link, Relation
from align.rendering.events import Event, reading_order
from align.report import Report

Ids = tuple[int, ...]
LinksByPair = dict[tuple[str, str], list[Link]]


# On both sides; a heading; surely in no other report of the event; surely not in this one; nothing linked.
Verdict = Literal["matched", "heading", "alone", "absent", "open"]


@dataclass(frozen=True, slots=True)
class PairRow:
    """Statements of two reports that say the same, or of one of them that the other has no counterpart of.

    ``verdict`` is on what only one side has. ``links`` run from left to right; a row of both sides may have
    none, where a third report joins them.
    """

    left: Ids
    right: Ids
    verdict: Verdict
    links: tuple[Link, ...] = ()

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
    return PairRow(*sides, _verdict(event, row, left, right), tuple(links))


def _verdict(event: Event, row: Row, left: Report, right: Report) -> Verdict:
    if left.id in row.statements and right.id in row.statements:
        return "matched"
    if event.is_heading(row):
        return "heading"
    if event.is_alone(row):
        return "alone"
    name, other = (left.id, right.id) if left.id in row.statements else (right.id, left.id)
    return "absent" if event.lacks(other, name, row.statements[name]) else "open"
