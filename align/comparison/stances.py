"""Negations, hedges and attributions that one side of a link has and the other has not.

A negation that the other side lacks is not called a conflict: translations of one text say the same with and
without one too often ("bleiben nicht aus", "still occur").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.comparison.index import EventIndex, passage
from align.comparison.passages import locate
from align.comparison.words import ContentWord, WordSimilarity, both_sides, content
from align.evidence.quotations import quotes
from align.evidence.stance import Stance, stances
from align.finding import Finding
from align.link import Link
from align.report import Report, Statement

_CONFIDENCE = {"negation": 0.75, "hedge": 0.7, "attribution": 0.7}
_LEAST_LINK = 0.5  # confidence of the link
_SAME_WORD = 0.5  # similarity from which on what is negated here is said there
_BESIDE = 2  # content words on each side of a negation that it may belong to


@dataclass(frozen=True, slots=True)
class _Side:
    """The linked statements of one report."""

    report: Report
    statements: tuple[Statement, ...]

    @property
    def language(self) -> str:
        return self.report.language.split("-")[0]

    def stances(self, kind: str) -> list[tuple[Statement, Stance]]:
        found = ((s, stance) for s in self.statements for stance in stances(s.text, language=self.language))
        return [(statement, stance) for statement, stance in found if stance.kind == kind]

    def has(self, kind: str) -> bool:
        """Tell whether the originals, or our English of them, have any word of that kind."""
        if self.stances(kind) or (kind == "attribution" and any(quotes(s.text) for s in self.statements)):
            return True
        english = (s.translation for s in self.statements if s.translation is not None)
        return kind != "attribution" and any(
            stance.kind == kind and stance.sure for text in english for stance in stances(text, language="en")
        )

    def words(self) -> Sequence[ContentWord]:
        return [word for statement in self.statements for word in both_sides(statement, self.report)]


def absent_stances(link: Link, event: EventIndex, similarity: WordSimilarity) -> Iterator[Finding]:
    """Yield the negations, hedges and attributions of one side of a link that the other side lacks."""
    if link.confidence < _LEAST_LINK:
        return
    left = _side(event, link.source_report, link.source)
    right = _side(event, link.target_report, link.target)
    for side, other in ((left, right), (right, left)):
        for kind in ("negation", "hedge", "attribution"):
            if other.has(kind):
                continue
            for statement, stance in side.stances(kind):
                if not stance.sure or (
                    kind == "negation" and not _denied(statement, stance, side, other, similarity)
                ):
                    continue
                yield _finding(statement, stance, side, other, link)
                break


def _side(event: EventIndex, report: str, statements: Sequence[int]) -> _Side:
    found = event.searches[report].report
    return _Side(found, tuple(found.statements[number] for number in statements))


def _denied(
    statement: Statement, stance: Stance, side: _Side, other: _Side, similarity: WordSimilarity
) -> bool:
    """Tell whether the other side says what is negated here."""
    words = content(statement.text, side.language)
    before = [word for word in words if word.end <= stance.start][-_BESIDE:] if side.language == "de" else []
    after = [word for word in words if word.start >= stance.end][:_BESIDE]
    near = similarity.best([*before, *after], other.words())
    return max(near, default=0.0) >= _SAME_WORD


def _finding(statement: Statement, stance: Stance, side: _Side, other: _Side, link: Link) -> Finding:
    start, end = locate(side.report, statement, stance.start, stance.end)
    return Finding(
        id="",
        kind=stance.kind,
        report=side.report.id,
        statement=statement.id,
        start=start,
        end=end,
        text=statement.text[stance.start : stance.end],
        translation=None,
        missing_from=(other.report.id,),
        confidence=round(_CONFIDENCE[stance.kind] * link.confidence, 3),
        counterparts=tuple(passage(other.report, s.id) for s in other.statements),
    )
