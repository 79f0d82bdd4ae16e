"""Precision, recall and F1 from counts."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """Of what was found, how much is right; of what the gold has, how much was found.

    ``right`` is counted among ``found``, ``recalled`` among ``gold``. The two differ where one thing found
    may be right about several of the gold.
    """

    right: int = 0
    found: int = 0
    recalled: int = 0
    gold: int = 0

    @classmethod
    def of(cls, found: Set[object], gold: Set[object]) -> Score:
        """Count two sets, of which the members in both are right."""
        right = len(found & gold)
        return cls(right, len(found), right, len(gold))

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.found + other.found,
            self.recalled + other.recalled,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; ``None`` where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of the gold that was found; ``None`` where the gold has nothing."""
        return self.recalled / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both, 0 where one of them is undefined; ``None`` where both are."""
        if not self.found and not self.gold:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
