"""What align/comparison/counterparts.py is fitted on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from align.comparison.counterparts import Pair, unlinked
from align.report import Report
from align.scoring.gold import GoldRow, Related, statement_ids
from scripts.folders import Folder


def observations(folder: Folder) -> Iterator[tuple[float, ...]]:
    """Yield the features of each pair of statements without a link, and 1 where both say the same."""
    for event in folder.events:
        found = [event.searches[name].report for name in sorted(event.searches)]
        for left, right in combinations(found, 2):
            same = _pairs(left, right, folder.gold.rows)
            near = _pairs(left, right, folder.gold.related)
            for pair, features in unlinked(left, right, event, folder.similarity):
                if pair not in near - same:
                    yield *features, float(pair in same)


def _pairs(left: Report, right: Report, groups: Iterable[GoldRow] | Iterable[Related]) -> set[Pair]:
    return {
        (a, b)
        for group in groups
        for a in statement_ids(group.statements.get(left.id, ()), left)
        for b in statement_ids(group.statements.get(right.id, ()), right)
    }
