"""The corpus against its gold; the rules were written with it in view, so this guards what was reached."""

from __future__ import annotations

from pathlib import Path

import pytest

import align
from align.rendering.wording import UNSURE
from align.scoring.findings import EVENT, LINK, STATEMENT, THINGS, ComparisonScores, score_comparison
from align.scoring.gold import Gold, load_gold

FOLDER = Path(__file__).parent.parent / "corpora" / "bishkek"


@pytest.fixture(scope="module")
def gold() -> Gold:
    return load_gold(FOLDER)


@pytest.fixture(scope="module")
def comparison(gold: Gold) -> align.Comparison:
    return align.compare([align.read(FOLDER / f"{report.id}.txt") for report in gold.reports])


@pytest.fixture(scope="module")
def scores(gold: Gold, comparison: align.Comparison) -> ComparisonScores:
    return score_comparison(gold, comparison)


def test_links_are_right_oftener_than_not(scores: ComparisonScores) -> None:
    score = scores.tally(LINK).score
    assert (score.precision or 0) >= 0.65
    assert (score.recall or 0) >= 0.2


def test_statements_are_said_to_be_missing_where_they_mostly_are(
    gold: Gold, comparison: align.Comparison
) -> None:
    assert (score_comparison(gold, comparison, least=UNSURE).tally(STATEMENT).score.precision or 0) >= 0.65


def test_nothing_is_said_to_be_missing_that_is_there(scores: ComparisonScores) -> None:
    assert [claim for claim in scores.claims if claim.verdict == "wrong" and claim.kind in THINGS] == []


@pytest.mark.parametrize(
    ("kind", "recall"),
    [("name", 0.9), ("number", 0.9), ("place", 0.75), ("person", 0.7), ("quotation", 0.8)],
)
def test_most_of_what_is_missing_is_found(scores: ComparisonScores, kind: str, recall: float) -> None:
    assert (scores.tally(kind).score.recall or 0) >= recall


def test_the_event_two_years_before_is_set_apart(scores: ComparisonScores) -> None:
    assert scores.tally(EVENT).score.f1 == 1


def test_the_experts_quotation_is_only_in_one(gold: Gold, comparison: align.Comparison) -> None:
    (thing,) = (t for t in gold.things if t.kind == "quotation" and t.speaker == "Nurlan Abdyrov")
    (report,) = thing.forms
    found = [f for f in comparison.findings if f.kind == "quotation" and f.report == report]
    assert any(set(f.missing_from) == set(gold.missing_from(thing)) for f in found)
