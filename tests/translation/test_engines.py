"""Both engines on one small real MarianMT checkpoint."""

from __future__ import annotations

from pathlib import Path

import pytest

from align import ModelError
from align.translation import SentenceTranslator, load_translator
from align.translation.decoding import Decoding
from align.translation.marian import TransformersEngine

SENTENCES = [
    "eins zwei drei",
    "neun",
    "vier vier acht null sieben",
    "sechs fünf",
    "zwei eins null neun acht drei vier",
]
ENGLISH = [
    "one two three",
    "nine",
    "four four eight zero seven",
    "six five",
    "two one zero nine eight three four",
]


def test_transformers_translates_a_checkpoint(marian_checkpoint: Path) -> None:
    assert load_translator(str(marian_checkpoint)).translate(SENTENCES) == ENGLISH


def test_ctranslate2_translates_the_same_checkpoint(converted_checkpoint: Path) -> None:
    assert load_translator(str(converted_checkpoint)).translate(SENTENCES) == ENGLISH


@pytest.mark.parametrize("beam", [1, 4])
def test_engines_agree_for_every_beam(marian_checkpoint: Path, converted_checkpoint: Path, beam: int) -> None:
    decoding = Decoding(beam=beam)
    first = load_translator(str(marian_checkpoint), decoding=decoding)
    second = load_translator(str(converted_checkpoint), decoding=decoding)
    assert first.translate(SENTENCES) == second.translate(SENTENCES)


def test_engines_give_all_that_the_beam_holds(marian_checkpoint: Path, converted_checkpoint: Path) -> None:
    decoding = Decoding(beam=3)
    engines = [
        load_translator(str(f), decoding=decoding).engine for f in (marian_checkpoint, converted_checkpoint)
    ]
    for engine in engines:
        (found,) = engine.run([engine.encode("zwei eins null")], max_length=8)
        assert len(found) == 3
        assert engine.decode(found[0]).strip() == "two one zero"
        assert len({tuple(pieces) for pieces in found}) == 3


def test_a_source_longer_than_the_model_is_cut_and_nothing_is_lost(marian_checkpoint: Path) -> None:
    engine = TransformersEngine(marian_checkpoint, decoding=Decoding(), max_pieces=7)
    long = "eins zwei drei vier fünf sechs sieben acht neun null eins zwei"
    assert len(engine.encode(long)) > 7
    assert SentenceTranslator(engine).translate([long]) == [
        "one two three four five six seven eight nine zero one two"
    ]


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="not a MarianMT checkpoint"):
        load_translator(str(tmp_path)).translate(["eins"])


def test_a_hub_model_that_is_not_cached_is_an_error_and_no_download(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModelError, match="local cache"):
        load_translator("Helsinki-NLP/opus-mt-xx-yy").translate(["eins"])


def test_an_unknown_name_says_what_there_is() -> None:
    with pytest.raises(ModelError, match="de-ru-en"):
        load_translator("nonesuch")


def test_a_broken_weights_file_is_an_error(converted_checkpoint: Path, tmp_path: Path) -> None:
    for file in converted_checkpoint.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "model.bin").write_bytes(b"nothing of the kind")
    with pytest.raises(ModelError, match="cannot load"):
        load_translator(str(tmp_path)).translate(["eins"])
