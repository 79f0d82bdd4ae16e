"""Words that carry content, in a text of any language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from align.evidence.function_words import FUNCTION_WORDS

LEAST_LETTERS = 3
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class ContentWord:
    """A word that carries content, with its offsets in the text it stands in."""

    text: str
    language: str
    start: int
    end: int


def content(text: str, language: str) -> tuple[ContentWord, ...]:
    """Return the words of ``text`` that carry content, in their order."""
    common = FUNCTION_WORDS.get(language, frozenset())
    return tuple(
        ContentWord(match[0], language, match.start(), match.end())
        for match in _WORD.finditer(text)
        if (len(match[0]) >= LEAST_LETTERS or match[0].isdigit() or match[0].isupper())
        and match[0].casefold() not in common
    )
