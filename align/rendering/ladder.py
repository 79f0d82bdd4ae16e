"""Alignment ladders as hunalign writes them (github.com/danielvarga/hunalign).

A rung is a line ``source<TAB>target<TAB>score``: a border in each text, counted in statements. The bead
between a rung and the next carries the score of the first of them; the last rung stands at the ends of both.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from align._exceptions import FormatError
from align.rendering.beads import Bead, Ids
from align.report import Report


def write(beads: Sequence[Bead], source: Report, target: Report) -> str:
    """Return the ladder of the beads; raises ``FormatError`` where links cross or a bead has a hole."""
    rungs: list[str] = []
    left = right = 0
    for bead in beads:
        if not _follows(bead.source, left) or not _follows(bead.target, right):
            raise FormatError(
                f"a ladder holds links in order only, and {list(bead.source)}–{list(bead.target)} is not: "
                "align with the order “monotone”, or choose another format"
            )
        rungs.append(f"{left}\t{right}\t{bead.link.confidence if bead.link else 0:.6f}\n")
        left, right = left + len(bead.source), right + len(bead.target)
    return "".join(rungs) + f"{left}\t{right}\t0.000000\n"


def read(text: str) -> list[tuple[Ids, Ids]]:
    """Return the beads between the rungs."""
    rungs = [_rung(line, number) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    for (number, *upper), (_, *lower) in pairwise(rungs):
        if upper[0] > lower[0] or upper[1] > lower[1]:
            raise FormatError(f"line {number}: the next rung goes back")
    return [
        (tuple(range(left, next_left)), tuple(range(right, next_right)))
        for (_, left, right), (_, next_left, next_right) in pairwise(rungs)
    ]


def _follows(ids: Ids, border: int) -> bool:
    return ids == tuple(range(border, border + len(ids)))


def _rung(line: str, number: int) -> tuple[int, int, int]:
    fields = line.split()
    if len(fields) not in (2, 3) or not all(field.isascii() and field.isdigit() for field in fields[:2]):
        raise FormatError(f"line {number}: “{line.strip()[:60]}” is not a rung: two line numbers and a score")
    return number, int(fields[0]), int(fields[1])
