"""Inflection, as far as names and table entries need it: candidates of the uninflected form."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from align.evidence.lists import listed

_RUSSIAN_ENDINGS = tuple(
    listed(
        "иями иях иям ием ией ями ами ого его ому ему ыми ими ия ии ию ие ий ах ях ам ям ов ев ей "
        "ой ый ая яя ое ее ые ую юю ых их ым им ом ем ью а я о е ы и у ю ь й"
    )
)
_GERMAN_ENDINGS = ("ern", "es", "en", "er", "em", "e", "s", "n")
_SURNAME = re.compile(r"(.{2,}(?:ов|ев|ин|ын))(?:а|у|ым|ом|е|ой|ых|ыми|ы)?")
_ADJECTIVAL = re.compile(r"(.{2,}[сц]к)(?:ий|ого|ому|им|ом|ая|ой|ую|их|ими|ие)")
_CASE_ENDING = re.compile(r"(.{3,}?[бвгджзйклмнпрстфхцчшщь])(?:ом|ем|ам|ами|ах|ях|ями)")
_GENITIVE = re.compile(r"(?:[oe]w|in|ski|enko|[bdfgklmnprt])s$")
_RUSSIAN = re.compile(r"[а-я]")
_MIN_BASE = 3


def fold(word: str) -> str:
    """Return ``word`` in lower case, without accents, ё as е and ß as ss; й stays."""
    folded = word.casefold().replace("ё", "е").replace("’", "'")
    if folded.isascii() or _RUSSIAN.search(folded):
        return folded
    decomposed = unicodedata.normalize("NFKD", folded)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=100_000)
def bases(word: str, language: str) -> tuple[str, ...]:
    """Return the folded word and what is left of it without each case ending that it may carry."""
    folded = fold(word)
    if language == "en":
        return (folded,)
    endings = _RUSSIAN_ENDINGS if _RUSSIAN.search(folded) else _GERMAN_ENDINGS if language == "de" else ()
    stripped = [folded[: -len(ending)] for ending in endings if folded.endswith(ending)]
    return (folded, *(base for base in stripped if len(base) >= _MIN_BASE))


@lru_cache(maxsize=50_000)
def name_bases(word: str) -> tuple[str, ...]:
    """Return the forms in which a personal name may stand in the nominative, the likeliest first."""
    folded = word.casefold().replace("ё", "е")
    if not folded.isascii() and _RUSSIAN.search(folded):
        return _russian_name_bases(folded)
    if len(folded) > 5 and folded.endswith("s") and _GENITIVE.search(folded):
        return (folded[:-1], folded)
    return (folded,)


def _russian_name_bases(folded: str) -> tuple[str, ...]:
    for pattern in (_SURNAME, _ADJECTIVAL):
        if match := pattern.fullmatch(folded):
            return (match[1],)
    if match := _CASE_ENDING.fullmatch(folded):
        return (match[1], folded)
    if re.search(r"[аеуыи]$", folded) and len(folded) > 4:
        return (folded, folded[:-1])
    return (folded,)
