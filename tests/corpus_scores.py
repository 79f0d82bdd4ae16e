"""How a comparison of the corpus stands against its gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from align import Comparison, Finding
from tests.gold import Gold, Passage, Thing, statement_ids


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of what is right, what was found, and what is there to be found."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0


def links(gold: Gold, comparison: Comparison) -> Score:
    """Score pairs of statements that links join; related pairs are neither right nor wrong."""
    right = found = wanted = 0
    for ids in gold.events.values():
        for left, right_id in combinations(sorted(ids), 2):
            want = {
                p
                for g in gold.links(left, right_id)
                for p in _pairs(comparison, left, right_id, g.source, g.target)
            }
            may = {
                pair
                for related in gold.related
                if left in related.statements and right_id in related.statements
                for pair in _pairs(
                    comparison, left, right_id, related.statements[left], related.statements[right_id]
                )
            }
            got = _linked(comparison, left, right_id) - (may - want)
            right, found, wanted = right + len(got & want), found + len(got), wanted + len(want)
    return Score(right, found, wanted)


def _pairs(
    comparison: Comparison, left: str, right: str, source: tuple[Passage, ...], target: tuple[Passage, ...]
) -> Iterator[tuple[int, int]]:
    yield from product(
        statement_ids(source, comparison.report(left)), statement_ids(target, comparison.report(right))
    )


def _linked(comparison: Comparison, left: str, right: str) -> set[tuple[int, int]]:
    pairs: set[tuple[int, int]] = set()
    for link in comparison.links:
        for one in (link, link.mirrored()):
            if (one.source_report, one.target_report) == (left, right):
                pairs.update(product(one.source, one.target))
    return pairs


@dataclass(frozen=True, slots=True)
class ThingScores:
    """Scores of what is said to be missing where, by kind; findings about nothing in the gold."""

    by_kind: Mapping[str, Score]
    wrong: tuple[str, ...]
    unlisted: tuple[Finding, ...]


def things(gold: Gold, comparison: Comparison) -> ThingScores:
    """Score (thing, report it was not found in) over all findings of named things and quotations."""
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    claims: dict[tuple[str, str], str] = {}
    wrong, unlisted = [], []
    by_key = {(thing.kind, thing.key): thing for thing in gold.things}
    for finding in comparison.findings:
        if finding.kind in ("statement", "translation-gap"):
            continue
        about = _about(gold, finding)
        if about is None:
            unlisted.append(finding)
            continue
        for name in finding.missing_from:
            claims[f"{about.kind}|{about.key}", name] = finding.text
    for (identity, name), text in claims.items():
        kind, key = identity.split("|", 1)
        found[kind] += 1
        if name in gold.missing_from(by_key[kind, key]):
            right[kind] += 1
        else:
            wrong.append(f"{key} ({text}) is in {name}")
    for thing in gold.things:
        wanted[thing.kind] += len(gold.missing_from(thing))
    return ThingScores(
        {kind: Score(right[kind], found[kind], wanted[kind]) for kind in sorted(wanted)},
        tuple(wrong),
        tuple(unlisted),
    )


def statements(gold: Gold, comparison: Comparison, *, least: float) -> Score:
    """Score (statement, report it was not found in) of findings with at least this confidence.

    A claim is right unless the gold puts the statement in one row, or in a related one, with that report.
    """
    company: dict[tuple[str, int], set[str]] = {}
    for group in [row.statements for row in gold.rows] + [related.statements for related in gold.related]:
        for name, passages in group.items():
            for number in statement_ids(passages, comparison.report(name)):
                company.setdefault((name, number), set()).update(group)
    claims = [
        (finding.report, finding.statement, other)
        for finding in comparison.findings
        if finding.kind == "statement" and finding.confidence >= least
        for other in finding.missing_from
    ]
    right = sum(other not in company.get((name, number), ()) for name, number, other in claims)
    return Score(right, len(claims), right)


def _about(gold: Gold, finding: Finding) -> Thing | None:
    """Return the thing of the gold that the passage of a finding overlaps most."""
    source = gold.report(finding.report).source
    best: tuple[int, Thing] | None = None
    for thing in gold.things:
        for form in thing.forms.get(finding.report, ()):
            for start in _starts(source, form):
                shared = min(finding.end, start + len(form)) - max(finding.start, start)
                closeness = 2 * shared - len(form) - (finding.end - finding.start)
                if shared > 0 and (best is None or closeness > best[0]):
                    best = (closeness, thing)
    return best[1] if best else None


def _starts(source: str, form: str) -> Iterator[int]:
    at = source.find(form)
    while at >= 0:
        yield at
        at = source.find(form, at + 1)
