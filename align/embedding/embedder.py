"""What every embedder can do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]


class Embedder(Protocol):
    """Vectors of texts in any of its languages; texts that say the same point the same way."""

    @property
    def name(self) -> str:
        """Name and version, for signatures."""
        ...

    def sums(self, texts: Sequence[str]) -> Vectors:
        """Return float32 vectors, texts x dimension, that add up.

        The sum of the vectors of neighbouring texts stands for the texts joined, so that the vector of any
        span is a difference of cumulative sums. A text without words has the zero vector.
        """
        ...


def unit(vectors: Vectors) -> Vectors:
    """Scale each row to length one; rows of zeros stay zero."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    scaled = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    return np.asarray(scaled, dtype=np.float32)
