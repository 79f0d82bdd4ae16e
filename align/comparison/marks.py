"""Word marks: what one side of a link adds to the other, in the original and in its English.

Which words are added is judged in the original (``align.comparison.added``); a name, figure or date that the
other side does not have is added, whatever stands around it. Neighbouring words become one mark. The English
is marked where the translation model looks at marked words of the original while it writes it, and where the
model cannot be asked, by its own words. When in doubt a word is not marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal

import numpy as np

from align.comparison.added import Line, learned
from align.comparison.index import EventIndex
from align.comparison.passages import locate
from align.comparison.sides import Beside, Look, Side
from align.comparison.words import ContentWord, WordSimilarity, content
from align.link import Link
from align.mark import Mark
from align.report import Statement
from align.translation.attention import AttentionReader, Span

_LEAST_LINK = 0.5  # confidence of a link whose sides are worth comparing word by word
_LEAST_ODDS = -0.5  # logarithm of the odds from which on a word is marked
_UNLIKE = 0.3  # likeness below which a name that the other side lacks stands for no word of it
_SMALL_WORD, _SMALL_WORDS = re.compile(r"(?<!\w)\w+\s+\Z"), re.compile(r"(?<!\w)(?:\w+\s+)+\Z")
_SMALL_WORDS_AFTER = re.compile(r"(?:\s+\w+)*")
_CARRIED = 0.5  # of the attention of a word of the English: as much on marked words, and it is marked


def word_marks(
    links: Iterable[Link],
    indexes: Sequence[EventIndex],
    similarity: WordSimilarity,
    attention: AttentionReader | None = None,
) -> tuple[Mark, ...]:
    """Return the words that either side of each link adds, by report, statement and place.

    Without an embedder, words of different languages cannot be compared: then there are marks only between
    reports of one language. ``attention`` is that of the model which made the English.
    """
    sides = list(both_ways(links, indexes, similarity, attention))
    found = {mark for beside in sides for mark in _added(beside, learned())}
    return tuple(sorted(found, key=lambda m: (m.report, m.statement, m.against, m.on, m.start, m.end)))


def both_ways(
    links: Iterable[Link],
    indexes: Sequence[EventIndex],
    similarity: WordSimilarity,
    attention: AttentionReader | None,
) -> Iterator[Beside]:
    """Yield each side of each link that is worth comparing, beside the other."""
    by_report = {name: index for index in indexes for name in index.searches}
    found: list[Beside] = []
    for link in links:
        index = by_report.get(link.source_report)
        if index is None or link.target_report not in index.searches or link.confidence < _LEAST_LINK:
            continue
        left = Side(index.searches[link.source_report].report, link.source)
        right = Side(index.searches[link.target_report].report, link.target)
        if similarity.across or left.report.language == right.report.language:
            found += (Beside(a, b, index, similarity, {}) for a, b in ((left, right), (right, left)))
    asked = [pair for beside in found for pair in beside.asked()]
    told = {} if attention is None else attention.read(asked)
    for beside in found:
        yield replace(beside, attentions=told)


def _added(beside: Beside, lines: Mapping[str, Line]) -> Iterator[Mark]:
    for statement in beside.side.statements:
        look = beside.original(statement)
        flags = flagged(look, lines)
        runs = list(_runs(look, flags))
        for run in runs:
            yield _mark(beside, statement, "original", locate(beside.side.report, statement, *run))
        # Where the original adds nothing, what our English adds is its own.
        if runs and statement.translation is not None:
            marked = [word for word, flag in zip(look.words, flags, strict=True) if flag]
            for run in _in_english(beside, statement, marked, lines):
                yield _mark(beside, statement, "translation", run)


def _mark(beside: Beside, statement: Statement, on: Literal["original", "translation"], span: Span) -> Mark:
    return Mark(beside.side.report.id, statement.id, beside.other.report.id, on, *span)


def flagged(look: Look, lines: Mapping[str, Line]) -> list[bool]:
    """Tell of each word whether the other side lacks it; of the words of a missing name, of all or none."""
    seen = look.seen
    added = lines[seen.kind].odds(seen.signs()) >= _LEAST_ODDS
    found = added | (seen.lacking & (seen.like < _UNLIKE)) | np.array(look.figures, dtype=np.bool_)
    flags: list[bool] = []
    for lacking, places in groupby(range(len(found)), key=lambda place: bool(seen.lacking[place])):
        own = [bool(found[place]) for place in places]
        flags += [any(own)] * len(own) if lacking else own
    return flags


def _in_english(
    beside: Beside, statement: Statement, marked: Sequence[ContentWord], lines: Mapping[str, Line]
) -> Iterator[Span]:
    """Yield the offsets in a statement's English of what translates the marked words of the original."""
    look = beside.translation(statement)
    own = beside.attentions.get((statement.text, statement.english))
    if own is None:
        return _runs(look, flagged(look, lines))
    every = [(word.start, word.end) for word in content(statement.text, beside.side.language)]
    english = [(word.start, word.end) for word in look.words]
    on_words = own.between(every, english).sum(axis=1)
    on_marked = own.between([(word.start, word.end) for word in marked], english).sum(axis=1)
    carried = on_marked >= _CARRIED * np.maximum(on_words, np.finfo(np.float32).tiny)
    return _runs(look, [bool(flag) for flag in carried | np.array(look.figures, dtype=np.bool_)])


def _runs(look: Look, flags: Sequence[bool]) -> Iterator[Span]:
    """Yield the offsets of neighbouring words that are flagged."""
    words = look.words
    first: int | None = None
    for place, word in enumerate(words):
        if not flags[place]:
            continue
        first = place if first is None else first
        last = place + 1 == len(words)
        if last or not flags[place + 1] or _parted(look.text, word, words[place + 1]):
            yield _widened(look, first, place)
            first = None


def _widened(look: Look, first: int, last: int) -> Span:
    """Return the offsets of words with a small word before them, and all small ones up to a clause's ends."""
    words, clauses = look.words, look.seen.clauses
    start, end = words[first].start, words[last].end
    opening, closing = look.clauses[clauses[first]][0], look.clauses[clauses[last]][1]
    if first == 0 or clauses[first - 1] != clauses[first]:
        start = opening + len(_SMALL_WORDS.sub("", look.text[opening:start], count=1))
    else:
        before = words[first - 1].end
        start = before + len(_SMALL_WORD.sub("", look.text[before:start], count=1))
    if last + 1 == len(words) or clauses[last + 1] != clauses[last]:
        end += len(look.text[end:closing]) - len(_SMALL_WORDS_AFTER.sub("", look.text[end:closing], count=1))
    return start, end


def _parted(text: str, word: ContentWord, following: ContentWord) -> bool:
    """Tell whether a mark of punctuation stands between two words; the point of an ordinal is none."""
    between = text[word.end : following.start]
    if word.text.isdigit():
        between = between.removeprefix(".")
    return any(sign in between for sign in '.;:!?()«»„“”"')
