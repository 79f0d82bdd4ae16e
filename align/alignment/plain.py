"""A text and its version in plain language: what speaks for two statements, for a bead, for none.

Both are in one language. The version says in short statements and simple words what the text says in long
ones; it explains, leaves much out, and by and large keeps the order. Embeddings of such short statements tell
little, so that their words are compared one by one. A logistic regression makes of that evidence how likely
two statements belong together; a field over whole alignments (``posterior``) makes of it, of the shapes,
lengths and borders of beads how likely each bead is. How likely a bead is right is told by a third line, from
texts that neither was fitted to. scripts/fit_plain fitted the weights of all three.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from align.alignment.beads import Bead, Costs
from align.alignment.clauses import clauses
from align.alignment.lengths import sizes
from align.alignment.nearest import Floats
from align.alignment.posterior import Scores, Shape, joined, probabilities, worthwhile
from align.alignment.wording import wordings
from align.embedding import Embedder, unit
from align.languages import base

# Text x version. Longer beads are rare.
SHAPES: tuple[Shape, ...] = (
    *((1, b) for b in range(1, 11)),
    *((2, b) for b in range(1, 7)),
    *((3, b) for b in range(1, 4)),
)
# Evidence for two statements is added to so much of nothing, so that a few words tell less than many.
NOTHING = 2.0
# Log odds of two statements count within these limits.
LEAST, MOST = -7.0, 3.0
# A statement so near either end of its text may be a title, a greeting or a notice.
END = 3

# A bead is taken from this probability on. Fewer beads are righter, but leave statements out that the version
# says: from here on lax F1 and that of unmatched statements fall.
WORTH = 0.08

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights by the names of what they weigh."""

    context: Weights  # of two statements and what stands around them
    pair: Weights  # of two statements
    bead: Weights
    source: Weights  # of a statement of the text without a bead
    target: Weights
    confidence: Weights  # of what tells how far a bead is right


@cache
def learned() -> Learned:
    """Return the weights that come with the package."""
    return Learned(**json.loads((files("align.alignment") / "plain.json").read_text(encoding="utf-8")))


def weighed(features: Mapping[str, Floats], weights: Weights) -> Floats:
    """Return the weighted sum of features; each must have its weight."""
    total = sum(np.float32(weights[name]) * values for name, values in features.items())
    return np.asarray(total, dtype=np.float32)


