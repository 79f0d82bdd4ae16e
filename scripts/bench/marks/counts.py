"""What is counted of marks: letters and words that are marked, and those that should be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scripts.bench.marks.cases import Side, Span

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Counts:
    """Letters and figures that are marked and should be; words of all texts, and those marked anywhere."""

    right: int = 0
    marked: int = 0
    added: int = 0
    words: int = 0
    marked_words: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right,
            self.marked + other.marked,
            self.added + other.added,
            self.words + other.words,
            self.marked_words + other.marked_words,
        )

    @property
    def precision(self) -> float | None:
        return self.right / self.marked if self.marked else None

    @property
    def recall(self) -> float | None:
        return self.right / self.added if self.added else None

    @property
    def f1(self) -> float | None:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.right / (self.marked + self.added) if self.marked + self.added else None

    @property
    def per_hundred(self) -> float:
        """Return how many of a hundred words are marked."""
        return 100 * self.marked_words / max(1, self.words)


def count(side: Side, marks: Iterable[Span]) -> Counts:
    """Count the marks of a statement against what it adds."""
    words = [match.span() for match in _WORD.finditer(side.text)]
    letters = {at for word in words for at in range(*word)}
    marked = {at for span in marks for at in range(*span)} & letters
    added = {at for span in side.added for at in range(*span)} & letters
    touched = sum(not marked.isdisjoint(range(*word)) for word in words)
    return Counts(len(marked & added), len(marked), len(added), len(words), touched)
