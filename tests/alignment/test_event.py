"""Links between all reports of one event."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from align.alignment.event import EventLinks, grouped, link_event, may_be_linked_together
from align.alignment.kin import SURE, Line, learned, written
from align.api import _as_report, default_embedder
from align.embedding import load_embedder
from align.report import Report

GERMAN = [
    "In der Nacht ist auf dem Kaspischen Meer die Fähre „Dostyk“ in Brand geraten.",
    "Neun Menschen wurden mit Rauchvergiftungen ins Krankenhaus gebracht.",
    "Das teilte die Küstenwache mit.",
    "Die Reederei zahlt den Passagieren das Geld für die Fahrkarten zurück.",
]
RUSSIAN = [
    "Перевозчик вернёт пассажирам деньги за билеты.",
    "Ночью на Каспии загорелся паром «Достык».",
    "В сентябре судно прошло проверку.",
    "Девять человек с отравлением дымом доставили в больницу.",
]
ENGLISH = [
    "The ferry Dostyk caught fire on the Caspian Sea during the night.",
    "Nine people were taken to hospital with smoke poisoning.",
    "The captain has thirty years of experience.",
]


def reports() -> list[Report]:
    texts = (("a", GERMAN, "de"), ("b", RUSSIAN, "ru"), ("c", ENGLISH, "en"))
    return [_as_report(lines, name, language) for name, lines, language in texts]


def linked(given: Sequence[Report]) -> EventLinks:
    return link_event(given, words=default_embedder(), meaning=load_embedder("semantic"))


def pairs(found: EventLinks) -> set[tuple[str, int, str, int]]:
    return {(k.source_report, i, k.target_report, j) for k in found.links for i in k.source for j in k.target}


def test_what_says_the_same_is_linked_in_any_order() -> None:
    assert pairs(linked(reports())) == {
        ("a", 0, "b", 1),
        ("a", 1, "b", 3),
        ("a", 3, "b", 0),
        ("a", 0, "c", 0),
        ("a", 1, "c", 1),
        ("b", 1, "c", 0),
        ("b", 3, "c", 1),
    }


def test_what_has_moved_is_said_to_have_moved() -> None:
    moved = {(k.source, k.target) for k in linked(reports()).links if k.moved and k.target_report == "b"}
    assert moved == {((3,), (0,))}


def test_what_nobody_else_says_is_likely_absent_and_what_is_linked_is_not_asked_for() -> None:
    found = linked(reports())
    assert found.absences["c", 2, "a"] > 0.6
    assert ("a", 0, "c") not in found.absences
    assert all(0 < probability < 1 for probability in found.absences.values())


def test_who_reports_it_is_linked_to_nothing() -> None:
    other = _as_report(["Das Außenministerium teilte es mit.", "Die Küstenwache meldete es."], "d", "de")
    assert not any(2 in link.source for link in linked([*reports()[:1], other]).links)


def test_the_order_of_the_reports_tells_only_which_is_the_source() -> None:
    found = [linked(list(order)) for order in permutations(reports())]
    sides = [{min(k, k.mirrored(), key=lambda x: x.source_report) for k in one.links} for one in found]
    assert all(side == sides[0] for side in sides)
    assert all(one.absences == found[0].absences for one in found)
    assert {k.source_report for k in found[-1].links} == {"c", "b"}


def test_two_reports_are_linked_without_a_third() -> None:
    assert {("a", 0, "c", 0), ("a", 1, "c", 1)} <= pairs(linked(reports()[::2]))


@pytest.mark.parametrize("lines", [[], ["…"], ["***", ""]])
def test_a_report_without_statements_is_linked_to_nothing(lines: list[str]) -> None:
    found = linked([*reports()[:2], _as_report(lines, "e", "en")])
    assert {k.target_report for k in found.links} == {"b"}
    assert not any("e" in (key[0], key[2]) for key in found.absences)


def test_reports_of_too_many_statements_are_not_linked_together() -> None:
    assert may_be_linked_together(reports())
    assert not may_be_linked_together([_as_report(["Es regnete."] * 1_001, "long", "de")])


ODDS = arrays.arrays(
    np.float32,
    st.tuples(st.integers(1, 5), st.integers(1, 5)),
    elements=st.floats(-8, 8, width=16),
)


@settings(deadline=None)
@given(ODDS)
def test_groups_hold_every_row_and_column_once_and_hold_together(odds: np.ndarray) -> None:
    groups = grouped(odds, 0.0)
    rows = [i for source, _ in groups for i in source]
    columns = [j for _, target in groups for j in target]
    assert len(rows) == len(set(rows))
    assert len(columns) == len(set(columns))
    assert all(odds[np.ix_(source, target)].mean() >= -1e-4 for source, target in groups)
    # The surest pair of all is never lost.
    best = np.unravel_index(odds.argmax(), odds.shape)
    if odds[best] >= 0:
        assert any(best[0] in source and best[1] in target for source, target in groups)


@settings(deadline=None)
@given(ODDS)
def test_groups_of_the_mirrored_odds_are_mirrored(odds: np.ndarray) -> None:
    # Where no two odds are equal, no order of pairs decides.
    distinct = odds + np.arange(odds.size, dtype=np.float32).reshape(odds.shape) * np.float32(1e-3)
    there = {(source, target) for source, target in grouped(distinct, 0.0)}
    back = {(source, target) for target, source in grouped(distinct.T, 0.0)}
    if len(np.unique(distinct)) == distinct.size:
        assert there == back


def test_a_line_cuts_off_what_is_sure_and_weights_are_read_as_they_were_written() -> None:
    line = Line(1.0, {"near": 20.0})
    assert line.odds({"near": np.array([[1.0, 0.0, -1.0]], np.float32)}).tolist() == [[SURE, 1.0, -SURE]]
    assert '"together, two"' in written(learned())
    assert learned()["alone"].weights["words, emptier"] > 0
