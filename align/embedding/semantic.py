"""Semantic embeddings: subword vectors and a small transformer that makes those of paraphrases close."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from align._exceptions import ModelError
from align.embedding.embedder import Vectors, unit
from align.embedding.static import StaticEmbedder

_FILES = ("model.bin", "projection.npy")
_LONGEST = 128  # pieces of a text that are read; the model has seen sentences of up to 72
_BATCH = 32
_REMEMBERED = 1 << 16  # texts: a report is compared with several others


class SemanticEmbedder:
    """Mean over the pieces of a text of their own vectors and of the encoder's projected states; length one.

    ``folder`` holds what a ``StaticEmbedder`` reads, a CTranslate2 encoder (``model.bin`` …) and
    ``projection.npy`` (float16, encoder width x dimension). Raises ``ModelError`` where one is missing or
    broken.
    """

    def __init__(self, folder: Path, *, version: str = "", threads: int = 0) -> None:
        self.folder = folder
        self._version = version
        self._threads = threads
        self._known: dict[str, Vectors] = {}
        self._words = StaticEmbedder(folder)
        for name in _FILES:
            if not (folder / name).is_file():
                raise ModelError(f"{folder / name}: no such file; a semantic embedding model needs it")

    @property
    def name(self) -> str:
        """Name and version, for signatures."""
        return f"{self.folder.name}@{self._version}" if self._version else self.folder.name

    @cached_property
    def _encoder(self) -> Any:
        import ctranslate2

        try:
            return ctranslate2.Encoder(
                str(self.folder), device="cpu", compute_type="int8", intra_threads=self._threads
            )
        except (RuntimeError, ValueError) as error:
            raise ModelError(f"{self.folder}: CTranslate2 cannot load this model: {error}") from error

    @cached_property
    def _projection(self) -> Vectors:
        path = self.folder / "projection.npy"
        try:
            return np.asarray(np.load(path), dtype=np.float32)
        except (OSError, ValueError, EOFError) as error:
            raise ModelError(f"{path}: not a matrix: {error}") from error

    def sums(self, texts: Sequence[str]) -> Vectors:
        """Return float32 vectors of length one, texts x dimension; see ``Embedder.sums``.

        The sum of two of them only comes near the vector of the texts joined.
        """
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if len(self._known) + len(new) > _REMEMBERED:
            self._known.clear()
            new = list(dict.fromkeys(texts))
        self._known.update(zip(new, self._embed(new), strict=True))
        if not texts:
            return np.zeros((0, self._projection.shape[1]), dtype=np.float32)
        return np.stack([self._known[text] for text in texts])

    def _embed(self, texts: Sequence[str]) -> Vectors:
        end = self._words.vocabulary.eos_id()
        ids = [row[:_LONGEST] for row in self._words.vocabulary.encode(list(texts), out_type=int)]
        found = np.zeros((len(ids), self._projection.shape[1]), dtype=np.float32)
        order = sorted((i for i, row in enumerate(ids) if row), key=lambda i: len(ids[i]))
        for first in range(0, len(order), _BATCH):
            batch = order[first : first + _BATCH]
            output = self._encoder.forward_batch([[*ids[i], end] for i in batch])
            states = np.array(output.last_hidden_state, dtype=np.float32)
            means = np.stack(
                [row[: len(ids[i]) + 1].mean(axis=0) for row, i in zip(states, batch, strict=True)]
            )
            words = self._words.sums_of([ids[i] for i in batch])
            counts = np.array([[len(ids[i]) + 1] for i in batch], dtype=np.float32)
            found[batch] = unit(np.divide(words, counts, dtype=np.float32) + means @ self._projection)
        return found
