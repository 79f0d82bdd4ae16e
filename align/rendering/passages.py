"""The passages of findings inside their statements."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from align.finding import Finding, Passage
from align.mark import Mark
from align.report import Statement

_TAG = re.compile(r"<[^<>]*>")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text and what covers it: findings, and the reports that lack these words.

    ``said`` is set on the words of a counterpart that count.
    """

    text: str
    findings: tuple[Finding, ...] = ()
    against: tuple[str, ...] = ()
    said: bool = False


def original_runs(
    statement: Statement, findings: Iterable[Finding], source: str, marks: Iterable[Mark] = ()
) -> tuple[Run, ...]:
    """Return ``statement.text`` in runs; ``source`` is the file that the findings' offsets count in."""
    found: list[tuple[Span | None, Finding | Mark]] = [
        (original_span(finding, statement, source), finding) for finding in findings
    ]
    found += [(original_span(mark, statement, source), mark) for mark in marks if mark.on == "original"]
    return cut(statement.text, [(span, thing) for span, thing in found if span])


def translated_runs(
    statement: Statement, findings: Iterable[Finding], marks: Iterable[Mark] = ()
) -> tuple[Run, ...]:
    """Return ``statement.translation`` in runs; only what stands there word for word is marked."""
    text = statement.translation or ""
    # What a translation gap names is what the English lacks.
    present = [finding for finding in findings if finding.kind != "translation-gap"]
    found: list[tuple[Span | None, Finding | Mark]] = [
        (_literal_span(text, finding.translation or "", 0), finding) for finding in present
    ]
    found += [(_within(mark, text), mark) for mark in marks if mark.on == "translation"]
    return cut(text, [(span, thing) for span, thing in found if span])


def added_words(statement: Statement, marks: Sequence[Mark], source: str) -> str:
    """Return the words of a statement that are marked, in English where they are marked there."""
    english = translated_runs(statement, [], marks)
    runs = english if any(run.against for run in english) else original_runs(statement, [], source, marks)
    return ", ".join(words for run in runs if run.against and (words := run.text.strip()))


def in_both(text: str, translation: str | None) -> str:
    """Return a passage in its own language and, where it is another, in English."""
    return text if translation in (None, text) else f"{text} – {translation}"


def original_span(thing: Finding | Passage | Mark, statement: Statement, source: str) -> Span | None:
    """Return where a passage of the file stands in ``statement.text``, or ``None`` where it cannot be told.

    White space of the file is folded in the text, so characters are counted without it. Where the file has
    more than the text, as HTML has tags, the occurrence nearest to the expected place is taken.
    """
    start, end = max(thing.start, statement.start), min(thing.end, statement.end)
    if start >= end:
        return None
    before, passage = source[statement.start : start], source[start:end]
    if _solid(source[statement.start : statement.end]) == _solid(statement.text):
        first = len(_solid(before))
        return _solid_span(statement.text, first, first + len(_solid(passage)))
    expected = len(" ".join(html.unescape(_TAG.sub("", before)).split()))
    words = html.unescape(_TAG.sub(" ", passage)) if isinstance(thing, Mark) else thing.text
    return _literal_span(statement.text, " ".join(words.split()), expected)


def cut(text: str, marks: Sequence[tuple[Span, Finding | Mark]]) -> tuple[Run, ...]:
    """Return ``text`` cut where a mark starts or ends; passages may nest and cross."""
    borders = sorted({0, len(text), *(border for span, _ in marks for border in span)})
    runs = []
    for a, b in pairwise(borders):
        over = [thing for (start, end), thing in marks if start <= a and b <= end]
        findings = tuple(thing for thing in over if isinstance(thing, Finding))
        against = dict.fromkeys(thing.against for thing in over if isinstance(thing, Mark))
        runs.append(Run(text[a:b], findings, tuple(against)))
    return tuple(runs)


def _within(mark: Mark, text: str) -> Span | None:
    start, end = mark.start, min(mark.end, len(text))
    return (start, end) if start < end else None


def _solid(text: str) -> str:
    return "".join(text.split())


def _solid_span(text: str, first: int, last: int) -> Span | None:
    positions = [i for i, character in enumerate(text) if not character.isspace()]
    return (positions[first], positions[last - 1] + 1) if first < last else None


def _literal_span(text: str, passage: str, expected: int) -> Span | None:
    if not passage:
        return None
    starts = [match.start() for match in re.finditer(re.escape(passage), text)]
    if not starts:
        return None
    start = min(starts, key=lambda start: abs(start - expected))
    return start, start + len(passage)
