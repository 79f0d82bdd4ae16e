"""How likely each bead is, over all alignments that keep the order, and the beads that are worth most.

Forward and backward sums as for a semi-Markov field (Sarawagi and Cohen, 2004): statements are read in beads
or left unmatched, and the probability of an alignment is the exponential of its scores over that of them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.alignment.beads import Bead

Doubles = npt.NDArray[np.float64]
Shape = tuple[int, int]

_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Scores:
    """Log weights of the beads of each shape, spans x spans, and of statements without a bead."""

    beads: Mapping[Shape, Doubles]
    source: Doubles
    target: Doubles

    @property
    def size(self) -> tuple[int, int]:
        """Numbers of statements."""
        return len(self.source), len(self.target)


def probabilities(scores: Scores) -> tuple[dict[Shape, Doubles], float]:
    """Return the probability of each bead, and the logarithm of the sum over all alignments."""
    n, m = scores.size
    before, after = _before(scores), _after(scores)
    every = float(before[n, m])
    found = {
        (a, b): np.exp(np.minimum(before[: n + 1 - a, : m + 1 - b] + own + after[a:, b:] - every, 0))
        for (a, b), own in scores.beads.items()
    }
    return found, every


def joined(likely: Mapping[Shape, Doubles], size: tuple[int, int]) -> Doubles:
    """Return the probability that some bead holds both of two statements; source x target."""
    found = np.zeros(size)
    for (a, b), chance in likely.items():
        for i in range(a):
            for j in range(b):
                found[i : i + chance.shape[0], j : j + chance.shape[1]] += chance
    return np.minimum(found, 1)


def unmatched(likely: Mapping[Shape, Doubles], size: tuple[int, int]) -> tuple[Doubles, Doubles]:
    """Return the probability of each source and each target statement to stand in no bead."""
    source, target = np.ones(size[0]), np.ones(size[1])
    for (a, b), chance in likely.items():
        rows, columns = chance.sum(axis=1), chance.sum(axis=0)
        for i in range(a):
            source[i : i + len(rows)] -= rows
        for j in range(b):
            target[j : j + len(columns)] -= columns
    return source, target


def worthwhile(likely: Mapping[Shape, Doubles], size: tuple[int, int], *, least: float) -> list[Bead]:
    """Return the beads in order whose probabilities above ``least`` add up to most; their cost is 0.

    For the best F1 of exact beads ``least`` is half of the F1 that can be had (Lewis, 1995).
    """
    n, m = size
    shapes = list(likely)
    best = np.zeros((n + 1, m + 1))
    steps = np.full((n + 1, m + 1), _RIGHT)
    for i in range(n + 1):
        row, step = best[i], steps[i]
        if i:
            row[:], step[:] = best[i - 1], _DOWN
        for code, (a, b) in enumerate(shapes):
            if a <= i and b <= m:
                total = best[i - a, : m + 1 - b] + likely[a, b][i - a] - least
                better = total > row[b:]
                row[b:][better], step[b:][better] = total[better], code
        highest = np.maximum.accumulate(row)
        step[1:][highest[:-1] >= row[1:]] = _RIGHT
        row[:] = highest
    return _traced(steps, shapes)


_DOWN, _RIGHT = -1, -2


def _traced(steps: npt.NDArray[np.int64], shapes: list[Shape]) -> list[Bead]:
    i, j = steps.shape[0] - 1, steps.shape[1] - 1
    beads = []
    while i or j:
        step = int(steps[i, j])
        if step == _RIGHT and j:
            j -= 1
        elif step < 0:
            i -= 1
        else:
            a, b = shapes[step]
            beads.append(Bead(i - a, i, j - b, j, 0.0))
            i, j = i - a, j - b
    return beads[::-1]


def _before(scores: Scores) -> Doubles:
    """Return the logarithm of the sum over all alignments of what stands before two borders.

    Between two beads the unmatched source statements are read first, so that no alignment counts twice.
    """
    n, m = scores.size
    left = np.concatenate(([0.0], np.cumsum(scores.target)))
    no_target = np.full((n + 1, m + 1), _NEVER)  # where the last statement read is no unmatched target one
    total = np.full((n + 1, m + 1), _NEVER)
    for i in range(n + 1):
        ways = [np.full(m + 1, _NEVER)]
        if i:
            ways.append(no_target[i - 1] + scores.source[i - 1])
        else:
            ways[0][0] = 0
        for (a, b), own in scores.beads.items():
            if a <= i:
                way = np.full(m + 1, _NEVER)
                way[b:] = total[i - a, : m + 1 - b] + own[i - a]
                ways.append(way)
        no_target[i] = _sum(ways)
        total[i] = np.logaddexp.accumulate(no_target[i] - left) + left
    return total


def _after(scores: Scores) -> Doubles:
    """Return the same of what stands after two borders, of which the first statement read may be any."""
    n, m = scores.size
    left = np.concatenate(([0.0], np.cumsum(scores.target)))
    total = np.full((n + 1, m + 1), _NEVER)
    for i in range(n, -1, -1):
        ways = [np.full(m + 1, _NEVER)]
        if i == n:
            ways[0][m] = 0
        for (a, b), own in scores.beads.items():
            if i + a <= n:
                way = np.full(m + 1, _NEVER)
                way[: m + 1 - b] = own[i] + total[i + a, b:]
                ways.append(way)
        bead = _sum(ways)
        target = np.logaddexp.accumulate((bead + left)[::-1])[::-1] - left
        total[i] = target if i == n else np.logaddexp(target, scores.source[i] + total[i + 1])
    return total


def _sum(ways: list[Doubles]) -> Doubles:
    return np.asarray(np.logaddexp.reduce(np.array(ways), axis=0))
