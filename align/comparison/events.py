"""Which reports tell of the same event: dates, figures, editions, participants and places, for and against.

Reports of one outlet on the same template, about another occasion, share nearly all names. What tells them
apart are the day of the happening, the number of the session or fair, and the figures: each is weighed as a
log-likelihood ratio, roughly, and the sum decides.
"""

from __future__ import annotations

import datetime
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations, product

from align.evidence import Number, statement_evidence
from align.evidence.common_words import is_common
from align.evidence.dates import Date, dates
from align.evidence.gazetteer import words
from align.evidence.name import Name, name_key
from align.evidence.numbers import numbers
from align.evidence.stems import stem
from align.reading.datelines import dateline
from align.report import Report

# Days between two reports: up to the first they may well tell of one event, beyond the second they do not,
# unless the later one opens with the day of the earlier.
_NEAR, _FAR = 14, 45
_SAME_DAY = 3
_YEAR = 366
# What speaks for one event (above 0) and against it, in natural logarithms. Reports that somebody lays side
# by side, and that say too little to be told apart, are taken to tell of one.
_PRIOR = 0.3
_DATES = {"same": 1.5, "near": 1.0, "unknown": 0.0, "apart": -1.0, "between": -3.5, "far": -9.0}
_NAMES_DAY = 1.0
# A figure of one report is in another of the same event about every second time; on the same template about
# another occasion, where the background stays, every fifth time.
_FIGURE_SHARED, _FIGURE_ALONE = math.log(0.55 / 0.2), math.log(0.45 / 0.8)
_FIGURES = 0.8  # figures of one report depend on each other
_OTHER_COUNT = 0.6  # 418 trains here, 96 trains there
_MOST_FIGURES = 2.5
_ROUND = 0.5  # the weight of a figure with one digit other than zero
_LEAST_FIGURE = 5
_MANY_FIGURES = 60  # of a long report the first ones do
_NAMES, _USUAL_NAMES, _LEAST_NAMES, _MOST_NAMES = 6.0, 0.1, -0.8, 1.0
_EDITION_SHARED, _OTHER_EDITION = 1.0, -2.5
_OTHER_HOLDERS = -2.5
_EDITIONS = frozenset({"session", "games", "forum", "congress", "conference", "summit", "fair", "festival"})
_WEIGHTS = {"name": 3.0, "org": 1.5, "event": 2.0, "place": 0.5}
_OPENING = 4
_WORD = re.compile(r"[\s\u00a0]([^\W\d_]{3,})")
# How far behind an office its holder may stand.
_OFFICE_REACH = 50

_Day = tuple[int | None, int, int]


@dataclass(frozen=True, slots=True)
class _Profile:
    """What a report is about: its day and those it opens with, weights of its names, figures, editions."""

    id: str
    date: datetime.date | None
    dateline: _Day | None  # year, where it is said, month and day
    opening: frozenset[_Day]  # the days that the first lines name, and the report's own
    named: frozenset[datetime.date]
    names: Mapping[str, float] = field(repr=False)
    figures: tuple[Number, ...] = field(repr=False)
    counted: Mapping[str, frozenset[Decimal]] = field(repr=False)  # how many trains, members, houses
    editions: Mapping[str, frozenset[Decimal]] = field(repr=False)
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
    found = [
        (statement.id, statement_evidence(statement.text, language, today=report.date))
        for statement in report.statements
    ]
    said = [(number, date) for number, evidence in found for date in evidence.dates if not date.loose]
    opening = {
        parts for number, date in said if number < _OPENING and (parts := _month_day(date)) is not None
    }
    named = [day for _, date in said if (day := _day(date)) is not None]
    figures = [number for _, evidence in found for number in evidence.numbers]
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for _, evidence in found:
        for office, person in _holders(evidence.names):
            holders[office].add(person)
    return _Profile(
        id=report.id,
        date=report.date or _commonest(_day(date) for number, date in said if number < _OPENING),
        dateline=_dateline_day(report, language),
        opening=frozenset(opening),
        named=frozenset(named),
        names=_names(report, language, [name for _, evidence in found for name in evidence.names]),
        figures=tuple({n.value: n for n in figures if _is_figure(n)}.values())[:_MANY_FIGURES],
        counted=_counted(report, language),
        editions=_editions(figures),
        holders=holders,
    )


