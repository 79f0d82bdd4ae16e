"""Alignment in any order, against brute force for its best run and on texts whose blocks were moved."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from align.alignment.beads import SHAPES, Costs
from align.alignment.free import GAP, LEAST, _evidence, _gains, free, runs
from align.alignment.lengths import Lengths
from align.alignment.odds import REPORTS, Odds

Floats = npt.NDArray[np.float32]
VECTORS = hnp.arrays(
    np.float32, st.tuples(st.integers(0, 6), st.just(3)), elements=st.floats(-1, 1, width=16)
)


def odds(source: Floats, target: Floats) -> Odds:
    lengths = Lengths(5.0 + 10 * np.arange(len(source)), 95.0 - 7 * np.arange(len(target)))
    return Odds(Costs(source, target), lengths, REPORTS)


def best_gain(odds: Odds) -> float:
    """The gain of the best run, by trying every one."""
    n, m = odds.size
    gains = _gains(odds, _evidence(odds))

    @cache
    def best(i: int, j: int) -> float:
        choices = [0.0]
        if i:
            choices.append(best(i - 1, j) - GAP)
        if j:
            choices.append(best(i, j - 1) - GAP)
        for a, b in SHAPES:
            if a <= i and b <= j:
                choices.append(best(i - a, j - b) + float(gains[a, b][i, j]))
        return max(choices)

    return max((best(i, j) for i in range(n + 1) for j in range(m + 1)), default=0.0)


@given(VECTORS, VECTORS)
def test_the_first_run_is_the_best_there_is(source: Floats, target: Floats) -> None:
    given_odds = odds(source, target)
    found = runs(given_odds, _evidence(given_odds))
    best = best_gain(given_odds)
    if best < LEAST - 1e-3:
        assert found == []
    elif best > LEAST + 1e-3:
        assert found[0].gain == pytest.approx(best, abs=1e-3)


@given(VECTORS, VECTORS)
def test_no_statement_stands_in_two_beads(source: Floats, target: Floats) -> None:
    beads = [bead for run in free(odds(source, target)) for bead in run.beads]
    left = [i for bead in beads for i in range(bead.source_start, bead.source_end)]
    right = [j for bead in beads for j in range(bead.target_start, bead.target_end)]
    assert len(left) == len(set(left))
    assert len(right) == len(set(right))


@settings(max_examples=30)
@given(st.integers(0, 10_000), st.permutations(range(5)))
def test_moved_blocks_are_found(seed: int, order: list[int]) -> None:
    rng = np.random.default_rng(seed)
    source = rng.normal(size=(25, 48)).astype(np.float32)
    place = [block * 5 + k for block in order for k in range(5)]
    target = source[place] + 0.2 * rng.normal(size=(25, 48)).astype(np.float32)
    size = rng.uniform(60, 200, 25)
    found = free(Odds(Costs(source, target), Lengths(size, size[place]), REPORTS))
    beads = [bead for run in found for bead in run.beads]
    assert sorted((b.source_start, b.target_start) for b in beads) == sorted(
        (i, j) for j, i in enumerate(place)
    )
