"""Sentence boundaries by rules.

A full stop, question mark, exclamation mark or ellipsis ends a sentence where white space follows and what
stands before and after does not speak against it. Closing quotation marks and brackets stay with the sentence
they close. Sentences inside a quotation are sentences: „Wir sind bereit. Wir warten“, sagte er. are two. A
quotation and the clause that reports it stay together: «Кто там?» — спросил он. is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from align.languages import base
from align.splitting.abbreviations import UNITS, Knowledge, knowledge
from align.splitting.spans import Span

_QUOTES = "\"'“”„‟‘’‚«»‹›"
_CLOSERS = _QUOTES + ")]}*_"
_OPENERS = _QUOTES + "([{*_¿¡"
_MARKS = "".join(set(_OPENERS + _CLOSERS) - set("'’"))  # an apostrophe is part of a word
_STOP = re.compile(
    rf"""
    (?P<stop>[.!?…‽]+)                                  # ends where white space follows …
    (?P<closers>(?:[{re.escape(_CLOSERS)}]|\[\d+\])*(?:[ ][\"”](?=\s))?)
    (?P<space>\s+|$)
  | (?<=[^\W\d_]{{3}})(?P<glued>[.!?…])(?=[A-ZÄÖÜА-ЯЁ][^\W\d_]*[\s,])  # … or where it was lost in copying
  | (?P<full>[。！？｡।؟۔։]+)(?P<fullclosers>[{re.escape(_CLOSERS)}」』）]*)
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(rf"[^\s{re.escape(_MARKS)}/–—,;:]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BEFORE_WORD = re.compile(r"(\S+)\s*$")
_NO_VOWEL = re.compile(r"[^\W\d_aeiouyäöüáéíóúàèâêîôûаеёиоуыэюяіїєөүұә]{2,4}", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_ROMAN = re.compile(r"[IVXLCDM]+")
_DASHES = "-–—"
_NEAR = 6  # words: a date this near to the start of a sentence is its opening adverbial, not its end
_LOOKBACK = 60  # characters that hold every abbreviation with the word before it


@dataclass(frozen=True, slots=True)
class _Place:
    """A possible boundary: what stands before the stop, in its sentence, and what follows the white space."""

    sentence: str  # from the start of the sentence up to the stop
    stop: str
    closers: str
    after: str


def split(text: str, *, language: str) -> tuple[Span, ...]:
    """Return the sentences of a paragraph, in order; together they hold all that is not white space.

    German, Russian and English have lists of their own; any other language takes the same rules with the
    abbreviations that are written alike in most. Raises ``LanguageError`` for an unknown language.

    >>> text = "Am 13. Februar kam er an. Er blieb z. B. in Bonn."
    >>> [text[span.start : span.end] for span in split(text, language="de")]
    ['Am 13. Februar kam er an.', 'Er blieb z. B. in Bonn.']
    """
    cuts = [0, *_boundaries(text, knowledge(base(language))), len(text)]
    spans = (_trimmed(text, start, end) for start, end in pairwise(cuts))
    return tuple(span for span in spans if span is not None)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip())) if piece.strip() else None


def _boundaries(text: str, known: Knowledge) -> Iterator[int]:
    """Yield the offsets where a sentence ends, ascending."""
    start = 0
    for match in _STOP.finditer(text):
        if match["full"] is None:
            place = _Place(
                sentence=text[start : match.start()],
                stop=match["stop"] or match["glued"],
                closers=match["closers"] or "",
                after=text[match.end() : match.end() + _LOOKBACK],
            )
            if not _ends(place, known):
                continue
        start = match.end()
        yield start


def _ends(place: _Place, known: Knowledge) -> bool:
    """Say whether a sentence ends at a place."""
    if not _may_follow(place, known) or _inside_brackets(place):
        return False
    if place.stop != ".":
        return True
    word = _last_word(place.sentence)
    if word.isdigit() or _ROMAN.fullmatch(word):
        return _number_ends(place, word, known)
    return _word_ends(place, word, known)


def _may_follow(place: _Place, known: Knowledge) -> bool:
    """Say whether what follows can open a sentence."""
    after = place.after.lstrip(_OPENERS)
    quoted = any(mark in _QUOTES for mark in place.closers)
    if after[:1] and after[0] in _DASHES:
        after = after.lstrip(_DASHES + " ")
        if quoted:
            return False
    after = after.lstrip(_OPENERS + "….")
    if not after:
        return True
    if after[0].islower() or after[0] in ",;:":
        return False
    return not (quoted and place.stop != "." and _reports(after, known))


def _reports(after: str, known: Knowledge) -> bool:
    """Say whether a name and a verb of saying follow a quotation, as in “Why now?” Anna Berg asked."""
    words = re.findall(r"[^\W\d_]+|[.,]", after)[:6]
    verbs = [index for index, word in enumerate(words[:4]) if word in known.reporting]
    return bool(verbs) and all(word[0].isupper() for word in words[: verbs[0]])


def _inside_brackets(place: _Place) -> bool:
    """Say whether a bracket that opened inside the sentence is still open or closes with the stop."""
    opened = place.sentence.rfind("(")
    if opened <= 0 or ")" in place.sentence[opened:] or not place.sentence[:opened].strip(" " + _OPENERS):
        return False
    return ")" in place.closers or ")" in place.after


def _last_word(sentence: str) -> str:
    match = _LAST_WORD.search(sentence[-_LOOKBACK:])
    return match[0].lstrip(".'’") if match else ""


def _word_before(sentence: str, word: str) -> str:
    """Return the word before the last one, in lower case and without marks around it; empty at the start."""
    match = _BEFORE_WORD.search(sentence[: len(sentence) - len(word)][-_LOOKBACK:])
    return match[1].lower().strip(_OPENERS + _CLOSERS) if match else ""


def _opens(place: _Place, known: Knowledge) -> bool:
    """Say whether the next word is one that opens sentences, and not an initial."""
    after = place.after.lstrip(_OPENERS + _DASHES + " ")
    match = _FIRST_WORD.match(after)
    return match is not None and match[0].lower() in known.openers and after[match.end() :][:1] != "."


def _number_ends(place: _Place, number: str, known: Knowledge) -> bool:
    """Decide after a figure: an ordinal, a day of a month, a number in a list, or the end."""
    before = _word_before(place.sentence, number)
    following = place.after.lstrip(_OPENERS)
    if not before and not place.closers:
        return len(number) > 3 and number.isdigit()
    if number.isdigit() and (not known.ordinals or len(number) > 3):
        return True
    if not known.ordinals:
        return _opens(place, known) or len(number) > 1
    if following[:1].isdigit():
        return len(number) > 2
    match = _FIRST_WORD.match(following)
    if match and match[0].lower() in known.months | known.after_ordinal:
        return False
    if _opens(place, known):
        return True
    return before.strip(",") not in known.before_ordinal and number.isdigit() and before[-1] not in ",–-"


def _word_ends(place: _Place, word: str, known: Knowledge) -> bool:
    """Decide after a word: an abbreviation, an initial, or the end."""
    lower = word.lower()
    before = _word_before(place.sentence, word)
    if lower not in known.titles:
        lower = lower.rpartition("-")[2]
    spaced = f"{before.rstrip('.')}.{lower}" if before.endswith(".") else lower
    figure = place.after.lstrip(_OPENERS)[:1].isdigit()
    if lower in known.titles or spaced in known.titles:
        return False
    if lower in known.numbered and figure:
        return False
    if lower in UNITS and before[-1:].isdigit():
        return True
    if lower in ("г", "гг", "в", "вв") and _is_date(before):
        return _opens(place, known) or len(place.sentence.split()) > _NEAR
    if spaced in known.closing:
        return True
    if (
        spaced in known.open
        or lower in known.open
        or lower.endswith(known.suffixes)
        or _DOTTED.fullmatch(word)
    ):
        return _opens(place, known)
    if len(word) == 1 and word.isalpha():
        return _letter_ends(place, word, before, known)
    return _NO_VOWEL.fullmatch(word) is None or word.isupper() or _opens(place, known)


def _is_date(word: str) -> bool:
    """Say whether the word before г. or в. is a year, years or a century."""
    return bool(re.fullmatch(r"\(?\d{3,4}(?:[-–—/]\d{2,4})?|[ivxlcdm]+(?:[-–—][ivxlcdm]+)?", word))


def _letter_ends(place: _Place, letter: str, before: str, known: Knowledge) -> bool:
    """Decide after a single letter: an initial or part of an abbreviation, or the end."""
    if letter.islower() and not before[-1:].isdigit():
        return letter in known.letters
    return bool(before) and _opens(place, known)
