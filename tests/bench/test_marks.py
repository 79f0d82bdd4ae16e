"""The benchmark of word marks: cases of which it is known what one side adds, and how marks are counted."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from scripts.bench.marks.cases import Case, Side, cases, insert
from scripts.bench.marks.counts import Counts, count

GERMAN = [
    "Der Rat tagte am Montag, obwohl viele Mitglieder in Prag geblieben waren.",
    "Die Stadt baut eine Brücke, die im nächsten Jahr fertig werden soll.",
    "Der Verein sucht Helfer.",
    "Die Bahn fährt wieder nach Dresden, weil das Wasser gesunken ist.",
]
ENGLISH = [
    "The council met on Monday, although many members had stayed in Prague.",
    "The city is building a bridge, which is to be finished next year.",
    "The club is looking for helpers.",
    "The train runs to Dresden again, because the water has gone down.",
]
RUSSIAN = [
    "Совет собрался в понедельник, хотя многие депутаты остались в Праге.",
    "Город строит мост, который должен быть готов в следующем году.",
    "Клуб ищет помощников.",
    "Поезда снова ходят до Дрездена, потому что вода спала.",
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    files = {"deu-eng.deu": GERMAN, "deu-eng.eng": ENGLISH, "rus-eng.rus": RUSSIAN, "rus-eng.eng": ENGLISH}
    for folder in ("mt", "sts"):
        (tmp_path / folder).mkdir()
    for name, lines in files.items():
        text = "\n".join(line for _ in range(30) for line in lines)
        (tmp_path / "mt" / f"newstest2018.{name}").write_text(text, encoding="utf-8")
    for language in ("de", "en", "ru"):
        text = "Ein Hund rennt.,Es rennt ein Hund.,5.0\nEin Kind isst.,Ein Kind singt.,1.0\n" * 2
        (tmp_path / "sts" / f"stsb-{language}-dev.csv").write_text(text, encoding="utf-8")
    return tmp_path


def sides(case: Case) -> tuple[Side, Side]:
    return case.left, case.right


def test_what_was_added_is_in_one_side_and_the_rest_is_a_line_of_the_texts(data: Path) -> None:
    found = [case for case in cases(data, half="measured", each=20) if case.change == "clause added"]
    assert {case.pair for case in found} == {"de-en", "ru-en", "de-ru"}
    for case in found:
        ((side, (start, end)),) = [(side, span) for side in sides(case) for span in side.added]
        assert side.text[: start - 2] + side.text[end:] in GERMAN + ENGLISH + RUSSIAN
        assert any(side.text[start:end] in line for line in GERMAN + ENGLISH + RUSSIAN)


def test_phrases_begin_with_a_preposition_and_no_comma_shows_them(data: Path) -> None:
    found = [case for case in cases(data, half="measured", each=20) if case.change == "phrase added"]
    phrases = {s.text[start:end] for case in found for s in sides(case) for start, end in s.added}
    assert {"am Montag", "nach Dresden", "on Monday", "in Prague", "до Дрездена"} & phrases
    for case in found:
        for side in sides(case):
            assert all(side.text[start - 2] != "," for start, _ in side.added)


def test_a_clause_left_out_of_one_side_is_what_the_other_adds(data: Path) -> None:
    found = [case for case in cases(data, half="learned", each=20) if case.change == "clause left out"]
    assert found
    for case in found:
        full, cut = sorted(sides(case), key=lambda side: not side.added)
        ((start, end),) = full.added
        assert cut.added == ()
        assert full.text in GERMAN + ENGLISH + RUSSIAN
        assert "," not in full.text[start:end]
        assert "," not in cut.text


def test_what_is_learned_from_is_not_measured(data: Path) -> None:
    halves = [cases(data, half=half, each=20) for half in ("measured", "learned")]
    first, second = (
        {case.left.text for case in half if case.change == "paraphrase, untouched"} for half in halves
    )
    assert first == {"Ein Hund rennt."}
    assert second == set()


def test_the_same_cases_come_again(data: Path) -> None:
    assert cases(data, half="measured", each=9) == cases(data, half="measured", each=9)


def test_insert_tells_where_the_phrase_is() -> None:
    text, (start, end) = insert("Er kam, sah und siegte.", "wie immer", Random(1), comma=True)
    assert text[start:end] == "wie immer"
    assert text[: start - 2] + text[end:] == "Er kam, sah und siegte."


def test_counts_of_letters_and_words() -> None:
    side = Side("Er kam, wie immer, zu spät.", "de", ((8, 17),))
    found = count(side, [(12, 17), (19, 21)])
    assert (found.right, found.marked, found.added) == (5, 7, 8)
    assert found.precision == pytest.approx(5 / 7)
    assert found.recall == pytest.approx(5 / 8)
    assert found.f1 == pytest.approx(10 / 15)
    assert found.per_hundred == pytest.approx(100 * 2 / 6)
    assert (found + count(side, [])).added == 16
    assert Counts().f1 is None
