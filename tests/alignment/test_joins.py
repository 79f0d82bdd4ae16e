"""Where statements belong together, in texts whose printers set speech and brackets each in their own way."""

from __future__ import annotations

from collections.abc import Sequence
from unittest import mock

import numpy as np
import numpy.typing as npt
import pytest

from align.alignment import odds as module
from align.alignment.beads import SHAPES, Bead, Costs
from align.alignment.joins import BELIEVED, Closing, Joins, closing
from align.alignment.lengths import Lengths
from align.alignment.odds import Odds
from align.alignment.words import Words

# The Russian has speech and who says it in one statement.
GERMAN = ["„Kommst du mit?“", "fragte sie.", "Er schwieg.", "Es war still.", "Sie ging."] * 6
RUSSIAN = ["— Ты идёшь? — спросила она.", "Он молчал.", "Было тихо.", "Она ушла."] * 6
BEADS = [
    Bead(5 * i + first, 5 * i + last, 4 * i + place, 4 * i + place + 1, 0.0)
    for i in range(6)
    for place, (first, last) in enumerate([(0, 2), (2, 3), (3, 4), (4, 5)])
]
# An edition that explains its French in brackets.
FRENCH = ["« C'est joli. »", "[That is pretty.]", "He said nothing."] * 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Kommst du?“ ", Closing.QUOTE),
        ("'Be off, my dear!'", Closing.QUOTE),
        ("[Молодой человек.]", Closing.BRACKET),
        ("Уже поздно…", Closing.STOP),
        ("Wirklich nicht?", Closing.QUESTION),
        ("Finally Tom said:", Closing.COMMA),
        ("Denn sie sollen --", Closing.DASH),
        ("КОНЕЦ", Closing.WORD),
        ("", Closing.WORD),
    ],
)
def test_statements_end_with_marks_or_words(text: str, expected: Closing) -> None:
    assert closing(text) == expected


def test_what_follows_speech_in_lower_case_belongs_to_it() -> None:
    joins = Joins.learned(GERMAN, RUSSIAN, BEADS)
    german, russian = np.diff(joins.source), np.diff(joins.target)
    assert german[1] > 0.2 > 0 > german[2]
    assert german[6] == pytest.approx(german[1])
    # The first statement is joined to none, and no Russian ones are joined.
    assert german[0] == russian[0] == 0
    assert russian.max() == 0


def test_what_brackets_tell_is_believed_wholly() -> None:
    beads = [
        bead
        for i in range(0, 30, 3)
        for bead in (Bead(i, i + 2, i, i + 2, 0.0), Bead(i + 2, i + 3, i + 2, i + 3, 0.0))
    ]
    bare = [text.replace("[", "").replace("]", "") for text in FRENCH]
    told = Joins.learned(FRENCH, bare, beads)
    assert np.diff(told.source)[1] > 1
    assert np.diff(told.target)[1] == pytest.approx(BELIEVED * np.diff(told.source)[1])


def test_mirrored_texts_tell_the_same() -> None:
    there = Joins.learned(GERMAN, RUSSIAN, BEADS)
    back = Joins.learned(RUSSIAN, GERMAN, [bead.mirrored() for bead in BEADS])
    assert (there.source == back.target).all()
    assert (there.target == back.source).all()


@pytest.mark.parametrize(("first", "low"), [(0, 0), (0, 4), (7, 9), (26, 21)])
def test_spans_are_told_by_all_but_their_first_statements(first: int, low: int) -> None:
    joins = Joins(*(np.random.default_rng(size).normal(size=size) for size in (31, 25)))
    source, target = np.diff(joins.source), np.diff(joins.target)
    last, high = min(first + 8, len(source)), min(low + 6, len(target))
    rows = joins.rows((first, last), (low, high))
    assert set(rows) == set(SHAPES)
    for (a, b), table in rows.items():
        for i in range(first, last + 1):
            for j in range(low, high + 1):
                inside = i >= a and j >= b
                expected = source[i - a + 1 : i].sum() + target[j - b + 1 : j].sum() if inside else 0
                assert table[i - first, j - low] == pytest.approx(expected, abs=1e-5)


class Nothing:
    """An embedder that knows no word."""

    name = "nothing"

    def sums(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        return np.zeros((len(texts), 3), dtype=np.float32)


def test_statements_that_belong_together_are_likelier_linked_together() -> None:
    """Vectors, words and lengths are those of a right pair, whatever the pair."""
    vectors = np.ones((30, 3), dtype=np.float32)
    lengths = Lengths(np.full(30, 80.0), np.full(24, 80.0))
    words = Words(GERMAN, Nothing()), Words(RUSSIAN, Nothing())
    with mock.patch.multiple(module, ENOUGH=1, LOOSE=1_000.0, WORDS=0.0, OPENINGS=0.0):
        told = Odds(Costs(vectors, vectors[:24]), lengths, words=words).lexical(BEADS)
        assert told is not None
        pairs = told.rows((1, 30), (1, 24))[2, 1]
    assert pairs[1, 0] > pairs[2, 1]
