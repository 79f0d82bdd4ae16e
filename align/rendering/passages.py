"""The passages of findings inside their statements."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from align.finding import Finding
from align.report import Statement

_TAG = re.compile(r"<[^<>]*>")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text and the findings whose passages cover it, in the order they were given."""

    text: str
    findings: tuple[Finding, ...] = ()


def original_runs(statement: Statement, findings: Iterable[Finding], source: str) -> tuple[Run, ...]:
    """Return ``statement.text`` in runs; ``source`` is the file that the findings' offsets count in."""
    found = [(original_span(finding, statement, source), finding) for finding in findings]
    return cut(statement.text, [(span, finding) for span, finding in found if span])


def translated_runs(statement: Statement, findings: Iterable[Finding]) -> tuple[Run, ...]:
    """Return ``statement.translation`` in runs; only what stands there word for word is marked."""
    text = statement.translation or ""
    # What a translation gap names is what the English lacks.
    present = [finding for finding in findings if finding.kind != "translation-gap"]
    found = [(_literal_span(text, finding.translation or "", 0), finding) for finding in present]
    return cut(text, [(span, finding) for span, finding in found if span])


def original_span(finding: Finding, statement: Statement, source: str) -> Span | None:
    """Return where the finding's passage stands in ``statement.text``, or ``None`` where it cannot be told.

    White space of the file is folded in the text, so characters are counted without it. Where the file has
    more than the text, as HTML has tags, the occurrence nearest to the expected place is taken.
    """
    start, end = max(finding.start, statement.start), min(finding.end, statement.end)
    if start >= end:
        return None
    before, passage = source[statement.start : start], source[start:end]
    if _solid(source[statement.start : statement.end]) == _solid(statement.text):
        first = len(_solid(before))
        return _solid_span(statement.text, first, first + len(_solid(passage)))
    expected = len(" ".join(html.unescape(_TAG.sub("", before)).split()))
    return _literal_span(statement.text, " ".join(finding.text.split()), expected)


def cut(text: str, marks: Sequence[tuple[Span, Finding]]) -> tuple[Run, ...]:
    """Return ``text`` cut where a mark starts or ends; passages may nest and cross."""
    borders = sorted({0, len(text), *(border for span, _ in marks for border in span)})
    return tuple(
        Run(text[a:b], tuple(finding for (start, end), finding in marks if start <= a and b <= end))
        for a, b in pairwise(borders)
    )


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
