"""Which of several translations is taken."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from align.translation import SentenceTranslator
from align.translation.choice import best, other_figures, with_ordinals
from tests.translation.test_sentences import Words


@pytest.mark.parametrize(
    ("source", "outputs", "chosen"),
    [
        ("2024 waren es 1,4 Mrd.", ["It was 14 billion in 2024.", "It was 1.4 billion in 2024."], 1),
        ("Es kamen 300 Gäste.", ["300 guests came.", "The 300 guests came."], 0),
        ("Es kamen drei Gäste.", ["Three guests came.", "3 guests came."], 0),
        ("Es kamen 3 Gäste.", ["Three guests came.", "Guests came three."], 0),
        ("Товарооборот вырос на 5 %.", ["Товарооборот rose by 5%.", "Trade rose."], 1),
    ],
)  # fmt: skip
def test_the_likeliest_with_fewest_flaws_is_taken(source: str, outputs: list[str], chosen: int) -> None:
    assert best(source, outputs) == outputs[chosen]


def test_separators_of_figures_do_not_matter() -> None:
    assert other_figures("1.400,50 Euro", "1,400.50 euros") == 0
    assert other_figures("13.02.26", "13,026") == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the 13rd meeting", "the 13th meeting"),
        ("the 3th, 21th and 112nd session", "the 3rd, 21st and 112th session"),
        ("the 1st, 2nd, 11th and 100th", "the 1st, 2nd, 11th and 100th"),
        ("5star hotels and 4thly", "5star hotels and 4thly"),
    ],
)
def test_ordinals_have_their_own_ending(text: str, expected: str) -> None:
    assert with_ordinals(text) == expected


class Unsure(Words):
    """Says something else first, and what it was given second."""

    def run(self, batch: Sequence[Sequence[str]], *, max_length: int) -> list[list[list[str]]]:
        return [[["ON", "THE", "13rd"], row] for (row,) in super().run(batch, max_length=max_length)]


def test_a_translator_takes_the_one_that_keeps_the_figures() -> None:
    texts = ["am 14. mai", "am 13. mai"]
    assert SentenceTranslator(Unsure()).translate(texts) == ["AM 14. MAI", "ON THE 13th"]
    assert SentenceTranslator(Unsure(), target="fr").translate(texts) == ["ON THE 13rd"] * 2
