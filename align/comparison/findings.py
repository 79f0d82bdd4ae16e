"""Findings: what one report says and others of the same event do not.

Nothing is called "not found in B" before B's original and B's English were searched for it
(``align.evidence.search``); where the search cannot tell, nothing is said. What an original has and our
English of it lost is a translation gap, shown as ours. Confidences are judged by hand so far, not calibrated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from align.comparison.result import Row
from align.comparison.things import Mention, Thing, mentions, thing_at, things
from align.evidence import Name, statement_evidence
from align.evidence.dates import Date
from align.evidence.names import name_key
from align.evidence.numbers import Number
from align.evidence.quotations import Quotation
from align.evidence.search import ReportSearch, content_words, english_overlap, search_index, where
from align.evidence.transliteration import SAME_NAME, name_similarity
from align.finding import Finding
from align.languages import is_searched
from align.link import Link
from align.report import Report, Statement

_SAID, _HALF_SAID = 0.7, 0.4
_STATEMENT, _STATEMENT_UNSEARCHED, _GAP = 0.85, 0.6, 0.8
_UNTRANSLATED = 0.85  # factor on the confidence where only the original could be searched
_LEAST_WORDS = 3
_LEAST_LIKELY = 0.5  # "not found in B" is not said of a statement that B more likely says
_NAMES_ABSENT = 0.3  # of the doubt goes where a statement names what the other report does not

# (report, statement, other report) → probability in (0, 1) that the other does not say it.
Absences = Mapping[tuple[str, int, str], float]


@dataclass(frozen=True, slots=True)
class _Event:
    """The reports of one event, indexed for search, and which statements are matched."""

    searches: dict[str, ReportSearch]
    persons: dict[str, tuple[str, ...]]
    partners: Mapping[tuple[str, int], Mapping[str, frozenset[int]]]

    def matched(self, report: str, statements: Iterable[int], other: str) -> frozenset[int]:
        """Return the statements of another report that say the same as any of these."""
        found = (self.partners.get((report, s), {}).get(other, frozenset()) for s in statements)
        return frozenset().union(*found)


def findings(
    reports: Sequence[Report],
    links: Iterable[Link],
    rows: Iterable[Row],
    events: Mapping[str, int],
    absences: Absences,
) -> tuple[Finding, ...]:
    """Return what each report has and others of its event lack, by report id and place in the text.

    Reports in a language that is not searched (``align.languages.is_searched``) neither have findings nor are
    they said to lack anything. Each thing is reported once per report, at its first mention, with all reports
    in which it was not found. Ids are f1, f2 … in that order, which does not depend on the order of the
    arguments.
    """
    reports = [report for report in reports if is_searched(report.language)]
    partners = _partners(links, rows)
    searches = {report.id: search_index(report) for report in reports}
    persons = {report.id: _persons(report) for report in reports}
    found: list[Finding] = []
    for report in reports:
        others = [
            other.id for other in reports if other is not report and events[other.id] == events[report.id]
        ]
        event = _Event({other: searches[other] for other in others}, persons, partners)
        found += [*_named(report, event), *_statements(report, event, absences), *_gaps(report)]
    found.sort(key=lambda f: (f.report, f.start, f.end, f.kind, f.text))
    return tuple(_numbered(finding, number) for number, finding in enumerate(found, start=1))


def _persons(report: Report) -> tuple[str, ...]:
    own = (m.probe for statement in report.statements for m in mentions(report, statement))
    return tuple({p.key: p.surface for p in own if isinstance(p, Name) and p.kind == "person"}.values())


def _numbered(finding: Finding, number: int) -> Finding:
    return replace(finding, id=f"f{number}")


def _partners(links: Iterable[Link], rows: Iterable[Row]) -> dict[tuple[str, int], dict[str, frozenset[int]]]:
    """Map every statement to those of other reports that a link or a coverage row puts beside it."""
    partners: defaultdict[tuple[str, int], defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    groups = [row.statements for row in rows]
    groups += [{link.source_report: link.source, link.target_report: link.target} for link in links]
    for group in groups:
        for report, statements in group.items():
            for statement in statements:
                for other, mates in group.items():
                    if other != report:
                        partners[report, statement][other].update(mates)
    return {node: {other: frozenset(m) for other, m in mates.items()} for node, mates in partners.items()}


def _named(report: Report, event: _Event) -> Iterator[Finding]:
    for thing in things(report):
        doubts = {other: _doubt(thing, report, search, event) for other, search in event.searches.items()}
        missing = {other: doubt for other, doubt in doubts.items() if doubt is not None}
        if missing:
            yield Finding(
                id="",
                kind=thing.kind,
                report=report.id,
                statement=thing.statements[0],
                start=thing.start,
                end=thing.end,
                text=thing.text,
                translation=thing.english,
                missing_from=tuple(sorted(missing)),
                confidence=round(thing.certainty * min(missing.values()), 3),
                speaker=thing.speaker,
            )


def _doubt(thing: Thing, report: Report, search: ReportSearch, event: _Event) -> float | None:
    """Return the factor on the confidence that a thing is not in the other report, ``None`` if it may be."""
    mates = event.matched(report.id, thing.statements, search.report.id)
    searched = 1.0 if search.translated else _UNTRANSLATED
    if isinstance(thing.probe, Quotation):
        return None if _quoted_or_told(thing, thing.probe, search, mates) else searched
    if where(search, thing.probe):
        return None
    if isinstance(thing.probe, Name):
        return _name_doubt(thing, thing.probe, report, search, mates, event)
    return 1.0


def _quoted_or_told(thing: Thing, quotation: Quotation, search: ReportSearch, mates: frozenset[int]) -> bool:
    """Tell whether another report has the words, or a matched statement that may paraphrase them.

    Where it never mentions a speaker who has a name, a matched statement is no quotation of them.
    """
    if where(search, quotation) or _said(thing.english, search):
        return True
    speaker = quotation.speaker and _as_person(quotation.speaker)
    return bool(mates) and (not speaker or bool(where(search, speaker)))


def _as_person(speaker: str) -> Name | None:
    """Return a speaker as a person to search for; ``None`` for an office or a body."""
    if " " not in speaker:
        return None
    return Name("person", speaker, 0, len(speaker), name_key(speaker), frozenset())


def _name_doubt(
    thing: Thing, name: Name, report: Report, search: ReportSearch, mates: frozenset[int], event: _Event
) -> float | None:
    if name.quoted and name.literal and not _quotes_titles(search):
        return 1.0 if search.translated else _UNTRANSLATED
    if name.literal:
        if mates or _said(thing.english, search) or not _comparable(thing, report, search):
            return None
        return 1.0 if search.translated else _UNTRANSLATED
    if name.kind == "person" and _unknown_person(report, search, mates, event):
        return None  # the other report may spell this person in a way that the letters do not show
    return 1.0


def _quotes_titles(search: ReportSearch) -> bool:
    """Tell whether a report has titles in quotation marks; without any, a quoted title is not in it."""
    language = search.report.language.split("-")[0]
    texts = (statement.text for statement in search.report.statements)
    return any(name.quoted for text in texts for name in statement_evidence(text, language).names)


def _comparable(thing: Thing, report: Report, search: ReportSearch) -> bool:
    """Tell whether a name of common words can be looked for: in one language, or in English."""
    if report.language == search.report.language:
        return True
    return search.translated and (thing.english is not None or report.language.split("-")[0] == "en")


def _unknown_person(report: Report, search: ReportSearch, mates: frozenset[int], event: _Event) -> bool:
    """Tell whether the matched statements name a person whom this report does not."""
    own = event.persons[report.id]
    for mate in mates:
        for mention in mentions(search.report, search.report.statements[mate]):
            if mention.kind == "person" and isinstance(mention.probe, Name):
                surface = mention.probe.surface
                if all(name_similarity(surface, other) < SAME_NAME for other in own):
                    return True
    return False


def _said(english: str | None, search: ReportSearch) -> bool:
    return english is not None and english_overlap(search, english)[0] >= _SAID


def _statements(report: Report, event: _Event, absences: Absences) -> Iterator[Finding]:
    for statement in report.statements:
        if statement.kind == "heading" or len(content_words(statement.english)) < _LEAST_WORDS:
            continue
        doubts = {
            other: _statement_doubt(
                report, statement, search, absences.get((report.id, statement.id, other), _STATEMENT)
            )
            for other, search in event.searches.items()
            if not event.matched(report.id, (statement.id,), other)
        }
        missing = {
            other: doubt for other, doubt in doubts.items() if doubt is not None and doubt >= _LEAST_LIKELY
        }
        if missing:
            yield Finding(
                id="",
                kind="statement",
                report=report.id,
                statement=statement.id,
                start=statement.start,
                end=statement.end,
                text=statement.text,
                translation=statement.translation,
                missing_from=tuple(sorted(missing)),
                confidence=round(min(missing.values()), 3),
            )


def _statement_doubt(
    report: Report, statement: Statement, search: ReportSearch, absence: float
) -> float | None:
    """Return the confidence that another report does not say a statement, ``None`` where it seems to.

    ``absence`` is how likely that is by what the statements say as a whole.
    """
    absent = sum(not where(search, mention.probe) for mention in mentions(report, statement))
    if not search.translated or (statement.translation is None and report.language.split("-")[0] != "en"):
        return min(absence, _STATEMENT_UNSEARCHED + (0.2 if absent else 0.0))
    share, _ = english_overlap(search, statement.english)
    if share >= _SAID:
        return None
    likely = absence - 0.5 * max(0.0, share - _HALF_SAID)
    return max(0.0, likely + _NAMES_ABSENT * (1 - likely) if absent else likely)


def _gaps(report: Report) -> Iterator[Finding]:
    """Yield what the originals name and our English of the same statement lost, each thing once."""
    seen: set[str] = set()
    for statement in report.statements:
        if statement.translation is None:
            continue
        for mention in mentions(report, statement):
            if mention.key not in seen and not _kept(mention, statement.translation):
                seen.add(mention.key)
                thing = thing_at(report, statement, mention)
                yield Finding(
                    id="",
                    kind="translation-gap",
                    report=report.id,
                    statement=statement.id,
                    start=thing.start,
                    end=thing.end,
                    text=thing.text,
                    translation=thing.english,
                    missing_from=(),
                    confidence=round(_GAP * thing.certainty, 3),
                )


def _kept(mention: Mention, translation: str) -> bool:
    """Tell whether a translation still has a thing of its original."""
    evidence, probe = statement_evidence(translation, "en"), mention.probe
    if isinstance(probe, Number):
        return any(number.value == probe.value for number in evidence.numbers)
    if isinstance(probe, Date):
        return any((date.month, date.day) == probe.parts[1:] for date in evidence.dates)
    if probe.literal or not probe.keys.isdisjoint(evidence.keys):
        return True
    capitals = (word for word in translation.split() if word[0].isupper())
    return any(name_similarity(probe.surface, word) >= SAME_NAME for word in capitals)
