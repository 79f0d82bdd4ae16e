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


def test_entries() -> None:
    known = entry("organisation", "CSTO")
    assert known is not None
    assert known.english == "CSTO"
    assert "ОДКБ" in known.forms["ru"]
    assert "thomas" in person_words()
