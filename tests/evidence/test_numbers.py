"""Numbers in digits, words and Roman figures, in three languages."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.evidence.number_words import cardinals, ordinals
from align.evidence.numbers import numbers, parse_digits

CASES = [
    ("de", "Der Umsatz stieg auf 1,4 Mrd. Dollar.", [(1_400_000_000, "USD", False)]),
    ("en", "Sales rose to 1.4 billion dollars.", [(1_400_000_000, "USD", False)]),
    ("ru", "Оборот вырос до 1,4 млрд долларов.", [(1_400_000_000, "USD", False)]),
    (
        "de",
        "Er zahlte 2 500 000 Euro, also 3,5 % mehr.",
        [(2_500_000, "EUR", False), ("3.5", "percent", False)],
    ),
    (
        "en",
        "It cost $1.3 billion, then US$ 5 million.",
        [(1_300_000_000, "USD", False), (5_000_000, "USD", False)],
    ),
    (
        "ru",
        "Он заплатил 2 500 000 тенге, на 3,5 % больше.",
        [(2_500_000, "KZT", False), ("3.5", "percent", False)],
    ),
    ("de", "Die 7. Sitzung des Rates begann.", [(7, "session", True)]),
    ("en", "The 7th session of the council began.", [(7, "session", True)]),
    ("ru", "Началось 7-е заседание совета.", [(7, "session", True)]),
    ("de", "Die siebte Sitzung dauerte lange.", [(7, "session", True)]),
    ("en", "The seventh session took long.", [(7, "session", True)]),
    ("ru", "Седьмое заседание было долгим.", [(7, "session", True)]),
    ("de", "Sie kamen zu den VI Welt-Nomadenspielen.", [(6, "games", True)]),
    ("en", "They came to the VI World Nomad Games.", [(6, "games", True)]),
    ("ru", "Они приехали на VI Всемирные игры кочевников.", [(6, "games", True)]),
    ("de", "Nach fünfundzwanzig Jahren kamen zweihundert Gäste.", [(25, "year", False), (200, None, False)]),
    (
        "en",
        "After twenty-five years one hundred and twenty guests came.",
        [(25, "year", False), (120, None, False)],
    ),
    (
        "ru",
        "Через двадцать пять лет приехали сто двадцать гостей.",
        [(25, "year", False), (120, None, False)],
    ),
    (
        "de",
        "Eine halbe Million, anderthalb Milliarden.",
        [(500_000, None, False), (1_500_000_000, None, False)],
    ),
    (
        "en",
        "Half a million, one billion, two thousand five hundred.",
        [(500_000, None, False), (1_000_000_000, None, False), (2500, None, False)],
    ),
    ("ru", "Полтора миллиарда, один миллион.", [(1_500_000_000, None, False), (1_000_000, None, False)]),
    (
        "en",
        "For two decades it grew by 2 to 3 billion dollars.",
        [(20, "year", False), (2_000_000_000, None, False), (3_000_000_000, "USD", False)],
    ),
    (
        "de",
        "Es waren 12.500 Menschen, 2000 Menschen mehr als früher.",
        [(12_500, "person", False), (2000, "person", False)],
    ),
    ("ru", "Это 20-летний план четырех стран.", [(20, "year", False), (4, "country", False)]),
    ("en", "Some 1,144 readers, 2,500.5 in all.", [(1144, None, False), ("2500.5", None, False)]),
    ("de", "Ein Billionen-Markt: 3 Billionen Euro.", [(3_000_000_000_000, "EUR", False)]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_value_unit_and_kind(
    language: str, text: str, expected: list[tuple[object, str | None, bool]]
) -> None:
    found = [(n.value, n.unit, n.ordinal) for n in numbers(text, language=language)]
    assert found == [(Decimal(str(value)), unit, ordinal) for value, unit, ordinal in expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Am 13. Februar 2026 und am 13.02.26 um 18:00 Uhr."),
        ("ru", "24 октября 2012 года и в 2024–2026 годах."),
        ("en", "On Jan. 29, in March 2021 and since 2023, one of us and a friend met the G7."),
        ("de", "Eine Frau und ein Mann sprachen mit V. Orlow."),
    ],
)
def test_dates_clock_times_and_articles_are_no_numbers(language: str, text: str) -> None:
    assert numbers(text, language=language) == ()


def test_the_surface_is_the_number_with_its_unit() -> None:
    text = "Im Jahr 2024 waren es 1,4 Mrd. Dollar."
    (number,) = numbers(text, language="de")
    assert text[number.start : number.end] == "1,4 Mrd. Dollar"


@pytest.mark.parametrize(
    ("digits", "language", "value"),
    [
        ("1.234", "de", "1234"),
        ("1.234", "en", "1.234"),
        ("1,234", "en", "1234"),
        ("1,234", "ru", "1.234"),
        ("1.234.567,8", "de", "1234567.8"),
        ("1,234,567.8", "en", "1234567.8"),
        ("1.4", "de", "1.4"),
        ("2\u00a0500", "ru", "2500"),
    ],
)
def test_separators_follow_the_language(digits: str, language: str, value: str) -> None:
    assert parse_digits(digits, language) == Decimal(value)


@pytest.mark.parametrize("language", ["de", "ru", "en"])
@pytest.mark.parametrize("value", [2, 3, 7, 11, 12, 16, 20, 30, 40, 90])
def test_every_language_has_words_for(language: str, value: int) -> None:
    assert value in cardinals(language).values()
    assert value > 20 or value in ordinals(language).values()


@given(st.integers(min_value=100, max_value=10**9), st.sampled_from(["de", "en", "ru"]))
def test_a_number_written_with_grouping_is_read_back(value: int, language: str) -> None:
    grouped = f"{value:,}".replace(",", {"de": ".", "en": ",", "ru": " "}[language])
    (number,) = numbers(f"({grouped} km)", language=language)
    assert number.value == value


@given(st.text(max_size=80), st.sampled_from(["de", "en", "ru", "fr"]))
def test_any_text_is_read_and_offsets_lie_inside_it(text: str, language: str) -> None:
    found = numbers(text, language=language)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("en", "35 nautical miles"), ("de", "65 Kilometer"), True),
        (("en", "25 basis points"), ("ru", "четверть процентного пункта"), True),
        (("de", "drei Wochen"), ("en", "21 days"), True),
        (("en", "six months"), ("ru", "полгода"), True),
        (("ru", "шесть из каждых десяти"), ("de", "60 Prozent"), True),
        (("de", "0,95 Hektar"), ("en", "9,500 square metres"), True),
        (("en", "20 days"), ("en", "20 miles"), False),
        (("en", "3 weeks"), ("en", "3 months"), False),
    ],
)
def test_figures_in_other_units(one: tuple[str, str], other: tuple[str, str], expected: bool) -> None:
    (a,), (b,) = (numbers(text, language=language) for language, text in (one, other))
    assert a.amounts_to(b) is b.amounts_to(a) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("more than 110 people", "112 people", True),
        ("more than 110 people", "108 people", False),
        ("about 12,000 seats", "12,400 seats", True),
        ("about 12,000 seats", "18,000 seats", False),
        ("112 people", "110 people", False),
    ],
)
def test_figures_that_are_rounded_or_bounds(one: str, other: str, expected: bool) -> None:
    (a,), (b,) = numbers(one, language="en"), numbers(other, language="en")
    assert a.may_be(b) is b.may_be(a) is expected


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("ru", "выборы в третьем раунде", []),
        ("de", "nach einem zehntägigen Besuch", [10]),
        ("de", "5-10 % der Hörer", [5, 10]),
        ("de", "Er wiegt 80kg.", [80]),
        ("de", "Auf die Worte achten alle.", []),
        ("ru", "Он увез семью за границу.", []),
    ],
)
def test_figures_in_odd_places(language: str, text: str, values: list[int]) -> None:
    assert [int(n.value) for n in numbers(text, language=language) if not n.ordinal] == values


def test_separators_of_another_language_leave_two_readings() -> None:
    (number,) = numbers("Нужно 2,520 самолетов", language="ru")
    assert {number.value, number.or_value} == {Decimal("2.520"), Decimal(2520)}


def test_per_cent_in_two_words_is_a_unit_and_a_rate_is_none() -> None:
    found = numbers("Rents rose by 2 per cent and two per cent, to 900 per month.", language="en")
    assert [(int(number.value), number.unit) for number in found] == [
        (2, "percent"),
        (2, "percent"),
        (900, None),
    ]


def test_a_score_is_two_figures_and_a_clock_none() -> None:
    score = numbers("Во втором туре счёт стал 61:58.", language="ru")
    assert [int(number.value) for number in score if not number.ordinal] == [61, 58]
    assert numbers("Es begann um 19:30 Uhr.", language="de") == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("310,000", "309,742", True), ("310,000", "318,000", False), ("305,000", "309,742", False)],
)
def test_a_great_figure_may_be_told_roundly(one: str, other: str, expected: bool) -> None:
    (a,), (b,) = (numbers(f"They saw {figure} of them.", language="en") for figure in (one, other))
    assert a.may_be(b) is expected
    assert b.may_be(a) is expected


def test_a_round_number_of_thousands_is_no_whole_number_with_decimals() -> None:
    (thousands,) = numbers("Rund 6.000 Passagiere warteten.", language="de")
    assert thousands.or_value is None
    (either,) = numbers("Rund 6.250 Passagiere warteten.", language="de")
    assert either.or_value == Decimal("6.250")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It took three and a half years.", [("3.5", "year")]),
        ("ru", "Это заняло три с половиной часа.", [("3.5", "hour")]),
        ("de", "Es dauerte viereinhalb Jahre.", [("4.5", "year")]),
        ("ru", "Там живёт двадцативосьмилетний Тори.", [("28", None)]),
        ("ru", "Сгорело семидесятидевятиэтажное здание.", [("79", None)]),
        ("en", "Two fifths of it is gone.", [("40", "percent")]),
        ("de", "Dafür braucht es eine Zweidrittelmehrheit.", [("66.7", "percent")]),
        ("ru", "Почти четверть миллиарда дал банк.", [("250000000", None)]),
        ("de", "Das kostet eine Viertelmilliarde Euro.", [("250000000", "EUR")]),
        ("en", "She runs the 1500m.", [("1500", "m")]),
        ("en", "It paid £5m.", [("5000000", "GBP")]),
        ("en", "It happened in the first half of the match.", []),
        ("en", "After half-an-hour he left.", [("0.5", "hour")]),
        ("en", "It lasted a half hour.", [("0.5", "hour")]),
        ("en", "She has led it for nearly a decade.", [("10", "year")]),
        ("de", "Seit einem Jahrzehnt leitet sie es.", [("10", "year")]),
    ],
)
def test_halves_fifths_and_compounds(
    language: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    found = [number for number in numbers(text, language=language) if not number.ordinal]
    assert [(number.value, number.unit) for number in found] == [(Decimal(v), unit) for v, unit in expected]


def test_a_third_is_a_share_only_of_something() -> None:
    (share,) = numbers("Prices rose by a third.", language="en")
    assert (share.value, share.unit) == (Decimal("33.3"), "percent")
    (ordinal,) = numbers("It announced a third cost-cutting programme.", language="en")
    assert (ordinal.value, ordinal.ordinal) == (3, True)


def test_power_is_compared_in_other_units_and_rounded() -> None:
    (watts,) = numbers("gut 14 Gigawatt", language="de")
    (exact,) = numbers("a record of 14,200 megawatts", language="en")
    (round_,) = numbers("за 14 тысяч мегаватт", language="ru")
    assert watts.amounts_to(exact)
    assert round_.may_be(exact)
