"""Words that negate, suppose or attribute, in three languages."""

import pytest

from align.evidence.stance import stances

SURE = [
    ("en", "It was not signed.", [("negation", "not")]),
    ("de", "Er kam nie, hieß es.", [("negation", "nie")]),
    ("ru", "Договор не подписан.", [("negation", "не")]),
    ("en", "Not only he came; no fewer than ten came.", []),
    ("de", "Nicht nur er kam.", []),
    ("ru", "Не только он пришёл, не менее десяти.", []),
    ("en", "In May it may rain.", [("hedge", "may")]),
    ("de", "Angeblich regnet es.", [("hedge", "Angeblich")]),
    ("ru", "Он якобы уехал.", [("hedge", "якобы")]),
    ("en", "According to officials it rains.", [("attribution", "According to")]),
    ("de", "Laut Polizei regnet es.", [("attribution", "Laut")]),
    ("ru", "По данным полиции, идёт дождь.", [("attribution", "По данным")]),
    ("ru", "По данным на вечер, идёт дождь.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), SURE)
def test_what_surely_does(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = [(s.kind, text[s.start : s.end]) for s in stances(text, language=language) if s.sure]
    assert found == expected


def test_other_words_may_do_so() -> None:
    assert {s.kind for s in stances("They failed; it seems, she said.", language="en") if not s.sure} == {
        "negation",
        "hedge",
        "attribution",
    }


def test_other_languages_have_none() -> None:
    assert stances("Il n'est pas venu.", language="fr") == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Fluss stand so hoch wie seit 1997 nicht mehr.", "de"),
        ("Die Halle ist so groß wie nie zuvor.", "de"),
        ("Prices rose like never before.", "en"),
        ("Цены выросли как никогда.", "ru"),
    ],
)
def test_an_idiom_denies_nothing(text: str, language: str) -> None:
    assert not [s for s in stances(text, language=language) if s.kind == "negation" and s.sure]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Bau kostet zwei Millionen, wie das Amt vorrechnet.", "de"),
        ("Мост откроют в мае, обещают в мэрии.", "ru"),
        ("The cargo was safe, insists the owner.", "en"),
    ],
)
def test_who_says_so_in_passing(text: str, language: str) -> None:
    assert [s for s in stances(text, language=language) if s.kind == "attribution" and s.sure]
