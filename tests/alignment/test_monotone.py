"""The dynamic programming against a search through everything."""

from __future__ import annotations

import math
from functools import cache
from itertools import pairwise
from unittest import mock

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from align.alignment import monotone as module
from align.alignment.beads import SHAPES, Bead, Costs
from align.alignment.chain import anchors, longest_ascending
from align.alignment.lengths import Lengths
from align.alignment.monotone import likeliest, monotone, settled
from align.alignment.odds import REPORTS, TRANSLATIONS, Odds

Floats = npt.NDArray[np.float32]
VECTORS = hnp.arrays(
    np.float32, st.tuples(st.integers(0, 6), st.just(3)), elements=st.floats(-1, 1, width=16)
)


def odds(source: Floats, target: Floats, *, descending: bool = False) -> Odds:
    step = -7 if descending else 10
    lengths = Lengths(5.0 + 10 * np.arange(len(source)), 95.0 + step * np.arange(len(target)))
    return Odds(Costs(source, target), lengths)


def likeliest_sum(odds: Odds) -> float:
    """What the best alignment adds up to, by trying every one."""
    n, m = odds.size

    @cache
    def best(i: int, j: int) -> float:
        if i == 0 and j == 0:
            return 0.0
        choices = []
        if i:
            choices.append(best(i - 1, j) + odds.prices.unmatched)
        if j:
            choices.append(best(i, j - 1) + odds.prices.unmatched)
        for a, b in SHAPES:
            if a <= i and b <= j:
                choices.append(best(i - a, j - b) + float(odds.rows((i, i), (j, j))[a, b][0, 0]))
        return max(choices)

    return best(n, m)


def total(odds: Odds, beads: list[Bead]) -> float:
    return sum(odds.gain(bead) for bead in beads) + odds.prices.unmatched * sum(odds.size)


@given(VECTORS, VECTORS, st.booleans())
def test_it_finds_the_likeliest_alignment(source: Floats, target: Floats, descending: bool) -> None:
    given_odds = odds(source, target, descending=descending)
    assert total(given_odds, likeliest(given_odds, [])) == pytest.approx(likeliest_sum(given_odds), abs=1e-3)


@given(VECTORS, VECTORS)
def test_beads_ascend_and_share_no_statement(source: Floats, target: Floats) -> None:
    beads = monotone(odds(source, target))
    for before, after in pairwise(beads):
        assert before.source_end <= after.source_start
        assert before.target_end <= after.target_start


@example(
    np.array([[0, -0.5, -0.5], [-0.5] * 3, [-0.5, -1, -0.5], *[[-0.5] * 3] * 3], dtype=np.float32),
    np.array(
        [[0, -0.03125, -0.03125], [-0.03125] * 3, [0, -1, -0.03125], *[[-0.03125] * 3] * 3], dtype=np.float32
    ),
)
@given(VECTORS, VECTORS)
def test_mirrored_texts_give_an_alignment_as_likely(source: Floats, target: Floats) -> None:
    lengths = Lengths(5.0 + 10 * np.arange(len(source)), 95.0 - 7 * np.arange(len(target)))
    there = Odds(Costs(source, target), lengths)
    back = Odds(Costs(target, source), Lengths(lengths.target, lengths.source))
    assert total(there, likeliest(there, [])) == pytest.approx(total(back, likeliest(back, [])), abs=1e-3)


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.sampled_from([("PART", 12), ("MOST", 10)]))
def test_parts_and_bands_find_what_the_whole_search_finds(seed: int, limit: tuple[str, int]) -> None:
    rng = np.random.default_rng(seed)
    source = rng.normal(size=(90, 32)).astype(np.float32)
    kept = np.sort(rng.choice(90, 75, replace=False))
    target = source[kept] + 0.2 * rng.normal(size=(75, 32)).astype(np.float32)
    size = rng.uniform(20, 200, 90)
    given_odds = Odds(Costs(source, target), Lengths(size, size[kept]))
    chain = longest_ascending(anchors(given_odds.mutual))
    whole = total(given_odds, likeliest(given_odds, chain))
    with mock.patch.object(module, *limit):
        assert total(given_odds, likeliest(given_odds, chain)) == pytest.approx(whole, abs=1e-3)


