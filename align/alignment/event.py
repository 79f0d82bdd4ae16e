"""Links between all reports of one event, and what each lacks, from one judgement for all of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from align.alignment.beads import Bead
from align.alignment.kin import Judged, Pair, Seen, Step, Weights, judged, learned, unsaid
from align.alignment.nearest import Floats
from align.alignment.pair import linkable, moved_beads
from align.alignment.signs import Body
from align.alignment.telling import Telling
from align.embedding import Embedder
from align.evidence.sourcing import is_sourcing
from align.link import Link
from align.report import Report, Statement

# Two statements are linked from these log odds on; scripts/fit_links prints what others would do.
LEAST_ODDS = 0.0
# Of so many statements every two are looked at in a few seconds.
MOST_STATEMENTS = 1_000


@dataclass(frozen=True, slots=True)
class EventLinks:
    """The links of an event, by reports as they were given and by source statement.

    ``absences`` maps (report id, statement id, other report id) of a statement that has no link to the other
    report to the probability in (0, 1) that it does not say it.
    """

    links: tuple[Link, ...]
    absences: Mapping[tuple[str, int, str], float]


def may_be_linked_together(reports: Iterable[Report]) -> bool:
    """Tell whether reports are short enough for ``link_event``."""
    return all(len(report.statements) <= MOST_STATEMENTS for report in reports)


def link_event(
    reports: Sequence[Report], *, words: Embedder, meaning: Embedder, weights: Weights | None = None
) -> EventLinks:
    """Link the statements of all reports of one event; headings and sources stay out.

    ``words`` gives the vectors of words and clauses, ``meaning`` those of statements. ``weights`` are those
    that come with the package where ``None``. The order of the reports tells only which is the source.
    """
    weights = learned() if weights is None else weights
    seen = look(reports, words=words, meaning=meaning)
    found = judged(seen, weights)
    links = [link for pair in seen.pairs for link in _links(pair, seen, found)]
    places = {report.id: place for place, report in enumerate(reports)}
    turned = (k if places[k.source_report] < places[k.target_report] else k.mirrored() for k in links)
    given = sorted(turned, key=lambda k: (places[k.source_report], places[k.target_report], k.source))
    return EventLinks(tuple(given), _absences(links, seen, found, weights))


def look(reports: Sequence[Report], *, words: Embedder, meaning: Embedder) -> Seen:
    """Return what is seen of every two reports of one event."""
    # Sorted, so that not even rounding depends on their order.
    ordered = sorted(reports, key=lambda report: report.id)
    bodies = [Body.of(report, _telling(report), words, meaning) for report in ordered]
    texts = {body.report.id: [statement.text for statement in body.statements] for body in bodies}
    telling = Telling(texts, {body.report.id: body.language for body in bodies}, words)
    return Seen.of(bodies, telling)


def _telling(report: Report) -> list[Statement]:
    """Return the statements that say something of the event, and not only who reports it."""
    return [s for s in linkable(report) if not is_sourcing(s.text, report.language)]


def grouped(odds: Floats, least: float) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return groups of rows and columns, each of them in at most one, by ascending first row.

    Agglomeration by average link: the surest pairs join first, and two groups only if the pairs that this
    adds have ``least`` on average.
    """
    rows: dict[int, tuple[frozenset[int], frozenset[int]]] = {}
    columns: dict[int, tuple[frozenset[int], frozenset[int]]] = {}
    pairs = np.argwhere(odds >= least)
    order = np.argsort(-odds[pairs[:, 0], pairs[:, 1]], kind="stable")
    for i, j in pairs[order].tolist():
        left = rows.get(i, (frozenset({i}), frozenset[int]()))
        right = columns.get(j, (frozenset[int](), frozenset({j})))
        if left is right:
            continue
        sides = ((left, right), (right, left))
        new = [odds[a, b] for one, other in sides for a in one[0] for b in other[1]]
        if sum(new) >= least * len(new):
            joined = (left[0] | right[0], left[1] | right[1])
            rows.update(dict.fromkeys(joined[0], joined))
            columns.update(dict.fromkeys(joined[1], joined))
    groups = {id(group): group for group in rows.values()}.values()
    return sorted((tuple(sorted(source)), tuple(sorted(target))) for source, target in groups)


def _links(pair: Pair, seen: Seen, found: Judged) -> list[Link]:
    odds = found.together[pair]
    groups = grouped(odds, LEAST_ODDS)
    beads = [Bead(s[0], s[0] + len(s), t[0], t[0] + len(t), 0.0) for s, t in groups]
    moved = moved_beads(beads)
    left, right = (seen.bodies[name].statements for name in pair)
    return [
        Link(
            source=tuple(left[i].id for i in source),
            target=tuple(right[j].id for j in target),
            confidence=_probability(float(odds[np.ix_(source, target)].mean())),
            moved=number in moved,
            source_report=pair[0],
            target_report=pair[1],
        )
        for number, (source, target) in enumerate(groups)
    ]


def _absences(
    links: Iterable[Link], seen: Seen, found: Judged, weights: Weights
) -> dict[tuple[str, int, str], float]:
    linked = {
        (one.source_report, i, one.target_report)
        for link in links
        for one in (link, link.mirrored())
        for i in one.source
    }
    step: Step = "unsaid" if len(seen.bodies) > 2 else "unsaid, two"
    absences = {}
    for pair in seen.pairs:
        for side, (report, other) in zip(unsaid(pair, seen, found), (pair, pair[::-1]), strict=True):
            likely = weights[step].odds(side)[:, 0]
            for statement, odds in zip(seen.bodies[report].statements, likely.tolist(), strict=True):
                absences[report, statement.id, other] = _probability(odds)
    return {key: probability for key, probability in absences.items() if key not in linked}


def _probability(odds: float) -> float:
    return round(1 / (1 + math.exp(-odds)), 4)
