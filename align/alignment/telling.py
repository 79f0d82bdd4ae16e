"""What the statements of one event have in common word for word, the rare words before all.

A word meets another where both have one stem, sound like one name, or have near vectors. How rare a word is,
is read off all reports of the event, whatever their languages: by how many statements have a word like it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.alignment.nearest import Floats
from align.embedding import Embedder, unit
from align.evidence.content import content
from align.evidence.stems import stem
from align.evidence.transliteration import skeletons

# Cosine at which two words have nothing in common, and up to all of it.
_UNLIKE, _RANGE = 0.3, 0.4
_LEAST_RARE = 0.1
_LEAST_LETTERS = 4  # of a name that is known by its sound
_LEAST_BONES = 3
# Added to what a statement tells: of a few common words all are soon found elsewhere.
_LITTLE = 0.3

_BLOCK = 64  # statements

Word = tuple[str, str]  # text, language
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Told:
    """How much of what statements of one report tell those of another tell, too; statements x statements."""

    shares: Floats
    amounts: Floats
    rarest: Floats  # how rare the rarest word is that both have


class Telling:
    """The content words of some reports, by statement, and how rare each is among them.

    ``texts`` are the statements of each report, ``languages`` those of the reports.
    """

    def __init__(
        self, texts: Mapping[str, Sequence[str]], languages: Mapping[str, str], embedder: Embedder
    ) -> None:
        words = {
            name: [[(word.text, languages[name]) for word in content(text, languages[name])] for text in side]
            for name, side in texts.items()
        }
        known = list(dict.fromkeys(word for side in words.values() for found in side for word in found))
        places = {word: place for place, word in enumerate(known)}
        self._words = {
            name: [
                np.array([places[word] for word in dict.fromkeys(found)], dtype=np.int64) for found in side
            ]
            for name, side in words.items()
        }
        self._found = self._looked_for(known, embedder)
        count = sum(map(len, self._words.values()))
        spread = np.sum([found.sum(axis=0) for found in self._found.values()], axis=0)
        rare = np.log((count + 1) / (spread + 0.5)) / math.log(count + 1)
        # Squared: most words are common enough to mislead.
        self._rare = (np.clip(rare, _LEAST_RARE, 1.0) ** 2).astype(np.float32)

    def _looked_for(self, known: Sequence[Word], embedder: Embedder) -> dict[str, Floats]:
        """Return for each report how surely each statement has each known word; statements x words."""
        vectors = unit(embedder.sums([text for text, _ in known]))
        groups: defaultdict[object, list[int]] = defaultdict(list)
        keys = [_keys(*word) for word in known]
        for place, found in enumerate(keys):
            for key in found:
                groups[key].append(place)
        same = [np.array(sorted({p for key in found for p in groups[key]}), np.int64) for found in keys]
        return {name: _found(side, vectors, same) for name, side in self._words.items()}

    def amounts(self, report: str) -> Floats:
        """Return how much each statement of a report tells: its words, each as much as it is rare."""
        return np.array([self._rare[places].sum() for places in self._words[report]], dtype=np.float32)

    def told(self, report: str, other: str) -> Told:
        """Return what each statement of a report has in common with each of another."""
        found = self._found[other]
        size = (len(self._words[report]), len(found))
        amounts, rarest = np.zeros(size, np.float32), np.zeros(size, np.float32)
        for number, places in enumerate(self._words[report]):
            if len(places) and len(found):
                both = found[:, places] * self._rare[places]
                amounts[number], rarest[number] = both.sum(axis=1), both.max(axis=1)
        whole = self.amounts(report)[:, None] + np.float32(_LITTLE)
        return Told(np.asarray(amounts / whole, dtype=np.float32), amounts, rarest)


def _found(side: Sequence[Places], vectors: Floats, same: Sequence[Places]) -> Floats:
    """Return how surely statements, given by the places of their words, have each word known."""
    matrix = np.zeros((len(side), len(vectors)), dtype=np.float32)
    worded = [number for number, places in enumerate(side) if len(places)]
    for first in range(0, len(worded), _BLOCK):
        block = worded[first : first + _BLOCK]
        starts = np.cumsum([0, *(len(side[number]) for number in block[:-1])])
        cosines = vectors[np.concatenate([side[number] for number in block])] @ vectors.T
        near = np.maximum.reduceat(cosines, starts, axis=0)
        matrix[block] = np.clip((near - np.float32(_UNLIKE)) / np.float32(_RANGE), 0, 1)
    for number in worded:
        matrix[number, np.concatenate([same[place] for place in side[number]])] = 1
    return matrix


def _keys(text: str, language: str) -> set[object]:
    """Return under what a word is the same as others: its stem, and the sound of a name."""
    keys: set[object] = {(language, stem(text, language))}
    if text[0].isupper() and len(text) >= _LEAST_LETTERS:
        keys |= {bones for bones in skeletons(text) if len(bones) >= _LEAST_BONES}
    return keys