def test_an_unmatched_statement_is_told_however_long_the_text() -> None:
    """Sums in the thousands must not be taken for insertions by rounding."""
    rng = np.random.default_rng(0)
    source = rng.normal(size=(140, 64)).astype(np.float32)
    target = np.delete(source, 70, axis=0)
    size = rng.uniform(400, 900, 140)
    beads = monotone(Odds(Costs(source, target), Lengths(size, np.delete(size, 70))))
    assert [(b.source_start, b.target_start) for b in beads] == [
        (i, i - (i > 70)) for i in range(140) if i != 70
    ]


def test_a_text_is_cut_inside_runs_of_anchors() -> None:
    with mock.patch.object(module, "PART", 3):
        assert module._cuts([(0, 0), (1, 1), (2, 2), (3, 3), (4, 5), (5, 6), (6, 7), (7, 8)]) == [(5, 6)]


def test_lengths_tell_a_merged_pair_from_a_left_out_statement() -> None:
    vectors = np.array([[1, 0.5], [0.8, 0.8]], dtype=np.float32)
    joined = vectors.sum(axis=0, keepdims=True)
    long, short = (
        Odds(Costs(vectors, joined), Lengths(np.array([60.0, 60.0]), np.array([size])))
        for size in (120.0, 60.0)
    )
    both = Bead(0, 2, 0, 1, 0.0)
    assert long.gain(both) > short.gain(both)


def test_a_first_pass_makes_rare_what_it_did_not_find() -> None:
    vectors = np.eye(60, dtype=np.float32)
    first = Odds(Costs(vectors, vectors), Lengths(np.full(60, 80.0), np.full(60, 80.0)))
    told = first.priced([Bead(i, i + 1, i, i + 1, 0.0) for i in range(60)])
    assert told.prices.unmatched < first.prices.unmatched
    assert told.prices.shapes[2, 1] < first.prices.shapes[2, 1]
    assert told.prices.shapes[1, 1] > first.prices.shapes[1, 1]


def unlike_pair(*, left_out: int = 0) -> tuple[Odds, int]:
    """Return twelve statements and their translations, a pair of strangers in the middle, some left out."""
    vectors = np.eye(14, dtype=np.float32)
    source = np.delete(vectors, 13, axis=0)[:12]
    target = source.copy()
    target[6] = vectors[13]
    target = target[: 12 - left_out]
    size = np.tile([70.0, 90.0, 110.0], 4)
    return Odds(Costs(source, target), Lengths(size, size[: len(target)])), 12 - left_out


def test_the_only_bead_of_two_and_two_does_not_vouch_for_itself() -> None:
    vectors = np.eye(60, dtype=np.float32)
    first = Odds(Costs(vectors, vectors), Lengths(np.full(60, 80.0), np.full(60, 80.0)))
    single = [Bead(i, i + 1, i, i + 1, 0.0) for i in range(60)]
    none, one, two = (
        first.priced([Bead(i, i + 2, i, i + 2, 0.0) for i in range(0, 2 * k, 2)] + single[2 * k :])
        for k in range(3)
    )
    assert one.prices.shapes[2, 2] == pytest.approx(none.prices.shapes[2, 2], abs=0.05)
    assert two.prices.shapes[2, 2] > one.prices.shapes[2, 2] + 1


def test_in_a_faithful_translation_a_pair_of_strangers_between_neighbours_is_a_link() -> None:
    given_odds, count = unlike_pair()
    assert [(b.source_start, b.target_start) for b in monotone(given_odds)] == [(i, i) for i in range(count)]


def test_where_a_text_leaves_something_out_strangers_stay_apart() -> None:
    given_odds, count = unlike_pair(left_out=2)
    assert [(b.source_start, b.target_start) for b in monotone(given_odds)] == [
        (i, i) for i in range(count) if i != 6
    ]


def test_texts_of_strangers_have_no_links_though_they_are_as_long() -> None:
    vectors = np.eye(12, dtype=np.float32)
    lengths = Lengths(np.tile([40.0, 90.0, 200.0], 2), np.tile([200.0, 90.0, 40.0], 2))
    assert monotone(Odds(Costs(vectors[:6], vectors[6:]), lengths)) == []


def test_evidence_against_a_pair_is_bounded() -> None:
    given_odds, _ = unlike_pair()
    strangers = Bead(2, 3, 8, 9, 0.0)
    bound = math.log(TRANSLATIONS.freely)
    assert given_odds.gain(strangers) - given_odds.prior(1, 1) == pytest.approx(bound, abs=0.01)
    assert (
        Odds(given_odds.costs, Lengths(np.full(12, 80.0), np.full(12, 80.0)), REPORTS).gain(strangers)
        < bound - 1
    )


