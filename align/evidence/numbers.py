"""Numbers in German, Russian and English text: in digits, in words and in Roman figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise, zip_longest
from typing import Literal

from align.evidence.hints import FIGURE, NUMBER, ONE, ROMAN, SCALE, SHARE, hints
from align.evidence.number_words import (
    AND_A_HALF,
    BARE_SCALES,
    DOZENS,
    SHARES,
    begins_number,
    cardinals,
    is_half,
    is_one,
    ordinals,
    scale,
    scale_pattern,
)
from align.evidence.relative import reported_dates

_GROUP_SPACES = " \u00a0\u202f\u2009"
_DIGITS = re.compile(
    rf"(?<![\w.,/+])(?<!\D:)(?<!(?<!\d)-)(?P<digits>\d{{1,3}}(?:[{_GROUP_SPACES}]\d{{3}})+(?:[.,]\d+)?(?!\d)|"
    r"\d+(?:[.,']\d+)*)(?!\d|/\d)"
)
_RANGE = re.compile(r"\s?(?:[-–—]|bis|to|or|oder|до|или|and|und|и)\s?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ROMAN = re.compile(r"(?<![\w.-])(?P<roman>X{0,3}(?:IX|IV|V?I{0,3}))(?=(?P<after>\.?[\s\u00a0]+[^\W\d_])|\b)")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_ORDINAL_SUFFIX = {
    "en": r"(?:st|nd|rd|th)\b",
    "de": r"\.(?=\s[A-ZÄÖÜ])|(?:te[nrsm]?|ste[nrsm]?)\b",
    "ru": r"-?(?:й|го|му|м|я|ю|е|ой|ый|ий|ым|ом|х|ая|ое|ую|ого|ому|ые|ых|ми)\b",
}
_CURRENCY_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "¥": "JPY", "₸": "KZT", "₴": "UAH"}
_PREFIX = re.compile(r"(?:(?:US|U\.S\.)\s?\$|[$€£₽¥₸₴]|\b(?:USD|EUR|GBP|RUB|KZT|KGS|UAH|CNY|CHF)\b)\s?$")
# Patterns of the word after a number; German compounds match at their end.
_UNITS = (
    ("basis point", r"basispunkt\w*|basis\s+points?|базисн\w+\s+пункт\w*"),
    ("percent", r"%|prozent\w*|per\s?cent|percentage\s+points?|процент\w*(?:\s+пункт\w*)?|п\.\s?п\."),
    ("USD", r"(?:us-?|u\.s\.\s?)?\$|(?:us-?\s?|u\.s\.\s)?dollars?|usd|доллар\w*|долл\.?"),
    ("EUR", r"€|euros?|eur|евро"),
    ("RUB", r"₽|rub(?:el|eln|les?)?|roubles?|рубл\w*|руб\.?"),
    ("GBP", r"£|pfund|pounds?|gbp|фунт\w*"),
    ("CNY", r"yuan|юан\w*|cny"),
    ("AMD", r"dram(?:s)?|драм(?:а|ов|ам|ами)?|amd"),
    ("KZT", r"₸|tenge|тенге|kzt"),
    ("KGS", r"soms?|сом(?:а|ов|ам|ами|у)?|kgs"),
    ("UZS", r"(?:usbekische\w*\s+)?sum|сум(?:ов|а)?"),
    ("year", r"jahr(?:e[ns]?|s)?|jährig\w*|years?|year-old|год(?:а|у|ом|ы|ов)?|лет(?:н\w+|и\w*|)"),
    ("month", r"monat\w*|months?|месяц\w*"),
    ("week", r"wochen?|weeks?|недел\w*"),
    ("day", r"tag(?:e[ns]?|s)?|days?|день|дн(?:я|ей|и|ю)|сут\w+"),
    ("hour", r"stunden?|hours?|час(?:а|ов|у)?"),
    ("minute", r"minuten?|minutes?|минут\w*"),
    ("sqm", r"m²|quadratmeter\w*|square\s+met(?:re|er)s?|квадратн\w+\s+метр\w*|кв\.\s?м"),
    ("sqkm", r"km²|quadratkilomet\w*|square\s+kilomet\w*|квадратн\w+\s+километр\w*|кв\.\s?км"),
    ("ha", r"hektar\w*|hectares?|гектар\w*|га"),
    ("nmi", r"seemeilen?|nautical\s+miles?|морск\w+\s+мил\w*"),
    ("mile", r"meilen?|miles?|мил(?:я|и|ь|ях|ям)"),
    ("foot", r"feet|foot|фут\w*"),
    ("km", r"km|kilomet(?:er[ns]?|ers|res?)|км|километр\w*"),
    ("cm", r"cm|zentimeter[ns]?|centimet(?:er|re)s?|см|сантиметр\w*"),
    ("mm", r"mm|millimeter[ns]?|millimet(?:er|re)s?|мм|миллиметр\w*"),
    ("m", r"m|м|meter[ns]?|met(?:er|re)s?|метр\w*"),
    ("kg", r"kg|kilogramm\w*|kilograms?|kilos?|кг|килограмм\w*"),
    ("ton", r"tonnen?|tons?|tonnes|тонн\w*"),
    ("MW", r"mw|megawatts?|мвт|мегаватт\w*"),
    ("GW", r"gw|gigawatts?|гвт|гигаватт\w*"),
    ("kWh", r"kwh|kilowattstunden|квт\W?ч"),
    ("degree", r"grad|degrees?|°\s?c|градус\w*"),
    ("person", r"menschen|personen|people|persons?|человек\w*|люд\w+"),
    ("session", r"\w*sitzung(?:en)?|\w*tagung(?:en)?|sessions?|meetings?|заседани\w*|сесси\w*"),
    ("games", r"(?:\w+-)*\w*spiele[ns]?|games|игр(?:ы|ах|ам|ами)?"),
    ("forum", r"\w*forums?|\w*foren|forums?|форум\w*"),
    ("congress", r"\w*kongress(?:es)?|congress|конгресс\w*|съезд\w*"),
    ("conference", r"\w*konferenz(?:en)?|conferences?|конференци\w*"),
    ("summit", r"\w*gipfels?|\w*gipfeltreffens?|summits?|саммит\w*"),
    ("fair", r"\w*messen?|fairs?|expos?|ярмарк\w*|выставк\w*"),
    ("festival", r"\w*festivals?|festivals?|фестивал\w*|biennalen?|биеннале"),
    ("place", r"platz(?:es)?|rang(?:es)?|plätze|places?|rank|мест(?:о|е|а|у|ом)"),
    ("article", r"artikels?|articles?|стать\w+"),
    ("century", r"jahrhundert\w*|centur(?:y|ies)|век(?:а|е|у|ом|ов)?"),
    ("point", r"punkte?n?|points?|пункт\w*"),
    ("project", r"\w*projekt\w*|projects?|проект\w*"),
    ("country", r"länder[ns]?|staaten|countries|states|стран\w*|государств\w*"),
)  # fmt: skip
# What measures the same thing: the dimension, and how many of its base units a unit is.
_MEASURES: dict[str, tuple[str, str]] = {
    "percent": ("share", "1"), "basis point": ("share", "0.01"),
    "minute": ("time", "0.000694444"), "hour": ("time", "0.0416667"), "day": ("time", "1"),
    "week": ("time", "7"), "month": ("time", "30.44"), "year": ("time", "365.25"),
    "mm": ("length", "0.000001"), "cm": ("length", "0.00001"),
    "m": ("length", "0.001"), "km": ("length", "1"), "mile": ("length", "1.60934"),
    "nmi": ("length", "1.852"), "foot": ("length", "0.0003048"),
    "kg": ("mass", "0.001"), "ton": ("mass", "1"), "ha": ("area", "0.01"), "sqkm": ("area", "1"),
    "sqm": ("area", "0.000001"), "MW": ("power", "1"), "GW": ("power", "1000"),
}  # fmt: skip
_CONVERTED = 0.04  # share by which a converted figure may be rounded
_GREAT, _ROUNDED = 10_000, 0.02  # from where on a figure is told roundly, and by what share at most
_BOUNDED = 0.1  # share by which "about" or "more than" a figure may differ from it
Bound = Literal["about", "more", "less"]
_BOUND_WORDS: dict[Bound, str] = {
    "more": r"more than|over|above|at least|no fewer than|no less than|exceed\w*|upwards of|mehr als|über|"
    r"mindestens|wenigstens|gut|больше|более|свыше|не менее|не меньше|минимум",
    "less": r"less than|fewer than|under|below|almost|nearly|up to|at most|weniger als|unter|fast|"
    r"knapp|knappe[srn]?|bis zu|höchstens|beinahe|меньше|менее|почти|не более|не больше|максимум",
    "about": r"about|around|some|roughly|approximately|circa|etwa|rund|ungefähr|zirka|ca\.?|gegen|около|"
    r"примерно|порядка|приблизительно",
}
_BOUNDS = {
    bound: re.compile(rf"(?<!\w)(?:{words})[\s$€£]+(?:[^\W\d]+\s+)?$", re.IGNORECASE)
    for bound, words in _BOUND_WORDS.items()
}
_LONGEST_PHRASE = 8
_LOOK_AHEAD_CARDINAL, _LOOK_AHEAD_ORDINAL = 2, 4
_BEFORE_EIGHTH = frozenset(
    {"der", "die", "das", "den", "dem", "des", "zum", "am", "im", "vom", "zur", "beim"}
)
_QUARTER = re.compile(
    r"\b(?:четверт(?:ь|и|ью)\s+|(?:an?\s+|one\s+)?quarter\s+(?:of\s+a\s+)?|(?:ein\w*\s+)?viertel)"
    r"(?:(?P<million>million\w*|миллиона)|(?P<billion>billion|milliarde\w*|миллиарда))\b",
    re.IGNORECASE,
)
_ONE_DECADE = re.compile(
    r"\b(?:(?<!half )a\s+decade|ein(?:e[mns])?\s+jahrzehnts?)\b(?!\s+and\b)", re.IGNORECASE
)
_HALVED = re.compile(r"\bпол(?:у?года|часа)\b", re.IGNORECASE)
_SHARED_UNIT = re.compile(
    r"[\s-]*(?:of\s+)?(?:an?[\s-]+|one\s+|eines\s+|einer?\s+)?(?:(?P<percent>percentage\s+point|"
    r"prozentpunkt\w*|процентн\w+\s+пункт\w*)|"
    r"(?P<year>year|jahr(?:es)?|года?)|(?P<hour>hour|stunde|час)|(?P<month>month|monat|месяц)|"
    r"(?P<day>day|tag|день|суток))\b",
    re.IGNORECASE,
)
_HYPHENATED = re.compile(
    r"(?<=\w)-(?=(?:year|day|week|month|hour|minute|mile|met(?:re|er)|strong|jahr|jähr|tag|tägig|летн|дневн|месячн|метров))",
    re.IGNORECASE,
)
# After a figure these begin something else: "12,300 a year ago".
_NO_UNIT = re.compile(r"\s*(?:an?|per(?!\s?cent)|pro|je|im|in|в|за)\s", re.IGNORECASE)
_LEAST_METRES = 1000  # nobody writes 1500m for 1.5 billion
_VERSION = re.compile(r"\d{1,2}\.\d")  # German writes 4,0; 4.0 is a version
# Units that are written to the figure without a space: 80kg, 12km.
_ATTACHED = re.compile(r"(?:kg|km|cm|mm|m²|m|t|MW|GW|кг|км|см|мм|м|т)(?![^\W_])")
_DECADE = re.compile(r"\s*(?:jahrzehnt\w*|decades?|десятилети\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its value, what it counts where that is said, and its offsets in the text.

    ``or_value`` is what digits as in 2,520 mean where the writer kept the separators of another language.
    """

    value: Decimal
    unit: str | None
    ordinal: bool
    start: int
    end: int
    bound: Bound | None = None
    or_value: Decimal | None = None

    @property
    def measure(self) -> tuple[str, float] | None:
        """What the unit measures, and how much of it in one unit for all; ``None`` for what is counted."""
        if self.ordinal or self.unit not in _MEASURES:
            return None
        dimension, factor = _MEASURES[self.unit]
        return dimension, float(self.value) * float(factor)

    def amounts_to(self, other: Number) -> bool:
        """Tell whether two figures are one, perhaps in other units."""
        if self.ordinal != other.ordinal:
            return False
        ours, theirs = self.measure, other.measure
        if ours and theirs and self.unit != other.unit and ours[0] == theirs[0]:
            return _near(ours[1], theirs[1], _CONVERTED)
        return self.value == other.value and (self.unit == other.unit or None in (self.unit, other.unit))

    def may_be(self, other: Number) -> bool:
        """Tell whether one figure is rounded from the other, or bounds it: 112 is "more than 110"."""
        counts = (None, "person")
        if self.ordinal != other.ordinal or (
            self.unit != other.unit and not {self.unit, other.unit} <= {*counts}
        ):
            return False
        return self._bounds(other) or other._bounds(self) or self.rounds(other) or other.rounds(self)

    def rounds(self, other: Number) -> bool:
        """Tell whether a great figure is the other, given more roundly: 310,000 for 309,742."""
        if (
            self.value < _GREAT
            or self.value == other.value
            or not _near(float(self.value), float(other.value), _ROUNDED)
        ):
            return False
        zeros = len(plain := f"{self.value:f}".partition(".")[0]) - len(plain.rstrip("0"))
        return zeros > 2 and round(other.value, -zeros) == self.value

    def _bounds(self, other: Number) -> bool:
        if self.bound is None or not _near(float(self.value), float(other.value), _BOUNDED):
            return False
        return self.bound == "about" or (self.bound == "more") == (other.value > self.value)


