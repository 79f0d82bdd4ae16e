"""Links between all reports of one event, and what each lacks, from one judgement for all of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

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

# Two groups of statements say the same from these mean log odds on; scripts/fit_links prints what others do.
# On folders that were left out F1 is the same from -1 to -.25; among these, what was best on real reports.
# Where there are only two reports, none bears witness for another.
LEAST_ODDS, LEAST_ODDS_OF_TWO = -0.6, 0.0
# Of so many statements every two are looked at in a few seconds.
MOST_STATEMENTS = 1_000

Node = tuple[str, int]  # report id, place among its statements
Row = Mapping[str, tuple[int, ...]]  # report id: ascending places among its statements


@dataclass(frozen=True, slots=True)
class EventLinks:
    """The links of an event, by reports as they were given and by source statement.

    ``unsaid`` maps (report id, statement id, other report id) of a statement that has no link to the other
    report to the probability in (0, 1) that it does not say it.
    """

    links: tuple[Link, ...]
    unsaid: Mapping[tuple[str, int, str], float]


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
    groups = rows(found.together, LEAST_ODDS if len(seen.bodies) > 2 else LEAST_ODDS_OF_TWO)
    links = list(_links(seen, found, groups))
    places = {report.id: place for place, report in enumerate(reports)}
    turned = (k if places[k.source_report] < places[k.target_report] else k.mirrored() for k in links)
    given = sorted(turned, key=lambda k: (places[k.source_report], places[k.target_report], k.source))
    doubts = unsaid_odds(seen, found, groups, weights)
    return EventLinks(
        tuple(given),
        {
            (report, seen.bodies[report].statements[place].id, other): _probability(odds)
            for (report, place, other), odds in doubts.items()
        },
    )


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


def rows(odds: Mapping[Pair, Floats], least: float) -> list[Row]:
    """Return groups of statements of two or more reports that say the same, each of them in at most one.

    Agglomeration by average link over all reports: the surest pairs join first, and two groups only if the
    pairs of different reports that this brings together have ``least`` on average.
    """
    group: dict[Node, frozenset[Node]] = {}
    for a, b in _surest(odds, least):
        left, right = group.get(a, frozenset({a})), group.get(b, frozenset({b}))
        if left is not right:
            new = [_between(x, y, odds) for x, y in product(left, right) if x[0] != y[0]]
            if sum(new) >= least * len(new):
                group.update(dict.fromkeys(left | right, left | right))
    found = {id(nodes): sorted(nodes) for nodes in group.values()}.values()
    return [_by_report(nodes) for nodes in sorted(found)]


def _surest(odds: Mapping[Pair, Floats], least: float) -> list[tuple[Node, Node]]:
    """Return the pairs with ``least`` or more, the surest first."""
    found = []
    for (left, right), matrix in odds.items():
        for i, j in np.argwhere(matrix >= least).tolist():
            found.append((-float(matrix[i, j]), (left, i), (right, j)))
    return [(a, b) for _, a, b in sorted(found)]


def _between(a: Node, b: Node, odds: Mapping[Pair, Floats]) -> float:
    (left, i), (right, j) = min(a, b), max(a, b)
    return float(odds[left, right][i, j])


def _by_report(nodes: Iterable[Node]) -> Row:
    row: dict[str, tuple[int, ...]] = {}
    for report, place in nodes:
        row[report] = (*row.get(report, ()), place)
    return row


def row_odds(row: Row, odds: Mapping[Pair, Floats]) -> dict[Pair, float]:
    """Return how sure the link is between every two reports of a row.

    What its own pairs have counts as much as what all pairs of the row have.
    """
    own = {
        pair: odds[pair][np.ix_(row[pair[0]], row[pair[1]])].ravel() for pair in combinations(sorted(row), 2)
    }
    every = float(np.concatenate(list(own.values())).mean())
    return {pair: (float(found.mean()) + every) / 2 for pair, found in own.items()}


def _links(seen: Seen, found: Judged, groups: Iterable[Row]) -> Iterator[Link]:
    """Yield the links between every two reports, by reports and source statement."""
    sure: dict[Pair, list[tuple[tuple[int, ...], tuple[int, ...], float]]] = {pair: [] for pair in seen.pairs}
    for row in groups:
        for pair, odds in row_odds(row, found.together).items():
            sure[pair].append((row[pair[0]], row[pair[1]], odds))
    for pair, beads_of_pair in sure.items():
        left, right = (seen.bodies[name].statements for name in pair)
        ordered = sorted(beads_of_pair)
        beads = [Bead(s[0], s[0] + len(s), t[0], t[0] + len(t), 0.0) for s, t, _ in ordered]
        moved = moved_beads(beads)
        for number, (source, target, odds) in enumerate(ordered):
            yield Link(
                source=tuple(left[i].id for i in source),
                target=tuple(right[j].id for j in target),
                confidence=_probability(odds),
                moved=number in moved,
                source_report=pair[0],
                target_report=pair[1],
            )


def unsaid_odds(
    seen: Seen, found: Judged, groups: Iterable[Row], weights: Weights
) -> dict[tuple[str, int, str], float]:
    """Return the log odds that a report does not say a statement: (report, its place there, other report).

    All statements of a row have one answer, the mean of theirs; of the reports of a row nothing is asked.
    """
    step: Step = "unsaid" if len(seen.bodies) > 2 else "unsaid, two"
    odds = {
        (report, place, other): likely
        for pair in seen.pairs
        for side, (report, other) in zip(unsaid(pair, seen, found), (pair, pair[::-1]), strict=True)
        for place, likely in enumerate(weights[step].odds(side)[:, 0].tolist())
    }
    for row in groups:
        nodes = [(report, place) for report, places in row.items() for place in places]
        for other in seen.bodies:
            asked = [(*node, other) for node in nodes if node[0] != other]
            told = [odds.pop(key) for key in asked]
            if other not in row:
                odds.update(dict.fromkeys(asked, sum(told) / len(told)))
    return odds


def _probability(odds: float) -> float:
    return round(1 / (1 + math.exp(-odds)), 4)
