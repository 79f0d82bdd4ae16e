"""A comparison of reports against the gold of their folder: links, findings, conflicts and events.

Findings are scored as claims: that a report does not mention a thing, or does not say a statement, that
another report of its event has. A claim is judged by what the gold says of the thing whose wording the
finding marks. Where the gold lists no thing there, the claim is *unlisted*: it may be right or wrong, so it
is counted apart, and as wrong in the strict precision.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations, product
from typing import Literal, get_args

from align.comparison.result import Comparison
from align.finding import Finding
from align.link import Relation
from align.report import Report
from align.scoring.gold import Conflict, Gold, GoldError, Thing, ThingKind
from align.scoring.gold import Passage as Opening
from align.scoring.score import Score

# What is scored beside the things of the gold: pairs of linked statements, which of the two says more,
# statements that another report does not say, contradictions, and pairs of reports of one event.
LINK, RELATION, STATEMENT, CONFLICT, EVENT = "link", "relation", "statement", "conflict", "event"
THINGS: tuple[str, ...] = get_args(ThingKind)

Verdict = Literal["right", "wrong", "missed", "unlisted"]


@dataclass(frozen=True, slots=True)
class Tally:
    """What the gold can judge, and how many claims are about what it does not list."""

    score: Score = field(default_factory=Score)
    unlisted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.score + other.score, self.unlisted + other.unlisted)

    @property
    def strict_precision(self) -> float | None:
        """Precision with all that is unlisted counted as wrong; ``None`` where nothing was found."""
        claimed = self.score.found + self.unlisted
        return self.score.right / claimed if claimed else None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim and what became of it; ``text`` is the wording found, or what should have been found."""

    verdict: Verdict
    kind: str
    text: str
    report: str
    other: str


@dataclass(frozen=True, slots=True)
class ComparisonScores:
    """The tallies by kind and by the two languages (``de-ru``, in alphabetical order), and every claim."""

    tallies: Mapping[tuple[str, str], Tally] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()

    def __add__(self, other: ComparisonScores) -> ComparisonScores:
        keys = dict.fromkeys([*self.tallies, *other.tallies])
        return ComparisonScores(
            {key: self.tallies.get(key, Tally()) + other.tallies.get(key, Tally()) for key in keys},
            self.claims + other.claims,
        )

    def tally(self, *kinds: str, languages: str | None = None) -> Tally:
        """Return the sum over these kinds, of all language pairs or of one."""
        return sum(
            (
                tally
                for (kind, pair), tally in self.tallies.items()
                if kind in kinds and languages in (None, pair)
            ),
            Tally(),
        )


def score_comparison(gold: Gold, comparison: Comparison, *, least: float = 0.0) -> ComparisonScores:
    """Score the comparison of the reports of one folder.

    Findings with a confidence below ``least``, and reports that the gold does not know, are left out. Raises
    ``GoldError`` where the comparison lacks a report of the gold.
    """
    lacking = sorted({report.id for report in gold.reports} - {report.id for report in comparison.reports})
    if lacking:
        raise GoldError(f"the comparison lacks the report {lacking[0]}; compare all reports of the folder")
    known = {report.id for report in gold.reports}
    findings = [
        replace(
            finding,
            missing_from=tuple(name for name in finding.missing_from if name in known),
            conflicts_with=tuple(name for name in finding.conflicts_with if name in known),
        )
        for finding in comparison.findings
        if finding.confidence >= least and finding.report in known
    ]
    parts = (
        _links(gold, comparison),
        _relations(gold, comparison),
        _things(gold, findings),
        _statements(gold, comparison, findings),
        _conflicts(gold, findings),
        _events(gold, comparison),
    )
    return sum((_judged(gold, part) for part in parts), ComparisonScores())


# What is claimed: kind, text, and the two reports.
_Said = tuple[str, str, str, str]


@dataclass(slots=True)
class _Part:
    """What was found and what the gold has, by the same keys; what the gold does not list."""

    found: dict[Hashable, _Said] = field(default_factory=dict)
    gold: dict[Hashable, _Said] = field(default_factory=dict)
    unlisted: set[_Said] = field(default_factory=set)


def _judged(gold: Gold, part: _Part) -> ComparisonScores:
    claims = [Claim("right" if key in part.gold else "wrong", *said) for key, said in part.found.items()]
    claims += [Claim("missed", *said) for key, said in part.gold.items() if key not in part.found]
    claims += [Claim("unlisted", *said) for said in part.unlisted]
    claims.sort(key=lambda claim: (claim.kind, claim.report, claim.other, claim.text))
    tallies: dict[tuple[str, str], Tally] = {}
    for claim in claims:
        tags = sorted(gold.report(name).language.split("-")[0] for name in (claim.report, claim.other))
        key = claim.kind, "-".join(tags)
        tallies[key] = tallies.get(key, Tally()) + _TALLIES[claim.verdict]
    return ComparisonScores(tallies, tuple(claims))


