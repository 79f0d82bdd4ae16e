"""What every engine needs done around it, on an engine that writes its source backwards."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from align.translation import SentenceTranslator
from align.translation.sentences import has_words


class Upper:
    """A small engine: a piece is a word, a translation the words in capitals; it remembers its batches."""

    name = "upper"

    def __init__(self, max_pieces: int = 12) -> None:
        self.max_pieces = max_pieces
        self.batches: list[list[int]] = []

    def encode(self, text: str) -> list[str]:
        return text.split()

    def likelihood(self, text: str) -> float:
        return 0.0

    def decode(self, pieces: Sequence[str]) -> str:
        return " ".join(pieces)

    def run(self, batch: Sequence[Sequence[str]], *, max_length: int) -> list[list[list[str]]]:
        self.batches.append([len(pieces) for pieces in batch])
        # The limit is part of the answer, so that a limit that depended on the batch would show.
        return [[[piece.upper() for piece in pieces] + [str(max_length)]] for pieces in batch]


class Words(Upper):
    """The same without the limit in its answer."""

    def run(self, batch: Sequence[Sequence[str]], *, max_length: int) -> list[list[list[str]]]:
        return [[row[:-1]] for (row,) in super().run(batch, max_length=max_length)]


WORD = st.sampled_from(
    ["der", "Minister", "sagte,", "dass", "am", "3.", "Mai", "—", "переговоры", "и", "встреча;"]
)
TEXT = st.lists(WORD, max_size=40).map(" ".join)


@given(st.lists(TEXT, max_size=20), st.integers(1, 200))
def test_batch_size_does_not_matter(texts: list[str], batch_pieces: int) -> None:
    whole = SentenceTranslator(Upper()).translate(texts)
    assert SentenceTranslator(Upper(), batch_pieces=batch_pieces).translate(texts) == whole


@given(st.lists(TEXT, max_size=20))
def test_no_word_is_lost_and_the_order_is_kept(texts: list[str]) -> None:
    results = SentenceTranslator(Words(max_pieces=5)).translate(texts)
    expected = [" ".join(text.upper().split()) if has_words(text) else text for text in texts]
    assert results == expected


@given(st.lists(TEXT, max_size=20))
def test_no_source_is_longer_than_the_model_takes(texts: list[str]) -> None:
    engine = Upper(max_pieces=5)
    SentenceTranslator(engine).translate(texts)
    assert all(length <= 5 for batch in engine.batches for length in batch)


def test_empty_lines_numbers_punctuation_and_addresses_pass_through() -> None:
    texts = ["", "   ", "…", "12,5 %", "— 13.02.2026 —", "https://example.org/a?b=1", "redaktion@example.org"]
    engine = Upper()
    assert SentenceTranslator(engine).translate(texts) == texts
    assert engine.batches == []


def test_a_repeated_text_is_translated_once() -> None:
    engine = Words()
    assert SentenceTranslator(engine).translate(["Guten Tag"] * 3) == ["GUTEN TAG"] * 3
    assert engine.batches == [[2]]


def test_a_long_sentence_is_cut_at_a_clause_border() -> None:
    engine = Words(max_pieces=6)
    SentenceTranslator(engine).translate(["Er kam am Montag; sie blieb noch bis Freitag dort"])
    assert engine.batches == [[4, 6]]


def test_progress_ends_at_the_total() -> None:
    seen: list[tuple[int, int]] = []
    SentenceTranslator(Upper(), batch_pieces=2).translate(
        ["ein Satz", "noch ein Satz"], progress=lambda done, total: seen.append((done, total))
    )
    assert seen == [(1, 2), (2, 2)]