def _names(report: Report, language: str, found: Iterable[Name]) -> dict[str, float]:
    """Weigh what a report names: known names by their keys, all else with a capital by its sound."""
    counts = Counter(name.key for name in found if not (name.office or name.literal or name.acronym))
    capitals = Counter(
        name_key(word.text)
        for statement in report.statements
        for word in words(statement.text)
        if word.capital and len(word.text) > 3 and not is_common(word.text, language)
    )
    # Who is a person is seen once ("Minister Nurtleu"); how much the report is about them, everywhere.
    counts |= capitals
    return {key: _WEIGHTS.get(key.split(":")[0], 1.0) * math.sqrt(count) for key, count in counts.items()}


def _is_figure(number: Number) -> bool:
    return not number.ordinal and number.value >= _LEAST_FIGURE


def _rarity(figure: Number) -> float:
    return _ROUND if len(figure.value.normalize().as_tuple().digits) == 1 else 1.0


def _agree(figure: Number, other: Number) -> bool:
    return figure.value == other.value or figure.amounts_to(other) or figure.may_be(other)


def _counted(report: Report, language: str) -> dict[str, frozenset[Decimal]]:
    """Map what is counted, in the words of the report and in its English, to how many of it there are."""
    counted: defaultdict[str, set[Decimal]] = defaultdict(set)
    for statement in report.statements[:_MANY_FIGURES]:
        for text, tongue in ((statement.text, language), (statement.translation, "en")):
            for number in numbers(text, language=tongue) if text else ():
                following = _WORD.match(text, number.end) if text and _is_figure(number) else None
                if following and number.unit is None:
                    counted[f"{tongue}:{stem(following[1], tongue)}"].add(number.value)
    return {what: frozenset(values) for what, values in counted.items()}


def _editions(found: Iterable[Number]) -> dict[str, frozenset[Decimal]]:
    """Return which session, fair or summit a report tells of: "the 7th", "IX."."""
    editions: defaultdict[str, set[Decimal]] = defaultdict(set)
    for number in found:
        if number.ordinal and number.unit is not None and number.unit in _EDITIONS and number.value > 1:
            editions[number.unit].add(number.value)
    return {unit: frozenset(values) for unit, values in editions.items()}


def _dateline_day(report: Report, language: str) -> _Day | None:
    """Return the day of a report: its own, or that of the dateline, which may lack the year."""
    if report.date is not None:
        return report.date.year, report.date.month, report.date.day
    found = dateline(report.statements[0].text) if report.statements else None
    if found is None:
        return None
    days = map(_month_day, dates(report.statements[0].text[: found.end], language=language))
    return next((day for day in days if day is not None), None)


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


def _month_day(date: Date) -> _Day | None:
    return None if date.month is None or date.day is None else (date.year, date.month, date.day)


def _day(date: Date) -> datetime.date | None:
    if date.year is None or date.month is None or date.day is None:
        return None
    try:
        return datetime.date(date.year, date.month, date.day)
    except ValueError:
        return None


def _commonest(days: Iterable[datetime.date | None]) -> datetime.date | None:
    counts = Counter(day for day in days if day is not None)
    return min(counts, key=lambda day: (-counts[day], day), default=None)


def _earliest(group: Sequence[_Profile]) -> datetime.date:
    return min((profile.date for profile in group if profile.date is not None), default=datetime.date.max)


def _groups(profiles: Sequence[_Profile]) -> list[list[_Profile]]:
    """Join, best first, groups whose reports on average speak for one event; never two reports far apart."""
    groups = [[profile] for profile in profiles]
    evidence = {(a.id, b.id): _evidence(a, b) for a, b in combinations(profiles, 2)}
    while len(groups) > 1:
        score, left, right = max(
            ((_between(a, b, evidence), a, b) for a, b in combinations(groups, 2)),
            key=lambda pair: (round(pair[0], 9), [profile.id for profile in pair[1]]),
        )
        if score <= 0:
            break
        groups = [group for group in groups if group is not left and group is not right]
        groups.append(sorted([*left, *right], key=lambda profile: profile.id))
        groups.sort(key=lambda group: group[0].id)
    return groups