_TALLIES: Mapping[Verdict, Tally] = {
    "right": Tally(Score(1, 1, 1, 1)),
    "wrong": Tally(Score(0, 1, 0, 0)),
    "missed": Tally(Score(0, 0, 0, 1)),
    "unlisted": Tally(unlisted=1),
}


def _peers(gold: Gold) -> Iterator[tuple[str, str]]:
    """Yield every two reports of one event, once."""
    for ids in gold.events.values():
        yield from combinations(sorted(ids), 2)


def _links(gold: Gold, comparison: Comparison) -> _Part:
    """Collect the pairs of statements that links join; related pairs are neither right nor wrong."""
    part = _Part()
    for left, right in _peers(gold):
        links = [(link.source, link.target) for link in gold.links(left, right)]
        related = [r.statements for r in gold.related if {left, right} <= r.statements.keys()]
        want = _pairs(comparison, left, right, links)
        may = _pairs(comparison, left, right, [(r[left], r[right]) for r in related])
        for there, pairs in (
            (part.gold, want),
            (part.found, _linked(comparison, left, right).keys() - (may - want)),
        ):
            there.update(
                {(left, right, *pair): (LINK, f"{pair[0]}–{pair[1]}", left, right) for pair in pairs}
            )
    return part


def _relations(gold: Gold, comparison: Comparison) -> _Part:
    """Collect which of two linked statements says more, where the gold links them and nothing conflicts."""
    part = _Part()
    for left, right in _peers(gold):
        links = gold.links(left, right)
        want = {
            pair: link.relation
            for link in links
            for pair in _pairs(comparison, left, right, [(link.source, link.target)])
        }
        found = _linked(comparison, left, right)
        for there, relations in ((part.gold, want), (part.found, found)):
            there.update(
                {
                    (left, right, *pair, relation): (RELATION, f"{pair[0]} {relation} {pair[1]}", left, right)
                    for pair, relation in relations.items()
                    if pair in want and found.get(pair, "conflicting") != "conflicting" and relation != "same"
                }
            )
    return part


def _pairs(
    comparison: Comparison,
    left: str,
    right: str,
    links: Iterable[tuple[Iterable[Opening], Iterable[Opening]]],
) -> set[tuple[int, int]]:
    pairs: set[tuple[int, int]] = set()
    for source, target in links:
        pairs.update(product(_ids(source, comparison.report(left)), _ids(target, comparison.report(right))))
    return pairs


def _ids(passages: Iterable[Opening], report: Report) -> set[int]:
    """Return the statements in which passages begin; one set aside gets a number that no statement has."""
    return {
        next((s.id for s in report.statements if s.start <= p.start < s.end), -1 - p.start) for p in passages
    }


def _linked(comparison: Comparison, left: str, right: str) -> dict[tuple[int, int], Relation]:
    """Return the pairs of statements that links join, and how the left ones stand to the right ones."""
    return {
        pair: one.relation
        for link in comparison.links
        for one in (link, link.mirrored())
        if (one.source_report, one.target_report) == (left, right)
        for pair in product(one.source, one.target)
    }


def _things(gold: Gold, findings: Iterable[Finding]) -> _Part:
    """Collect the claims that a thing of one report is not in another.

    Saying that the other contradicts it is as good, where the gold has the thing missing there.
    """
    part = _Part()
    events = {report.id: report.event for report in gold.reports}
    for thing in gold.things:
        for name, other in product(thing.forms, gold.missing_from(thing)):
            if events[name] == events[other]:
                said = (thing.kind, thing.forms[name][0], name, other)
                part.gold[thing.kind, thing.key, name, other] = said
    for finding in findings:
        if finding.kind in (STATEMENT, "translation-gap"):
            continue
        about = _thing(gold, finding)
        for other in finding.missing_from + finding.conflicts_with:
            if about is not None:
                key = (about.kind, about.key, finding.report, other)
                if other in finding.missing_from or key in part.gold:
                    part.found[key] = (about.kind, finding.text, finding.report, other)
            elif other in finding.missing_from:
                part.unlisted.add((finding.kind, finding.text, finding.report, other))
    return part


def _thing(gold: Gold, finding: Finding) -> Thing | None:
    """Return the thing that a finding is about: of its kind the one it overlaps best.

    A thing of another kind must be written with mostly the same words.
    """
    source = gold.report(finding.report).source
    best: tuple[int, Thing] | None = None
    for thing in gold.things:
        for start, end in _places(source, thing.forms.get(finding.report, ())):
            shared = _shared(finding, start, end)
            longer = max(end - start, finding.end - finding.start)
            near = 2 * shared - (end - start) - (finding.end - finding.start)
            fits = thing.kind == finding.kind or 2 * shared >= longer
            if shared > 0 and fits and (best is None or near > best[0]):
                best = (near, thing)
    return best[1] if best else None


