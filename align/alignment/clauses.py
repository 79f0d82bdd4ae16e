"""Clauses: what a long statement has in common with a short one.

Outlets say one thing in one long sentence or in a list of five items, and dress it in words of their own, so
that the whole statements are far apart while a clause of the one is close to a clause of the other. The
distance here is that of the closest windows of one or two clauses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from align.alignment.nearest import Floats
from align.embedding import unit

_BORDER = re.compile(
    r"[,;:]\s+|\s[–—-]\s+|\s+(?=(?:sowie|und|oder|и|или|а также|and|or|as well as)\s)", re.IGNORECASE
)
# A stretch of fewer words is no clause of its own and stays with its neighbour.
LEAST_WORDS = 3
_BLOCK = 256


def clauses(text: str) -> list[str]:
    """Cut a text at commas, colons, dashes and conjunctions; at least one clause, none of under three words
    unless the text is that short.
    """  # noqa: D205
    found: list[str] = []
    for stretch in _BORDER.split(text):
        if found and min(len(found[-1].split()), len(stretch.split())) < LEAST_WORDS:
            found[-1] = f"{found[-1]} {stretch}"
        else:
            found.append(stretch)
    return found


def windows(texts: Sequence[str]) -> tuple[list[str], npt.NDArray[np.int64]]:
    """Return all windows of one and two clauses, and where those of each text begin."""
    found: list[str] = []
    starts = []
    for text in texts:
        parts = clauses(text)
        starts.append(len(found))
        found += parts
        found += [f"{left} {right}" for left, right in pairwise(parts)]
    return found, np.array(starts, dtype=np.int64)


def closest(
    source: Floats,
    target: Floats,
    source_starts: npt.NDArray[np.int64],
    target_starts: npt.NDArray[np.int64],
) -> Floats:
    """Return the distance of the closest windows of every two texts, over the median one; texts x texts.

    ``source`` and ``target`` are vectors of windows. 0 is the same words, 1 what two unrelated statements of
    these texts have.
    """
    left, right = unit(source), unit(target)
    result = np.ones((len(source_starts), len(target_starts)), dtype=np.float32)
    if not result.size:
        return result
    ends = np.append(source_starts[1:], len(source))
    for first in range(0, len(source_starts), _BLOCK):
        last = min(first + _BLOCK, len(source_starts))
        start = source_starts[first]
        distance = 1 - left[start : ends[last - 1]] @ right.T
        distance = np.minimum.reduceat(distance, target_starts, axis=1)
        result[first:last] = np.minimum.reduceat(distance, source_starts[first:last] - start, axis=0)
    return np.asarray(result / max(float(np.median(result)), 0.05), dtype=np.float32)
