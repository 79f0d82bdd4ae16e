"""The method of Bleualign, written anew from its description.

Sennrich and Volk (2010), MT-based sentence alignment for OCR-generated parallel texts
(aclanthology.org/2010.amta-papers.14). One text is translated; a translated sentence is compared with the
sentences of the other text by a BLEU of unigrams and bigrams. For each sentence the three best are kept, and
the monotone path of 1–1 links with the highest sum of scores makes the anchors. In the gaps between them, a
sentence joins the link before or after it where that raises the score of the link, up to three sentences on a
side; what is still open is aligned by length (Gale and Church) where the gap is not too lopsided.
"""

from __future__ import annotations

import bisect
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from align.scoring.links import Pair
from scripts.bench.alignment.galechurch import gale_church

_ORDER = 2  # longest n-gram
_KEPT = 3  # candidates for each sentence
_JOINED = 3  # sentences on a side of a link
_LOPSIDED = 2  # a gap with so many times more on one side is left alone


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link of the translated sentences from ``left`` to ``left_end`` and the others alike."""

    left: int
    right: int
    left_end: int
    right_end: int


def bleualign(translated: Sequence[str], target: Sequence[str]) -> list[Pair]:
    """Return the links of a translated text and a text of the same language, by ascending statement."""
    texts = _Texts([text.lower().split() for text in translated], [text.lower().split() for text in target])
    grown = list(_grown(best_path(_candidates(texts)), texts))
    filled = [link for gap in _gaps(grown, texts) for link in _by_length(gap, translated, target)]
    links = [(tuple(range(a.left, a.left_end)), tuple(range(a.right, a.right_end))) for a in grown]
    return sorted([*links, *filled])


@dataclass(frozen=True, slots=True)
class _Texts:
    left: list[list[str]]
    right: list[list[str]]

    def score(self, link: Anchor) -> float:
        """Return the BLEU of the joined sentences of a link, in [0, 1]."""
        return bleu(
            [word for words in self.left[link.left : link.left_end] for word in words],
            [word for words in self.right[link.right : link.right_end] for word in words],
        )


def bleu(hypothesis: Sequence[str], reference: Sequence[str]) -> float:
    """Return the BLEU of one sentence with n-grams up to 2, in [0, 1]; 0 where no bigram is shared."""
    logs = 0.0
    for order in range(1, _ORDER + 1):
        there, wanted = _grams(hypothesis, order), _grams(reference, order)
        shared = (there & wanted).total()
        if not shared:
            return 0.0
        logs += math.log(shared / there.total()) / _ORDER
    return math.exp(logs + min(0.0, 1 - len(reference) / len(hypothesis)))


def _grams(words: Sequence[str], order: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[i : i + order]) for i in range(len(words) - order + 1))


def _candidates(texts: _Texts) -> list[list[tuple[int, float]]]:
    """Return for each sentence on the left the best on the right that share a bigram: number and score."""
    places: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, words in enumerate(texts.right):
        for gram in _grams(words, _ORDER):
            places[gram].add(number)
    found = []
    for left, words in enumerate(texts.left):
        near = set().union(*(places.get(gram, ()) for gram in _grams(words, _ORDER)))
        scored = [(right, texts.score(Anchor(left, right, left + 1, right + 1))) for right in sorted(near)]
        found.append(sorted(scored, key=lambda pair: -pair[1])[:_KEPT])
    return found


def best_path(candidates: Sequence[Sequence[tuple[int, float]]]) -> list[Anchor]:
    """Return the rising path with the highest sum of scores."""
    nodes: list[tuple[int, int, int]] = []  # left, right, number of the node before
    ends: list[int] = []  # right ends of the best paths, rising with their sums
    sums: list[tuple[float, int]] = []
    for left, rights in enumerate(candidates):
        found = []
        for right, score in rights:
            at = bisect.bisect_left(ends, right)
            before = sums[at - 1] if at else (0.0, -1)
            nodes.append((left, right, before[1]))
            found.append((right, before[0] + score, len(nodes) - 1))
        for right, total, node in found:
            _keep(ends, sums, right, total, node)
    path = []
    node = sums[-1][1] if sums else -1
    while node >= 0:
        left, right, node = nodes[node]
        path.append(Anchor(left, right, left + 1, right + 1))
    return path[::-1]


def _keep(ends: list[int], sums: list[tuple[float, int]], right: int, total: float, node: int) -> None:
    """Enter a path that ends at ``right``, and drop those that end no earlier and are no better."""
    at = bisect.bisect_right(ends, right)
    if at and sums[at - 1][0] >= total:
        return
    start = bisect.bisect_left(ends, right)
    stop = start
    while stop < len(ends) and sums[stop][0] <= total:
        stop += 1
    ends[start:stop], sums[start:stop] = [right], [(total, node)]


def _grown(anchors: Sequence[Anchor], texts: _Texts) -> Iterator[Anchor]:
    """Let each link take in sentences of the gaps around it while that raises its score."""
    starts = [*((a.left, a.right) for a in anchors), (len(texts.left), len(texts.right))][1:]
    left = right = 0
    for anchor, (next_left, next_right) in zip(anchors, starts, strict=True):
        grown, best = anchor, texts.score(anchor)
        while True:
            wider = [
                Anchor(grown.left - 1, grown.right, grown.left_end, grown.right_end),
                Anchor(grown.left, grown.right - 1, grown.left_end, grown.right_end),
                Anchor(grown.left, grown.right, grown.left_end + 1, grown.right_end),
                Anchor(grown.left, grown.right, grown.left_end, grown.right_end + 1),
            ]
            fitting = [
                (texts.score(a), number)
                for number, a in enumerate(wider)
                if a.left >= left
                and a.right >= right
                and a.left_end <= next_left
                and a.right_end <= next_right
                and min(a.left_end - a.left, a.right_end - a.right) == 1
                and max(a.left_end - a.left, a.right_end - a.right) <= _JOINED
            ]
            score, number = max(fitting, default=(0.0, 0))
            if score <= best:
                break
            grown, best = wider[number], score
        left, right = grown.left_end, grown.right_end
        yield grown


def _gaps(links: Sequence[Anchor], texts: _Texts) -> Iterator[Anchor]:
    """Yield what lies between the links, where both sides have sentences."""
    edges = [Anchor(0, 0, 0, 0), *links, Anchor(len(texts.left), len(texts.right), 0, 0)]
    for before, after in pairwise(edges):
        gap = Anchor(before.left_end, before.right_end, after.left, after.right)
        if gap.left < gap.left_end and gap.right < gap.right_end:
            yield gap


def _by_length(gap: Anchor, translated: Sequence[str], target: Sequence[str]) -> list[Pair]:
    sizes = gap.left_end - gap.left, gap.right_end - gap.right
    if max(sizes) > _LOPSIDED * min(sizes):
        return []
    found = gale_church(translated[gap.left : gap.left_end], target[gap.right : gap.right_end])
    return [
        (tuple(gap.left + i for i in source), tuple(gap.right + j for j in other)) for source, other in found
    ]
