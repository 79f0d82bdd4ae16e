"""What a report says at one place: a figure, date or name with the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from align.comparison.passages import locate
from align.comparison.things import Mention
from align.comparison.words import ContentWord, content
from align.evidence import statement_evidence
from align.evidence.numbers import Number
from align.finding import Finding, FindingKind, Passage
from align.report import Report, Statement

_BESIDE = 3  # content words on each side
_BREAK = re.compile(r"[,;:]\s|\s[–—-]\s|[.!?…]\s")


@dataclass(frozen=True)
class Said:
    """A figure, date or name as one report gives it."""

    report: Report
    statement: Statement
    mention: Mention

    @property
    def language(self) -> str:
        """The primary language of the report."""
        return self.report.language.split("-")[0]

    @cached_property
    def words(self) -> tuple[ContentWord, ...]:
        """The content words of the statement without figures and without what is said itself."""
        probe = self.mention.probe
        found = _figureless(self.statement.text, self.language)
        return tuple(word for word in found if word.end <= probe.start or word.start >= probe.end)

    @cached_property
    def beside(self) -> tuple[ContentWord, ...]:
        """The nearest content words, in the original and beside the same figure in its English."""
        found = _nearest(self.words, self.mention.probe.start, self.mention.probe.end)
        return (*found, *self._english_beside())

    @cached_property
    def counted(self) -> tuple[ContentWord, ...]:
        """What a figure counts, as far as words can tell: those right after it."""
        probe = self.mention.probe
        _, stop = self.clause
        own = [word for word in self.words if probe.end <= word.start < stop][:2]
        return (*own, *self._english_beside(before=0, after=2))

    @property
    def clause(self) -> tuple[int, int]:
        """Where in the statement's text the clause with it begins and ends."""
        return clause(self.statement.text, self.mention.probe.start, self.mention.probe.end)

    @property
    def clause_text(self) -> str:
        """The clause with it."""
        start, end = self.clause
        return self.statement.text[start:end]

    @property
    def clause_words(self) -> tuple[ContentWord, ...]:
        """The content words of the clause with it, without figures and without what is said itself."""
        start, end = self.clause
        return tuple(word for word in self.words if start <= word.start and word.end <= end)

    def passage(self) -> Passage:
        """Return where in the file it stands."""
        probe = self.mention.probe
        start, end = locate(self.report, self.statement, probe.start, probe.end)
        text = self.statement.text[probe.start : probe.end]
        return Passage(self.report.id, self.statement.id, start, end, text)

    def _english_beside(self, before: int = _BESIDE, after: int = _BESIDE) -> list[ContentWord]:
        text, probe = self.statement.translation, self.mention.probe
        if text is None or not isinstance(probe, Number):
            return []
        same = [n for n in statement_evidence(text, "en").numbers if n.value == probe.value]
        return _nearest(_figureless(text, "en"), same[0].start, same[0].end, before, after) if same else []


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the stretch between two marks begins and ends in which ``text[start:end]`` stands."""
    first = max((mark.end() for mark in _BREAK.finditer(text) if mark.end() <= start), default=0)
    stop = _BREAK.search(text, end)
    return first, stop.start() if stop else len(text)


def _figureless(text: str, language: str) -> list[ContentWord]:
    figures = statement_evidence(text, language).numbers
    return [
        word
        for word in content(text, language)
        if not word.text[0].isdigit() and not any(n.start < word.end and word.start < n.end for n in figures)
    ]


def _nearest(
    words: Sequence[ContentWord], start: int, end: int, before: int = _BESIDE, after: int = _BESIDE
) -> list[ContentWord]:
    left = [word for word in words if word.end <= start]
    return [*left[len(left) - before :], *[word for word in words if word.start >= end][:after]]


def clash(a: Said, b: Said, *, confidence: float) -> tuple[Finding, Finding]:
    """Return what two reports say differently, as a finding on each side."""
    ours, theirs = a.passage(), b.passage()
    return (
        contradiction(ours, theirs, kind=a.mention.kind, confidence=confidence),
        contradiction(theirs, ours, kind=b.mention.kind, confidence=confidence),
    )


def contradiction(own: Passage, other: Passage, *, kind: FindingKind, confidence: float) -> Finding:
    """Return the finding that a passage of another report contradicts one."""
    return Finding(
        id="",
        kind=kind,
        report=own.report,
        statement=own.statement,
        start=own.start,
        end=own.end,
        text=own.text,
        translation=own.translation,
        missing_from=(),
        confidence=confidence,
        conflicts_with=(other.report,),
        counterparts=(other,),
    )
