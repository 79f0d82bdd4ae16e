from __future__ import annotations

import numpy as np
import pytest

from scripts.train.data import Ids
from scripts.train.embeddings import Pairs, Side, train

OPTIONS = {
    "dimension": 16,
    "epochs": 8,
    "batch": 32,
    "rate": 0.03,
    "margin": 0.1,
    "scale": 20.0,
    "least_weight": 0.5,
    "most_weight": 2.0,
}


@pytest.fixture
def pairs() -> Pairs:
    """Return pairs in which the English of a piece is the piece 40 further on."""
    rng = np.random.default_rng(1)
    foreign: list[Ids] = [rng.integers(0, 40, rng.integers(2, 6)).astype(np.int32) for _ in range(400)]
    made = Pairs.__new__(Pairs)
    made.foreign, made.english = Side(foreign), Side([ids + 40 for ids in foreign])
    made.weights = np.ones(400)
    return made


def test_a_side_gives_bags_of_its_sentences() -> None:
    side = Side([np.array(ids, dtype=np.int32) for ids in ([1, 2], [3], [4, 5, 6])])
    ids, offsets = side.bags(np.array([2, 0]))
    assert ids.tolist() == [4, 5, 6, 1, 2]
    assert offsets.tolist() == [0, 3]


def test_a_pass_draws_each_pair_as_often_as_its_weight_says(pairs: Pairs) -> None:
    pairs.weights = np.repeat([0.5, 2.0], 200)
    drawn = np.bincount(pairs.drawn(np.random.default_rng(1)), minlength=400)
    assert (drawn[200:] == 2).all()
    assert 60 < drawn[:200].sum() < 140


def test_what_is_trained_finds_the_other_side(pairs: Pairs) -> None:
    table = train(pairs, OPTIONS, 80)
    assert table.shape == (80, 16)
    unit = table / np.linalg.norm(table, axis=1, keepdims=True)
    assert ((unit[:40] @ unit[40:].T).argmax(axis=1) == np.arange(40)).mean() > 0.9
