"""Statements of which one says the opposite of the other: the prices rose, цены упали."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from align.comparison.index import EventIndex, passage
from align.comparison.passages import locate
from align.comparison.said import clause, contradiction
from align.comparison.words import WordSimilarity, both_sides, content
from align.evidence.opposites import Pole, poles
from align.evidence.stance import stances
from align.finding import Finding, Passage
from align.link import Link
from align.report import Report, Statement

_LEAST_LINK, _LEAST_SHARED = 0.9, 0.5
_CONFIDENCE = 0.8
# Words that are said of one decision only: where two reports have one each, it is the same one.
_DECISIVE, _DECISIVE_SHARED, _UNLINKED = frozenset({"unanimous"}), 0.1, 0.65


def oppositions(
    left: str, right: str, links: Iterable[Link], event: EventIndex, similarity: WordSimilarity
) -> Iterator[tuple[Finding, Finding]]:
    """Yield the clauses of two reports that say the opposite of each other, as a finding on each side."""
    linked = {
        pair: link.confidence
        for link in links
        for one in (link, link.mirrored())
        if (one.source_report, one.target_report) == (left, right) and one.confidence >= _LEAST_LINK
        for pair in product(one.source, one.target)
    }
    ours, theirs = (_sole(event.searches[name].report) for name in (left, right))
    for (a, x), (b, y) in product(ours, theirs):
        if x.axis != y.axis or x.sign == y.sign:
            continue
        reports = event.searches[left].report, event.searches[right].report
        link = linked.get((a.id, b.id))
        if link is None and x.axis not in _DECISIVE:
            continue
        shared = _shared(a, reports[0], b, reports[1], similarity)
        if (
            link is not None
            and min(shared, _clauses_shared(a, x, b, y, reports, similarity)) >= _LEAST_SHARED
        ):
            yield _both(reports, (a, b), (x, y), confidence=round(_CONFIDENCE * link, 3))
        elif x.axis in _DECISIVE and shared >= _DECISIVE_SHARED and _once(x, ours) and _once(y, theirs):
            yield _both(reports, (a, b), (x, y), confidence=_UNLINKED)


def _sole(report: Report) -> list[tuple[Statement, Pole]]:
    """Return the words with opposites that are neither denied nor beside one of the other end."""
    language = report.language.split("-")[0]
    found = []
    for statement in report.statements:
        here = poles(statement.text, language=language)
        denied = any(s.kind == "negation" and s.sure for s in stances(statement.text, language=language))
        for axis in sorted({pole.axis for pole in here}):
            own = [pole for pole in here if pole.axis == axis]
            if not denied and statement.kind != "heading" and len({pole.sign for pole in own}) == 1:
                found.append((statement, own[0]))
    return found


def _once(pole: Pole, found: Sequence[tuple[Statement, Pole]]) -> bool:
    return sum(other.axis == pole.axis for _, other in found) == 1


def _shared(a: Statement, report: Report, b: Statement, other: Report, similarity: WordSimilarity) -> float:
    ours = content(a.text, report.language.split("-")[0])
    theirs = content(b.text, other.language.split("-")[0])
    there = similarity.told(ours, both_sides(b, other), other)
    return (there + similarity.told(theirs, both_sides(a, report), report)) / 2


def _clauses_shared(
    a: Statement,
    x: Pole,
    b: Statement,
    y: Pole,
    reports: tuple[Report, Report],
    similarity: WordSimilarity,
) -> float:
    """Return how much the clauses of two poles, without the poles, have in common."""
    ours, theirs = (
        [w for w in content(s.text, r.language.split("-")[0]) if first <= w.start and w.end <= stop]
        for s, p, r in ((a, x, reports[0]), (b, y, reports[1]))
        for first, stop in (clause(s.text, p.start, p.end),)
    )
    ours = [w for w in ours if w.end <= x.start or w.start >= x.end]
    theirs = [w for w in theirs if w.end <= y.start or w.start >= y.end]
    return min(similarity.told(ours, theirs, reports[1]), similarity.told(theirs, ours, reports[0]))


def _both(
    reports: tuple[Report, Report],
    statements: tuple[Statement, Statement],
    found: tuple[Pole, Pole],
    *,
    confidence: float,
) -> tuple[Finding, Finding]:
    ours, theirs = (_clause(*side) for side in zip(reports, statements, found, strict=True))
    return (
        contradiction(ours, theirs, kind="statement", confidence=confidence),
        contradiction(theirs, ours, kind="statement", confidence=confidence),
    )


def _clause(report: Report, statement: Statement, pole: Pole) -> Passage:
    """Return the clause in which a word stands; a whole statement with its English."""
    start, end = clause(statement.text, pole.start, pole.end)
    if (start, end) == (0, len(statement.text)):
        return passage(report, statement.id)
    text = statement.text[start:end].strip()
    return Passage(report.id, statement.id, *locate(report, statement, start, end), text)
