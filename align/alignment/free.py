"""Alignment of different texts about one thing: statements move, split, repeat and are left out.

Local alignments as in Smith and Waterman (1981, doi:10.1016/0022-2836(81)90087-5), over beads and again and
again: the best run of beads is taken out, then the best of what is left, until nothing gains enough. A bead
gains its log odds against its statements left unmatched, a run in order by every bead of it, so that a weak
bead holds among strong neighbours and not alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from align.alignment.beads import SHAPES, Bead, Costs
from align.alignment.nearest import Floats
from align.alignment.odds import Odds

# A bead loses so many times what its statements, one by one, would be closer elsewhere …
RIVAL = 1.0
# … a run loses so much (nats) for each statement that it passes over …
GAP = 0.5
# … and must gain this much in all.
LEAST = 3.0

_BLOCKED = np.float32(-1e6)
_START, _DOWN, _RIGHT = len(SHAPES), len(SHAPES) + 1, len(SHAPES) + 2


@dataclass(frozen=True, slots=True)
class Run:
    """Beads in the order of both texts; their cost is ``Costs.distance``."""

    beads: tuple[Bead, ...]
    gain: float


def free(odds: Odds) -> list[Run]:
    """Return runs of beads, the best first; a statement stands in at most one bead.

    A first pass tells the second how much of the texts corresponds.
    """
    evidence = _evidence(odds)
    first = [bead for run in runs(odds, evidence) for bead in run.beads]
    return runs(odds.priced(first), evidence)


def runs(odds: Odds, evidence: Mapping[tuple[int, int], Floats], *, least: float = LEAST) -> list[Run]:
    """Return runs of beads that gain ``least`` or more; ``evidence`` is that of each shape."""
    gains = _gains(odds, evidence)
    found: list[Run] = []
    while more := _best_runs(odds.costs, gains, least):
        for run in more:
            found.append(run)
            for bead in run.beads:
                _block(gains, bead)
    return found


def _evidence(odds: Odds) -> dict[tuple[int, int], Floats]:
    """Return for each shape what speaks for its beads, spans x spans, whatever shape they have."""
    costs = odds.costs
    found = {}
    for a, b in SHAPES:
        if a <= costs.size[0] and b <= costs.size[1]:
            distances = costs.span_distances(a, b)
            found[a, b] = odds.block(a, b, distances + np.float32(RIVAL) * _worse(costs, distances, a, b))
    return found


def _gains(odds: Odds, evidence: Mapping[tuple[int, int], Floats]) -> dict[tuple[int, int], Floats]:
    """Return for each shape the gain of the beads that end at each pair of borders, source x target."""
    n, m = odds.size
    gains = {}
    for a, b in SHAPES:
        matrix = np.full((n + 1, m + 1), _BLOCKED, dtype=np.float32)
        if (a, b) in evidence:
            matrix[a:, b:] = evidence[a, b] + np.float32(odds.prior(a, b))
        gains[a, b] = matrix
    return gains


def _worse(costs: Costs, distances: Floats, a: int, b: int) -> Floats:
    """Return how much closer the statements of each bead would be elsewhere, one by one, over both sides."""
    source, target = costs.nearest
    worse = np.zeros_like(distances)
    for k in range(a):
        worse += np.maximum(distances - source[k : k + len(distances), None], 0)
    for k in range(b):
        worse += np.maximum(distances - target[None, k : k + distances.shape[1]], 0)
    return np.asarray(worse / 2, dtype=np.float32)


def _block(gains: dict[tuple[int, int], Floats], bead: Bead) -> None:
    """Forbid every bead that shares a statement with this one."""
    for (a, b), matrix in gains.items():
        matrix[bead.source_start + 1 : bead.source_end + a, :] = _BLOCKED
        matrix[:, bead.target_start + 1 : bead.target_end + b] = _BLOCKED


def _best_runs(costs: Costs, gains: dict[tuple[int, int], Floats], least: float) -> list[Run]:
    """Return the best run and further ones that share no statement with a better one of this search."""
    score, steps = _fill(gains, costs.size)
    ends = np.argwhere(score >= least)
    order = np.argsort(-score[ends[:, 0], ends[:, 1]], kind="stable")
    used_source, used_target = np.zeros(costs.size[0], bool), np.zeros(costs.size[1], bool)
    found = []
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
            found.append(Run(tuple(priced), float(score[i, j])))
        for bead in beads:
            used_source[bead.source_start : bead.source_end] = True
            used_target[bead.target_start : bead.target_end] = True
    return found


def _fill(gains: dict[tuple[int, int], Floats], size: tuple[int, int]) -> tuple[Floats, npt.NDArray[np.int8]]:
    n, m = size
    score = np.zeros((n + 1, m + 1), dtype=np.float32)
    steps = np.full((n + 1, m + 1), _START, dtype=np.int8)
    ramp = np.arange(m + 1, dtype=np.float32) * np.float32(GAP)
    for i in range(1, n + 1):
        row, step = score[i], steps[i]
        down = score[i - 1] - np.float32(GAP)
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
