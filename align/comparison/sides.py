"""The sides of a link, and what is seen of the words of one beside the other."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from align.comparison.added import Floats, Seen
from align.comparison.index import EventIndex
from align.comparison.things import is_telling
from align.comparison.words import ContentWord, WordSimilarity, both_sides, content
from align.evidence import Date, Name, Number, statement_evidence
from align.evidence.search import where
from align.languages import base
from align.reading.datelines import dateline
from align.report import Report, Statement
from align.translation.attention import Attention, Span, TextPair

_BORDER = re.compile(r"[,:](?!\d)|[;–—()]|\s-\s")
_LEAST_SEEN = 0.15  # of the attention of English words: less, and a word of the original is not translated


@dataclass(frozen=True, slots=True)
class Side:
    """The linked statements of one report."""

    report: Report
    numbers: tuple[int, ...]

    @property
    def language(self) -> str:
        """The language without script and region."""
        return base(self.report.language)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements themselves."""
        return tuple(self.report.statements[number] for number in self.numbers)

    @property
    def translated(self) -> bool:
        """Whether all statements have an English beside the original."""
        return all(statement.translation is not None for statement in self.statements)

    @property
    def text(self) -> str:
        """All statements as one text."""
        return " ".join(statement.text for statement in self.statements)

    @property
    def english(self) -> str:
        """The English of all statements as one text."""
        return " ".join(statement.english for statement in self.statements)

    def words(self) -> list[ContentWord]:
        """Return the content words of the statements and of their English."""
        return [word for statement in self.statements for word in both_sides(statement, self.report)]


@dataclass(frozen=True, slots=True)
class Look:
    """A text of a statement, its content words, and what is seen of them beside the other side."""

    text: str
    words: tuple[ContentWord, ...]
    clauses: tuple[Span, ...]
    figures: tuple[bool, ...]  # whether a word is of a figure or date that the other side lacks
    seen: Seen


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A name, figure or date in a text, and whether the other side lacks it."""

    start: int
    end: int
    figure: bool
    lacking: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """One side of a link beside the other."""

    side: Side
    other: Side
    index: EventIndex
    similarity: WordSimilarity
    attentions: Mapping[TextPair, Attention]

    def asked(self) -> Iterator[TextPair]:
        """Yield the pairs of texts of which the translation model's attention is of use."""
        if self.side.translated:
            yield self.side.text, self.other.english
            for statement in self.side.statements:
                yield statement.text, statement.english

    def original(self, statement: Statement) -> Look:
        """Look at the words of a statement."""
        look = self._look(statement.text, self.side.language, self.side.language == self.other.language)
        spans = [(word.start, word.end) for word in look.words]
        told = replace(
            look.seen, looked_at=self._looked_at(statement, spans), likely=self._likely(statement, spans)
        )
        return replace(look, seen=told)

    def translation(self, statement: Statement) -> Look:
        """Look at the words of a statement's English; the other side has its own."""
        return self._look(statement.english, "en", same_language=True)

    def _look(self, text: str, language: str, same_language: bool) -> Look:
        opening = dateline(text)
        words = tuple(w for w in content(text, language) if opening is None or w.start >= opening.end)
        clauses = _clauses(text, 0 if opening is None else opening.end)
        stretches = self._stretches(text, language)
        named = [_covering(word, stretches) for word in words]
        seen = Seen(
            like=np.array(self.similarity.best(words, self.other.words()), dtype=np.float32),
            shared=np.array([bool(n) and not all(s.lacking for s in n) for n in named], dtype=np.bool_),
            lacking=np.array([bool(n) and all(s.lacking for s in n) for n in named], dtype=np.bool_),
            clauses=np.array([_place(word, clauses) for word in words], dtype=np.int64),
            longer=math.log((1 + _count(self.side)) / (1 + _count(self.other))),
            same_language=same_language,
        )
        figures = tuple(any(s.figure for s in n) and all(s.lacking for s in n) for n in named)
        return Look(text, words, clauses, figures, seen)

    def _stretches(self, text: str, language: str) -> list[_Stretch]:
        """Return the names, figures and dates of a text, and whether the other side lacks them."""
        days = self.index.days[self.side.report.id]
        evidence = statement_evidence(text, language, today=days[0] if days else None)
        search = self.index.searches[self.other.report.id]
        probes: list[Name | Number | Date] = [
            *evidence.names,
            *evidence.numbers,
            *(date for date in evidence.dates if not date.loose),
        ]
        return [
            _Stretch(
                probe.start,
                probe.end,
                figure=not isinstance(probe, Name),
                lacking=_tells(probe) and set(where(search, probe)).isdisjoint(self.other.numbers),
            )
            for probe in probes
        ]

    def _looked_at(self, statement: Statement, words: Sequence[Span]) -> Floats | None:
        attention = self.attentions.get((self.side.text, self.other.english))
        if not self.side.translated or attention is None:
            return None
        return attention.on_source(_moved(words, self._start(statement, english=False)))

    def _likely(self, statement: Statement, words: Sequence[Span]) -> Floats | None:
        """Return how likely the English of each word is for the text of the other side."""
        attention = self.attentions.get((self.other.text, self.side.english))
        if not self.other.translated or attention is None:
            return None
        start = self._start(statement, english=True)
        if statement.translation is None:
            return attention.of_target(_moved(words, start))
        own = self.attentions.get((statement.text, statement.translation))
        english = [(word.start, word.end) for word in content(statement.translation, "en")]
        if own is None or not english:
            return None
        likely = attention.of_target(_moved(english, start))
        shares = own.between(words, english)
        total = shares.sum(axis=0)
        carried = likely @ shares / np.maximum(total, _LEAST_SEEN)
        return np.asarray(np.where(total >= _LEAST_SEEN, carried, likely.mean()), dtype=np.float32)

    def _start(self, statement: Statement, *, english: bool) -> int:
        """Return where a statement begins in the text of its side."""
        before = self.side.statements[: self.side.numbers.index(statement.id)]
        return sum(len(s.english if english else s.text) + 1 for s in before)


def _moved(spans: Sequence[Span], by: int) -> list[Span]:
    return [(start + by, end + by) for start, end in spans]


def _count(side: Side) -> int:
    return len(content(side.english, "en"))


def _clauses(text: str, start: int) -> tuple[Span, ...]:
    """Return the stretches of a text between its commas, brackets, dashes and colons."""
    borders = [match.span() for match in _BORDER.finditer(text, start)]
    starts = [start, *(end for _, end in borders)]
    ends = [*(begin for begin, _ in borders), len(text)]
    return tuple(zip(starts, ends, strict=True))


def _place(word: ContentWord, clauses: Sequence[Span]) -> int:
    return next(place for place, (_, end) in enumerate(clauses) if word.start <= end)


def _covering(word: ContentWord, stretches: Sequence[_Stretch]) -> list[_Stretch]:
    return [stretch for stretch in stretches if stretch.start < word.end and word.start < stretch.end]


def _tells(probe: Name | Number | Date) -> bool:
    """Tell whether a name or figure that is missing is worth a mark."""
    if isinstance(probe, Name):
        return not (probe.office or probe.people or probe.literal)
    return not isinstance(probe, Number) or is_telling(probe)
