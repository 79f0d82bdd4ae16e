"""The report: one text by one outlet, as statements that know where they stand in the file."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Literal

from align.faults import Fault, fault

Kind = Literal["heading", "sentence", "item"]


@dataclass(frozen=True, slots=True)
class Statement:
    """The unit that is aligned: a sentence, a heading or a list item.

    ``start`` and ``end`` are character offsets into the file as decoded (``Report.source``). ``text`` is what
    a reader sees there: white space folded and, in HTML, tags left out. ``paragraph`` counts from 0.
    ``translation`` is ``None`` for an English statement and for one not translated yet.
    """

    id: int
    kind: Kind
    start: int
    end: int
    text: str
    paragraph: int = 0
    translation: str | None = None

    @property
    def english(self) -> str:
        """The translation, or the text itself where there is none."""
        return self.text if self.translation is None else self.translation

    @property
    def fault(self) -> Fault | None:
        """What is plainly wrong with the translation (see ``align.faults``), ``None`` for nothing."""
        return None if self.translation is None else fault(self.text, self.translation)


@dataclass(frozen=True, slots=True)
class SetAside:
    """A stretch of the file that is not part of the report: page furniture, with the reason."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """One text by one outlet.

    Statement ids are 0, 1, 2 … in the order of the text. Every character of ``source`` that is not white
    space (in HTML: not markup) belongs to exactly one statement or to exactly one stretch set aside.
    """

    id: str
    language: str  # BCP 47
    source: str = field(repr=False)
    statements: tuple[Statement, ...] = field(repr=False)
    set_aside: tuple[SetAside, ...] = field(default=(), repr=False)
    path: str | None = None
    title: str | None = None
    date: datetime.date | None = None
    place: str | None = None  # of the dateline

    def __post_init__(self) -> None:
        if [s.id for s in self.statements] != list(range(len(self.statements))):
            raise ValueError(f"report {self.id}: statement ids must be 0, 1, 2 … in the order of the text")
