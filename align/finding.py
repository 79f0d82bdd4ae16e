"""The finding: something one report has and others lack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# A "name" is that of a work, a monument, an event.
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
    "translation-gap",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in one report that was not found in the reports named by ``missing_from``.

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
