"""Which findings of different reports tell of one thing, so that a summary names it once."""

from __future__ import annotations

import re
from itertools import product

from align.evidence import names, numbers
from align.evidence.transliteration import skeletons
from align.finding import Finding

_PART = re.compile(r"[^\W\d_]{2,}")


def thing_keys(finding: Finding, *, language: str) -> frozenset[str]:
    """Return keys of what a finding names; two findings of one kind that share a key name the same.

    ``language`` is that of the finding's report. A statement is the same as no other.
    """
    if finding.kind == "statement":
        return frozenset({finding.id})
    english = " ".join((finding.translation or finding.text).casefold().split())
    return frozenset({english, *_keys(finding, language.split("-")[0])})


def _keys(finding: Finding, language: str) -> set[str]:
    if finding.kind == "person":
        # All words of the name, since brothers share one: "Sadyr Japarov", "Садыра Жапарова".
        bones = [sorted(skeletons(part)) for part in _PART.findall(finding.text)]
        return {" ".join(("person", *spelling)) for spelling in product(*bones)} if bones else set()
    if finding.kind in ("place", "organisation", "name"):
        found = names(finding.text, language=language)
        return set(found[0].keys) if len(found) == 1 and not found[0].literal else set()
    if finding.kind == "number":
        figures = numbers(finding.text, language=language)
        return {f"{n.value} {n.ordinal} {n.unit}" for n in figures} if len(figures) == 1 else set()
    return set()
