"""Where a stretch of a statement's text stands in the file."""

from __future__ import annotations

import re

from align.report import Report, Statement

# What may stand in the file where the statement's text has a space or nothing at all (markup).
_MARKUP = r"(?:<[^<>]*>)*"
_GAP = r"(?:\s|&nbsp;|<[^<>]*>)+"
_ENTITIES = {"&": "(?:&amp;|&)", "<": "(?:&lt;|<)", ">": "(?:&gt;|>)", '"': '(?:&quot;|")'}


def locate(report: Report, statement: Statement, start: int, end: int) -> tuple[int, int]:
    """Return the offsets in the file of ``statement.text[start:end]``.

    White space may be folded and markup left out in the text. Where the passage cannot be told in the file,
    the offsets of the whole statement are returned.
    """
    surface = statement.text[start:end]
    raw = report.source[statement.start : statement.end]
    if not surface.strip():
        return statement.start, statement.end
    earlier = statement.text[:start].count(surface)
    matches = list(re.finditer(_pattern(surface) if surface not in raw else re.escape(surface), raw))
    if not matches:
        return statement.start, statement.end
    match = matches[min(earlier, len(matches) - 1)]
    return statement.start + match.start(), statement.start + match.end()


def _pattern(surface: str) -> str:
    words = [_MARKUP.join(_ENTITIES.get(sign, re.escape(sign)) for sign in word) for word in surface.split()]
    return _GAP.join(words)
