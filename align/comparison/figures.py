"""Figures and dates that two reports give differently for the same thing."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product
from typing import Literal, get_args

from align.comparison.compatible import amount, compatible, is_part, may_both_be_right, to_come
from align.comparison.counterparts import Counterparts
from align.comparison.index import EventIndex
from align.comparison.passages import locate
from align.comparison.said import Said
from align.comparison.things import Days, Mention, mentions
from align.comparison.words import ContentWord, WordSimilarity, both_sides
from align.evidence import Name, Number, statement_evidence
from align.evidence.dates import Date
from align.evidence.search import HEAD, where
from align.evidence.tolls import Toll, nobody, toll
from align.finding import Passage
from align.link import Link
from align.reading.datelines import dateline
from align.report import Report, Statement

LEAST_LINK = 0.5
_FARTHEST, _FAR = 12.0, 2.5  # factor by which figures for one thing differ at most; by which they seldom do
_FAR_YEARS, _FAR_DAYS = 5, 30
_MOST_SWAPPED = 10  # factor by which figures with their digits swapped differ at most
_SLIP = 0.5  # closeness of figures that differ by a factor of ten, and of years by one digit
_YEAR_SLIPS = (10, 20, 100)
_SAME_ROLE = 0.5  # similarity of the words beside two figures that surely stand for the same
# Logistic regression on the development half of corpora/; scripts/fit_conflicts prints it: intercept, then
# what ``examined`` yields. From this probability on 95 of 100 were right in folders not fitted on,
# before each figure was given only its likeliest rival.
WEIGHTS = (-7.40, 5.12, 1.29, 2.50, 0.63, 1.35, -1.61, 3.19, 6.83, -0.73, 0.18, -1.09, 7.34)
LEAST_LIKELY = 0.9
_OPENING = (HEAD, 0, 1)  # statements that say where all happens
_MANY = 20_000  # pairs of figures: texts so long are compared only where statements are linked
_LEAST_COUNT = 2
_PECULIAR = 3  # digits: a figure of so many seldom stands for two things
_COUNTS = (None, "person")
_CURRENCY = re.compile("[A-Z]{3}")
_MUCH = 100_000  # of what is less it must be said that it is money
_IN_BRACKETS = re.compile(r"\([^()]*$")  # a time of day that is given once more for elsewhere: (4:40 мск)
_THEN = re.compile(r"(?<!\w)(?:damals|seinerzeit|back then|at that time|тогда)(?!\w)", re.IGNORECASE)

# "The Frenchman, 67, lost": a figure between commas or in brackets that tells how old somebody is.
_OLD = range(5, 111)
_AGE = (re.compile(r"[\w.»”“\"], $|\w \($"), re.compile(r"[,)]"))
# "Until the end of 2029" is "before 2030".
_THROUGH = re.compile(
    r"(?<!\w)(?:(?:bis|zum) ende|(?:until|to|by|before) the end of|до конца)(?: des jahres)? $", re.IGNORECASE
)
_BEFORE = re.compile(
    r"(?<!\w)(?:bis|vor|before|until|до)(?: anfang| the beginning of| начала)? $", re.IGNORECASE
)

_POINTS = re.compile(
    r"(?:percentage|basis)\W?points?|(?:prozent|basis)punkt|(?:процентн|базисн)\w+ пункт|п\. ?п\.",
    re.IGNORECASE,
)
_UNIT_REACH = 20  # characters

Kind = Literal["number", "date"]
_Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two figures or dates that are given for one thing, and how sure that is."""

    left: Said
    right: Said
    confidence: float


def rivals(
    left: str,
    right: str,
    links: Iterable[Link],
    likely: Counterparts,
    event: EventIndex,
    similarity: WordSimilarity,
) -> Iterator[Rivals]:
    """Yield the figures and dates that two reports of one event give differently, each at most once."""
    found = [
        Rivals(a, b, round(probability, 3))
        for a, b, features in examined(left, right, links, likely, event, similarity)
        if (probability := likelihood(features)) >= LEAST_LIKELY
        and not _both_elsewhere(a, b, event, similarity)
    ]
    found.sort(key=lambda pair: (-pair.confidence, _place(pair.left), _place(pair.right)))
    taken: set[_Place] = set()
    for pair in found:
        places = {_place(pair.left), _place(pair.right)}
        if taken.isdisjoint(places):
            yield pair
        taken |= places


