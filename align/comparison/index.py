"""The reports of one event, indexed for search, and which of their statements belong together."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from align.comparison.result import Row
from align.comparison.things import Days, mentions
from align.evidence import Name
from align.evidence.relative import reported_dates
from align.evidence.search import ReportSearch, search_index
from align.finding import Passage
from align.languages import is_searched
from align.link import Link
from align.reading.datelines import dateline
from align.report import Report

Mates = Mapping[tuple[str, int], Mapping[str, frozenset[int]]]


@dataclass(frozen=True, slots=True)
class EventIndex:
    """The searched reports of one event by id, who is named in each, and which statements are matched."""

    searches: Mapping[str, ReportSearch]
    days: Mapping[str, Days]
    persons: Mapping[str, tuple[str, ...]]
    bodies: Mapping[str, frozenset[str]]  # the keys of the organisations that each names
    mates: Mates

    def others(self, report: Report) -> dict[str, ReportSearch]:
        """Return the other reports of the event."""
        return {name: search for name, search in self.searches.items() if name != report.id}

    def matched(self, report: str, statements: Iterable[int], other: str) -> frozenset[int]:
        """Return the statements of another report that say the same as any of these."""
        found = (self.mates.get((report, s), {}).get(other, frozenset()) for s in statements)
        return frozenset().union(*found)

    def beside(self, report: str, statements: Sequence[int], others: Iterable[str]) -> tuple[Passage, ...]:
        """Return the statements of other reports beside which these stand: where a thing was looked for."""
        return tuple(
            passage(self.searches[other].report, number)
            for other in sorted(others)
            for number in sorted(self.matched(report, statements, other))
        )


def event_indexes(
    reports: Iterable[Report], events: Mapping[str, int], mates: Mates
) -> tuple[EventIndex, ...]:
    """Index the reports of each event; those in a language that is not searched are left out."""
    groups: defaultdict[int, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: report.id):
        if is_searched(report.language):
            groups[events[report.id]].append(report)
    return tuple(event_index(group, mates) for group in groups.values())


def event_index(reports: Sequence[Report], mates: Mates) -> EventIndex:
    """Index reports of one event; one without date is read as one of the day of any other."""
    known = tuple(sorted({report.date for report in reports if report.date is not None}))
    days = {report.id: _days(report, known) for report in reports}
    return EventIndex(
        searches={report.id: search_index(report, days=days[report.id]) for report in reports},
        days=days,
        persons={report.id: _persons(report, days[report.id]) for report in reports},
        bodies={report.id: _bodies(report, days[report.id]) for report in reports},
        mates=mates,
    )


def _days(report: Report, known: Days) -> Days:
    """Return the day of a report: its date, that of its dateline, or else any of the others'."""
    if report.date is not None:
        return (report.date,)
    found = dateline(report.statements[0].text) if report.statements else None
    if found is None or not known:
        return known
    language = report.language.split("-")[0]
    dates = reported_dates(report.statements[0].text[: found.end], language=language, today=known[0])
    full = [
        datetime.date(date.year, date.month, date.day)
        for date in dates
        if date.year and date.month and date.day and not date.loose
    ]
    return tuple(full[:1]) or known


def passage(report: Report, statement: int) -> Passage:
    """Return a whole statement as a passage."""
    found = report.statements[statement]
    return Passage(report.id, statement, found.start, found.end, found.text, found.translation)


def matches(links: Iterable[Link], rows: Iterable[Row]) -> Mates:
    """Map every statement to those of other reports that a link or a coverage row puts beside it."""
    mates: defaultdict[tuple[str, int], defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    groups = [row.statements for row in rows]
    groups += [{link.source_report: link.source, link.target_report: link.target} for link in links]
    for group in groups:
        for report, statements in group.items():
            for statement in statements:
                for other, others in group.items():
                    if other != report:
                        mates[report, statement][other].update(others)
    return {node: {other: frozenset(m) for other, m in found.items()} for node, found in mates.items()}


def _bodies(report: Report, days: Days) -> frozenset[str]:
    found = (m for statement in report.statements for m in mentions(report, statement, days))
    return frozenset(
        key for m in found if m.kind == "organisation" and isinstance(m.probe, Name) for key in m.probe.keys
    )


def _persons(report: Report, days: Days) -> tuple[str, ...]:
    own = (m.probe for statement in report.statements for m in mentions(report, statement, days))
    return tuple({p.key: p.surface for p in own if isinstance(p, Name) and p.kind == "person"}.values())
