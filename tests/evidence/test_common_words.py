"""What German nouns are made of, and how they look."""

import pytest

from align.evidence.common_words import compound, looks_german

COMPOUNDS = [
    ("Kindernahrung", ("Kinder", "Nahrung")),
    ("Stammesrat", ("Stamm", "Rat")),
    ("Weidezaun", ("Weide", "Zaun")),
    ("Nahrung", None),
    ("Saperawi", None),
]


@pytest.mark.parametrize(("word", "parts"), COMPOUNDS)
def test_the_parts_of_a_compound(word: str, parts: tuple[str, str] | None) -> None:
    assert compound(word) == parts


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Spindeln", True), ("Mauerrest", True), ("Saperawi", False), ("Surchandarja", False)],
)
def test_rare_nouns_end_like_common_ones(word: str, expected: bool) -> None:
    assert looks_german(word) is expected
