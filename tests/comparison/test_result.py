"""What a comparison says of itself."""

from __future__ import annotations

from dataclasses import replace

from tests.rendering import factory


def test_a_translation_gap_is_no_difference() -> None:
    comparison = factory.comparison()
    assert comparison.differs
    lost = replace(comparison.findings[0], kind="translation-gap", missing_from=())
    assert not replace(comparison, findings=(lost,)).differs
    assert not replace(comparison, findings=()).differs
