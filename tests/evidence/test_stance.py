"""Words that negate, suppose or attribute, in three languages."""

import pytest

from align.evidence.stance import stances

SURE = [
    ("en", "It was not signed.", [("negation", "not")]),
    ("de", "Er kam nie, hieß es.", [("attribution", "hieß es"), ("negation", "nie")]),
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
    ("de", "Rund 60 Leute sollen im Eis gestrandet sein.", [("hedge", "sollen im Eis gestrandet sein")]),
    ("de", "Das Tor soll bis Montag geöffnet sein.", []),
    ("de", "Ob er kommt oder nicht, weiß sie.", []),
    ("ru", "Он ждал, пока не пришли гости.", []),
    ("ru", "Решение пока не принято.", [("negation", "не")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SURE)
def test_what_surely_does(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = [(s.kind, text[s.start : s.end]) for s in stances(text, language=language) if s.sure]
    assert found == expected


@pytest.mark.parametrize(
    ("language", "text", "cue"),
    [
        (
            "de",
            "Zwei Schiffe sollen auf Grund gelaufen sein, zehn Leute sollen sie verlassen haben.",
            "hedge",
        ),
        ("de", "Analysten schätzen den Preis auf drei Millionen.", "attribution"),
        ("de", "Die Brücke ist sicher, so die Behörde.", "attribution"),
        ("de", "Aus Sicht der Gewerkschaft reicht das.", "attribution"),
        ("en", "The owner blamed the weather.", "attribution"),
        ("en", "The bank puts the loss at three million.", "attribution"),
        ("en", "The agency warned that prices rise.", "attribution"),
        ("en", "The bridge appears to be safe.", "hedge"),
        ("ru", "Мост, напомнили в мэрии, закрыт с мая.", "attribution"),
        ("ru", "Эксперт считает, что мост закроют.", "attribution"),
        ("ru", "Причиной мог стать дождь.", "hedge"),
    ],
)
def test_what_is_only_said_or_supposed(language: str, text: str, cue: str) -> None:
    assert [s for s in stances(text, language=language) if s.kind == cue and s.sure]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Sie wurde wütend und sehr laut."),
        ("de", "Die Kinder sollen bald lesen."),
        ("en", "Older people are more likely to read."),
        ("en", "The No 1 of the world lost, no matter how."),
        ("ru", "Он может быть полезен."),
        ("ru", "Как бы то ни было, мост закрыт."),
    ],
)
def test_what_neither_says_nor_supposes_nor_denies(language: str, text: str) -> None:
    assert not [s for s in stances(text, language=language) if s.sure]


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
        ("It is not much more than an idea.", "en"),
        ("Das ist nicht viel mehr als eine Idee.", "de"),
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