def _both_elsewhere(a: Said, b: Said, event: EventIndex, similarity: WordSimilarity) -> bool:
    """Tell whether a third report has both: then they stand for two things."""
    thirds = [name for name in event.searches if name not in (a.report.id, b.report.id)]
    return any(all(_has_in_role(third, said, event, similarity) for said in (a, b)) for third in thirds)


def _has_in_role(other: str, said: Said, event: EventIndex, similarity: WordSimilarity) -> bool:
    """Tell whether a report has a figure where it stands for the same, or a date."""
    search, probe = event.searches[other], said.mention.probe
    places = set(where(search, probe)) - {HEAD}
    if not isinstance(probe, Number) or _peculiar(probe):
        return bool(places)
    twins = (twin for place in places for twin in _twins(probe, search.report, place, event))
    return any(_same_role(said, twin, similarity) for twin in twins)


def examined(
    left: str,
    right: str,
    links: Iterable[Link],
    likely: Counterparts,
    event: EventIndex,
    similarity: WordSimilarity,
) -> Iterator[tuple[Said, Said, tuple[float, ...]]]:
    """Yield two figures or dates that may be given for one thing, each in one report only, with features.

    These are the probability that their statements say the same; whether like things are counted; how near
    the figures are; whether they are of one unit; whether the statements share another figure or a person;
    how much else they have in common; whether the figures are alone there; whether both count the dead, the
    injured and so on; whether they are dates; how many of the two stand beside a date that the other
    statement lacks; whether the greater is still to come and the other is not; and how much of what stands
    beside one stands in the clause of the other.
    """
    linked = {**likely.pairs, **_linked(links, left, right)}
    for kind in get_args(Kind):
        ours = _alone(left, right, kind, event, similarity)
        theirs = _alone(right, left, kind, event, similarity)
        tolls = {_place(said): _toll(said, event) for said in (*ours, *theirs)}
        counts = {**_counts(left, event), **_counts(right, event)} if kind == "number" else {}
        judge = _Judge(linked, _lone([*ours, *theirs]), tolls, counts, event, similarity)
        for a, b in _candidates(ours, theirs, judge):
            features = judge(a, b)
            if features is not None:
                yield a, b, features


def likelihood(found: Sequence[float]) -> float:
    """Return the probability that two figures with these ``features`` contradict each other."""
    intercept, *weights = WEIGHTS
    logit = intercept + sum(weight * value for weight, value in zip(weights, found, strict=True))
    return 1 / (1 + math.exp(-logit))


def _place(said: Said) -> _Place:
    return said.report.id, said.statement.id, said.mention.probe.start


def denied_tolls(left: str, right: str, event: EventIndex) -> Iterator[tuple[Passage, Said]]:
    """Yield where one report says that nobody died, or was hurt, and where another counts them."""
    own, other = event.searches[left].report, event.searches[right].report
    language = own.language.split("-")[0]
    denials = [
        (kind, statement, start, end)
        for statement in own.statements
        for kind, start, end in nobody(statement.text, language=language)
    ]
    for kind, statement, start, end in denials:
        counts = (
            said
            for number in other.statements
            for mention in _numbers(other, number, event.days[right])
            if _toll(said := Said(other, number, mention), event) == kind
        )
        counted = next(counts, None)
        if counted is not None:
            places = locate(own, statement, start, end)
            yield Passage(left, statement.id, *places, statement.text[start:end]), counted


def _linked(links: Iterable[Link], left: str, right: str) -> Mapping[tuple[int, int], float]:
    """Map the pairs of statements that links join to the confidence of the link."""
    found: dict[tuple[int, int], float] = {}
    for link in links:
        for one in (link, link.mirrored()):
            if (one.source_report, one.target_report) == (left, right) and one.confidence >= LEAST_LINK:
                found.update(dict.fromkeys(product(one.source, one.target), one.confidence))
    return found


def _alone(report: str, other: str, kind: Kind, event: EventIndex, similarity: WordSimilarity) -> list[Said]:
    """Return the figures or dates of a report that the other does not have in that role."""
    own = event.searches[report].report
    read = _numbers if kind == "number" else _dates
    body = (statement for statement in own.statements if statement.kind != "heading")
    found = (Said(own, s, mention) for s in body for mention in read(own, s, event.days[report]))
    return [said for said in found if not _known(said, other, event, similarity)]


