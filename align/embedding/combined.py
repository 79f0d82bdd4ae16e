"""Two embedders as one: what the words say and what they mean."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.embedding.embedder import Embedder, Vectors, unit


class CombinedEmbedder:
    """Vectors of two embedders side by side; the second counts ``weight`` times as much as the first.

    The second one's vectors are given the lengths of the first one's, so that both grow alike with the text.
    """

    def __init__(self, first: Embedder, second: Embedder, *, weight: float) -> None:
        self.first, self.second, self.weight = first, second, weight

    @property
    def name(self) -> str:
        """Both names, for signatures."""
        return f"{self.first.name}+{self.second.name}"

    def sums(self, texts: Sequence[str]) -> Vectors:
        """Return float32 vectors, texts x (both dimensions); see ``Embedder.sums``."""
        words, meaning = self.first.sums(texts), self.second.sums(texts)
        lengths = np.linalg.norm(words, axis=1, keepdims=True)
        scaled = unit(meaning) * (np.sqrt(self.weight) * lengths)
        return np.concatenate((words, scaled.astype(np.float32)), axis=1)