def _near(a: float, b: float, share: float) -> bool:
    return abs(a - b) <= share * max(abs(a), abs(b))


@lru_cache(maxsize=20_000)
def numbers(text: str, *, language: str) -> tuple[Number, ...]:
    """Return the numbers in ``text`` in their order; digits that belong to a date are left out.

    Units are a small fixed set: currencies by their ISO 4217 code, "percent", "year", "session" and the like.
    "One" and "a" count only before a scale word. A decade is ten years.
    """
    seen = hints(text)
    if not seen & (FIGURE | SHARE | ROMAN | NUMBER | ONE):
        return ()
    text = _HYPHENATED.sub(" ", text)  # "a five-year plan": of the same length, so that offsets hold
    taken = [(date.start, date.end) for date in reported_dates(text, language=language)]
    found: list[Number] = []
    candidates = (
        _shares(text, language) if seen & SHARE else (),
        _in_digits(text, language) if seen & FIGURE else (),
        _roman(text) if seen & ROMAN else (),
        _in_words(text, language) if seen & NUMBER or (seen & ONE and seen & SCALE) else (),
    )
    for kind in candidates:
        for number in kind:
            if not any(number.start < end and start < number.end for start, end in taken):
                taken.append((number.start, number.end))
                found.append(number)
    found.sort(key=lambda number: number.start)
    united = _shared_units(text, list(_with_units(text, _shared_scales(text, found))))
    return tuple(replace(number, bound=_bound(text, number)) for number in united)


