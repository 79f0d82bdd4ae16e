"""Whether two figures of different value may both be right: rounded, bounded, or of different roles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from align.comparison.said import Said
from align.evidence.numbers import Number

_BOUNDED = 0.15  # share by which "more than" or "at least" a figure falls short of it, if it is meant so
# Something hoped for is no level that was reached; "to have", "will" and the like only where it is more.
_TARGET = {
    "de": r"ziel\w*|veranschlagt\w*|geplant\w*|plant|planen|anvisiert\w*|prognos\w*|erwart\w*|angestrebt\w*",
    "en": r"goal|budgeted|target|aim\w*|plan\w*|forecast|expect\w*|by 20\d\d",
    "ru": r"цел[ьяи]\w*|смет\w+|план\w*|довести|прогноз\w*|ожида\w*|увелич\w+ до|предстоящ\w*",
}
_FUTURE = {
    "de": r"soll(?:en|te|ten)?(?! [^.,;:]* (?:haben|sein))|will|wollen|künftig|nächste\w*|kommende\w*",
    "en": r"should|will|would|next|could|want\w*|hope\w*|intend\w*",
    "ru": r"будет|будут|станет|намер\w*|рассчит\w*|должн\w+(?! был\w*)|следующ\w+",
}
# Part of a number that is said elsewhere, or more beside it.
_PART = {
    "de": r"davon|darunter|von ihnen|unter ihnen|allein",
    "en": r"of them|of whom(?! there)|of which|of these|of those|among them|including|alone",
    "ru": r"из них|в том числе|среди них|из которых|только",
}
_FURTHER = {
    "de": r"weitere[nrsm]?|zusätzlich\w*|andere[nrsm]?|übrige[nrsm]?",
    "en": r"another|further|additional|more than that|other|remaining",
    "ru": r"ещ[её]|другие|другим|других|дополнительн\w+|остальн\w+",
}


def compatible(a: Said, b: Said) -> bool:
    """Tell whether two figures may both be right.

    One is rounded, is aimed at, counts a part of what is counted before, or comes on top of it.
    """
    x, y = a.mention.probe, b.mention.probe
    if not (isinstance(x, Number) and isinstance(y, Number)):
        return False
    return may_both_be_right(x, y) or any(
        _has(a, role) != _has(b, role) for role in (_TARGET, _PART, _FURTHER)
    )


def to_come(a: Said, b: Said) -> bool:
    """Tell whether the greater of two figures is still to come, and the other is not."""
    x, y = a.mention.probe, b.mention.probe
    if not (isinstance(x, Number) and isinstance(y, Number)):
        return False
    more, less = (a, b) if amount(x) > amount(y) else (b, a)
    return _has(more, _FUTURE) and not _has(less, _FUTURE)


def is_part(said: Said) -> bool:
    """Tell whether a figure counts but a part of what is counted before."""
    return _has(said, _PART)


def _has(said: Said, words: Mapping[str, str]) -> bool:
    return bool(_pattern(words.get(said.language, r"(?!)")).search(said.clause_text))


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def may_both_be_right(x: Number, y: Number) -> bool:
    """Tell whether two figures are one, one is rounded from the other, or bounds it."""
    if x.ordinal != y.ordinal:
        return False
    if x.amounts_to(y) or x.may_be(y):
        return True
    low, high = sorted((x, y), key=amount)
    near = amount(high) - amount(low) <= _BOUNDED * amount(high)
    if near and (low.bound == "more" or high.bound == "less"):
        return True
    return not x.ordinal and x.unit == y.unit and _rounded(low, high)


def amount(number: Number) -> float:
    """Return how much a figure is, in one unit for all that measure the same thing."""
    return number.measure[1] if number.measure else float(number.value)


def _rounded(low: Number, high: Number) -> bool:
    coarsest = max(_grain(low.value), _grain(high.value))
    gap = high.value - low.value
    return coarsest > 1 and (gap <= coarsest if "about" in (low.bound, high.bound) else 2 * gap < coarsest)


def _grain(value: Decimal) -> Decimal:
    """Return to what a figure is rounded at most: 12,000 to thousands, 320 to tens."""
    digits = int(value)
    if digits != value:
        return Decimal(0)
    zeros = len(str(digits)) - len(str(digits).rstrip("0"))
    return Decimal(10**zeros)
