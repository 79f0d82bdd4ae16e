"""Put events, coverage and findings together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from align.comparison.absences import Absences
from align.comparison.coverage import coverage
from align.comparison.findings import findings
from align.comparison.index import event_indexes, matches
from align.comparison.marks import word_marks
from align.comparison.relations import related
from align.comparison.result import Comparison
from align.comparison.words import WordSimilarity
from align.embedding import Embedder
from align.link import Link
from align.report import Report
from align.translation.attention import AttentionReader


def same_event_pairs(
    reports: Sequence[Report], events: Mapping[str, int]
) -> tuple[tuple[Report, Report], ...]:
    """Return every two reports of one event, in the order of the reports: what is to be aligned."""
    return tuple((a, b) for a, b in combinations(reports, 2) if events[a.id] == events[b.id])


def compare_reports(
    reports: Sequence[Report],
    links: Iterable[Link],
    *,
    events: Mapping[str, int],
    signature: str,
    absences: Absences = MappingProxyType({}),
    unsaid: Absences = MappingProxyType({}),
    embedder: Embedder | None = None,
    attention: AttentionReader | None = None,
) -> Comparison:
    """Compare reports whose statements are linked already; links between different events are left out.

    ``events`` is what ``group_events`` returns for these reports. ``absences`` and ``unsaid`` map (report,
    statement, other report) to the probability in (0, 1) that the other does not say a statement to which
    nothing is linked: by how near the nearest one is, or by all that is known of the event. With an
    ``embedder`` words are compared across languages, too; it need not be the one of the links.
    ``attention`` is that of the model which made the English, for word marks.
    """
    kept = tuple(
        link
        for link in links
        if link.source_report in events and events[link.source_report] == events.get(link.target_report)
    )
    rows = coverage(reports, kept, events)
    similarity = WordSimilarity(reports, embedder)
    indexes = event_indexes(reports, events, matches(kept, rows))
    found = findings(indexes, kept, absences, similarity, unsaid)
    return Comparison(
        signature=signature,
        reports=tuple(reports),
        events=dict(events),
        links=related(kept, found, indexes),
        findings=found,
        coverage=rows,
        marks=word_marks(kept, indexes, similarity, attention),
    )
