"""Static embeddings: the sum of subword vectors from one table for all languages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from align._exceptions import ModelError
from align.embedding.embedder import Vectors


class StaticEmbedder:
    """Sum of subword vectors.

    ``folder`` holds ``vocabulary.model`` (sentencepiece) and ``table.npz`` with ``weights`` (int8, pieces x
    dimension) and ``scales`` (float32, pieces). Raises ``ModelError`` where either is missing or broken.
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
        try:
            with np.load(self.folder / "table.npz") as file:
                weights = file["weights"].astype(np.float32)
                return np.asarray(weights * file["scales"][:, None], dtype=np.float32)
        except (OSError, ValueError, LookupError, EOFError, BadZipFile) as error:
            raise ModelError(f"{self.folder / 'table.npz'}: not a table of vectors: {error}") from error

    @cached_property
    def vocabulary(self) -> Any:
        """The sentencepiece processor that cuts texts into pieces."""
        import sentencepiece

        path = self.folder / "vocabulary.model"
        try:
            return sentencepiece.SentencePieceProcessor(model_file=str(path))
        except (RuntimeError, OSError) as error:
            raise ModelError(f"{path}: not a sentencepiece model: {error}") from error

    def sums(self, texts: Sequence[str]) -> Vectors:
        """Return float32 vectors, texts x dimension; see ``Embedder.sums``."""
        return self.sums_of(self.vocabulary.encode(list(texts), out_type=int))

    def sums_of(self, pieces: Sequence[list[int]]) -> Vectors:
        """Return the vectors of texts that are given as ids of pieces."""
        result = np.zeros((len(pieces), self._table.shape[1]), dtype=np.float32)
        # Text by text: one gather of all pieces would need a kilobyte for each of them.
        for row, ids in zip(result, pieces, strict=True):
            self._table[ids].sum(axis=0, out=row)
        return result
