"""How sure links in order are, of translations and of texts that are none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import align

GERMAN = (
    "Es regnete heute in Wien.",
    "Peter ging nach Hause.",
    "Der Minister trat am Abend zurück.",
    "Niemand wurde verletzt.",
    "Die Brücke bleibt bis Montag gesperrt.",
    "Das Museum zeigt neue Bilder.",
)
ENGLISH = (
    "It rained in Vienna today.",
    "Peter went home.",
    "The minister resigned in the evening.",
    "Nobody was hurt.",
    "The bridge stays closed until Monday.",
    "The museum shows new pictures.",
)
STRANGE = (
    "Prices of wheat rose sharply.",
    "She plays the violin.",
    "Engineers tested a rocket in Nevada.",
    "Cars are expensive.",
    "A court sentenced two bankers.",
    "Scientists found a rare frog.",
)


def sure(source: Sequence[str], target: Sequence[str]) -> list[float]:
    links = align.pair(source, target, order="monotone", source_language="de", target_language="en")
    return [link.confidence for link in links]


@pytest.mark.parametrize("count", [1, 2, 6])
def test_translations_are_sure(count: int) -> None:
    found = sure(GERMAN[:count], ENGLISH[:count])
    assert len(found) == count
    assert min(found) > 0.95


def test_strangers_are_not() -> None:
    assert max(sure(GERMAN, STRANGE), default=0.0) < 0.2


def test_one_statement_is_told_from_a_stranger() -> None:
    ((alike,), (unlike,)) = sure(GERMAN[:1], ENGLISH[:1]), sure(GERMAN[:1], STRANGE[:1])
    assert alike > 0.95
    assert unlike < 0.6


def test_links_beside_a_doubtful_border_are_less_sure() -> None:
    source = (*GERMAN[:3], "Ja.", *GERMAN[3:])
    target = (*ENGLISH[:2], "The minister resigned in the evening, yes.", *ENGLISH[3:])
    links = align.pair(source, target, order="monotone", source_language="de", target_language="en")
    doubtful = [link.confidence for link in links if 2 in link.source]
    assert doubtful < [link.confidence for link in links if 0 in link.source]
