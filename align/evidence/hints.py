"""What a text may hold, told by its single words: costly patterns are tried only where they can match.

A hint may be wrong, for it says only that a thing is worth looking for. It must never be missing.
"""

from __future__ import annotations

import re
from functools import lru_cache, reduce
from operator import or_

from align.evidence.number_words import every_number, every_one

FIGURE, MONTH, CLOCK, SEASON, ROMAN, SHARE, NUMBER, ONE, SCALE = (1 << bit for bit in range(9))
_FIGURES = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_ROMAN_FIGURES = re.compile(r"[XVI]+")
# What words begin with, in lower case with ё as е; each such word is a hint of one thing only.
_BEGINNINGS = (
    (MONTH, r"jan|jän|feb|m[aä]r|mrz|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[zc]"),
    (MONTH, r"янв|фев|ма[рйяюе]|апр|ию[нл]|авг|сен|окт|ноя|дек"),
    (CLOCK, r"uhr|clock|morning|afternoon|evening|noon|mid(?:day|night)|mittag|mitternacht"),
    (CLOCK, r"утра|вечера|дня|полдень|полудн|полноч|полуноч"),
    (SEASON, r"fr[üu]h|spring|sommer|summer|herbst|autumn|winter|весн|лет|осен|зим"),
    (SCALE, r"hundred|hundert|thousand|tausend|tsd|milli|mio|m[lr][nd]|billi|bio|bln|trilli|trn?$"),
    (SCALE, r"тыс|милли|млн|млрд|трилли|трлн|[km]$|[mbt]n$"),
)
_BEGINS = re.compile("|".join(f"({words})" for _, words in _BEGINNINGS))
_BITS = (0, *(bit for bit, _ in _BEGINNINGS))
# These stand in a share, perhaps inside a word: "Zweidrittel".
_SHARES = re.compile(
    r"decade|jahrzehnt|half|third|quarter|fourth|fifth|tenth|^two|^three|^four|^five|^ten|"
    r"zweite|hälfte|halbe|dritte|drittel|vierte|viertel|fünfte|zehn|"
    r"втор|половин|трет|четверт|пят|десят|полчас|полу?год"
)


@lru_cache(maxsize=1_000)
def hints(text: str) -> int:
    """Return the bits of all that a text may hold, whether it is German, Russian or English."""
    return reduce(or_, map(_stretch, text.split()), 0)


@lru_cache(maxsize=100_000)
def _stretch(stretch: str) -> int:
    """Return the bits of what stands between two spaces."""
    if stretch.isalpha():
        return _word(stretch)
    found = FIGURE if _FIGURES.search(stretch) else 0
    for word in _LETTERS.findall(stretch):
        found |= _word(word)
    return found


def _word(word: str) -> int:
    folded = word.casefold().replace("ё", "е")
    begins = _BEGINS.match(folded)
    found = _BITS[begins.lastindex or 0] if begins else 0
    if _SHARES.search(folded):
        found |= SHARE
    if word != "I" and _ROMAN_FIGURES.fullmatch(word):
        found |= ROMAN
    if folded in every_one():
        found |= ONE
    return found | NUMBER if folded in every_number() else found
