"""A bilingual lexicon of two texts, learned from their own first alignment.

Whether a span translates another is asked word by word: how much likelier is each word where the words of the
other side stand than anywhere (IBM model 1; Brown et al., 1993, aclanthology.org/J93-2003, and for alignment
Moore, 2002, doi:10.1007/3-540-45820-4_14). Both directions have to agree on what translates what, so that
mirrored texts make the same lexicon. Words that the texts hardly use are held against each other by their
embeddings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.alignment.beads import MOST_JOINED, SHAPES, Bead
from align.alignment.nearest import Floats
from align.alignment.words import Words

# Share of the words of a translation that stand for nothing in the other text.
FREE = 0.5
# Rounds of expectation and maximisation, as Moore has about as many.
ROUNDS = 4
# Counts are lowered by so much: what stands together once is chance.
DISCOUNT = 0.6
# A word that occurs so often is known half by the texts and half by its embedding.
KNOWN = 4.0
# Beads that are learned from, spread over the text, and how many pairs of words a bead may have.
MOST_BEADS, MOST_PAIRS = 5_000, 2_500
# Logarithm of how much likelier two words stand in a pair of translations than in strangers, by the cosine of
# their vectors; scripts/fit_lexicon prints it.
COSINES = (0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
LIKELIER = (-4.1, -3.2, -1.6, -0.1, 1.7, 3.1, 3.8, 4.8, 4.8)
_FINE = np.exp(np.interp(np.linspace(-1, 1, 2_001), COSINES, LIKELIER)).astype(np.float32)

Ints = npt.NDArray[np.int64]


def likelier(cosines: Floats) -> Floats:
    """Return how many times likelier words of these cosines stand together in translations."""
    return np.asarray(_FINE[np.clip(np.rint((cosines + 1) * 1_000), 0, 2_000).astype(np.int64)])


@dataclass(frozen=True, slots=True)
class Lexicon:
    """How many times likelier a target word is where a source word stands, and the other way round."""

    source: Words
    target: Words
    source_counts: Floats  # of each word, in the beads that were learned from
    target_counts: Floats
    starts: Ints  # where the translations of each source word begin; one more for the end
    translations: Ints
    ratios: Floats

    @classmethod
    def learned(cls, source: Words, target: Words, beads: Sequence[Bead]) -> Lexicon:
        """Learn from beads, of which a few may be wrong."""
        pairs = _Pairs.of(source, target, beads)
        ratios = pairs.ratios(source, target)
        kept = ratios > 0
        words, others = np.divmod(pairs.different[kept], target.different)
        starts = np.searchsorted(words, np.arange(source.different + 1))
        return cls(source, target, *pairs.counts, starts, others, ratios[kept].astype(np.float32))

    def rows(self, ends: tuple[int, int], others: tuple[int, int]) -> dict[tuple[int, int], Floats]:
        """Return for each shape the log odds of the words of the spans that end at some borders.

        The mean over both directions, source x target borders; nothing where a span would begin before the
        text does. ``ends`` and ``others`` are the first and the last source and target border.
        """
        first, low = max(0, ends[0] - MOST_JOINED), max(0, others[0] - MOST_JOINED)
        block = self._block((first, ends[1]), (low, others[1]))
        return {shape: table[ends[0] - first :, others[0] - low :] for shape, table in block.items()}

    def _block(self, source: tuple[int, int], target: tuple[int, int]) -> dict[tuple[int, int], Floats]:
        """Return what ``rows`` does, for spans within two stretches and from the first border on."""
        left, left_at = np.unique(self.source.of(*source), return_inverse=True)
        right, right_at = np.unique(self.target.of(*target), return_inverse=True)
        ratios = self._between(left, right)
        ends = self.source.starts[source[0] : source[1] + 1] - self.source.starts[source[0]]
        others = self.target.starts[target[0] : target[1] + 1] - self.target.starts[target[0]]
        forth = _told(ratios, left_at, right_at, ends, others)
        back = _told(ratios.T, right_at, left_at, others, ends)
        found = {}
        for a, b in SHAPES:
            table = np.zeros((len(ends), len(others)), dtype=np.float32)
            if a < len(ends) and b < len(others):
                table[a:, b:] = (_windows(forth[a], b) + _windows(back[b], a).T) / 2
            found[a, b] = table
        return found

    def _between(self, left: Ints, right: Ints) -> Floats:
        """Return the ratios of words, source x target; those of rare words are mostly their embeddings'."""
        place = np.full(self.target.different, -1)
        place[right] = np.arange(len(right))
        learned = np.zeros((len(left), len(right)), dtype=np.float32)
        for row, word in zip(learned, left, strict=True):
            each = slice(self.starts[word], self.starts[word + 1])
            at = place[self.translations[each]]
            row[at[at >= 0]] = self.ratios[each][at >= 0]
        known = _known(self.source_counts[left][:, None], self.target_counts[right])
        given = likelier(self.source.vectors[left] @ self.target.vectors[right].T)
        return np.asarray(known * learned + (1 - known) * given, dtype=np.float32)


