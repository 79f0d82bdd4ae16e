"""Statements that deny what another report says: "was not detained", "задержан".

Translations of one text say the same with and without a negation often enough ("bleiben nicht aus", "still
occur"). What contradicts is short, in no quotation, and has the very word that is denied on the other side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from align.comparison.counterparts import Counterparts
from align.comparison.index import EventIndex, passage
from align.comparison.passages import locate
from align.comparison.said import clause, contradiction
from align.comparison.words import ContentWord, WordSimilarity, both_sides, content
from align.evidence import statement_evidence
from align.evidence.numbers import Number
from align.evidence.opposites import poles
from align.evidence.quotations import quotes
from align.evidence.stance import Stance, stances
from align.finding import Finding, Passage
from align.link import Link
from align.report import Report, Statement

_LEAST_LINK, _LEAST_LIKELY = 0.6, 0.5  # confidence of a link; that unlinked statements say the same
_SAME_WORD = 0.55  # similarity of the word that is denied to one on the other side
_LEAST_TOLD = 0.45  # share of words in common
_MOST_WORDS = 14  # of what denies; in longer statements it is too often a side remark that is denied
_BESIDE = 2  # content words on each side of a negation that it may belong to
_CONFIDENCE = 0.8


def denials(
    left: Report,
    right: Report,
    links: Iterable[Link],
    likely: Counterparts,
    event: EventIndex,
    similarity: WordSimilarity,
) -> Iterator[tuple[Finding, Finding]]:
    """Yield what one of two reports denies and the other says, as a finding on each side."""
    pairs = {pair: p for pair, p in likely.pairs.items() if p >= _LEAST_LIKELY}
    for link in links:
        for one in (link, link.mirrored()):
            if (one.source_report, one.target_report) == (
                left.id,
                right.id,
            ) and link.confidence >= _LEAST_LINK:
                pairs.update(dict.fromkeys(product(one.source, one.target), one.confidence))
    for (a, b), p in sorted(pairs.items()):
        ours, theirs = left.statements[a], right.statements[b]
        for own, report, other, there in ((ours, left, theirs, right), (theirs, right, ours, left)):
            stance = _denied(own, report, other, there, event, similarity)
            if stance is not None:
                denial = _words(report, own, stance)
                said = passage(there, other.id)
                confidence = round(_CONFIDENCE * p, 3)
                yield (
                    contradiction(denial, said, kind="negation", confidence=confidence),
                    contradiction(said, denial, kind="statement", confidence=confidence),
                )


def _denied(
    own: Statement,
    report: Report,
    other: Statement,
    there: Report,
    event: EventIndex,
    similarity: WordSimilarity,
) -> Stance | None:
    """Return the negation by which a statement denies what another says."""
    language = report.language.split("-")[0]
    words = content(own.text, language)
    negations = [s for s in stances(own.text, language=language) if s.kind == "negation" and s.sure]
    # One that is denied twice is not denied, and a heading has no words to spare.
    if len({s.start for s in negations}) != 1 or len(words) > _MOST_WORDS or quotes(own.text):
        return None
    if (
        "heading" in (own.kind, other.kind)
        or quotes(other.text)
        or _negates(report, own, there, event, other)
    ):
        return None
    stance = negations[0]
    first, stop = clause(own.text, stance.start, stance.end)
    dates = statement_evidence(own.text, language).dates
    plain = [w for w in words if not any(d.start < w.end and w.start < d.end for d in dates)]
    before = [w for w in plain if first <= w.start and w.end <= stance.start][-_BESIDE:]
    after = [w for w in plain if stance.end <= w.start and w.end <= stop][:_BESIDE]
    if _counted(other, there, [*before, *after], similarity):
        return stance
    theirs = both_sides(other, there)
    near = similarity.best([*(before if language == "de" else ()), *after], theirs)
    if max(near, default=0.0) < _SAME_WORD or _opposite(own, report, other, there):
        return None
    back = similarity.told(content(other.text, there.language.split("-")[0]), both_sides(own, report), report)
    return stance if (similarity.told(words, theirs, there) + back) / 2 >= _LEAST_TOLD else None


def _counted(
    other: Statement, there: Report, denied: Sequence[ContentWord], similarity: WordSimilarity
) -> bool:
    """Tell whether the other side counts what there is none of here: keine Mängel, 14 violations."""
    sides = [(other.text, there.language.split("-")[0]), (other.translation or "", "en")]
    return any(
        max(similarity.best(denied, counted), default=0.0) >= _SAME_WORD
        for text, language in sides
        for number in statement_evidence(text, language).numbers
        if not number.ordinal and number.unit is None
        if (counted := [word for word in content(text, language) if _follows(number, word, text)])
    )


def _follows(number: Number, word: ContentWord, text: str) -> bool:
    return number.end <= word.start and not text[number.end : word.start].strip()


def _opposite(own: Statement, report: Report, other: Statement, there: Report) -> bool:
    """Tell whether the other side says the opposite of what is denied: "did not fall", "rose"."""
    ours = {(p.axis, p.sign) for p in poles(own.text, language=report.language.split("-")[0])}
    return any((p.axis, -p.sign) in ours for p in poles(other.text, language=there.language.split("-")[0]))


def _negates(report: Report, own: Statement, there: Report, event: EventIndex, other: Statement) -> bool:
    """Tell whether the other side, or what else belongs to it, may deny it, too."""
    beside = {*event.matched(report.id, (own.id,), there.id), other.id}
    texts = [(there.statements[n].text, there.language.split("-")[0]) for n in beside]
    texts += [(english, "en") for n in beside if (english := there.statements[n].translation) is not None]
    return any(s.kind == "negation" for text, language in texts for s in stances(text, language=language))


def _words(report: Report, statement: Statement, stance: Stance) -> Passage:
    text = statement.text[stance.start : stance.end]
    return Passage(report.id, statement.id, *locate(report, statement, stance.start, stance.end), text)
