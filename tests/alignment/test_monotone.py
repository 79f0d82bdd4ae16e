"""The dynamic programming against a search through everything."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from unittest import mock

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from align.alignment import monotone as module
from align.alignment.beads import SHAPES, Bead, Costs
from align.alignment.lengths import Lengths
from align.alignment.monotone import monotone

Floats = npt.NDArray[np.float32]
VECTORS = hnp.arrays(
    np.float32, st.tuples(st.integers(0, 6), st.just(3)), elements=st.floats(-1, 1, width=16)
)
SKIP = 0.4


def cheapest(costs: Costs, skip: float) -> float:
    """The cost of the best alignment, by trying every one."""
    n, m = costs.size

    @cache
    def best(i: int, j: int) -> float:
        if i == 0 and j == 0:
            return 0.0
        choices = []
        if i:
            choices.append(best(i - 1, j) + skip)
        if j:
            choices.append(best(i, j - 1) + skip)
        for a, b in SHAPES:
            if a <= i and b <= j:
                choices.append(best(i - a, j - b) + float(costs.rows((i, i), (j, j))[a, b][0, 0]))
        return min(choices)

    return best(n, m)


def price(costs: Costs, bead: Bead) -> float:
    a, b = bead.source_end - bead.source_start, bead.target_end - bead.target_start
    source, target = (bead.source_end, bead.source_end), (bead.target_end, bead.target_end)
    return float(costs.rows(source, target)[a, b][0, 0])


def total(costs: Costs, skip: float) -> float:
    beads = monotone(costs, skip=skip)
    matched = sum(b.source_end - b.source_start + b.target_end - b.target_start for b in beads)
    return sum(price(costs, b) for b in beads) + skip * (sum(costs.size) - matched)


@given(VECTORS, VECTORS, st.booleans())
def test_it_finds_the_cheapest_alignment(source: Floats, target: Floats, sized: bool) -> None:
    lengths = Lengths(5 + 10 * np.arange(len(source)), 95.0 - 10 * np.arange(len(target)))
    costs = Costs(source, target, lengths=lengths if sized else None)
    assert total(costs, SKIP) == pytest.approx(cheapest(costs, SKIP), abs=1e-3)


@given(VECTORS, VECTORS)
def test_beads_ascend_and_share_no_statement(source: Floats, target: Floats) -> None:
    beads = monotone(Costs(source, target), skip=SKIP)
    for before, after in pairwise(beads):
        assert before.source_end <= after.source_start
        assert before.target_end <= after.target_start


@given(VECTORS, VECTORS)
def test_mirrored_texts_give_an_alignment_of_the_same_cost(source: Floats, target: Floats) -> None:
    assert total(Costs(source, target), SKIP) == pytest.approx(total(Costs(target, source), SKIP), abs=1e-3)


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.sampled_from([("PART", 12), ("MOST", 10)]))
def test_parts_and_bands_find_what_the_whole_search_finds(seed: int, limit: tuple[str, int]) -> None:
    rng = np.random.default_rng(seed)
    source = rng.normal(size=(90, 32)).astype(np.float32)
    kept = np.sort(rng.choice(90, 75, replace=False))
    target = source[kept] + 0.2 * rng.normal(size=(75, 32)).astype(np.float32)
    whole = total(Costs(source, target), SKIP)
    with mock.patch.object(module, *limit):
        assert total(Costs(source, target), SKIP) == pytest.approx(whole, abs=1e-3)


def test_a_text_is_cut_inside_runs_of_anchors() -> None:
    with mock.patch.object(module, "PART", 3):
        assert module._cuts([(0, 0), (1, 1), (2, 2), (3, 3), (4, 5), (5, 6), (6, 7), (7, 8)]) == [(5, 6)]


def test_lengths_tell_a_merged_pair_from_a_left_out_statement() -> None:
    vectors = np.array([[1, 0.5], [0.8, 0.8]], dtype=np.float32)
    joined = vectors.sum(axis=0, keepdims=True)
    long, short = (
        Lengths(np.array([60.0, 60.0]), np.array([120.0])),
        Lengths(np.array([60.0, 60.0]), np.array([60.0])),
    )
    both = Costs(vectors, joined, lengths=long).rows((2, 2), (1, 1))[2, 1][0, 0]
    assert both < Costs(vectors, joined, lengths=short).rows((2, 2), (1, 1))[2, 1][0, 0]
    assert both == pytest.approx(Costs(vectors, joined).rows((2, 2), (1, 1))[2, 1][0, 0])


def test_an_empty_side_leaves_the_other_unmatched() -> None:
    vectors = np.ones((3, 4), dtype=np.float32)
    assert monotone(Costs(vectors, vectors[:0])) == []
    assert monotone(Costs(vectors[:0], vectors)) == []


@given(st.integers(0, 1_000), st.integers(0, 9), st.integers(0, 7))
def test_prices_are_those_of_the_vectors_of_spans(seed: int, first: int, low: int) -> None:
    rng = np.random.default_rng(seed)
    source, target = rng.normal(size=(9, 5)).astype(np.float32), rng.normal(size=(7, 5)).astype(np.float32)
    costs = Costs(source, target).part((0, 9), (0, 7))
    priced = costs.rows((first, 9), (low, 7))
    for a, b in SHAPES:
        block = costs.block(a, b)
        for i in range(first, 10):
            for j in range(low, 8):
                expected = block[i - a, j - b] if i >= a and j >= b else np.inf
                assert priced[a, b][i - first, j - low] == pytest.approx(expected, abs=1e-4)
