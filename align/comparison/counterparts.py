"""Which statement of another report may say the same as one, though no link joins them.

A link is made where it is sure enough to be shown. Whether two reports differ in what they deny, suppose or
give as a figure is worth asking of less sure pairs, too: each gets a probability here.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
import numpy.typing as npt

from align.comparison.index import EventIndex
from align.comparison.things import mentions
from align.comparison.words import ContentWord, WordSimilarity, both_sides, content
from align.evidence import Name
from align.evidence.search import where
from align.report import Report, Statement

Pair = tuple[int, int]
# Logistic regression on the pairs of statements without a link in the development half of corpora/;
# scripts/fit_counterparts prints it: intercept, then what ``features`` returns.
WEIGHTS = (-3.80, 5.97, 0.85, 6.34, 0.02, 2.15, 0.59, 1.65, -0.91)
_NEAREST = 4
_MOST_RANK = 8  # of the nearest statements so many are looked at
_MANY = 40_000  # pairs of statements: of longer texts only links are looked at


@dataclass(frozen=True, slots=True)
class Counterparts:
    """The pairs of statements of two reports that may say the same, with probabilities in (0, 1)."""

    pairs: dict[Pair, float] = field(default_factory=dict)

    def turned(self) -> Counterparts:
        """Return the same, seen from the right report."""
        return Counterparts({(right, left): p for (left, right), p in self.pairs.items()})

    def of(self, statement: int, *, least: float) -> tuple[int, ...]:
        """Return what in the right report may say the same as a statement of the left, likeliest first."""
        found = [(-p, right) for (left, right), p in self.pairs.items() if left == statement and p >= least]
        return tuple(right for _, right in sorted(found))


def counterparts(
    left: Report,
    right: Report,
    event: EventIndex,
    similarity: WordSimilarity,
    weights: Sequence[float] = WEIGHTS,
) -> Counterparts:
    """Weigh which unlinked statements of two reports may say the same; none are in very long texts."""
    found = unlinked(left, right, event, similarity)
    return Counterparts({pair: likelihood(features, weights) for pair, features in found})


def all_counterparts(
    event: EventIndex, similarity: WordSimilarity, weights: Sequence[float] = WEIGHTS
) -> dict[tuple[str, str], Counterparts]:
    """Weigh every two reports of an event, by their ids in alphabetical order."""
    return {
        (left, right): counterparts(
            event.searches[left].report, event.searches[right].report, event, similarity, weights
        )
        for left, right in combinations(sorted(event.searches), 2)
    }


def likelihood(found: Sequence[float], weights: Sequence[float] = WEIGHTS) -> float:
    """Return the probability that two statements with these ``features`` say the same."""
    intercept, *slopes = weights
    logit = intercept + sum(slope * value for slope, value in zip(slopes, found, strict=True))
    return 1 / (1 + math.exp(-logit))


def unlinked(
    left: Report, right: Report, event: EventIndex, similarity: WordSimilarity
) -> Iterator[tuple[Pair, tuple[float, ...]]]:
    """Yield pairs of statements that no link joins and that are near each other, with their features.

    These are how much nearer the statements are to each other than to others, in the originals and in
    English; the shares of words that one has of the other, the mean and the less; the figures and dates, and
    the names, that both have; whether the statements beside them are joined; and how many of the two are
    joined to others.
    """
    if not left.statements or not right.statements:
        return
    if len(left.statements) * len(right.statements) > _MANY:
        return
    originals = _margins([s.text for s in left.statements], [s.text for s in right.statements], similarity)
    english = _margins(
        [s.english for s in left.statements], [s.english for s in right.statements], similarity
    )
    nearness = originals + english
    rows, columns = _ranks(nearness, axis=1), _ranks(nearness, axis=0)
    near = np.argwhere((rows < _MOST_RANK) & (columns < _MOST_RANK))
    free = [
        [s.id for s in one.statements if not event.matched(one.id, (s.id,), other.id)]
        for one, other in ((left, right), (right, left))
    ]
    shared = {s.id: _shared(s, left, right, event) for s in left.statements}
    for a, b in near.tolist():
        one, other = left.statements[a], right.statements[b]
        if "heading" in (one.kind, other.kind) or not (a in free[0] or b in free[1]):
            continue
        told = _told(one, left, other, right, similarity), _told(other, right, one, left, similarity)
        figures, names = shared[a]
        joined = bool(event.matched(left.id, (a,), right.id)) + bool(event.matched(right.id, (b,), left.id))
        yield (
            (a, b),
            (
                float(originals[a, b]),
                float(english[a, b]),
                sum(told) / 2,
                min(told),
                float(min(figures[b], 2)),
                float(min(names[b], 2)),
                float(_beside(a, b, left, right, event)),
                float(joined),
            ),
        )


def _margins(
    ours: Sequence[str], theirs: Sequence[str], similarity: WordSimilarity
) -> npt.NDArray[np.float32]:
    """Return the cosine of each two texts less the mean to the nearest ones of both."""
    cosines = similarity.cosines(ours, theirs)
    rows = np.sort(cosines, axis=1)[:, -_NEAREST:].mean(axis=1)
    columns = np.sort(cosines, axis=0)[-_NEAREST:].mean(axis=0)
    return np.asarray(cosines - (rows[:, None] + columns[None]) / 2, dtype=np.float32)


def _ranks(values: npt.NDArray[np.float32], *, axis: int) -> npt.NDArray[np.int64]:
    return np.argsort(np.argsort(-values, axis=axis, kind="stable"), axis=axis, kind="stable")


def _told(
    one: Statement, report: Report, other: Statement, there: Report, similarity: WordSimilarity
) -> float:
    words: tuple[ContentWord, ...] = content(one.text, report.language.split("-")[0])
    return similarity.told(words, both_sides(other, there), there)


def _shared(
    statement: Statement, report: Report, other: Report, event: EventIndex
) -> tuple[Counter[int], Counter[int]]:
    """Count for each statement of another report how many figures and names of one it has."""
    figures: Counter[int] = Counter()
    names: Counter[int] = Counter()
    search = event.searches[other.id]
    for mention in mentions(report, statement, event.days[report.id]):
        (names if isinstance(mention.probe, Name) else figures).update(set(where(search, mention.probe)))
    return figures, names


def _beside(a: int, b: int, left: Report, right: Report, event: EventIndex) -> int:
    """Count of the statements before and behind those that are joined, too."""
    return sum(
        0 <= a + step < len(left.statements)
        and bool({b + step, b} & event.matched(left.id, (a + step,), right.id))
        for step in (-1, 1)
    )
