"""Negations, hedges and attributions that one report has and another that says the same has not.

Whether a negation contradicts the other side is told elsewhere (``align.comparison.denials``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from align.comparison.counterparts import Counterparts
from align.comparison.index import EventIndex, passage
from align.comparison.passages import locate
from align.comparison.words import ContentWord, WordSimilarity, both_sides, content
from align.evidence.quotations import quotes
from align.evidence.stance import Stance, StanceKind, stances
from align.finding import Finding
from align.link import Link
from align.report import Report, Statement

_CONFIDENCE: dict[StanceKind, float] = {"negation": 0.75, "hedge": 0.7, "attribution": 0.7}
_LEAST_LINK = 0.5  # confidence of the link
_SAME_WORD = 0.5  # similarity from which on what is negated here is said there
# Probability from which on a statement without a link is taken for one that says the same, by kind: what is
# supposed is seldom told in so few words that it would be missed. From which on it may be: the least, and the
# share of the likeliest.
_LEAST_LIKELY: dict[StanceKind, float] = {"negation": 0.25, "attribution": 0.1}
_HARDLY_LIKELY, _FAR_BEHIND = 0.05, 0.3
_UNLINKED = 0.8
# Share of words in common from which on two sides say the same but for the stance: of a negation, so much
# that it need not be asked whether the other side has the very word that is denied.
_LEAST_TOLD: dict[StanceKind, float] = {"negation": 0.45, "attribution": 0.17}
# Confidence from which on a link by itself tells that two sides say the same but for the stance.
_SURE_LINK: dict[StanceKind, float] = {"negation": 0.8, "attribution": 0.9}
_BESIDE = 2  # content words on each side of a negation that it may belong to


@dataclass(frozen=True, slots=True)
class _Side:
    """The linked statements of one report."""

    report: Report
    statements: tuple[Statement, ...]

    @property
    def language(self) -> str:
        return self.report.language.split("-")[0]

    def stances(self, kind: StanceKind) -> list[tuple[Statement, Stance]]:
        found = ((s, stance) for s in self.statements for stance in stances(s.text, language=self.language))
        return [(statement, stance) for statement, stance in found if stance.kind == kind]

    def has(self, kind: StanceKind) -> bool:
        """Tell whether the originals, or our English of them, have any word of that kind."""
        if self.stances(kind) or (kind == "attribution" and any(quotes(s.text) for s in self.statements)):
            return True
        english = (s.translation for s in self.statements if s.translation is not None)
        return kind != "attribution" and any(
            stance.kind == kind and stance.sure for text in english for stance in stances(text, language="en")
        )

    def words(self) -> Sequence[ContentWord]:
        return [word for statement in self.statements for word in both_sides(statement, self.report)]


def absent_stances(
    links: Iterable[Link],
    likely: Mapping[tuple[str, str], Counterparts],
    event: EventIndex,
    similarity: WordSimilarity,
) -> Iterator[Finding]:
    """Yield the negations, hedges and attributions of one report that what corresponds in another lacks.

    What corresponds is told by the links, and for statements without one by what likely says the same.
    """
    for link in links:
        if link.confidence >= _LEAST_LINK:
            source = _side(event, link.source_report, link.source)
            target = _side(event, link.target_report, link.target)
            yield from _lacking(source, target, target, link.confidence, similarity)
            yield from _lacking(target, source, source, link.confidence, similarity)
    for (left, right), found in likely.items():
        own, other = event.searches[left].report, event.searches[right].report
        yield from _lacking_unlinked(own, other, found, event, similarity)
        yield from _lacking_unlinked(other, own, found.turned(), event, similarity)


def _lacking(
    side: _Side,
    other: _Side,
    around: _Side,
    confidence: float,
    similarity: WordSimilarity,
    kinds: Sequence[StanceKind] = get_args(StanceKind),
) -> Iterator[Finding]:
    """Yield a stance of each kind that one side has; ``around`` is where the other may have it."""
    for kind in kinds:
        if around.has(kind):
            continue
        for statement, stance in side.stances(kind):
            if not stance.sure:
                continue
            if confidence < _SURE_LINK.get(kind, 1.0) and not _same_without(
                statement, stance, side, other, similarity
            ):
                continue
            yield _finding(statement, stance, side, other, confidence)
            break


def _lacking_unlinked(
    own: Report, other: Report, likely: Counterparts, event: EventIndex, similarity: WordSimilarity
) -> Iterator[Finding]:
    """Yield the stances of statements without a link that nothing in the other report may have."""
    for statement in own.statements:
        if statement.kind == "heading" or event.matched(own.id, (statement.id,), other.id):
            continue
        for kind, least in _LEAST_LIKELY.items():
            same = likely.of(statement.id, least=least)
            if same:
                hardly = max(_HARDLY_LIKELY, _FAR_BEHIND * likely.pairs[statement.id, same[0]])
                yield from _lacking(
                    _Side(own, (statement,)),
                    _side(event, other.id, same[:1]),
                    _side(event, other.id, likely.of(statement.id, least=hardly)),
                    _UNLINKED,
                    similarity,
                    (kind,),
                )


def _side(event: EventIndex, report: str, statements: Sequence[int]) -> _Side:
    found = event.searches[report].report
    return _Side(found, tuple(found.statements[number] for number in statements))


def _same_without(
    statement: Statement, stance: Stance, side: _Side, other: _Side, similarity: WordSimilarity
) -> bool:
    """Tell whether the other side says what is denied or attributed here."""
    if stance.kind == "hedge":
        return True
    if stance.kind == "negation" and _denied(statement, stance, side, other, similarity):
        return True
    words = [w for w in side.words() if w.language == side.language]
    there = [w for w in other.words() if w.language == other.language]
    forth = similarity.told(words, other.words(), other.report)
    return (forth + similarity.told(there, side.words(), side.report)) / 2 >= _LEAST_TOLD[stance.kind]


def _denied(
    statement: Statement, stance: Stance, side: _Side, other: _Side, similarity: WordSimilarity
) -> bool:
    """Tell whether the other side says what is negated here."""
    words = content(statement.text, side.language)
    before = [word for word in words if word.end <= stance.start][-_BESIDE:] if side.language == "de" else []
    after = [word for word in words if word.start >= stance.end][:_BESIDE]
    near = similarity.best([*before, *after], other.words())
    return max(near, default=0.0) >= _SAME_WORD


def _finding(statement: Statement, stance: Stance, side: _Side, other: _Side, confidence: float) -> Finding:
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
        confidence=round(_CONFIDENCE[stance.kind] * confidence, 3),
        counterparts=tuple(passage(other.report, s.id) for s in other.statements),
    )