def _known(source: Floats, target: Floats) -> Floats:
    """Return the share of what the texts say of two words that occur so often."""
    rarer = np.minimum(source, target)
    return np.asarray(rarer / (rarer + np.float32(KNOWN)), dtype=np.float32)


def _told(ratios: Floats, left_at: Ints, right_at: Ints, ends: Ints, others: Ints) -> dict[int, Floats]:
    """Return what spans of one side tell of each statement of the other, by how many statements they have.

    Spans x (other statements + 1), cumulative from 0: each word of a statement is so much likelier as the
    words of the span make it on average. ``left_at`` and ``right_at`` place the words in ``ratios``.
    """
    along = np.zeros((len(left_at) + 1, ratios.shape[1]), dtype=np.float32)
    np.cumsum(ratios[left_at], axis=0, out=along[1:])
    at = along[ends]
    found = {}
    for count in range(1, min(MOST_JOINED, len(ends) - 1) + 1):
        size = np.maximum(ends[count:] - ends[:-count], 1)[:, None]
        mean = np.maximum(at[count:] - at[:-count], 0) / size.astype(np.float32)
        words = np.log(np.float32(FREE) + np.float32(1 - FREE) * mean)[:, right_at]
        total = np.zeros((len(words), len(right_at) + 1))
        np.cumsum(words, axis=1, out=total[:, 1:])
        found[count] = np.asarray(total[:, others], dtype=np.float32)
    return found


def _windows(cumulative: Floats, count: int) -> Floats:
    return np.asarray(cumulative[:, count:] - cumulative[:, :-count], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Every word of one side of a bead with every word of the other."""

    different: Ints  # source word times target words, plus target word; ascending
    which: Ints  # for each pair the place in ``different``
    source_place: Ints  # for each pair the place of its source word among all words learned from
    target_place: Ints
    counts: tuple[Floats, Floats]  # of each word

    @classmethod
    def of(cls, source: Words, target: Words, beads: Sequence[Bead]) -> _Pairs:
        sides = [
            (source.of(bead.source_start, bead.source_end), target.of(bead.target_start, bead.target_end))
            for bead in beads[:: 1 + len(beads) // MOST_BEADS]
        ]
        sides = [(left, right) for left, right in sides if 0 < len(left) * len(right) <= MOST_PAIRS]
        pairs, source_place, target_place = (
            [np.zeros(0, np.int64)],
            [np.zeros(0, np.int64)],
            [np.zeros(0, np.int64)],
        )
        here = there = 0
        for left, right in sides:
            pairs.append((left[:, None] * target.different + right).ravel())
            source_place.append(np.repeat(np.arange(here, here + len(left)), len(right)))
            target_place.append(np.tile(np.arange(there, there + len(right)), len(left)))
            here, there = here + len(left), there + len(right)
        different, which = np.unique(np.concatenate(pairs), return_inverse=True)
        counts = (
            _counts([left for left, _ in sides], source.different),
            _counts([right for _, right in sides], target.different),
        )
        return cls(different, which, np.concatenate(source_place), np.concatenate(target_place), counts)

    def ratios(self, source: Words, target: Words) -> npt.NDArray[np.float64]:
        """Return how many times likelier the words of each different pair are together; 0 for by chance."""
        left, right = np.divmod(self.different, max(1, target.different))
        source_counts, target_counts = self.counts[0][left], self.counts[1][right]
        words = float(self.counts[0].sum() + self.counts[1].sum()) / 2
        alone = source_counts * target_counts / words
        ratios = together = np.ones(len(self.different))
        for _ in range(ROUNDS):
            together = self._together(ratios)
            ratios = together / alone
        return np.asarray(np.maximum(together - DISCOUNT, 0) / alone, dtype=np.float64)

    def _together(self, ratios: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return how often the words of each different pair translate each other, for both directions."""
        each = ratios[self.which]
        shares = np.ones(len(each))
        for place in (self.source_place, self.target_place):
            total = np.bincount(place, each) + FREE / (1 - FREE) * np.bincount(place)
            shares *= each / total[place]
        found = np.bincount(self.which, np.sqrt(shares), minlength=len(self.different))
        return np.asarray(found, dtype=np.float64)


def _counts(texts: Sequence[Ints], different: int) -> Floats:
    every = np.concatenate([np.zeros(0, np.int64), *texts])
    return np.bincount(every, minlength=different).astype(np.float32)
