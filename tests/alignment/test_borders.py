"""Hard borders, which no link crosses."""

from __future__ import annotations

from itertools import chain

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import align
from align._exceptions import InputError
from align.alignment.beads import Costs
from align.alignment.lengths import Lengths
from align.alignment.marginals import marginals
from align.alignment.monotone import last_pass
from align.alignment.odds import Odds
from align.report import Report, Statement

GERMAN = [
    "Es regnete heute.",
    "Peter ging nach Hause.",
    "Der Minister trat zurück.",
    "Die Brücke ist gesperrt.",
]
ENGLISH = ["It rained today.", "Peter went home.", "The minister resigned.", "The bridge is closed."]


def links(source: list[str], target: list[str], **options: str | None) -> set[tuple[tuple[int, ...], ...]]:
    found = align.pair(source, target, source_language="de", target_language="en", **options)  # type: ignore[arg-type]
    return {(link.source, link.target) for link in found}


def marked(texts: list[str], at: int, mark: str) -> list[str]:
    return [*texts[:at], mark, *texts[at:]]


@pytest.mark.parametrize("mark", [".EOA", "<p>", ""])
def test_no_link_crosses_a_mark_and_marks_meet(mark: str) -> None:
    source, target = marked(GERMAN, 2, mark), marked(ENGLISH, 1, mark)
    assert links(source, target, borders=mark) == {((0,), (0,)), ((2,), (1,)), ((3,), (3,)), ((4,), (4,))}


def test_the_end_of_an_article_is_a_border_unless_it_is_said_not_to_be() -> None:
    source, target = marked(GERMAN, 2, ".EOA"), marked(ENGLISH, 1, ".EOA")
    assert links(source, target) == links(source, target, borders=".EOA")
    assert ((1,), (2,)) not in links(source, target)
    assert links(source, target, borders=None) != links(source, target)


def test_borders_say_the_order() -> None:
    moved = [ENGLISH[3], ".EOA", *ENGLISH[:3]]
    assert not any(link.moved for link in align.pair(marked(GERMAN, 3, ".EOA"), moved))


def report(texts: list[str], language: str, paragraphs: list[int]) -> Report:
    statements = tuple(
        Statement(number, "sentence", 0, 0, text, paragraph)
        for number, (text, paragraph) in enumerate(zip(texts, paragraphs, strict=True))
    )
    return Report(f"report.{language}", language, "", statements)


def test_paragraphs_are_borders_where_they_are_asked_for() -> None:
    source, target = report(GERMAN, "de", [0, 0, 1, 1]), report(ENGLISH, "en", [0, 1, 1, 1])
    found = {(link.source, link.target) for link in align.pair(source, target, borders="paragraph")}
    assert found == {((0,), (0,)), ((2,), (2,)), ((3,), (3,))}


@pytest.mark.parametrize(
    ("source", "target", "options", "message"),
    [
        ([*GERMAN, ".EOA"], ENGLISH, {}, "source has 1 hard borders “.EOA”, target has 0"),
        (GERMAN, ENGLISH, {"borders": "<p>"}, "neither source nor target has a statement “<p>”"),
        (GERMAN, ENGLISH[:3], {"borders": "paragraph"}, "source has 4 paragraphs, target has 3"),
        ([*GERMAN, ".EOA"], [*ENGLISH, ".EOA"], {"order": "free"}, "hard borders are for texts in order"),
    ],
)
def test_what_cannot_be_kept_is_an_error(
    source: list[str], target: list[str], options: dict[str, str], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        links(source, target, **options)


def test_texts_of_nothing_but_borders_are_aligned() -> None:
    assert links([".EOA"], [".EOA"]) == {((0,), (0,))}
    assert links([], [], borders="paragraph") == set()


STRETCHES = st.lists(st.integers(0, 3), min_size=1, max_size=4)


@given(STRETCHES, STRETCHES, st.integers(0, 9))
def test_beads_and_their_probabilities_stay_between_borders(
    source: list[int], target: list[int], seed: int
) -> None:
    stretches = tuple(
        np.array(list(chain.from_iterable([number] * count for number, count in enumerate(counts))), np.int64)
        for counts in (source, target)
    )
    rng = np.random.default_rng(seed)
    left, right = (rng.normal(size=(len(side), 4)).astype(np.float32) for side in stretches)
    lengths = Lengths(*(np.full(len(side), 50.0) for side in stretches))
    beads, odds = last_pass(Odds(Costs(left, right), lengths, stretches=stretches))  # type: ignore[arg-type]
    for bead in beads:
        ours = set(stretches[0][bead.source_start : bead.source_end].tolist())
        theirs = set(stretches[1][bead.target_start : bead.target_end].tolist())
        assert ours == theirs
        assert len(ours) == 1
    likely = marginals(odds, beads)
    assert np.all(likely > 0)
    assert np.all(likely <= 1)


def test_long_texts_keep_their_borders() -> None:
    rng = np.random.default_rng(3)
    source = rng.normal(size=(2000, 32)).astype(np.float32)
    target = source + np.float32(0.3) * rng.normal(size=source.shape).astype(np.float32)
    # The other text's borders stand one statement further on.
    stretches = np.arange(2000) // 50, np.maximum(np.arange(2000) - 1, 0) // 50
    sizes = np.full(2000, 80.0)
    beads, _ = last_pass(Odds(Costs(source, target), Lengths(sizes, sizes), stretches=stretches))
    assert len(beads) > 1900
    assert all(stretches[0][b.source_start] == stretches[1][b.target_end - 1] for b in beads)
    assert not any(b.source_start % 50 == 0 and b.target_start == b.source_start > 0 for b in beads)
