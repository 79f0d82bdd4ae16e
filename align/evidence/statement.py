"""What one statement names, read off the original: the evidence by which statements are aligned."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from align.evidence.dates import Date
from align.evidence.name import Name
from align.evidence.names import names
from align.evidence.numbers import Number, numbers
from align.evidence.relative import reported_dates


@dataclass(frozen=True, slots=True)
class StatementEvidence:
    """Numbers, dates and names of a statement, and the language-independent keys of all of them.

    Keys look like ``num:1400000000``, ``ord:7``, ``date:2026-02-13``, ``org:CSTO``, ``place:KG``,
    ``name:klbv`` (the consonants of Kulubaev) and are the same in German, Russian and English.
    """

    numbers: tuple[Number, ...]
    dates: tuple[Date, ...]
    names: tuple[Name, ...]
    keys: frozenset[str]


def statement_evidence(text: str, language: str, *, today: datetime.date | None = None) -> StatementEvidence:
    """Read numbers, dates and names off ``text``; dates as a report of the day ``today`` means them."""
    found_numbers = numbers(text, language=language)
    found_dates = reported_dates(text, language=language, today=today)
    found_names = names(text, language=language)
    keys = {number_key(number) for number in found_numbers}
    keys.update(key for date in found_dates if not date.loose for key in date_keys(date))
    keys.update(key for name in found_names for key in name.keys)
    return StatementEvidence(found_numbers, found_dates, found_names, frozenset(keys))


def number_key(number: Number) -> str:
    """Return the key of a number; the unit is left out, since one side often omits it."""
    kind = "ord" if number.ordinal else "pct" if number.unit == "percent" else "num"
    return f"{kind}:{plain(number.value)}"


def date_keys(date: Date) -> tuple[str, ...]:
    """Return the keys of a date, the fullest first, then its month and year for looser agreement."""
    if date.label is not None:
        return (f"time:{date.label}",)
    year = "0000" if date.year is None else f"{date.year:04d}"
    if date.month is None:
        return (f"date:{year}",)
    month = f"date:{year}-{date.month:02d}"
    return (month, f"date:{year}") if date.day is None else (f"{month}-{date.day:02d}", month, f"date:{year}")


def plain(value: Decimal) -> str:
    """Return a number in plain digits without trailing zeros: 1400000000, 3.5."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
