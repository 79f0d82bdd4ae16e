"""Numbers in German, Russian and English text: in digits, in words and in Roman figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from itertools import zip_longest

from align.evidence.dates import dates
from align.evidence.number_words import cardinals, is_half, is_one, ordinals, scale, scale_pattern

_GROUP_SPACES = " \u00a0\u202f\u2009"
_DIGITS = re.compile(
    rf"(?<![\w.,:/+-])(?P<digits>\d{{1,3}}(?:[{_GROUP_SPACES}]\d{{3}})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,']\d+)*)(?!\d|[:/]\d)"
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
    ("percent", r"%|prozent\w*|per\s?cent|percentage\s+points?|процент\w*|п\.\s?п\."),
    ("USD", r"(?:us-?|u\.s\.\s?)?\$|(?:us-?\s?|u\.s\.\s)?dollars?|usd|доллар\w*|долл\.?"),
    ("EUR", r"€|euros?|eur|евро"),
    ("RUB", r"₽|rub(?:el|eln|les?)?|roubles?|рубл\w*|руб\.?"),
    ("GBP", r"£|pfund|pounds?|gbp|фунт\w*"),
    ("CNY", r"yuan|юан\w*|cny"),
    ("KZT", r"₸|tenge|тенге|kzt"),
    ("KGS", r"soms?|сом(?:а|ов|ам|ами|у)?|kgs"),
    ("UZS", r"(?:usbekische\w*\s+)?sum|сум(?:ов|а)?"),
    ("year", r"jahr(?:e[ns]?|s)?|jährig\w*|years?|year-old|год(?:а|у|ом|ы|ов)?|лет(?:н\w+|и\w*|)"),
    ("month", r"monat\w*|months?|месяц\w*"),
    ("week", r"wochen?|weeks?|недел\w*"),
    ("day", r"tag(?:e[ns]?|s)?|days?|день|дн(?:я|ей|и|ю)|сут\w+"),
    ("hour", r"stunden?|hours?|час(?:а|ов|у)?"),
    ("minute", r"minuten?|minutes?|минут\w*"),
    ("km", r"km|kilomet(?:er[ns]?|ers|res?)|км|километр\w*"),
    ("m", r"meter[ns]?|met(?:er|re)s?|метр\w*"),
    ("ton", r"tonnen?|tons?|tonnes|тонн\w*"),
    ("MW", r"mw|megawatt|мвт|мегаватт\w*"),
    ("kWh", r"kwh|kilowattstunden|квт\W?ч"),
    ("person", r"menschen|personen|people|persons?|человек\w*|люд\w+"),
    ("session", r"\w*sitzung(?:en)?|\w*tagung(?:en)?|sessions?|meetings?|заседани\w*|сесси\w*"),
    ("games", r"(?:\w+-)*\w*spiele[ns]?|games|игр(?:ы|ах|ам|ами)?"),
    ("forum", r"\w*forums?|\w*foren|forums?|форум\w*"),
    ("congress", r"\w*kongress(?:es)?|congress|конгресс\w*|съезд\w*"),
    ("conference", r"\w*konferenz(?:en)?|conferences?|конференци\w*"),
    ("summit", r"\w*gipfels?|\w*gipfeltreffens?|summits?|саммит\w*"),
    ("place", r"platz(?:es)?|rang(?:es)?|plätze|places?|rank|мест(?:о|е|а|у|ом)"),
    ("article", r"artikels?|articles?|стать\w+"),
    ("century", r"jahrhundert\w*|centur(?:y|ies)|век(?:а|е|у|ом|ов)?"),
    ("point", r"punkte?n?|points?|пункт\w*"),
    ("project", r"\w*projekt\w*|projects?|проект\w*"),
    ("country", r"länder[ns]?|staaten|countries|states|стран\w*|государств\w*"),
)  # fmt: skip
_LOOK_AHEAD_CARDINAL, _LOOK_AHEAD_ORDINAL = 2, 4
_DECADE = re.compile(r"\s*(?:jahrzehnt\w*|decades?|десятилети\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its value, what it counts where that is said, and its offsets in the text."""

    value: Decimal
    unit: str | None
    ordinal: bool
    start: int
    end: int


