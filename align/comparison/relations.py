"""How linked statements stand to each other: the same, less, more, or in conflict."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from align.comparison.index import EventIndex
from align.comparison.things import mentions
from align.comparison.words import content
from align.evidence.search import where
from align.finding import Finding
from align.link import Link, Relation

# Logistic regression on the development half of the corpora; scripts/fit_relations prints it: intercept, then
# what ``features`` returns. One side is said to tell more from a probability on that is right four times out
# of five.
WEIGHTS = (-1.64, 2.11, 0.55, -0.48, 0.66, 0.56)
LEAST_LIKELY = 0.72
_FIGURES = frozenset({"number", "date"})

Side = tuple[str, tuple[int, ...]]  # report id, statement ids
Amounts = tuple[float, float]  # figures and names


def related(
    links: Iterable[Link], found: Iterable[Finding], indexes: Iterable[EventIndex]
) -> tuple[Link, ...]:
    """Return the links with their relations; one of a language that is not searched stays as it is."""
    given = tuple(links)
    by_report = {name: index for index in indexes for name in index.searches}
    searched = [k for k in given if k.source_report in by_report and k.target_report in by_report]
    clashes, likely = _clashes(found), saying_more(searched, by_report)
    return tuple(
        replace(link, relation=_relation(link, likely, clashes)) if _sides(link) in likely else link
        for link in given
    )


def saying_more(
    links: Sequence[Link], indexes: Mapping[str, EventIndex]
) -> dict[tuple[Side, Side], tuple[float, float]]:
    """Return by the two sides of each link how likely the source says more, and how likely the target.

    ``indexes`` are those of the reports by their ids.
    """
    return {
        sides: (likelihood(found), likelihood([-value for value in found]))
        for sides, found in features(links, indexes).items()
    }


def likelihood(found: Sequence[float]) -> float:
    """Return the probability that the first side of a link with these ``features`` says more."""
    intercept, *weights = WEIGHTS
    logit = intercept + sum(weight * value for weight, value in zip(weights, found, strict=True))
    return 1 / (1 + math.exp(-logit))


def features(
    links: Sequence[Link], indexes: Mapping[str, EventIndex]
) -> dict[tuple[Side, Side], tuple[float, ...]]:
    """Return by the two sides of each link in what the source is ahead of the target.

    These are the logarithm of the number of content words; how many figures and how many names only this side
    has; and how many more of each the other side lacks of what one of those linked to it has. Both sides can
    say less than a third report: then neither of them says more than the other.
    """
    alone: dict[tuple[Side, Side], Amounts] = {}
    lacking: defaultdict[Side, Amounts] = defaultdict(lambda: (0.0, 0.0))
    for link in links:
        for own, other in (_sides(link), _sides(link)[::-1]):
            alone[own, other] = _alone(own, other, indexes)
            figures, names = map(max, lacking[other], alone[own, other])
            lacking[other] = (figures, names)
    return {
        (own, other): (
            _length(own, indexes) - _length(other, indexes),
            *(a - b for a, b in zip(alone[own, other], alone[other, own], strict=True)),
            *(a - b for a, b in zip(lacking[other], lacking[own], strict=True)),
        )
        for own, other in map(_sides, links)
    }


def _sides(link: Link) -> tuple[Side, Side]:
    return (link.source_report, link.source), (link.target_report, link.target)


def _clashes(found: Iterable[Finding]) -> set[tuple[str, int, str, int]]:
    """Return the pairs of statements, as report, id, report, id, that contradict each other."""
    return {
        (finding.report, finding.statement, passage.report, passage.statement)
        for finding in found
        for passage in finding.counterparts
        if passage.report in finding.conflicts_with
    }


def _relation(
    link: Link,
    likely: Mapping[tuple[Side, Side], tuple[float, float]],
    clashes: set[tuple[str, int, str, int]],
) -> Relation:
    pairs = ((link.source_report, a, link.target_report, b) for a in link.source for b in link.target)
    if any(pair in clashes for pair in pairs):
        return "conflicting"
    source, target = likely[_sides(link)]
    if target >= LEAST_LIKELY:
        return "narrower"
    return "broader" if source >= LEAST_LIKELY else "same"


def _length(side: Side, indexes: Mapping[str, EventIndex]) -> float:
    report, statements = side
    own = indexes[report].searches[report].report
    language = own.language.split("-")[0]
    return math.log(max(1, sum(len(content(own.statements[number].text, language)) for number in statements)))


def _alone(side: Side, other: Side, indexes: Mapping[str, EventIndex]) -> Amounts:
    """Count what one side names and the other does not."""
    report, statements = side
    index = indexes[report]
    own, search = index.searches[report].report, index.searches[other[0]]
    kinds = [
        mention.kind
        for number in statements
        for mention in mentions(own, own.statements[number], index.days[report])
        if set(where(search, mention.probe)).isdisjoint(other[1])
    ]
    figures = sum(kind in _FIGURES for kind in kinds)
    return float(figures), float(len(kinds) - figures)
