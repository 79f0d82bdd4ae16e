"""Which words are common ones, whatever their capitals: German writes every noun with one."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from importlib.resources import files

# How family names and places end that are compounds of common nouns: Beckmann, Hofer, Lindenberg, Neustadt.
_NAME_ENDING = re.compile(
    r"\w+(?:mann|manns|berg|bergs|berger|burg|burgs|burger|bach|bacher|stein|steins|feld|felder|hof|hofer|"
    r"hoff|dorf|dorfer|dorff|stadt|städter|heim|heimer|hausen|häuser|hausers?|meier|mayer|maier|meyer|meister|"
    r"müller|bauer|wald|thal|tal|au|brück|brunn|brunner|eck|ecker|furt|ingen|kamp|kamper|roth|rode|see|"
    r"kirchen|kirch|büttel|hafen|horst|lohe|leben|moser|huber|gruber|reuter|richter|schmidt|schulz|schulze|"
    r"schneider|vogt|wirth|weg|weiler|zell)",
    re.IGNORECASE,
)
_ENDINGS = {"de": ("innen", "in", "es", "en", "er", "s", "n", "e"), "en": ("ers", "er", "s")}
_LEAST_TAIL, _LEAST_HEAD = 5, 3
_TAIL, _USUAL_TAIL = 4, 2  # letters, and how many listed words end in them
_LEAST_PART = 4  # letters of half a compound, but for a few
_SHORT_TAILS = frozenset({"amt", "rat", "bau", "hof", "tag", "bad"})


@cache
def _lines(language: str) -> tuple[str, ...]:
    file = files("align.evidence").joinpath(f"common_words.{language}.txt")
    if not file.is_file():
        return ()
    return tuple(line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))


@cache
def _list(language: str) -> frozenset[str]:
    return frozenset(line for line in _lines(language) if not line.startswith("~"))


@cache
def _wider(language: str) -> frozenset[str]:
    return frozenset(line.removeprefix("~") for line in _lines(language))


def is_listed(word: str, language: str) -> bool:
    """Tell whether a word stands in the list of common words as it is, whatever it is composed of."""
    folded = word.casefold().replace("ё", "е") if language == "ru" else word.casefold()
    forms = {folded, *(folded.removesuffix(ending) for ending in _ENDINGS.get(language, ()))}
    return not forms.isdisjoint(_list(language))


@lru_cache(maxsize=1 << 14)
def compound(word: str) -> tuple[str, str] | None:
    """Return the two listed nouns of a German compound, Kinder and Nahrung; ``None`` for any other word."""
    if is_listed(word, "de"):
        return None
    # Landes-amt rather than Lande-samt.
    short = [len(word) - 3] if word[-3:] in _SHORT_TAILS else []
    for cut in (*short, *range(_LEAST_PART, len(word) - _LEAST_PART + 1)):
        head, tail = word[:cut], word[cut:]
        for joined in (
            ("s", "es", "", "en", "n") if len(head) >= _LEAST_PART and is_listed(tail, "de") else ()
        ):
            first = head.removesuffix(joined)
            if head.endswith(joined) and first.casefold() in _list("de"):
                return first, tail.capitalize()
    return None


@cache
def _tails() -> Counter[str]:
    """Count how German words end: their last four letters."""
    words = (*_list("de"), *_wider("de"))
    return Counter(word[-_TAIL:] for word in words if len(word) > _TAIL)


def looks_german(word: str) -> bool:
    """Tell whether a word that no list has is made like German nouns: Spindeln, Mauerrest, not Saperawi."""
    return compound(word) is not None or _tails()[word[-_TAIL:].casefold()] >= _USUAL_TAIL


def may_be_common(word: str, language: str) -> bool:
    """Tell whether a word, alone, may be a common one: the Board, the Cup; there are names like it, too."""
    folded = word.casefold().replace("ё", "е")
    plural = folded.removesuffix("s") if language == "en" else folded
    return is_common(word, language) or folded in _wider(language) or plural in _wider(language)


@lru_cache(maxsize=1 << 16)
def is_common(word: str, language: str) -> bool:
    """Tell whether a word is a common one: not a name, but for names that are spelled like one.

    German compounds are, if what they end in is: Boxhandschuhe, Hauptverteidiger.
    """
    folded = word.casefold().replace("ё", "е") if language == "ru" else word.casefold()
    known = _list(language)
    if folded in known or language == "ru":
        return folded in known
    endings = _ENDINGS.get(language, ())
    forms = {folded, *(folded.removesuffix(e) for e in endings if len(folded) - len(e) >= _LEAST_TAIL)}
    if not forms.isdisjoint(known):
        return True
    if language != "de" or _NAME_ENDING.fullmatch(word):
        return False
    return any(
        form[head:] in known for form in forms for head in range(_LEAST_HEAD, len(form) - _LEAST_TAIL + 1)
    )
