"""Which of several translations of one text to take: one without a fault that keeps the figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from align.faults import fault

_DIGITS = re.compile(r"\d+")
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}


def best(source: str, outputs: Sequence[str]) -> str:
    """Return the first of some English translations of a text, the likeliest first, that has fewest flaws.

    A fault (``faults.fault``) is worse than any number of figures that are not those of the source.
    """
    return min(outputs, key=lambda output: (fault(source, output) is not None, other_figures(source, output)))


def other_figures(source: str, output: str) -> int:
    """Return how many runs of digits only one of two texts has; separators do not matter.

    >>> other_figures("1,4 Mrd. im Jahr 2024", "1.4 billion in 2023")
    2
    """
    here, there = Counter(_DIGITS.findall(source)), Counter(_DIGITS.findall(output))
    return ((here - there) + (there - here)).total()


def with_ordinals(english: str) -> str:
    """Give ordinal figures their own ending.

    >>> with_ordinals("the 13rd meeting of the 3th commission")
    'the 13th meeting of the 3rd commission'
    """
    return _ORDINAL.sub(lambda match: match[1] + _ending(match[1]), english)


def _ending(figure: str) -> str:
    return "th" if figure[-2:] in ("11", "12", "13") else _ENDINGS.get(figure[-1], "th")
