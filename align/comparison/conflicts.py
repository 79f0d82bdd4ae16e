"""Conflicts: figures, dates and given names that two reports give differently for the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Literal

from align.comparison.index import EventIndex
from align.comparison.passages import locate
from align.comparison.things import Mention, mentions
from align.comparison.words import ContentWord, WordSimilarity, content
from align.evidence import Name, Number
from align.evidence.dates import Date
from align.evidence.search import where
from align.evidence.transliteration import SAME_NAME, name_similarity
from align.finding import Finding, Passage
from align.link import Link
from align.report import Report, Statement

_LEAST_LINK = 0.5
_FARTHEST = 2.5  # figures further apart than this factor are rarely given for one thing
_ALIKE = 0.4  # similarity of the words beside two figures that count the same
_BESIDE = 3  # content words on each side of a figure
_OTHER_GIVEN_NAME = 0.6
_SURE, _NAMED = 0.85, 0.8
# Something hoped for is no level that was reached: two figures of different roles do not conflict.
_TARGET = re.compile(
    r"\b(?:goal|target|aim\w*|plan\w*|hope\w*|intend\w*|forecast|expect\w*|should|by 20\d\d|up to|want\w*|"
    r"next|"
    r"ziel\w*|soll\w*|geplant\w*|anvisiert\w*|erwart\w*|prognos\w*|will|wollen|bis zu|künftig|"
    r"цел\w+|план\w*|довести|прогноз\w*|ожида\w*|намер\w*|рассчит\w*|увелич\w+ до|предстоящ\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A figure, date or name as one report gives it."""

    report: Report
    statement: Statement
    mention: Mention

    @property
    def language(self) -> str:
        return self.report.language.split("-")[0]

    def beside(self) -> Sequence[ContentWord]:
        words = content(self.statement.text, self.language)
        probe = self.mention.probe
        return [
            *[word for word in words if word.end <= probe.start][-_BESIDE:],
            *[word for word in words if word.start >= probe.start][:_BESIDE],
        ]

    def passage(self) -> Passage:
        probe = self.mention.probe
        start, end = locate(self.report, self.statement, probe.start, probe.end)
        return Passage(
            self.report.id, self.statement.id, start, end, self.statement.text[probe.start : probe.end]
        )


def conflicts(
    links: Sequence[Link], event: EventIndex, similarity: WordSimilarity
) -> Iterator[tuple[Finding, Finding]]:
    """Yield what two reports of one event give differently, as a finding on each side."""
    for link in links:
        if link.confidence < _LEAST_LINK:
            continue
        left = _said(event, link.source_report, link.source)
        right = _said(event, link.target_report, link.target)
        for kind in ("number", "date"):
            pair = _differing(left, right, kind, event, similarity)
            if pair is not None:
                yield _both(*pair, confidence=round(_SURE * link.confidence, 3))
    names = sorted(event.searches)
    for index, name in enumerate(names):
        for other in names[index + 1 :]:
            yield from _given_names(event, name, other)


def _said(event: EventIndex, report: str, statements: Sequence[int]) -> list[_Said]:
    found = event.searches[report].report
    return [
        _Said(found, found.statements[number], mention)
        for number in statements
        for mention in mentions(found, found.statements[number], event.days[report])
    ]


def _differing(
    left: Sequence[_Said],
    right: Sequence[_Said],
    kind: Literal["number", "date"],
    event: EventIndex,
    similarity: WordSimilarity,
) -> tuple[_Said, _Said] | None:
    """Return the one pair of figures (or dates) that linked statements give for the same thing, if any."""
    ours = [said for said in left if said.mention.kind == kind and not _known(said, right, event)]
    theirs = [said for said in right if said.mention.kind == kind and not _known(said, left, event)]
    scored = [
        (score, a, b)
        for a, b in product(ours, theirs)
        if (score := _same_role(a, b, similarity, alone=len(ours) == len(theirs) == 1)) is not None
    ]
    if not scored:
        return None
    _, a, b = max(
        scored, key=lambda item: (item[0], -item[1].mention.probe.start, -item[2].mention.probe.start)
    )
    return a, b


def _known(said: _Said, others: Sequence[_Said], event: EventIndex) -> bool:
    """Tell whether the other report says it, too: a number anywhere, a date in the linked statements."""
    if not others:
        return True
    search = event.searches[others[0].report.id]
    places = where(search, said.mention.probe)
    if isinstance(said.mention.probe, Date) and said.mention.probe.day is None:
        return any(other.statement.id in places for other in others)
    return bool(places)


