"""Dates that a text gives by the day on which it was written: "yesterday", "last year", "am Dienstag"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from align.evidence.dates import MONTHS, Date, dates
from align.evidence.hints import CLOCK, FIGURE, NUMBER, ONE, SEASON, SHARE, hints
from align.evidence.number_words import cardinals

# Steps of years or months that a word before or after "year" or "month" stands for.
_STEPS = {
    "de": (
        (r"(?:vergangen|letzt|vorig|abgelaufen)(?:e[nrsm]?)", -1), (r"(?:dies|laufend)(?:e[nrsm]?)", 0),
        (r"(?:kommend|nächst)(?:e[nrsm]?)", 1),
    ),
    "en": ((r"(?:last|previous|past)", -1), (r"(?:this|current|ongoing)", 0), (r"(?:next|coming)", 1)),
    "ru": (
        (r"(?:прошл|минувш|предыдущ|прошедш)[а-я]{2,3}", -1), (r"(?:эт|текущ|нынешн)[а-я]{1,3}", 0),
        (r"(?:следующ|будущ|предстоящ)[а-я]{2,3}", 1),
    ),
}  # fmt: skip
_YEAR_WORDS = {"de": r"jahr(?:e?s|e)?", "en": r"year", "ru": r"год(?:а|у|ом)?"}
_MONTH_WORDS = {"de": r"monat(?:e?s)?", "en": r"month", "ru": r"месяц(?:а|е|у|ем)?"}
_DAYS = {
    "de": (
        (r"\b[Vv]orgestern\b", -2), (r"\b(?<!vor)gestern\b|\bGestern\b", -1), (r"\b[Hh]eute\b", 0),
        (r"(?<=[a-zäöüß,] )morgen\b", 1), (r"\b[Üü]bermorgen\b", 2),
    ),
    "en": (
        (r"\b(?:[Yy]esterday|[Ll]ast (?:night|evening))\b", -1), (r"\b(?:[Tt]oday|[Tt]onight)\b", 0),
        (r"\b[Tt]omorrow\b", 1),
    ),
    "ru": (
        (r"\b[Пп]озавчера\b", -2), (r"\b[Вв]чера\b", -1), (r"\b[Сс]егодня\b", 0),
        (r"\b[Зз]автра\b", 1), (r"\b[Пп]ослезавтра\b", 2),
    ),
}  # fmt: skip
_WEEKDAYS = {
    "de": ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "(?:samstag|sonnabend)", "sonntag"),
    "en": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    "ru": (
        "понедельн(?:ик[ау]?|ичн[а-я]+)",
        "вторн(?:ик[ау]?|ичн[а-я]+)",
        "сред[уые]",
        "четверг(?:а|у|ов[а-я]+)?",
        "пятни(?:ц[уые]|чн[а-я]+)",
        "суббот(?:[уые]|н[а-я]+)",
        "воскрес(?:ень[ея]|н[а-я]+)",
    ),
}
_WEEKDAY_FRAME = {
    "de": r"\b(?:am|vom|seit|bis|ab)\s+(?P<step>STEP\s+)?DAY(?:(?:früh|morgen|mittag|nachmittag|abend|"
    r"nacht)s?)?\b|"
    r"\bin der Nacht (?:zum|auf) DAY\b|\b(?P<bare>DAY)",
    "en": r"\b(?:on|since|until|by|late|early|of)\s+(?P<step>STEP\s+)?DAY\b|\b(?P<alone>STEP)\s+DAY\b|"
    r"\b(?P<bare>DAY)\b",
    "ru": r"\b(?:в|во|с|до|на)\s+(?:ночь на\s+)?(?P<step>STEP\s+)?DAY\b|\b(?P<bare>DAY)\b",
}
_HALF_DAY = 12  # hours
_HALF_DAYS = {"morning": "am", "afternoon": "pm", "evening": "pm"}
_SPELLED_CLOCK = {
    "de": (re.compile(r"\b(?:um|gegen|ab|bis|seit)\s+(?P<hour>[^\W\d_]+)(?:\s+uhr)(?P<late>\s+abends|"
    r"\s+nachmittags)?\b", re.IGNORECASE),),
    "en": (re.compile(r"\b(?:at|by|around|until)\s+(?P<hour>[^\W\d_]+)(?:\s+o['’]clock|\s+in the "
    r"(?:morning|(?P<late>afternoon|evening)))\b", re.IGNORECASE),),
    "ru": (re.compile(r"\b(?:в|к|до|с|после|около)\s+(?P<hour>[^\W\d_]+)(?:\s+час(?:ов|а))?(?:\s+утра|"
    r"\s+(?P<late>вечера|дня))\b", re.IGNORECASE),),
}  # fmt: skip
_NOON = {
    "de": (("12:00", r"\b(?:am|gegen|zum|bis) mittag\b|\bmittags\b"), ("00:00", r"\bmitternacht\b")),
    "en": (("12:00", r"\b(?:at|around|by|until|before) (?:noon|midday)\b"), ("00:00", r"\bmidnight\b")),
    "ru": (
        ("12:00", r"\b(?:в|к|до) (?:полдень|полудню|полудня)\b"),
        ("00:00", r"\bполночь\b|\bполуноч[иь]\b"),
    ),
}
_TO_WORDS = r"to|vor|без"
_HOUR = (
    r"\s+(?P<hour>[^\W\d_]+)\b(?=\s*(?:[.,;:!?)–—]|$|and\b|und\b|и\b|in the\b|on\b|am\b|утра\b|дня\b|"
    r"ночи\b|вечера\b))"
)
_TO_THE_HOUR = {
    "de": re.compile(r"\b(?P<minutes>[^\W\d_]+)\s+(?P<way>vor|nach)" + _HOUR, re.IGNORECASE),
    "en": re.compile(r"\b(?P<minutes>[^\W\d_]+)\s+(?P<way>to|past)" + _HOUR, re.IGNORECASE),
    "ru": re.compile(r"\b(?P<way>без)\s+(?P<minutes>[^\W\d_]+)" + _HOUR, re.IGNORECASE),
}
_CLOCK_WORDS = {
    "de": {"viertel": 15, "eins": 1},
    "en": {"quarter": 15, "half": 30, "one": 1},
    "ru": {"четверти": 15, "четверть": 15, "час": 1},
}
_COUNT = r"(?P<count>\d{1,2}\s+|[^\W\d_]+\s+)?"
_AWAY = {
    "de": (
        (re.compile(rf"\bin\s+{_COUNT}jahr(?:en|e)?\b", re.IGNORECASE), 1),
        (re.compile(rf"\bvor\s+{_COUNT}jahr(?:en|e)?\b", re.IGNORECASE), -1),
    ),
    "en": (
        (re.compile(rf"\bin\s+{_COUNT}years?(?:['’]s? time)?\b", re.IGNORECASE), 1),
        (re.compile(rf"\b{_COUNT}years?\s+(?:ago|earlier|before)\b", re.IGNORECASE), -1),
    ),
    "ru": (
        (re.compile(rf"\bчерез\s+{_COUNT}(?:год|года|лет)\b", re.IGNORECASE), 1),
        (re.compile(rf"\b{_COUNT}(?:год|года|лет|годом)\s+(?:назад|ранее|раньше)\b", re.IGNORECASE), -1),
    ),
}
# The same with months, weeks and days; what is so far away is told roughly.
_UNITS_AWAY = {
    "de": (("month", r"monat(?:en|e)?"), ("week", r"wochen?"), ("day", r"tag(?:en|e)?")),
    "en": (("month", r"months?"), ("week", r"weeks?"), ("day", r"days?")),
    "ru": (("month", r"месяц(?:а|ев)?"), ("week", r"недел(?:ю|и|ь)"), ("day", r"день|дня|дней")),
}  # fmt: skip
_FRAMES_AWAY = {
    "de": (
        (r"\b(?:in|binnen)\s+(?:etwa\s+|rund\s+)?COUNTUNIT\b", 1),
        (r"\bvor\s+(?:etwa\s+|rund\s+)?COUNTUNIT\b", -1),
    ),
    "en": (
        (r"\b(?:in|within)\s+(?:about\s+|some\s+)?COUNTUNIT\b", 1),
        (r"\bCOUNTUNIT\s+(?:ago|earlier|before)\b", -1),
    ),
    "ru": (
        (r"\bчерез\s+(?:примерно\s+|около\s+)?COUNTUNIT\b", 1),
        (r"\bCOUNTUNIT\s+(?:назад|ранее|раньше)\b", -1),
    ),
}  # fmt: skip
_LONGEST_AWAY = 60
_DAYS_IN = {"day": 1, "week": 7}
_MANY_YEARS = 50
_PLAIN = 130  # days from a report up to which a date without year is surely the nearest one
_WEEK = datetime.timedelta(days=7)
_SEASONS = {
    "de": (
        ("spring", r"frühjahrs?|frühlings?"), ("summer", r"sommers?"), ("autumn", r"herbst(?:es)?"),
        ("winter", r"winters?"),
    ),
    "en": (("spring", r"spring"), ("summer", r"summer"), ("autumn", r"autumn"), ("winter", r"winter")),
    "ru": (
        ("spring", r"весн(?:а|ы|е|у|ой)"), ("summer", r"лето|лета|лету|летом"), ("autumn", r"осен(?:ь|и|ью)"),
        ("winter", r"зим(?:а|ы|е|у|ой)"),
    ),
}  # fmt: skip
# A time of day that says of which place it is may be another one elsewhere.
_ZONE = re.compile(
    r"\W*(?:uhr\s+)?(?:ortszeit|lokaler zeit|local time|\w+ time\b|GMT|UTC|ME[SZ]{1,2}|по \w+ времени)",
    re.IGNORECASE,
)
_SEASON_FRAME = {
    "de": r"\b(?:im|bis zum|zum|des|nächsten|kommenden|vergangenen|letzten|diesen|dieses|ende|anfang|den|"
    r"seit|vor dem)\s+",
    "en": r"\b(?:in|by|the|this|last|next|until|early|late|of|since)\s+(?:the\s+)?(?:early\s+|late\s+)?",
    "ru": r"\b",
}
_CLOCK = {
    "de": re.compile(
        r"(?<![\d.:])(?P<hour>[01]?\d|2[0-4])(?:(?P<sign>[:.])(?P<minute>[0-5]\d)(?:\s*uhr)?|"
        r"\s*uhr(?:\s(?P<late>[0-5]\d))?)\b(?![.:]\d)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?<![\d.:])(?P<hour>[01]?\d|2[0-4])(?:(?P<sign>[:.])(?P<minute>[0-5]\d))?"
        r"(?:\s*(?P<half>[ap]\.?m\b\.?)|\s+in the (?P<part>morning|afternoon|evening))?(?![\d:]|[.,]\d)",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"(?<![\d.:])(?P<hour>[01]?\d|2[0-4])(?:(?P<sign>[:.])(?P<minute>[0-5]\d)(?!\d)|\s+час(?:ов|"
        r"а)?\s+(?P<half>утра|дня|вечера|ночи))(?![.:]\d)",
        re.IGNORECASE,
    ),
}


# The hours at which ranges begin, "zwischen 17 und 22 Uhr", and hours with minutes in words: "18 ч. 30 мин."
_CLOCK_RANGE = {
    "de": re.compile(
        r"(?<![\d.:])(?P<hour>[01]?\d|2[0-4])(?=(?:\s(?:bis|und)\s|\s?[-–]\s?)\d{1,2}(?:[.:]\d\d)?\s?uhr\b)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?<![\d.:])(?P<hour>[01]?\d|2[0-4])(?=(?:\s(?:to|and|until)\s|\s?[-–]\s?)\d{1,2}(?:[.:]\d\d)?\s?"
        r"(?P<half>[ap]\.?m\b))",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"\b(?:в|к|до|с|после|около)\s+(?P<hour>[01]?\d|2[0-3])(?:(?=\sдо\s\d{1,2}\sчас)|\s?(?:ч\b\.?|час(?:ов|а)?\b)"
        r"(?!\s(?:утра|дня|вечера|ночи))(?:\s(?P<minute>[0-5]\d)\s?мин(?:ут\w*|\.|\b))?)|"
        r"\bв\s+(?P<full>[01]\d|2[0-3])\.(?P<exact>[0-5]\d)(?![\d%]|[.,]\d|\s(?:раз|процент|млн|тыс|руб))|"
        r"(?<![\d.:])(?P<when>[01]?\d|2[0-3])\s?ч\.?\s(?P<minutes>[0-5]\d)\s?мин(?:ут\w*|\.|\b)",
        re.IGNORECASE,
    ),
}
_TENS = {
    "de": "zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger",
    "en": "twenties thirties forties fifties sixties seventies eighties nineties",
    "ru": "двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност",
}
# One of these is in each of the words above.
_IN_TENS = {"de": ("iger",), "en": ("ties",), "ru": ("дцат", "десят", "сороков", "девяност")}
_DECADES = {
    "de": re.compile(
        r"(?<!\w)(?:\d\d)?(?P<tens>\d0)-?er(?:n|[\s-]?jahre[ns]?)?\b|"
        rf"\b(?P<word>{_TENS['de'].replace(' ', '|')})(?:[\s-]?jahre[ns]?)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?<![\w.,])['’]?(?:\d\d)?(?P<tens>\d0)['’]?s\b|"
        rf"(?<!his )(?<!her )(?<!their )(?<!my )(?<!your )\b(?P<word>{_TENS['en'].replace(' ', '|')})\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"(?<!\w)(?:\d\d)?(?P<tens>\d0)-?(?:е|х|ые|ых|ми|м)(?:\s(?:год\w*|гг?\.?))?(?!\w)|"
        rf"\b(?P<word>{_TENS['ru'].replace(' ', '|')})(?:ые|ых|ыми)\sгод\w*|"
        rf"\bв\s(?P<alone>{_TENS['ru'].replace(' ', '|')})(?:ые|ых)\b",
        re.IGNORECASE,
    ),
}
_NEW_YEAR = {
    "de": re.compile(r"\bneujahr(?:s|stage?s?)?\b", re.IGNORECASE),
    "en": re.compile(r"\bNew Year(?:['’]s)?(?: Day)?\b(?!['’]?s? Eve)"),
    "ru": re.compile(r"\bнов(?:ый|ого|ому|ым|ом)\sгод(?:а|у|ом|е)?\b", re.IGNORECASE),
}
_LAST_YEARS = {
    "de": re.compile(r"\b(?:vorjahr(?:es?|s)?|vorjährig\w*)\b", re.IGNORECASE),
    "ru": re.compile(r"\bпрошлогодн\w+\b", re.IGNORECASE),
}
_YEARS_END = {
    "de": re.compile(r"\bende\s(?:des\sjahres\s)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:end\sof|late)\s(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
    "ru": re.compile(r"\bкон(?:це|ца|цу)\s(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
}
_MID_CENTURY = {
    "de": re.compile(r"\b(?:mitte|hälfte)\sdes\sjahrhunderts\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:mid-century|middle\sof\sthe\scentury)\b", re.IGNORECASE),
    "ru": re.compile(r"\bсередин[еаы]\sвека\b", re.IGNORECASE),
}


@lru_cache(maxsize=20_000)
def reported_dates(text: str, *, language: str, today: datetime.date | None = None) -> tuple[Date, ...]:
    """Return the dates in ``text`` as a report of the day ``today`` means them, in their order.

    Days and months without a year get the year in which they lie near ``today``. Relative dates are resolved;
    ``loose`` ones ("today", "this year", a weekday that may be the one before or the one after) only help to
    find a date and are none that a reader would miss. Without ``today`` the dates are those of ``dates``.
    """
    absolute = dates(text, language=language)
    if language not in _STEPS:
        return absolute
    decades = list(_decades(text, language))
    absolute = tuple(date for date in absolute if not any(_overlap(date, decade) for decade in decades))
    found = [*_clock(text, language), *_seasons(text, language)]
    found = [*decades, *(time for time in found if not any(_overlap(time, date) for date in absolute))]
    if today is None:
        return tuple(sorted([*absolute, *found], key=lambda date: (date.start, date.day or 0)))
    found += _relative(text, language, today)
    kept = [date for date in absolute if not any(_overlap(date, other) for other in found)]
    found += [_completed(date, today) for date in kept]
    return tuple(sorted(found, key=lambda date: (date.start, date.loose, date.day or 0)))


def _overlap(a: Date, b: Date) -> bool:
    return a.start < b.end and b.start < a.end


def _completed(date: Date, today: datetime.date) -> Date:
    """Give a date without year the year in which it lies nearest to ``today``, if that is plain."""
    if date.year is not None or date.month is None:
        return date
    day = min(date.day or 15, 28)
    years = (today.year, today.year - 1, today.year + 1)
    gap, nearest = min((abs((datetime.date(year, date.month, day) - today).days), year) for year in years)
    return replace(date, year=nearest, implied=True) if gap <= _PLAIN else date


def _clock(text: str, language: str) -> Iterator[Date]:
    seen = hints(text)
    for label, noon in _NOON[language] if seen & CLOCK else ():
        for match in re.finditer(noon, text, re.IGNORECASE):
            yield Date(None, None, None, match.start(), match.end(), label=label)
    for match in _TO_THE_HOUR[language].finditer(text) if seen & (NUMBER | ONE | SHARE) else ():
        yield from _to_the_hour(match, language)
    for pattern in _SPELLED_CLOCK[language] if seen & CLOCK else ():
        for match in pattern.finditer(text):
            hour = int(cardinals(language).get(match["hour"].casefold(), 0))
            if 0 < hour <= _HALF_DAY:
                late = bool(match["late"]) and hour < _HALF_DAY
                label = f"{hour + _HALF_DAY * late:02d}:00"
                yield Date(None, None, None, match.start("hour"), match.end(), label=label)
    yield from _hours(text, language) if seen & FIGURE else ()
    for match in _CLOCK[language].finditer(text) if seen & FIGURE else ():
        groups = match.groupdict()
        half = (groups.get("half") or _HALF_DAYS.get(groups.get("part") or "", "")).casefold()
        hour, minute = int(match["hour"]), int(match["minute"] or groups.get("late") or 0)
        said = half or "uhr" in match[0].casefold() or match["sign"] == ":"
        if said:
            late = half.startswith(("p", "в", "д")) and hour < 12
            early = hour == 12 and half.startswith(("a", "н"))
            label = f"{(0 if early else hour + 12 * late) % 24:02d}:{minute:02d}"
            zone = bool(_ZONE.match(text, match.end()))
            yield Date(None, None, None, match.start(), match.end(), label=label, loose=zone)


def _hours(text: str, language: str) -> Iterator[Date]:
    """Yield hours that neither a colon nor the word for them marks as such."""
    for match in _CLOCK_RANGE[language].finditer(text):
        groups = match.groupdict()
        hour = int(groups["hour"] or groups.get("full") or groups["when"])
        minute = int(groups.get("minute") or groups.get("minutes") or groups.get("exact") or 0)
        late = (groups.get("half") or "").casefold().startswith("p") and hour < _HALF_DAY
        label = f"{(hour + _HALF_DAY * late) % 24:02d}:{minute:02d}"
        start = match.start("hour") if groups["hour"] else match.start()
        yield Date(None, None, None, start, match.end(), label=label)


def _decades(text: str, language: str) -> Iterator[Date]:
    """Yield decades of a century: "the 1970s", "siebziger Jahre", "в девяностые"."""
    if not (hints(text) & FIGURE or any(part in text.lower() for part in _IN_TENS[language])):
        return
    for match in _DECADES[language].finditer(text):
        groups = match.groupdict()
        word = groups.get("word") or groups.get("alone")
        tens = f"{_TENS[language].split().index(word.lower()) + 2}0" if word else groups["tens"]
        yield Date(None, None, None, match.start(), match.end(), label=f"decade:{tens}")


def _to_the_hour(match: re.Match[str], language: str) -> Iterator[Date]:
    """Yield, loosely, "twenty to four", "Viertel nach drei", "без двадцати четыре" before and after noon."""
    words = {word: int(value) for word, value in cardinals(language).items()} | _CLOCK_WORDS[language]
    minutes, hour = (words.get(match[name].casefold(), 0) for name in ("minutes", "hour"))
    if not (0 < minutes < 60 and 0 < hour <= _HALF_DAY):
        return
    late = bool(re.fullmatch(_TO_WORDS, match["way"], re.IGNORECASE))
    total = (hour * 60 - minutes if late else hour * 60 + minutes) % (_HALF_DAY * 60)
    for shift in (0, _HALF_DAY):
        label = f"{total // 60 + shift:02d}:{total % 60:02d}"
        yield Date(None, None, None, match.start(), match.end(), label=label, loose=True)


def _seasons(text: str, language: str) -> Iterator[Date]:
    for season, names in _SEASONS[language] if hints(text) & SEASON else ():
        for match in re.finditer(rf"{_SEASON_FRAME[language]}(?P<name>{names})\b", text, re.IGNORECASE):
            after = text[match.end() :]
            if _in_a_name(match, after, language):
                continue
            dated = re.match(r"\s+(?:[oO]f\s+|des\s+[jJ]ahres\s+)?\d{4}", after) is not None
            yield Date(None, None, None, match.start("name"), match.end(), label=season, loose=dated)


def _in_a_name(match: re.Match[str], after: str, language: str) -> bool:
    """Tell whether a season is but a part of a name: the Winter Olympics, «Зима Форте»."""
    # German nouns have a capital, whatever stands before them.
    return language != "de" and match["name"][0].isupper() and re.match(r"\s[A-ZА-ЯЁ]", after) is not None


def _relative(text: str, language: str, today: datetime.date) -> Iterator[Date]:
    taken: list[tuple[int, int]] = []
    for pattern, step in _stepped(language):
        for match in pattern.finditer(text):
            if not any(match.start() < end and start < match.end() for start, end in taken):
                taken.append(match.span())
                yield _stepped_date(match, step, today)
    yield from _around(text, language, today)
    yield from _counted(text, language, today)
    yield from _counted_days(text, language, today)
    for days, shift in _DAYS[language]:
        for match in re.finditer(days, text):
            yield _day(today + datetime.timedelta(days=shift), match, loose=shift == 0)
    for weekday, pattern in enumerate(_weekday_patterns(language)):
        for match in pattern.finditer(text):
            yield from _weekday(match, weekday, today, language)


def _around(text: str, language: str, today: datetime.date) -> Iterator[Date]:
    """Yield, loosely, the months or years that "New Year's Day", "end of 2026", "mid-century" mean."""
    for match in _NEW_YEAR[language].finditer(text):
        day = Date(None, 1, 1, match.start(), match.end(), loose=True)
        yield _completed(day, today)
    for match in _LAST_YEARS[language].finditer(text) if language in _LAST_YEARS else ():
        yield Date(today.year - 1, None, None, match.start(), match.end())
    for match in _YEARS_END[language].finditer(text):
        yield Date(int(match["year"]), 12, None, match.start(), match.start("year"), loose=True)
    for match in _MID_CENTURY[language].finditer(text):
        century = today.year // 100 * 100
        yield Date(century + 50, None, None, match.start(), match.end(), loose=True)


def _counted(text: str, language: str, today: datetime.date) -> Iterator[Date]:
    """Yield, loosely, what is so many years away: "in zwei Jahren", "a year ago", "через год"."""
    for pattern, direction in _AWAY[language]:
        for match in pattern.finditer(text):
            words = cardinals(language)
            number = (match["count"] or "1").strip().casefold()
            count = int(number) if number.isdigit() else int(words.get(number, 1))
            if count < _MANY_YEARS:
                year = today.year + direction * count
                yield Date(year, None, None, match.start(), match.end(), loose=True)


def _counted_days(text: str, language: str, today: datetime.date) -> Iterator[Date]:
    """Yield, loosely, what is so many months, weeks or days away: "in about two months", "неделю назад"."""
    for pattern, unit, direction in _away_patterns(language):
        for match in pattern.finditer(text):
            number = (match["count"] or "1").strip().casefold()
            count = int(number) if number.isdigit() else int(cardinals(language).get(number, 1))
            if count > _LONGEST_AWAY:
                continue
            if unit == "month":
                months = today.year * 12 + today.month - 1 + direction * count
                yield Date(months // 12, months % 12 + 1, None, match.start(), match.end(), loose=True)
            else:
                shift = datetime.timedelta(days=direction * count * _DAYS_IN[unit])
                yield _day(today + shift, match, loose=True)


@cache
def _away_patterns(language: str) -> tuple[tuple[re.Pattern[str], str, int], ...]:
    return tuple(
        (re.compile(frame.replace("COUNT", _COUNT).replace("UNIT", f"(?:{word})"), re.IGNORECASE), unit, way)
        for unit, word in _UNITS_AWAY[language]
        for frame, way in _FRAMES_AWAY[language]
    )


@cache
def _stepped(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Return patterns of years and months counted from now, with the step that each stands for."""
    months = "|".join(f"(?P<m{n}>{names})" for n, names in enumerate(MONTHS[language], start=1))
    year, month = _YEAR_WORDS[language], _MONTH_WORDS[language]
    day = r"(?:(?<![\d.,])(?P<day>\d{1,2})(?:\.|st|nd|rd|th|-?го|-?е)?\s+(?:of\s+)?)?"
    shapes = (  # the fullest first
        rf"{day}\b(?:{months})\s+(?:of\s+|des\s+)?STEP\s+{year}\b",
        rf"\bSTEP\s+(?:{months})\b",
        rf"\bSTEP\s+(?:(?P<year>{year})|(?P<month>{month}))\b",
    )
    return tuple(
        (re.compile(shape.replace("STEP", step), re.IGNORECASE), size)
        for shape in shapes
        for step, size in _STEPS[language]
    )


