"""Beads: neighbouring statements of one side against neighbours of the other, and what they cost."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from align.alignment.corridor import corridor
from align.alignment.nearest import Floats, Mutual, mutual_nearest
from align.embedding import unit

# How many statements of either side a bead may join; insertions and deletions are priced apart.
SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 4), (4, 1), (1, 5), (5, 1))
# Share of the clauses in the distance, where clauses are looked at.
CLAUSES = 0.5


@dataclass(frozen=True, slots=True)
class Bead:
    """Source statements ``[source_start, source_end)`` and target ones; ``cost`` is ``Costs.distance``."""

    source_start: int
    source_end: int
    target_start: int
    target_end: int
    cost: float

    def shifted(self, source: int, target: int) -> Bead:
        """Return the bead where its texts stand so much further on."""
        return Bead(
            self.source_start + source,
            self.source_end + source,
            self.target_start + target,
            self.target_end + target,
            self.cost,
        )


class Costs:
    """How far apart two spans of statements are.

    The cost of a bead is its distance over the distance of random spans (Thompson and Koehn, 2019, normalise
    alike; doi:10.18653/v1/D19-1136): about 0 for the same words, about 1 for unrelated texts. ``source`` and
    ``target`` are additive vectors, statements x dimension. ``clauses`` are distances of their closest
    clauses (``clauses.closest``), which make the share ``CLAUSES`` of the distance.
    """

    def __init__(self, source: Floats, target: Floats, clauses: Floats | None = None) -> None:
        self.size = (len(source), len(target))
        self._clauses = clauses
        self._source = _Spans.of(source)
        self._target = _Spans.of(target)

    def part(self, source: tuple[int, int], target: tuple[int, int]) -> Costs:
        """Return the costs between two stretches of the texts, priced as in the whole."""
        part = Costs.__new__(Costs)
        part.size = (source[1] - source[0], target[1] - target[0])
        part._clauses = None
        part._source, part._target = self._source.part(*source), self._target.part(*target)
        part.mutual = self.mutual
        return part

    def distance(self, bead: Bead) -> float:
        """Return the distance of a bead, whatever its shape."""
        a, b = bead.source_end - bead.source_start, bead.target_end - bead.target_start
        if self._clauses is None:
            return float(self.distances(a, b, bead.source_end, bead.target_end, bead.target_end)[0])
        found = self.span_distances(a, b, bead.source_start, bead.source_start + 1)
        return float(found[0, bead.target_start])

    @cached_property
    def mutual(self) -> Mutual:
        """The mutually nearest statements."""
        if not min(self.size):
            nobody, nothing = np.zeros(0, np.int64), np.zeros(0, np.float32)
            return Mutual(nobody, nobody, nothing, nothing)
        left, right = self._source.units(1), self._target.units(1)
        windows = corridor(left - self._source.mean, right - self._target.mean)
        return mutual_nearest(self._nearby, self.size, windows)

    def _nearby(self, rows: slice, columns: slice) -> Floats:
        left, right = self._source.units(1)[rows], self._target.units(1)[columns]
        cost = self._costs(left, right)
        if self._clauses is not None:
            cost = (1 - CLAUSES) * cost + CLAUSES * self._clauses[rows, columns]
        return np.asarray(cost, dtype=np.float32)

    @cached_property
    def nearest(self) -> tuple[Floats, Floats]:
        """The cost of the nearest single statement of the other side, for each statement of both sides."""
        if not min(self.size):
            return np.ones(self.size[0], np.float32), np.ones(self.size[1], np.float32)
        return self._single.min(axis=1), self._single.min(axis=0)

    @cached_property
    def _single(self) -> Floats:
        return self.span_distances(1, 1)

    def margin(self, bead: Bead) -> float:
        """Return how much more a bead's statements would cost elsewhere, on average, in [-0.5, 0.5].

        Each is held against the nearest single statement of the other side that is not in the bead.
        """
        rows, columns = slice(bead.source_start, bead.source_end), slice(bead.target_start, bead.target_end)
        source = np.delete(self._single[rows], columns, axis=1)
        target = np.delete(self._single[:, columns], rows, axis=0)
        elsewhere = [*source.min(axis=1, initial=1.0), *target.min(axis=0, initial=1.0)]
        return float(np.clip(np.mean(elsewhere) - bead.cost, -0.5, 0.5))

    def distances(self, a: int, b: int, end: int, low: int, high: int) -> Floats:
        """Return the distances of the spans that end at ``end`` and at each of ``low`` … ``high`` (included).

        They hold ``a`` source and ``b`` target statements; ``low`` must be at least ``b``. Clauses are not
        looked at.
        """
        left = self._source.units(a)[end - a]
        right = self._target.units(b)[low - b : high - b + 1]
        return np.asarray((1 - right @ left) / self._far(left, right), dtype=np.float32)

    def _far(self, left: Floats, right: Floats) -> Floats:
        """Return the mean distance of each of the two spans to the statements of the other side."""
        mean = (2 - left @ self._target.mean - right @ self._source.mean) / 2
        return np.maximum(mean, 0.05)

    def span_distances(self, a: int, b: int, first: int = 0, last: int | None = None) -> Floats:
        """Return the distances of all spans of ``a`` source and ``b`` target statements, spans x spans.

        Only source spans that start at ``first`` … ``last`` (exclusive) are looked at.
        """
        distance = self._costs(self._source.units(a)[first:last], self._target.units(b))
        if self._clauses is not None:
            last = len(self._clauses) if last is None else min(len(self._clauses), last + a - 1)
            distance = (1 - CLAUSES) * distance + CLAUSES * _covered(self._clauses[first:last], a, b)
        return np.asarray(distance, dtype=np.float32)

    def _costs(self, left: Floats, right: Floats) -> Floats:
        """Return the distances of spans over those of random ones, spans x spans."""
        far = (2 - (left @ self._target.mean)[:, None] - (right @ self._source.mean)[None]) / 2
        return np.asarray((1 - left @ right.T) / np.maximum(far, 0.05), dtype=np.float32)


def _covered(clauses: Floats, a: int, b: int) -> Floats:
    """Return how well the statements of each span cover one another, spans x spans.

    The mean, over both sides, of each statement's distance to the closest statement of the other span.
    """
    wide = sliding_window_view(clauses, b, axis=1).min(axis=-1)
    tall = sliding_window_view(clauses, a, axis=0).min(axis=-1)
    source = sliding_window_view(wide, a, axis=0).mean(axis=-1)
    target = sliding_window_view(tall, b, axis=1).mean(axis=-1)
    return np.asarray((source + target) / 2, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class _Spans:
    """Unit vectors of all spans of a text, by the number of their statements."""

    sums: Floats  # of the vectors up to each border
    mean: Floats  # of the unit vectors of single statements of the whole text
    known: dict[int, Floats]

    @classmethod
    def of(cls, vectors: Floats) -> _Spans:
        sums = np.zeros((len(vectors) + 1, vectors.shape[1]), dtype=np.float32)
        sums[1:] = np.cumsum(vectors, axis=0, dtype=np.float64)
        single = unit(vectors)
        mean = single.sum(axis=0) / max(1, len(vectors))
        return cls(sums, np.asarray(mean, dtype=np.float32), {1: single})

    def part(self, first: int, last: int) -> _Spans:
        return _Spans(self.sums[first : last + 1], self.mean, {1: self.known[1][first:last]})

    def units(self, count: int) -> Floats:
        """Return the unit vectors of the spans of ``count`` statements, by their first."""
        if count not in self.known:
            self.known[count] = unit(self.sums[count:] - self.sums[:-count])
        return self.known[count]
