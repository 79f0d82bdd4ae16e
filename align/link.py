"""The link: statements of two reports that say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relation = Literal["same", "narrower", "broader", "conflicting"]


@dataclass(frozen=True, slots=True)
class Link:
    """An n–m pair of statements that say the same.

    ``source`` and ``target`` are ascending statement ids, neither of them empty; ``confidence`` is in [0, 1].
    ``source_report`` and ``target_report`` are report ids, empty for plain sequences of strings.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float
    relation: Relation = "same"
    moved: bool = False
    source_report: str = ""
    target_report: str = ""

    def __post_init__(self) -> None:
        if not self.source or not self.target:
            raise ValueError("a link joins at least one statement on each side")

    def mirrored(self) -> Link:
        """Return the same link seen from the other report."""
        turned: dict[Relation, Relation] = {"narrower": "broader", "broader": "narrower"}
        return Link(
            source=self.target,
            target=self.source,
            confidence=self.confidence,
            relation=turned.get(self.relation, self.relation),
            moved=self.moved,
            source_report=self.target_report,
            target_report=self.source_report,
        )
