"""Statements that only say where the news comes from."""

from __future__ import annotations

import pytest

from align.evidence.sourcing import is_sourcing


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Das meldete die Hafenbehörde am Abend.", "de"),
        ("Davon berichtete der Pressedienst des Werks.", "de"),
        ("Об этом сообщает пресс-служба порта.", "ru"),
        ("Как стало известно агентству.", "ru"),
        ("This was reported by the port authority.", "en"),
    ],
)
def test_it_only_names_a_source(text: str, language: str) -> None:
    assert is_sourcing(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Das Ministerium teilte mit, dass die Brücke gesperrt ist.", "de"),
        ("Das meldete die Hafenbehörde, die auch eine Zahl nannte: 40 Schiffe.", "de"),
        ("Об этом говорили и раньше.", "ru"),
        ("This is the third closure of the bridge in a year.", "en"),
        ("Об этом сообщает пресс-служба порта.", "fr"),
    ],
)
def test_it_says_something(text: str, language: str) -> None:
    assert not is_sourcing(text, language)
