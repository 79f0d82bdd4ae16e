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


class LinksByPair:
    """The links of any two reports, in both directions, by each statement of either side."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._by_statement: dict[tuple[str, str, int], list[Link]] = {}
        for link in links:
            for turned in (link, link.mirrored()):
                for number in turned.source:
                    key = (turned.source_report, turned.target_report, number)
                    self._by_statement.setdefault(key, []).append(turned)

    def between(self, source: str, target: str, ids: Iterable[int]) -> tuple[Link, ...]:
        """Return the links from these statements of one report to another, each once, in order."""
        found = (link for number in ids for link in self._by_statement.get((source, target, number), ()))
        return tuple(dict.fromkeys(found))


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


def pair_rows(event: Event, left: Report, right: Report, links: LinksByPair) -> tuple[PairRow, ...]:
    """Return the rows of two reports in the order of the left one; what only the right has stands between."""
    rows = [row for row in event.rows if left.id in row.statements or right.id in row.statements]
    return tuple(
        _pair_row(event, row, left, right, links) for row in reading_order(rows, [left.id, right.id])
    )


def _pair_row(event: Event, row: Row, left: Report, right: Report, links: LinksByPair) -> PairRow:
    sides = row.statements.get(left.id, ()), row.statements.get(right.id, ())
    within = links.between(left.id, right.id, sides[0]) if all(sides) else ()
    tied = tuple(link for link in within if not set(sides[1]).isdisjoint(link.target))
    return PairRow(*sides, _verdict(event, row, left, right), tied)


def _verdict(event: Event, row: Row, left: Report, right: Report) -> Verdict:
    if left.id in row.statements and right.id in row.statements:
        return "matched"
    if event.is_heading(row):
        return "heading"
    if event.is_alone(row):
        return "alone"
    name, other = (left.id, right.id) if left.id in row.statements else (right.id, left.id)
    return "absent" if event.lacks(other, name, row.statements[name]) else "open"
