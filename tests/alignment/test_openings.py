"""How statements begin, in texts whose printers mark speech each in their own way."""

from __future__ import annotations

from collections.abc import Sequence
from unittest import mock

import numpy as np
import numpy.typing as npt
import pytest

from align.alignment import odds as module
from align.alignment.beads import SHAPES, Bead, Costs
from align.alignment.lengths import Lengths
from align.alignment.odds import Odds
from align.alignment.openings import Opening, Openings, opening
from align.alignment.words import Words

GERMAN = [
    "„Kommst du mit?“",
    "Er schwieg.",
    "„Nein“, sagte er dann.",
    "Sie ging.",
    "„Schade.“",
    "Es war still.",
] * 5
RUSSIAN = ["— Ты идёшь?", "Он молчал.", "— Нет, — сказал он потом.", "Она ушла.", "— Жаль.", "Было тихо."] * 5
IN_ORDER = [Bead(i, i + 1, i, i + 1, 0.0) for i in range(len(GERMAN))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Kommst du?“", Opening.QUOTE),
        (" «Ты идёшь?»", Opening.QUOTE),
        (',,Soll ich dich prügeln?"', Opening.QUOTE),
        ("'Be off, my dear!'", Opening.QUOTE),
        ("-- Погоди! образуется.", Opening.DASH),
        ("[A young man.]", Opening.BRACKET),
        ("1914 begann der Krieg.", Opening.FIGURE),
        ("und er ging.", Opening.LOWER),
        ("Уже поздно.", Opening.WORD),
    ],
)
def test_statements_begin_with_marks_or_words(text: str, expected: Opening) -> None:
    assert opening(text) == expected


def test_what_marks_speech_in_either_text_is_learned() -> None:
    odds = Openings.learned(GERMAN, RUSSIAN, IN_ORDER).odds
    assert odds[Opening.QUOTE, Opening.DASH] > 0.3
    assert odds[Opening.WORD, Opening.WORD] > 0.3
    assert odds[Opening.QUOTE, Opening.WORD] < -0.5
    assert odds[Opening.FIGURE, Opening.DASH] == 0


def test_mirrored_texts_tell_the_same() -> None:
    there = Openings.learned(GERMAN, RUSSIAN, IN_ORDER[::2])
    back = Openings.learned(RUSSIAN, GERMAN, IN_ORDER[::2])
    assert (there.odds == back.odds.T).all()


@pytest.mark.parametrize(("first", "low"), [(0, 0), (0, 4), (7, 9), (28, 27)])
def test_spans_are_told_by_their_first_statements(first: int, low: int) -> None:
    openings = Openings.learned(GERMAN, RUSSIAN, IN_ORDER)
    last, high = min(first + 8, len(GERMAN)), min(low + 6, len(RUSSIAN))
    rows = openings.rows((first, last), (low, high))
    assert set(rows) == set(SHAPES)
    for (a, b), table in rows.items():
        for i in range(first, last + 1):
            for j in range(low, high + 1):
                inside = i >= a and j >= b
                expected = openings.odds[opening(GERMAN[i - a]), opening(RUSSIAN[j - b])] if inside else 0
                assert table[i - first, j - low] == expected


class Nothing:
    """An embedder that knows no word."""

    name = "nothing"

    def sums(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        return np.zeros((len(texts), 3), dtype=np.float32)


def test_speech_is_likelier_linked_with_speech() -> None:
    """Vectors, words and lengths are those of a right pair, whatever the pair."""
    vectors = np.ones((len(GERMAN), 3), dtype=np.float32)
    lengths = Lengths(np.full(len(GERMAN), 80.0), np.full(len(RUSSIAN), 80.0))
    words = Words(GERMAN, Nothing()), Words(RUSSIAN, Nothing())
    with mock.patch.multiple(module, ENOUGH=1, LOOSE=1_000.0, WORDS=0.0):
        told = Odds(Costs(vectors, vectors), lengths, words=words).lexical(IN_ORDER)
        assert told is not None
        pairs = told.rows((1, len(GERMAN)), (1, len(RUSSIAN)))[1, 1]
    assert pairs[0, 2] > pairs[0, 1]
    assert pairs[1, 3] > pairs[1, 2]