class Plain:
    """A text and its version in plain language, statement by statement, and what speaks for their beads."""

    def __init__(
        self, source: Sequence[str], target: Sequence[str], *, language: str, embedder: Embedder
    ) -> None:
        self.size = (len(source), len(target))
        self._forth, self._back = wordings(source, target, language=base(language), embedder=embedder)
        vectors = embedder.sums(target)
        self._costs = Costs(embedder.sums(source), vectors)
        self._clauses, self._first, self._last = _clauses(source, vectors, embedder)
        self._likeness = _likeness(vectors)
        self._lengths = sizes(source), sizes(target)
        self._ratio = math.log(self._lengths[1].sum() / self._lengths[0].sum())
        # Logarithm of the mean length of the version's statements over the mean length of the text's.
        self.brevity = math.log(self._lengths[1].mean() / self._lengths[0].mean())
        self._colons = tuple(
            np.array([text.rstrip().endswith(":") for text in side], dtype=np.float32)
            for side in (source, target)
        )

    @cached_property
    def pairs(self) -> dict[str, Floats]:
        """What speaks for every two statements; source x target."""
        one_way = (self._back.said(1) / (self._back.sizes + np.float32(NOTHING))[:, None]).T
        other_way = self._forth.said(1) / (self._forth.sizes + np.float32(NOTHING))[:, None]
        return {
            "always": np.ones(self.size, dtype=np.float32),
            "words": one_way - np.median(one_way),
            "words of the text": other_way - np.median(other_way),
            "clauses": self._clauses,
        }

    @cached_property
    def contexts(self) -> dict[str, Floats]:
        """What speaks for every two statements, what stands around them included; source x target."""
        near = np.zeros(self.size, dtype=np.float32)
        for name in ("words", "words of the text", "clauses"):
            near += self.pairs[name] / max(float(self.pairs[name].std()), 1e-6)
        return {
            **self.pairs,
            "elsewhere in the text": _elsewhere(near, 0),
            "elsewhere in the version": _elsewhere(near, 1),
            "before": np.maximum(_moved(near, 1, 1), _moved(near, 0, 1)),
            "after": np.maximum(_moved(near, -1, -1), _moved(near, 0, -1)),
            "further before": np.maximum.reduce([_moved(near, k, 2) for k in range(3)]),
            "further after": np.maximum.reduce([_moved(near, -k, -2) for k in range(3)]),
        }

    def scores(self, weights: Learned) -> Scores:
        """Return the log weights of all beads and of unmatched statements."""
        context, pair = self.odds(weights)
        beads = {
            shape: weighed(features, weights.bead).astype(np.float64)
            for shape, features in self.beads(context, pair)
        }
        source, target = self.unmatched(context)
        return Scores(
            beads,
            weighed(source, weights.source).astype(np.float64),
            weighed(target, weights.target).astype(np.float64),
        )

    def distance(self, bead: Bead) -> float:
        """Return the distance of a bead; see ``Costs``."""
        a, b = bead.source_end - bead.source_start, bead.target_end - bead.target_start
        found = self._costs.span_distances(a, b, bead.source_start, bead.source_start + 1)
        return float(found[0, bead.target_start])

    def odds(self, weights: Learned) -> tuple[Floats, Floats]:
        """Return the log odds of every two statements, with what stands around them and without."""
        found = weighed(self.contexts, weights.context), weighed(self.pairs, weights.pair)
        return np.clip(found[0], LEAST, MOST), np.clip(found[1], LEAST, MOST)

    def beads(self, context: Floats, pair: Floats) -> Iterator[tuple[Shape, dict[str, Floats]]]:
        """Yield for each shape what speaks for its beads, spans x spans; see ``odds`` for the arguments."""
        said = {}
        for a, b in SHAPES:
            if a <= self.size[0] and b <= self.size[1]:
                if b not in said:
                    said[b] = self._forth.said(b)
                features = {
                    **self._shape(a, b),
                    **_borders(a, b, pair),
                    **_sums(a, b, context, pair),
                    **self._covered(a, b, said[b]),
                    **self._outer_clauses(a, b),
                    **self._look(a, b),
                }
                spans = (self.size[0] + 1 - a, self.size[1] + 1 - b)
                whole = {name: np.asarray(x, dtype=np.float32) for name, x in features.items()}
                yield (a, b), {name: np.broadcast_to(x, spans) for name, x in whole.items()}

    def unmatched(self, context: Floats) -> tuple[dict[str, Floats], dict[str, Floats]]:
        """Return what speaks for each statement of the text and of the version to stand in no bead."""
        return self._alone(0, context.max(axis=1)), self._alone(1, context.max(axis=0))

    def _alone(self, side: int, best: Floats) -> dict[str, Floats]:
        length, count = np.log(self._lengths[side]), len(best)
        place = np.arange(count)
        return {
            "always": np.ones(count, dtype=np.float32),
            "best": best,
            "best if likely": np.maximum(best, -2),
            "length": (length - length.mean()).astype(np.float32),
            "colon": self._colons[side],
            "first": (place < END).astype(np.float32),
            "last": (place >= count - END).astype(np.float32),
            "ratio": np.full(count, self._ratio, dtype=np.float32),
        }

    @staticmethod
    def _shape(a: int, b: int) -> dict[str, float]:
        return {
            "always": 1.0,
            "1-2": float((a, b) == (1, 2)),
            "beyond four": float(max(0, b - 4)),
            "two": float(a == 2),
            "two or three, each": float(b if a > 1 else 0),
            "three": float(a == 3),
        }

    def _covered(self, a: int, b: int, said: Floats) -> dict[str, Floats]:
        """Return how far the version says the words of the text, and how far apart the spans are."""
        words = _rolled(said, a, 0, np.sum)
        size = np.convolve(self._forth.sizes, np.ones(a), "valid")[:, None] + 1
        distance = self._costs.span_distances(a, b)
        return {
            "words said": words,
            "share of words said": words / size,
            "distance": distance * math.sqrt(b),
        }

    def _outer_clauses(self, a: int, b: int) -> dict[str, Floats]:
        """Return how near the statements at both borders are to the clauses at them, inside and beyond."""
        rows, columns = self.size[0] + 1 - a, self.size[1] + 1 - b
        first, last = self._first, self._last
        after, before, following, earlier = np.zeros((4, rows, columns), dtype=np.float32)
        after[:, :-1], before[:, 1:] = last[a - 1 :, b:], first[:rows, : columns - 1]
        following[:-1], earlier[1:] = first[a:, b - 1 :], last[: rows - 1, :columns]
        return {
            "first clause, first statement": first[:rows, :columns],
            "last clause, last statement": last[a - 1 :, b - 1 :],
            "last clause, statement after": after,
            "first clause, statement before": before,
            "clause after, last statement": following,
            "clause before, first statement": earlier,
        }

    def _look(self, a: int, b: int) -> dict[str, Floats]:
        """Return what lengths, colons and the likeness of neighbours say."""
        source, target = (
            np.convolve(side, np.ones(k), "valid") for side, k in zip(self._lengths, (a, b), strict=True)
        )
        ratio = np.log(target[None] / source[:, None])
        colons, spans = self._colons[1], self.size[1] + 1 - b
        return {
            "ratio": ratio,
            "ratio squared": np.minimum(ratio**2, 4),
            "last colon": colons[b - 1 :][None],
            "like the one before": self._likeness[:spans][None],
            "like the one after": self._likeness[b:][None],
        }