def _bound(text: str, number: Number) -> Bound | None:
    before = text[max(0, number.start - 40) : number.start]
    return next((bound for bound, pattern in _BOUNDS.items() if pattern.search(before)), number.bound)


def _shared_units(text: str, found: list[Number]) -> Iterator[Number]:
    """Give the first figure of "from 6.75 to 6.5 percent" the unit of the second."""
    for number, following in zip_longest(found, found[1:]):
        bare = number.unit is None and not number.ordinal and following is not None and not following.ordinal
        if bare and following.unit in _MEASURES and _RANGE.fullmatch(text[number.end : following.start]):
            yield replace(number, unit=following.unit)
        else:
            yield number


@cache
def _share_patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?<!\w)(?:{p})(?!\w)", re.IGNORECASE), v) for p, v in SHARES.get(language, ())
    )


def _shares(text: str, language: str) -> Iterator[Number]:
    """Find shares in words: "half", "jede fünfte", "шесть из десяти" are so many percent."""
    for match in _HALVED.finditer(text):
        unit = "hour" if "час" in match[0].casefold() else "year"
        yield Number(Decimal("0.5"), unit, False, match.start(), match.end())
    for match in _ONE_DECADE.finditer(text):
        yield Number(Decimal(10), "year", False, match.start(), match.end(), bound="about")
    for match in _QUARTER.finditer(text):
        whole = Decimal(10**6 if match["million"] else 10**9)
        yield Number(whole / 4, None, False, match.start(), match.end(), bound="about")
    for pattern, share in _share_patterns(language):
        for match in pattern.finditer(text):
            value, unit = Decimal(share), "percent"
            after = _SHARED_UNIT.match(text, match.end())
            if after:
                # "half a year", "a quarter of a percentage point"
                named = next(unit for unit, word in after.groupdict().items() if word)
                yield Number(value / 100, named, False, match.start(), after.end())
            else:
                yield Number(value, unit, False, match.start(), match.end(), bound="about")


