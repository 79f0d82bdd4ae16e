"""Dates by the day of the report: resolved, completed, or loose."""

import datetime

import pytest

from align.evidence.relative import reported_dates

THURSDAY = datetime.date(2026, 3, 12)
CASES = [
    ("en", "Last year they met.", [(2025, None, None)]),
    ("de", "Im vergangenen Jahr trafen sie sich.", [(2025, None, None)]),
    ("ru", "В прошлом году они встречались.", [(2025, None, None)]),
    ("en", "This January and next month.", [(2026, 1, None), (2026, 4, None)]),
    ("de", "Im Januar des vergangenen Jahres, am 3. Mai dieses Jahres.", [(2025, 1, None), (2026, 5, 3)]),
    ("ru", "20 марта прошлого года и в следующем месяце", [(2025, 3, 20), (2026, 4, None)]),
    ("en", "They met yesterday; on Tuesday they had talked.", [(2026, 3, 11), (2026, 3, 10)]),
    ("de", "Am Dienstagabend, nicht gestern.", [(2026, 3, 10), (2026, 3, 11)]),
    ("ru", "Во вторник, а не вчера.", [(2026, 3, 10), (2026, 3, 11)]),
    ("en", "They meet next Monday.", [(2026, 3, 16)]),
    ("en", "In June 2020, on December 20.", [(2020, 6, None), (2025, 12, 20)]),
    ("de", "Heute, diesen Monat, dieses Jahr.", [(2026, None, None)]),
    ("en", "Last November it was signed.", [(2025, 11, None)]),
    ("en", "Last February it was signed.", [(2026, 2, None)]),
    ("de", "Der Morgen war kühl, am Morgen regnete es.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_dates_by_the_day_of_the_report(
    language: str, text: str, expected: list[tuple[int | None, int | None, int | None]]
) -> None:
    found = reported_dates(text, language=language, today=THURSDAY)
    assert [date.parts for date in found if not date.loose] == expected


def test_a_weekday_may_be_the_one_after() -> None:
    found = reported_dates("Sie treffen sich am Montag.", language="de", today=THURSDAY)
    assert {date.parts: date.loose for date in found} == {(2026, 3, 9): False, (2026, 3, 16): True}


def test_without_a_day_nothing_relative_is_a_date() -> None:
    assert [d.parts for d in reported_dates("Last year, on May 3.", language="en")] == [(None, 5, 3)]


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("en", "It peaked at twenty to four.", "03:40"),
        ("de", "Es war um Viertel nach drei.", "03:15"),
        ("ru", "Это было без двадцати четыре.", "03:40"),
        ("en", "They met at noon.", "12:00"),
        ("ru", "Собрались к полудню.", "12:00"),
    ],
)
def test_times_of_day_in_words(language: str, text: str, label: str) -> None:
    assert label in {date.label for date in reported_dates(text, language=language)}


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "in about two months"), ("de", "in etwa zwei Monaten"), ("ru", "через два месяца")],
)
def test_months_away_are_told_roughly(language: str, text: str) -> None:
    (date,) = reported_dates(text, language=language, today=datetime.date(2026, 4, 22))
    assert (date.year, date.month, date.day, date.loose) == (2026, 6, None, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Yesterday she won."), ("ru", "Вчера она победила."), ("de", "Gestern siegte sie.")],
)
def test_a_sentence_may_open_with_the_day(language: str, text: str) -> None:
    (date,) = reported_dates(text, language=language, today=datetime.date(2026, 10, 25))
    assert date.parts == (2026, 10, 24)


@pytest.mark.parametrize(
    ("language", "text"), [("en", "She was at the Winter Olympics."), ("ru", "Это добавка «Зима Форте».")]
)
def test_a_season_in_a_name_is_no_date(language: str, text: str) -> None:
    assert reported_dates(text, language=language, today=datetime.date(2026, 10, 25)) == ()


def test_a_german_season_before_a_noun_is_one() -> None:
    (date,) = reported_dates("Im Winter Schnee zu räumen ist teuer.", language="de")
    assert date.label == "winter"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Das war in den 1970-er Jahren so.", ["decade:70"]),
        ("de", "Das war in den Siebzigerjahren so.", ["decade:70"]),
        ("de", "Das war in den dreißiger Jahren so.", ["decade:30"]),
        ("en", "Some were in the '90s and in early 2000s.", ["decade:90", "decade:00"]),
        ("en", "She is in her thirties.", []),
        ("ru", "В семидесятые годы было иначе, чем в девяностые.", ["decade:70", "decade:90"]),
        ("de", "Zwischen 17 und 22 Uhr ruht die Arbeit.", ["17:00", "22:00"]),
        ("en", "It is open from 8 to 10 p.m.", ["20:00", "22:00"]),
        ("ru", "Матч начнётся в 19 часов, сбор в 18 ч. 30 мин.", ["19:00", "18:30"]),
        ("ru", "Никто не выходит после пяти вечера.", ["17:00"]),
        ("ru", "Это заняло 5 часов.", []),
        ("ru", "Концерт пройдёт в 19.00.", ["19:00"]),
        ("ru", "Это выросло в 12.50 раз.", []),
    ],
)
def test_decades_and_hours(language: str, text: str, expected: list[str]) -> None:
    found = reported_dates(text, language=language, today=datetime.date(2026, 11, 1))
    assert [date.label for date in found if date.label] == expected


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("en", "From New Year's Day they pay.", (2027, 1, 1)),
        ("de", "Ab Neujahr zahlen sie.", (2027, 1, 1)),
        ("ru", "В конце 2023 года всё было готово.", (2023, 12, None)),
        ("en", "It will be so by the middle of the century.", (2050, None, None)),
    ],
)
def test_dates_said_roughly_are_found_but_not_missed(
    language: str, text: str, parts: tuple[int, int | None, int | None]
) -> None:
    found = reported_dates(text, language=language, today=datetime.date(2026, 11, 1))
    assert parts in [date.parts for date in found if date.loose]


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("ru", "Ноябрьская проверка нарушений не выявила.", [(2026, 11, None)]),
        ("ru", "Матч перенесли на октябрь.", [(2026, 10, None)]),
        ("en", "It began just after his October inauguration.", [(2026, 10, None)]),
        ("ru", "Прошлогодняя выручка завода выросла.", [(2025, None, None)]),
        ("de", "Im Vorjahr war es mehr.", [(2025, None, None)]),
        ("en", "Jan Smith and April Jones may march.", []),
        ("de", "Jan und Julian kamen.", []),
        ("ru", "Он играет за «Пари Сен-Жермен».", []),
        ("ru", "Призёр Олимпиады-2012 победил.", [(2012, None, None)]),
    ],
)
def test_months_without_a_preposition_and_years_in_adjectives(
    language: str, text: str, parts: list[tuple[int, int | None, int | None]]
) -> None:
    found = reported_dates(text, language=language, today=datetime.date(2026, 11, 1))
    assert [date.parts for date in found] == parts


def test_a_time_in_the_morning() -> None:
    (time,) = reported_dates("It happened at 6.40 in the morning.", language="en")
    assert time.label == "06:40"
