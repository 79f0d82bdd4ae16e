"""The tables of names are complete, small, and of the form that the code reads."""

from importlib.resources import files

import pytest

from align.evidence.gazetteer import entry, person_words

FOLDER = files("align.evidence")
COLUMNS = {"acronyms.tsv": 5, "regions.tsv": 4, "demonyms.tsv": 4, "gazetteer.tsv": 5}


@pytest.mark.parametrize(("name", "columns"), COLUMNS.items())
def test_every_line_has_every_language(name: str, columns: int) -> None:
    lines = FOLDER.joinpath(name).read_text(encoding="utf-8").splitlines()
    for line in lines:
        cells = line.split("\t")
        assert line.startswith("#") or (len(cells) == columns and all(cell.strip("|") for cell in cells)), (
            line
        )


def test_the_tables_stay_small() -> None:
    size = sum(len(FOLDER.joinpath(name).read_bytes()) for name in (*COLUMNS, "given_names.txt"))
    assert size < 300_000


def test_where_they_come_from_stands_beside_them() -> None:
    notice = FOLDER.joinpath("NOTICE").read_text(encoding="utf-8")
    for name in (*COLUMNS, "given_names.txt"):
        assert name in notice


def test_lists_of_common_words_hold_words_and_no_names() -> None:
    for language, common, name in (
        ("de", "handschuhe", "hamburg"),
        ("ru", "управлении", "москве"),
        ("en", "office", "london"),
    ):
        lines = FOLDER.joinpath(f"common_words.{language}.txt").read_text(encoding="utf-8").splitlines()
        words = {line.removeprefix("~") for line in lines if not line.startswith("#")}
        assert all(word.isalpha() and word == word.casefold() for word in words)
        assert common in words
        assert name not in words
    assert "common_words" in FOLDER.joinpath("NOTICE").read_text(encoding="utf-8")


def test_entries() -> None:
    known = entry("organisation", "CSTO")
    assert known is not None
    assert known.english == "CSTO"
    assert "ОДКБ" in known.forms["ru"]
    assert "thomas" in person_words()
