"""Statements that only say where the news comes from: "This was announced by the ministry"."""

from __future__ import annotations

import re

from align.languages import base

# Such a statement is short, one clause, and takes up what was said before it.
_MOST_WORDS = 16
_SOURCING = {
    "de": re.compile(
        r"(?:das|dies|darüber|davon)\s+(?:teilten?|gab(?:en)?|meldete?n?|berichtete?n?|geht|ging|erklärten?|"
        r"schreibt|schrieb|verlautete?|sagten?)\b"
    ),
    "ru": re.compile(
        r"(?:об\s+этом|это|как|о\s+том)\s+(?:\w+\s+){0,2}?(?:сообщ|заяви|информиру|рассказ|переда[её]т|"
        r"пишет|говорится|уточнил|стало\s+известно)\w*"
    ),
    "en": re.compile(
        r"(?:this|that|it|the\s+news)\s+(?:was|is|has\s+been|were)\s+"
        r"(?:announced|reported|stated|said|confirmed|made\s+known)\b|"
        r"(?:this|that)\s+(?:comes|follows)\s+from\s+(?:a|the)\s+(?:statement|press\s+release|report)\b"
    ),
}


def is_sourcing(text: str, language: str) -> bool:
    """Tell whether a statement only names who said what stands before it."""
    opening = _SOURCING.get(base(language))
    if opening is None or opening.match(text.casefold()) is None:
        return False
    return len(text.split()) <= _MOST_WORDS and not re.search(r"[,;:–—]\s", text)
