"""Alignment of translations: statements keep their order, some are inserted or left out.

Dynamic programming over beads (Gale and Church, 1993). Long texts are cut between sure anchors first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from align.alignment.beads import MOST_JOINED, SHAPES, Bead
from align.alignment.chain import longest_ascending
from align.alignment.nearest import Floats
from align.alignment.odds import Odds

# A text is cut where three anchors follow one another, once a part has so many statements. Parts without such
# a place stay whole up to MOST; beyond that they are searched only around a straight line between anchors.
PART = 150
MOST = 1_500
BAND = 150
# A text is aligned at most so many times; see ``settled``. One of more than so many statements tells enough
# the first time, and is aligned twice.
PASSES, LONG = 3, 10_000
# 1–1 beads, and 2–2 ones, are most of a text where they hold this share of its statements; see ``_even``.
MOST_EVEN = 0.7
_ROWS = 128  # source borders that are priced at a time
# The last pass looks so many statements to either side of the beads of the one before, in narrower stripes.
NEAR, _FEW_ROWS = 8, 24

_INSERTED, _DELETED = len(SHAPES), len(SHAPES) + 1
Window = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]


def monotone(odds: Odds) -> list[Bead]:
    """Return the likeliest beads in order; no statement stands in two of them."""
    return last_pass(odds)[0]


def last_pass(odds: Odds) -> tuple[list[Bead], Odds]:
    """Return the likeliest beads in order, and the odds of the last pass.

    Each pass tells the next what evidence is worth in these texts. Where between 1–1 beads there then are as
    many statements of either side in every place, some pairs are unlike, rather than the texts. Where
    distances tell little, a last pass near the beads asks what is learned from their words and marks, too.
    """
    if not min(odds.size):
        return [], odds
    chain = longest_ascending(odds.anchors())
    beads, told = settled(odds, chain)
    if odds.faithful is not None and _even(beads, odds.size):
        beads, told = settled(odds.faithful, chain)
    lexical = odds.lexical(beads)
    if lexical is None:
        return beads, told
    low, high = _near(beads, odds.size)
    return _trace(lexical, _fill(lexical, low, high, rows=_FEW_ROWS), low), lexical


def settled(odds: Odds, chain: Sequence[tuple[int, int]]) -> tuple[list[Bead], Odds]:
    """Return the likeliest beads by the prices that the beads themselves tell, and odds at these prices."""
    beads = likeliest(odds, chain)
    for _ in range(PASSES - 1 if max(odds.size) <= LONG else 1):
        told = odds.priced(beads)
        if told.prices.near(odds.prices):
            break
        odds = told
        beads = likeliest(odds, chain)
    return beads, odds


def _even(beads: Sequence[Bead], size: tuple[int, int]) -> bool:
    """Return whether 1–1 beads are most, and elsewhere both sides have as many statements in each place.

    A bead of two and two is two pairs of which one is unlike.
    """
    single = [b for b in beads if b.source_end - b.source_start == 1 == b.target_end - b.target_start]
    corners = [(0, 0), *((b.source_end, b.target_end) for b in single), (size[0] + 1, size[1] + 1)]
    between = [(k - i - 1, l - j - 1) for (i, j), (k, l) in pairwise(corners)]  # noqa: E741
    pairs = [b for b in beads if b.source_end - b.source_start == b.target_end - b.target_start]
    most = sum(b.source_end - b.source_start for b in pairs) >= MOST_EVEN * min(size)
    return most and all(i == j for i, j in between) and any(i for i, _ in between)


def likeliest(odds: Odds, chain: Sequence[tuple[int, int]]) -> list[Bead]:
    """Return the beads in order whose log odds, with those of unmatched statements, add up to most.

    Long texts are cut and narrowed by the anchors ``chain``, ascending on both sides.
    """
    n, m = odds.size
    beads: list[Bead] = []
    for (i, j), (k, l) in pairwise([(0, 0), *_cuts(chain), (n, m)]):  # noqa: E741
        part = odds.part((i, k), (j, l))
        low, high = _window(part.size, [(a - i, b - j) for a, b in chain if i < a < k and j < b < l])
        beads += [bead.shifted(i, j) for bead in _trace(part, _fill(part, low, high), low)]
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


def _near(beads: Sequence[Bead], size: tuple[int, int]) -> Window:
    """Return the lowest and highest target border near beads, for each source border."""
    n, m = size
    low, high = np.full(n + 1, m), np.zeros(n + 1, np.int64)
    corners = [(0, 0), *((b.source_start, b.target_start) for b in beads)]
    for (i, j), (k, l) in pairwise([*corners, (n, m)]):  # noqa: E741
        each = slice(max(0, i - NEAR), k + NEAR + 1)
        low[each] = np.minimum(low[each], max(0, j - NEAR))
        high[each] = np.maximum(high[each], min(m, l + NEAR))
    return low, high


def _fill(
    odds: Odds, low: npt.NDArray[np.int64], high: npt.NDArray[np.int64], *, rows: int = _ROWS
) -> list[npt.NDArray[np.int8]]:
    """Return, for every number of source statements, the last step at each target border."""
    n, m = odds.size
    unmatched = np.float32(odds.prices.unmatched)
    # The best sums of the last rows in a ring, at every target border and before the first.
    recent = np.full((MOST_JOINED + 1, MOST_JOINED + m + 1), -np.inf, dtype=np.float32)
    steps: list[npt.NDArray[np.int8]] = []
    for first in range(0, n + 1, rows):
        last = min(n, first + rows - 1)
        left = int(low[first])
        table = odds.rows((first, last), (left, int(high[last])))
        for i in range(first, last + 1):
            here, there = int(low[i]) + MOST_JOINED, int(high[i]) + MOST_JOINED + 1
            total = np.empty((len(SHAPES) + 1, there - here), dtype=np.float32)
            for code, (a, b) in enumerate(SHAPES):
                before = recent[(i - a) % len(recent), here - b : there - b]
                gains = table[a, b][i - first, low[i] - left : high[i] - left + 1]
                np.add(before, gains, out=total[code])
            np.add(recent[(i - 1) % len(recent), here:there], unmatched, out=total[-1])
            row, step = _best(total, unmatched, start=i == 0)
            recent[i % len(recent)] = -np.inf
            recent[i % len(recent), here:there] = row
            steps.append(step)
    return steps


def _best(total: Floats, unmatched: np.float32, *, start: bool) -> tuple[Floats, npt.NDArray[np.int8]]:
    """Return the greatest sum and its step at each border; ``total`` is by step, without insertions."""
    step = total.argmax(axis=0).astype(np.int8)
    step[step == len(SHAPES)] = _DELETED
    row = total.max(axis=0)
    if start:
        row[0] = 0
    return _insert(row, step, unmatched), step


def _insert(row: Floats, step: npt.NDArray[np.int8], unmatched: np.float32) -> Floats:
    """Let target statements be inserted: the best border to the left and ``unmatched`` for each one."""
    ramp = np.arange(len(row), dtype=np.float32) * unmatched
    # From borders strictly to the left: held against itself, a border would seem better by rounding.
    through = np.maximum.accumulate(row - ramp)[:-1] + ramp[1:]
    step[1:][through > row[1:]] = _INSERTED
    row[1:] = np.maximum(row[1:], through)
    return row


def _trace(odds: Odds, steps: list[npt.NDArray[np.int8]], low: npt.NDArray[np.int64]) -> list[Bead]:
    i, j = odds.size
    beads = []
    while i or j:
        step = int(steps[i][j - low[i]])
        if step == _INSERTED:
            j -= 1
        elif step == _DELETED:
            i -= 1
        else:
            a, b = SHAPES[step]
            bead = Bead(i - a, i, j - b, j, 0.0)
            beads.append(replace(bead, cost=odds.costs.distance(bead)))
            i, j = i - a, j - b
    return beads[::-1]


def _window(size: tuple[int, int], chain: Sequence[tuple[int, int]]) -> Window:
    """Return the lowest and highest target border to look at for each source border."""
    n, m = size
    if max(n, m) <= MOST:
        return np.zeros(n + 1, np.int64), np.full(n + 1, m, np.int64)
    corners = [(0, 0), *chain, (n, m)]
    at = np.interp(np.arange(n + 1), [i for i, _ in corners], [j for _, j in corners])
    before, after = np.concatenate((at[:1], at[:-1])), np.concatenate((at[1:], at[-1:]))
    low, high = np.empty(n + 1, np.int64), np.empty(n + 1, np.int64)
    for (i, j), (k, l) in pairwise(corners):  # noqa: E741
        # Between two anchors anything may be left out: the band covers the box between them, if it can. Along
        # the line between them it reaches to where the neighbours stand, so that a steep one has no gaps.
        near = l - j < 4 * BAND
        low[i : k + 1] = np.maximum(j - BAND, 0) if near else before[i : k + 1] - 2 * BAND
        high[i : k + 1] = np.minimum(l + BAND, m) if near else after[i : k + 1] + 2 * BAND
    low = np.minimum.accumulate(np.clip(low, 0, m)[::-1])[::-1]
    high = np.maximum.accumulate(np.clip(high, 0, m))
    low[0], high[n] = 0, m
    return low, high
