"""What a text says again: it corresponds to what its other saying does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import numpy as np

from align.alignment.nearest import Floats
from align.embedding import unit
from align.link import Link

# Cosine of all evidence about two statements of one text that say the same. Of the statements without a link
# in the development sets those above it were the same but for a word or a mark.
SAME = 0.95

# A link of less confidence is not made twice: if it is wrong, it would be wrong twice.
SURE = 0.9

# Which other statements of its text say the same, for each statement that has such, the nearest first.
Repeats = Mapping[int, tuple[int, ...]]


def repeats(vectors: Floats) -> Repeats:
    """Return the statements of a text that say the same, by its vectors, statements x dimension."""
    single = unit(vectors)
    likeness = single @ single.T
    np.fill_diagonal(likeness, -1)
    found: dict[int, tuple[int, ...]] = {}
    for row in np.unique(np.nonzero(likeness >= SAME)[0]).tolist():
        order = np.argsort(-likeness[row], kind="stable")
        found[row] = tuple(order[likeness[row, order] >= SAME].tolist())
    return found


def with_repeats(links: Iterable[Link], source: Repeats, target: Repeats) -> list[Link]:
    """Return links, and those of statements without one that say again what a single one surely linked says.

    By ascending source statement. ``source`` and ``target`` are in statement ids.
    """
    found = list(links)
    found += [replace(link, source=(i,), moved=False) for i, link in _again(found, source, "source")]
    found += [replace(link, target=(j,), moved=False) for j, link in _again(found, target, "target")]
    return sorted(found, key=lambda link: (link.source, link.target))


def _again(links: list[Link], same: Repeats, side: str) -> Iterator[tuple[int, Link]]:
    """Yield statements of a side without a link, each with the link of one that says the same."""
    linked = {i for link in links for i in getattr(link, side)}
    sure = [link for link in links if link.confidence >= SURE]
    alone = {getattr(link, side)[0]: link for link in sure if len(getattr(link, side)) == 1}
    for statement, others in same.items():
        link = next((alone[other] for other in others if other in alone), None)
        if statement not in linked and link is not None:
            yield statement, link
