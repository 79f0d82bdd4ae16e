"""What speaks for two statements saying the same, and the steps that weigh it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from align.alignment.event import look
from align.alignment.kin import Line, Seen, judged, learned
from align.alignment.signs import Signs
from align.api import _as_report, default_embedder
from align.embedding import load_embedder


def seen(**texts: Sequence[str]) -> Seen:
    """Look at texts, each given by its language and a letter."""
    reports = [_as_report(lines, name, name[:2]) for name, lines in texts.items()]
    return look(reports, words=default_embedder(), meaning=load_embedder("semantic"))


def signs(**texts: Sequence[str]) -> Signs:
    (found,) = seen(**texts).pairs.values()
    return found


@pytest.mark.parametrize(
    ("german", "russian", "near"),
    [
        ("Rund 130 Retter sind im Einsatz.", "В поисках участвуют 128 спасателей.", True),
        ("Rund 130 Retter sind im Einsatz.", "В поисках участвуют 130 спасателей.", False),
        ("Rund 130 Retter sind im Einsatz.", "В поисках участвуют 170 спасателей.", False),
        ("Es gab 11 Verletzte.", "Пострадали 12 человек.", False),
        ("Der Preis stieg um 30 Prozent.", "Это стоит 31 рубль.", False),
    ],
)
def test_figures_are_near_where_one_may_be_the_other_rounded(german: str, russian: str, near: bool) -> None:
    found = signs(de=[german, "Das Wetter ist gut."], ru=[russian, "Погода хорошая."])["near figures"]
    assert bool(found[0, 0] > 0.1) is near
    assert not found[1].any()
    assert not found[:, 1].any()


def test_near_figures_are_the_same_from_both_sides() -> None:
    texts = ["Rund 130 Retter sind im Einsatz.", "Rund 2.000 Menschen und 118 Autos."], ["128 rescuers came."]
    assert np.array_equal(
        signs(de=texts[0], en=texts[1])["near figures"], signs(de=texts[0], aa=texts[1])["near figures"].T
    )


GERMAN = [
    "Die Fähre „Dostyk“ ist auf dem Kaspischen Meer in Brand geraten.",
    "Die Ursache wird untersucht.",
    "In der Stadt brach ein Damm.",
    "Die Ursache wird untersucht.",
]
ENGLISH = [
    "A dam broke in the city.",
    "The cause is being investigated.",
    "The ferry Dostyk caught fire on the Caspian Sea.",
    "The cause is being investigated.",
]


def test_the_same_words_mean_what_those_before_them_mean() -> None:
    found = signs(de=GERMAN, en=ENGLISH)
    assert found["meaning alone"][1, 1] == pytest.approx(found["meaning alone"][1, 3], abs=1e-5)
    name = "meaning with the one before"
    assert found[name][1, 3] > found[name][1, 1] + 0.02


def test_the_same_words_mean_what_the_statements_around_them_mean() -> None:
    fire = ["A ferry caught fire at sea.", "The crew fought the flames.", "The passengers left in boats."]
    rate = ["The central bank lowers its rate.", "Inflation has fallen.", "The currency is stable."]
    other = ["На море загорелся паром.", "Экипаж боролся с огнём.", "Пассажиры покинули судно на шлюпках."]
    cause = "The cause is not known."
    found = signs(
        ru=[*other[:2], "Причина неизвестна.", other[2]],
        en=[*fire[:2], cause, fire[2], *rate[:2], cause, rate[2]],
    )["meaning of surroundings"]
    assert found[2, 2] > found[6, 2] + 0.05


def test_what_stands_in_another_paragraph_does_not_count_as_one_passage() -> None:
    apart = signs(de=GERMAN, en=ENGLISH)
    assert np.allclose(apart["meaning of passages"], apart["meaning alone"], atol=1e-6)


def test_a_clause_of_a_long_statement_is_near_the_short_one_that_says_it() -> None:
    long = "Neun Menschen kamen ins Krankenhaus, die Reederei zahlt das Geld für die Fahrkarten zurück."
    found = signs(
        de=[long, "Der Hafen bleibt geschlossen."], en=["The ship was built in 1986.", "Fares are refunded."]
    )
    assert found["meaning of clauses apart"][0].argmin() == 1


def test_only_the_first_statements_stand_at_the_top() -> None:
    top = signs(de=GERMAN, en=ENGLISH)["at the top"]
    assert top[0, 0] == 1
    assert top[0, 1] == top[1, 0] > top[1, 1] > top[3, 3]


@pytest.mark.parametrize(("names", "last"), [(("de", "en"), "again, two"), (("de", "en", "ru"), "again")])
def test_the_last_step_has_the_last_word(names: Sequence[str], last: str) -> None:
    texts = {"de": GERMAN, "en": ENGLISH, "ru": ["Паром «Достык» загорелся на Каспии."]}
    given = seen(**{name: texts[name] for name in names})
    weights = {**learned(), last: Line(0.5, {"earlier": 0.0})}
    assert all((odds == 0.5).all() for odds in judged(given, weights).together.values())
    step = last.replace("again", "together")
    weights = {**learned(), step: Line(2.0, {"earlier": 0.0}), last: Line(0.0, {"earlier": 1.0})}
    assert all((odds == 2.0).all() for odds in judged(given, weights).together.values())
