"""Nothing that German, Russian or English is written with is lost in the built-in vocabularies."""

from __future__ import annotations

import pytest
import sentencepiece

from align.models import BUILTIN

GERMAN = "abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜẞ"
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
SIGNS = "0123456789„“”‚‘’«»‹›\"'-‐–—−.,:;!?…()[]/%‰€$£₽₸№§°+=*&@#"


@pytest.fixture(scope="module", params=["de-ru-en/source.spm", "static/vocabulary.model"])
def vocabulary(request: pytest.FixtureRequest) -> sentencepiece.SentencePieceProcessor:
    return sentencepiece.SentencePieceProcessor(model_file=str(BUILTIN / request.param))


@pytest.mark.parametrize("characters", [GERMAN, RUSSIAN, SIGNS])
def test_no_character_is_lost(vocabulary: sentencepiece.SentencePieceProcessor, characters: str) -> None:
    lost = [c for c in characters if c not in vocabulary.decode(vocabulary.encode(f"a{c}a"))]
    # Compatibility normalisation may write a character in another way, but never as nothing.
    assert [c for c in lost if len(vocabulary.decode(vocabulary.encode(f"a{c}a"))) < 3] == []
    assert vocabulary.unk_id() not in vocabulary.encode(characters)


@pytest.mark.parametrize("characters", [GERMAN, RUSSIAN, "0123456789„“”«»‘’–—-"])
def test_letters_digits_quotation_marks_and_dashes_stay_what_they_are(
    vocabulary: sentencepiece.SentencePieceProcessor, characters: str
) -> None:
    assert [c for c in characters if vocabulary.decode(vocabulary.encode(f"a{c}a")) != f"a{c}a"] == []
