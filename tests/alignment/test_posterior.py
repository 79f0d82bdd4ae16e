"""Probabilities of beads against a sum over every alignment."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from align.alignment.beads import Bead
from align.alignment.posterior import Scores, joined, probabilities, unmatched, worthwhile

SHAPES = ((1, 1), (1, 2), (2, 1), (2, 3))
Alignment = tuple[tuple[int, int, int, int], ...]


@st.composite
def scores(draw: st.DrawFn) -> Scores:
    n, m = draw(st.integers(1, 3)), draw(st.integers(1, 4))
    numbers = np.random.default_rng(draw(st.integers(0, 1000)))
    beads = {(a, b): numbers.normal(size=(n + 1 - a, m + 1 - b)) * 2 for a, b in SHAPES if a <= n and b <= m}
    return Scores(beads, numbers.normal(size=n), numbers.normal(size=m))


def alignments(scores: Scores, i: int = 0, j: int = 0) -> Iterator[tuple[Alignment, float]]:
    """Yield every chain of beads in order from two borders on, with the weight of its beads."""
    yield (), 0.0
    n, m = scores.size
    for k in range(i, n):
        for l in range(j, m):  # noqa: E741
            for (a, b), own in scores.beads.items():
                if k + a <= n and l + b <= m:
                    for rest, weight in alignments(scores, k + a, l + b):
                        yield ((k, k + a, l, l + b), *rest), weight + float(own[k, l])


def weighed(scores: Scores) -> list[tuple[Alignment, float]]:
    """Return every alignment with its probability."""
    found = []
    for beads, weight in alignments(scores):
        rows = {i for first, last, _, _ in beads for i in range(first, last)}
        columns = {j for _, _, first, last in beads for j in range(first, last)}
        alone = sum(w for i, w in enumerate(scores.source) if i not in rows)
        alone += sum(w for j, w in enumerate(scores.target) if j not in columns)
        found.append((beads, math.exp(weight + alone)))
    total = sum(weight for _, weight in found)
    return [(beads, weight / total) for beads, weight in found]


@given(scores())
def test_beads_are_as_likely_as_the_alignments_that_hold_them(scores: Scores) -> None:
    every = weighed(scores)
    found, _ = probabilities(scores)
    for (a, b), likely in found.items():
        for (i, j), chance in np.ndenumerate(likely):
            expected = sum(p for beads, p in every if (i, i + a, j, j + b) in beads)
            assert math.isclose(chance, expected, abs_tol=1e-9)


@given(scores())
def test_statements_stand_in_a_bead_or_in_none(scores: Scores) -> None:
    found, _ = probabilities(scores)
    source, target = unmatched(found, scores.size)
    every = weighed(scores)
    for i, chance in enumerate(source):
        expected = sum(p for beads, p in every if not any(a <= i < b for a, b, _, _ in beads))
        assert math.isclose(chance, expected, abs_tol=1e-9)
    for j, chance in enumerate(target):
        expected = sum(p for beads, p in every if not any(a <= j < b for _, _, a, b in beads))
        assert math.isclose(chance, expected, abs_tol=1e-9)


@given(scores())
def test_two_statements_are_joined_as_often_as_a_bead_holds_both(scores: Scores) -> None:
    found = joined(probabilities(scores)[0], scores.size)
    every = weighed(scores)
    for (i, j), chance in np.ndenumerate(found):
        expected = sum(p for beads, p in every if any(a <= i < b and c <= j < d for a, b, c, d in beads))
        assert math.isclose(chance, expected, abs_tol=1e-9)


@given(scores(), st.sampled_from([0.0, 0.1, 0.3]))
def test_the_beads_worth_most_are_found(scores: Scores, least: float) -> None:
    likely, _ = probabilities(scores)

    def worth(beads: Alignment) -> float:
        return sum(float(likely[b - a, d - c][a, c]) - least for a, b, c, d in beads)

    def place(bead: Bead) -> tuple[int, int, int, int]:
        return bead.source_start, bead.source_end, bead.target_start, bead.target_end

    found = tuple(place(bead) for bead in worthwhile(likely, scores.size, least=least))
    assert all(a[1] <= b[0] and a[3] <= b[2] for a, b in pairwise(found))
    assert math.isclose(worth(found), max(worth(beads) for beads, _ in weighed(scores)), abs_tol=1e-9)
