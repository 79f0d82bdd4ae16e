"""Statements that one report has and others of its event do not say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from align.comparison.index import EventIndex
from align.comparison.things import mentions
from align.evidence.search import ReportSearch, content_words, english_overlap, where
from align.finding import Finding
from align.report import Report, Statement

_SAID, _HALF_SAID = 0.7, 0.4
_STATEMENT, _STATEMENT_UNSEARCHED = 0.85, 0.6
_LEAST_WORDS = 3
_LEAST_LIKELY = 0.5  # "not found in B" is not said of a statement that B more likely says
_NAMES_ABSENT = 0.3  # of the doubt goes where a statement names what the other report does not

# (report, statement, other report) → probability in (0, 1) that the other does not say it.
Absences = Mapping[tuple[str, int, str], float]


def absent_statements(report: Report, event: EventIndex, absences: Absences) -> Iterator[Finding]:
    """Yield each statement of a report that is linked to nothing in others of its event."""
    for statement in report.statements:
        if statement.kind == "heading" or len(content_words(statement.english)) < _LEAST_WORDS:
            continue
        doubts = {
            other: _statement_doubt(
                report, statement, search, event, absences.get((report.id, statement.id, other), _STATEMENT)
            )
            for other, search in event.others(report).items()
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
    report: Report, statement: Statement, search: ReportSearch, event: EventIndex, absence: float
) -> float | None:
    """Return the confidence that another report does not say a statement, ``None`` where it seems to.

    ``absence`` is how likely that is by what the statements say as a whole.
    """
    named = mentions(report, statement, event.days[report.id])
    absent = sum(not where(search, mention.probe) for mention in named)
    if not search.translated or (statement.translation is None and report.language.split("-")[0] != "en"):
        return min(absence, _STATEMENT_UNSEARCHED + (0.2 if absent else 0.0))
    share, _ = english_overlap(search, statement.english)
    if share >= _SAID:
        return None
    likely = absence - 0.5 * max(0.0, share - _HALF_SAID)
    return max(0.0, likely + _NAMES_ABSENT * (1 - likely) if absent else likely)