def _numbers(report: Report, statement: Statement, days: Days) -> Iterator[Mention]:
    language = report.language.split("-")[0]
    for number in statement_evidence(statement.text, language, today=days[0] if days else None).numbers:
        if number.value >= _LEAST_COUNT or number.value != int(number.value):
            yield Mention("number", "", number, 1.0)


def _dates(report: Report, statement: Statement, days: Days) -> Iterator[Mention]:
    opening = dateline(statement.text)
    for mention in mentions(report, statement, days):
        probe = mention.probe
        if not isinstance(probe, Date) or (opening is not None and probe.start < opening.end):
            continue
        if probe.label is None or not _IN_BRACKETS.search(statement.text, 0, probe.start):
            yield mention


def _known(said: Said, other: str, event: EventIndex, similarity: WordSimilarity) -> bool:
    """Tell whether the other report says it, too; a small number only if it stands for the same there."""
    search, probe = event.searches[other], said.mention.probe
    places = set(where(search, probe))
    mates = event.matched(said.report.id, (said.statement.id,), other)
    if not places or not places.isdisjoint(mates):
        return bool(places)
    if isinstance(probe, Date):
        return probe.day is not None or probe.label is not None
    if not isinstance(probe, Number) or _peculiar(probe):
        return True
    twins = (twin for place in places - {HEAD} for twin in _twins(probe, search.report, place, event))
    return any(_same_role(said, twin, similarity) for twin in twins)


def _peculiar(number: Number) -> bool:
    return len(number.value.normalize().as_tuple().digits) >= _PECULIAR


def _twins(number: Number, report: Report, place: int, event: EventIndex) -> Iterator[Said]:
    """Yield a figure where a statement of another report has it."""
    for mention in _numbers(report, report.statements[place], event.days[report.id]):
        if isinstance(mention.probe, Number) and mention.probe.amounts_to(number):
            yield Said(report, report.statements[place], mention)


def _toll(said: Said, event: EventIndex) -> Toll | None:
    """Return of whom a figure is the count; that of another time is none."""
    probe, text = said.mention.probe, said.statement.text
    if not isinstance(probe, Number) or _of_another_time(said, event):
        return None
    figures = statement_evidence(text, said.language).numbers
    return toll(probe, text, figures, language=said.language)


def _counts(report: str, event: EventIndex) -> dict[tuple[str, Toll | None], list[Decimal]]:
    """Return all the counts of dead, injured and so on that a report gives."""
    own = event.searches[report].report
    found: defaultdict[tuple[str, Toll | None], list[Decimal]] = defaultdict(list)
    for statement in own.statements:
        for mention in _numbers(own, statement, event.days[report]):
            kind = _toll(Said(own, statement, mention), event)
            if kind is not None and isinstance(mention.probe, Number):
                found[report, kind].append(mention.probe.value)
    return dict(found)


def _of_another_time(said: Said, event: EventIndex) -> bool:
    """Tell whether a statement tells of what was in another month than its report."""
    days = event.days[said.report.id]
    today = days[0] if days else None
    found = statement_evidence(said.statement.text, said.language, today=today).dates
    return bool(_THEN.search(said.statement.text)) or any(
        today is not None and date.year is not None and (date.year, date.month) != (today.year, today.month)
        for date in found
        if date.label is None
    )


def _same_role(a: Said, b: Said, similarity: WordSimilarity) -> bool:
    x, y = a.mention.probe, b.mention.probe
    one_unit = isinstance(x, Number) and isinstance(y, Number) and x.unit is not None and x.unit == y.unit
    return one_unit or _alike(a.beside, b.beside, similarity) >= _SAME_ROLE


def _alike(words: Sequence[ContentWord], others: Sequence[ContentWord], similarity: WordSimilarity) -> float:
    return max(similarity.best(words, others), default=0.0)