def _places(source: str, forms: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where forms stand, at the beginning of a word; figures as whole figures."""
    for form in forms:
        whole = r"(?!\d)" if form[-1].isdigit() else ""
        for match in re.finditer(rf"(?<!\w)(?={re.escape(form)}{whole})", source):
            yield match.start(), match.start() + len(form)


def _shared(finding: Finding, start: int, end: int) -> int:
    return min(finding.end, end) - max(finding.start, start)


def _statements(gold: Gold, comparison: Comparison, findings: Iterable[Finding]) -> _Part:
    """Collect the claims that a statement is not said in another report.

    It is said there where both share a row. About headings, and statements that are related, nothing is right
    or wrong.
    """
    part = _Part()
    company = _company(comparison, (row.statements for row in gold.rows))
    near = _company(comparison, (related.statements for related in gold.related))
    texts: dict[tuple[str, int], str] = {}
    headings: set[tuple[str, int]] = set()
    for report in gold.reports:
        compared = comparison.report(report.id)
        for opening in sorted(gold.statements(report.id), key=lambda opening: opening.start, reverse=True):
            texts.update({(report.id, number): opening.text for number in _ids([opening], compared)})
        headings |= {(report.id, number) for number in _ids(report.headings, compared)}
    for pair in _peers(gold):
        for name, other in (pair, pair[::-1]):
            for key, text in texts.items():
                if key[0] == name and key not in headings and other not in company[key] | near[key]:
                    part.gold[key, other] = (STATEMENT, text, name, other)
    for finding in findings:
        key = (finding.report, finding.statement)
        for other in finding.missing_from if finding.kind == STATEMENT else ():
            if key not in texts:
                part.unlisted.add((STATEMENT, finding.text, finding.report, other))
            elif key not in headings and other not in near[key] - company[key]:
                part.found[key, other] = (STATEMENT, texts[key], finding.report, other)
    return part


def _company(
    comparison: Comparison, groups: Iterable[Mapping[str, Iterable[Opening]]]
) -> defaultdict[tuple[str, int], set[str]]:
    """Return for each statement the reports that stand with it in a group."""
    company: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    for group in groups:
        for name, openings in group.items():
            for number in _ids(openings, comparison.report(name)):
                company[name, number].update(group)
    return company


def _conflicts(gold: Gold, findings: Iterable[Finding]) -> _Part:
    """Collect the claims that two reports contradict each other, each once, whichever of them says so.

    A negation that the other report lacks contradicts it, too, but need not be listed as a conflict.
    """
    part = _Part()
    same_event = set(_peers(gold))
    for conflict in gold.conflicts:
        for one, another in combinations(conflict.says.values(), 2):
            for name, other in product(one, another):
                pair = tuple(sorted((name, other)))
                if pair in same_event:
                    said = (CONFLICT, f"{conflict.about}: {one[name]}", name, other)
                    part.gold[conflict.about, pair] = said
    for finding in findings:
        for other in finding.conflicts_with:
            pair = tuple(sorted((finding.report, other)))
            said = (CONFLICT, finding.text, finding.report, other)
            about = _conflict(gold, finding, other)
            if about is not None:
                part.found[about.about, pair] = said
            elif not _negated(gold, finding, other):
                part.found[_evidence(finding, other), pair] = said
    return part


def _conflict(gold: Gold, finding: Finding, other: str) -> Conflict | None:
    """Return the conflict between both reports whose wording the finding overlaps."""
    source = gold.report(finding.report).source
    for conflict in gold.conflicts:
        for words in conflict.says.values():
            if finding.report not in words or other in words:
                continue
            there = any(other in rival for rival in conflict.says.values())
            places = _places(source, [words[finding.report]])
            if there and any(_shared(finding, *place) > 0 for place in places):
                return conflict
    return None


def _negated(gold: Gold, finding: Finding, other: str) -> bool:
    thing = _thing(gold, finding)
    return thing is not None and thing.kind == "negation" and other in gold.missing_from(thing)


def _evidence(finding: Finding, other: str) -> frozenset[tuple[str, int]]:
    """Return what a conflict rests on, the same for a finding and for the one that mirrors it."""
    passages = {(p.report, p.statement) for p in finding.counterparts if p.report == other}
    return frozenset({(finding.report, finding.statement)} | passages)


def _events(gold: Gold, comparison: Comparison) -> _Part:
    """Collect the pairs of reports that tell of one event."""
    names = sorted(report.id for report in gold.reports)
    pairs = [(a, b) for a, b in combinations(names, 2) if comparison.events[a] == comparison.events[b]]
    return _Part(
        found={pair: (EVENT, "", *pair) for pair in pairs},
        gold={pair: (EVENT, "", *pair) for pair in _peers(gold)},
    )
