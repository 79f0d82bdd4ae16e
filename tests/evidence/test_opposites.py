"""Words at the two ends of an axis."""

import pytest

from align.evidence.opposites import poles


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Die Preise stiegen.", "de", [("rise", 1)]),
        ("Цены упали.", "ru", [("rise", -1)]),
        ("The court acquitted him by a majority.", "en", [("acquit", 1), ("unanimous", -1)]),
        ("Die Richter entschieden einstimmig.", "de", [("unanimous", 1)]),
        ("It is a nice day.", "en", []),
        ("Les prix baissent.", "fr", []),
    ],
)
def test_poles(text: str, language: str, expected: list[tuple[str, int]]) -> None:
    assert [(pole.axis, pole.sign) for pole in poles(text, language=language)] == expected
