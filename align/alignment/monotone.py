"""Alignment of translations: statements keep their order, some are inserted or left out.

Dynamic programming over beads (Gale and Church, 1993). Long texts are cut between sure anchors first.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from align.alignment.beads import SHAPES, Bead, Costs
from align.alignment.chain import anchors, longest_ascending
from align.alignment.nearest import Floats

# Cost of leaving a statement unmatched; a bead is taken where it costs less than its statements left alone.
# It grows with what right pairs of the two texts typically cost: more between distant languages.
SKIP, SKIP_PER_TYPICAL, SKIP_MOST = 0.30, 0.40, 0.52
SKIP_LEAST = 0.45
# It also grows where little is left unmatched, which a first pass tells: by so much for each e-fold below the
# usual share, counted as if so many statements more had been seen.
SKIP_PER_FOLD, USUAL_SHARE, USUAL_STATEMENTS = 0.12, 0.10, 20
SKIP_RANGE = (0.40, 0.70)
# A text is cut where three anchors follow one another, once a part has so many statements. Parts without such
# a place stay whole up to MOST; beyond that they are searched only around a straight line between anchors.
PART = 150
MOST = 1_500
BAND = 150
_MOST_JOINED = max(max(shape) for shape in SHAPES)
_ROWS = 128  # source borders that are priced at a time

_INSERTED, _DELETED = len(SHAPES), len(SHAPES) + 1
Window = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]


def monotone(costs: Costs, *, skip: float | None = None) -> list[Bead]:
    """Return the cheapest beads in order; no statement stands in two of them.

    ``skip`` is the cost of leaving a statement unmatched; ``None`` prices it by the data.
    """
    n, m = costs.size
    if not n or not m:
        return []
    chain = longest_ascending(anchors(costs.mutual))
    if skip is None:
        skip = min(max(SKIP + SKIP_PER_TYPICAL * costs.mutual.typical, SKIP_LEAST), SKIP_MOST)
        skip = _priced(skip, _aligned(costs, chain, skip), n + m)
    return [replace(bead, cost=costs.distance(bead)) for bead in _aligned(costs, chain, skip)]


def _priced(skip: float, beads: Sequence[Bead], statements: int) -> float:
    """Return the cost of leaving a statement unmatched by the share that a first pass left."""
    matched = sum(b.source_end - b.source_start + b.target_end - b.target_start for b in beads)
    left = statements - matched + USUAL_SHARE * USUAL_STATEMENTS
    share = left / (statements + USUAL_STATEMENTS)
    least, most = SKIP_RANGE
    return min(max(skip + SKIP_PER_FOLD * math.log(USUAL_SHARE / share), least), most)


def _aligned(costs: Costs, chain: Sequence[tuple[int, int]], skip: float) -> list[Bead]:
    n, m = costs.size
    beads: list[Bead] = []
    for (i, j), (k, l) in pairwise([(0, 0), *_cuts(chain), (n, m)]):  # noqa: E741
        part = costs.part((i, k), (j, l))
        low, high = _window(part.size, [(a - i, b - j) for a, b in chain if i < a < k and j < b < l])
        beads += [bead.shifted(i, j) for bead in _trace(part.size, _fill(part, low, high, skip), low)]
    return beads


def _cuts(chain: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return borders, ascending on both sides, that lie inside runs of anchors that follow one another."""
    found: list[tuple[int, int]] = []
    last = 0
    for (a, b), (i, j), (k, l) in zip(chain, chain[1:], chain[2:], strict=False):  # noqa: E741
        if (i - a, j - b, k - i, l - j) == (1, 1, 1, 1) and i - last >= PART:
            found.append((i, j))
            last = i
    return found


def _fill(
    costs: Costs, low: npt.NDArray[np.int64], high: npt.NDArray[np.int64], skip: float
) -> list[npt.NDArray[np.int8]]:
    """Return, for every number of source statements, the last step at each target border."""
    n, m = costs.size
    # The best costs of the last rows in a ring, at every target border and before the first.
    recent = np.full((_MOST_JOINED + 1, _MOST_JOINED + m + 1), np.inf, dtype=np.float32)
    steps: list[npt.NDArray[np.int8]] = []
    for first in range(0, n + 1, _ROWS):
        last = min(n, first + _ROWS - 1)
        left = int(low[first])
        table = costs.rows((first, last), (left, int(high[last])))
        for i in range(first, last + 1):
            here, there = int(low[i]) + _MOST_JOINED, int(high[i]) + _MOST_JOINED + 1
            total = np.empty((len(SHAPES) + 1, there - here), dtype=np.float32)
            for code, (a, b) in enumerate(SHAPES):
                before = recent[(i - a) % len(recent), here - b : there - b]
                prices = table[a, b][i - first, low[i] - left : high[i] - left + 1]
                np.add(before, prices, out=total[code])
            np.add(recent[(i - 1) % len(recent), here:there], skip, out=total[-1])
            row, step = _cheapest(total, skip, start=i == 0)
            recent[i % len(recent)] = np.inf
            recent[i % len(recent), here:there] = row
            steps.append(step)
    return steps


def _cheapest(total: Floats, skip: float, *, start: bool) -> tuple[Floats, npt.NDArray[np.int8]]:
    """Return the least cost and its step at each border; ``total`` is by step, without insertions."""
    step = total.argmin(axis=0).astype(np.int8)
    step[step == len(SHAPES)] = _DELETED
    row = total.min(axis=0)
    if start:
        row[0] = 0
    return _insert(row, step, skip), step


def _insert(row: Floats, step: npt.NDArray[np.int8], skip: float) -> Floats:
    """Let target statements be inserted: the cheapest border to the left plus ``skip`` for each one."""
    ramp = np.arange(len(row), dtype=np.float32) * np.float32(skip)
    through = np.minimum.accumulate(row - ramp) + ramp
    step[through < row - 1e-6] = _INSERTED
    return np.asarray(np.minimum(row, through), dtype=np.float32)


def _trace(
    size: tuple[int, int], steps: list[npt.NDArray[np.int8]], low: npt.NDArray[np.int64]
) -> list[Bead]:
    i, j = size
    beads = []
    while i or j:
        step = int(steps[i][j - low[i]])
        if step == _INSERTED:
            j -= 1
        elif step == _DELETED:
            i -= 1
        else:
            a, b = SHAPES[step]
            beads.append(Bead(i - a, i, j - b, j, 0.0))
            i, j = i - a, j - b
    return beads[::-1]


def _window(size: tuple[int, int], chain: Sequence[tuple[int, int]]) -> Window:
    """Return the lowest and highest target border to look at for each source border."""
    n, m = size
    if max(n, m) <= MOST:
        return np.zeros(n + 1, np.int64), np.full(n + 1, m, np.int64)
    corners = [(0, 0), *chain, (n, m)]
    at = np.interp(np.arange(n + 1), [i for i, _ in corners], [j for _, j in corners])
    low, high = np.empty(n + 1, np.int64), np.empty(n + 1, np.int64)
    for (i, j), (k, l) in pairwise(corners):  # noqa: E741
        # Between two anchors anything may be left out: the band covers the box between them, if it can.
        near = l - j < 4 * BAND
        low[i : k + 1] = np.maximum(j - BAND, 0) if near else at[i : k + 1] - 2 * BAND
        high[i : k + 1] = np.minimum(l + BAND, m) if near else at[i : k + 1] + 2 * BAND
    low = np.minimum.accumulate(np.clip(low, 0, m)[::-1])[::-1]
    high = np.maximum.accumulate(np.clip(high, 0, m))
    low[0], high[n] = 0, m
    return low, high
