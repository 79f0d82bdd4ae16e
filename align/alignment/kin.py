"""Which statements of the reports of one event say the same, judged for all reports together.

The judgement has three steps (stacking; Wolpert, 1992). The first sees every two statements alone. The
second sees what the first thinks of the statements around: whether either statement has a better counterpart,
whether their neighbours correspond, and whether a third report has a statement that corresponds to both. The
third sees the same of what the second thinks. From the same judgement follows how likely a statement is not
said in another report. All are logistic regressions;
``scripts/fit_links`` learns their weights from the development half of corpora/ and writes ``kin.json``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Literal, TypeVar

import numpy as np

from align.alignment.nearest import Floats
from align.alignment.signs import Body, Rarity, Signs, signs, stacked
from align.alignment.telling import Telling

# Log odds are cut off here: beyond, they say no more than that the judgement is sure.
SURE = 8.0
# What is around can lift a pair by so much and more only where it is not too unlikely by itself.
LIKELY = 2.0

ALONE = (
    "meaning apart",
    "meaning alone",
    "meaning of passages",
    "meaning with the one before",
    "meaning of surroundings",
    "clauses apart",
    "meaning of clauses apart",
    "things",
    "share of things",
    "figures",
    "other figures",
    "things on both sides",
    "things on one side",
    "figures lacking",
    "near figures",
    "words, fuller",
    "words, emptier",
    "words",
    "rarest word",
    "told at most",
    "lengths apart",
    "places apart",
    "at the top",
    "one quoted",
)
# What the second and the third step see again of the first step's signs.
AGAIN = (
    "clauses apart",
    "other figures",
    "told at most",
    "lengths apart",
    "places apart",
    "one quoted",
)
AROUND = (
    "earlier",
    "margin",
    "lesser margin",
    "in order",
    "out of order",
    "beside, more",
    "beside, less",
    "together with",
    "together with, if likely",
    "corresponding",
)
THIRD = ("over a third", "over a third, if likely", "over thirds")
UNSAID = ("nearest", "second", "nearest alone", "all", "free", "beside", "words", "told")
UNSAID_THIRD = ("said elsewhere", "over a third")

Pair = tuple[str, str]  # ids of two reports, in alphabetical order
Step = Literal["alone", "together", "together, two", "again", "again, two", "unsaid", "unsaid, two"]
T = TypeVar("T", float, Floats)


@dataclass(frozen=True, slots=True)
class Line:
    """A logistic regression: the log odds are ``intercept`` and the weighted sum of what is seen."""

    intercept: float
    weights: Mapping[str, float]

    def odds(self, seen: Mapping[str, Floats]) -> Floats:
        """Return log odds, cut off at ``SURE``."""
        names = list(self.weights)
        weights = np.array([self.weights[name] for name in names], dtype=np.float32)
        found = stacked(seen, names) @ weights + np.float32(self.intercept)
        return np.asarray(np.clip(found, -SURE, SURE), dtype=np.float32)


Weights = Mapping[Step, Line]


@cache
def learned() -> Weights:
    """Return the weights that come with the package."""
    text = files("align.alignment").joinpath("kin.json").read_text(encoding="utf-8")
    return {step: Line(**line) for step, line in json.loads(text).items()}


def written(weights: Weights) -> str:
    """Return weights as the text of ``kin.json``."""
    return json.dumps({step: asdict(line) for step, line in weights.items()}, indent=1) + "\n"


@dataclass(frozen=True, slots=True)
class Seen:
    """The reports of an event, and what is seen of every two of them."""

    bodies: Mapping[str, Body]
    pairs: Mapping[Pair, Signs]
    amounts: Mapping[str, Floats]  # how much each statement tells

    @classmethod
    def of(cls, bodies: Sequence[Body], telling: Telling) -> Seen:
        """Look at every two reports; those without statements are left out."""
        ordered = sorted(bodies, key=lambda body: body.report.id)
        known = {body.report.id: body for body in ordered if body.statements}
        rarity = Rarity(list(known.values()))
        pairs = {(a, b): signs(known[a], known[b], telling, rarity) for a, b in combinations(known, 2)}
        return cls(known, pairs, {name: telling.amounts(name) for name in known})


@dataclass(frozen=True, slots=True)
class Judged:
    """Log odds that two statements say the same, after the first step and after all."""

    alone: Mapping[Pair, Floats]
    together: Mapping[Pair, Floats]


def judged(seen: Seen, weights: Weights) -> Judged:
    """Judge every two statements of an event."""
    alone = {pair: weights["alone"].odds(found) for pair, found in seen.pairs.items()}
    steps: tuple[Step, ...] = ("together", "again")
    if len(seen.bodies) == 2:
        steps = ("together, two", "again, two")
    together = alone
    for step in steps:
        together = {pair: weights[step].odds(around(pair, seen, together)) for pair in seen.pairs}
    return Judged(alone, together)


def around(pair: Pair, seen: Seen, earlier: Mapping[Pair, Floats]) -> Signs:
    """Return what a later step sees of all pairs of statements of two reports, given the odds before it."""
    odds = earlier[pair]
    left, right = (seen.bodies[name] for name in pair)
    source, target = odds - _rival(odds), odds - _rival(odds.T).T
    above, below = _shifted(odds, 1, 0), _shifted(odds, -1, 0)
    before, after = _shifted(odds, 0, -1), _shifted(odds, 0, 1)
    rows, columns = np.maximum(above, below), np.maximum(before, after)
    share = ((odds.max(axis=1) > 0).mean() + (odds.max(axis=0) > 0).mean()) / 2
    together = np.maximum(_joined(odds.T, right).T, _joined(odds, left))
    found = {
        "earlier": odds,
        "margin": source + target,
        "lesser margin": np.minimum(source, target),
        "in order": np.maximum(_shifted(odds, 1, 1), _shifted(odds, -1, -1)),
        "out of order": np.maximum(_shifted(odds, 1, -1), _shifted(odds, -1, 1)),
        "beside, more": np.maximum(rows, columns),
        "beside, less": np.minimum(rows, columns),
        "together with": together,
        "together with, if likely": np.minimum(together, odds + np.float32(LIKELY)),
        "corresponding": np.full(odds.shape, share, dtype=np.float32),
        **{name: seen.pairs[pair][name] for name in AGAIN},
    }
    if len(seen.bodies) > 2:
        over = _over_thirds(pair, seen.bodies, earlier)
        best = over.max(axis=0)
        found |= {
            "over a third": best,
            "over a third, if likely": np.minimum(best, odds + np.float32(LIKELY)),
            "over thirds": over.mean(axis=0),
        }
    return found


def unsaid(pair: Pair, seen: Seen, found: Judged) -> tuple[Signs, Signs]:
    """Return by what it is told that a statement of one of two reports is not said in the other.

    Both sides, as columns of one: statements x 1.
    """
    words = seen.pairs[pair]["words"]
    sides = []
    for report, other, turn in ((*pair, False), (*pair[::-1], True)):
        odds, alone, shared = (
            matrix.T if turn else matrix for matrix in (found.together[pair], found.alone[pair], words)
        )
        nearest = np.sort(odds, axis=1)
        free = np.where(_rival(odds.T).T < 0, odds, -SURE)
        side = {
            "nearest": nearest[:, -1:],
            "second": nearest[:, -2:-1] if odds.shape[1] > 1 else np.full((len(odds), 1), -SURE),
            "nearest alone": alone.max(axis=1, keepdims=True),
            "all": np.log(np.exp(odds).sum(axis=1, keepdims=True)),
            "free": free.max(axis=1, keepdims=True),
            "beside": np.maximum(_shifted(nearest[:, -1:], 1, 0), _shifted(nearest[:, -1:], -1, 0)),
            "words": shared.max(axis=1, keepdims=True) / (seen.amounts[report][:, None] + 1),
            "told": seen.amounts[report][:, None],
        }
        thirds = [name for name in seen.bodies if name not in pair]
        if thirds:
            there = [_between(report, third, found.together) for third in thirds]
            here = [_between(third, other, found.together).max(axis=1) for third in thirds]
            side["said elsewhere"] = np.max([t.max(axis=1) for t in there], axis=0)[:, None]
            over = [np.minimum(t, h).max(axis=1) for t, h in zip(there, here, strict=True)]
            side["over a third"] = np.max(over, axis=0)[:, None]
        sides.append(side)
    return sides[0], sides[1]


def _between(left: str, right: str, odds: Mapping[Pair, Floats]) -> Floats:
    return odds[left, right] if left < right else odds[right, left].T


def _over_thirds(pair: Pair, bodies: Mapping[str, Body], odds: Mapping[Pair, Floats]) -> Floats:
    """Return for each third report the odds that one statement there corresponds to both; thirds x pairs."""
    found = []
    for third in bodies:
        if third not in pair:
            left, right = _between(pair[0], third, odds), _between(third, pair[1], odds)
            best = np.full((len(left), right.shape[1]), -SURE, dtype=np.float32)
            for number in range(len(right)):
                np.maximum(best, np.minimum(left[:, number, None], right[number]), out=best)
            found.append(best)
    return np.stack(found)


def _rival(odds: Floats) -> Floats:
    """Return the best odds of each row without those of the pair itself."""
    if odds.shape[1] < 2:
        return np.full(odds.shape, -SURE, dtype=np.float32)
    ordered = np.partition(odds, -2, axis=1)
    best, second = ordered[:, -1:], ordered[:, -2:-1]
    return np.where(odds == best, second, best)


def _shifted(odds: Floats, down: int, right: int) -> Floats:
    """Return the odds of the pairs so many statements further on."""
    result = np.full(odds.shape, -SURE, dtype=np.float32)
    n, m = odds.shape
    part = odds[max(0, down) : n + min(0, down), max(0, right) : m + min(0, right)]
    result[max(0, -down) : n - max(0, down), max(0, -right) : m - max(0, right)] = part
    return result


def _joined(odds: Floats, body: Body) -> Floats:
    """Return the best odds of the statements, by rows, that stand together with each."""
    result = np.full(odds.shape, -SURE, dtype=np.float32)
    together = body.together()[:, None]
    result[:-1] = np.where(together, odds[1:], -SURE)
    result[1:] = np.maximum(result[1:], np.where(together, odds[:-1], -SURE))
    return result
