"""How far the words of a statement are said by another."""

from __future__ import annotations

import pytest

from align.alignment.wording import wordings
from align.api import default_embedder

TEXT = [
    "Die Bundesregierung beschloss am Montag ein Gesetz gegen den Lärm.",
    "Der Soldat kehrte die Stube und legte Holz ins Feuer.",
    "Im Hafen lagen drei Schiffe aus Norwegen.",
]


def nearest(version: str) -> int:
    """Return the statement of the text that says most of the words of the version."""
    forth, back = wordings(TEXT, [version], language="de", embedder=default_embedder())
    assert len(forth.sizes) == len(TEXT)
    return int(back.said(1)[0].argmax())


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("Die Regierung will Ruhe.", 0),
        ("Die Bundes·regierung tut etwas.", 0),
        ("Die Bundes-Regierung tut etwas.", 0),
        ("Hans legt ein Stück Holz nach.", 1),
        ("Es gibt viele Schiffe.", 2),
        ("Drei Schiffe.", 2),
    ],
)
def test_a_word_is_found_by_its_stem_and_by_its_parts(version: str, expected: int) -> None:
    assert nearest(version) == expected


def test_a_word_of_every_statement_tells_nothing() -> None:
    text = ["Der König kam an.", "Der König schlief ein.", "Der König ging fort."]
    _, back = wordings(text, ["König"], language="de", embedder=default_embedder())
    assert abs(back.said(1)).max() < 1e-6


def test_several_statements_say_the_words_of_one() -> None:
    version = ["Er nahm den Besen.", "Er legte Holz nach.", "Das Feuer war heiß.", "Es war Nacht."]
    forth, _ = wordings(TEXT, version, language="de", embedder=default_embedder())
    assert forth.said(2).shape == (3, 3)
    assert forth.said(2)[1].argmax() == 1


def test_statements_without_words_are_said_by_nobody() -> None:
    forth, back = wordings(["…", "Es regnet."], ["Regen", "!"], language="de", embedder=default_embedder())
    assert not forth.said(1)[0].any()
    assert not back.said(1)[1].any()
