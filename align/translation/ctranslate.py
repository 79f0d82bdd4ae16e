"""The default engine: CTranslate2, int8 on the CPU, without torch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from align._exceptions import ModelError
from align.translation.attention import Floats
from align.translation.decoding import Decoding

END = "</s>"
_ATTENDING = 4  # pairs of texts that are read together: more have too much padding


class CTranslate2Engine:
    """A Marian model converted to CTranslate2.

    ``folder`` holds ``model.bin``, ``source.spm`` and, where it differs, ``target.spm``. Raises
    ``ModelError`` where one is missing or broken.
    """

    def __init__(
        self, folder: Path, *, name: str, max_pieces: int, decoding: Decoding, threads: int = 0
    ) -> None:
        self.folder = folder
        self.name = f"{name}/ctranslate2-int8/{decoding}"
        self.max_pieces = max_pieces
        self._decoding = decoding
        self._threads = threads
        for file in ("model.bin", "source.spm"):
            if not (folder / file).is_file():
                raise ModelError(f"{folder / file}: no such file; a CTranslate2 translation model needs it")

    @cached_property
    def _model(self) -> Any:
        import ctranslate2

        try:
            return ctranslate2.Translator(
                str(self.folder), device="cpu", compute_type="int8", intra_threads=self._threads
            )
        except (RuntimeError, ValueError) as error:
            raise ModelError(f"{self.folder}: CTranslate2 cannot load this model: {error}") from error

    @cached_property
    def _source(self) -> Any:
        return load_vocabulary(self.folder / "source.spm")

    @cached_property
    def _target(self) -> Any:
        own = self.folder / "target.spm"
        return load_vocabulary(own) if own.is_file() else self._source

    def encode(self, text: str) -> list[str]:
        """Cut a text into the model's source pieces, without end mark."""
        return list(self._source.encode(text, out_type=str))

    def likelihood(self, text: str) -> float:
        """Return how likely a text is as a string of source pieces: a log-probability."""
        return float(sum(self._source.get_score(piece) for piece in self._source.encode(text)))

    def decode(self, pieces: Sequence[str]) -> str:
        """Join target pieces into text."""
        return str(self._target.decode(list(pieces)))

    def run(self, batch: Sequence[Sequence[str]], *, max_length: int) -> list[list[list[str]]]:
        """Return for each source the target pieces of what the beam holds, the likeliest first."""
        # Marian models are trained with an end mark on the source, which CTranslate2 does not add by itself.
        results = self._model.translate_batch(
            [[*pieces, END] for pieces in batch],
            beam_size=self._decoding.beam,
            num_hypotheses=self._decoding.beam,
            length_penalty=self._decoding.length_penalty,
            repetition_penalty=self._decoding.repetition_penalty,
            no_repeat_ngram_size=self._decoding.no_repeat_ngram,
            max_decoding_length=max_length,
            disable_unk=True,
        )
        return [[list(pieces) for pieces in result.hypotheses] for result in results]

    def encode_target(self, text: str) -> list[str]:
        """Cut a text into the model's target pieces, without end mark."""
        return list(self._target.encode(text, out_type=str))

    def attend(self, pairs: Sequence[tuple[Sequence[str], Sequence[str]]]) -> list[tuple[Floats, Floats]]:
        """Return the attention, target x source pieces, and the log-probability of each target piece.

        CTranslate2 gives the first head of the decoder's last layer.
        """
        found: list[tuple[Floats, Floats]] = []
        for first in range(0, len(pairs), _ATTENDING):
            batch = pairs[first : first + _ATTENDING]
            sources = [[*source, END] for source, _ in batch]
            targets = [list(target) for _, target in batch]
            forced = self._model.translate_batch(
                sources,
                target_prefix=targets,
                beam_size=1,
                max_decoding_length=max(map(len, targets)),
                return_attention=True,
            )
            scored = self._model.score_batch(sources, targets, max_batch_size=1)
            for target, source, result, scores in zip(targets, sources, forced, scored, strict=True):
                weights = np.array(result.attention[0], dtype=np.float32)
                likelihoods = np.array(scores.log_probs, dtype=np.float32)
                found.append((weights[: len(target), : len(source) - 1], likelihoods[: len(target)]))
        return found


def load_vocabulary(path: Path) -> Any:
    """Load a sentencepiece model; raises ``ModelError`` where the file is none."""
    import sentencepiece

    try:
        return sentencepiece.SentencePieceProcessor(model_file=str(path))
    except (RuntimeError, OSError) as error:
        raise ModelError(f"{path}: not a sentencepiece model: {error}") from error
