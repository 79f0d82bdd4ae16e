"""The firewall finds a thing in whatever form a report gives it, and only then."""

import re

import pytest

from align.evidence import dates, mentions, names, numbers, quotations, search_index
from align.evidence.search import HEAD, english_overlap, where
from tests.comparison.build import report_of

DE = report_of(
    "de",
    "Der Handel stieg auf 1,4 Mrd. Dollar.",
    "Am 13. Februar 2026 sprach Jerschan Koscherbajew in Bischkek über die OVKS.",
    "Vor zwanzig Jahren fand die 7. Sitzung statt.",
    language="de",
    date="2026-02-14",
)

FOUND = [
    ("en", "It was 1.4 billion.", True), ("ru", "Это 1,4 млрд долларов.", True),
    ("en", "It was 1.5 billion.", False),
    ("en", "over 20 years", True), ("en", "about 20 percent", False), ("en", "over two decades", True),
    ("en", "the 7th session", True), ("ru", "на седьмом заседании", True), ("en", "seven countries", False),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), FOUND)
def test_numbers_by_value_and_unit(language: str, text: str, expected: bool) -> None:
    (number,) = numbers(text, language=language)
    assert mentions(DE, number) is expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "President Kosherbayev", True),
        ("ru", "встреча с Ермеком Кошербаевым", True),
        ("en", "President Kulubaev", False),
        ("ru", "в рамках ОДКБ", True),
        ("en", "the Collective Security Treaty Organization", True),
        ("ru", "в рамках СНГ", False),
        ("ru", "в Бишкеке", True),
        ("en", "in Almaty", False),
    ],
)
def test_names_by_sound_and_by_the_tables(language: str, text: str, expected: bool) -> None:
    (name,) = [n for n in names(text, language=language) if not n.office]
    assert mentions(DE, name) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("13.02.26", (1,)), ("2026-02-14", (HEAD,)), ("2026-02-15", ()), ("February 2026", (HEAD, 1))],
)
def test_dates_by_what_they_say(text: str, expected: tuple[int, ...]) -> None:
    (date,) = dates(text if "Feb" not in text else f"in {text}", language="en")
    assert where(search_index(DE), date) == expected


def test_the_english_is_searched_as_well_as_the_original() -> None:
    report = report_of(
        "de", "Er nannte die Summe.", language="de", translations=["He named 3 billion dollars."]
    )
    (number,) = numbers("3 billion", language="en")
    assert mentions(report, number)


def test_what_only_the_original_has_is_found_too() -> None:
    report = report_of("ru", "Это 3 млрд долларов.", language="ru", translations=["It is a sum."])
    (number,) = numbers("3 billion", language="en")
    assert mentions(report, number)


def test_a_session_by_its_bare_number() -> None:
    (ordinal,) = numbers("the 7th session", language="en")
    assert mentions(report_of("a", "This was session No. 7 of the council."), ordinal)


def test_a_quotation_in_other_words_of_the_same_translation() -> None:
    quoting = report_of("a", "“The mountain road will bring thousands of visitors,” President Orlov said.")
    (quotation,) = quotations(quoting)
    assert mentions(
        report_of("b", "He said the mountain road will bring many thousands of visitors."), quotation
    )
    assert not mentions(report_of("b", "He spoke of water, energy and a new bank."), quotation)


def test_overlap_reaches_over_two_neighbouring_statements() -> None:
    index = search_index(
        report_of("b", "They praised the bridge.", "The railway opens tomorrow.", "Nothing else.")
    )
    assert english_overlap(index, "They praised bridge, railway opens") == (1.0, 0)
    assert english_overlap(index, "a the of") == (0.0, HEAD)


def test_an_acronym_with_a_doubled_letter_stands_for_its_words() -> None:
    (name,) = (n for n in names("It asked the Lettish Football Federation.", language="en") if n.literal)
    assert mentions(report_of("r", "Die LFF schwieg.", language="de"), name)
    assert not mentions(report_of("r", "Die LVF schwieg.", language="de"), name)


def test_a_firm_is_found_by_the_first_word_of_its_name() -> None:
    (name,) = names("Gekauft hat es die Brenz Maschinenbau AG.", language="de")
    assert mentions(report_of("r", "Shares in Brenz fell."), name)
    assert not mentions(report_of("r", "Shares in Brandt fell."), name)


@pytest.mark.parametrize(
    ("place", "text", "expected"),
    [
        ("Russland", "Das ist im Ausland so.", False),
        ("Russland", "Так было и в России.", True),
        ("Niger", "So war es auch in Nigeria.", False),
        ("Niger", "Так было в Нигере.", True),
    ],
)
def test_no_place_is_found_in_a_common_word_or_in_another_place(
    place: str, text: str, expected: bool
) -> None:
    (name,) = names(f"Sie kommen aus {place}.", language="de")
    language = "de" if text.isascii() else "ru"
    assert mentions(report_of("r", text, language=language), name) is expected


def test_a_place_of_no_table_is_not_found_in_a_much_shorter_word() -> None:
    (name,) = names("Он основан в Шамони.", language="ru")
    assert not mentions(report_of("r", "Об этом сообщает «Тянь-Шань-Информ».", language="ru"), name)
    assert mentions(report_of("r", "It was founded in Shamoni.", language="en"), name)


@pytest.mark.parametrize(
    ("language", "text", "other", "found"),
    [
        ("en", "He wrote to the Kansas City paper.", "Об этом пишет газета «Канзас-Сити стар».", True),
        ("en", "The Bundestag voted.", "Die CDU-Bundestagsabgeordneten waren dort.", True),
        ("ru", "Об этом сообщили в Минэкономики.", "So the Ministry of Economic Development says.", True),
        ("ru", "Об этом сообщили в Минэкономики.", "So the Ministry of Transport Development says.", False),
        ("en", "The runner Chris O'Hare won.", "Победил Крис О’Хэр.", True),
        ("ru", "Так было в Джорджии.", "So it was in Georgia.", True),
        ("en", "The mayor Radek Havlicek said so.", "Так сказал мэр Радек Гавличек.", True),
        ("ru", "Так сказал адвокат Дейл Хатчинс.", "So the lawyer Dale Hutchins said.", True),
        ("en", "President Ashraf Ghani said so.", "Так сказал президент Ашраф Гани.", True),
        ("en", "The mayor Radek Havlicek said so.", "Так сказал мэр Радек Новак.", False),
    ],
)
def test_names_in_compounds_and_in_other_words(language: str, text: str, other: str, found: bool) -> None:
    (name,) = (n for n in names(text, language=language) if not n.office)
    tongue = "ru" if re.search("[а-я]", other) else "de" if other.startswith("Die") else "en"
    assert mentions(report_of("r", other, language=tongue), name) is found


def test_a_german_name_of_several_words_is_found_by_any_of_them() -> None:
    (name,) = (n for n in names("Er besuchte Trinity College.", language="de") if n.doubtful)
    assert mentions(report_of("r", "Он поступил в Тринити-колледж.", language="ru"), name)


def test_a_place_is_found_under_the_key_of_its_namesake() -> None:
    (name,) = names("They suffered in the heat of Georgia.", language="en")
    assert mentions(report_of("r", "Они страдали от духоты Джорджии.", language="ru"), name)
