"""How likely each word of a linked statement is one that the other side does not have.

Logistic regressions on what is seen of a word and of those around it: how alike the likest word of the other
side is and, where the translation model can be asked, how much it looks at the word while it writes the
English of the other side, and how likely it finds the word's own English for the text of the other side. What
is added is mostly a phrase: that the neighbours and the rest of the clause have no counterpart either tells
more than a word by itself. ``scripts/fit_marks`` learns the weights and writes ``added.json``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

# What is seen of a word is seen of those around it, too: of the words beside it, of the next but one, of its
# clause and of its statement, each on average.
AROUND = ("", " beside", " near", " clause", " statement")
_ALIKE = 0.6  # likeness from which on two words surely mean the same: more tells no more
_LOOKED_AT_LEAST = 0.05  # pieces: attention that is hardly more than none


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of the words of a statement; each field has a value for each word."""

    like: Floats  # likeness of the likest word of the other side, in [0, 1]
    shared: Bools  # whether it names what the other side has
    lacking: Bools  # whether it names what the other side lacks
    clauses: npt.NDArray[np.int64]  # the number of its clause
    longer: float  # logarithm of how many times more words this side has
    same_language: bool
    looked_at: Floats | None = None  # pieces of the other side's English that look at it
    likely: Floats | None = None  # log-probability of its English, given the text of the other side

    @property
    def kind(self) -> str:
        """Which weights are for it."""
        told = ["one language" if self.same_language else "two languages"]
        told += ["looked at"] if self.looked_at is not None else []
        told += ["likely"] if self.likely is not None else []
        return ", ".join(told)

    def signs(self) -> dict[str, Floats]:
        """Return what the regressions weigh, by name."""
        found = {
            f"like{where}": values
            for where, values in self._around(np.minimum(self.like, np.float32(_ALIKE)))
        }
        if self.looked_at is not None:
            looked = np.log(self.looked_at + np.float32(_LOOKED_AT_LEAST))
            found |= {f"looked at{where}": values for where, values in self._around(looked)}
        if self.likely is not None:
            found |= {f"likely{where}": values for where, values in self._around(self.likely)}
        found["shared"] = self.shared.astype(np.float32)
        found["lacking"] = self.lacking.astype(np.float32)
        found["longer"] = np.full(len(self.like), self.longer, dtype=np.float32)
        return found

    def _around(self, values: Floats) -> Sequence[tuple[str, Floats]]:
        clauses = np.bincount(self.clauses, values) / np.maximum(np.bincount(self.clauses), 1)
        mean = np.full(len(values), values.mean() if len(values) else 0.0, dtype=np.float32)
        found = (values, _apart(values, 1), _apart(values, 2), clauses[self.clauses], mean)
        return [
            (where, np.asarray(each, dtype=np.float32)) for where, each in zip(AROUND, found, strict=True)
        ]


def _apart(values: Floats, distance: int) -> Floats:
    """Return the mean of the words so many words before and after each; of all where there is none."""
    total, count = np.zeros(len(values)), np.zeros(len(values))
    if len(values) > distance:
        total[distance:] += values[:-distance]
        total[:-distance] += values[distance:]
        count[distance:] += 1
        count[:-distance] += 1
    mean = values.mean() if len(values) else 0.0
    return np.asarray(np.where(count > 0, total / np.maximum(count, 1), mean), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Line:
    """A logistic regression: the log odds are ``intercept`` and the weighted sum of the signs."""

    intercept: float
    weights: Mapping[str, float]

    def odds(self, signs: Mapping[str, Floats]) -> Floats:
        """Return the log odds of each word."""
        total = sum(np.float32(weight) * signs[name] for name, weight in self.weights.items())
        return np.asarray(total + np.float32(self.intercept), dtype=np.float32)


@cache
def learned() -> Mapping[str, Line]:
    """Return the weights that come with the package, by ``Seen.kind``."""
    text = files("align.comparison").joinpath("added.json").read_text(encoding="utf-8")
    return {kind: Line(**line) for kind, line in json.loads(text).items()}