def _sums(a: int, b: int, context: Floats, pair: Floats) -> dict[str, Floats]:
    """Return the log odds of each statement of a span with the nearest of the other, added up."""
    nearest = _rolled(context, a, 0, np.max)
    total = _rolled(nearest, b, 1, np.sum)
    bare = _rolled(_rolled(pair, a, 0, np.max), b, 1, np.sum)
    several = _rolled(_rolled(context, b, 1, np.max), a, 0, np.min)
    return {
        "sum": total,
        "mean": total / np.float32(b),
        "least": _rolled(nearest, b, 1, np.min),
        "least of the text": several * np.float32(a > 1),
        "bare sum": bare,
        "bare mean": bare / np.float32(b),
    }


def _borders(a: int, b: int, pair: Floats) -> dict[str, Floats]:
    """Return how much liker the version's outer statements are to this span than to its neighbours."""
    own = _rolled(pair, a, 0, np.max)
    spans, columns = own.shape[0], own.shape[1] + 1 - b
    earlier, later = np.full_like(own, LEAST), np.full_like(own, LEAST)
    earlier[1:], later[:-1] = pair[: spans - 1], pair[a:]
    return {"first": (own - earlier)[:, :columns], "last": (own - later)[:, b - 1 :]}


def _clauses(source: Sequence[str], target: Floats, embedder: Embedder) -> tuple[Floats, Floats, Floats]:
    """Return how near each statement of the version is to a clause of each of the text; source x target.

    That is the closest clause, the first and the last.
    """
    found = [clauses(text) for text in source]
    borders = np.cumsum([0, *map(len, found)])
    vectors = embedder.sums([clause for part in found for clause in part])
    near = 1 - Costs(vectors, target).span_distances(1, 1)
    return np.maximum.reduceat(near, borders[:-1], axis=0), near[borders[:-1]], near[borders[1:] - 1]


def _likeness(vectors: Floats) -> Floats:
    """Return how much liker the statements at each border are than neighbours mostly are; 0 at the ends."""
    near = unit(vectors)
    likeness = np.zeros(len(near) + 1, dtype=np.float32)
    if len(near) > 1:
        inner = (near[:-1] * near[1:]).sum(axis=1)
        likeness[1:-1] = inner - inner.mean()
    return likeness


def _rolled(values: Floats, count: int, axis: int, reduce: Callable[..., Floats]) -> Floats:
    """Reduce every ``count`` neighbours along an axis to one."""
    if count == 1:
        return values
    return np.asarray(reduce(sliding_window_view(values, count, axis=axis), axis=-1), dtype=np.float32)


def _elsewhere(values: Floats, axis: int) -> Floats:
    """Return the greatest of the other values along an axis; 0 where there are none."""
    if values.shape[axis] < 2:
        return np.zeros_like(values)
    two = np.partition(values, (-2, -1), axis=axis)
    second, first = two.take([-2], axis=axis), two.take([-1], axis=axis)
    return np.asarray(np.where(values >= first, second, first), dtype=np.float32)


def _moved(values: Floats, down: int, right: int) -> Floats:
    """Return each value so many places further on; 0 comes in at the edges."""
    n, m = values.shape
    moved = np.zeros_like(values)
    if abs(down) < n and abs(right) < m:
        moved[max(0, down) : n + min(0, down), max(0, right) : m + min(0, right)] = values[
            max(0, -down) : n - max(0, down), max(0, -right) : m - max(0, right)
        ]
    return moved


def in_plain(plain: Plain, weights: Learned) -> list[tuple[Bead, tuple[float, ...]]]:
    """Return the beads in order that are worth most, each with the log odds that it is right."""
    return [
        (bead, (sum(weights.confidence[name] * value for name, value in told.items()),))
        for bead, told in taken(plain, weights)
    ]


def taken(plain: Plain, weights: Learned) -> list[tuple[Bead, dict[str, float]]]:
    """Return the beads in order that are worth most, each with what tells how far it is right.

    That is the log odds of the mean probability of its pairs of statements to stand in one bead, and how much
    shorter the version's statements are: the more it divides those of the text, the more it retells them one
    by one; one with statements as long tells the same its own way, of which the field is too sure.
    """
    likely, _ = probabilities(plain.scores(weights))
    together = joined(likely, plain.size)
    found = []
    for bead in worthwhile(likely, plain.size, least=WORTH):
        inside = together[bead.source_start : bead.source_end, bead.target_start : bead.target_end]
        chance = float(np.clip(inside.mean(), 1e-4, 1 - 1e-4))
        told = {"always": 1.0, "odds": math.log(chance / (1 - chance)), "brevity": plain.brevity}
        found.append((replace(bead, cost=plain.distance(bead)), told))
    return found
