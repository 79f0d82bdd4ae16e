"""Figures and names that stand in both of two texts, whatever their languages.

Statements in order are told apart well enough by these. Reading what each of them names with the tables of
three languages takes ten times as long, and made no link of the constructed documents better.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from align.alignment.evidence import Side
from align.evidence.transliteration import skeleton

# A word counts as a name where it has a capital more often than not, as German nouns have, too; its
# counterpart, spelled by the sounds of its own language, must be one in the other text.
_LEAST_LETTERS, _LEAST_BONES = 4, 3
# Digits in groups of three are one number, in what way soever the groups are parted: 1.400, 1,400 and 1 400.
_GROUPED = r"\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3})+(?!\d|[.,]\d)"
_TOKEN = re.compile(rf"{_GROUPED}|\d+(?:[.,]\d+)?|[^\W\d_]{{3,}}")
_NO_DIGIT = re.compile(r"\D")
_GROUPS = re.compile(_GROUPED)


def shared_keys(source: Side, target: Side) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """Return what each statement of either text shares with some statement of the other.

    Keys are figures (``1400``, ``2.5``) and the consonants of names (``klbv`` of Kulubaev and Кулубаев).
    """
    words = [[_TOKEN.findall(text) for text in side.texts] for side in (source, target)]
    keys = [_keys(side) for side in words]
    both = set(keys[0].values()) & set(keys[1].values())
    left, right = (_found(side, key, both) for side, key in zip(words, keys, strict=True))
    return left, right


def _keys(words: Sequence[Sequence[str]]) -> dict[str, str]:
    """Return the keys of the figures and names of a text, by how they are written there."""
    counts: Counter[str] = Counter()
    for statement in words:
        counts.update(statement)
    small: Counter[str] = Counter()
    for word, times in counts.items():
        small[word.casefold()] += times if word[0].islower() else -times
    found = {}
    for word in counts:
        if word[0].isdigit():
            found[word] = _figure(word)
        elif small[word.casefold()] < 0 and (key := _name(word)):
            found[word] = key
    return found


def _figure(text: str) -> str:
    if _GROUPS.fullmatch(text):
        return _NO_DIGIT.sub("", text)
    return text.replace(",", ".")


def _name(word: str) -> str | None:
    if len(word) < _LEAST_LETTERS:
        return word if word.isupper() else None
    bones = skeleton(word)
    return bones if len(bones) >= _LEAST_BONES else None


def _found(words: Sequence[Sequence[str]], keys: Mapping[str, str], both: set[str]) -> list[frozenset[str]]:
    kept = {word: key for word, key in keys.items() if key in both}
    return [frozenset(kept[word] for word in statement if word in kept) for statement in words]
