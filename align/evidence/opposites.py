"""Words that say the opposite of each other, in any two of the languages: rose and упал."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

# For each axis and language the words of its poles. Only such as seldom mean anything else.
_AXES: dict[str, dict[str, tuple[str, ...]]] = {
    "rise": {
        "de": (
            r"stieg(?:en)?|steig(?:t|en)|gestiegen\w*|wuchs(?:en)?|gewachsen|zugelegt|legte\w? .{0,40}\bzu|"
            r"erhöh(?:t|te|ten)|verteuer\w+",
            r"sank(?:en)?|sink(?:t|en)|gesunken\w*|fiel(?:en)?|gefallen|verlor(?:en)?|"
            r"ging(?:en)? .{0,40}\bzurück|"
            r"zurückgegangen|gab(?:en)? .{0,30}\bnach|verbillig\w+|gesenkt|senk(?:t|te|ten)",
        ),
        "en": (
            r"rose|risen|rises?|grew|grown|grows?|increased?|climbed|gained|went up|up by|raised?",
            r"fell|fallen|falls?|dropped|drops?|declined|decreased?|shrank|lost|went down|down by|lowered|"
            r"cut",
        ),
        "ru": (
            r"вырос\w*|вырас\w+|увелич\w+|подорожа\w+|повыс\w+|поднял\w*|прибав\w+",
            r"упал\w*|сниз\w+|сократ\w+|подешев\w+|уменьш\w+|потерял\w*|понизил\w*",
        ),
    },
    "support": {
        "de": (
            r"unterstütz\w+|begrüß\w+|befürwort\w+|stimmte\w? .{0,60}\bzu|zugestimmt|billigte\w?|gebilligt",
            r"lehn\w+ .{0,80}\bab|abgelehnt\w*|ablehn\w+|verurteil\w+|kritisier\w+|protestier\w+",
        ),
        "en": (
            r"support(?:s|ed)|welcom(?:es?|ed)|back(?:s|ed)|approv(?:es?|ed)|endors(?:es?|ed)",
            r"reject(?:s|ed)|oppos(?:es?|ed)|condemn(?:s|ed)|criticis\w+|denounc\w+",
        ),
        "ru": (
            r"поддерж\w+|одобр\w+|приветств\w+",
            r"отверг\w+|отклонил\w*|осудил\w*|раскритик\w+|выступил\w? против",
        ),
    },
    "unanimous": {
        "de": (r"einstimmig\w*|geschlossen für", r"mehrheitlich|mit \w*mehrheit|mit (?:\w+ )?mehrheit|"
        r"gegenstimmen?"),
        "en": (r"unanimous\w*", r"by a (?:\w+ )?majority|majority (?:vote|decision)|dissent\w*|split vote"),
        "ru": (r"единогласн\w*|единодушн\w*", r"большинством(?: голосов)?"),
    },
    "confirm": {
        "de": (r"bestätigt\w*", r"dementiert\w*|bestritt\w*|bestreite[tn]|zurückgewiesen|"
        r"wies\w* .{0,60}\bzurück"),
        "en": (r"confirm(?:s|ed)", r"den(?:y|ies|ied)|disput(?:es?|ed)|refuted?"),
        "ru": (r"подтверд\w+", r"опроверг\w*|отрица\w+"),
    },
    "allow": {
        "de": (r"erlaubt\w*|gestattet\w*|dürfen|darf|zugelassen", r"verboten|untersagt\w*|verbietet|verbot"),
        "en": (r"allowed|permitted|may still|lawful|legal", r"banned|forbidden|prohibited|barred|illegal"),
        "ru": (r"разреш\w+|законн\w+|допущен\w*", r"запре[тщ]\w+|незаконн\w+"),
    },
    "acquit": {
        "de": (r"freigesprochen\w*|freispruch\w*", r"verurteilt\w*|schuldig gesprochen|schuldspruch\w*"),
        "en": (r"acquitt\w+|cleared of", r"convicted|found guilty|sentenced"),
        "ru": (r"оправдан\w*|оправдал\w*", r"осужд[её]н\w*|признан\w* виновн\w+|приговор[её]н\w*"),
    },
    "north": {
        "de": (r"nördlich\w*", r"südlich\w*"),
        "en": (r"north of|northern", r"south of|southern"),
        "ru": (r"севернее|к северу|северн\w+", r"южнее|к югу|южн(?:ее|ой|ый|ом|ая|ую|ого)"),
    },
    "east": {
        "de": (r"östlich\w*", r"westlich\w*"),
        "en": (r"east of|eastern", r"west of|western"),
        "ru": (r"восточнее|к востоку|восточн\w+", r"западнее|к западу|западн\w+"),
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pole:
    """A word at one end of an axis, with its offsets; ``sign`` is 1 or -1."""

    axis: str
    sign: int
    start: int
    end: int


@lru_cache(maxsize=20_000)
def poles(text: str, *, language: str) -> tuple[Pole, ...]:
    """Return the words of ``text`` that have opposites, in their order; none in other languages."""
    found = [
        Pole(axis, sign, match.start(), match.end())
        for axis, tables in _AXES.items()
        for words, sign in zip(tables.get(language, ()), (1, -1), strict=False)
        for match in _pattern(words).finditer(text)
    ]
    return tuple(sorted(found, key=lambda pole: (pole.start, pole.end, pole.axis)))


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)