def _lone(found: Iterable[Said]) -> frozenset[_Place]:
    """Return the places of those that are the only ones of their unit in their statement."""
    groups: defaultdict[tuple[str, int, str | None], list[Said]] = defaultdict(list)
    for said in found:
        probe = said.mention.probe
        unit = probe.unit if isinstance(probe, Number) and probe.unit not in _COUNTS else None
        groups[said.report.id, said.statement.id, unit].append(said)
    return frozenset(_place(group[0]) for group in groups.values() if len(group) == 1)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Judges figures or dates of two reports.

    ``linked`` are the statements that belong together, ``lone`` the figures that are alone in theirs,
    ``tolls`` what counts of people stand for, and ``counts`` all of these in each report.
    """

    linked: Mapping[tuple[int, int], float]
    lone: frozenset[_Place]
    tolls: Mapping[_Place, Toll | None]
    counts: Mapping[tuple[str, Toll | None], Sequence[Decimal]]
    event: EventIndex
    similarity: WordSimilarity

    def __call__(self, a: Said, b: Said) -> tuple[float, ...] | None:
        """Return what speaks for and against one thing, ``None`` where both may be right all the same."""
        pair = a.statement.id, b.statement.id
        tolls = self.tolls[_place(a)], self.tolls[_place(b)]
        if not _comparable(a, b) or (tolls[0] != tolls[1] and None not in tolls):
            return None
        one_toll = tolls[0] is not None and tolls[0] == tolls[1]
        if pair not in self.linked and not one_toll:
            return None
        if compatible(a, b) or self._explained(a, b) or self._explained(b, a):
            return None
        if _closeness(a, b) == 0 or (one_toll and self._apart(a, b)):
            return None
        if one_toll and (self._is_part(a) or self._is_part(b)):
            return None
        if tolls[0] != tolls[1] and _of_another_time(a, self.event) != _of_another_time(b, self.event):
            return None
        if self._of_other_years(a, b) and (isinstance(a.mention.probe, Number) or self._then_and_now(a, b)):
            return None
        return (
            self.linked.get(pair, 0.0),
            _alike(a.counted, b.counted, self.similarity),
            _closeness(a, b),
            float(_one_unit(a, b)),
            float(self._shared(a, b)),
            self._akin(a, b),
            float(self._are_lone(a, b)),
            float(one_toll),
            float(isinstance(a.mention.probe, Date)),
            float(self._dated(a, b)) + float(self._dated(b, a)),
            float(to_come(a, b)),
            self._beside(a, b),
        )

    def _is_part(self, said: Said) -> bool:
        """Tell whether the report gives a greater count of them that may be the whole."""
        value = Decimal(amount(said.mention.probe)) if isinstance(said.mention.probe, Number) else Decimal(0)
        others = self.counts.get((said.report.id, self.tolls[_place(said)]), ())
        return any(value < other <= value * int(_FARTHEST) for other in others)

    def _dated(self, a: Said, b: Said) -> bool:
        """Tell whether a date beside the first is not in the statement of the second."""
        start, end = a.clause
        search = self.event.searches[b.report.id]
        return any(
            isinstance(mention.probe, Date)
            and mention.probe.label is None
            and start <= mention.probe.start < end
            and mention.probe != a.mention.probe
            and not {b.statement.id, *_OPENING} & set(where(search, mention.probe))
            for mention in mentions(a.report, a.statement, self.event.days[a.report.id])
        )

    def _of_other_years(self, a: Said, b: Said) -> bool:
        """Tell whether both statements name years, and none is the same."""
        ours, theirs = (self._years(said) for said in (a, b))
        return bool(ours and theirs) and ours.isdisjoint(theirs)

    def _then_and_now(self, a: Said, b: Said) -> bool:
        """Tell whether both statements give figures of one unit: so much then, so much now."""
        ours, theirs = (
            {
                mention.probe.unit
                for mention in _numbers(said.report, said.statement, self.event.days[said.report.id])
                if isinstance(mention.probe, Number) and mention.probe.unit not in _COUNTS
            }
            for said in (a, b)
        )
        return not ours.isdisjoint(theirs)

    def _years(self, said: Said) -> set[int]:
        found = mentions(said.report, said.statement, self.event.days[said.report.id])
        dates = (mention.probe for mention in found if isinstance(mention.probe, Date))
        return {date.year for date in dates if date.year is not None and date.month is None}

    def _apart(self, a: Said, b: Said) -> bool:
        return self._set_apart(a, b) or self._set_apart(b, a)

    def _are_lone(self, a: Said, b: Said) -> bool:
        return {_place(a), _place(b)} <= self.lone

    def _shared(self, a: Said, b: Said) -> bool:
        """Tell whether the statements have another figure or a person in common."""
        search = self.event.searches[b.report.id]
        return any(
            b.statement.id in where(search, mention.probe)
            for mention in mentions(a.report, a.statement, self.event.days[a.report.id])
            if mention.kind in ("number", "person") and mention.probe.start != a.mention.probe.start
        )

    def _akin(self, a: Said, b: Said) -> float:
        there = self.similarity.told(a.words, both_sides(b.statement, b.report), b.report)
        back = self.similarity.told(b.words, both_sides(a.statement, a.report), a.report)
        return (there + back) / 2

    def _beside(self, a: Said, b: Said) -> float:
        """Return how much of what stands beside one stands in the clause of the other, on average."""
        shares = [
            self.similarity.told(_own_beside(one), [*other.clause_words, *other.beside], other.report)
            for one, other in ((a, b), (b, a))
        ]
        return sum(shares) / 2

    def _explained(self, a: Said, b: Said) -> bool:
        """Tell whether another figure beside the other one is the same as this, but for rounding."""
        x = a.mention.probe
        if not isinstance(x, Number):
            return False
        mates = self.event.matched(a.report.id, (a.statement.id,), b.report.id) | {b.statement.id}
        others = [
            Said(b.report, b.report.statements[number], mention)
            for number in mates
            for mention in _numbers(b.report, b.report.statements[number], self.event.days[b.report.id])
        ]
        if _makes_up(x, [other for other in others if other.statement == b.statement]):
            return True
        return any(
            isinstance(other.mention.probe, Number)
            and other.mention.probe != b.mention.probe
            and may_both_be_right(x, other.mention.probe)
            and (_peculiar(x) or _same_role(a, other, self.similarity))
            for other in others
        )

    def _set_apart(self, a: Said, b: Said) -> bool:
        """Tell whether a place beside the first is not in the statement of the second."""
        start, end = a.clause
        named = (
            mention.probe
            for mention in mentions(a.report, a.statement, self.event.days[a.report.id])
            if start <= mention.probe.start < end and mention.probe != a.mention.probe
        )
        search = self.event.searches[b.report.id]
        places = {p.key: p for p in named if isinstance(p, Name) and p.kind == "place"}.values()
        # Several places make a total, and where all happens sets nothing apart.
        there = {b.statement.id, *_OPENING}
        return len(places) == 1 and any(there.isdisjoint(where(search, place)) for place in places)


def _makes_up(number: Number, parts: Sequence[Said]) -> bool:
    """Tell whether figures of one statement add up to a number: so many here, so many there."""
    figures = [part.mention.probe for part in parts]
    if any(is_part(part) for part in parts):
        return False
    counts = [f.value for f in figures if isinstance(f, Number) and not f.ordinal and f.unit in _COUNTS]
    return len(counts) > 1 and number.value in {sum(counts), *(p + q for p, q in combinations(counts, 2))}


def _candidates(ours: Sequence[Said], theirs: Sequence[Said], judge: _Judge) -> Iterator[tuple[Said, Said]]:
    """Yield what stands in statements that are linked or likely say the same, and counts of people."""
    if not ours or not theirs:
        return
    by_statement: defaultdict[int, list[Said]] = defaultdict(list)
    for said in theirs:
        by_statement[said.statement.id].append(said)
    few = len(ours) * len(theirs) <= _MANY
    counts = {b.statement.id for b in theirs if judge.tolls[_place(b)] is not None}
    for a in ours:
        near = {right for left, right in judge.linked if left == a.statement.id}
        if few and judge.tolls[_place(a)] is not None:
            near |= counts
        for number in sorted(near & by_statement.keys()):
            yield from ((a, b) for b in by_statement[number])


def _own_beside(said: Said) -> tuple[ContentWord, ...]:
    return tuple(word for word in said.beside if word.language == said.language)


def _comparable(a: Said, b: Said) -> bool:
    x, y = a.mention.probe, b.mention.probe
    if isinstance(x, Date) and isinstance(y, Date):
        said = [[part is not None for part in (*date.parts, date.label)] for date in (x, y)]
        if said[0] != said[1]:
            return x.label is y.label and _other_month(x, y)
        return (*x.parts, x.label) != (*y.parts, y.label) and not (
            _half_a_day_apart(x, y) or _one_end(a, b) or _one_end(b, a)
        )
    if not (isinstance(x, Number) and isinstance(y, Number)) or x.ordinal != y.ordinal:
        return False
    if _has_points(a) != _has_points(b) or _is_age(a) != _is_age(b):
        return False
    one = _one_unit(a, b) or {x.unit, y.unit} <= {*_COUNTS} or _money_unsaid(x, y)
    return one and 0 < _ratio(x, y) <= _FARTHEST


def _money_unsaid(x: Number, y: Number) -> bool:
    """Tell whether one figure is money, and the other may be for all that is said: 240 Millionen, $204m."""
    units = {x.unit, y.unit}
    money = any(unit is not None and _CURRENCY.fullmatch(unit) for unit in units)
    return None in units and money and min(x.value, y.value) >= _MUCH


def _other_month(x: Date, y: Date) -> bool:
    """Tell whether two dates, of which but one gives the day, are of different months of one year."""
    return None not in (x.month, y.month) and x.year == y.year and x.month != y.month


def _one_end(a: Said, b: Said) -> bool:
    """Tell whether the first runs to the end of a year, and the second to what begins then."""
    x, y = a.mention.probe, b.mention.probe
    if not (isinstance(x, Date) and isinstance(y, Date)) or None in (x.year, y.year):
        return False
    follows = x.month is None and (y.year or 0) == (x.year or 0) + 1 and y.month in (None, 1)
    return follows and bool(
        _THROUGH.search(a.statement.text[: x.start]) and _BEFORE.search(b.statement.text[: y.start])
    )


def _is_age(said: Said) -> bool:
    """Tell whether a figure stands beside somebody as an age does."""
    probe, text = said.mention.probe, said.statement.text
    if not isinstance(probe, Number) or probe.unit is not None or probe.value not in _OLD:
        return False
    return bool(_AGE[0].search(text[: probe.start]) and _AGE[1].match(text, probe.end))


def _half_a_day_apart(x: Date, y: Date) -> bool:
    """Tell whether two times of day may be one by a clock of twelve hours: 23.45 Uhr, 11:45."""
    clocks = [re.fullmatch(r"(\d{1,2}):(\d\d)", date.label or "") for date in (x, y)]
    if clocks[0] is None or clocks[1] is None:
        return False
    hours = [int(clock[1]) % 12 for clock in clocks if clock]
    return hours[0] == hours[1] and clocks[0][2] == clocks[1][2]


def _has_points(said: Said) -> bool:
    """Tell whether a figure is a difference of two shares, which is no share."""
    probe = said.mention.probe
    return bool(_POINTS.search(said.statement.text, probe.start, probe.end + _UNIT_REACH))


def _ratio(x: Number, y: Number) -> float:
    low, high = sorted((amount(x), amount(y)))
    return high / low if low > 0 else math.inf


def _closeness(a: Said, b: Said) -> float:
    """Return how near two figures or dates are, from 0 for far apart to 1: what is mistaken is seldom far."""
    x, y = a.mention.probe, b.mention.probe
    if isinstance(x, Number) and isinstance(y, Number):
        near = max(0.0, 1 - math.log(_ratio(x, y)) / math.log(_FAR))
        return max(near, _SLIP) if math.isclose(_ratio(x, y), 10) or _swapped(x, y) else near
    if not (isinstance(x, Date) and isinstance(y, Date)) or x.label is not None:
        return _SLIP
    years, months, days = (abs((p or 0) - (q or 0)) for p, q in zip(x.parts, y.parts, strict=True))
    gap = 12 * years * (None not in (x.year, y.year)) + months
    if x.month is None and years in _YEAR_SLIPS:
        return _SLIP
    if x.day is None:
        return max(0.0, 1 - gap / (12 * _FAR_YEARS))
    return max(0.0, 1 - (30 * gap + days) / _FAR_DAYS) if gap == 0 else _SLIP


def _swapped(x: Number, y: Number) -> bool:
    """Tell whether two figures have the same digits in another order: 380 and 830."""
    digits = [sorted(number.value.normalize().as_tuple().digits) for number in (x, y)]
    return len(digits[0]) > 1 and digits[0] == digits[1] and _ratio(x, y) < _MOST_SWAPPED


def _one_unit(a: Said, b: Said) -> bool:
    """Tell whether two figures measure one thing, in units that can be converted."""
    x, y = a.mention.probe, b.mention.probe
    if not (isinstance(x, Number) and isinstance(y, Number)) or x.unit is None or y.unit is None:
        return False
    return x.unit == y.unit or bool(x.measure and y.measure and x.measure[0] == y.measure[0])
