"""All evidence about a text as one vector, so that texts and spans of texts compare by their angle.

Parts side by side, each scaled by its weight: the cross-lingual embedding; what can be read off the original
(numbers, dates, acronyms, names); the stems of its words where both sides are in one language. Keys and stems
stand on random signs of their own (Achlioptas, 2003), weighted by how rare they are in the two texts.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np

from align.alignment.nearest import Floats
from align.embedding import Embedder
from align.evidence import statement_evidence
from align.languages import base

# Against the embedding of a typical statement, for a key or stem that stands only here and there.
KEY_WEIGHT = 0.28
STEM_WEIGHT = 0.30
_SIGNS = 256
_REMEMBERED = 1 << 16  # texts: a report is compared with several others
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts that are compared: its statements, or clauses of them, in one language."""

    texts: tuple[str, ...]
    language: str


Keys = Callable[[Side, Side], tuple[list[frozenset[str]], list[frozenset[str]]]]


def read_keys(source: Side, target: Side) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """Return the keys of all that each statement of either text names, with tables of three languages."""
    left, right = ([_keys(text, side.language) for text in side.texts] for side in (source, target))
    return left, right


class Evidence:
    """Turns statements of two texts into vectors; how rare a key is, is read off these statements.

    ``keys`` finds those of both texts. Those of clauses are read.
    """

    def __init__(self, source: Side, target: Side, embedder: Embedder, keys: Keys = read_keys) -> None:
        self._embedder = embedder
        self._stemming = base(source.language) == base(target.language)
        self._sums = {side: embedder.sums(side.texts) for side in (source, target)}
        lengths = np.concatenate([np.linalg.norm(sums, axis=1) for sums in self._sums.values()])
        self._scale = float(np.median(lengths)) if len(lengths) else 0.0
        left, right = keys(source, target)
        self._keys = {source: left, target: right}
        self._rarity = _rarity([*left, *right])
        texts = [(text, side.language) for side in (source, target) for text in side.texts]
        stems = [_stems(*text) for text in texts] if self._stemming else []
        # Squared: most words are common enough to mislead.
        self._stem_rarity = {stem: rarity**2 for stem, rarity in _rarity(stems).items()}

    def vectors(self, side: Side) -> Floats:
        """Return additive vectors, texts x dimension: neighbours' vectors sum to the vector of both."""
        parts = [self._sums[side] if side in self._sums else self._embedder.sums(side.texts)]
        keys = self._keys.get(side) or [_keys(text, side.language) for text in side.texts]
        parts.append(_signed(keys, self._rarity, KEY_WEIGHT * self._scale))
        if self._stemming:
            stems = [_stems(text, side.language) for text in side.texts]
            parts.append(_signed(stems, self._stem_rarity, STEM_WEIGHT * self._scale))
        return np.concatenate(parts, axis=1)


@lru_cache(maxsize=_REMEMBERED)
def _keys(text: str, language: str) -> frozenset[str]:
    return statement_evidence(text, language).keys


@lru_cache(maxsize=_REMEMBERED)
def _stems(text: str, language: str) -> frozenset[str]:
    language = base(language)
    if _stemmer(language) is None:
        return frozenset()
    return frozenset(_stem(word, language) for word in _WORD.findall(text.lower()))


@lru_cache(maxsize=_REMEMBERED)
def _stem(word: str, language: str) -> str:
    return str(_stemmer(language).stem(word))


@cache
def _stemmer(language: str) -> Any:
    from nltk.stem.snowball import SnowballStemmer

    names = {"de": "german", "en": "english", "ru": "russian"}
    return SnowballStemmer(names[language]) if language in names else None


def _rarity(keys: Sequence[frozenset[str]]) -> dict[str, float]:
    """Return 0 for a key of every statement up to about 1 for a key of one."""
    frequency = Counter(key for found in keys for key in found)
    return {key: math.log(len(keys) / times) / math.log(len(keys) + 1) for key, times in frequency.items()}


def _signed(keys: Sequence[frozenset[str]], rarity: Mapping[str, float], weight: float) -> Floats:
    rows = np.zeros((len(keys), _SIGNS), dtype=np.float32)
    for row, found in zip(rows, keys, strict=True):
        for key in sorted(found):
            # A key that only a clause has (a name cut in two) is as good as any that stands once.
            row += np.float32(weight * rarity.get(key, 1.0)) * _signs(key)
    return rows


@lru_cache(maxsize=_REMEMBERED)
def _signs(key: str) -> Floats:
    """Return the key's own unit vector of random signs, the same on every machine."""
    digest = hashlib.shake_128(key.encode()).digest(_SIGNS // 8)
    bits = np.unpackbits(np.frombuffer(digest, dtype=np.uint8)).astype(np.float32)
    return np.asarray((2 * bits - 1) / math.sqrt(_SIGNS), dtype=np.float32)