@lru_cache(maxsize=20_000)
def numbers(text: str, *, language: str) -> tuple[Number, ...]:
    """Return the numbers in ``text`` in their order; digits that belong to a date are left out.

    Units are a small fixed set: currencies by their ISO 4217 code, "percent", "year", "session" and the like.
    "One" and "a" count only before a scale word. A decade is ten years.
    """
    taken = [(date.start, date.end) for date in dates(text, language=language)]
    found: list[Number] = []
    for candidates in (_in_digits(text, language), _roman(text), _in_words(text, language)):
        for number in candidates:
            if not any(number.start < end and start < number.end for start, end in taken):
                taken.append((number.start, number.end))
                found.append(number)
    found.sort(key=lambda number: number.start)
    return tuple(_with_units(text, _shared_scales(text, found)))


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
        if scaled := scales.match(text, end):
            power = scale(scaled[0].strip(f"-{_GROUP_SPACES}\n\t"), language)
            value, end = value * 10 ** (power or 0), scaled.end()
        elif marked := suffix.match(text, end):
            end, ordinal = (marked.end() if marked[0] != "." else end), True
        position = end
        if not re.match(r"[^\W\d_]", text[end:]):
            yield Number(value, None, ordinal, match.start(), end)


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
    words = list(_WORD.finditer(text))
    index = 0
    while index < len(words):
        phrase = _phrase(words[index:], text, language)
        if phrase is None:
            index += 1
            continue
        value, ordinal, length = phrase
        yield Number(value, None, ordinal, words[index].start(), words[index + length - 1].end())
        index += length


def _phrase(words: list[re.Match[str]], text: str, language: str) -> tuple[Decimal, bool, int] | None:
    """Read the longest number phrase at the head of ``words``: value, whether an ordinal, words used."""
    total, group, last, used = Decimal(0), Decimal(0), Decimal(10**15), 0
    for index, word in enumerate(words):
        if index and text[words[index - 1].end() : word.start()].strip(f"-{_GROUP_SPACES}\n\t"):
            break
        folded = word[0].casefold().replace("ё", "е")
        power = scale(folded, language)
        if folded == "and" and used and group >= 100:
            continue
        if (value := ordinals(language).get(folded)) is not None and value < last and group % 10 == 0:
            return total + group + value, True, index + 1
        if (value := cardinals(language).get(folded)) is not None and _fits(value, last, group):
            group, last, used = group + value, _room(value), index + 1
        elif power is not None and (used or power > 2) and (group or not total):
            if not used and not _bare_scale(folded, language):
                break
            total, group, last, used = _scaled(total, group, power), Decimal(0), Decimal(10**power), index + 1
            if power == 2:
                total, group = Decimal(0), total
        elif (is_one(folded, language) or is_half(folded, language)) and not used:
            share, width = _before_scale(words[index:], language)
            if share is None:
                break
            group, used, last = share, index + width, Decimal(1)
        elif used > index:
            continue
        else:
            break
    return (total + group, False, used) if used else None


def _fits(value: Decimal, last: Decimal, group: Decimal) -> bool:
    return value < last and (not group or value < 100)


def _room(value: Decimal) -> Decimal:
    """Return what a following word must stay below: after fifty ten, after a hundred a hundred."""
    return Decimal(100) if value >= 100 else Decimal(10) if value >= 20 and value % 10 == 0 else Decimal(1)


def _scaled(total: Decimal, group: Decimal, power: int) -> Decimal:
    return total + (group or Decimal(1)).scaleb(power)


def _bare_scale(folded: str, language: str) -> bool:
    """Tell whether a scale word alone is a number: "hundert", "тысяча"; not "millions", "Tausende"."""
    return folded in {"тысяча", "тысячу", "миллион", "миллиард", "tausend"}


def _before_scale(words: list[re.Match[str]], language: str) -> tuple[Decimal | None, int]:
    """Read "one", "a", "half a" before a scale word: the share and how many words it takes."""
    share, width = Decimal(1), 0
    while width < len(words) and width < 3:
        word = words[width][0]
        if is_half(word, language):
            share = Decimal("0.5")
        elif not is_one(word, language):
            break
        width += 1
    if width < len(words) and scale(words[width][0], language) is not None:
        return share, width
    return None, 0


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
        if decade and not number.ordinal:
            yield replace(number, value=number.value * 10, unit="year", end=decade.end())
        elif prefix:
            sign = prefix[0].strip().removeprefix("US").removeprefix("U.S.").strip() or prefix[0].strip()
            unit = _CURRENCY_SIGNS.get(sign, prefix[0].strip())
            yield replace(number, unit=unit, start=number.start - len(prefix[0]))
        else:
            counted, end = _unit_after(text, number) or (None, number.end)
            apart = number.ordinal and not text[number.end : end].lstrip(". ").isalpha()
            yield replace(number, unit=counted, end=number.end if apart else end)


@cache
def _unit_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((unit, re.compile(rf"(?:{pattern})(?![^\W\d_])", re.IGNORECASE)) for unit, pattern in _UNITS)


def _unit_after(text: str, number: Number) -> tuple[str, int] | None:
    """Find the first unit among the next words, up to the next punctuation or number."""
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
