"""Alignment by length (Gale and Church, 1993, aclanthology.org/J93-1004), as nltk has it."""

from __future__ import annotations

from collections.abc import Sequence

from align.scoring.links import Pair


def gale_church(source: Sequence[str], target: Sequence[str]) -> list[Pair]:
    """Return the links, by ascending statement; lengths are counted in characters."""
    from nltk.translate.gale_church import align_blocks

    pairs = sorted(align_blocks([len(text) for text in source], [len(text) for text in target]))
    links: list[tuple[set[int], set[int]]] = []
    for left, right in pairs:
        if links and (left in links[-1][0] or right in links[-1][1]):
            links[-1][0].add(left)
            links[-1][1].add(right)
        else:
            links.append(({left}, {right}))
    return [(tuple(sorted(left)), tuple(sorted(right))) for left, right in links]
