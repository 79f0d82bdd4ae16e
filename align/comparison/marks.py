"""Word marks: what one side of a link adds to the other, in the original and in its English.

A word is marked where nothing on the other side means or sounds like it; a name, figure or date where the
other side does not have it. Neighbouring words become one mark. When in doubt a word is not marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from align.comparison.index import EventIndex
from align.comparison.passages import locate
from align.comparison.things import is_telling
from align.comparison.words import ContentWord, WordSimilarity, both_sides, content
from align.evidence import Date, Name, Number, statement_evidence
from align.evidence.search import where
from align.link import Link
from align.mark import Mark
from align.reading.datelines import dateline
from align.report import Report, Statement

_LEAST_LINK = 0.5  # confidence of a link whose sides are worth comparing word by word
_UNLIKE, _UNLIKE_ALONE = (
    0.3,
    0.2,
)  # similarity below which a word, or one between two that are there, is added
_MOSTLY_OTHER = 0.75  # of a side's words: more, and the link is too free to mark any


@dataclass(frozen=True, slots=True)
class _Side:
    """The linked statements of one report."""

    report: Report
    statements: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A name, figure or date in a text, and whether the other side lacks it."""

    start: int
    end: int
    added: bool


def word_marks(
    links: Iterable[Link], indexes: Sequence[EventIndex], similarity: WordSimilarity
) -> tuple[Mark, ...]:
    """Return the words that either side of each link adds, by report, statement and place.

    Without an embedder, words of different languages cannot be compared: then there are marks only between
    reports of one language.
    """
    by_report = {name: index for index in indexes for name in index.searches}
    found: set[Mark] = set()
    for link in links:
        index = by_report.get(link.source_report)
        if index is None or link.target_report not in index.searches or link.confidence < _LEAST_LINK:
            continue
        left = _Side(index.searches[link.source_report].report, link.source)
        right = _Side(index.searches[link.target_report].report, link.target)
        if similarity.across or left.report.language == right.report.language:
            found.update(_added(left, right, index, similarity))
            found.update(_added(right, left, index, similarity))
    return tuple(sorted(found, key=lambda m: (m.report, m.statement, m.against, m.on, m.start, m.end)))


def _added(side: _Side, other: _Side, index: EventIndex, similarity: WordSimilarity) -> Iterator[Mark]:
    theirs = [
        word
        for number in other.statements
        for word in both_sides(other.report.statements[number], other.report)
    ]
    language = side.report.language.split("-")[0]
    for number in side.statements:
        statement = side.report.statements[number]
        named = _stretches(statement.text, language, side, other, index)
        runs = list(_runs(named, statement.text, language, theirs, similarity))
        for run in runs:
            yield _mark(side, other, statement, "original", locate(side.report, statement, *run))
        # Where the original adds nothing, what our English adds is its own.
        if runs and statement.translation is not None:
            english = _stretches(statement.translation, "en", side, other, index)
            for run in _runs(english, statement.translation, "en", theirs, similarity):
                yield _mark(side, other, statement, "translation", run)


def _mark(
    side: _Side,
    other: _Side,
    statement: Statement,
    on: Literal["original", "translation"],
    span: tuple[int, int],
) -> Mark:
    return Mark(side.report.id, statement.id, other.report.id, on, *span)


def _stretches(text: str, language: str, side: _Side, other: _Side, index: EventIndex) -> list[_Stretch]:
    """Return the names, figures and dates of a text, and whether the other side lacks them."""
    days = index.days[side.report.id]
    evidence = statement_evidence(text, language, today=days[0] if days else None)
    search = index.searches[other.report.id]
    probes: list[Name | Number | Date] = [
        *evidence.names,
        *evidence.numbers,
        *(date for date in evidence.dates if not date.loose),
    ]
    return [
        _Stretch(
            probe.start,
            probe.end,
            added=_tells(probe) and set(where(search, probe)).isdisjoint(other.statements),
        )
        for probe in probes
    ]


def _tells(probe: Name | Number | Date) -> bool:
    """Tell whether a name or figure that is missing is worth a mark."""
    if isinstance(probe, Name):
        return not (probe.office or probe.people or probe.literal)
    return not isinstance(probe, Number) or is_telling(probe)


def _runs(
    stretches: Sequence[_Stretch],
    text: str,
    language: str,
    theirs: Sequence[ContentWord],
    similarity: WordSimilarity,
) -> Iterator[tuple[int, int]]:
    """Yield the offsets of what is added: named things, and words that mean nothing on the other side."""
    opening = dateline(text)
    words = [word for word in content(text, language) if opening is None or word.start >= opening.end]
    named = [_named(word, stretches) for word in words]
    near = similarity.best(words, theirs)
    flags = [
        added if added is not None else _unlike(position, near) and not words[position].text[0].isdigit()
        for position, added in enumerate(named)
    ]
    if sum(flags) > _MOSTLY_OTHER * len(words):
        flags = [bool(added) for added in named]
    start: int | None = None
    for position, word in enumerate(words):
        if not flags[position]:
            continue
        start = word.start if start is None else start
        last = position + 1 == len(words)
        if last or not flags[position + 1] or _parted(text, word, words[position + 1]):
            yield start, word.end
            start = None


def _named(word: ContentWord, stretches: Iterable[_Stretch]) -> bool | None:
    """Tell whether the other side lacks what a word names; ``None`` for a word that names nothing."""
    covering = [stretch for stretch in stretches if stretch.start < word.end and word.start < stretch.end]
    return all(stretch.added for stretch in covering) if covering else None


def _unlike(position: int, near: Sequence[float]) -> bool:
    """Tell whether a word means nothing on the other side, and so does one beside it."""
    beside = [*near[max(0, position - 1) : position], *near[position + 1 : position + 2]]
    limit = _UNLIKE if any(value < _UNLIKE for value in beside) else _UNLIKE_ALONE
    return near[position] < limit


def _parted(text: str, word: ContentWord, following: ContentWord) -> bool:
    """Tell whether a mark of punctuation stands between two words."""
    return any(sign in text[word.end : following.start] for sign in '.;:!?()«»„“”"')
