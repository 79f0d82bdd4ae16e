"""What is plainly wrong with a translation into English, told without knowing the other language."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

Fault = Literal["empty", "copied", "repeated", "truncated"]

_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[а-яё]{2,}", re.IGNORECASE)
# A run of three words that stands more often than this, and more often than in the source, is a loop.
_RUN, _MOST = 3, 2
# An output with less than this share of the source's words has lost something; short texts vary too much.
_SHORTEST, _LEAST_WORDS = 0.4, 8


def fault(source: str, output: str) -> Fault | None:
    """Return what is plainly wrong with an English ``output``, ``None`` for nothing.

    It is empty, it is the source copied through or keeps Cyrillic words, it repeats itself in a loop where
    the source does not, or it has far fewer words than the source.
    """
    said, written = _words(source), _words(output)
    if said and not written:
        return "empty"
    if _CYRILLIC.search(output) or (len(said) >= _LEAST_WORDS and said == written):
        return "copied"
    if _repeats(written) > max(_MOST, _repeats(said)):
        return "repeated"
    if len(said) >= _LEAST_WORDS and len(written) < _SHORTEST * len(said):
        return "truncated"
    return None


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _repeats(words: list[str]) -> int:
    """Return how often the commonest run of words stands in the text."""
    runs = Counter(tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))
    return max(runs.values(), default=0)
