from __future__ import annotations

import gzip
from pathlib import Path

import pytest
import sentencepiece

from align.models import BUILTIN
from scripts.train.back import back_translated, sentences
from scripts.train.data import TAGS, WRITTEN_BY_MODEL, Encoder, encode_rows, keep

ROWS = [
    ("de", "Die Brücke bleibt gesperrt.", "The bridge remains closed."),
    ("ru", "Мост остаётся закрытым.", "The bridge remains closed."),
]


@pytest.fixture(scope="module")
def vocabulary() -> sentencepiece.SentencePieceProcessor:
    return sentencepiece.SentencePieceProcessor(model_file=str(BUILTIN / "static" / "vocabulary.model"))


def test_pairs_are_encoded_into_english(vocabulary: sentencepiece.SentencePieceProcessor) -> None:
    encoded = encode_rows("rows", 2.0, ROWS, Encoder(vocabulary), 90)
    assert [vocabulary.decode(ids.tolist()) for ids in encoded.source] == [row[1] for row in ROWS]
    assert [vocabulary.decode(ids.tolist()) for ids in encoded.target] == [row[2] for row in ROWS]


def test_in_reverse_a_tag_names_the_language(vocabulary: sentencepiece.SentencePieceProcessor) -> None:
    encoded = encode_rows("rows", 1.0, ROWS, Encoder(vocabulary, reverse=True), 90)
    assert [vocabulary.id_to_piece(int(ids[0])) for ids in encoded.source] == [TAGS["de"], TAGS["ru"]]
    assert [vocabulary.decode(ids[1:].tolist()) for ids in encoded.source] == [row[2] for row in ROWS]
    assert [vocabulary.decode(ids.tolist()) for ids in encoded.target] == [row[1] for row in ROWS]


def test_a_random_cut_is_the_same_text_in_other_pieces(
    vocabulary: sentencepiece.SentencePieceProcessor,
) -> None:
    plain = encode_rows("rows", 1.0, ROWS * 30, Encoder(vocabulary), 90)
    sampled = encode_rows("rows", 1.0, ROWS * 30, Encoder(vocabulary, sampled=0.5), 90)
    texts = [vocabulary.decode(ids.tolist()) for ids in sampled.source]
    assert texts == [row[1] for row in ROWS * 30]
    other = sum(a.tolist() != b.tolist() for a, b in zip(plain.source, sampled.source, strict=True))
    assert 10 < other < 50
    assert [ids.tolist() for ids in sampled.target] == [ids.tolist() for ids in plain.target]


def test_long_sides_are_left_out(vocabulary: sentencepiece.SentencePieceProcessor) -> None:
    assert (
        len(encode_rows("rows", 1.0, [*ROWS, ("de", "lang " * 50, "long")], Encoder(vocabulary), 40).source)
        == 2
    )


@pytest.mark.parametrize(
    ("language", "foreign", "english", "kept"),
    [
        ("de", "Die Brücke bleibt gesperrt.", "The bridge remains closed.", True),
        ("ru", "Most", "Bridge", False),
        ("de", "Mehr <b>dazu</b>", "More <b>on this</b>", False),
        ("de", "Die Brücke bleibt bis auf Weiteres gesperrt.", "Closed.", False),
        ("de", "", "Closed.", False),
    ],
)
def test_what_may_be_learned_from(language: str, foreign: str, english: str, kept: bool) -> None:
    assert keep(language, foreign, english) is kept


def test_back_translated_sources_are_tagged(
    vocabulary: sentencepiece.SentencePieceProcessor, tmp_path: Path
) -> None:
    lines = ["\t".join(row) for row in [*ROWS, ("ru", "Closed", "Closed")]]
    (tmp_path / "back.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    encoded = back_translated({"back": {"weight": 0.5}}, tmp_path, Encoder(vocabulary), 90)
    assert encoded.weight == 0.5
    assert [vocabulary.id_to_piece(int(ids[0])) for ids in encoded.source] == [WRITTEN_BY_MODEL] * 2
    assert [vocabulary.decode(ids[1:].tolist()) for ids in encoded.source] == [row[1] for row in ROWS]
    assert not back_translated({"back": {"weight": 0.0}}, tmp_path, Encoder(vocabulary), 90).source


def test_the_sentences_to_translate_back_always_stand_in_one_order(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    wanted = [f"The council met on day {number} and closed the bridge." for number in range(50)]
    with gzip.open(tmp_path / "en" / "minutes.txt.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join([*wanted, "Contents", "no capital stands at the beginning of this one."]))
    config = {"back": {"sources": {"en/minutes": 20}}}
    found = sentences(config, tmp_path)
    assert found == sentences(config, tmp_path)
    assert len(found) == 20
    assert set(found) < set(wanted)