def _same_role(a: _Said, b: _Said, similarity: WordSimilarity, *, alone: bool) -> float | None:
    """Return how surely two figures or dates stand for the same thing, ``None`` where they do not."""
    x, y = a.mention.probe, b.mention.probe
    if isinstance(x, Number) and isinstance(y, Number):
        if not _comparable(x, y) or _compatible(a, x, b, y):
            return None
    elif isinstance(x, Date) and isinstance(y, Date) and not _as_full(x, y):
        return None
    near = similarity.best(a.beside(), b.beside())
    alike = max(near, default=0.0)
    if alike < _ALIKE and not (alone and isinstance(x, Number) and x.unit is not None):
        return None
    return alike


def _as_full(x: Date, y: Date) -> bool:
    """Tell whether two dates say the same parts: both a day, both a year, both a time."""
    said = [[part is not None for part in (*date.parts, date.label)] for date in (x, y)]
    return said[0] == said[1]


def _comparable(x: Number, y: Number) -> bool:
    if x.ordinal != y.ordinal or (x.unit != y.unit and {x.unit, y.unit} - {None, "person"}):
        return False
    low, high = sorted((x.value, y.value))
    return low > 0 and float(high / low) <= _FARTHEST


def _compatible(a: _Said, x: Number, b: _Said, y: Number) -> bool:
    """Tell whether two figures may both be right: rounded, bounded, or one hoped for and one reached."""
    if x.amounts_to(y) or x.may_be(y):
        return True
    if bool(_TARGET.search(_clause(a))) != bool(_TARGET.search(_clause(b))):
        return True
    low, high = (x, y) if x.value < y.value else (y, x)
    if low.bound == "more" or high.bound == "less":
        return True
    rounded = 1 if "about" in (x.bound, y.bound) else 2
    coarsest = max(_grain(low.value), _grain(high.value))
    return coarsest > 1 and (high.value - low.value) * rounded <= coarsest


def _grain(value: Decimal) -> Decimal:
    """Return to what a figure is rounded at most: 12,000 to thousands, 320 to tens."""
    digits = int(value)
    if digits != value:
        return Decimal(0)
    zeros = len(str(digits)) - len(str(digits).rstrip("0"))
    return Decimal(10**zeros)


def _clause(said: _Said) -> str:
    """Return the stretch between marks in which a figure stands."""
    probe, text = said.mention.probe, said.statement.text
    start = max(text.rfind(mark, 0, probe.start) for mark in (", ", "; ", ": ", "– ")) + 1
    ends = [end for mark in (", ", "; ", " – ") if (end := text.find(mark, probe.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def _given_names(event: EventIndex, left: str, right: str) -> Iterator[tuple[Finding, Finding]]:
    """Yield persons of one family name to whom two reports give different first names."""
    ours, theirs = _full_names(event, left), _full_names(event, right)
    for a, b in product(ours, theirs):
        x, y = _parts(a), _parts(b)
        if name_similarity(x[-1], y[-1]) < SAME_NAME or _given_alike(x, y):
            continue
        if any(_same_person(a, other) for other in theirs) or any(_same_person(b, other) for other in ours):
            continue
        yield _both(a, b, confidence=_NAMED)


def _full_names(event: EventIndex, report: str) -> list[_Said]:
    """Return the persons whom a report gives a first name that is written out, each spelling once."""
    found: dict[str, _Said] = {}
    every = range(len(event.searches[report].report.statements))
    for said in _said(event, report, every):
        if said.mention.kind == "person":
            parts = _parts(said)
            if len(parts) > 1 and len(parts[0]) > 2:
                found.setdefault(" ".join(parts), said)
    return list(found.values())


def _parts(said: _Said) -> list[str]:
    probe = said.mention.probe
    return re.findall(r"[^\W\d_]+", probe.surface) if isinstance(probe, Name) else []


def _given_alike(x: Sequence[str], y: Sequence[str]) -> bool:
    return any(name_similarity(a, b) >= _OTHER_GIVEN_NAME for a, b in product(x[:-1], y[:-1]))


def _same_person(a: _Said, b: _Said) -> bool:
    x, y = _parts(a), _parts(b)
    return name_similarity(x[-1], y[-1]) >= SAME_NAME and _given_alike(x, y)


def _both(a: _Said, b: _Said, *, confidence: float) -> tuple[Finding, Finding]:
    return _finding(a, b, confidence), _finding(b, a, confidence)


def _finding(said: _Said, other: _Said, confidence: float) -> Finding:
    own = said.passage()
    return Finding(
        id="",
        kind=said.mention.kind,
        report=own.report,
        statement=own.statement,
        start=own.start,
        end=own.end,
        text=own.text,
        translation=None,
        missing_from=(),
        confidence=confidence,
        conflicts_with=(other.report.id,),
        counterparts=(other.passage(),),
    )
