"""Conflicts: what two reports of one event give differently for the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from align.comparison.counterparts import Counterparts
from align.comparison.denials import denials
from align.comparison.figures import denied_tolls, rivals
from align.comparison.index import EventIndex
from align.comparison.oppositions import oppositions
from align.comparison.said import Said, clash, contradiction
from align.comparison.things import mentions
from align.comparison.words import ContentWord, WordSimilarity, both_sides
from align.evidence import Name
from align.evidence.function_words import FUNCTION_WORDS
from align.evidence.transliteration import SAME_NAME, name_similarity
from align.finding import Finding
from align.link import Link

# Spellings of one first name in three languages have .83 (Анжела, Angela) and more, Katrin and Katja .62.
_OTHER_GIVEN_NAME = 0.72
_ONE_OFFICE = 0.6  # similarity of the word right before a name to one beside the other
_NAMED = 0.8
_INITIALS = 2  # letters that are no first name written out
_LEAST_LIKELY = 0.5  # probability that two statements say the same


def conflicts(
    links: Sequence[Link],
    likely: Mapping[tuple[str, str], Counterparts],
    event: EventIndex,
    similarity: WordSimilarity,
) -> Iterator[tuple[Finding, Finding]]:
    """Yield what two reports of one event give differently, as a finding on each side."""
    for left, right in combinations(sorted(event.searches), 2):
        for pair in rivals(left, right, links, likely[left, right], event, similarity):
            yield clash(pair.left, pair.right, confidence=pair.confidence)
        yield from _denied_tolls(left, right, event)
        yield from _denied_tolls(right, left, event)
        yield from oppositions(left, right, links, event, similarity)
        reports = event.searches[left].report, event.searches[right].report
        yield from denials(*reports, links, likely[left, right], event, similarity)
        yield from _given_names(event, left, right, likely[left, right], similarity)


def _denied_tolls(report: str, other: str, event: EventIndex) -> Iterator[tuple[Finding, Finding]]:
    for denial, counted in denied_tolls(report, other, event):
        yield (
            contradiction(denial, counted.passage(), kind="negation", confidence=_NAMED),
            contradiction(counted.passage(), denial, kind="number", confidence=_NAMED),
        )


def _given_names(
    event: EventIndex, left: str, right: str, likely: Counterparts, similarity: WordSimilarity
) -> Iterator[tuple[Finding, Finding]]:
    """Yield persons of one family name to whom two reports give different first names."""
    ours, theirs = _full_names(event, left), _full_names(event, right)
    for a, b in product(ours, theirs):
        x, y = _parts(a), _parts(b)
        if name_similarity(x[-1], y[-1]) < SAME_NAME or _given_alike(x, y):
            continue
        if not (_may_correspond(a, b, event, likely) or _of_one_office(a, b, similarity)):
            continue
        if any(_same_person(a, other) for other in theirs) or any(_same_person(b, other) for other in ours):
            continue
        yield clash(a, b, confidence=_NAMED)


def _may_correspond(a: Said, b: Said, event: EventIndex, likely: Counterparts) -> bool:
    """Tell whether the statements that name two persons may say the same."""
    pair = a.statement.id, b.statement.id
    linked = b.statement.id in event.matched(a.report.id, (a.statement.id,), b.report.id)
    return linked or likely.pairs.get(pair, 0.0) >= _LEAST_LIKELY


def _of_one_office(a: Said, b: Said, similarity: WordSimilarity) -> bool:
    """Tell whether what stands right before a name stands with the other, too: Richterin, судья, Judge."""
    return any(
        max(similarity.best(_before(one), both_sides(other.statement, other.report)), default=0.0)
        >= _ONE_OFFICE
        for one, other in ((a, b), (b, a))
    )


def _before(said: Said) -> list[ContentWord]:
    text, start = said.statement.text, said.mention.probe.start
    return [word for word in said.words if word.end < start and not text[word.end : start].strip()]


def _full_names(event: EventIndex, report: str) -> list[Said]:
    """Return the persons whom a report gives a first name that is written out, each spelling once."""
    found: dict[str, Said] = {}
    own = event.searches[report].report
    for statement in own.statements:
        for mention in mentions(own, statement, event.days[report]):
            said = Said(own, statement, mention)
            parts = _parts(said) if mention.kind == "person" else []
            if len(parts) > 1 and _is_given(parts[0], parts[-1], said.language):
                found.setdefault(" ".join(parts), said)
    return list(found.values())


def _is_given(word: str, family: str, language: str) -> bool:
    """Tell whether a word may be a first name: no preposition ("Bei Bohumín"), acronym or family name."""
    common = FUNCTION_WORDS.get(language, frozenset())
    if len(word) <= _INITIALS or word.isupper() or word.casefold() in common:
        return False
    return name_similarity(word, family) < SAME_NAME


def _parts(said: Said) -> list[str]:
    probe = said.mention.probe
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", probe.surface) if isinstance(probe, Name) else []


def _given_alike(x: Sequence[str], y: Sequence[str]) -> bool:
    return any(name_similarity(a, b) >= _OTHER_GIVEN_NAME for a, b in product(x[:-1], y[:-1]))


def _same_person(a: Said, b: Said) -> bool:
    x, y = _parts(a), _parts(b)
    return name_similarity(x[-1], y[-1]) >= SAME_NAME and _given_alike(x, y)
