"""The density strip: where in a report the differences lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from align.comparison.result import Row
from align.rendering.events import Event
from align.report import Report


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive statements of one look: “alone”, “open”, “heading” or “shared”."""

    start: int
    length: int
    look: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The looks of a report's statements, and the stretches in which something was found."""

    total: int
    stretches: tuple[Stretch, ...]
    found: tuple[Stretch, ...]


def strip(report: Report, event: Event, is_found: Callable[[int], bool]) -> Strip:
    """Return the strip of a report; ``is_found`` tells whether a statement holds a finding."""
    looks = ["shared"] * len(report.statements)
    for row in event.rows:
        for number in row.statements.get(report.id, ()):
            looks[number] = _look(event, row)
    found = ["found" if is_found(number) else "" for number in range(len(looks))]
    return Strip(
        len(looks), _stretches(looks), tuple(stretch for stretch in _stretches(found) if stretch.look)
    )


def _look(event: Event, row: Row) -> str:
    if event.is_heading(row):
        return "heading"
    if event.is_alone(row):
        return "alone"
    return "open" if event.is_unmatched(row) else "shared"


def _stretches(looks: list[str]) -> tuple[Stretch, ...]:
    stretches = []
    for look, group in groupby(range(len(looks)), key=looks.__getitem__):
        numbers = list(group)
        stretches.append(Stretch(numbers[0], len(numbers), look))
    return tuple(stretches)
