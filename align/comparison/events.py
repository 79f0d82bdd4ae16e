"""Which reports tell of the same event: by date, participants, figures and places."""

from __future__ import annotations

import datetime
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from align.evidence import statement_evidence
from align.evidence.dates import Date, dates
from align.evidence.gazetteer import words
from align.evidence.names import Name, name_key
from align.evidence.statement import number_key
from align.reading.datelines import dateline
from align.report import Report

# Days between two reports: up to the first they may well tell of one event, beyond the second they do not.
_NEAR, _FAR = 14, 45
_SAME_DAY = 3
_YEAR = 366
# Least overlap (weighted cosine) for one event, by what the dates say; from the corpora of this project.
_LEAST = {"near": 0.08, "unknown": 0.15, "between": 0.35}
# With fewer distinct keys a report says too little to be told apart.
_LITTLE = 3
_WEIGHTS = {"name": 3.0, "num": 2.0, "pct": 2.0, "org": 1.5, "event": 2.0, "ord": 1.5, "place": 0.5}
_OPENING = 4
# How far behind an office its holder may stand, and what other holders of one office leave of the overlap.
_OFFICE_REACH, _OTHER_HOLDERS = 50, 0.6


@dataclass(frozen=True, slots=True)
class _Profile:
    """What a report is about: weights of its keys, its date, and the full dates that it names."""

    id: str
    date: datetime.date | None
    dated: tuple[int, int] | None  # month and day of a dateline that gives no year
    named: frozenset[datetime.date]
    keys: Mapping[str, float] = field(repr=False)
    holders: Mapping[str, set[str]] = field(repr=False)  # the persons named right behind an office


def group_events(reports: Sequence[Report]) -> dict[str, int]:
    """Return the number of its event for every report id; the order of the reports does not matter.

    Event 1 is the one with most reports, the earliest of equals. Reports whose dates lie far apart, or that
    name other persons and figures, tell of different events; where nothing speaks against it, of one.
    """
    profiles = sorted((_profile(report) for report in reports), key=lambda profile: profile.id)
    groups = _groups(profiles)
    groups.sort(key=lambda group: (-len(group), _earliest(group), group[0].id))
    return {profile.id: number for number, group in enumerate(groups, start=1) for profile in group}


def _profile(report: Report) -> _Profile:
    language = report.language.split("-")[0]
    counts: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    holders: defaultdict[str, set[str]] = defaultdict(set)
    named: list[datetime.date] = []
    opening: list[datetime.date] = []
    for statement in report.statements:
        evidence = statement_evidence(statement.text, language, today=report.date)
        days = [day for date in evidence.dates if not date.loose and (day := _day(date)) is not None]
        named += days
        opening += days if statement.id < _OPENING else []
        counts.update(name.key for name in evidence.names if not name.office and not name.literal)
        capitals.update(name_key(word.text) for word in words(statement.text) if word.capital)
        for office, person in _holders(evidence.names):
            holders[office].add(person)
        counts.update(number_key(n) for n in evidence.numbers if n.value > 4 or n.ordinal)
    # Who is a person is seen once ("Minister Nurtleu"); how much the report is about them, everywhere.
    counts.update({key: capitals[key] - counts[key] for key in counts if capitals[key] > counts[key]})
    weights = {key: _weight(key) * math.sqrt(count) for key, count in counts.items()}
    date = report.date or _commonest(opening)
    dated = _dateline_day(report, language) if date is None else None
    return _Profile(report.id, date, dated, frozenset(named), weights, holders)


def _dateline_day(report: Report, language: str) -> tuple[int, int] | None:
    """Return month and day of the dateline, where it gives them."""
    found = dateline(report.statements[0].text) if report.statements else None
    if found is None:
        return None
    days = dates(report.statements[0].text[: found.end], language=language)
    return next(((day.month, day.day) for day in days if day.month and day.day), None)


def _holders(found: tuple[Name, ...]) -> Iterator[tuple[str, str]]:
    """Yield office and person where the person follows, perhaps after a place: "Minister Kasachstans X"."""
    office: Name | None = None
    for name in found:
        if name.office:
            office = name
        elif name.kind == "person":
            if office is not None and name.start - office.end <= _OFFICE_REACH:
                yield office.key, name.key
            office = None


