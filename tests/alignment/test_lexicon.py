"""What two texts tell of their words, on short texts and against sums word by word."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import product
from unittest import mock

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.alignment import odds as module
from align.alignment.beads import SHAPES, Bead, Costs
from align.alignment.lengths import Lengths, sizes
from align.alignment.lexicon import FREE, Lexicon, likelier
from align.alignment.monotone import monotone
from align.alignment.odds import Odds
from align.alignment.words import Words

ANIMALS = (("Hund", "dog"), ("Katze", "cat"), ("Pferd", "horse"), ("Wolf", "wolf"))
VERBS = (("schläft", "sleeps"), ("frisst", "eats"), ("läuft", "runs"), ("trinkt", "drinks"))
GERMAN = [f"{animal} {verb}." for animal, _ in ANIMALS for verb, _ in VERBS]
ENGLISH = [f"{animal} {verb}." for _, animal in ANIMALS for _, verb in VERBS]
IN_ORDER = [Bead(i, i + 1, i, i + 1, 0.0) for i in range(len(GERMAN))]
TEXTS = st.lists(st.lists(st.sampled_from("abcdef"), max_size=4).map(" ".join), min_size=2, max_size=8)


class Nothing:
    """An embedder that knows no word."""

    name = "nothing"

    def sums(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        return np.zeros((len(texts), 3), dtype=np.float32)


def words(texts: Sequence[str]) -> Words:
    return Words(texts, Nothing())


def pairs_of(source: Sequence[str], target: Sequence[str]) -> list[Bead]:
    return [Bead(i, i + 1, i, i + 1, 0.0) for i in range(min(len(source), len(target)))]


def test_forms_of_a_word_are_one_word() -> None:
    found = words(["Straßenbahnen fahren", "die Straßenbahn fährt"])
    assert found.of(0, 1)[0] == found.of(1, 2)[1]
    assert found.different == 4


def test_a_statement_without_words_has_none() -> None:
    found = words(["Ja.", "***", "Ja, ja."])
    assert [len(found.of(i, i + 1)) for i in range(3)] == [1, 0, 2]


def test_words_that_stand_together_again_and_again_translate_each_other() -> None:
    lexicon = Lexicon.learned(words(GERMAN), words(ENGLISH), IN_ORDER)
    table = lexicon.rows((1, 16), (1, 16))[1, 1]
    assert (table.argmax(axis=1) == np.arange(16)).all()
    assert table[0, 0] > 0 > table[0, 5]  # a dog that sleeps, a cat that eats


@given(TEXTS, TEXTS)
def test_mirrored_texts_tell_the_same(source: list[str], target: list[str]) -> None:
    beads = pairs_of(source, target)
    mirrored = [Bead(b.target_start, b.target_end, b.source_start, b.source_end, 0.0) for b in beads]
    there = Lexicon.learned(words(source), words(target), beads).rows((0, len(source)), (0, len(target)))
    back = Lexicon.learned(words(target), words(source), mirrored).rows((0, len(target)), (0, len(source)))
    for a, b in SHAPES:
        np.testing.assert_allclose(there[a, b], back[b, a].T, rtol=1e-3, atol=1e-3)


def told(ratios: npt.NDArray[np.float32], here: npt.NDArray[np.int64], there: npt.NDArray[np.int64]) -> float:
    """What the words ``here`` tell of those ``there``, one by one."""
    mean = lambda word: sum(ratios[other, word] for other in here) / max(1, len(here))  # noqa: E731
    return sum(math.log(FREE + (1 - FREE) * mean(word)) for word in there)


@given(TEXTS, TEXTS, st.integers(0, 2), st.integers(0, 2))
def test_spans_are_told_word_by_word(source: list[str], target: list[str], first: int, low: int) -> None:
    left, right = words(source), words(target)
    lexicon = Lexicon.learned(left, right, pairs_of(source, target))
    ratios = lexicon._between(np.arange(left.different), np.arange(right.different))
    rows = lexicon.rows((first, len(source)), (low, len(target)))
    for (a, b), i, j in product(SHAPES, range(first, len(source) + 1), range(low, len(target) + 1)):
        expected = 0.0
        if i >= a and j >= b:
            here, there = left.of(i - a, i), right.of(j - b, j)
            expected = (told(ratios, here, there) + told(ratios.T, there, here)) / 2
        assert rows[a, b][i - first, j - low] == pytest.approx(expected, abs=1e-3)


def test_the_closer_two_words_the_likelier_they_stand_together() -> None:
    found = likelier(np.array([-0.5, 0.0, 0.1, 0.3, 0.6, 1.0], dtype=np.float32))
    assert list(found) == sorted(found)
    assert found[0] < 1 < found[-1]


@pytest.mark.parametrize(("enough", "told_apart"), [(30, True), (1_000, False)])
def test_a_lexicon_of_the_texts_tells_which_statement_was_left_out(enough: int, told_apart: bool) -> None:
    """Sixty statements of one length; vectors do not tell apart those around three that are left out."""
    source = [
        " ".join(
            2 * start + "abcdefg"[(i // every + i * step) % 7]
            for start, every, step in zip("kmpt", (1, 2, 3, 5), (1, 2, 3, 1), strict=True)
        )
        for i in range(60)
    ]
    target = [text.translate(str.maketrans("kmpt", "xzäß")) for text in source]
    vectors = np.eye(63, dtype=np.float32)[:60]
    left_out = (16, 33, 49)
    for number, i in enumerate(left_out):
        vectors[i - 2 : i + 3] = np.eye(63)[60 + number]
    kept = np.delete(np.arange(60), left_out).tolist()
    target = [target[i] for i in kept]
    given_odds = Odds(
        Costs(vectors, vectors[kept]),
        Lengths(sizes(source), sizes(target)),
        words=(words(source), words(target)),
    )
    with mock.patch.multiple(module, ENOUGH=enough, LOOSE=1_000.0):
        links = {(bead.source_start, bead.target_start) for bead in monotone(given_odds)}
    assert (links == {(i, j) for j, i in enumerate(kept)}) is told_apart


def test_short_texts_and_those_whose_distances_tell_enough_learn_no_lexicon() -> None:
    vectors = np.eye(120, dtype=np.float32)
    texts = [f"Satz {i}" for i in range(120)]
    lengths = Lengths(sizes(texts), sizes(texts))
    beads = [Bead(i, i + 1, i, i + 1, 0.0) for i in range(120)]
    pair = (words(texts), words(texts))
    assert Odds(Costs(vectors, vectors), lengths, words=pair).lexical(beads) is None
    with mock.patch.object(module, "LOOSE", 1_000.0):
        assert Odds(Costs(vectors, vectors), lengths, words=pair).lexical(beads) is not None
        assert Odds(Costs(vectors, vectors), lengths).lexical(beads) is None
        with mock.patch.object(module, "ENOUGH", 121):
            assert Odds(Costs(vectors, vectors), lengths, words=pair).lexical(beads) is None
