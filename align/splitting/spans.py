"""The span of one sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """One sentence: offsets into the text it was split from, with no white space at either edge."""

    start: int
    end: int
