"""Pairs of statements that are each other's nearest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
# For each source statement the first and the last (exclusive) target statement to look at.
Windows = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]

_BLOCK = 512
_ANY = 0.9  # cost from which on a nearest statement may be any
# Costs that differ by less are equal but for rounding.
_EQUAL = 1e-4


@dataclass(frozen=True)
class Mutual:
    """Mutually nearest statements, by ascending source: indices, cost, and distance to the runner-up.

    A statement that has two nearest ones, equally near, has none here. ``typical`` is the median cost: what a
    right pair of these two texts costs, whatever their languages. Where each statement has several nearest
    ones, it is that of all of these; 0 for none.
    """

    source: npt.NDArray[np.int64]
    target: npt.NDArray[np.int64]
    cost: Floats
    margin: Floats
    typical: float


def mutual_nearest(
    costs: Callable[[slice, slice], Floats], size: tuple[int, int], windows: Windows | None = None
) -> Mutual:
    """Search a cost matrix in blocks of rows, so that memory grows with the sizes and not their product.

    ``costs(rows, columns)`` returns the costs of these source and target statements. ``windows`` says which
    columns to look at, ``None`` all.
    """
    n, m = size
    forth, back = _Nearest(n), _Nearest(m)
    for first in range(0, n, _BLOCK):
        rows = slice(first, min(n, first + _BLOCK))
        columns = slice(0, m)
        if windows is not None:
            columns = slice(int(windows[0][rows].min()), int(windows[1][rows].max()))
        block = costs(rows, columns)
        forth.update(rows, block, columns.start)
        back.update(columns, block.T, first)
    source = np.arange(n)
    source = source[back.index[forth.index] == source] if m else source[:0]
    target = forth.index[source]
    margin = np.minimum(forth.second[source], back.second[target]) - forth.best[source]
    single = margin > _EQUAL
    source, target, margin = source[single], target[single], margin[single]
    cost = forth.best[source]
    typical = float(np.median(cost)) if len(cost) else _usual(np.concatenate((forth.best, back.best)))
    return Mutual(source, target, cost, np.minimum(margin, np.float32(1)), typical)


def _usual(nearest: Floats) -> float:
    """Return the median cost of all nearest statements; 0 for none, and where they are no nearer than any."""
    found = nearest[np.isfinite(nearest)]
    return float(np.median(found)) if len(found) and found.min() < _ANY else 0.0


class _Nearest:
    """For each statement the index and cost of the nearest of the other side, and the second cost."""

    def __init__(self, count: int) -> None:
        self.index = np.zeros(count, dtype=np.int64)
        self.best = np.full(count, np.inf, dtype=np.float32)
        self.second = np.full(count, np.inf, dtype=np.float32)

    def update(self, rows: slice, costs: Floats, offset: int) -> None:
        """Take in the costs of the statements ``rows`` against the others from ``offset`` on."""
        if not costs.size:
            return
        place = costs.argmin(axis=1)
        first = np.take_along_axis(costs, place[:, None], axis=1)[:, 0]
        second = np.full(len(first), np.inf, dtype=np.float32)
        if costs.shape[1] > 1:
            second = np.partition(costs, 1, axis=1)[:, 1]
        better = first < self.best[rows]
        self.second[rows] = np.minimum(
            np.minimum(self.second[rows], second), np.maximum(self.best[rows], first)
        )
        self.index[rows] = np.where(better, place + offset, self.index[rows])
        self.best[rows] = np.minimum(self.best[rows], first)
