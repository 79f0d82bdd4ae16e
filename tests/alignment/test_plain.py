"""A text and its version in plain language."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest

import align
from align.alignment.confidence import confidence
from align.alignment.plain import SHAPES, Plain, in_plain, learned, taken
from align.alignment.posterior import joined, probabilities
from align.api import default_embedder

# The beginning of a made-up tale.
TEXT = [
    "Es lebte einmal eine arme Müllerin, die hatte nichts als eine alte Mühle und einen grauen Esel.",
    "Als nun der Winter kam und der Bach gefror, stand das Mühlrad still, und sie konnte kein Korn mahlen.",
    "Da sprach der Esel: »Laß uns in die Stadt gehen und dort unser Glück versuchen.«",
    "Sie packte ihr letztes Brot in ein Tuch, schloß die Thür ab und ging mit ihm durch den tiefen Schnee.",
    "Im Walde begegnete ihnen ein Wolf, der war so mager, daß man seine Rippen zählen konnte.",
    "Die Müllerin fürchtete sich sehr und wollte fliehen, der Esel aber blieb ruhig stehen.",
    "»Gib ihm von deinem Brot,« sagte er, »wer satt ist, der beißt nicht.«",
    "Und weil der Wolf das Brot gefressen hatte, führte er sie zum Dank auf einem kurzen Weg in die Stadt.",
    "Vor dem Thor saß ein Bäcker, dem war in der Nacht der Ofen geborsten, und er klagte laut.",
    "Die Müllerin verstand sich auf Steine und Lehm und flickte ihm den Ofen bis zum Abend.",
    "Dafür gab ihr der Bäcker eine Kammer im Haus und jeden Morgen frische Semmeln.",
    "So hatten sie und der Esel ihr Auskommen, und im Frühling kehrten sie zur Mühle zurück.",
]
VERSION = [
    ["Eine Müllerin ist sehr arm.", "Die Müllerin hat eine Mühle.", "Und die Müllerin hat einen Esel."],
    ["Im Winter friert der Bach zu.", "Das Mühl·rad steht still.", "Die Müllerin kann kein Korn mahlen."],
    ["Der Esel sagt:", "Wir gehen in die Stadt."],
    ["Die Müllerin nimmt ein Brot mit.", "Sie gehen durch den Schnee."],
    ["Im Wald treffen sie einen Wolf.", "Der Wolf ist sehr dünn."],
    ["Die Müllerin hat Angst.", "Aber der Esel bleibt ruhig stehen."],
    ["Der Esel sagt: Gib dem Wolf dein Brot.", "Dann ist der Wolf satt.", "Und beißt nicht."],
    ["Der Wolf frisst das Brot.", "Der Wolf zeigt ihnen einen kurzen Weg in die Stadt."],
    ["In der Stadt ist ein Bäcker.", "Der Bäcker klagt:", "Mein Ofen ist kaputt."],
    ["Die Müllerin repariert den Ofen mit Lehm."],
    ["Der Bäcker gibt der Müllerin eine Kammer.", "Und jeden Morgen Semmeln."],
    ["Im Frühling gehen die Müllerin und der Esel zurück zur Mühle."],
]
LINES = [line for part in VERSION for line in part]


def gold() -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    borders = np.cumsum([0, *map(len, VERSION)]).tolist()
    return {((i,), tuple(range(j, k))) for i, (j, k) in enumerate(pairwise(borders))}


def plain(text: list[str], version: list[str]) -> Plain:
    return Plain(text, version, language="de", embedder=default_embedder())


def test_a_tale_in_plain_language_is_found_again() -> None:
    links = align.pair(TEXT, LINES, source_language="de", target_language="de")
    found = {(link.source, link.target) for link in links}
    assert len(found & gold()) >= 9
    assert all(0 < link.confidence < 1 for link in links)


def test_the_plainer_text_may_stand_on_either_side() -> None:
    links = align.pair(TEXT, LINES, source_language="de", target_language="de")
    mirrored = align.pair(LINES, TEXT, source_language="de", target_language="de")
    assert {(x.source, x.target, x.confidence) for x in links} == {
        (x.target, x.source, x.confidence) for x in mirrored
    }


def test_what_the_version_explains_is_in_no_bead() -> None:
    told = [*LINES[:6], "In einer Mühle macht man Mehl.", "Mehl braucht man zum Backen.", *LINES[6:]]
    links = align.pair(TEXT, told, source_language="de", target_language="de")
    assert ((2,), (8, 9)) in {(link.source, link.target) for link in links}


def test_confidence_is_told_by_the_pairs_of_a_bead() -> None:
    tale = plain(TEXT, LINES)
    likely, _ = probabilities(tale.scores(learned()))
    together = joined(likely, tale.size)
    for bead, told in taken(tale, learned()):
        inside = together[bead.source_start : bead.source_end, bead.target_start : bead.target_end]
        assert 1 / (1 + np.exp(-told["odds"])) == pytest.approx(inside.mean(), abs=1e-3)


def test_beads_of_which_the_field_is_surer_are_likelier_right() -> None:
    tale = plain(TEXT, LINES)
    beads = in_plain(tale, learned())
    by_field = sorted(beads, key=lambda found: dict(taken(tale, learned()))[found[0]]["odds"])
    right = [confidence(features, told="plain") for _, features in by_field]
    assert right == sorted(right)
    assert right[0] < right[-1]


def test_a_version_with_statements_as_long_is_trusted_less() -> None:
    short, long = plain(TEXT, LINES), plain(TEXT, [" ".join(part) for part in VERSION])
    assert short.brevity < math.log(0.5) < long.brevity
    assert learned().confidence["brevity"] < 0


@pytest.mark.parametrize(("text", "version"), [(1, 1), (1, 4), (3, 2), (2, 12)])
def test_short_texts_have_all_shapes_that_fit(text: int, version: int) -> None:
    scores = plain(TEXT[:text], LINES[:version]).scores(learned())
    assert set(scores.beads) == {(a, b) for a, b in SHAPES if a <= text and b <= version}
    for (a, b), found in scores.beads.items():
        assert found.shape == (text + 1 - a, version + 1 - b)
        assert np.isfinite(found).all()


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    tale, weights = plain(TEXT, LINES), learned()
    context, pair = tale.odds(weights)
    assert set(weights.context) == set(tale.contexts)
    assert set(weights.pair) == set(tale.pairs)
    assert all(set(weights.bead) == set(features) for _, features in tale.beads(context, pair))
    source, target = tale.unmatched(context)
    assert (set(weights.source), set(weights.target)) == (set(source), set(target))
    assert all(set(told) == set(weights.confidence) for _, told in taken(tale, weights))
