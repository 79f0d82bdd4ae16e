"""Findings: what one report says and others of the same event do not, or say otherwise.

Nothing is called "not found in B" before B's original and B's English were searched for it
(``align.evidence.search``); where the search cannot tell, nothing is said. What an original has and our
English of it lost is a translation gap, shown as ours. Confidences are judged by hand so far, not calibrated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType

from align.comparison.absences import Absences, absent_statements
from align.comparison.conflicts import conflicts
from align.comparison.counterparts import all_counterparts
from align.comparison.gaps import translation_gaps
from align.comparison.index import EventIndex
from align.comparison.named import absent_things
from align.comparison.stances import absent_stances
from align.comparison.words import WordSimilarity
from align.finding import Finding
from align.link import Link


def findings(
    indexes: Iterable[EventIndex],
    links: Sequence[Link],
    absences: Absences,
    similarity: WordSimilarity,
    unsaid: Absences = MappingProxyType({}),
) -> tuple[Finding, ...]:
    """Return what each report has and others of its event lack or contradict, by report and place.

    Reports in a language that is not searched (``align.languages.is_searched``) are in no index: they neither
    have findings nor are they said to lack anything. Each thing is reported once per report, at its first
    mention, with all reports in which it was not found. Ids are f1, f2 … in that order, which does not depend
    on the order of the arguments.
    """
    found: list[Finding] = []
    for event in indexes:
        for search in event.searches.values():
            found += absent_things(search.report, event, similarity)
            found += absent_statements(search.report, event, absences, similarity, unsaid)
            found += translation_gaps(search.report, event)
        inside = [link for link in links if {link.source_report, link.target_report} <= event.searches.keys()]
        likely = all_counterparts(event, similarity)
        found += absent_stances(inside, likely, event, similarity)
        found += [finding for pair in conflicts(inside, likely, event, similarity) for finding in pair]
    found = _merged(found)
    found.sort(key=lambda f: (f.report, f.start, f.end, f.kind, f.text, f.missing_from))
    return tuple(replace(finding, id=f"f{number}") for number, finding in enumerate(found, start=1))


def _merged(found: Iterable[Finding]) -> list[Finding]:
    """Join what is said of one passage: not found here, given otherwise there."""
    groups: defaultdict[tuple[str, str, int, int], list[Finding]] = defaultdict(list)
    for finding in found:
        groups[finding.kind, finding.report, finding.start, finding.end].append(finding)
    return [_joined(group) for group in groups.values()]


def _joined(group: Sequence[Finding]) -> Finding:
    """Return one finding for several of one passage; the first gives the words, all give the reports."""
    if len(group) == 1:
        return group[0]
    counterparts = {passage for finding in group for passage in finding.counterparts}
    return replace(
        group[0],
        missing_from=tuple(sorted({name for finding in group for name in finding.missing_from})),
        conflicts_with=tuple(sorted({name for finding in group for name in finding.conflicts_with})),
        counterparts=tuple(sorted(counterparts, key=lambda p: (p.report, p.statement, p.start, p.end))),
        confidence=max(finding.confidence for finding in group),
    )
