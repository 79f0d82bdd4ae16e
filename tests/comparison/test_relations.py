"""Which of two linked statements says more."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from align.comparison.index import event_indexes
from align.comparison.relations import LEAST_LIKELY, features, likelihood, related
from align.link import Link, Relation
from align.report import Report
from tests.comparison.build import link, report_of

FULL = (
    "On 3 March Mr Omarov told the BBC in Astana that 128 rescuers were looking for 14 miners, that the mine "
    "would stay closed until May and that the union had warned the ministry in 2025."
)
SHORT = "Rescuers are looking for miners, said Mr Omarov."
OTHER = "The search for the miners goes on."


def relations(texts: Mapping[str, str]) -> dict[tuple[str, str], Relation]:
    reports, links = linked(texts)
    events = dict.fromkeys(texts, 1)
    found = related(links, (), event_indexes(reports, events, {}))
    return {(k.source_report, k.target_report): k.relation for k in found}


def linked(texts: Mapping[str, str]) -> tuple[list[Report], list[Link]]:
    reports = [report_of(name, text) for name, text in texts.items()]
    names = list(texts)
    return reports, [link(a, [0], b, [0]) for n, a in enumerate(names) for b in names[n + 1 :]]


def test_the_statement_with_more_figures_and_names_says_more() -> None:
    assert relations({"a": FULL, "b": SHORT}) == {("a", "b"): "broader"}
    assert relations({"a": SHORT, "b": FULL}) == {("a", "b"): "narrower"}


def test_two_that_say_less_than_a_third_say_the_same() -> None:
    found = relations({"a": FULL, "b": SHORT, "c": OTHER})
    assert found == {("a", "b"): "broader", ("a", "c"): "broader", ("b", "c"): "same"}


def test_a_third_report_makes_it_less_sure_which_of_two_says_more() -> None:
    def ahead(texts: Mapping[str, str]) -> float:
        reports, links = linked(texts)
        indexes = {
            name: e for e in event_indexes(reports, dict.fromkeys(texts, 1), {}) for name in e.searches
        }
        return likelihood(features(links, indexes)[("b", (0,)), ("c", (0,))])

    more = "At 7 o’clock 128 rescuers were looking for miners near Abai, said Mr Omarov."
    assert ahead({"a": FULL, "b": more, "c": OTHER}) < ahead({"b": more, "c": OTHER})


@pytest.mark.parametrize("text", [FULL, SHORT])
def test_of_two_with_the_same_words_neither_says_more(text: str) -> None:
    assert relations({"a": text, "b": text}) == {("a", "b"): "same"}
    assert likelihood((0.0,) * 5) < LEAST_LIKELY
