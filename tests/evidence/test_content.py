"""Words that carry content."""

from __future__ import annotations

from align.evidence.content import content


def test_articles_and_short_words_are_left_out_and_figures_and_initials_are_kept() -> None:
    text = "Die 7. Sitzung der UN in K. fand am 1,4 statt."
    assert [word.text for word in content(text, "de")] == ["7", "Sitzung", "UN", "K", "fand", "1,4", "statt"]


def test_offsets_are_those_of_the_text() -> None:
    text = "Министры обсудили торговлю."
    assert [text[word.start : word.end] for word in content(text, "ru")] == [
        "Министры",
        "обсудили",
        "торговлю",
    ]
