"""Alignment of different texts about one thing: statements move, split, repeat and are left out.

Local alignments as in Smith and Waterman (1981, doi:10.1016/0022-2836(81)90087-5), over beads and again and
again: the best run of beads is taken out, then the best of what is left, until nothing gains enough. A run in
order gains by every bead of it, so that a weak bead holds among strong neighbours and not alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from align.alignment.beads import SHAPES, Bead, Costs
from align.alignment.nearest import Floats

# A bead gains what it costs less than its worth, for each of its statements (mean of both sides): so much
# more than what right pairs of the two texts typically cost, within limits …
ABOVE_TYPICAL = 0.35
LEAST_WORTH, MOST_WORTH = 0.75, 0.95
# … and loses so many times what its statements, one by one, would cost less elsewhere …
RIVAL = 2.0
# … a run loses this for each statement that it passes over …
GAP = 0.04
# … and must gain this much in all.
LEAST = 0.20

_BLOCKED = np.float32(-1e6)
_START, _DOWN, _RIGHT = len(SHAPES), len(SHAPES) + 1, len(SHAPES) + 2


@dataclass(frozen=True, slots=True)
class Run:
    """Beads in the order of both texts; their cost is ``Costs.distance``."""

    beads: tuple[Bead, ...]
    gain: float


def free(costs: Costs, *, worth: float | None = None, gap: float = GAP, least: float = LEAST) -> list[Run]:
    """Return runs of beads, the best first; a statement stands in at most one bead.

    ``worth`` prices a bead, ``None`` by the data.
    """
    if worth is None:
        worth = min(max(costs.mutual.typical + ABOVE_TYPICAL, LEAST_WORTH), MOST_WORTH)
    gains = _gains(costs, worth)
    runs: list[Run] = []
    while True:
        found = _best_runs(costs, gains, gap, least)
        if not found:
            return runs
        for run in found:
            runs.append(run)
            for bead in run.beads:
                _block(gains, bead)


def _gains(costs: Costs, worth: float) -> dict[tuple[int, int], Floats]:
    """Return for each shape the gain of the beads that end at each pair of borders, source x target."""
    n, m = costs.size
    gains = {}
    for a, b in SHAPES:
        matrix = np.full((n + 1, m + 1), _BLOCKED, dtype=np.float32)
        if a <= n and b <= m:
            block = costs.block(a, b)
            matrix[a:, b:] = worth * (a + b) / 2 - block - RIVAL * _worse(costs, block, a, b)
        gains[a, b] = matrix
    return gains


def _worse(costs: Costs, block: Floats, a: int, b: int) -> Floats:
    """Return how much better the statements of each bead would match one by one, over both sides."""
    single = (block - costs.extra * (a + b - 2)) / ((a + b) / 2)
    source, target = costs.nearest
    worse = np.zeros_like(block)
    for k in range(a):
        worse += np.maximum(single - source[k : k + len(block), None], 0)
    for k in range(b):
        worse += np.maximum(single - target[None, k : k + block.shape[1]], 0)
    return np.asarray(worse / 2, dtype=np.float32)


def _block(gains: dict[tuple[int, int], Floats], bead: Bead) -> None:
    """Forbid every bead that shares a statement with this one."""
    for (a, b), matrix in gains.items():
        matrix[bead.source_start + 1 : bead.source_end + a, :] = _BLOCKED
        matrix[:, bead.target_start + 1 : bead.target_end + b] = _BLOCKED


def _best_runs(costs: Costs, gains: dict[tuple[int, int], Floats], gap: float, least: float) -> list[Run]:
    """Return the best run and further ones that share no statement with a better one of this search."""
    score, steps = _fill(gains, costs.size, gap)
    ends = np.argwhere(score >= least)
    order = np.argsort(-score[ends[:, 0], ends[:, 1]], kind="stable")
    used_source, used_target = np.zeros(costs.size[0], bool), np.zeros(costs.size[1], bool)
    runs = []
    for i, j in ends[order].tolist():
        if steps[i, j] >= _START:
            continue  # a run ends with a bead
        beads = _trace(steps, i, j)
        taken = any(
            used_source[b.source_start : b.source_end].any()
            or used_target[b.target_start : b.target_end].any()
            for b in beads
        )
        # A run whose better part is taken is searched anew in the next round, without that part.
        if not taken:
            priced = (replace(bead, cost=costs.distance(bead)) for bead in beads)
            runs.append(Run(tuple(priced), float(score[i, j])))
        for bead in beads:
            used_source[bead.source_start : bead.source_end] = True
            used_target[bead.target_start : bead.target_end] = True
    return runs


def _fill(
    gains: dict[tuple[int, int], Floats], size: tuple[int, int], gap: float
) -> tuple[Floats, npt.NDArray[np.int8]]:
    n, m = size
    score = np.zeros((n + 1, m + 1), dtype=np.float32)
    steps = np.full((n + 1, m + 1), _START, dtype=np.int8)
    ramp = np.arange(m + 1, dtype=np.float32) * np.float32(gap)
    for i in range(1, n + 1):
        row, step = score[i], steps[i]
        down = score[i - 1] - np.float32(gap)
        step[down > row] = _DOWN
        np.maximum(row, down, out=row)
        for code, (a, b) in enumerate(SHAPES):
            if a <= i and b <= m:
                total = score[i - a, : m + 1 - b] + gains[a, b][i, b:]
                better = total > row[b:]
                row[b:][better] = total[better]
                step[b:][better] = code
        # From borders strictly to the left: held against itself, a border would seem better by rounding.
        through = np.maximum.accumulate(row + ramp)[:-1] - ramp[1:]
        step[1:][through > row[1:]] = _RIGHT
        np.maximum(row[1:], through, out=row[1:])
    return score, steps


def _trace(steps: npt.NDArray[np.int8], i: int, j: int) -> list[Bead]:
    beads = []
    while (step := int(steps[i, j])) != _START:
        if step == _DOWN:
            i -= 1
        elif step == _RIGHT:
            j -= 1
        else:
            a, b = SHAPES[step]
            beads.append(Bead(i - a, i, j - b, j, 0.0))
            i, j = i - a, j - b
    return beads[::-1]
