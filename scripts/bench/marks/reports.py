"""Cases as two reports whose statements are linked one to one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from align.comparison.coverage import coverage
from align.comparison.index import EventIndex, event_indexes, matches
from align.comparison.words import WordSimilarity
from align.embedding import Embedder
from align.link import Link
from align.report import Report, Statement
from align.translation.texts import translate_report
from align.translation.translator import Translator
from scripts.bench.marks.cases import Case, Side

_TOGETHER = 25  # statements: what an article has


@dataclass(frozen=True, slots=True)
class Event:
    """Cases of one kind, each as a statement of two reports, ready for marks."""

    cases: tuple[Case, ...]
    reports: tuple[Report, Report]
    links: tuple[Link, ...]
    indexes: tuple[EventIndex, ...]
    similarity: WordSimilarity


def events(cases: Iterable[Case], translator: Translator, embedder: Embedder) -> Iterator[Event]:
    """Yield the cases of each pair of languages and each change, some together."""
    groups: defaultdict[tuple[str, str], list[Case]] = defaultdict(list)
    for case in cases:
        groups[case.pair, case.change].append(case)
    for group in groups.values():
        for first in range(0, len(group), _TOGETHER):
            yield _event(group[first : first + _TOGETHER], translator, embedder)


def _event(cases: Sequence[Case], translator: Translator, embedder: Embedder) -> Event:
    left, right = (
        translate_report(translator, _report(name, sides))
        for name, sides in (("left", [c.left for c in cases]), ("right", [c.right for c in cases]))
    )
    links = tuple(
        Link((number,), (number,), 1.0, source_report="left", target_report="right")
        for number in range(len(cases))
    )
    together = {"left": 1, "right": 1}
    indexes = event_indexes((left, right), together, matches(links, coverage((left, right), links, together)))
    return Event(tuple(cases), (left, right), links, indexes, WordSimilarity((left, right), embedder))


def _report(name: str, sides: Sequence[Side]) -> Report:
    starts = list(accumulate((len(side.text) + 1 for side in sides), initial=0))
    statements = tuple(
        Statement(number, "sentence", start, start + len(side.text), side.text, paragraph=number)
        for number, (start, side) in enumerate(zip(starts, sides, strict=False))
    )
    return Report(name, sides[0].language, "\n".join(side.text for side in sides), statements)
