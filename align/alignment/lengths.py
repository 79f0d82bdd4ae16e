"""How far the lengths of two spans are from those of translations (Gale and Church, 1993)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.alignment.nearest import Floats, Mutual

# Short texts vary more: the square of a difference of logarithms counts once for each so many characters, but
# never more than 1, so that no length alone breaks a link.
EVEN = 60.0
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


def unlike(source: Floats, target: Floats, ratio: float) -> Floats:
    """Return how unlike the sizes of source and of target spans are, in [0, 1], spans x spans."""
    weight = np.minimum(source[:, None], target) / np.float32(EVEN)
    apart = np.log(target) - (np.log(source) + np.float32(ratio))[:, None]
    return np.asarray(np.minimum(weight * apart**2, 1), dtype=np.float32)
