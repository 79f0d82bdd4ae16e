"""What a text says again is linked, too."""

from __future__ import annotations

import pytest

import align

GERMAN = [
    "Der Minister trat am Abend zurück.",
    "Die Brücke bleibt bis Montag gesperrt.",
    "In Wien regnete es heute.",
    "Das Museum zeigt neue Bilder.",
    "Die Bahn entlässt 300 Mitarbeiter.",
]
ENGLISH = [
    "The railway is laying off 300 employees.",
    "The minister resigned in the evening.",
    "The museum shows new pictures.",
    "The bridge stays closed until Monday.",
]


def links(source: list[str], target: list[str], order: str = "free") -> set[tuple[tuple[int, ...], ...]]:
    found = align.pair(source, target, order=order, source_language="de", target_language="en")  # type: ignore[arg-type]
    return {(link.source, link.target) for link in found}


def test_both_sayings_of_a_statement_correspond_to_the_one() -> None:
    again = [*GERMAN, "Der Minister trat am Abend zurück!"]
    assert {((0,), (1,)), ((5,), (1,))} <= links(again, ENGLISH)
    mirrored = align.pair(ENGLISH, again, order="free", source_language="en", target_language="de")
    assert {((1,), (0,)), ((1,), (5,))} <= {(link.source, link.target) for link in mirrored}


def test_a_repeated_statement_has_not_moved() -> None:
    again = [*GERMAN, GERMAN[0]]
    found = align.pair(again, ENGLISH, order="free", source_language="de", target_language="en")
    assert [link.moved for link in found if link.source == (5,)] == [False]
    assert [link.source for link in found] == sorted(link.source for link in found)


@pytest.mark.parametrize("other", ["Die Bahn entlässt 700 Mitarbeiter.", "Die Bahn fährt wieder."])
def test_another_figure_or_statement_is_no_repetition(other: str) -> None:
    assert links([*GERMAN, other], ENGLISH) == links(GERMAN, ENGLISH)


def test_a_statement_that_both_texts_repeat_is_linked_twice() -> None:
    found = links([*GERMAN, GERMAN[0]], [*ENGLISH, ENGLISH[1]])
    assert len([1 for source, _ in found if source in ((0,), (5,))]) == 2
    assert len([1 for _, target in found if target in ((1,), (4,))]) == 2


def test_what_is_in_order_is_linked_once() -> None:
    assert ((5,), (0,)) not in links(
        [*GERMAN, GERMAN[0]], ["The minister resigned in the evening."], "monotone"
    )
