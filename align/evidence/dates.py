"""Dates in German, Russian and English text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from align.evidence.hints import FIGURE, MONTH, hints

MONTHS = {
    "de": (
        r"jan(?:uars?|\.)|jänner", r"feb(?:ruars?|r?\.)", r"mär(?:z|zes|\.)|mrz\.?", r"apr(?:ils?|\.)",
        r"mais?",
        r"jun(?:is?|\.)", r"jul(?:is?|\.)", r"aug(?:usts?|\.)", r"sep(?:tembers?|t?\.)", r"okt(?:obers?|\.)",
        r"nov(?:embers?|\.)", r"dez(?:embers?|\.)",
    ),
    "en": (
        r"january|jan\b\.?", r"february|feb\b\.?", r"march|mar\.", r"april|apr\b\.?", r"may",
        r"june|jun\b\.?", r"july|jul\b\.?", r"august|aug\b\.?", r"september|sept?\b\.?", r"october|oct\b\.?",
        r"november|nov\b\.?", r"december|dec\b\.?",
    ),
    "ru": (
        r"январ[ьяюе]|январ[её]м|янв\b\.?", r"феврал[ьяюе]|февр?\b\.?", r"март[ауе]?|мартом",
        r"апрел[ьяюе]|апр\b\.?", r"ма[йяюе]", r"июн[ьяюе]|июн\.", r"июл[ьяюе]|июл\.",
        r"август[ауе]?|авг\b\.?", r"сентябр[ьяюе]|сент?\b\.?", r"октябр[ьяюе]|окт\b\.?",
        r"ноябр[ьяюе]|нояб?\b\.?", r"декабр[ьяюе]|дек\b\.?",
    ),
}  # fmt: skip
# Names of months that are nothing else, and adjectives of months: «ноябрьская проверка».
_PLAIN_MONTH = {
    "de": r"(?=jan|feb|okt|nov|dez|sept|juni|juli|april)",
    "en": r"(?=(?-i:[JFSOND]))(?!june|jan\b(?!\.))",
    "ru": r"(?!ма|август[ауе]?\b)",
}
_MONTH_ADJECTIVE = {
    "ru": "|".join(
        rf"(?P<m{number}>{stem})"
        for number, stem in enumerate(
            (
                "январск", "февральск", "мартовск", "апрельск", "майск", "июньск", "июльск", "августовск",
                "сентябрьск", "октябрьск", "ноябрьск", "декабрьск",
            ),
            start=1,
        )
    )
}  # fmt: skip
_BEFORE_MONTH = {
    "de": r"(?:im|ende|anfang|mitte|seit|bis|ab|vom|zum)",
    "en": r"(?:in|of|by|since|until|till|from|early|late|mid|next|last|this)",
    "ru": r"(?:в|во|к|с|до|начале|конце|середине|начала|конца|середины)",
}
_YEAR_WORD = {
    "de": r"(?:im\s+jahre?|jahr(?:e|es)?|seit|bis|ab|von|vom|anno)\s+$",
    "en": r"(?:in|since|until|till|by|of|from|year|during|before|after)\s+$",
    "ru": r"(?:с|до|в|к|за|на|по|от)\s+$",
}
_ROUND_YEAR = 2000
# What a bare 19xx/20xx may not be followed by if it is to be a year.
_COUNTED = re.compile(
    r"\s*(?:%|‰|[$€£₽°]|(?:US-)?Dollar|Euro|Rubel|Tenge|Som\b|dollars?|euros?|rubles?|people\b|persons?\b|km|"
    r"kg|MW|"
    r"Prozent|per\s?cent|Menschen|Personen|Kilomet|Tonnen|tons|tonnes|тенге|сом|долл|евро|руб|человек|"
    r"тонн|км|"
    r"процент|метр|Meter|met(?:er|re)s|тыс|млн|млрд|million|billion|Mio|Mrd|Milli|миллион|миллиард)",
    re.IGNORECASE,
)
_YEAR = r"(?:19|20)\d\d"


@dataclass(frozen=True, slots=True)
class Date:
    """A date in a text; what is not said is ``None``. ``start`` and ``end`` are offsets into the text.

    A ``loose`` date is one of several that may be meant, or one like "today" that a reader would not miss.
    A time of day or a season has only a ``label``, such as ``23:40`` or ``autumn``. A weekday may mean
    another day, ``or_day``, as well. The year of an ``implied`` date is not said.
    """

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int
    loose: bool = False
    label: str | None = None
    or_day: datetime.date | None = None
    implied: bool = False

    @property
    def parts(self) -> tuple[int | None, int | None, int | None]:
        """Year, month and day."""
        return (self.year, self.month, self.day)

    def says(self, other: Date) -> bool:
        """Tell whether this date says at least all that ``other`` says; an unknown year fits any year."""
        if self.label is not None or other.label is not None:
            return self.label == other.label
        if other.or_day is not None and self.parts == (
            other.or_day.year,
            other.or_day.month,
            other.or_day.day,
        ):
            return True
        if other.month is None:
            return self.year == other.year and not self.implied
        years_fit = self.year is None or other.year is None or self.year == other.year
        return years_fit and self.month == other.month and other.day in (None, self.day)


@lru_cache(maxsize=20_000)
def dates(text: str, *, language: str) -> tuple[Date, ...]:
    """Return the dates in ``text`` in their order: days, months and years, as far as they are said.

    A range is two dates. Relative dates ("last year") are not dates here; see ``align.evidence.relative``.
    """
    seen = hints(text)
    if not seen & (FIGURE | MONTH):
        return ()
    found: list[Date] = []
    for pattern, read in _patterns(language, named=bool(seen & MONTH)):
        for match in pattern.finditer(text):
            spans = read(match)
            if spans and not any(_overlap(new, old) for new in spans for old in found):
                found.extend(spans)
    found.extend(year for year in _years(text, language) if not any(_overlap(year, old) for old in found))
    return tuple(sorted(found, key=lambda date: (date.start, date.day or 0)))


def _overlap(a: Date, b: Date) -> bool:
    return a.start < b.end and b.start < a.end


_NAMES_MONTH = re.compile(r"MONTH|\(\?P<m\d")
_Reader = Callable[[re.Match[str]], list[Date]]


@cache
def _patterns(language: str, *, named: bool) -> tuple[tuple[re.Pattern[str], _Reader], ...]:
    """Return the patterns of dates; where no month is ``named``, only those without the name of one."""
    months = "|".join(
        f"(?P<m{number}>{names})" for number, names in enumerate(MONTHS.get(language, ()), start=1)
    )
    numeric: list[tuple[str, _Reader]] = [
        (
            rf"(?<!\d)(?P<year>{_YEAR})-(?P<month>0?[1-9]|1[0-2])-(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)",
            _read_day,
        ),
        (
            r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)?\d\d)(?![\d%]|[.,]\d)",
            _read_day,
        ),
        (rf"(?<![\d/])(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})/(?P<year>{_YEAR})(?![\d/])", _read_slashed),
    ]
    if not months:
        return tuple((re.compile(pattern), read) for pattern, read in numeric)
    worded = [
        (pattern.replace("MONTH", rf"\b(?:{months})(?![^\W\d_])").replace("YEAR", _YEAR), read)
        for pattern, read in _worded(language)
        if named or not _NAMES_MONTH.search(pattern)
    ]
    return tuple((re.compile(pattern, re.IGNORECASE), read) for pattern, read in (*numeric, *worded))


def _worded(language: str) -> list[tuple[str, _Reader]]:
    first = r"(?:(?P<first>\d{1,2})(?:\.|st|nd|rd|th|-?го|-?е)?\s?(?:[-–—]|bis|und|and|to|и|по)\s?)?"
    day = r"(?<![\d.,])" + first + r"(?P<day>\d{1,2})"
    year = r"(?:,?\s+(?P<year>YEAR)(?!\d))?"
    of_year = r"MONTH\s+(?:of\s+)?(?P<year>YEAR)(?!\d)"
    alone = rf"(?<!\w)(?:{_BEFORE_MONTH[language]})[\s-]+MONTH"
    days = {
        "de": [
            day + r"\.\s*MONTH" + year,
            r"(?:(?<=\bam )|(?<=\bvom )|(?<=\bbis )|(?<=\bzum ))(?P<day>\d{1,2})\.\s?"
            r"(?P<month>\d{1,2})\.(?!\s?\d)",
        ],
        "ru": [day + r"(?:-?го|-?е)?\s+MONTH" + year],
        "en": [
            day + r"(?:st|nd|rd|th)?\s+(?:of\s+)?MONTH" + year,
            r"MONTH\s+" + first + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d.:]\d|\d|%)" + year,
        ],
    }
    plain = rf"(?<![\w-])(?=\w{{4}}){_PLAIN_MONTH[language]}MONTH"
    adjectives = _MONTH_ADJECTIVE.get(language)
    described = [rf"\b(?:{adjectives})(?:ий|ая|ое|ие|ого|ому|им|ом|ой|ую|их|ими)\b"] if adjectives else []
    return [(pattern, _read_day) for pattern in (*days[language], of_year, alone, plain, *described)]


def _read_day(match: re.Match[str]) -> list[Date]:
    groups = match.groupdict()
    month = int(groups["month"]) if groups.get("month") else _named_month(groups)
    year = _full_year(groups.get("year"))
    days = [int(groups[name]) for name in ("first", "day") if groups.get(name)]
    start = match.start() if days or groups.get("year") else _month_start(match)
    if not 1 <= month <= 12 or any(not 1 <= day <= 31 for day in days):
        return []
    if not days:
        return [Date(year, month, None, start, match.end())]
    return [Date(year, month, day, start, match.end()) for day in days]


def _read_slashed(match: re.Match[str]) -> list[Date]:
    """Read 2/20/2026 or 20/2/2026; where both orders make sense the text does not say which, so neither."""
    a, b = int(match["month"]), int(match["day"])
    month, day = (a, b) if a <= 12 else (b, a)
    if not (1 <= month <= 12 and 1 <= day <= 31) or (a != b and a <= 12 and b <= 12):
        return []
    return [Date(int(match["year"]), month, day, match.start(), match.end())]


def _named_month(groups: dict[str, str | None]) -> int:
    return next((number for number in range(1, 13) if groups.get(f"m{number}")), 0)


def _month_start(match: re.Match[str]) -> int:
    return match.start(f"m{_named_month(match.groupdict())}")


def _full_year(digits: str | None) -> int | None:
    if digits is None:
        return None
    short = int(digits)
    if len(digits) == 4:
        return short
    return 2000 + short if short < 70 else 1900 + short


def _years(text: str, language: str) -> Iterator[Date]:
    for match in re.finditer(rf"(?<![\w.,$€£№-])({_YEAR})\s?[-–—/]\s?({_YEAR}|\d\d)(?![\w%]|[.,]\d)", text):
        yield Date(int(match[1]), None, None, match.start(1), match.end(1))
        second = match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
        yield Date(int(second), None, None, match.start(2), match.end(2))
    for match in re.finditer(rf"(?<=[а-яё]{{3}}-)({_YEAR})(?![\w%-])", text):  # "Олимпиада-2012"
        yield Date(int(match[1]), None, None, match.start(), match.end())
    for match in re.finditer(rf"(?<![\w.,$€£№:/-])({_YEAR})(?![\w%]|[.,:/-]\d|\s\d{{3}}(?!\d))", text):
        if _is_year(text, match, language):
            yield Date(int(match[1]), None, None, match.start(), match.end())


def _is_year(text: str, match: re.Match[str], language: str) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if re.match(r"\s*(?:год|г\.|гг\.)", after, re.IGNORECASE):
        return True
    if _COUNTED.match(after):
        return False
    introduced = bool(re.search(_YEAR_WORD.get(language, r"(?!)"), before, re.IGNORECASE))
    return introduced or int(match[1]) != _ROUND_YEAR
