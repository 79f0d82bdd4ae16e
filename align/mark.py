"""The mark: words of a linked statement that the other side of the link does not have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that one side of a link adds to the other.

    The words stand in ``statement`` of ``report``; the report named by ``against`` has no counterpart of them
    in the statements that are linked to it. ``start`` and ``end`` are character offsets into the file for
    ``on="original"``, and into ``Statement.translation`` for ``on="translation"``.
    """

    report: str
    statement: int
    against: str
    on: Literal["original", "translation"]
    start: int
    end: int
