"""What a translator and the engine below it can do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

# Called with how many sentences are done and how many there are.
Progress = Callable[[int, int], None]


class Translator(Protocol):
    """Translates sentences of any of its source languages into its target language."""

    @property
    def name(self) -> str:
        """Name, version and decoding settings, for signatures."""
        ...

    @property
    def sources(self) -> tuple[str, ...]:
        """Source languages (BCP 47); empty where the model does not say."""
        ...

    @property
    def target(self) -> str:
        """Target language (BCP 47)."""
        ...

    def translate(self, texts: Sequence[str], *, progress: Progress | None = None) -> list[str]:
        """Return one translation for each text, in order; the empty text stays empty."""
        ...


class Engine(Protocol):
    """Runs one model on batches of subword pieces; knows nothing of files or long sentences."""

    @property
    def name(self) -> str:
        """Name and version of the model and what computes it, for signatures."""
        ...

    @property
    def max_pieces(self) -> int:
        """The longest source, in pieces, that the model translates well."""
        ...

    def encode(self, text: str) -> list[str]:
        """Cut a text into the model's source pieces, without end mark."""
        ...

    def likelihood(self, text: str) -> float:
        """Return how likely a text is as a string of source pieces: a log-probability."""
        ...

    def decode(self, pieces: Sequence[str]) -> str:
        """Join target pieces into text."""
        ...

    def run(self, batch: Sequence[Sequence[str]], *, max_length: int) -> list[list[list[str]]]:
        """Return for each source the target pieces of its translations, the likeliest first.

        There is at least one, and each is at most ``max_length`` pieces long.
        """
        ...
