"""The hand alignments of the novels, and how others are cut to their stretches."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from scripts.bench.alignment.sets import BOOKS, Document
from scripts.bench.novels.__main__ import HANDS, by_hand, within

HAND = [((4,), (7,)), ((5,), ()), ((6,), (8, 9))]


def document() -> Document:
    return Document("novel", ("",) * 12, ("",) * 12, ())


@pytest.mark.parametrize("name", BOOKS)
def test_both_hands_have_every_statement_of_the_same_stretches_once(name: str) -> None:
    found = [
        [sorted(i for ids in side for i in ids) for side in zip(*by_hand(name, hand), strict=True)]
        for hand in HANDS
    ]
    assert found[0] == found[1]
    for side in found[0]:
        assert len(side) == len(set(side)) > 250


@pytest.mark.parametrize("name", BOOKS)
@pytest.mark.parametrize("hand", HANDS)
def test_beads_ascend(name: str, hand: str) -> None:
    for side in zip(*by_hand(name, hand), strict=True):
        statements = [i for ids in side for i in ids]
        assert statements == sorted(statements)


def test_other_alignments_are_cut_to_the_stretches() -> None:
    beads = [((3,), (6,)), ((4, 5), (7,)), ((6,), (8,)), ((7,), (10,))]
    assert within(HAND, beads, document()) == [((4, 5), (7,)), ((6,), (8,)), ((), (9,))]


def test_a_bead_across_the_end_of_a_stretch_is_an_error() -> None:
    with pytest.raises(click.ClickException, match="novel: a bead crosses"):
        within(HAND, [((3, 4), (7,))], document())


def test_the_folder_has_no_words_of_the_novels() -> None:
    for path in Path(__file__).parents[2].glob("scripts/bench/novels/*.links"):
        assert set(path.read_text(encoding="utf-8")) <= set("0123456789[]:, \n")
