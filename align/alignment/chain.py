"""Anchors: sure 1–1 pairs, and the longest chain of them in order."""

from __future__ import annotations

import bisect

from align.alignment.nearest import Mutual

# A pair is an anchor where it costs at most so much more than the typical pair of the two texts,
# and so much less than the next best of either statement.
ABOVE_TYPICAL = 0.15
MARGIN = 0.15


def anchors(mutual: Mutual) -> list[tuple[int, int]]:
    """Return sure 1–1 pairs, by ascending source statement."""
    sure = (mutual.cost < mutual.typical + ABOVE_TYPICAL) & (mutual.margin > MARGIN)
    return list(zip(mutual.source[sure].tolist(), mutual.target[sure].tolist(), strict=True))


def longest_ascending(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return a longest strictly ascending part of pairs sorted by their first member (Fredman, 1975)."""
    tails: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        place = bisect.bisect_left(tails, j)
        before.append(holders[place - 1] if place else -1)
        tails[place : place + 1] = [j]
        holders[place : place + 1] = [number]
    chain = []
    number = holders[-1] if holders else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]
