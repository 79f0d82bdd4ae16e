"""Beads: neighbouring statements of one side against neighbours of the other, and what they cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from align.alignment.corridor import corridor
from align.alignment.nearest import Floats, Mutual, mutual_nearest
from align.embedding import unit

# How many statements of either side a bead may join; insertions and deletions are priced apart.
SHAPES = (
    *((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2)),
    *((1, 4), (4, 1), (1, 5), (5, 1), (1, 6), (6, 1)),
)
MOST_JOINED = max(max(shape) for shape in SHAPES)
_LEAST = 1e-9  # square of the length of a vector that is zero but for rounding
_FEWEST = 2  # statements that a mean is over
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

    def mirrored(self) -> Bead:
        """Return the bead where source and target have changed places."""
        return Bead(self.target_start, self.target_end, self.source_start, self.source_end, self.cost)


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
        part._ends = (_part(self._ends[0], *source), _part(self._ends[1], *target))
        return part

    def distance(self, bead: Bead) -> float:
        """Return the distance of a bead, whatever its shape."""
        a, b = bead.source_end - bead.source_start, bead.target_end - bead.target_start
        if self._clauses is None:
            dot = self._source.total(bead.source_start, bead.source_end) @ self._target.total(
                bead.target_start, bead.target_end
            )
            ends = (slice(end, end + 1) for end in (bead.source_end, bead.target_end))
            return float(self._apart(dot, (a, b), *ends)[0, 0])
        found = self.span_distances(a, b, bead.source_start, bead.source_start + 1)
        return float(found[0, bead.target_start])

    @cached_property
    def mutual(self) -> Mutual:
        """The mutually nearest statements."""
        if not min(self.size):
            nobody, nothing = np.zeros(0, np.int64), np.zeros(0, np.float32)
            return Mutual(nobody, nobody, nothing, nothing, typical=0.0)
        left, right = self._source.units(1), self._target.units(1)
        windows = corridor(left, right, self._source.mean, self._target.mean)
        return mutual_nearest(self._nearby, self.size, windows)

    @cached_property
    def _ends(self) -> tuple[_Ends, _Ends]:
        """Spans of both sides by where they end."""
        return _ends(self._source, self._target.mean), _ends(self._target, self._source.mean)

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

    def rows(self, ends: tuple[int, int], others: tuple[int, int]) -> dict[tuple[int, int], Floats]:
        """Return the distances of the spans of each shape that end at some borders, source x target borders.

        ``ends`` and ``others`` are the first and the last source and target border. The distance is infinite
        where a span would begin before the text does. The vectors of spans are not needed: their products
        are sums of products of statements, and so all shapes cost little more than one. Clauses are not
        looked at.
        """
        dots = self._source.before(*ends) @ self._target.before(*others).T
        found = {}
        for (a, b), dot in _boxes(dots):
            apart = self._apart(dot, (a, b), slice(ends[0], ends[1] + 1), slice(others[0], others[1] + 1))
            apart[: max(0, a - ends[0])] = np.inf
            apart[:, : max(0, b - others[0])] = np.inf
            found[a, b] = apart
        return found

    def _apart(self, dot: Floats, shape: tuple[int, int], source: slice, target: slice) -> Floats:
        """Return the distances of spans by their products; they end at these borders."""
        a, b = shape
        left, right = self._ends[0][a].part(source), self._ends[1][b].part(target)
        far = np.maximum(1 - (left.common[:, None] + right.common) / 2, np.float32(0.05))
        return np.asarray((1 - dot * left.inverse[:, None] * right.inverse) / far, dtype=np.float32)

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


def _boxes(dots: Floats) -> Iterator[tuple[tuple[int, int], Floats]]:
    """Yield for each shape the sums of the products of its statements, by the borders where it ends.

    ``dots`` also holds the statements before those borders; see ``_Spans.before``.
    """
    for a, b in SHAPES:
        yield (a, b), _summed(_summed(dots, a, MOST_JOINED).T, b, MOST_JOINED).T


def _summed(vectors: Floats, count: int, most: int) -> Floats:
    """Return the sums of ``count`` vectors in a row; the first sum ends where one of ``most`` would."""
    last = len(vectors) - most + 1
    total = vectors[most - 1 : most - 1 + last]
    for k in range(2, count + 1):
        total = total + vectors[most - k : most - k + last]
    return total


@dataclass(frozen=True, slots=True)
class _Spans:
    """The vectors of a text, and those of its spans by the number of their statements."""

    vectors: Floats
    mean: Floats  # of the unit vectors of single statements of the whole text
    known: dict[int, Floats]

    @classmethod
    def of(cls, vectors: Floats) -> _Spans:
        single = unit(vectors)
        # One statement alone would be its own mean, and as far from its counterpart as random ones are.
        mean = single.sum(axis=0) / max(_FEWEST, len(vectors))
        return cls(vectors, np.asarray(mean, dtype=np.float32), {1: single})

    def part(self, first: int, last: int) -> _Spans:
        return _Spans(self.vectors[first:last], self.mean, {1: self.known[1][first:last]})

    def units(self, count: int) -> Floats:
        """Return the unit vectors of the spans of ``count`` statements, by their first."""
        if count not in self.known:
            self.known[count] = unit(_summed(self.vectors, count, count))
        return self.known[count]

    def total(self, first: int, last: int) -> Floats:
        """Return the vector of a span."""
        return np.asarray(self.vectors[first:last].sum(axis=0), dtype=np.float32)

    def before(self, first: int, last: int) -> Floats:
        """Return the vectors of all statements that a bead which ends at these borders may hold.

        There are as many for every border; they are zero before the text begins.
        """
        start = first - MOST_JOINED
        vectors = self.vectors[max(0, start) : last]
        return np.pad(vectors, ((max(0, -start), 0), (0, 0))) if start < 0 else vectors


@dataclass(frozen=True, slots=True)
class _End:
    """Spans of one number of statements, by the border where they end; nothing is said before the first."""

    inverse: Floats  # one over the length of the vector, 0 for the zero vector
    common: Floats  # of the unit vector, its product with the mean of the other text

    def part(self, ends: slice) -> _End:
        return _End(self.inverse[ends], self.common[ends])


_Ends = dict[int, _End]


def _part(ends: _Ends, first: int, last: int) -> _Ends:
    return {count: end.part(slice(first, last + 1)) for count, end in ends.items()}


def _ends(spans: _Spans, mean: Floats) -> _Ends:
    """Return what a bead may hold of a text, by the number of statements; ``mean`` is of the other text."""
    n = len(spans.vectors)
    square, common = np.zeros(n + 1), np.zeros(n + 1)
    products = [_products(spans.vectors, lag) for lag in range(min(n, MOST_JOINED))]
    along = (spans.vectors @ mean).astype(np.float64)
    found = {}
    for count in range(1, MOST_JOINED + 1):
        starts = slice(0, max(0, n + 1 - count))
        for lag, product in enumerate(products[:count]):
            square[count:] += (2 if lag else 1) * product[starts]
        common[count:] += along[starts]
        inverse = np.divide(1, np.sqrt(np.maximum(square, 0)), out=np.zeros(n + 1), where=square > _LEAST)
        found[count] = _End(inverse.astype(np.float32), (common * inverse).astype(np.float32))
    return found


def _products(vectors: Floats, lag: int) -> npt.NDArray[np.float64]:
    """Return the products of each vector with the one so many places further on."""
    products = np.einsum("ij,ij->i", vectors[: len(vectors) - lag], vectors[lag:])
    return np.asarray(products, dtype=np.float64)
