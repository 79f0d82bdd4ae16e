"""Links against a gold alignment, counted as the field counts them.

``strict`` and ``lax`` are those of vecalign (Thompson and Koehn, 2019, aclanthology.org/D19-1136): every bead
found counts for precision, one with an empty side too, which is right only if the gold has that very bead;
recall leaves the beads with an empty side out of both alignments. ``links`` leaves them out of precision as
well: the n:m figures of DEplain (Stodden et al., 2023, arXiv:2305.18939). ``unmatched`` is about the
statements that stand in such beads: what one text has and the other lacks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from align.scoring.score import Score

Ids = tuple[int, ...]
Pair = tuple[Ids, Ids]

MEASURES = ("strict", "lax", "links", "unmatched")


@dataclass(frozen=True, slots=True)
class LinkScores:
    """The scores of one document, or, added up, of several.

    ``strict`` asks for beads of the very same statements, ``lax`` for some source statement of the bead that
    the other alignment links to some target statement of it.
    """

    strict: Score = field(default_factory=Score)
    lax: Score = field(default_factory=Score)
    links: Score = field(default_factory=Score)
    unmatched: Score = field(default_factory=Score)

    def __add__(self, other: LinkScores) -> LinkScores:
        return LinkScores(*(getattr(self, name) + getattr(other, name) for name in MEASURES))


def score_links(gold: Iterable[Pair], found: Iterable[Pair]) -> LinkScores:
    """Score the beads of one document.

    A bead is the ids of its source and target statements, of which one may be empty. A bead that is given
    twice counts once.
    """
    wanted, got = _beads(gold), _beads(found)
    wanted_links, got_links = _linked(wanted), _linked(got)
    right, nearly = len(got & wanted), len(_touched(got, wanted))
    recalled, nearly_recalled = len(wanted_links & got_links), len(_touched(wanted_links, got_links))
    return LinkScores(
        strict=Score(right, len(got), recalled, len(wanted_links)),
        lax=Score(nearly, len(got), nearly_recalled, len(wanted_links)),
        links=Score.of(got_links, wanted_links),
        unmatched=Score.of(_unmatched(got), _unmatched(wanted)),
    )


def _beads(pairs: Iterable[Pair]) -> set[Pair]:
    return {(source, target) for source, target in pairs if source or target}


def _linked(beads: set[Pair]) -> set[Pair]:
    return {(source, target) for source, target in beads if source and target}


def _touched(beads: set[Pair], others: set[Pair]) -> set[Pair]:
    """Return the beads that stand in ``others`` or share a pair of statements with one of those."""
    partners: defaultdict[int, set[int]] = defaultdict(set)
    for source, target in others:
        for statement in source:
            partners[statement].update(target)
    return {
        (source, target)
        for source, target in beads
        if (source, target) in others
        or any(not partners[statement].isdisjoint(target) for statement in source if statement in partners)
    }


def _unmatched(beads: set[Pair]) -> set[tuple[str, int]]:
    """Return the statements that stand in a bead with an empty side, each with its own side."""
    lone = {("source", number) for source, target in beads if not target for number in source}
    return lone | {("target", number) for source, target in beads if not source for number in target}
