"""Where statements belong together: by how one ends and how the next one begins.

Speech and who says it are one sentence here and two there, and what stands in brackets explains what stands
before it. Between which statements a bead hardly ever begins, in either text, is learned from their own first
alignment, as openings are (``openings``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from align.alignment.beads import SHAPES, Bead
from align.alignment.nearest import Floats
from align.alignment.openings import BRACKETS, BY_CHANCE, DASHES, QUOTES, Opening, opening

# This share of what joins say is believed, as words and openings say some of it, too. Chosen on the two
# novels of the development sets among 0, .1, .2, .3, .5 and 1, by reading: with .2 two and four places
# aligned better and none worse; of nine more that .5 changed, about half. Brackets, of which openings say
# little, are believed wholly.
BELIEVED = 0.2

_CLOSING_BRACKETS = frozenset(")]}")

Doubles = npt.NDArray[np.float64]


class Closing(IntEnum):
    """What a statement ends with."""

    WORD = 0
    STOP = 1
    QUESTION = 2  # or an exclamation
    COMMA = 3  # or a colon or semicolon
    QUOTE = 4
    DASH = 5
    BRACKET = 6


def closing(text: str) -> Closing:
    """Return how a statement ends."""
    last = text.rstrip()[-1:]
    for marks, found in _CLOSINGS:
        if last in marks:
            return found
    return Closing.WORD


_CLOSINGS = (
    (QUOTES, Closing.QUOTE),
    (BRACKETS | _CLOSING_BRACKETS, Closing.BRACKET),
    (frozenset(".…"), Closing.STOP),
    (frozenset("?!"), Closing.QUESTION),
    (frozenset(",;:"), Closing.COMMA),
    (DASHES, Closing.DASH),
)


@dataclass(frozen=True, slots=True)
class Joins:
    """How much likelier than elsewhere the statements of a span belong together, in nats.

    Sums over all statements before each border of the texts, each against the statement before it.
    """

    source: Doubles
    target: Doubles

    @classmethod
    def learned(cls, source: Sequence[str], target: Sequence[str], beads: Sequence[Bead]) -> Joins:
        """Learn from beads, of which a few may be wrong."""
        return cls(
            _along(source, [(bead.source_start, bead.source_end) for bead in beads]),
            _along(target, [(bead.target_start, bead.target_end) for bead in beads]),
        )

    def rows(self, ends: tuple[int, int], others: tuple[int, int]) -> dict[tuple[int, int], Floats]:
        """Return for each shape the log odds of the joins within the spans that end at some borders.

        Source x target borders; nothing where a span would begin before the text does. ``ends`` and
        ``others`` are the first and the last source and target border.
        """
        found = {}
        for a, b in SHAPES:
            table = _within(self.source, ends, a)[:, None] + _within(self.target, others, b)
            table[: max(0, a - ends[0])] = 0
            table[:, : max(0, b - others[0])] = 0
            found[a, b] = table
        return found


def _along(texts: Sequence[str], spans: Sequence[tuple[int, int]]) -> Doubles:
    """Return the sums before each border of what tells that a statement is joined to the one before it."""
    joined = np.zeros(len(texts), dtype=bool)
    for start, end in spans:
        joined[start + 1 : end] = True
    begin = np.array([opening(text) for text in texts], dtype=np.int64)
    end_before = np.array([closing(text) for text in ["", *texts[:-1]]], dtype=np.int64)
    brackets = begin == Opening.BRACKET
    kind = np.where(brackets, len(Closing), end_before) * len(Opening) + begin
    told = _odds(kind[1:], joined[1:])[kind] * np.where(brackets, 1, BELIEVED)
    told[:1] = 0
    return np.concatenate([[0], np.cumsum(told)])


def _odds(kind: npt.NDArray[np.int64], joined: npt.NDArray[np.bool_]) -> Doubles:
    """Return by how much the log odds of being joined differ from the usual ones, for each kind."""
    kinds = (1 + len(Closing)) * len(Opening)
    inside, every = np.bincount(kind, joined, kinds), np.bincount(kind, minlength=kinds)
    share = (joined.sum() + 1) / (len(joined) + 2)
    inside, outside = inside + BY_CHANCE * share, every - inside + BY_CHANCE * (1 - share)
    return np.asarray(np.log(inside / outside) - np.log(share / (1 - share)))


def _within(along: Doubles, borders: tuple[int, int], count: int) -> Floats:
    """Return the sums over all but the first statement of the spans that end at some borders."""
    ends = np.arange(borders[0], borders[1] + 1)
    return np.asarray(along[ends] - along[np.maximum(ends - count + 1, 0)], dtype=np.float32)
