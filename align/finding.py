"""The finding: something one report has and others lack or give differently."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# A "name" is that of a work, a monument, an event; a "hedge" is a word like "reportedly" or "may".
FindingKind = Literal[
    "statement",
    "quotation",
    "person",
    "organisation",
    "place",
    "name",
    "number",
    "date",
    "negation",
    "hedge",
    "attribution",
    "translation-gap",
]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a statement: ``start`` and ``end`` are character offsets into the file of ``report``."""

    report: str
    statement: int
    start: int
    end: int
    text: str
    translation: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in one report that others of its event lack or give differently.

    It was not found in the reports of ``missing_from``; those of ``conflicts_with`` contradict it.
    ``counterparts`` are passages of the other reports that belong to the evidence: what they say instead, or
    the statements in which the thing was looked for first.

    ``start`` and ``end`` are character offsets into the report's file, ``text`` is the passage there and
    ``translation`` its English (``None`` where the passage is English). ``confidence`` is in [0, 1].
    ``speaker`` is who is quoted, for a quotation. A ``translation-gap`` is the opposite of an omission: the
    original of the report has the thing and only our English of it lost it; ``missing_from`` is then empty.
    """

    id: str
    kind: FindingKind
    report: str
    statement: int
    start: int
    end: int
    text: str
    translation: str | None
    missing_from: tuple[str, ...]
    confidence: float
    speaker: str | None = None
    conflicts_with: tuple[str, ...] = ()
    counterparts: tuple[Passage, ...] = ()
