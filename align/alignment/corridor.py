"""Where in a long text the counterparts of a statement may stand.

Chunks of statements are aligned first, coarsely; only around their path single statements are looked at. The
chunks are few, so that time grows with the length of the texts and hardly with its square.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from align.alignment.nearest import Floats, Windows
from align.embedding import unit

# Texts of up to so many statements are searched whole.
WHOLE = 3_000
CHUNK = 32
# Chunks to each side of the path that are looked at, too.
AROUND = 6


def corridor(
    source: Floats, target: Floats, source_common: Floats | float = 0.0, target_common: Floats | float = 0.0
) -> Windows | None:
    """Return the first and the last (exclusive) target statement to look at for each source statement.

    ``source`` and ``target`` are vectors of statements, of which what is common to all of their text is taken
    off. ``None`` where the texts are short enough to be searched whole.
    """
    if min(len(source), len(target)) <= WHOLE:
        return None
    similarity = _chunks(source, source_common) @ _chunks(target, target_common).T
    low, high = _path(similarity)
    low = np.clip(low - AROUND, 0, None) * CHUNK
    high = np.clip((high + 1 + AROUND) * CHUNK, None, len(target))
    each = np.arange(len(source)) // CHUNK
    return low[each], high[each]


def _chunks(vectors: Floats, common: Floats | float) -> Floats:
    starts = np.arange(0, len(vectors), CHUNK)
    counts = np.diff(starts, append=len(vectors)).astype(np.float32)[:, None]
    sums: Floats = np.add.reduceat(vectors, starts, axis=0) - counts * np.asarray(common, dtype=np.float32)
    return unit(sums)


def _path(similarity: Floats) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return the first and last column, for each row, of the path that collects most similarity."""
    n, m = similarity.shape
    gain = np.maximum(similarity - np.quantile(similarity, 0.9), 0)
    best = np.zeros(m + 1, dtype=np.float32)
    diagonal = np.zeros((n, m), dtype=bool)
    above = np.zeros((n, m), dtype=bool)
    for i in range(n):
        step = best[:-1] + gain[i]
        above[i] = best[1:] >= step
        row = np.maximum(step, best[1:])
        through = np.maximum.accumulate(row)
        diagonal[i] = ~above[i] & (through == row)
        above[i] &= through == row
        best = np.concatenate((best[:1], through))
    return _walk(diagonal, above)


def _walk(
    diagonal: npt.NDArray[np.bool_], above: npt.NDArray[np.bool_]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    n, m = diagonal.shape
    low, high = np.zeros(n, dtype=np.int64), np.zeros(n, dtype=np.int64)
    i, j = n - 1, m - 1
    high[i] = j
    while i >= 0:
        high[i] = max(high[i], j)
        low[i] = j
        if j == 0 or above[i, j]:
            i -= 1
        elif diagonal[i, j]:
            i, j = i - 1, j - 1
        else:
            j -= 1
    return low, high
