"""The second engine: any MarianMT checkpoint, run by transformers (needs the extra ``align[torch]``)."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from align._exceptions import ModelError
from align.translation.decoding import Decoding


class TransformersEngine:
    """A MarianMT checkpoint: a folder, or the id of a hub model that is already in the local cache.

    Nothing is ever downloaded. Raises ``ModelError`` where the checkpoint is missing, broken or of another
    architecture, and where torch is not installed.
    """

    def __init__(self, checkpoint: str | Path, *, decoding: Decoding, max_pieces: int | None = None) -> None:
        self.checkpoint = str(checkpoint)
        self.name = f"{Path(self.checkpoint).name}/transformers/{decoding}"
        self._decoding = decoding
        self._max_pieces = max_pieces

    @property
    def max_pieces(self) -> int:
        """The longest source, in pieces, that the model takes, the end mark counted off."""
        limit = int(self._model.config.max_position_embeddings) - 1
        return limit if self._max_pieces is None else min(limit, self._max_pieces)

    @cached_property
    def _tokenizer(self) -> Any:
        from transformers import MarianTokenizer

        with warnings.catch_warnings():
            # Recommends sacremoses, which only does what NFKC in the vocabulary does already.
            warnings.filterwarnings("ignore", message="Recommended: pip install sacremoses")
            return self._load(MarianTokenizer)

    @cached_property
    def _model(self) -> Any:
        try:
            import torch  # noqa: F401 - transformers names its classes even without torch, and fails obscurely
        except ImportError:
            raise ModelError(
                "this model runs on torch, which is not installed: pip install 'align[torch]'"
            ) from None
        from transformers import MarianMTModel

        return self._load(MarianMTModel).eval()

    def _load(self, kind: Any) -> Any:
        from transformers.utils import logging

        # Progress is the caller's to show, and loading takes well under a second.
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        try:
            return kind.from_pretrained(self.checkpoint, local_files_only=True)
        except (OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
            raise ModelError(
                f"{self.checkpoint}: not a MarianMT checkpoint in a folder or in the local cache: {error}"
            ) from error

    def encode(self, text: str) -> list[str]:
        """Cut a text into the model's source pieces, without end mark."""
        return list(self._tokenizer.tokenize(text))

    def likelihood(self, text: str) -> float:
        """Return how likely a text is as a string of source pieces: a log-probability."""
        vocabulary = self._tokenizer.spm_source
        return float(sum(vocabulary.get_score(piece) for piece in vocabulary.encode(text)))

    def decode(self, pieces: Sequence[str]) -> str:
        """Join target pieces into text."""
        return str(self._tokenizer.convert_tokens_to_string(list(pieces)))

    def run(self, batch: Sequence[Sequence[str]], *, max_length: int) -> list[list[list[str]]]:
        """Return for each source the target pieces of what the beam holds, the likeliest first."""
        import torch

        tokenizer, end = self._tokenizer, self._tokenizer.eos_token_id
        ids = [[*tokenizer.convert_tokens_to_ids(list(pieces)), end] for pieces in batch]
        width = max(len(row) for row in ids)
        padded = torch.full((len(ids), width), tokenizer.pad_token_id)
        for row, values in zip(padded, ids, strict=True):
            row[: len(values)] = torch.tensor(values)
        with torch.inference_mode():
            output = self._model.generate(
                input_ids=padded,
                attention_mask=(padded != tokenizer.pad_token_id).long(),
                num_beams=self._decoding.beam,
                num_return_sequences=self._decoding.beam,
                length_penalty=self._decoding.length_penalty,
                repetition_penalty=self._decoding.repetition_penalty,
                no_repeat_ngram_size=self._decoding.no_repeat_ngram,
                # The start mark counts as a piece here.
                max_length=min(max_length + 1, int(self._model.config.max_position_embeddings)),
                bad_words_ids=[[tokenizer.pad_token_id]],
                do_sample=False,
            )
        special = {tokenizer.pad_token_id, end}
        rows = [
            tokenizer.convert_ids_to_tokens([i for i in row.tolist() if i not in special]) for row in output
        ]
        return [
            rows[first : first + self._decoding.beam] for first in range(0, len(rows), self._decoding.beam)
        ]
