"""How far the words of one statement are said by another of the same language.

A word is said as far as the likest word of the other statement is like it: by its stem, as a part of a
compound or by its vector. What it finds in any statement tells nothing and is taken off, so that common words
weigh little wherever they stand.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from align.alignment.nearest import Floats
from align.embedding import Embedder, unit
from align.evidence.function_words import FUNCTION_WORDS
from align.evidence.stems import stem

# Plain language shows the parts of compounds: Bundes·regierung, Bundes-Regierung. With a dot they are one
# word here, which the embedding may know; with a hyphen they are several, each a part of the compound.
_WORD = re.compile(r"[^\W\d_]+(?:[·‧][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_JOINT = re.compile(r"[·‧\u00ad]")
# A compound says its part so far. A part that begins or ends it has so many letters, any other so many.
PART, SHORT_PART, LONG_PART = 0.8, 4, 6
# A function word weighs so much of what its rarity says; every word weighs a little.
FUNCTION, LEAST = 0.6, 0.02


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one text, in a row, and how alike the likest word of each statement of the other is."""

    alike: Floats  # words x statements of the other text
    weight: Floats  # of each word
    starts: npt.NDArray[np.int64]  # first word of each statement
    sizes: Floats  # weight of the words of each statement

    def said(self, count: int) -> Floats:
        """Return how far each statement is said by spans of ``count`` others; statements x spans.

        The sum over its words of their weight times how much liker their likest word is than in the average
        span.
        """
        alike = self.alike if count == 1 else sliding_window_view(self.alike, count, axis=1).max(axis=-1)
        above = (alike - alike.mean(axis=1, keepdims=True)) * self.weight[:, None]
        sums = np.concatenate((np.zeros((1, above.shape[1]), np.float32), np.cumsum(above, axis=0)))
        ends = np.append(self.starts[1:], len(above))
        return np.asarray(sums[ends] - sums[self.starts], dtype=np.float32)


def wordings(
    source: Sequence[str], target: Sequence[str], *, language: str, embedder: Embedder
) -> tuple[Wording, Wording]:
    """Return the words of two texts of one language (its base code), each held against the other's."""
    left, right = ([_words(text) for text in side] for side in (source, target))
    alike = _alike(_known(left), _known(right), language, embedder)
    rarity = _rarity([*left, *right], language)
    return (
        _wording(left, right, alike, rarity),
        _wording(right, left, np.ascontiguousarray(alike.T), rarity),
    )


def _words(text: str) -> list[str]:
    return [_JOINT.sub("", word) for word in _WORD.findall(text.replace("\u00ad", ""))]


def _known(statements: Sequence[list[str]]) -> list[str]:
    return sorted({word for words in statements for word in words})


def _wording(
    own: Sequence[list[str]], other: Sequence[list[str]], alike: Floats, rarity: dict[str, float]
) -> Wording:
    rows = {word: number for number, word in enumerate(_known(own))}
    columns = {word: number for number, word in enumerate(_known(other))}
    best = np.zeros((len(rows), len(other)), dtype=np.float32)
    for number, words in enumerate(other):
        if words:
            best[:, number] = alike[:, [columns[word] for word in words]].max(axis=1)
    weights = [np.array([rarity[word] for word in words], dtype=np.float32) for words in own]
    return Wording(
        alike=best[[rows[word] for words in own for word in words]],
        weight=np.concatenate([*weights, np.zeros(0, np.float32)]),
        starts=np.cumsum([0, *(len(words) for words in own)], dtype=np.int64)[:-1],
        sizes=np.array([weight.sum() for weight in weights], dtype=np.float32),
    )


def _rarity(statements: Sequence[list[str]], language: str) -> dict[str, float]:
    """Return the weight of each word by how few statements of both texts hold its stem."""
    stems = {word: stem(word, language) for words in statements for word in words}
    frequency = Counter(found for words in statements for found in {stems[word] for word in words})
    function, every = FUNCTION_WORDS.get(language, frozenset()), math.log(len(statements) + 1)
    return {
        word: LEAST
        + (FUNCTION if word.lower() in function else 1.0)
        * (math.log(len(statements) / frequency[found]) / every) ** 2
        for word, found in stems.items()
    }


def _alike(source: Sequence[str], target: Sequence[str], language: str, embedder: Embedder) -> Floats:
    """Return how alike every two words are, in [0, 1]."""
    found = np.clip(unit(embedder.sums(source)) @ unit(embedder.sums(target)).T, 0, 1)
    for left, right in _parts(source, target, language):
        found[left, right] = max(found[left, right], PART)
    for right, left in _parts(target, source, language):
        found[left, right] = max(found[left, right], PART)
    columns = _by_stem(target, language)
    for row, word in enumerate(source):
        found[row, columns[stem(word, language)]] = 1
    return np.asarray(found, dtype=np.float32)


def _by_stem(words: Sequence[str], language: str) -> defaultdict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        found[stem(word, language)].append(number)
    return found


def _parts(compounds: Sequence[str], words: Sequence[str], language: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers of a compound and of a word that is a part of it."""
    function = FUNCTION_WORDS.get(language, frozenset())
    parts = {
        part: numbers
        for part, numbers in _by_stem(words, language).items()
        if len(part) >= SHORT_PART and part not in function
    }
    for number, word in enumerate(compounds):
        whole = stem(word, language)
        for part in {whole[i:k] for i in range(len(whole)) for k in range(i + SHORT_PART, len(whole) + 1)}:
            if part in parts and (len(part) >= LONG_PART or whole.startswith(part) or whole.endswith(part)):
                for other in parts[part]:
                    yield number, other
