"""Dates in three languages."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.evidence.dates import Date, dates

CASES = [
    ("de", "Am 13. Februar 2026 trafen sie sich.", [(2026, 2, 13)]),
    ("de", "Bischkek, 13.02.26", [(2026, 2, 13)]),
    ("ru", "Встреча прошла 20 февраля 2026 года.", [(2026, 2, 20)]),
    ("ru", "Это было 24 октября.", [(None, 10, 24)]),
    ("ru", "В 2012 году и к 2030 году.", [(2012, None, None), (2030, None, None)]),
    ("en", "They met on Jan. 29.", [(None, 1, 29)]),
    ("en", "Issued on January 20, 2010, and on 3 May 2022.", [(2010, 1, 20), (2022, 5, 3)]),
    ("en", "In January 2010 and in March.", [(2010, 1, None), (None, 3, None)]),
    ("en", "date 2024-01-30", [(2024, 1, 30)]),
    ("en", "The plan for 2024–2026 stands.", [(2024, None, None), (2026, None, None)]),
    ("de", "Vom 13.-14. Februar tagten sie.", [(None, 2, 13), (None, 2, 14)]),
    ("en", "It may rain; we march on; last year it did.", []),
    ("de", "Es kamen 2000 Menschen.", []),
    ("en", "On 2/20/2026, not on 2/3/2026.", [(2026, 2, 20)]),
    ("de", "Im Jahr 2000 begann es, 2024 endete es.", [(2000, None, None), (2024, None, None)]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_parts(language: str, text: str, expected: list[tuple[int | None, int | None, int | None]]) -> None:
    assert [date.parts for date in dates(text, language=language)] == expected


def test_a_fuller_date_says_what_a_shorter_one_says() -> None:
    full, month, year = Date(2026, 2, 13, 0, 1), Date(None, 2, None, 0, 1), Date(2026, None, None, 0, 1)
    assert full.says(month)
    assert full.says(year)
    assert not month.says(full)
    assert not year.says(full)
    assert not full.says(Date(2026, 2, 14, 0, 1))


@given(st.dates(min_value=datetime.date(1950, 1, 1), max_value=datetime.date(2049, 12, 31)))
def test_iso_dates_are_read_back(day: datetime.date) -> None:
    (date,) = dates(f"Stand: {day}", language="de")
    assert date.parts == (day.year, day.month, day.day)