def _between(
    left: Sequence[_Profile], right: Sequence[_Profile], evidence: Mapping[tuple[str, str], float]
) -> float:
    """Return the mean evidence of the pairs of two groups, or the least where two reports are far apart."""
    pairs = [evidence[min(a.id, b.id), max(a.id, b.id)] for a, b in product(left, right)]
    return min(pairs) if min(pairs) <= _DATES["far"] / 2 else sum(pairs) / len(pairs)


def _evidence(a: _Profile, b: _Profile) -> float:
    """Return how much speaks for one event (above 0) or two."""
    return _PRIOR + _by_date(a, b) + _by_names(a, b) + _by_figures(a, b) + _by_edition(a, b)


def _by_date(a: _Profile, b: _Profile) -> float:
    days = [profile.opening | ({profile.dateline} if profile.dateline else set()) for profile in (a, b)]
    happened = min((_distance(x, y) for x, y in product(*days)), default=None)
    if happened is not None and happened <= _SAME_DAY:
        return _DATES["same"]
    gap = _distance(a.dateline, b.dateline) if a.dateline and b.dateline else None
    if gap is None:
        return _DATES["unknown"] if happened is None or happened <= _NEAR else _DATES["apart"]
    if gap <= _NEAR:
        return _DATES["near"]
    if gap > _FAR:
        return _DATES["far"]
    return _DATES["between"] + (_NAMES_DAY if _names_other(a, b) else 0.0)


def _distance(x: _Day, y: _Day) -> int:
    """Return the days between two days; the least possible ones where one lacks its year."""
    if x[0] is not None and y[0] is not None:
        return abs(_ordinal(x, x[0]) - _ordinal(y, y[0]))
    first, second = _ordinal(x, 2000), _ordinal(y, 2000)
    return min(abs(first - second), _YEAR - abs(first - second))


def _ordinal(day: _Day, year: int) -> int:
    return datetime.date(year, day[1], 1).toordinal() + day[2] - 1


def _names_other(a: _Profile, b: _Profile) -> bool:
    """Tell whether a report names, anywhere, the day of the other or one beside it."""
    pairs = ((a.named, b.date), (b.named, a.date))
    return any(
        day is not None and abs((named - day).days) <= _SAME_DAY for days, day in pairs for named in days
    )


def _by_names(a: _Profile, b: _Profile) -> float:
    """Weigh the weighted cosine of what both name; names make a subject rather than an event."""
    if not a.names or not b.names:
        return 0.0
    shared = sum(a.names[key] * b.names[key] for key in sorted(a.names.keys() & b.names.keys()))
    sizes = [math.sqrt(sum(profile.names[key] ** 2 for key in sorted(profile.names))) for profile in (a, b)]
    weight = _NAMES * (shared / (sizes[0] * sizes[1]) - _USUAL_NAMES)
    return min(_MOST_NAMES, max(_LEAST_NAMES, weight)) + (_OTHER_HOLDERS if _other_holders(a, b) else 0.0)


def _other_holders(a: _Profile, b: _Profile) -> bool:
    """Tell whether both reports name holders of one office, and neither names the other's at all."""
    offices = [(a.holders[office], b.holders[office]) for office in a.holders.keys() & b.holders.keys()]
    return any(x.isdisjoint(b.names) and y.isdisjoint(a.names) for x, y in offices)


def _by_figures(a: _Profile, b: _Profile) -> float:
    """Weigh how many figures of the report with fewer of them the other has, and counts more or fewer of."""
    fewer, more = sorted((a.figures, b.figures), key=lambda figures: sum(map(_rarity, figures)))
    shared = sum(_rarity(figure) for figure in fewer if any(_agree(figure, other) for other in more))
    least = sum(map(_rarity, fewer))
    others = sum(a.counted[what].isdisjoint(b.counted[what]) for what in a.counted.keys() & b.counted.keys())
    weight = _FIGURES * (shared * _FIGURE_SHARED + (least - shared) * _FIGURE_ALONE) - _OTHER_COUNT * others
    return min(_MOST_FIGURES, max(-_MOST_FIGURES, weight))


def _by_edition(a: _Profile, b: _Profile) -> float:
    """Weigh whether both tell of the same session, fair or summit, by its number."""
    pairs = [(a.editions[unit], b.editions[unit]) for unit in a.editions.keys() & b.editions.keys()]
    if any(x.isdisjoint(y) for x, y in pairs):
        return _OTHER_EDITION
    return _EDITION_SHARED if pairs else 0.0
