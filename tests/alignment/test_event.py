"""Links between all reports of one event."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from align.alignment.event import EventLinks, link_event, may_be_linked_together, row_odds, rows
from align.alignment.kin import SURE, Line, Pair, learned, written
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
    assert found.unsaid["c", 2, "a"] > 0.6
    assert ("a", 0, "c") not in found.unsaid
    assert all(0 < probability < 1 for probability in found.unsaid.values())


def test_who_reports_it_is_linked_to_nothing() -> None:
    other = _as_report(["Das Außenministerium teilte es mit.", "Die Küstenwache meldete es."], "d", "de")
    assert not any(2 in link.source for link in linked([*reports()[:1], other]).links)


def test_the_order_of_the_reports_tells_only_which_is_the_source() -> None:
    found = [linked(list(order)) for order in permutations(reports())]
    sides = [{min(k, k.mirrored(), key=lambda x: x.source_report) for k in one.links} for one in found]
    assert all(side == sides[0] for side in sides)
    assert all(one.unsaid == found[0].unsaid for one in found)
    assert {k.source_report for k in found[-1].links} == {"c", "b"}


def test_two_reports_are_linked_without_a_third() -> None:
    assert {("a", 0, "c", 0), ("a", 1, "c", 1)} <= pairs(linked(reports()[::2]))


@pytest.mark.parametrize("lines", [[], ["…"], ["***", ""]])
def test_a_report_without_statements_is_linked_to_nothing(lines: list[str]) -> None:
    found = linked([*reports()[:2], _as_report(lines, "e", "en")])
    assert {k.target_report for k in found.links} == {"b"}
    assert not any("e" in (key[0], key[2]) for key in found.unsaid)


def test_reports_of_too_many_statements_are_not_linked_together() -> None:
    assert may_be_linked_together(reports())
    assert not may_be_linked_together([_as_report(["Es regnete."] * 1_001, "long", "de")])


SIZES = {"a": 3, "b": 2, "c": 4}
MATRICES = {
    pair: arrays.arrays(
        np.float32, (SIZES[pair[0]], SIZES[pair[1]]), elements=st.floats(-8, 8, width=16), unique=True
    )
    for pair in combinations(SIZES, 2)
}


@settings(deadline=None)
@given(st.fixed_dictionaries(MATRICES), st.sampled_from([-1.0, 0.0, 2.0]))
def test_rows_hold_every_statement_once_and_hold_together(odds: dict[Pair, np.ndarray], least: float) -> None:
    found = rows(odds, least)
    places = [(name, place) for row in found for name, ids in row.items() for place in ids]
    assert len(places) == len(set(places))
    for row in found:
        assert len(row) > 1
        assert all(list(ids) == sorted(ids) for ids in row.values())
        pairs = [odds[pair][np.ix_(row[pair[0]], row[pair[1]])] for pair in combinations(sorted(row), 2)]
        assert np.concatenate([found.ravel() for found in pairs]).mean() >= least - 1e-3


@settings(deadline=None)
@given(st.fixed_dictionaries(MATRICES))
def test_the_surest_pair_of_all_stands_in_one_row(odds: dict[Pair, np.ndarray]) -> None:
    most = max(float(matrix.max()) for matrix in odds.values())
    surest = [(*pair, i, j) for pair, matrix in odds.items() for i, j in np.argwhere(matrix == most).tolist()]
    assert any(
        i in row.get(left, ()) and j in row.get(right, ())
        for row in rows(odds, most)
        for left, right, i, j in surest
    )


def test_statements_of_one_row_have_one_answer_to_what_another_does_not_say() -> None:
    found = linked(reports())
    joined = {(k.source_report, i, k.target_report): k for k in found.links for i in k.source}
    checked = 0
    for (report, statement, other), probability in found.unsaid.items():
        for third in {r.id for r in reports()} - {report, other}:
            link = joined.get((report, statement, third))
            for twin in link.target if link else ():
                assert found.unsaid[third, twin, other] == probability
                checked += 1
    assert checked


def test_what_two_others_say_makes_a_weak_pair_a_strong_one() -> None:
    near, far = np.array([[4.0]], np.float32), np.array([[-2.0]], np.float32)
    (row,) = rows({("a", "b"): near, ("a", "c"): far, ("b", "c"): near}, 0.0)
    assert row == {"a": (0,), "b": (0,), "c": (0,)}
    sure = row_odds(row, {("a", "b"): near, ("a", "c"): far, ("b", "c"): near})
    assert sure == {("a", "b"): 3.0, ("a", "c"): 0.0, ("b", "c"): 3.0}
    assert rows({("a", "b"): near, ("a", "c"): far}, 0.0) == [{"a": (0,), "b": (0,)}]


def test_a_line_cuts_off_what_is_sure_and_weights_are_read_as_they_were_written() -> None:
    line = Line(1.0, {"near": 20.0})
    assert line.odds({"near": np.array([[1.0, 0.0, -1.0]], np.float32)}).tolist() == [[SURE, 1.0, -SURE]]
    assert '"together, two"' in written(learned())
    assert learned()["alone"].weights["words, emptier"] > 0
