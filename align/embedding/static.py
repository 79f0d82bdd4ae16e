"""Static embeddings: the sum of subword vectors from one table for all languages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from align._exceptions import ModelError
from align.embedding.embedder import Vectors


class StaticEmbedder:
    """Sum of subword vectors.

    ``folder`` holds ``vocabulary.model`` (sentencepiece) and ``table.npz`` with ``weights`` (int8, pieces x
    dimension) and ``scales`` (float32, pieces). Raises ``ModelError`` where either is missing.
    """

    def __init__(self, folder: Path, *, version: str = "") -> None:
        self.folder = folder
        self._version = version
        for name in ("vocabulary.model", "table.npz"):
            if not (folder / name).is_file():
                raise ModelError(f"{folder / name}: no such file; an embedding model needs it")

    @property
    def name(self) -> str:
        """Name and version, for signatures."""
        return f"{self.folder.name}@{self._version}" if self._version else self.folder.name

    @cached_property
    def _table(self) -> Vectors:
        with np.load(self.folder / "table.npz") as file:
            weights = file["weights"].astype(np.float32)
            return np.asarray(weights * file["scales"][:, None], dtype=np.float32)

    def sums(self, texts: Sequence[str]) -> Vectors:
        """Return float32 vectors, texts x dimension; see ``Embedder.sums``."""
        import sentencepiece

        if not texts:
            return np.zeros((0, self._table.shape[1]), dtype=np.float32)
        vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(self.folder / "vocabulary.model"))
        ids = vocabulary.encode(list(texts), out_type=int)
        ends = np.cumsum([len(row) for row in ids])
        starts = ends - [len(row) for row in ids]
        flat = np.array([i for row in ids for i in row], dtype=np.int64)
        # reduceat cannot see an empty text: such rows are left at zero.
        full = ends > starts
        result = np.zeros((len(ids), self._table.shape[1]), dtype=np.float32)
        if full.any():
            result[full] = np.add.reduceat(self._table[flat], starts[full], axis=0)
        return result
