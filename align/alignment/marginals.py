"""How likely each bead of the best alignment is, over all alignments that stay near it.

Forward and backward sums (Rabiner, 1989, doi:10.1109/5.18626) over the log odds of beads. A bead is as likely
as the alignments that have it, against all; whichever of two beads a statement of one word belongs to is hard
to say, and both are then told to be unsure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from align.alignment.beads import MOST_JOINED, SHAPES, Bead
from align.alignment.nearest import Floats
from align.alignment.odds import Odds

# Alignments are looked at that stay within so many statements of the best one.
NEAR = 8
_ROWS = 24  # source borders that are priced at a time

Doubles = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def marginals(odds: Odds, beads: Sequence[Bead]) -> Doubles:
    """Return the probability in [0, 1] of each bead of an alignment in order, by ascending beads."""
    if not beads:
        return np.zeros(0)
    near = _Near.of(odds, beads)
    before, every = _before(near, {(bead.source_start, bead.target_start) for bead in beads})
    after = _after(near, {(bead.source_end, bead.target_end) for bead in beads})
    found = [
        before[bead.source_start, bead.target_start]
        + near.gain(bead)
        + after[bead.source_end, bead.target_end]
        - every
        for bead in beads
    ]
    return np.asarray(np.exp(np.minimum(found, 0)))


@dataclass(frozen=True, slots=True)
class _Near:
    """The log odds of all beads that end near an alignment.

    ``gains`` holds them for each source border, shapes x target borders from ``low`` to ``high``.
    """

    size: tuple[int, int]
    unmatched: float
    low: Ints
    high: Ints
    gains: list[Floats]

    @classmethod
    def of(cls, odds: Odds, beads: Sequence[Bead]) -> _Near:
        low, high = _band(beads, odds.size)
        gains: list[Floats] = []
        for first in range(0, len(low), _ROWS):
            last = min(len(low), first + _ROWS) - 1
            left = int(low[first])
            table = odds.rows((first, last), (left, int(high[last])))
            every = np.stack([table[shape] for shape in SHAPES])
            # A copy: the rest of the table is not needed any more.
            gains += [
                every[:, i - first, low[i] - left : high[i] - left + 1].copy() for i in range(first, last + 1)
            ]
        return cls(odds.size, odds.prices.unmatched, low, high, gains)

    def gain(self, bead: Bead) -> float:
        """Return the log odds of a bead."""
        shape = (bead.source_end - bead.source_start, bead.target_end - bead.target_start)
        border = bead.target_end - self.low[bead.source_end]
        return float(self.gains[bead.source_end][SHAPES.index(shape), border])


def _band(beads: Sequence[Bead], size: tuple[int, int]) -> tuple[Ints, Ints]:
    """Return the lowest and highest target border to look at for each source border.

    What is unmatched between two beads is passed on the source side first.
    """
    n, m = size
    low, high = np.full(n + 1, m), np.zeros(n + 1, np.int64)
    corners = [(0, 0)]
    for bead in beads:
        start = (bead.source_start, bead.target_start)
        corners += [(start[0], corners[-1][1]), start, (bead.source_end, bead.target_end)]
    corners += [(n, corners[-1][1]), (n, m)]
    for (i, j), (k, l) in pairwise(corners):  # noqa: E741
        np.minimum(low[i : k + 1], j, out=low[i : k + 1])
        np.maximum(high[i : k + 1], l, out=high[i : k + 1])
    low, high = _spread(low, np.minimum), _spread(high, np.maximum)
    return np.maximum(low - NEAR, 0), np.minimum(high + NEAR, m)


def _spread(borders: Ints, least: np.ufunc) -> Ints:
    """Return the least or greatest of the borders up to ``NEAR`` places away."""
    wide = np.pad(borders, NEAR, mode="edge")
    return np.asarray(least.reduce(sliding_window_view(wide, 2 * NEAR + 1), axis=1))


def _before(near: _Near, asked: set[tuple[int, int]]) -> tuple[dict[tuple[int, int], float], float]:
    """Return the logarithm of the sum over all alignments of what stands before borders, and before the end.

    Between two beads the unmatched source statements are read first, so that no alignment counts twice.
    """
    n, m = near.size
    ring = np.full((MOST_JOINED + 1, MOST_JOINED + m + 1), -np.inf)
    # Where the last statement read is no unmatched target one.
    source = np.full(MOST_JOINED + m + 1, -np.inf)
    found = {}
    targets = _by_row(asked)
    for i in range(n + 1):
        low, high = int(near.low[i]), int(near.high[i])
        here, there = low + MOST_JOINED, high + MOST_JOINED + 1
        ways = np.empty((len(SHAPES) + 1, there - here))
        for code, (a, b) in enumerate(SHAPES):
            np.add(ring[(i - a) % len(ring), here - b : there - b], near.gains[i][code], out=ways[code])
        np.add(source[here:there], near.unmatched, out=ways[-1])
        if not i:
            ways[-1, 0] = 0
        source[:] = -np.inf
        source[here:there] = np.logaddexp.reduce(ways, axis=0)
        total = _along(source[here:there], near.unmatched)
        ring[i % len(ring)] = -np.inf
        ring[i % len(ring), here:there] = total
        found.update({(i, j): float(total[j - low]) for j in targets.get(i, ())})
    return found, float(ring[n % len(ring), m + MOST_JOINED])


def _after(near: _Near, asked: set[tuple[int, int]]) -> dict[tuple[int, int], float]:
    """Return the same of what stands after borders, of which the first statement read may be any."""
    n, m = near.size
    # What the beads lead to that begin at each target border; row by row until the row is read.
    ring = np.full((MOST_JOINED + 1, MOST_JOINED + m + 1), -np.inf)
    total = np.full(m + MOST_JOINED + 1, -np.inf)
    found = {}
    targets = _by_row(asked)
    for i in range(n, -1, -1):
        low, high = int(near.low[i]), int(near.high[i])
        here, there = low + MOST_JOINED, high + MOST_JOINED + 1
        beads = ring[i % len(ring), here:there]
        if i == n:
            beads[m - low] = 0
        row = np.logaddexp(_along(beads[::-1], near.unmatched)[::-1], total[here:there] + near.unmatched)
        ring[i % len(ring)] = -np.inf
        total[:] = -np.inf
        total[here:there] = row
        for code, (a, b) in enumerate(SHAPES):
            onto = ring[(i - a) % len(ring), here - b : there - b]
            np.logaddexp(onto, near.gains[i][code] + row, out=onto)
        found.update({(i, j): float(row[j - low]) for j in targets.get(i, ())})
    return found


def _along(sums: Doubles, unmatched: float) -> Doubles:
    """Let statements of the other side be unmatched: each costs so much."""
    ramp = np.arange(len(sums)) * unmatched
    return np.asarray(np.logaddexp.accumulate(sums - ramp) + ramp)


def _by_row(asked: set[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for i, j in asked:
        found.setdefault(i, []).append(j)
    return found