def _stepped_date(match: re.Match[str], step: int, today: datetime.date) -> Date:
    groups = match.groupdict()
    named = next((n for n in range(1, 13) if groups.get(f"m{n}")), None)
    if named is not None:
        day = int(groups["day"]) if groups.get("day") else None
        year = today.year + step
        if day is None and step == -1 and named < today.month and not _says_year(match):
            year = today.year  # "last March", said in June
        return Date(year, named, day, match.start(), match.end(), implied=not _says_year(match))
    if groups.get("year"):
        return Date(today.year + step, None, None, match.start(), match.end())
    months = today.year * 12 + today.month - 1 + step
    return Date(
        months // 12, months % 12 + 1, None, match.start(), match.end(), loose=step == 0, implied=True
    )


def _says_year(match: re.Match[str]) -> bool:
    return bool(re.search(r"(?:year|jahr\w*|год\w*)$", match[0], re.IGNORECASE))


@cache
def _weekday_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    steps = "|".join(step for step, _ in _STEPS[language])
    frame = _WEEKDAY_FRAME[language].replace("STEP", f"(?:{steps})")
    return tuple(
        re.compile(frame.replace("DAY", f"(?:{name})"), re.IGNORECASE) for name in _WEEKDAYS[language]
    )


def _weekday(match: re.Match[str], weekday: int, today: datetime.date, language: str) -> Iterator[Date]:
    """Yield the weekday up to ``today`` and, loosely, the one after it; the other way round for "next"."""
    before = today - datetime.timedelta(days=(today.weekday() - weekday) % 7)
    groups = match.groupdict()
    said = (groups.get("step") or groups.get("alone") or "").strip()
    following = bool(said) and any(
        step == 1 and re.fullmatch(pattern, said, re.IGNORECASE) for pattern, step in _STEPS[language]
    )
    after = before + _WEEK
    vague = bool(groups.get("bare"))
    yield replace(_day(before, match, loose=following or vague), or_day=None if said else after)
    yield replace(_day(after, match, loose=not following or vague), or_day=None if said else before)
    if before == today:
        yield _day(before - _WEEK, match, loose=True)


def _day(day: datetime.date, match: re.Match[str], *, loose: bool) -> Date:
    return Date(day.year, day.month, day.day, match.start(), match.end(), loose=loose, implied=True)
