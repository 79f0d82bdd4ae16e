"""What a translation model looks at in a text while it writes given English, and how likely that is.

The English need not be the model's own: for that of another report it tells what the two have in common.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Span = tuple[int, int]
Encode = Callable[[str], list[str]]
TextPair = tuple[str, str]  # a text in a language of the model, and one in English

_TOKEN = re.compile(r"\S+")
_SPACE = "▁"  # how sentencepiece writes the white space before a piece
_LEAST_LIKELY = -8.0  # log-probability of a piece: what lies below tells no more


class Attending(Protocol):
    """An engine that tells where it looks, by a head of its attention that was taught to point at words."""

    @property
    def max_pieces(self) -> int:
        """The longest source, in pieces, that the model translates well."""
        ...

    def encode(self, text: str) -> list[str]:
        """Cut a text into the model's source pieces, without end mark."""
        ...

    def encode_target(self, text: str) -> list[str]:
        """Cut a text into the model's target pieces, without end mark."""
        ...

    def attend(self, pairs: Sequence[tuple[Sequence[str], Sequence[str]]]) -> list[tuple[Floats, Floats]]:
        """Return the attention, target x source pieces, and the log-probability of each target piece."""
        ...


@dataclass(frozen=True, slots=True)
class Attention:
    """Where a model looks in a text, piece by piece of an English one; pieces are given by their offsets."""

    source: tuple[Span, ...]
    target: tuple[Span, ...]
    weights: Floats  # target x source pieces; the row of a piece adds up to at most 1
    likelihoods: Floats  # log-probability of each target piece

    def on_source(self, words: Sequence[Span]) -> Floats:
        """Return how many pieces of the English look at each word of the text, in parts of pieces."""
        return np.asarray(_covers(words, self.source) @ self.weights.sum(axis=0), dtype=np.float32)

    def of_target(self, words: Sequence[Span]) -> Floats:
        """Return the mean log-probability of the pieces of each word of the English."""
        covers = _covers(words, self.target)
        sums = covers @ np.maximum(self.likelihoods, _LEAST_LIKELY)
        return np.asarray(sums / np.maximum(covers.sum(axis=1), 1), dtype=np.float32)

    def between(self, source: Sequence[Span], target: Sequence[Span]) -> Floats:
        """Return the share of its attention that each word of the English gives to each of the text.

        Target x source words.
        """
        covers = _covers(target, self.target)
        means = covers @ self.weights / np.maximum(covers.sum(axis=1, keepdims=True), 1)
        return np.asarray(means @ _covers(source, self.source).T, dtype=np.float32)


class AttentionReader:
    """Reads attention off an engine; each pair of texts once."""

    def __init__(self, engine: Attending) -> None:
        self._engine = engine

    def read(self, pairs: Iterable[TextPair]) -> dict[TextPair, Attention]:
        """Return what the model tells of each pair; of one that is too long for it nothing."""
        cut = {}
        for text, english in sorted(set(pairs), key=lambda pair: (len(pair[1]), pair)):
            source = pieces_of(text, self._engine.encode)
            target = pieces_of(english, self._engine.encode_target)
            if 0 < len(source) <= self._engine.max_pieces and 0 < len(target) <= self._engine.max_pieces:
                cut[text, english] = source, target
        found = self._engine.attend(
            [([piece for piece, _ in s], [piece for piece, _ in t]) for s, t in cut.values()]
        )
        return {
            pair: Attention(tuple(span for _, span in s), tuple(span for _, span in t), weights, likelihoods)
            for (pair, (s, t)), (weights, likelihoods) in zip(cut.items(), found, strict=True)
        }


def pieces_of(text: str, encode: Encode) -> list[tuple[str, Span]]:
    """Return the pieces of a text with their offsets.

    Pieces never reach across white space. Where a vocabulary writes letters otherwise than the text does, all
    pieces of a token stand for the whole of it.
    """
    found: list[tuple[str, Span]] = []
    for token in _TOKEN.finditer(text):
        pieces = encode(token[0])
        bare = [piece.replace(_SPACE, "") for piece in pieces]
        at, faithful = token.start(), "".join(bare) == token[0]
        for piece, letters in zip(pieces, bare, strict=True):
            found.append((piece, (at, at + len(letters)) if faithful else token.span()))
            at += len(letters)
    return found


def _covers(words: Sequence[Span], pieces: Sequence[Span]) -> Floats:
    """Tell of each word which pieces have letters of it, words x pieces."""
    if not words or not pieces:
        return np.zeros((len(words), len(pieces)), dtype=np.float32)
    word, piece = np.array(words), np.array(pieces)
    found = (piece[:, 0] < word[:, 1:]) & (word[:, :1] < piece[:, 1])
    return np.asarray(found, dtype=np.float32)
