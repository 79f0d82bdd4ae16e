"""The corpus against its gold; the rules were written with it in view, so this guards what was reached."""

from __future__ import annotations

from pathlib import Path

import pytest

import align
from align.rendering.wording import UNSURE
from tests.corpus_scores import links, statements, things
from tests.gold import Gold, load_gold

FOLDER = Path(__file__).parent.parent / "corpora" / "bishkek"


@pytest.fixture(scope="module")
def gold() -> Gold:
    return load_gold(FOLDER)


@pytest.fixture(scope="module")
def comparison(gold: Gold) -> align.Comparison:
    return align.compare([align.read(FOLDER / f"{report.id}.txt") for report in gold.reports])


def test_links_are_right_oftener_than_not(gold: Gold, comparison: align.Comparison) -> None:
    score = links(gold, comparison)
    assert score.precision >= 0.65
    assert score.recall >= 0.2


def test_statements_are_said_to_be_missing_where_they_mostly_are(
    gold: Gold, comparison: align.Comparison
) -> None:
    assert statements(gold, comparison, least=UNSURE).precision >= 0.65


def test_nothing_is_said_to_be_missing_that_is_there(gold: Gold, comparison: align.Comparison) -> None:
    assert things(gold, comparison).wrong == ()


@pytest.mark.parametrize(
    ("kind", "recall"), [("name", 0.9), ("number", 0.9), ("place", 0.9), ("person", 0.8), ("quotation", 0.8)]
)
def test_most_of_what_is_missing_is_found(
    gold: Gold, comparison: align.Comparison, kind: str, recall: float
) -> None:
    assert things(gold, comparison).by_kind[kind].recall >= recall


def test_the_event_two_years_before_is_set_apart(gold: Gold, comparison: align.Comparison) -> None:
    events = {frozenset(ids) for ids in gold.events.values()}
    found: dict[int, set[str]] = {}
    for name, number in comparison.events.items():
        found.setdefault(number, set()).add(name)
    assert {frozenset(ids) for ids in found.values()} == events


def test_the_experts_quotation_is_only_in_one(gold: Gold, comparison: align.Comparison) -> None:
    (thing,) = (t for t in gold.things if t.kind == "quotation" and t.speaker == "Nurlan Abdyrov")
    (report,) = thing.forms
    found = [f for f in comparison.findings if f.kind == "quotation" and f.report == report]
    assert any(set(f.missing_from) == set(gold.missing_from(thing)) for f in found)
