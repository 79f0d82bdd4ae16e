"""Hints never hide what the patterns would find."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from unittest import mock

import pytest

from align.evidence.dates import dates
from align.evidence.gazetteer import words
from align.evidence.hints import FIGURE, MONTH, NUMBER, ONE, ROMAN, SCALE, SEASON, SHARE, hints
from align.evidence.numbers import numbers
from align.evidence.relative import reported_dates

CORPORA = Path(__file__).parents[2] / "corpora"
# By name, since the package holds functions of the same names.
MODULES = [importlib.import_module(f"align.evidence.{name}") for name in ("numbers", "dates", "relative")]
EVERYTHING = -1
SENTENCES = [
    (
        "de",
        "Die Hälfte kam im Herbst, ein Drittel am 3. Mai um zwölf Uhr, Karl X. nach anderthalb Millionen.",
    ),
    ("de", "Jede fünfte Frau und zwei von zehn Männern kamen im März, Mitte Dez. und vor zwei Jahren."),
    (
        "de",
        "Eine Milliarde Euro, Zweidrittel der Sitze, 90er Jahre, zehn Dutzend, eine Junihälfte, 12:30 Uhr.",
    ),
    ("de", "Zum Mittag, um Viertel nach drei und gegen Mitternacht."),
    ("en", "At noon, at twenty to four, before midnight."),
    ("ru", "В полдень, без двадцати четыре, в полночь."),
    ("en", "One in four met in early spring at nine o'clock; a million came, twenty-five left on Sept. 4."),
    (
        "en",
        "Half an hour in May, three quarters of the 2nd day, eight in the evening, two dozen, a third, 5 bn.",
    ),
    (
        "ru",
        "Половина пришла осенью, треть в мае, в девять часов вечера, полтора миллиона, каждый пятый.",
    ),
    ("ru", "Три из десяти, четвёртая часть, пятеро, 5 млрд, один миллиард, полгода, зимой и 12 марта."),
]


def lines() -> Iterator[tuple[str, str]]:
    for path in sorted(CORPORA.glob("*/*.txt")):
        language = path.name.split(".")[-2]
        for line in path.read_text(encoding="utf-8").splitlines():
            yield language, line
            yield language, line.upper()
    yield from SENTENCES


def found(language: str, line: str) -> list[object]:
    for function in (numbers, dates, reported_dates):
        function.cache_clear()
    return [function(line, language=language) for function in (numbers, dates, reported_dates)]


def test_nothing_is_found_without_a_hint_of_it() -> None:
    texts = list(lines())
    hinted = [found(*text) for text in texts]
    with ExitStack() as stack:
        for module in MODULES:
            stack.enter_context(mock.patch.object(module, "hints", return_value=EVERYTHING))
        searched = [found(*text) for text in texts]
    assert hinted == searched
    assert sum(bool(what) for each in hinted for what in each) > 500


@pytest.mark.parametrize(
    ("text", "bits"),
    [
        ("Nichts davon stand hier.", 0),
        ("Anfang Dezember", MONTH),
        ("im Spätsommer", 0),
        ("im Sommer", SEASON),
        ("eine Milliarde", ONE | SCALE),
        ("Ludwig XIV.", ROMAN),
        ("I saw 12", FIGURE),
        ("a third", ONE | SHARE | NUMBER),
        ("в мае", MONTH),
        ("пятеро", NUMBER | SHARE),
    ],
)
def test_a_hint_says_what_a_word_may_be(text: str, bits: int) -> None:
    assert hints(text) == bits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die U.S.-Armee, Issyk-Kul", ["Die", "U.S.", "Armee", "Issyk", "Kul"]),
        ("\u00a0Nov'er  Kulubayev's 5er\nx2 (Ägypten)", ["Nov'er", "Kulubayev", "s", "er", "x2", "Ägypten"]),
        ("", []),
    ],
)
def test_words_stand_where_they_are_said_to(text: str, expected: list[str]) -> None:
    found = words(text)
    assert [word.text for word in found] == expected
    assert [text[word.start : word.end] for word in found] == expected
    assert [word.capital for word in found] == [word[0].isupper() for word in expected]