def parse_digits(digits: str, language: str) -> Decimal:
    """Return the value of digits with the separators of a language: 2,500.5 is 2.500,5 and 2 500,5.

    A lone separator before three digits groups thousands only where the language groups with it.
    """
    plain = re.sub(rf"[{_GROUP_SPACES}']", "", digits)
    separators = re.findall(r"[.,]", plain)
    grouping = {"de": ".", "en": ","}.get(language, "")
    if len(set(separators)) == 2 and separators.count(separators[-1]) == 1:
        return Decimal(plain.replace(separators[0], "").replace(separators[-1], "."))
    if len(separators) > 1 or (separators == [grouping] and re.search(r"\D\d{3}$", plain)):
        return Decimal(re.sub(r"[.,]", "", plain))
    return Decimal(plain.replace(",", "."))


@cache
def _suffixes(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    scales = re.compile(rf"[\s\u00a0\u202f-]?(?:{scale_pattern(language)})(?![^\W\d_])", re.IGNORECASE)
    return scales, re.compile(_ORDINAL_SUFFIX.get(language, r"(?!)"))


def _in_digits(text: str, language: str) -> Iterator[Number]:
    scales, suffix = _suffixes(language)
    position = 0
    while match := _DIGITS.search(text, position):
        value, end, ordinal = parse_digits(match["digits"], language), match.end(), False
        if (scaled := scales.match(text, end)) and not _metres(scaled[0], value, text[: match.start()]):
            power = scale(scaled[0].strip(f"-{_GROUP_SPACES}\n\t"), language)
            value, end = value * 10 ** (power or 0), scaled.end()
        elif marked := suffix.match(text, end):
            end, ordinal = (marked.end() if marked[0] != "." else end), True
        position = end
        if language == "de" and _VERSION.fullmatch(match["digits"]):
            continue
        if not re.match(r"[^\W\d_]", text[end:]) or _ATTACHED.match(text, end):
            other = _other_value(match["digits"], value) if end == match.end() else None
            yield Number(value, None, ordinal, match.start(), end, or_value=other)


def _metres(scaled: str, value: Decimal, before: str) -> bool:
    """Tell whether an "m" right behind a figure is no million: "the 1500m"."""
    return scaled == "m" and value >= _LEAST_METRES and not _PREFIX.search(before)


def _other_value(digits: str, value: Decimal) -> Decimal | None:
    """Return the other reading of a lone separator before three digits."""
    if not re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", digits):
        return None
    grouped = Decimal(re.sub(r"[.,]", "", digits))
    if value != grouped:
        return grouped
    return None if digits.endswith("000") else Decimal(digits.replace(",", "."))  # nobody writes 6.000 for 6


def _roman(text: str) -> Iterator[Number]:
    for match in _ROMAN.finditer(text):
        figures = match["roman"]
        followed = bool(match["after"])
        # A lone letter is a pronoun, an initial or a form ("V. Orlov") more often than a figure.
        if (
            not figures
            or figures == "I"
            or (len(figures) == 1 and (not followed or match["after"][0] == "."))
        ):
            continue
        yield Number(Decimal(_roman_value(figures)), None, True, match.start(), match.end("roman"))


def _roman_value(figures: str) -> int:
    values = [_ROMAN_VALUES[figure] for figure in figures]
    return sum(-v if v < n else v for v, n in zip(values, [*values[1:], 0], strict=True))


def _in_words(text: str, language: str) -> Iterator[Number]:
    found = list(_WORD.finditer(text))
    index = 0
    while index < len(found):
        if not begins_number(found[index][0], language):
            index += 1
            continue
        phrase, used = _phrase(_connected(found[index : index + _LONGEST_PHRASE], text), language)
        if (
            used == 1
            and found[index][0] == "achten"
            and (not index or found[index - 1][0] not in _BEFORE_EIGHTH)
        ):
            used = 0  # the verb
        if used:
            yield Number(
                phrase.value, None, phrase.ordinal, found[index].start(), found[index + used - 1].end()
            )
        index += used or 1


def _connected(found: list[re.Match[str]], text: str) -> list[str]:
    """Return the first word, folded, and those that follow it after no more than a space or hyphen."""
    last = next(
        (
            index
            for index, (a, b) in enumerate(pairwise(found), start=1)
            if text[a.end() : b.start()].strip(f"-{_GROUP_SPACES}\n\t")
        ),
        len(found),
    )
    return [word[0].casefold().replace("ё", "е") for word in found[:last]]


@dataclass(slots=True)
class _Phrase:
    """A number in words while it is read: "two million" in ``total``, "five hundred" in ``group``."""

    language: str
    total: Decimal = Decimal(0)
    group: Decimal = Decimal(0)
    room: Decimal = Decimal(
        10**15
    )  # what the next word must stay below: after fifty ten, after a hundred 100
    ordinal: bool = False

    @property
    def value(self) -> Decimal:
        return self.total + self.group

    def take(self, word: str) -> bool:
        """Add a word if the number goes on with it, and tell so."""
        ordinal = ordinals(self.language).get(word)
        value = ordinal if ordinal is not None else cardinals(self.language).get(word)
        if value is not None:
            return self._add(value, ordinal=ordinal is not None)
        if word in DOZENS and self.group and self.group < 100:
            self.group *= 12
            return True
        power = scale(word, self.language)
        if power is None or (not self.value and word not in BARE_SCALES):
            return False
        return self._scale(power)

    def _add(self, value: Decimal, *, ordinal: bool) -> bool:
        if value >= self.room or (self.group and (value >= 100 or self.group % 10)):
            return False
        self.group += value
        self.room = (
            Decimal(100) if value >= 100 else Decimal(10) if value >= 20 and value % 10 == 0 else Decimal(1)
        )
        self.ordinal = ordinal
        return True

    def _scale(self, power: int) -> bool:
        size = Decimal(10**power)
        if not self.group and self.total:
            return False
        scaled = (self.group or Decimal(1)) * size
        if power == 2:
            self.group = scaled
        else:
            self.total, self.group = self.total + scaled, Decimal(0)
        self.room = size
        return True


def _phrase(found: list[str], language: str) -> tuple[_Phrase, int]:
    """Read the longest number phrase at the head of some words, and tell how many words it takes."""
    phrase = _Phrase(language)
    share, used = _before_scale(found, language)
    phrase.group = share
    position = used
    while position < len(found) and not phrase.ordinal:
        if found[position] == "and" and phrase.group >= 100:
            position += 1
        elif phrase.take(found[position]):
            position += 1
            if half := _and_a_half(found[position:], phrase):
                position += half
            used = position
        else:
            break
    return phrase, used


def _and_a_half(following: list[str], phrase: _Phrase) -> int:
    """Add the half that some words behind a number say, and return how many they are."""
    words = next((words for words in AND_A_HALF if tuple(following[: len(words)]) == words), ())
    if words and phrase.group and not phrase.ordinal:
        phrase.group += Decimal("0.5")
    return len(words) if phrase.group and not phrase.ordinal else 0


def _before_scale(found: list[str], language: str) -> tuple[Decimal, int]:
    """Read "one", "a", "half a" before a scale word: the share and how many words it takes, 0 for none."""
    width = 0
    while width < min(len(found), 3) and (is_one(found[width], language) or is_half(found[width], language)):
        width += 1
    if not width or width == len(found) or scale(found[width], language) is None:
        return Decimal(0), 0
    halved = any(is_half(word, language) for word in found[:width])
    return Decimal("0.5") if halved else Decimal(1), width


def _shared_scales(text: str, found: list[Number]) -> Iterable[Number]:
    """Give the first number of "2 to 3 billion" the scale of the second."""
    for number, following in zip_longest(found, found[1:]):
        if following is None or number.ordinal or number.value >= 1000 or following.value < 10**6:
            yield number
            continue
        scaled = following.value.scaleb(-(int(following.value.adjusted()) // 3 * 3))
        if _RANGE.fullmatch(text[number.end : following.start]) and number.value < scaled:
            yield replace(number, value=number.value * (following.value / scaled))
        else:
            yield number


def _with_units(text: str, found: Iterable[Number]) -> Iterator[Number]:
    for number in found:
        prefix = _PREFIX.search(text[max(0, number.start - 8) : number.start])
        decade = _DECADE.match(text, number.end)
        if number.unit is not None:
            yield number
        elif decade and not number.ordinal:
            yield replace(number, value=number.value * 10, unit="year", end=decade.end())
        elif prefix:
            sign = prefix[0].strip().removeprefix("US").removeprefix("U.S.").strip() or prefix[0].strip()
            unit = _CURRENCY_SIGNS.get(sign, prefix[0].strip())
            yield replace(number, unit=unit, start=number.start - len(prefix[0]))
        else:
            counted, end = _unit_after(text, number) or (None, number.end)
            apart = number.ordinal and not text[number.end : end].lstrip(". ").isalpha()
            end = number.end if apart else end
            yield replace(
                number, unit=counted, end=end - (text[end - 1] == ".")
            )  # "3 Mrd." may end a sentence


@cache
def _unit_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((unit, re.compile(rf"(?:{pattern})(?![^\W\d_])", re.IGNORECASE)) for unit, pattern in _UNITS)


def _unit_after(text: str, number: Number) -> tuple[str, int] | None:
    """Find the first unit among the next words, up to the next punctuation or number."""
    if _NO_UNIT.match(text, number.end):
        return None
    skipped = 1 if number.ordinal and text[number.end : number.end + 1] == "." else 0
    ahead = _LOOK_AHEAD_ORDINAL if number.ordinal else _LOOK_AHEAD_CARDINAL
    following = text[number.end + skipped : number.end + 90]
    window = " " * skipped + re.split(r"[,.;:!?()«»„“”\"](?:\s|$)|\d", following, maxsplit=1)[0]
    starts = [match.start() for match in re.finditer(r"[^\s-]+", window)][:ahead]
    for start in starts:
        for unit, pattern in _unit_patterns():
            if match := pattern.match(window, start):
                return unit, number.end + match.end()
    return None
