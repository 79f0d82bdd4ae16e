"""What a count of people stands for where the words say so: the dead, the injured, the missing."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, get_args

from align.evidence.numbers import Number

Toll = Literal["dead", "injured", "missing", "evacuated", "rescued", "arrested"]
_WORDS: dict[str, dict[Toll, str]] = {
    "de": {
        "dead": r"ums leben|starb(?:en)?|gestorben\w*|getötet\w*|tote[nr]?|todesopfer\w*|ihr leben|"
        r"umgekommen",
        "injured": r"verletzt\w*|verletzungen|verwundet\w*|behandelt",
        "missing": r"vermisst\w*|verschollen",
        "evacuated": r"evakuiert\w*|in sicherheit gebracht|häuser verlassen|(?:häuser|wohnungen) räumen",
        "rescued": r"gerettet\w*|geborgen",
        "arrested": r"festgenommen\w*|verhaftet\w*|festnahmen",
    },
    "en": {
        "dead": r"died|killed|dead|deaths?|(?:lost|losing) their lives|fatalities|death toll",
        "injured": r"injur\w*|wounded|hurt|treated for",
        "missing": r"missing|unaccounted for",
        "evacuated": r"evacuat\w*|(?:leave|left|fled?) their homes|(?:told|had) to leave",
        "rescued": r"rescued|plucked",
        "arrested": r"arrest\w*|detained",
    },
    "ru": {
        "dead": r"погиб\w*|умер(?:ли|ло|ших)?|скончал\w*|жертв\w*|убит\w*|унес\w* жизни",
        "injured": r"пострада\w*|ранен\w*|ранения|травм\w*|медицинск\w+ помощь|отравил\w*",
        "missing": r"пропа(?:л|вш)\w*",
        "evacuated": r"эвакуир\w*|отселен\w*|покинули (?:дома|жиль\w+)",
        "rescued": r"спасен\w*|спасён\w*|спасли|спаст\w+",
        "arrested": r"задержан\w*|арестован\w*|задержали",
    },
}
_NOBODY: dict[str, dict[Toll, str]] = {
    "de": {
        "dead": r"niemand (?:kam|starb|wurde getötet)[\w ]*|(?:keine|ohne) (?:tote\w*|todesopfer\w*)|"
        r"tote gab es (?:keine|nicht)",
        "injured": r"niemand (?:wurde|ist|sei)\w* (?:\w+ )?verletzt|verletzt (?:wurde|worden sei) niemand|"
        r"(?:keine|ohne) verletzte\w*|blieben? (?:alle )?unverletzt",
    },
    "en": {
        "dead": r"(?:no one|nobody|none) (?:was killed|(?:has |had )?died|were killed)|no (?:deaths|"
        r"fatalities|casualties)",
        "injured": r"(?:no one|nobody|none) (?:was|were|is|has been) (?:\w+ )?(?:injured|hurt)|"
        r"no (?:injuries|one injured|casualties)",
    },
    "ru": {
        "dead": r"никто не погиб|погибших (?:\w+ )?нет|нет погибших|"
        r"жертв (?:\w+ )?нет|без (?:жертв|погибших)",
        "injured": r"никто не (?:пострадал|ранен)|"
        r"пострадавших (?:\w+ )?нет|нет пострадавших|без пострадавших",
    },
}
_REACH = 45  # characters between a count and the word that says what it counts
_PARTED = re.compile(r"[.,;:!?]\s|\s(?:and|und|и)\s")


def toll(number: Number, text: str, others: tuple[Number, ...], *, language: str) -> Toll | None:
    """Return what a count of people stands for in ``text``, whose numbers are ``others``, if that is said.

    The nearest word counts unless another number or the end of a clause stands between.
    """
    if number.ordinal or number.unit not in (None, "person"):
        return None
    near = [
        (gap, kind)
        for kind in get_args(Toll)
        for match in _pattern(language, kind).finditer(text)
        if (gap := _gap(number, match, text, others)) is not None
    ]
    return min(near)[1] if near else None


def nobody(text: str, *, language: str) -> tuple[tuple[Toll, int, int], ...]:
    """Return where ``text`` says that there are no dead, or none injured, with the offsets of the words."""
    return tuple(
        (kind, match.start(), match.end())
        for kind, words in _NOBODY.get(language, {}).items()
        for match in re.finditer(rf"(?<![\w-])(?:{words})(?![\w-])", text, re.IGNORECASE)
    )


def _gap(number: Number, match: re.Match[str], text: str, others: tuple[Number, ...]) -> int | None:
    start, end = sorted(
        (number.end, match.start()) if number.end <= match.start() else (match.end(), number.start)
    )
    if end - start > _REACH or _PARTED.search(text, start, end + 1):
        return None
    return None if any(start <= other.start < end for other in others if other != number) else end - start


@cache
def _pattern(language: str, kind: Toll) -> re.Pattern[str]:
    words = _WORDS.get(language, {}).get(kind, r"(?!)")
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)
