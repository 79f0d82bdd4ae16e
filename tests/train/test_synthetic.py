from __future__ import annotations

import re

import pytest

from scripts.train.synthetic import ENGLISH, GERMAN, given_cases, rows, surname_cases, transliterate


@pytest.mark.parametrize(
    ("name", "german", "english"),
    [
        ("Кулубаев", "Kulubajew", "Kulubayev"),
        ("Щербаков", "Schtscherbakow", "Shcherbakov"),
        ("Ергожин", "Jergoschin", "Yergozhin"),
    ],
)
def test_names_are_written_as_papers_write_them(name: str, german: str, english: str) -> None:
    assert transliterate(name, GERMAN) == german
    assert transliterate(name, ENGLISH) == english


def test_names_are_inflected() -> None:
    assert surname_cases("Кулубаев", woman=False)[1:4] == ("Кулубаева", "Кулубаеву", "Кулубаевым")
    assert surname_cases("Кулубаев", woman=True) == ("Кулубаева", *["Кулубаевой"] * 4, "Кулубаеву")
    assert given_cases("Ермек", woman=False)[3] == "Ермеком"
    assert given_cases("Сергей", woman=False)[1] == "Сергея"
    assert given_cases("Мария", woman=True)[5] == "Марию"
    assert given_cases("Айгуль", woman=True) == ("Айгуль",) * 6


def test_every_template_is_filled_in_all_languages_and_the_same_seed_makes_the_same() -> None:
    made = list(rows(3000))
    assert made == list(rows(3000))
    assert {language for language, _, _ in made} == {"de", "ru"}
    slot = re.compile(r"\{[A-Za-z]\w?\}")
    assert [row for row in made if slot.search(row[1]) and "{name}" not in row[1]] == []
    assert all(re.search("[А-Яа-яЁё]", foreign) for language, foreign, _ in made if language == "ru")
    assert not any(re.search("[А-Яа-яЁё]", english) for _, _, english in made)
