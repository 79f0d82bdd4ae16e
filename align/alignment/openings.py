"""How statements begin: with a quotation mark, a dash, a bracket, a figure or a word.

Speech is marked where it begins, by the marks of each language and each printer. What stands where in the two
texts is learned from their own first alignment, as words are (``lexicon``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from align.alignment.beads import MOST_JOINED, SHAPES, Bead
from align.alignment.nearest import Floats

# How often two openings that chance brings together count as seen before the texts are looked at.
BY_CHANCE = 5.0
QUOTES = frozenset("\"'`„“”‚‘’«»‹›")
DASHES = frozenset("-‐‑–—―")
BRACKETS = frozenset("([{")

Ints = npt.NDArray[np.int64]


class Opening(IntEnum):
    """What a statement begins with."""

    WORD = 0
    LOWER = 1  # a word in lower case
    QUOTE = 2
    DASH = 3
    BRACKET = 4
    FIGURE = 5


def opening(text: str) -> Opening:
    """Return how a statement begins; two commas are low quotation marks, as typewriters have them."""
    text = text.lstrip()
    first = text[:1]
    if first in QUOTES or text.startswith(",,"):
        return Opening.QUOTE
    if first in DASHES:
        return Opening.DASH
    if first in BRACKETS:
        return Opening.BRACKET
    if first.isdigit():
        return Opening.FIGURE
    return Opening.LOWER if first.islower() else Opening.WORD


@dataclass(frozen=True, slots=True)
class Openings:
    """How much likelier two statements begin a bead than by chance, by how they begin."""

    source: Ints  # the opening of each statement
    target: Ints
    odds: Floats  # in nats, source openings x target openings

    @classmethod
    def learned(cls, source: Sequence[str], target: Sequence[str], beads: Sequence[Bead]) -> Openings:
        """Learn from beads, of which a few may be wrong."""
        left, right = (
            np.array([opening(text) for text in side], dtype=np.int64) for side in (source, target)
        )
        seen = np.zeros((len(Opening), len(Opening)))
        starts = ([bead.source_start for bead in beads], [bead.target_start for bead in beads])
        np.add.at(seen, (left[starts[0]], right[starts[1]]), 1)
        alone = seen.sum(axis=1, keepdims=True) * seen.sum(axis=0) / max(1, len(beads))
        return cls(left, right, np.log((seen + BY_CHANCE) / (alone + BY_CHANCE)).astype(np.float32))

    def rows(self, ends: tuple[int, int], others: tuple[int, int]) -> dict[tuple[int, int], Floats]:
        """Return for each shape the log odds of the openings of the spans that end at some borders.

        Source x target borders; nothing where a span would begin before the text does. ``ends`` and
        ``others`` are the first and the last source and target border.
        """
        first, low = max(0, ends[0] - MOST_JOINED), max(0, others[0] - MOST_JOINED)
        block = self.odds[self.source[first : ends[1]][:, None], self.target[low : others[1]]]
        found = {}
        for a, b in SHAPES:
            table = np.zeros((ends[1] + 1 - first, others[1] + 1 - low), dtype=np.float32)
            table[a:, b:] = block[: max(0, len(table) - a), : max(0, table.shape[1] - b)]
            found[a, b] = table[ends[0] - first :, others[0] - low :]
        return found
