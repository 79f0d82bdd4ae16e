"""Statements that one report has and others of its event do not say."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from align.comparison.index import EventIndex
from align.comparison.things import mentions
from align.comparison.words import ContentWord, WordSimilarity, content
from align.evidence.search import ReportSearch, content_words, english_overlap, where
from align.finding import Finding
from align.report import Report, Statement

_SAID = 0.7  # share of the English words in one passage from which on it says the same
_STATEMENT, _STATEMENT_UNSEARCHED = 0.85, 0.6
_NAMES_ABSENT = 0.2  # more where only the original was searched, and not for nothing
_ABSENT = 2  # of the features: how many named things are absent
_LEAST_WORDS = 3
# Logistic regression on the development half of corpora/; scripts/fit_absence prints it: intercept, then what
# ``features`` returns. "Not found in B" is said from a probability on that is right in 78 of 100 cases.
WEIGHTS = (0.08, 0.62, -3.43, 0.49, -1.90)
LEAST_LIKELY = 0.7
# The same where all reports of an event were judged together (align.alignment.event); scripts/fit_links
# prints how many are right from other probabilities on.
LEAST_JUDGED = 0.6

# (report, statement, other report) → probability in (0, 1) that the other does not say it.
Absences = Mapping[tuple[str, int, str], float]


def absent_statements(
    report: Report,
    event: EventIndex,
    absences: Absences,
    similarity: WordSimilarity,
    unsaid: Absences = MappingProxyType({}),
) -> Iterator[Finding]:
    """Yield each statement of a report that is linked to nothing in others of its event.

    ``absences`` is what its nearest statement tells, one sign among others; ``unsaid``, where there is any,
    is what was judged by all signs.
    """
    for statement in report.statements:
        if not is_telling(statement):
            continue
        missing = {}
        for other, search in event.others(report).items():
            key = (report.id, statement.id, other)
            if event.matched(report.id, (statement.id,), other) or _is_told(statement, search):
                continue
            if key in unsaid:
                doubt, least = unsaid[key], LEAST_JUDGED
            else:
                found = features(report, statement, search, event, absences.get(key), similarity)
                doubt, least = _doubt(report, statement, search, found), LEAST_LIKELY
            if doubt >= least:
                missing[other] = doubt
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


def is_telling(statement: Statement) -> bool:
    """Tell whether a statement says enough to be missed."""
    return statement.kind != "heading" and len(content_words(statement.english)) >= _LEAST_WORDS


def features(
    report: Report,
    statement: Statement,
    search: ReportSearch,
    event: EventIndex,
    absence: float | None,
    similarity: WordSimilarity,
) -> tuple[float, ...]:
    """Return by what it is told whether another report says a statement that is linked to nothing there.

    These are the log odds of ``absence``, which is what its nearest statement tells; the share of its words
    that one statement without a link has; how many named things are nowhere in the other report; and the
    share of them that one such statement has.
    """
    odds = _STATEMENT if absence is None else absence
    free = [
        s.id
        for s in search.report.statements
        if s.kind != "heading" and not event.matched(search.report.id, (s.id,), report.id)
    ]
    found = [
        set(where(search, mention.probe)) for mention in mentions(report, statement, event.days[report.id])
    ]
    together = Counter(place for places in found for place in places)
    return (
        math.log(odds / (1 - odds)),
        _shared(statement, report, search.report, free, similarity),
        float(sum(not places for places in found)),
        max((together[place] for place in free), default=0) / (1 + len(found)),
    )


def _shared(
    statement: Statement, report: Report, other: Report, free: Iterable[int], similarity: WordSimilarity
) -> float:
    """Return the largest share of a statement's words, the rare ones before all, in one of some others."""
    weights: defaultdict[int, float] = defaultdict(float)
    total = 0.0
    for word in _words(statement, report, other, similarity):
        places = similarity.places(word, other)
        weight = 1 / math.sqrt(max(1, len(places)))
        total += weight
        for place in places:
            weights[place] += weight
    return max((weights[place] for place in free), default=0.0) / total if total else 0.0


def _words(
    statement: Statement, report: Report, other: Report, similarity: WordSimilarity
) -> tuple[ContentWord, ...]:
    """Return the words of a statement; those of its English where only they can be compared."""
    language = report.language.split("-")[0]
    if similarity.across or language == other.language.split("-")[0]:
        return content(statement.text, language)
    return content(statement.english, "en")


def likelihood(found: Sequence[float]) -> float:
    """Return the probability that a statement with these ``features`` is not in the other report."""
    intercept, *weights = WEIGHTS
    logit = intercept + sum(weight * value for weight, value in zip(weights, found, strict=True))
    return 1 / (1 + math.exp(-logit))


def _is_told(statement: Statement, search: ReportSearch) -> bool:
    """Tell whether the English of another report has most words of a statement's English in one place."""
    return search.translated and english_overlap(search, statement.english)[0] >= _SAID


def _doubt(report: Report, statement: Statement, search: ReportSearch, found: Sequence[float]) -> float:
    """Return the confidence that another report does not say a statement with these ``features``."""
    translated = statement.translation is not None or report.language.split("-")[0] == "en"
    likely = likelihood(found)
    if search.translated and translated:
        return likely
    return min(likely, _STATEMENT_UNSEARCHED + (_NAMES_ABSENT if found[_ABSENT] else 0.0))
