"""Probabilities of beads against a sum over everything."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from align.alignment.beads import SHAPES, Bead, Costs
from align.alignment.lengths import Lengths
from align.alignment.marginals import marginals
from align.alignment.monotone import last_pass
from align.alignment.nearest import Floats
from align.alignment.odds import Odds
from align.alignment.posterior import Scores, probabilities

VECTORS = hnp.arrays(
    np.float32, st.tuples(st.integers(1, 4), st.just(3)), elements=st.floats(-1, 1, width=16)
)


def odds(source: Floats, target: Floats) -> Odds:
    sizes = [np.array([5.0 + 10 * (k % 7) for k in range(len(side))]) for side in (source, target)]
    return Odds(Costs(source, target), Lengths(*sizes))


def alignments(n: int, m: int) -> Iterator[tuple[tuple[int, int, int, int], ...]]:
    """Yield every set of beads that ascend on both sides."""
    yield ()
    for i in range(n):
        for j in range(m):
            for a, b in SHAPES:
                if i + a <= n and j + b <= m:
                    for rest in alignments(n - i - a, m - j - b):
                        moved = tuple((s + i + a, e + i + a, t + j + b, f + j + b) for s, e, t, f in rest)
                        yield ((i, i + a, j, j + b), *moved)


def gain(told: Odds, corners: tuple[int, int, int, int]) -> float:
    return told.gain(Bead(*corners, told.costs.distance(Bead(*corners, 0.0))))


@given(VECTORS, VECTORS)
def test_a_bead_is_as_likely_as_the_alignments_that_have_it(source: Floats, target: Floats) -> None:
    beads, told = last_pass(odds(source, target))
    weights = {
        found: np.exp(sum(gain(told, corners) for corners in found)) for found in alignments(*told.size)
    }
    every = sum(weights.values())
    for bead, likely in zip(beads, marginals(told, beads), strict=True):
        corners = (bead.source_start, bead.source_end, bead.target_start, bead.target_end)
        having = sum(weight for found, weight in weights.items() if corners in found)
        assert likely == pytest.approx(having / every, abs=1e-4)


@given(VECTORS, VECTORS)
def test_mirrored_beads_are_as_likely(source: Floats, target: Floats) -> None:
    beads, told = last_pass(odds(source, target))
    found, back = last_pass(odds(target, source))
    assume([bead.mirrored() for bead in found] == beads)  # of equal alignments either may be found
    assert marginals(back, found) == pytest.approx(marginals(told, beads), abs=1e-4)


def texts(seed: int, *, left_out: tuple[int, int]) -> tuple[Floats, Floats]:
    rng = np.random.default_rng(seed)
    source = rng.normal(size=(70, 24)).astype(np.float32)
    target = source + rng.normal(size=source.shape).astype(np.float32)
    return source, np.delete(target, slice(*left_out), axis=0)


@pytest.mark.parametrize("left_out", [(0, 0), (30, 31), (20, 50), (0, 20), (55, 70)])
def test_near_the_best_alignment_is_nearly_everything(left_out: tuple[int, int]) -> None:
    source, target = texts(4, left_out=left_out)
    beads, told = last_pass(odds(source, target))
    n, m = told.size
    table = told.rows((0, n), (0, m))
    scores = {(a, b): table[a, b][a:, b:].astype(np.float64) for a, b in SHAPES}
    unmatched = told.prices.unmatched
    every, _ = probabilities(Scores(scores, np.full(n, unmatched), np.full(m, unmatched)))
    wanted = [
        every[b.source_end - b.source_start, b.target_end - b.target_start][b.source_start, b.target_start]
        for b in beads
    ]
    assert len(beads) > 30
    assert all(a.source_end <= b.source_start for a, b in pairwise(beads))
    np.testing.assert_allclose(marginals(told, beads), wanted, atol=0.01)


def test_nothing_is_likely_where_nothing_is() -> None:
    assert marginals(odds(np.ones((2, 3), np.float32), np.zeros((0, 3), np.float32)), []).shape == (0,)
