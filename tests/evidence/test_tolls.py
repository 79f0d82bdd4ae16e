"""Of whom a number is the count."""

import pytest

from align.evidence.numbers import numbers
from align.evidence.tolls import nobody, toll

COUNTS = [
    ("Fünf Menschen starben, drei werden vermisst.", "de", ["dead", "missing"]),
    ("Пять человек погибли и трое пропали без вести.", "ru", ["dead", "missing"]),
    ("Nine people were hurt; 41 were rescued.", "en", ["injured", "rescued"]),
    ("They paid 300 euros.", "en", [None]),
    ("Twelve shops opened. Two people died.", "en", [None, "dead"]),
]


@pytest.mark.parametrize(("text", "language", "expected"), COUNTS)
def test_what_is_counted(text: str, language: str, expected: list[str | None]) -> None:
    found = numbers(text, language=language)
    assert [toll(number, text, found, language=language) for number in found] == expected


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Verletzt wurde niemand.", "de", "injured"),
        ("Пострадавших нет.", "ru", "injured"),
        ("No one was killed.", "en", "dead"),
    ],
)
def test_that_there_are_none(text: str, language: str, kind: str) -> None:
    assert [found[0] for found in nobody(text, language=language)] == [kind]


def test_other_languages_are_not_read() -> None:
    found = numbers("Dix personnes sont mortes en 10 jours.", language="fr")
    assert {toll(number, "", found, language="fr") for number in found} <= {None}
    assert nobody("Personne", language="fr") == ()
