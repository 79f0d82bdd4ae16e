"""What one statement names, read off the original: the evidence by which statements are aligned."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from align.evidence.dates import Date
from align.evidence.names import Name, names
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


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two statements agree, each figure in [0, 1].

    ``numbers``, ``dates`` and ``names`` are shares (Dice) of what both name; 0 where one names none.
    ``numbers_conflict`` and ``dates_conflict`` are the shares that only one side has, where both have some.
    """

    numbers: float
    numbers_conflict: float
    dates: float
    dates_conflict: float
    names: float
    organisations: float


def statement_evidence(text: str, language: str, *, today: datetime.date | None = None) -> StatementEvidence:
    """Read numbers, dates and names off ``text``; dates as a report of the day ``today`` means them."""
    found_numbers = numbers(text, language=language)
    found_dates = reported_dates(text, language=language, today=today)
    found_names = names(text, language=language)
    keys = {number_key(number) for number in found_numbers}
    keys.update(key for date in found_dates if not date.loose for key in date_keys(date))
    keys.update(key for name in found_names for key in name.keys)
    return StatementEvidence(found_numbers, found_dates, found_names, frozenset(keys))


def agreement(a: StatementEvidence, b: StatementEvidence) -> Agreement:
    """Compare what two statements name."""
    numbers_shared = _dice(map(number_key, a.numbers), map(number_key, b.numbers))
    dates_shared = _dice((date_keys(date)[0] for date in a.dates), (date_keys(date)[0] for date in b.dates))
    return Agreement(
        numbers=numbers_shared,
        numbers_conflict=1 - numbers_shared if a.numbers and b.numbers else 0.0,
        dates=dates_shared,
        dates_conflict=1 - dates_shared if a.dates and b.dates else 0.0,
        names=_names_shared(a.names, b.names),
        organisations=_dice(_organisations(a.names), _organisations(b.names)),
    )


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


def _dice(a: Iterable[str], b: Iterable[str]) -> float:
    left, right = Counter(a), Counter(b)
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def _organisations(found: tuple[Name, ...]) -> Iterable[str]:
    return {name.key for name in found if name.kind in ("organisation", "other") and not name.office}


def _names_shared(a: tuple[Name, ...], b: tuple[Name, ...]) -> float:
    if not a or not b:
        return 0.0
    in_a, in_b = {key for name in a for key in name.keys}, {key for name in b for key in name.keys}
    met = sum(not name.keys.isdisjoint(in_b) for name in a) + sum(
        not name.keys.isdisjoint(in_a) for name in b
    )
    return met / (len(a) + len(b))
