"""Whether marks tell which things only one of two linked statements has, by the gold of corpora/."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from align.api import default_embedder
from align.comparison.coverage import coverage
from align.comparison.index import event_indexes, matches
from align.comparison.marks import word_marks
from align.comparison.words import WordSimilarity
from align.link import Link
from align.reading import read
from align.report import Report
from align.scoring.gold import STANCES, Gold, Thing, load_gold, statement_ids
from align.translation.attention import AttentionReader
from align.translation.texts import translate_report
from align.translation.translator import Translator
from scripts.bench.marks.cases import Span

_MARKED = 0.5  # of the letters of a thing's wording


@dataclass(frozen=True, slots=True)
class Things:
    """How many wordings only one side of a link has, and how many both have; and how many are marked."""

    added: int = 0
    added_marked: int = 0
    shared: int = 0
    shared_marked: int = 0

    def __add__(self, other: Things) -> Things:
        return Things(
            self.added + other.added,
            self.added_marked + other.added_marked,
            self.shared + other.shared,
            self.shared_marked + other.shared_marked,
        )


def count_things(
    folder: Path, translator: Translator, attention: AttentionReader | None
) -> dict[str, Things]:
    """Return the counts of a folder by pair of languages, over the links of the gold."""
    gold = load_gold(folder)
    events = {report.id: report.event for report in gold.reports}
    reports = {name: translate_report(translator, read(folder / f"{name}.txt")) for name in events}
    links = tuple(_links(gold, reports))
    indexes = event_indexes(
        tuple(reports.values()), events, matches(links, coverage(tuple(reports.values()), links, events))
    )
    similarity = WordSimilarity(reports.values(), default_embedder())
    marked: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for mark in word_marks(links, indexes, similarity, attention):
        if mark.on == "original":
            marked[mark.report, mark.against].append((mark.start, mark.end))
    return _counted(gold, reports, links, marked)


def _links(gold: Gold, reports: Mapping[str, Report]) -> Iterator[Link]:
    for names in gold.events.values():
        for left, right in permutations(names, 2):
            if left < right:
                for link in gold.links(left, right):
                    source = statement_ids(link.source, reports[left])
                    target = statement_ids(link.target, reports[right])
                    yield Link(source, target, 1.0, source_report=left, target_report=right)


def _counted(
    gold: Gold,
    reports: Mapping[str, Report],
    links: Sequence[Link],
    marked: Mapping[tuple[str, str], Sequence[Span]],
) -> dict[str, Things]:
    found: defaultdict[str, Things] = defaultdict(Things)
    for link in links:
        sides = ((link.source_report, link.source), (link.target_report, link.target))
        for (name, numbers), (other, others) in (sides, sides[::-1]):
            pair = "-".join(sorted(reports[each].language for each in (name, other)))
            spans = marked.get((name, other), ())
            for thing in gold.things:
                for wording in _wordings(thing, reports[name], numbers):
                    both = any(_wordings(thing, reports[other], others))
                    is_marked = _share(wording, spans) >= _MARKED
                    found[pair] += Things(not both, is_marked and not both, both, is_marked and both)
    return dict(found)


def _wordings(thing: Thing, report: Report, numbers: Sequence[int]) -> Iterator[Span]:
    """Yield where a thing is named in some statements of a report."""
    if thing.kind in STANCES or thing.kind == "quotation":
        return
    for number in numbers:
        statement = report.statements[number]
        for form in thing.forms.get(report.id, ()):
            start = report.source.find(form, statement.start, statement.end)
            if start >= 0:
                yield start, start + len(form)
                break


def _share(wording: Span, spans: Sequence[Span]) -> float:
    """Return the part of a wording that is marked."""
    covered = {at for start, end in spans for at in range(max(start, wording[0]), min(end, wording[1]))}
    return len(covered) / (wording[1] - wording[0])
