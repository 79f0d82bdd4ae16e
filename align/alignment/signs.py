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
_LEAST_APART = 0.05

Signs = dict[str, Floats]  # statements x statements each


@dataclass(frozen=True, slots=True)
class Body:
    """The statements of a report that are linked, with what is read off each of them."""

    report: Report
    statements: tuple[Statement, ...]
    meaning: Floats  # statements x dimension, of length one
    clauses: Floats  # windows x dimension
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
        }

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
    sizes = [np.log([len(s.text) + 3.0 for s in body.statements]) for body in (left, right)]
    places = [(np.arange(len(body.statements)) + 0.5) / len(body.statements) for body in (left, right)]
    quoted = [np.array(body.quoted) >= 0 for body in (left, right)]
    return {
        "meaning apart": _apart(left.meaning, right.meaning),
        "meaning alone": cosine - _usual(cosine),
        "clauses apart": closest(left.clauses, right.clauses, left.starts, right.starts),
        **rarity.signs(left, right),
        "words, fuller": np.maximum(forth.shares, back.shares.T),
        "words, emptier": np.minimum(forth.shares, back.shares.T),
        "words": (forth.amounts + back.amounts.T) / 2,
        "rarest word": (forth.rarest + back.rarest.T) / 2,
        "told at most": np.minimum(whole[0][:, None], whole[1][None]),
        "lengths apart": np.abs(sizes[0][:, None] - sizes[1][None]).astype(np.float32),
        "places apart": np.abs(places[0][:, None] - places[1][None]).astype(np.float32),
        "one quoted": (quoted[0][:, None] != quoted[1][None]).astype(np.float32),
    }


def _apart(left: Floats, right: Floats) -> Floats:
    """Return distances over those of random statements, as ``Costs`` does."""
    far = (2 - (left @ right.mean(axis=0))[:, None] - (right @ left.mean(axis=0))[None]) / 2
    return np.asarray((1 - left @ right.T) / np.maximum(far, np.float32(_LEAST_APART)), dtype=np.float32)


def _usual(cosine: Floats) -> Floats:
    """Return how near both statements of each pair are to their nearest ones (Conneau et al., 2018)."""
    source = np.sort(cosine, axis=1)[:, -_NEIGHBOURS:].mean(axis=1)
    target = np.sort(cosine, axis=0)[-_NEIGHBOURS:].mean(axis=0)
    return np.asarray((source[:, None] + target[None]) / 2, dtype=np.float32)


def stacked(found: Mapping[str, Floats], names: Sequence[str]) -> Floats:
    """Return the named signs side by side, statements x statements x signs."""
    return np.stack([found[name] for name in names], axis=-1)
