"""The words, marks and numbers that every view uses for the same thing."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from align.faults import Fault
from align.finding import Finding, FindingKind
from align.link import Relation

# What a reader is told of a translation in which something is plainly wrong.
FAULTS: dict[Fault, str] = {
    "empty": "not translated",
    "copied": "partly left as it was",
    "repeated": "repeats itself",
    "truncated": "may be cut short",
}

# In the order in which a reader is told of them.
KINDS: dict[FindingKind, tuple[str, str]] = {
    "quotation": ("quotation", "quotations"),
    "person": ("person", "persons"),
    "organisation": ("organisation", "organisations"),
    "place": ("place", "places"),
    "name": ("name of a work or event", "names of works and events"),
    "number": ("number", "numbers"),
    "date": ("date", "dates"),
    "negation": ("negation", "negations"),
    "hedge": ("hedge", "hedges"),
    "attribution": ("attribution", "attributions"),
    "statement": ("statement", "statements"),
    "translation-gap": ("translation gap", "translation gaps"),
}

# One shape a kind, so that colour is never the only sign; all of them stand in common fonts.
GLYPHS: dict[FindingKind, str] = {
    "quotation": "❝",
    "person": "●",
    "organisation": "■",
    "place": "▲",
    "name": "★",
    "number": "#",
    "date": "◆",
    "negation": "¬",
    "hedge": "~",
    "attribution": "»",
    "statement": "¶",
    "translation-gap": "≈",
}

# What findings are sorted by: that reports give something differently goes before what it is.
CONFLICT = "conflict"
SORTS: dict[str, tuple[str, str]] = {
    CONFLICT: ("given differently", "given differently"),
    **{kind: words for kind, words in KINDS.items()},  # noqa: C416 - a mapping of other keys
}
SORT_GLYPHS: dict[str, str] = {CONFLICT: "≠", **{kind: glyph for kind, glyph in GLYPHS.items()}}  # noqa: C416

# What one side of a link says, seen from the other.
RELATIONS: dict[Relation, tuple[str, str]] = {
    "conflicting": ("≠", "gives it differently"),
    "narrower": ("⊂", "says less"),
    "broader": ("⊃", "says more"),
    "same": ("=", "the same"),
}

# What was looked for in the reports that are said to lack it, and where.
_SEARCHED: dict[FindingKind, str] = {
    "quotation": "the quoted words, among the quotations and in the English of every statement",
    "person": "the name, in any spelling or alphabet, in the original and the English of every statement",
    "organisation": "the name or its letters, in any alphabet, in the original and the English",
    "place": "the name, in any spelling or alphabet, in the original and the English of every statement",
    "name": "the name, in any spelling or alphabet, in the original and the English of every statement",
    "number": "the same figure, in digits or words, in the original and the English of every statement",
    "date": "the same day, month or year, in any notation, in the original and the English",
    "negation": "a word that denies, in the statements that correspond",
    "hedge": "a word of doubt, in the statements that correspond",
    "attribution": "who is named as the source, in the statements that correspond",
    "statement": "a statement of the same meaning, and the names, figures and words of this one",
    "translation-gap": "the same thing, in the English of this statement",
}

UNSURE = 0.6  # a finding or link below this is drawn as unsure

# Embeddings, overrides and isolates of the Unicode bidirectional algorithm (UAX 9), and their ends.
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])

_LANGUAGES = {"de": "German", "en": "English", "ru": "Russian"}
_RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"}
_RIGHT_TO_LEFT_SCRIPTS = {"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"}
# Not from strftime, which speaks the language of the locale.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def sort_of(finding: Finding) -> str:
    """Return which of ``SORTS`` a finding belongs to."""
    return CONFLICT if finding.conflicts_with else finding.kind


def searched_for(finding: Finding) -> str:
    """Return what was looked for before the finding was said, and where."""
    return _SEARCHED[finding.kind]


def verdict(finding: Finding, others: Iterable[str]) -> str:
    """Return what is said of a finding: “only here”, “not found in B”, “C gives it differently”.

    ``others`` are the other reports of its event.
    """
    words = []
    if finding.conflicts_with:
        gives = "gives" if len(finding.conflicts_with) == 1 else "give"
        words.append(f"{listed(finding.conflicts_with)} {gives} it differently")
    if finding.missing_from:
        alone = not finding.conflicts_with and set(others) <= set(finding.missing_from)
        words.append("only here" if alone else f"not found in {listed(finding.missing_from)}")
    if finding.kind == "translation-gap":
        words.append("not in our English")
    return "; ".join(words)


def tied(relations: Sequence[Relation], confidence: float | None) -> tuple[str, str]:
    """Return how a link reads, as sign and words; ``None`` for two that only another report joins."""
    if confidence is None:
        return "⋯", "joined by another report"
    said = listed(RELATIONS[relation][1] for relation in relations)
    if confidence >= UNSURE:
        return RELATIONS[relations[0]][0], said
    return ("≟" if relations[0] == "same" else RELATIONS[relations[0]][0]), f"perhaps {said}"


def language_name(tag: str) -> str:
    """Return the English name of a BCP 47 tag where we have one, otherwise the tag."""
    return _LANGUAGES.get(tag.split("-")[0].lower(), tag)


def direction(tag: str) -> str:
    """Return ``rtl`` or ``ltr`` for a BCP 47 tag; a script subtag outweighs the language."""
    language, *subtags = tag.lower().split("-")
    script = next((subtag for subtag in subtags if len(subtag) == 4 and subtag.isalpha()), None)
    if script is not None:
        return "rtl" if script in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"


def long_date(date: datetime.date) -> str:
    """Return the date as in “13 February 2026”."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Return “1 report”, “2 reports”, “1,234 reports”."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listed(words: Iterable[str]) -> str:
    """Return “a”, “a and b”, “a, b and c”."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def spans(ids: Sequence[int]) -> str:
    """Return ascending ids with runs drawn together: “3, 8–12”."""
    runs: list[list[int]] = []
    for number in ids:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)


def shortened(text: str, length: int) -> str:
    """Return ``text`` cut at a word border to at most ``length`` characters, the ellipsis included.

    Marks that turn the direction are left out: cut in two they would turn the words that follow.
    """
    text = " ".join(text.translate(_TURNING).split())
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(",;:–- ") + "…"
