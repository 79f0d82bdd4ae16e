"""Links between two texts, in order or in any order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from align._exceptions import InputError
from align._version import __version__
from align.alignment.beads import Bead, Costs
from align.alignment.borders import Borders, Ints, hard_borders
from align.alignment.chain import anchors, longest_ascending
from align.alignment.confidence import Told, absence, confidence, in_any_order, in_order
from align.alignment.evidence import Evidence, Side
from align.alignment.free import free
from align.alignment.lengths import Lengths, sizes
from align.alignment.marginals import marginals
from align.alignment.monotone import last_pass
from align.alignment.nearest import Floats
from align.alignment.odds import PLAIN, REPORTS, TRANSLATIONS, Kind, Odds
from align.alignment.plain import Plain, in_plain, learned
from align.alignment.repeats import Repeats, repeats, with_repeats
from align.alignment.shared import shared_keys
from align.alignment.trim import trimmed
from align.alignment.view import View
from align.alignment.words import Words
from align.embedding import Embedder, load_embedder
from align.languages import base
from align.link import Link
from align.report import Report, Statement

Order = Literal["auto", "monotone", "free"]
ChosenOrder = Literal["monotone", "free"]

# Translations of one text: this share of their statements is anchored in one ascending chain, less where the
# chain is long.
ANCHORED, ANCHORED_LONG, LONG = 0.28, 0.08, 20
# Something has moved where a link out of order is so sure, and where so large a share of what is expected to
# be linked rightly in order is in any order, too …
SURELY_MOVED, MOSTLY = 0.7, 0.75
# … or, in texts too long to be aligned in any order only to see that, where less of the anchors keeps
# to one ascending chain.
MOST_TO_TRY, ASCENDING = 1_000, 0.95
# One of two texts of one language is the other in plain language where its statements are on average at most
# so many times as long, and both have so many statements or more.
PLAIN_LENGTH, PLAIN_STATEMENTS = 0.5, 10
# Longer ones, by the pairs of their statements, would take too much time and memory with all that is learned
# of plain language.
PLAIN_PAIRS = 400_000
# In any order a bead must be likelier right than wrong. In order it is what the whole text makes it.
LEAST_CONFIDENCE = 0.5
# Marks of hard borders are what they are: as sure as a link can be written.
MARKED = 0.9999


@dataclass(frozen=True, slots=True)
class Pairing:
    """The links of two texts, by ascending source statement, and how they were found.

    ``signature`` names the embedder, the order with the reason for it, and the version. ``absences`` maps
    (report id, statement id) of a statement without link to the probability in (0, 1) that the other report
    does not say it; only where the order was ``free``.
    """

    links: tuple[Link, ...]
    order: ChosenOrder
    reason: str
    signature: str
    absences: Mapping[tuple[str, int], float]


@dataclass(frozen=True, slots=True)
class Match:
    """Beads over some of the statements of two texts, each with what its confidence is told by.

    ``told`` says how. Only in any order: ``nearest`` is the cost of each statement's nearest one, ``again``
    which statements of a text say the same (by id), both for either side.
    """

    beads: tuple[tuple[Bead, tuple[float, ...]], ...]
    source: tuple[Statement, ...]
    target: tuple[Statement, ...]
    told: Told
    nearest: tuple[Floats, Floats] | None = None
    again: tuple[Repeats, Repeats] = ({}, {})


def pair_reports(
    source: Report, target: Report, *, embedder: Embedder, order: Order = "auto", borders: str | None = None
) -> Pairing:
    """Link the statements of two reports.

    ``monotone`` keeps the order (translations), ``free`` lets statements move (different reports of one
    event) and leaves headings aside, ``auto`` measures whether the sure anchors keep theirs. A text in plain
    language keeps, for ``auto``, the order of the text of the same language that it is told after. Texts with
    hard ``borders`` (see ``hard_borders``) keep theirs.
    """
    hard = hard_borders(source, target, borders)
    if hard is None:
        match, chosen, reason = _matched(source, target, embedder, order)
    else:
        match, chosen, reason = _between(source, target, embedder, order, hard)
    likely = _likely(match, chosen)
    moved = moved_beads([bead for bead, _ in likely]) if chosen == "free" else set()
    single = (
        Link(
            source=tuple(s.id for s in match.source[bead.source_start : bead.source_end]),
            target=tuple(s.id for s in match.target[bead.target_start : bead.target_end]),
            confidence=probability,
            moved=number in moved,
            source_report=source.id,
            target_report=target.id,
        )
        for number, (bead, probability) in enumerate(likely)
    )
    links = tuple(with_repeats([*single, *_marks(source, target, hard)], *match.again))
    signature = f"emb:{embedder.name}|order:{chosen}, {reason}|version:{__version__}"
    return Pairing(links, chosen, reason, signature, _absences(match, links, source, target))


def _absences(
    match: Match, links: Sequence[Link], source: Report, target: Report
) -> dict[tuple[str, int], float]:
    if match.nearest is None:
        return {}
    linked = {(source.id, i) for link in links for i in link.source}
    linked |= {(target.id, i) for link in links for i in link.target}
    sides = zip((source, target), (match.source, match.target), match.nearest, strict=True)
    return {
        (report.id, statement.id): absence(float(cost))
        for report, statements, costs in sides
        for statement, cost in zip(statements, costs, strict=True)
        if (report.id, statement.id) not in linked
    }


def _marks(source: Report, target: Report, hard: Borders | None) -> list[Link]:
    """Return the links of the marks of hard borders."""
    return [
        Link(source=(i,), target=(j,), confidence=MARKED, source_report=source.id, target_report=target.id)
        for i, j in (hard.marks if hard is not None else ())
    ]


def _likely(match: Match, order: ChosenOrder) -> list[tuple[Bead, float]]:
    """Return the beads to take, by ascending source statement, with their confidence."""
    return [
        (bead, probability)
        for bead, features in sorted(match.beads, key=lambda b: (b[0].source_start, b[0].target_start))
        if (probability := confidence(features, told=match.told)) >= LEAST_CONFIDENCE or order == "monotone"
    ]


def _between(
    source: Report, target: Report, embedder: Embedder, order: Order, hard: Borders
) -> tuple[Match, ChosenOrder, str]:
    """Return the match in order between hard borders, that order, and why it."""
    if order == "free":
        raise InputError("hard borders are for texts in order: align in order, or without borders")
    marks = {i for i, _ in hard.marks}, {j for _, j in hard.marks}
    left, right = (
        tuple(s for s in _spoken(report) if s.id not in ids)
        for report, ids in zip((source, target), marks, strict=True)
    )
    odds = _odds(_side(left, source), _side(right, target), embedder, stretches=hard.stretches(left, right))
    count = max(hard.source, default=0)
    return _aligned(left, right, odds), "monotone", f"{count} hard border{'s' * (count != 1)}"


def _matched(
    source: Report, target: Report, embedder: Embedder, order: Order
) -> tuple[Match, ChosenOrder, str]:
    """Return the match in the order that was asked for or measured, that order, and why it."""
    if order == "free":
        return match_freely(source, target, embedder=embedder), "free", "as asked"
    shortened = _shortened(source, target) if order == "auto" else None
    if shortened is not None:
        reason = f"plain language: statements {shortened:.2f} times as long"
        return match_plainly(source, target, embedder=embedder), "monotone", reason
    odds = _in_order_odds(source, target, embedder)
    if order == "monotone":
        return _in_order(source, target, odds), "monotone", "as asked"
    chosen, reason = _choose(odds.costs)
    if chosen == "monotone" and max(odds.size) > MOST_TO_TRY:
        return _in_order(source, target, odds), "monotone", reason
    freely = match_freely(source, target, embedder=embedder)
    if chosen == "free":
        return freely, chosen, reason
    ordered = _in_order(source, target, odds)
    moved = _surely_moved(freely)
    if moved and _expected(freely, "free") >= MOSTLY * _expected(ordered, "monotone"):
        return freely, "free", f"{reason}; {moved} sure links out of order"
    return ordered, chosen, reason


def _shortened(source: Report, target: Report) -> float | None:
    """Return how long the plainer text's statements are against the other's; ``None`` if neither is plain."""
    spoken = _spoken(source), _spoken(target)
    if base(source.language) != base(target.language) or min(map(len, spoken)) < PLAIN_STATEMENTS:
        return None
    left, right = map(_length, spoken)
    ratio = min(left, right) / max(left, right)
    return ratio if ratio <= PLAIN_LENGTH else None


def _length(statements: Sequence[Statement]) -> float:
    """Return the mean length of statements in characters."""
    return float(np.mean([len(statement.text) for statement in statements]))


def _surely_moved(match: Match) -> int:
    likely = _likely(match, "free")
    moved = moved_beads([bead for bead, _ in likely])
    return sum(likely[number][1] > SURELY_MOVED for number in moved)


def _expected(match: Match, order: ChosenOrder) -> float:
    """Return how many statements are expected to be linked rightly."""
    return sum(
        probability * (bead.source_end - bead.source_start + bead.target_end - bead.target_start)
        for bead, probability in _likely(match, order)
    )


def _choose(costs: Costs) -> tuple[ChosenOrder, str]:
    """Measure how much is anchored, in long texts also in which order; return that order, and why."""
    sure = anchors(costs.mutual)
    chain = longest_ascending(sure)
    share = len(chain) / max(1, min(costs.size))
    reason = f"{len(sure)} anchors, {len(chain)} of them in order, for {min(costs.size)} statements"
    anchored = share >= (ANCHORED_LONG if len(chain) >= LONG else ANCHORED)
    ascending = max(costs.size) <= MOST_TO_TRY or len(chain) >= ASCENDING * len(sure)
    # Where every statement has several equally near ones, nothing speaks against the order.
    if min(costs.size) < 2 or not len(costs.mutual.cost) or (anchored and ascending):
        return "monotone", reason
    return "free", reason


def match_in_order(source: Report, target: Report, *, embedder: Embedder) -> Match:
    """Align translations of one text."""
    return _in_order(source, target, _in_order_odds(source, target, embedder))


def _in_order(source: Report, target: Report, odds: Odds) -> Match:
    return _aligned(_spoken(source), _spoken(target), odds)


def _aligned(source: tuple[Statement, ...], target: tuple[Statement, ...], odds: Odds) -> Match:
    found, told = last_pass(odds)
    likely = marginals(told, found)
    beads = tuple(
        (bead, in_order(bead, float(chance), odds.mutual)) for bead, chance in zip(found, likely, strict=True)
    )
    return Match(beads, source, target, "monotone")


def match_plainly(source: Report, target: Report, *, embedder: Embedder) -> Match:
    """Align a text and the same in plain language, whichever is which: the plainer has shorter statements."""
    left, right = _spoken(source), _spoken(target)
    if len(left) * len(right) > PLAIN_PAIRS:
        return _in_order(source, target, _in_order_odds(source, target, embedder, PLAIN))
    plainer = _length(right) <= _length(left)
    text, version = (left, right) if plainer else (right, left)
    found = in_plain(
        Plain(_texts(text), _texts(version), language=source.language, embedder=embedder), learned()
    )
    beads = ((bead if plainer else bead.mirrored(), features) for bead, features in found)
    return Match(tuple(beads), left, right, "plain")


def match_freely(source: Report, target: Report, *, embedder: Embedder) -> Match:
    """Align different texts about one thing; headings announce statements and are none, so they stay out."""
    bodies = linkable(source), linkable(target)
    sides = _side(bodies[0], source), _side(bodies[1], target)
    view = View.of(*sides, embedder)
    if any(statement.translation is not None for body in bodies for statement in body):
        view = view.with_english(View.of(_in_english(bodies[0]), _in_english(bodies[1]), embedder))
    costs = Costs(view.source, view.target, view.clauses)
    found = free(Odds(costs, _lengths(*sides), REPORTS))
    runs = [[trimmed(bead, costs) for bead in run.beads] for run in found]
    beads = tuple((bead, in_any_order(bead, costs, len(run))) for run in runs for bead in run)
    again = _by_id(repeats(view.source), bodies[0]), _by_id(repeats(view.target), bodies[1])
    return Match(beads, *bodies, "free", costs.nearest, again)


def _by_id(again: Repeats, statements: Sequence[Statement]) -> Repeats:
    return {statements[i].id: tuple(statements[k].id for k in others) for i, others in again.items()}


def _spoken(report: Report) -> tuple[Statement, ...]:
    """Return the statements with words or figures: an empty line or a row of stars corresponds to nothing."""
    return tuple(s for s in report.statements if any(character.isalnum() for character in s.text))


def linkable(report: Report) -> tuple[Statement, ...]:
    """Return the statements that may say the same as others: all with words or figures but headings."""
    return tuple(statement for statement in _spoken(report) if statement.kind != "heading")


def _in_english(statements: Sequence[Statement]) -> Side:
    return Side(tuple(statement.english for statement in statements), "en")


def _side(statements: Sequence[Statement], report: Report) -> Side:
    return Side(_texts(statements), report.language)


def _texts(statements: Sequence[Statement]) -> tuple[str, ...]:
    return tuple(statement.text for statement in statements)


def _in_order_odds(source: Report, target: Report, embedder: Embedder, kind: Kind = TRANSLATIONS) -> Odds:
    return _odds(_side(_spoken(source), source), _side(_spoken(target), target), embedder, kind)


def _odds(
    source: Side,
    target: Side,
    embedder: Embedder,
    kind: Kind = TRANSLATIONS,
    stretches: tuple[Ints, Ints] | None = None,
) -> Odds:
    # Words are told apart best by the built-in vectors, whatever statements are linked with.
    words = Words(source.texts, load_embedder()), Words(target.texts, load_embedder())
    return Odds(_costs(source, target, embedder), _lengths(source, target), kind, words, stretches)


def _costs(source: Side, target: Side, embedder: Embedder) -> Costs:
    # The evidence of a long text takes much memory, and goes before the search begins.
    evidence = Evidence(source, target, embedder, shared_keys)
    return Costs(evidence.vectors(source), evidence.vectors(target))


def _lengths(source: Side, target: Side) -> Lengths:
    return Lengths(sizes(source.texts), sizes(target.texts))


def moved_beads(beads: Sequence[Bead]) -> set[int]:
    """Return the numbers of the beads outside the heaviest ascending chain of beads sorted by source."""
    weights = [bead.source_end - bead.source_start + bead.target_end - bead.target_start for bead in beads]
    best = np.zeros(len(beads))
    before = [-1] * len(beads)
    for number, bead in enumerate(beads):
        for earlier in range(number):
            if beads[earlier].target_start < bead.target_start and best[earlier] > best[number]:
                best[number], before[number] = best[earlier], earlier
        best[number] += weights[number]
    kept: set[int] = set()
    number = int(best.argmax()) if beads else -1
    while number >= 0:
        kept.add(number)
        number = before[number]
    return set(range(len(beads))) - kept