def _weight(key: str) -> float:
    return _WEIGHTS.get(key.split(":")[0], 1.0)


def _day(date: Date) -> datetime.date | None:
    if date.year is None or date.month is None or date.day is None:
        return None
    try:
        return datetime.date(date.year, date.month, date.day)
    except ValueError:
        return None


def _commonest(days: Iterable[datetime.date]) -> datetime.date | None:
    counts = Counter(days)
    return min(counts, key=lambda day: (-counts[day], day), default=None)


def _earliest(group: Sequence[_Profile]) -> datetime.date:
    return min((profile.date for profile in group if profile.date is not None), default=datetime.date.max)


def _groups(profiles: Sequence[_Profile]) -> list[list[_Profile]]:
    """Join the best matching reports first, and never two groups of which any two reports are far apart."""
    group_of = {profile.id: [profile] for profile in profiles}
    scored = [(_overlap(a, b), _dates_say(a, b), a, b) for a, b in combinations(profiles, 2)]
    # First what shares something, then what says too little to be told apart.
    likely = [(s, a, b) for s, dates, a, b in scored if dates != "far" and s >= _LEAST[dates]]
    meagre = [(s, a, b) for s, dates, a, b in scored if dates != "far" and _says_little(a, b)]
    for _, a, b in (*sorted(likely, key=_best_first), *sorted(meagre, key=_best_first)):
        left, right = group_of[a.id], group_of[b.id]
        if left is not right and not any(_dates_say(x, y) == "far" for x in left for y in right):
            left.extend(right)
            group_of.update({profile.id: left for profile in right})
    unique = {id(group): sorted(group, key=lambda profile: profile.id) for group in group_of.values()}
    return list(unique.values())


def _best_first(pair: tuple[float, _Profile, _Profile]) -> tuple[float, str, str]:
    score, a, b = pair
    return (-round(score, 9), a.id, b.id)


def _says_little(a: _Profile, b: _Profile) -> bool:
    return min(len(a.keys), len(b.keys)) < _LITTLE


def _dates_say(a: _Profile, b: _Profile) -> str:
    """Return ``near``, ``between``, ``far`` or ``unknown``."""
    gap = _gap(a, b)
    if gap is None:
        return "unknown"
    if a.date is None or b.date is None:
        return "far" if gap > _FAR else "unknown"
    if gap <= _NEAR or _names_day(a, b.date) or _names_day(b, a.date):
        return "near"
    return "far" if gap > _FAR else "between"


def _gap(a: _Profile, b: _Profile) -> int | None:
    """Return the days between two reports; the least possible ones where a year is not said."""
    if a.date is not None and b.date is not None:
        return abs((a.date - b.date).days)
    days = [profile.dated or (profile.date and (profile.date.month, profile.date.day)) for profile in (a, b)]
    if days[0] is None or days[1] is None:
        return None
    first, second = (datetime.date(2000, *day).timetuple().tm_yday for day in days if day)
    return min(abs(first - second), _YEAR - abs(first - second))


def _names_day(profile: _Profile, day: datetime.date) -> bool:
    """Tell whether a report, though of another day, names that day (or one beside it)."""
    return any(abs((named - day).days) <= _SAME_DAY for named in profile.named)


def _overlap(a: _Profile, b: _Profile) -> float:
    """Return the cosine of two reports' weighted keys, in [0, 1]."""
    shared = sum(a.keys[key] * b.keys[key] for key in sorted(a.keys.keys() & b.keys.keys()))
    sizes = [math.sqrt(sum(profile.keys[key] ** 2 for key in sorted(profile.keys))) for profile in (a, b)]
    if not all(sizes):
        return 0.0
    return shared / (sizes[0] * sizes[1]) * (_OTHER_HOLDERS if _other_holders(a, b) else 1.0)


def _other_holders(a: _Profile, b: _Profile) -> bool:
    """Tell whether both reports name holders of one office, and neither names the other's at all."""
    offices = [(a.holders[office], b.holders[office]) for office in a.holders.keys() & b.holders.keys()]
    return any(x.isdisjoint(b.keys) and y.isdisjoint(a.keys) for x, y in offices)
