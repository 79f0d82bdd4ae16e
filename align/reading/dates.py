"""Dates as reports write them, in German, Russian and English."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

# Months in English, German and Russian (genitive and nominative), short forms as well.
_MONTHS = (
    r"jan(?:uary?|uar)?|jän(?:ner)?|янв(?:ар[яь])?",
    r"feb(?:ruary?|ruar)?|фев(?:р(?:ал[яь])?)?",
    r"mar(?:ch)?|märz?|мар(?:та?)?",
    r"apr(?:il)?|апр(?:ел[яь])?",
    r"may|mai|ма[яй]",
    r"june?|juni?|июн[яь]?",
    r"july?|juli?|июл[яь]?",
    r"aug(?:ust)?|авг(?:уста?)?",
    r"sept?(?:ember)?|сент?(?:ябр[яь])?",
    r"o[ck]t(?:ober)?|окт(?:ябр[яь])?",
    r"nov(?:ember)?|ноя(?:бр[яь])?",
    r"de[cz](?:ember)?|дек(?:абр[яь])?",
)
_MONTH = rf"(?:{'|'.join(_MONTHS)})\b\.?"
_DATE = re.compile(
    rf"""
    (?<![\d.])(?:
      (?P<iso_year>\d{{4}})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?!\d)
    | (?P<day>\d{{1,2}})(?P<separator>[./])\ ?(?P<month>\d{{1,2}})(?P=separator)\ ?
      (?P<year>\d{{4}}|\d\d)(?![\d.]*\d)
    | (?P<word_day>\d{{1,2}})(?:\.|st|nd|rd|th|-?го)?\s+(?P<word_month>{_MONTH}),?
      (?:\s+(?P<word_year>\d{{4}})(?:\s*(?:г\.|года?\b))?)?
    | (?<![^\W\d])(?P<us_month>{_MONTH})\s+(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?\b
      (?:,?\s+(?P<us_year>\d{{4}})\b)?
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ZONE = r"(?:uhr|h|am|pm|a\.m\.|p\.m\.|gmt|utc|cet|msk|мск|[+-]\d\d:?\d\d)"
_TIME = rf"\d{{1,2}}[:.]\d\d(?::\d\d)?(?:\s*{_ZONE})*|t\d\d:\d\d\S*"
_AROUND_DATE = re.compile(
    rf"""(?:{_TIME}
    | \b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so
    | monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun
    | понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс
    | сегодня|вчера|today|yesterday|heute|gestern|um|at|в|on|am|vom|den|from|от
    | date|datum|дата|published|updated|posted|veröffentlicht|aktualisiert|stand|erstellt
    | опубликовано|обновлено
    | uhr|г|года?)\b
    | [\s.,:;|/()\[\]•·–—-])+""",
    re.VERBOSE | re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"(?:(?:сегодня|вчера|heute|gestern|today|yesterday)[,\s]*(?:в|um|at)?\s*\d{1,2}[:.]\d\d(?:\s*uhr)?"
    r"|\d+\s+(?:minutes?|hours?|days?)\s+ago|vor\s+\d+\s+(?:minuten?|stunden?|tagen?)"
    r"|\d+\s+(?:минут\w?|час\w*|дн\w+|день)\s+назад)\.?",
    re.IGNORECASE,
)


def find_dates(text: str) -> Iterator[tuple[int, int, datetime.date | None]]:
    """Yield start, end and value of the dates in a text; the value is ``None`` where no year is given."""
    for match in _DATE.finditer(text):
        year, month, day = _parts(match)
        if not 1 <= month <= 12 or not 1 <= day <= 31:
            continue
        try:
            yield match.start(), match.end(), datetime.date(year, month, day) if year else None
        except ValueError:  # the 31st of a short month
            continue


def first_date(text: str) -> datetime.date | None:
    """Return the first date of a text that is given with its year."""
    return next((date for _, _, date in find_dates(text) if date is not None), None)


def is_date_line(text: str) -> bool:
    """Say whether a line holds a date or a time and nothing else: „Freitag, 13. Februar 2026, 14:05 Uhr“."""
    if len(text) > 80:
        return False
    found = [(start, end) for start, end, _ in find_dates(text)]
    found += [match.span() for match in _RELATIVE.finditer(text)]
    if not found:
        return re.fullmatch(rf"\s*(?:{_TIME})\s*", text, re.IGNORECASE) is not None
    rest, at = [], 0
    for start, end in sorted(found):
        rest.append(text[at:start])
        at = max(at, end)
    rest.append(text[at:])
    return all(_AROUND_DATE.fullmatch(piece) for piece in rest if piece.strip())


def _parts(match: re.Match[str]) -> tuple[int, int, int]:
    """Return year (0 where none is given), month and day of a match."""
    if match["iso_year"]:
        return int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"])
    if match["day"]:
        return _numeric(match)
    kind = "word" if match["word_day"] else "us"
    return int(match[f"{kind}_year"] or 0), _month(match[f"{kind}_month"]), int(match[f"{kind}_day"])


def _numeric(match: re.Match[str]) -> tuple[int, int, int]:
    """Read 13.02.26 and 13/02/2026; of 02/03/2026 nobody knows which is the month, so it has no value."""
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    if len(match["year"]) == 2:
        year += 2000 if year < 69 else 1900  # POSIX puts the pivot of two-digit years there, too
    if match["separator"] == "/" and month > 12:
        month, day = day, month
    elif match["separator"] == "/" and day <= 12 and day != month:
        year = 0
    return year, month, day


def _month(word: str) -> int:
    word = word.rstrip(".").lower()
    return next((n for n, form in enumerate(_MONTHS, 1) if re.fullmatch(form, word)), 0)
