"""A comparison against what readers of its page corrected: gold for what they judged, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from align.comparison.result import Comparison
from align.corrections import Corrections, resolve
from align.link import Link
from align.scoring.score import Score

_Key = frozenset[tuple[str, tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class CorrectionScores:
    """How a comparison stands against the judgements of readers.

    ``links`` counts the links that were judged: confirmed and redrawn ones are the gold, and a link is found
    wrongly if it was rejected or shares a statement with a redrawn one of its two reports. ``wrong_findings``
    is how many findings that were marked as wrong are still told, of ``marked_findings``.
    """

    links: Score
    wrong_findings: int
    marked_findings: int


def score_corrections(comparison: Comparison, corrections: Iterable[Corrections]) -> CorrectionScores:
    """Score a comparison that was made without these corrections; the latest of them outweighs the others.

    Raises ``CorrectionsError`` where they are not about the reports of the comparison.
    """
    resolved = resolve(corrections, comparison.reports)
    gold = {_key(link) for link in (*resolved.confirmed, *resolved.redrawn)}
    rejected = {_key(link) for link in resolved.rejected}
    drawn = [set(_nodes(link)) for link in resolved.redrawn]
    pairs = [{link.source_report, link.target_report} for link in resolved.redrawn]
    found = {
        _key(link)
        for link in comparison.links
        if _key(link) in gold | rejected
        or any(
            {link.source_report, link.target_report} == pair and not nodes.isdisjoint(_nodes(link))
            for nodes, pair in zip(drawn, pairs, strict=True)
        )
    }
    told = {(f.report, f.kind, f.start, f.end) for f in comparison.findings}
    return CorrectionScores(Score.of(found, gold), len(told & resolved.wrong), len(resolved.wrong))


def _key(link: Link) -> _Key:
    return frozenset([(link.source_report, link.source), (link.target_report, link.target)])


def _nodes(link: Link) -> list[tuple[str, int]]:
    sides = ((link.source_report, link.source), (link.target_report, link.target))
    return [(report, statement) for report, statements in sides for statement in statements]
