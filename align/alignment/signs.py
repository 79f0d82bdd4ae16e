"""What can be seen of every two statements of two reports by which they may say the same."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from align.alignment.clauses import closest, windows
from align.alignment.nearest import Floats
from align.alignment.telling import Telling
from align.embedding import Embedder, unit
from align.evidence import statement_evidence
from align.evidence.quotations import quotations
from align.languages import base
from align.report import Report, Statement

# How many of the nearest statements tell how near a statement is to others anyway.
_NEIGHBOURS = 3
_FIGURES = ("num:", "ord:", "pct:")
# Amounts from 15 on of which one is at most 1.16 times the other may be the same, rounded or of another hour.
_AMOUNTS, _LEAST_AMOUNT, _NEAR = ("num:", "pct:"), 15.0, 0.15
# How much statements around one count beside it: the one before and after, if they belong together; the one
# before; three to either side.
_BESIDE, _WIDE = 0.5, (0.6, 0.3, 0.15)
# Over how many statements from the top the weight of being at the top falls to a third.
_TOP = 2.0
_LEAST_APART = 0.05

Signs = dict[str, Floats]  # statements x statements each


@dataclass(frozen=True, slots=True)
class Body:
    """The statements of a report that are linked, with what is read off each of them."""

    report: Report
    statements: tuple[Statement, ...]
    meaning: Floats  # statements x dimension, of length one
    clauses: Floats  # windows x dimension
    clauses_meaning: Floats  # windows x dimension, of length one
    starts: npt.NDArray[np.int64]  # the first window of each statement
    keys: tuple[frozenset[str], ...]
    quoted: tuple[int, ...]  # the number of the quotation that a statement is part of, -1 for none

    @classmethod
    def of(cls, report: Report, statements: Sequence[Statement], words: Embedder, meaning: Embedder) -> Body:
        """Read a report's statements."""
        texts = [statement.text for statement in statements]
        cut, starts = windows(texts)
        spoken = {id_: number for number, q in enumerate(quotations(report)) for id_ in q.statements}
        return cls(
            report,
            tuple(statements),
            unit(meaning.sums(texts)),
            unit(words.sums(cut)),
            unit(meaning.sums(cut)),
            starts,
            tuple(statement_evidence(text, report.language, today=report.date).keys for text in texts),
            tuple(spoken.get(statement.id, -1) for statement in statements),
        )

    @property
    def language(self) -> str:
        """The language without script and region."""
        return base(self.report.language)

    def together(self) -> npt.NDArray[np.bool_]:
        """Tell of each statement and the one after it whether they belong together.

        They do in one paragraph, in one list and in one quotation.
        """
        found = [
            left.paragraph == right.paragraph
            or left.kind == right.kind == "item"
            or self.quoted[number] == self.quoted[number + 1] >= 0
            for number, (left, right) in enumerate(pairwise(self.statements))
        ]
        return np.array(found, dtype=np.bool_)

    def surroundings(self) -> Surroundings:
        """Return what statements mean together with those around them."""
        before, after = self.meaning[:-1], self.meaning[1:]
        joined = self.together()[:, None]
        near, last, wide = self.meaning.copy(), self.meaning.copy(), self.meaning.copy()
        near[1:] += np.float32(_BESIDE) * before * joined
        near[:-1] += np.float32(_BESIDE) * after * joined
        last[1:] += np.float32(_BESIDE) * before
        for away, weight in enumerate(_WIDE, 1):
            wide[away:] += np.float32(weight) * self.meaning[:-away]
            wide[:-away] += np.float32(weight) * self.meaning[away:]
        return Surroundings(unit(near), unit(last), unit(wide))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Vectors of statements and those around them: of one passage, the one before, three to either side."""

    passage: Floats
    before: Floats
    wide: Floats


class Rarity:
    """Keys of statements (``align.evidence``), each weighted by how few statements of an event have it."""

    def __init__(self, bodies: Sequence[Body]) -> None:
        spread = Counter(key for body in bodies for keys in body.keys for key in keys)
        count = sum(len(body.keys) for body in bodies)
        self._places = {key: place for place, key in enumerate(sorted(spread))}
        times = np.array([spread[key] for key in self._places], dtype=np.float32)
        # Squared, as in ``Telling``.
        self._weights = (np.log((count + 1) / (times + 0.5)) / math.log(count + 1)) ** 2
        self._figures = np.array([key.startswith(_FIGURES) for key in self._places], dtype=np.float32)
        self._near = self._near_figures(times, count)

    def _near_figures(self, times: Floats, count: int) -> list[tuple[int, int, float]]:
        """Return the places of every two amounts that are nearly the same, with how rare such ones are."""
        amounts = {place: found for key, place in self._places.items() if (found := _amount(key))}
        near = [(a, b) for a in amounts for b in amounts if _are_near(amounts[a], amounts[b])]
        like = times.copy()
        for a, b in near:
            like[a] += times[b]
        rare = (np.log((count + 1) / (like + 0.5)) / math.log(count + 1)).clip(0) ** 2
        return [(a, b, float(min(rare[a], rare[b]))) for a, b in near]

    def signs(self, left: Body, right: Body) -> Signs:
        """Return what named things say: what is shared, and what only one side or each has for itself."""
        a, b = self._incidence(left), self._incidence(right)
        shared, both = (a * self._weights) @ b.T, (a * self._figures) @ b.T
        source, target = (a @ self._weights)[:, None], (b @ self._weights)[None]
        counts = (a @ self._figures)[:, None], (b @ self._figures)[None]
        return {
            "things": shared,
            "share of things": shared / (np.minimum(source, target) + np.float32(0.5)),
            "figures": (a * self._figures * self._weights) @ b.T,
            "other figures": ((counts[0] > 0) & (counts[1] > 0) & (both == 0)).astype(np.float32),
            "things on both sides": np.minimum(source, target) - shared,
            "things on one side": np.abs(source - target),
            "figures lacking": counts[0] + counts[1] - 2 * both,
            "near figures": self._nearest(a, b),
        }

    def _nearest(self, left: Floats, right: Floats) -> Floats:
        found = np.zeros((len(left), len(right)), dtype=np.float32)
        for a, b, rare in self._near:
            np.maximum(found, np.outer(left[:, a], right[:, b]) * np.float32(rare), out=found)
        return found

    def _incidence(self, body: Body) -> Floats:
        matrix = np.zeros((len(body.keys), len(self._places)), dtype=np.float32)
        for row, keys in zip(matrix, body.keys, strict=True):
            row[[self._places[key] for key in keys]] = 1
        return matrix


def signs(left: Body, right: Body, telling: Telling, rarity: Rarity) -> Signs:
    """Return for all pairs of statements of two reports what speaks for and against them."""
    forth = telling.told(left.report.id, right.report.id)
    back = telling.told(right.report.id, left.report.id)
    whole = telling.amounts(left.report.id), telling.amounts(right.report.id)
    cosine = left.meaning @ right.meaning.T
    around = left.surroundings(), right.surroundings()
    order = [np.arange(len(body.statements)) for body in (left, right)]
    sizes = [np.log([len(s.text) + 3.0 for s in body.statements]) for body in (left, right)]
    places = [(numbers + 0.5) / len(numbers) for numbers in order]
    quoted = [np.array(body.quoted) >= 0 for body in (left, right)]
    return {
        "meaning apart": _apart(left.meaning, right.meaning),
        "meaning alone": _alone(cosine),
        "meaning of passages": _alone(around[0].passage @ around[1].passage.T),
        "meaning with the one before": _alone(around[0].before @ around[1].before.T),
        "meaning of surroundings": _alone(around[0].wide @ around[1].wide.T),
        "clauses apart": closest(left.clauses, right.clauses, left.starts, right.starts),
        "meaning of clauses apart": closest(
            left.clauses_meaning, right.clauses_meaning, left.starts, right.starts
        ),
        **rarity.signs(left, right),
        "words, fuller": np.maximum(forth.shares, back.shares.T),
        "words, emptier": np.minimum(forth.shares, back.shares.T),
        "words": (forth.amounts + back.amounts.T) / 2,
        "rarest word": (forth.rarest + back.rarest.T) / 2,
        "told at most": np.minimum(whole[0][:, None], whole[1][None]),
        "lengths apart": np.abs(sizes[0][:, None] - sizes[1][None]).astype(np.float32),
        "places apart": np.abs(places[0][:, None] - places[1][None]).astype(np.float32),
        "at the top": np.exp(-(order[0][:, None] + order[1][None]) / _TOP).astype(np.float32),
        "one quoted": (quoted[0][:, None] != quoted[1][None]).astype(np.float32),
    }


def _apart(left: Floats, right: Floats) -> Floats:
    """Return distances over those of random statements, as ``Costs`` does."""
    far = (2 - (left @ right.mean(axis=0))[:, None] - (right @ left.mean(axis=0))[None]) / 2
    return np.asarray((1 - left @ right.T) / np.maximum(far, np.float32(_LEAST_APART)), dtype=np.float32)


def _alone(cosine: Floats) -> Floats:
    """Return how much nearer two statements are than both to their nearest ones (Conneau et al., 2018)."""
    source = np.sort(cosine, axis=1)[:, -_NEIGHBOURS:].mean(axis=1)
    target = np.sort(cosine, axis=0)[-_NEIGHBOURS:].mean(axis=0)
    return np.asarray(cosine - (source[:, None] + target[None]) / 2, dtype=np.float32)


def _amount(key: str) -> tuple[str, float] | None:
    kind, _, value = key.partition(":")
    if f"{kind}:" not in _AMOUNTS:
        return None
    amount = float(value)
    return (kind, amount) if amount >= _LEAST_AMOUNT else None


def _are_near(a: tuple[str, float], b: tuple[str, float]) -> bool:
    return a[0] == b[0] and a[1] != b[1] and abs(math.log(a[1] / b[1])) < _NEAR


def stacked(found: Mapping[str, Floats], names: Sequence[str]) -> Floats:
    """Return the named signs side by side, statements x statements x signs."""
    return np.stack([found[name] for name in names], axis=-1)
