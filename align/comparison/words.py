"""Which words of one text have a counterpart in another, in any language: by stems, sounds and embeddings."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from align.embedding import Embedder, unit
from align.evidence.content import LEAST_LETTERS
from align.evidence.content import ContentWord as ContentWord
from align.evidence.content import content as content
from align.evidence.stems import stem
from align.evidence.transliteration import latin, one_name
from align.report import Report, Statement

_PLAIN = 0.6  # cosine from which on two words surely mean the same
_UNLIKE, _RANGE = 0.3, 0.4  # cosine at which two words have nothing in common, and up to all of it
_LIKE = 0.5
_LENGTHS_APART = 4  # letters: Schtscherbakow, Щербаков
# After align.evidence.transliteration.latin: Hruška is Грушка, Jana Жана, Zürich Цюрих.
_ONSETS = str.maketrans("hvpjczye", "gffissii")
_SHARED_LETTERS = 5  # shorter words of two languages sound alike by chance


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The words of a report and of its English, and which statements have them."""

    words: tuple[ContentWord, ...]
    places: tuple[set[int], ...]
    vectors: npt.NDArray[np.float32]  # words x dimension; none without an embedder
    stems: dict[tuple[str, str], set[int]]
    onsets: dict[tuple[str, str, bool], list[int]]  # first sound, language, capital: positions

    @classmethod
    def of(cls, places: Mapping[tuple[str, str], set[int]], vectors: npt.NDArray[np.float32]) -> _Vocabulary:
        """Index words by stem and first sound."""
        words = tuple(ContentWord(text, language, 0, len(text)) for text, language in places)
        stems: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
        onsets: defaultdict[tuple[str, str, bool], list[int]] = defaultdict(list)
        for position, word in enumerate(words):
            stems[word.language, stem(word.text, word.language)] |= places[word.text, word.language]
            onsets[_onset(word.text), word.language, word.text[0].isupper()].append(position)
        return cls(words, tuple(places.values()), vectors, stems, onsets)

    def sounding(self, word: ContentWord) -> Iterator[int]:
        """Yield the positions of the words that may be this one by their sound."""
        onset, capital = _onset(word.text), word.text[0].isupper()
        for (first, language, name), positions in self.onsets.items():
            if first == onset and (language != word.language or (capital and name)):
                yield from positions


