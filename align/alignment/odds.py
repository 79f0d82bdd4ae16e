"""How much likelier two spans of statements are to say the same than to be strangers, in nats.

Three things are added up: how close the spans are, how well their lengths agree, and how common a bead of
their shape is. What each of them is worth differs between texts (a novel is translated more freely than news,
and hardly anything is left out of it), so that a first pass over the texts tells the second.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from align.alignment.beads import MOST_JOINED, SHAPES, Bead, Costs
from align.alignment.borders import Ints, allowed
from align.alignment.chain import anchors
from align.alignment.joins import Joins
from align.alignment.lengths import Lengths, Sizes, likeness, span_sizes
from align.alignment.lexicon import Lexicon
from align.alignment.nearest import Floats, Mutual
from align.alignment.openings import Openings
from align.alignment.words import Words

# Shares of the shapes among the beads of edited news, single unmatched statements of either side included.
SHARES = {
    (1, 1): 0.66,
    (1, 2): 0.07,
    (2, 2): 0.004,
    (1, 3): 0.008,
    (1, 4): 0.0015,
    (1, 5): 0.0005,
    (1, 6): 0.00005,
}
UNMATCHED = 0.25
# Variance of the distance of right pairs of the usual size, less than what edited news has, since distances
# are more to be trusted there than in a novel; counted as if so many pairs had been seen.
VARIANCE, PAIRS_SEEN = 0.004, 100
# Two normal distributions of one variance have odds that are linear in the distance: the difference of their
# means over the variance. Words of one statement are no independent witnesses, hence only this share of it.
TRUST = 0.28
# Where between a right pair and strangers the odds are even.
EVEN = 0.45
# The longer the spans, the more their distance is worth: with the square root of their size, within limits.
USUAL_SIZE, LEAST_WEIGHT, MOST_WEIGHT = 100.0, 0.3, 4.0
# Words of one statement are no independent witnesses either: this share of what they say is believed. They
# are asked where distances are worth at most so much, and in texts of so many statements or more.
WORDS, LOOSE, ENOUGH = 0.2, 15.0, 100
# Nor are words and how statements begin independent: this share of what openings say is believed. Chosen on
# the two novels of the development sets among 0, .2, .3, .4 and .7.
OPENINGS = 0.3
# Prices that differ by less (nats, of the slope a share) are taken for the same.
SETTLED = 0.05
_COUNTS = range(1, 1 + MOST_JOINED)
_MOST_EXPONENT = 30.0  # from here on one more is nothing, and far below where single precision ends


@dataclass(frozen=True, slots=True)
class Kind:
    """What is known of two texts before they are looked at."""

    beads_seen: int  # how many beads with the usual shares of shapes count as seen
    lengths: float  # what lengths are worth
    slope: float | None = None  # see ``Prices``; ``None`` reads it off the texts
    even: float = EVEN
    shares: Mapping[tuple[int, int], float] = field(default_factory=lambda: SHARES)
    unmatched: float = UNMATCHED
    ratio: float | None = None  # see ``Lengths.ratio``; ``None`` reads it off the texts
    freely: float = 0.0  # share of right pairs of which neither distance nor length tells anything
    faithful: Kind | None = None  # where neither text seems to have anything that the other lacks


# Few right pairs are worded so freely that they look like strangers, which bounds what evidence can say
# against a pair. Chosen among 0, .0005 … .004, .01, .02, .03 and .06 on half of the constructed documents.
TRANSLATIONS = Kind(
    beads_seen=30,
    lengths=1.0,
    freely=0.004,
    faithful=Kind(
        beads_seen=30,
        lengths=1.0,
        shares={
            (1, 1): 0.95,
            (1, 2): 0.02,
            (2, 2): 0.0002,
            (1, 3): 0.002,
            (1, 4): 0.0005,
            (1, 5): 0.0002,
            (1, 6): 0.00003,
        },
        unmatched=0.02,
        freely=0.01,
    ),
)
# Reports shorten and embellish: lengths tell less, and right pairs are as unlike as their outlets please.
REPORTS = Kind(beads_seen=10, lengths=0.5, slope=20.0)
# A text and the same in plain language: a statement becomes many short ones, in words of their own and in all
# about as long. Fitted to half of the tales and scripture in DEplain's development documents.
PLAIN = Kind(
    beads_seen=100,
    lengths=0.75,
    slope=60.0,
    even=0.55,
    shares={
        (1, 1): 0.31,
        (1, 2): 0.1,
        (2, 2): 0.003,
        (1, 3): 0.065,
        (1, 4): 0.035,
        (1, 5): 0.035,
        (1, 6): 0.01,
    },
    unmatched=0.2,
    ratio=0.0,
)


@dataclass(frozen=True, slots=True)
class Prices:
    """What two texts make of the evidence; all in nats."""

    slope: float  # for a pair of the usual size, by which the distance falls short of ``even``
    even: float
    shapes: Mapping[tuple[int, int], float]
    unmatched: float  # for each statement

    def near(self, other: Prices) -> bool:
        """Return whether an alignment by the other prices would hardly be another."""
        return (
            abs(self.unmatched - other.unmatched) < SETTLED
            and abs(self.slope - other.slope) <= SETTLED * abs(other.slope)
            and abs(self.shapes[1, 2] - other.shapes[1, 2]) < SETTLED
            and abs(self.shapes[2, 1] - other.shapes[2, 1]) < SETTLED
        )

    @classmethod
    def usual(cls, typical: float, kind: Kind) -> Prices:
        """Return prices before a first pass; ``typical`` is the distance of the mutually nearest."""
        slope, even = _line(typical, VARIANCE, kind.even)
        return cls(slope if kind.slope is None else kind.slope, even, *_shares({}, 0, kind))


class Odds:
    """Log odds of the beads of two texts; ``part`` gives those between two parts of them.

    ``stretches`` are the numbers of the stretches between hard borders that the statements stand in; without
    them any two may stand in one bead.
    """

    def __init__(
        self,
        costs: Costs,
        lengths: Lengths,
        kind: Kind = TRANSLATIONS,
        words: tuple[Words, Words] | None = None,
        stretches: tuple[Ints, Ints] | None = None,
    ) -> None:
        self.costs = costs
        self._stretches = stretches
        self._words = words
        self._lexicon: Lexicon | None = None
        self._openings: Openings | None = None
        self._joins: Joins | None = None
        self.prices = Prices.usual(costs.mutual.typical, kind)
        self._kind = kind
        self._ratio = lengths.ratio(costs.mutual) if kind.ratio is None else kind.ratio
        self._source = {k: span_sizes(lengths.source, k) for k in _COUNTS if k <= costs.size[0]}
        self._target = {k: span_sizes(lengths.target, k) for k in _COUNTS if k <= costs.size[1]}

    @property
    def size(self) -> tuple[int, int]:
        """Numbers of statements."""
        return self.costs.size

    @property
    def mutual(self) -> Mutual:
        """The mutually nearest statements."""
        return self.costs.mutual

    def anchors(self) -> list[tuple[int, int]]:
        """Return the mutually nearest statements that are sure, by ascending source."""
        sure = anchors(self.mutual)
        if self._stretches is None:
            return sure
        source, target = self._stretches
        return [(i, j) for i, j in sure if source[i] == target[j]]

    def part(self, source: tuple[int, int], target: tuple[int, int]) -> Odds:
        """Return the odds between two parts of the texts, priced as in the whole."""
        part = Odds.__new__(Odds)
        part.costs, part.prices = self.costs.part(source, target), self.prices
        part._ratio, part._kind = self._ratio, self._kind
        part._words = part._lexicon = part._openings = part._joins = None
        part._source, part._target = _stretch(self._source, *source), _stretch(self._target, *target)
        part._stretches = None
        if self._stretches is not None:
            part._stretches = self._stretches[0][slice(*source)], self._stretches[1][slice(*target)]
        return part

    @property
    def faithful(self) -> Odds | None:
        """These odds before a first pass, for texts of which neither has what the other lacks."""
        if self._kind.faithful is None:
            return None
        odds = Odds.__new__(Odds)
        odds.__dict__.update(self.__dict__)
        odds._kind = self._kind.faithful
        odds.prices = Prices.usual(self.costs.mutual.typical, odds._kind)
        return odds

    def priced(self, beads: Sequence[Bead]) -> Odds:
        """Return these odds with the prices that the beads of a first pass tell."""
        told = Odds.__new__(Odds)
        told.__dict__.update(self.__dict__)
        counts = Counter((b.source_end - b.source_start, b.target_end - b.target_start) for b in beads)
        single = [b for b in beads if b.source_end - b.source_start == 1 == b.target_end - b.target_start]
        line = (self.prices.slope, self.prices.even)
        if single and self._kind.slope is None:
            line = self._told(single)
        told.prices = Prices(*line, *_shares(counts, sum(self.size), self._kind))
        return told

    def lexical(self, beads: Sequence[Bead]) -> Odds | None:
        """Return these odds with what words, openings and joins of earlier passes' beads tell, where needed.

        It is where the texts are long enough to tell it, and distances are worth little.
        """
        told = self.priced(beads)
        if self._words is None or told.prices.slope > LOOSE or min(self.size) < ENOUGH:
            return None
        source, target = self._words
        told._lexicon = Lexicon.learned(source, target, beads)
        told._openings = Openings.learned(source.texts, target.texts, beads)
        told._joins = Joins.learned(source.texts, target.texts, beads)
        return told

    def _told(self, single: Sequence[Bead]) -> tuple[float, float]:
        """Return slope and even distance by the distances of 1–1 beads."""
        distance = np.array([bead.cost for bead in single])
        source = np.array([bead.source_start for bead in single])
        target = np.array([bead.target_start for bead in single])
        weight = _weight(self._source[1].logarithm[source], self._target[1].logarithm[target])
        typical = float(np.median(distance))
        squares = float((weight * (distance - typical) ** 2).sum())
        variance = (squares + VARIANCE * PAIRS_SEEN) / (len(single) + PAIRS_SEEN)
        return _line(typical, variance, self._kind.even)

    def rows(self, ends: tuple[int, int], others: tuple[int, int]) -> dict[tuple[int, int], Floats]:
        """Return the log odds of the beads of each shape that end at some borders, source x target borders.

        ``ends`` and ``others`` are the first and the last source and target border; see ``Costs.rows``.
        """
        found = {}
        words = self._lexicon.rows(ends, others) if self._lexicon is not None else {}
        openings = self._openings.rows(ends, others) if self._openings is not None else {}
        joins = self._joins.rows(ends, others) if self._joins is not None else {}
        for (a, b), distances in self.costs.rows(ends, others).items():
            odds = np.full(distances.shape, -np.inf, dtype=np.float32)
            first, low = max(ends[0], a), max(others[0], b)
            if first <= ends[1] and low <= others[1]:
                source = self._source[a].part(first - a, ends[1] - a + 1).upright()
                target = self._target[b].part(low - b, others[1] - b + 1)
                inside = (slice(first - ends[0], None), slice(low - others[0], None))
                evidence = self._evidence(source, target, distances[inside])
                if words:
                    evidence += np.float32(WORDS) * words[a, b][inside]
                if openings:
                    evidence += np.float32(OPENINGS) * openings[a, b][inside]
                if joins:
                    evidence += joins[a, b][inside]
                evidence = self._bounded(evidence)
                if self._stretches is not None:
                    within = allowed(self._stretches, (a, b), (first, ends[1]), (low, others[1]))
                    evidence[~within] = -np.inf
                odds[inside] = evidence + np.float32(self.prices.shapes[a, b])
            found[a, b] = odds
        return found

    def block(self, a: int, b: int, distances: Floats) -> Floats:
        """Return the log odds of all beads of ``a`` source and ``b`` target statements, spans x spans.

        ``distances`` are theirs; how common their shape is, is left out.
        """
        return self._evidence(self._source[a].upright(), self._target[b], distances)

    def _bounded(self, evidence: Floats) -> Floats:
        """Return the odds of pairs of which a share is worded so freely that the evidence says nothing."""
        if not self._kind.freely:
            return evidence
        told, untold = math.log1p(-self._kind.freely), math.log(self._kind.freely)
        above = evidence + np.float32(told - untold)
        # numpy has quick exponentials and logarithms; its logaddexp takes ten times as long.
        added = np.log(np.exp(np.minimum(above, np.float32(_MOST_EXPONENT))) + np.float32(1))
        return np.asarray(np.maximum(above, added) + np.float32(untold), dtype=np.float32)

    def _evidence(self, source: Sizes, target: Sizes, distances: Floats) -> Floats:
        slope = np.float32(self.prices.slope) * _weight(source.logarithm, target.logarithm)
        lengths = np.float32(self._kind.lengths) * likeness(source, target, self._ratio)
        return np.asarray(slope * (np.float32(self.prices.even) - distances) + lengths, dtype=np.float32)

    def prior(self, a: int, b: int) -> float:
        """Return the log odds of a bead of that shape against its statements left unmatched."""
        return self.prices.shapes[a, b] - (a + b) * self.prices.unmatched

    def gain(self, bead: Bead) -> float:
        """Return the log odds of a bead against its statements left unmatched."""
        a, b = bead.source_end - bead.source_start, bead.target_end - bead.target_start
        source = self._source[a].part(bead.source_start, bead.source_start + 1)
        target = self._target[b].part(bead.target_start, bead.target_start + 1)
        distance = np.array([self.costs.distance(bead)], dtype=np.float32)
        return float(self._bounded(self._evidence(source, target, distance))[0]) + self.prior(a, b)


def _stretch(spans: Mapping[int, Sizes], first: int, last: int) -> dict[int, Sizes]:
    return {count: found.part(first, max(first, last + 1 - count)) for count, found in spans.items()}


def _weight(source: Floats, target: Floats) -> Floats:
    """Return what distances are worth, by the logarithms of the sizes of both sides."""
    usual = (source + target) / 2 - np.float32(math.log(USUAL_SIZE))
    return np.asarray(np.clip(np.exp(usual / 2), LEAST_WEIGHT, MOST_WEIGHT), dtype=np.float32)


def _line(typical: float, variance: float, even: float) -> tuple[float, float]:
    """Return the slope of the odds over the distance, and the distance where they are even."""
    return TRUST * (1 - typical) / variance, typical + even * (1 - typical)


def _shares(
    counts: Mapping[tuple[int, int], int], statements: int, kind: Kind
) -> tuple[dict[tuple[int, int], float], float]:
    """Return log shares of all shapes and of an unmatched statement, by counts of beads of two texts.

    ``kind.beads_seen`` beads with the usual shares are counted, too. Of beads that might be several, one is
    not counted: the only one found, which may be a mistake, would make itself likelier.
    """
    seen = kind.beads_seen
    unmatched = statements - sum((a + b) * count for (a, b), count in counts.items())
    every = math.log(sum(counts.values()) + unmatched + seen)
    shapes = {
        (a, b): math.log(
            max(0, counts.get((a, b), 0) - (min(a, b) > 1)) + seen * kind.shares[min(a, b), max(a, b)]
        )
        - every
        for a, b in SHAPES
    }
    return shapes, math.log((unmatched + seen * kind.unmatched) / 2) - every
