"""Where the translation model looks, and how likely it finds given English."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from align.models import default
from align.translation import load_translator
from align.translation.attention import Attention, AttentionReader, pieces_of

GERMAN = "Der Minister sprach am Montag in Berlin über den Handel mit Kasachstan."
ENGLISH = "The minister spoke on Monday in Berlin about trade with Kazakhstan."


@pytest.fixture(scope="module")
def reader() -> AttentionReader:
    found = load_translator().attention
    assert found is not None
    return found


def spans(text: str, *words: str) -> list[tuple[int, int]]:
    return [(text.index(word), text.index(word) + len(word)) for word in words]


def test_pieces_stand_where_their_letters_do() -> None:
    text = "Über  1,4 Mrd. рублей — «Звезда»"
    pieces = pieces_of(text, load_translator().engine.encode)
    assert "".join(text[start:end] for _, (start, end) in pieces) == "".join(text.split())
    assert all(piece.replace("▁", "") == text[start:end] for piece, (start, end) in pieces)


def test_pieces_of_a_token_that_the_vocabulary_writes_otherwise_stand_for_all_of_it() -> None:
    text = "ein ﬁnnischer Plan"
    pieces = pieces_of(text, load_translator().engine.encode)
    assert {text[start:end] for _, (start, end) in pieces[1:-1]} == {"ﬁnnischer"}


def test_the_english_of_a_word_looks_at_it(reader: AttentionReader) -> None:
    found = reader.read([(GERMAN, ENGLISH)])[GERMAN, ENGLISH]
    german = ["Minister", "Berlin", "Kasachstan"]
    shares = found.between(spans(GERMAN, *german), spans(ENGLISH, "minister", "Berlin", "Kazakhstan"))
    assert shares.argmax(axis=1).tolist() == [0, 1, 2]


def test_what_the_text_does_not_say_is_unlikely(reader: AttentionReader) -> None:
    english = "The minister spoke about wolves in Berlin."
    found = reader.read([(GERMAN, english)])[GERMAN, english]
    minister, wolves, berlin = found.of_target(spans(english, "minister", "wolves", "Berlin"))
    assert wolves < min(minister, berlin)


def test_what_the_english_leaves_out_is_hardly_looked_at(reader: AttentionReader) -> None:
    english = "The minister spoke about trade."
    found = reader.read([(GERMAN, english)])[GERMAN, english]
    minister, kazakhstan = found.on_source(spans(GERMAN, "Minister", "Kasachstan"))
    assert kazakhstan < minister


def test_a_pair_does_not_depend_on_those_read_with_it(reader: AttentionReader) -> None:
    others = [("Guten Tag.", "Hello."), (GERMAN * 2, ENGLISH), (GERMAN, "Hello."), ("Ja.", ENGLISH)]
    alone = reader.read([(GERMAN, ENGLISH)])[GERMAN, ENGLISH]
    among = reader.read([*others, (GERMAN, ENGLISH)])[GERMAN, ENGLISH]
    assert np.allclose(alone.weights, among.weights, atol=0.02)
    assert np.allclose(alone.likelihoods, among.likelihoods, atol=0.05)


def test_of_a_pair_too_long_for_the_model_nothing_is_told(reader: AttentionReader) -> None:
    long = " ".join([GERMAN] * 20)
    assert reader.read([(long, ENGLISH), (GERMAN, ENGLISH), ("", "")]).keys() == {(GERMAN, ENGLISH)}


def test_a_model_whose_card_says_nothing_of_its_attention_is_not_asked(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    for file in default("translation").path.iterdir():
        if file.name != "model.toml":
            (folder / file.name).symlink_to(file)
    translator = load_translator(str(folder))
    assert translator.attention is None
    assert translator.translate(["Guten Tag."])[0]


def test_words_of_several_pieces_add_up() -> None:
    weights = np.array([[0.5, 0.25, 0.25], [0.0, 0.5, 0.5]], dtype=np.float32)
    found = Attention(
        ((0, 2), (2, 4), (5, 6)), ((0, 3), (3, 5)), weights, np.array([-1.0, -20.0], np.float32)
    )
    assert found.on_source([(0, 4), (5, 6)]).tolist() == [1.25, 0.75]
    assert found.of_target([(0, 5), (0, 3)]).tolist() == [-4.5, -1.0]
    assert found.between([(0, 4), (5, 6)], [(0, 5)]).tolist() == [[0.625, 0.375]]