class WordSimilarity:
    """How alike words are, in [0, 1], for the words of some reports and their English.

    Without an embedder words of different languages are alike only as names, by their sound.
    """

    def __init__(self, reports: Iterable[Report], embedder: Embedder | None) -> None:
        self._places = {report.id: _places(report) for report in reports}
        words = {text for places in self._places.values() for text, _ in places}
        self._rows = {word: row for row, word in enumerate(sorted(words))}
        self._embedder = embedder
        self._vectors = unit(embedder.sums(list(self._rows))) if embedder else np.zeros((0, 0), np.float32)
        self._spread: dict[tuple[str, str, str], frozenset[int]] = {}
        self._vocabularies: dict[str, _Vocabulary] = {}

    @property
    def across(self) -> bool:
        """Whether words of different languages can be compared by what they mean."""
        return self._embedder is not None

    def best(self, words: Sequence[ContentWord], others: Sequence[ContentWord]) -> list[float]:
        """Return for each word how alike the likest of the other words is."""
        if not words or not others:
            return [0.0] * len(words)
        near = self._cosines(words, others).max(axis=1)
        stems = {(other.language, stem(other.text, other.language)) for other in others}
        return [
            float(value) if value >= _PLAIN or not _meets(word, stems, others) else 1.0
            for word, value in zip(words, near, strict=True)
        ]

    def near(self, words: Sequence[ContentWord], report: Report, least: float) -> set[int]:
        """Return the statements of a report that have a word at least that like one of these."""
        vocabulary = self._vocabulary(report)
        if not words or not vocabulary.words:
            return set()
        close = self._cosines(words, vocabulary.words).max(axis=0) >= least
        found = set().union(*(vocabulary.places[position] for position in np.flatnonzero(close)))
        for word in words:
            found |= vocabulary.stems.get((word.language, stem(word.text, word.language)), set())
            for position in vocabulary.sounding(word):
                other = vocabulary.words[position]
                if len(other.text) > LEAST_LETTERS and _sound_alike(other, word):
                    found |= vocabulary.places[position]
        return found

    def told(self, words: Sequence[ContentWord], others: Sequence[ContentWord], report: Report) -> float:
        """Return the share, in [0, 1], of what some words say that others of a report say, too.

        A word counts the less the more statements of that report have it.
        """
        if not words or not others:
            return 0.0
        weights = [1 / math.sqrt(max(1, len(self.places(word, report)))) for word in words]
        shares = (min(1.0, max(0.0, (near - _UNLIKE) / _RANGE)) for near in self.best(words, others))
        return sum(w * share for w, share in zip(weights, shares, strict=True)) / sum(weights)

    def places(self, word: ContentWord, report: Report) -> frozenset[int]:
        """Return the statements of a report that have a word like this one."""
        key = word.text, word.language, report.id
        if key not in self._spread:
            self._spread[key] = self._found(word, self._vocabulary(report))
        return self._spread[key]

    def cosines(self, texts: Sequence[str], others: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return how alike whole texts are, texts x others; nothing is alike without an embedder."""
        if self._embedder is None:
            return np.zeros((len(texts), len(others)), dtype=np.float32)
        left, right = (unit(self._embedder.sums(list(side))) for side in (texts, others))
        return np.asarray(left @ right.T, dtype=np.float32)

    def _found(self, word: ContentWord, vocabulary: _Vocabulary) -> frozenset[int]:
        found = {*vocabulary.stems.get((word.language, stem(word.text, word.language)), ())}
        if self._embedder is not None and vocabulary.words:
            close = vocabulary.vectors @ self._looked_up([word], self._embedder)[0] >= _LIKE
            found.update(*(vocabulary.places[position] for position in np.flatnonzero(close)))
        if len(word.text) > LEAST_LETTERS:
            for position in vocabulary.sounding(word):
                if _sound_alike(word, vocabulary.words[position]):
                    found |= vocabulary.places[position]
        return frozenset(found)

    def _vocabulary(self, report: Report) -> _Vocabulary:
        if report.id not in self._vocabularies:
            places = self._places[report.id]
            rows = [self._rows[text] for text, _ in places] if self._embedder else []
            self._vocabularies[report.id] = _Vocabulary.of(places, self._vectors[rows])
        return self._vocabularies[report.id]

    def _cosines(
        self, words: Sequence[ContentWord], others: Sequence[ContentWord]
    ) -> npt.NDArray[np.float32]:
        if self._embedder is None:
            return np.zeros((len(words), len(others)), dtype=np.float32)
        left, right = (self._looked_up(side, self._embedder) for side in (words, others))
        return np.asarray(left @ right.T, dtype=np.float32)

    def _looked_up(self, words: Sequence[ContentWord], embedder: Embedder) -> npt.NDArray[np.float32]:
        """Return the vectors of words; a part of a word ("People" of "People's") stands in no report."""
        unknown = {word.text: None for word in words if word.text not in self._rows}
        if unknown:
            self._rows |= {text: row for row, text in enumerate(unknown, start=len(self._rows))}
            self._vectors = np.concatenate([self._vectors, unit(embedder.sums(list(unknown)))])
        return self._vectors[[self._rows[word.text] for word in words]]


def _places(report: Report) -> dict[tuple[str, str], set[int]]:
    """Map each content word of a report, with its language, to the statements in which it stands."""
    places: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for statement in report.statements:
        for word in both_sides(statement, report):
            places[word.text, word.language].add(statement.id)
    return dict(places)


def _meets(word: ContentWord, stems: set[tuple[str, str]], others: Sequence[ContentWord]) -> bool:
    return (word.language, stem(word.text, word.language)) in stems or sounds_like_one(word, others)


def sounds_like_one(word: ContentWord, others: Sequence[ContentWord]) -> bool:
    """Tell whether a word is one of the others by its sound: a name, or a word that languages share."""
    if len(word.text) <= LEAST_LETTERS:
        return False
    onset = _onset(word.text)
    return any(_sound_alike(word, other) for other in others if _onset(other.text) == onset)


def _sound_alike(word: ContentWord, other: ContentWord) -> bool:
    """Tell whether two words with the same first sound are one by their sound."""
    if abs(len(other.text) - len(word.text)) > _LENGTHS_APART:
        return False
    names = word.text[0].isupper() and other.text[0].isupper() and len(other.text) > LEAST_LETTERS
    shared = other.language != word.language and len(other.text) >= _SHARED_LETTERS
    return (names or shared) and one_name(word.text, other.text)


@lru_cache(maxsize=1 << 16)
def _onset(word: str) -> str:
    """Return with which sound a word begins, where spellings mix sounds up with the commonest of them."""
    return latin(word)[:1].translate(_ONSETS)


def both_sides(statement: Statement, report: Report) -> tuple[ContentWord, ...]:
    """Return the content words of a statement and of its English."""
    own = content(statement.text, report.language.split("-")[0])
    return own if statement.translation is None else own + content(statement.translation, "en")
