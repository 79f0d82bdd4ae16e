"""The corrections: what a reader says of links and findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LinkVerdict = Literal["confirmed", "rejected", "redrawn"]


@dataclass(frozen=True, slots=True)
class Place:
    """A statement as the reader saw it: character offsets into the report's file, and its text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a link: statements of one report, at least one."""

    report: str
    statements: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class LinkCorrection:
    """A link that is right, one that is wrong, or one that the reader drew.

    A ``redrawn`` link stands instead of all links between its two reports that share a statement with it.
    """

    verdict: LinkVerdict
    left: Side
    right: Side


@dataclass(frozen=True, slots=True)
class FindingCorrection:
    """A finding that is wrong, told by its kind, its statement and its offsets into the file."""

    kind: str
    report: str
    statement: Place
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Corrections:
    """All that stands in one file of corrections; ``source`` is that file, for messages."""

    links: tuple[LinkCorrection, ...] = ()
    findings: tuple[FindingCorrection, ...] = ()
    source: str = "corrections"

    @property
    def confirmed(self) -> tuple[LinkCorrection, ...]:
        """The links that are right."""
        return tuple(link for link in self.links if link.verdict == "confirmed")

    @property
    def rejected(self) -> tuple[LinkCorrection, ...]:
        """The links that are wrong."""
        return tuple(link for link in self.links if link.verdict == "rejected")

    @property
    def redrawn(self) -> tuple[LinkCorrection, ...]:
        """The links that the reader drew."""
        return tuple(link for link in self.links if link.verdict == "redrawn")
