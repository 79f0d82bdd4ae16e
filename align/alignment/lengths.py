"""What the lengths of two spans say (Gale and Church, 1993, aclanthology.org/J93-1004).

Logarithms of sizes are held against one another: those of translations differ by a usual ratio and by a
variance that shrinks with their size, those of strangers are as far apart as the spans of each text are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.alignment.nearest import Floats, Mutual

# Variance of the difference of logarithms: so much over the size of a text, and so much that stays.
PER_CHARACTER, STAYING = 2.2, 0.015
# No length alone breaks a link, nor makes one: limits in nats.
AGAINST, FOR_EACH_SIDE = 4.0, 1.0
# Strangers: the usual deviation of logarithms of sizes, counted as if so many statements had been seen.
DEVIATION, SEEN = 0.45, 10
_LEAST_PAIRS = 3


@dataclass(frozen=True, slots=True)
class Lengths:
    """Sizes of the statements of two texts, in characters; see ``sizes``."""

    source: npt.NDArray[np.float64]
    target: npt.NDArray[np.float64]

    def ratio(self, mutual: Mutual) -> float:
        """Return the logarithm of the usual target size over the source size, by the mutually nearest."""
        if len(mutual.source) < _LEAST_PAIRS:
            return 0.0
        return float(np.median(np.log(self.target[mutual.target] / self.source[mutual.source])))


def sizes(texts: Sequence[str]) -> npt.NDArray[np.float64]:
    """Return the number of characters of each text and a little, so that none is zero."""
    return np.array([len(text) + 3.0 for text in texts])


@dataclass(frozen=True, slots=True)
class Sizes:
    """What the sizes of all spans of so many statements say, by the first statement of each."""

    logarithm: Floats
    variance: Floats  # this side's half
    unusual: Floats  # nats by which strangers would seldom be of this size

    def part(self, first: int, last: int) -> Sizes:
        """Return the sizes of the spans ``first`` … ``last`` (exclusive)."""
        each = slice(first, last)
        return Sizes(self.logarithm[each], self.variance[each], self.unusual[each])

    def upright(self) -> Sizes:
        """Return the sizes as columns, to be held against rows."""
        return Sizes(self.logarithm[:, None], self.variance[:, None], self.unusual[:, None])


def span_sizes(statements: npt.NDArray[np.float64], count: int) -> Sizes:
    """Return the sizes of the spans of ``count`` statements; at least so many must be there."""
    size = np.convolve(statements, np.ones(count), "valid")
    logarithm = np.log(size)
    spread = (logarithm.var() * len(size) + DEVIATION**2 * SEEN) / (len(size) + SEEN)
    unusual = ((logarithm - logarithm.mean()) ** 2 / spread + math.log(spread)) / 4
    variance = (PER_CHARACTER / size + STAYING) / 2
    return Sizes(
        logarithm.astype(np.float32),
        variance.astype(np.float32),
        np.minimum(unusual, FOR_EACH_SIDE).astype(np.float32),
    )


def likeness(source: Sizes, target: Sizes, ratio: float) -> Floats:
    """Return how much likelier the sizes are those of translations than of strangers, in nats.

    ``source`` and ``target`` are broadcast against each other; ``ratio`` is that of ``Lengths.ratio``.
    """
    variance = source.variance + target.variance
    apart = (target.logarithm - source.logarithm - np.float32(ratio)) ** 2 / variance
    found = source.unusual + target.unusual - (apart + np.log(variance)) / 2
    return np.asarray(np.maximum(found, np.float32(-AGAINST)), dtype=np.float32)