def test_passes_end_when_the_prices_stay() -> None:
    vectors = np.eye(60, dtype=np.float32)
    given_odds = Odds(Costs(vectors, vectors), Lengths(np.full(60, 80.0), np.full(60, 80.0)))
    beads = likeliest(given_odds, [])
    with mock.patch.object(module, "likeliest", return_value=beads) as search:
        assert settled(given_odds, [])[0] == beads
    assert search.call_count == 2


@pytest.mark.parametrize(("long", "times"), [(11, 2), (12, 3)])
def test_a_long_text_is_aligned_twice(long: int, times: int) -> None:
    given_odds, _ = unlike_pair()
    found = [[], likeliest(given_odds, []), []]  # as if every pass told something else
    with (
        mock.patch.object(module, "LONG", long),
        mock.patch.object(module, "likeliest", side_effect=found) as search,
    ):
        settled(given_odds, [])
    assert search.call_count == times


def test_an_empty_side_leaves_the_other_unmatched() -> None:
    vectors = np.ones((3, 4), dtype=np.float32)
    assert monotone(odds(vectors, vectors[:0])) == []
    assert monotone(odds(vectors[:0], vectors)) == []


@given(st.integers(0, 1_000), st.integers(0, 9), st.integers(0, 7))
def test_distances_are_those_of_the_vectors_of_spans(seed: int, first: int, low: int) -> None:
    rng = np.random.default_rng(seed)
    source, target = rng.normal(size=(9, 5)).astype(np.float32), rng.normal(size=(7, 5)).astype(np.float32)
    costs = Costs(source, target).part((0, 9), (0, 7))
    distances = costs.rows((first, 9), (low, 7))
    for a, b in SHAPES:
        block = costs.span_distances(a, b)
        for i in range(first, 10):
            for j in range(low, 8):
                expected = block[i - a, j - b] if i >= a and j >= b else np.inf
                assert distances[a, b][i - first, j - low] == pytest.approx(expected, abs=1e-4)


def test_one_statement_may_stand_for_six() -> None:
    whole = np.eye(8, dtype=np.float32)
    source = np.vstack([whole[0], whole[1:7].sum(axis=0), whole[7]])
    costs, lengths = Costs(source, whole), Lengths(np.array([40.0, 240.0, 40.0]), np.full(8, 40.0))
    beads = monotone(Odds(costs, lengths))
    assert [(b.source_start, b.source_end, b.target_start, b.target_end) for b in beads] == [
        (0, 1, 0, 1),
        (1, 2, 1, 7),
        (2, 3, 7, 8),
    ]


def test_two_and_two_are_two_pairs_where_nothing_seems_left_out() -> None:
    rng = np.random.default_rng(0)
    source = rng.normal(size=(9, 40)).astype(np.float32)
    target = source + np.float32(0.35) * rng.normal(size=source.shape).astype(np.float32)
    target[:2] = source[:2].sum(axis=0) / 2  # each says half of both
    target[5] = rng.normal(size=40) + 0.2 * source[5]  # and one is worded freely
    lengths = Lengths(np.full(9, 100.0), np.full(9, 100.0))
    beads = monotone(Odds(Costs(source, target), lengths))
    assert [(bead.source_start, bead.source_end, bead.target_start, bead.target_end) for bead in beads] == [
        (number, number + 1, number, number + 1) for number in range(9)
    ]


@pytest.mark.parametrize(("few", "place"), [(1, 1500), (2, 700), (3, 2997)])
def test_a_few_statements_are_found_in_a_long_text(few: int, place: int) -> None:
    rng = np.random.default_rng(1)
    target = rng.normal(size=(3000, 32)).astype(np.float32)
    source = target[place : place + few] + np.float32(0.1) * rng.normal(size=(few, 32)).astype(np.float32)
    lengths = Lengths(np.full(few, 100.0), np.full(3000, 100.0))
    there = monotone(Odds(Costs(source, target), lengths))
    back = monotone(Odds(Costs(target, source), Lengths(lengths.target, lengths.source)))
    for beads in there, [bead.mirrored() for bead in back]:
        assert [(b.source_start, b.source_end, b.target_start, b.target_end) for b in beads] == [
            (i, i + 1, place + i, place + i + 1) for i in range(few)
        ]
