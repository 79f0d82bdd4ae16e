"""Linked pairs of statements of which it is known what one side adds, made from translations."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from random import Random
from typing import Literal

Half = Literal["measured", "learned"]
Span = tuple[int, int]

PAIRS = ("de-en", "ru-en", "de-ru")
_BLOCK = 50  # lines: blocks are learned from and measured by turns
_NEAR = 4  # lines: a phrase comes from the same article, so that it is no stranger
_CLAUSE, _PHRASE = range(3, 13), range(2, 6)  # words
_CLAUSE_FROM = 3  # words
_BORDERS_APART = 0.06  # of the sentence: clauses of a sentence and of its translation that end there are one
_SAME = 4.75  # of 5: two sentences that people find to say the same
_COMMA = re.compile(r",\s+")
_PLAIN = re.compile(r"[^,.;:!?()\"«»„“”–—]+")
_PREPOSITIONS = {
    "de": frozenset(
        (
            "am",
            "auf",
            "aus",
            "bei",
            "durch",
            "für",
            "gegen",
            "im",
            "in",
            "mit",
            "nach",
            "seit",
            "unter",
            "vom",
            "vor",
            "während",
            "zum",
            "zur",
        )
    ),
    "en": frozenset(
        (
            "after",
            "against",
            "at",
            "by",
            "during",
            "for",
            "from",
            "in",
            "on",
            "since",
            "through",
            "under",
            "with",
            "within",
        )
    ),
    "ru": frozenset(
        (
            "без",
            "в",
            "во",
            "для",
            "до",
            "из",
            "на",
            "от",
            "перед",
            "по",
            "под",
            "после",
            "при",
            "с",
            "со",
            "через",
        )
    ),
}
_FILES = {
    "de-en": ("newstest2018.deu-eng.deu", "newstest2018.deu-eng.eng"),
    "ru-en": ("newstest2018.rus-eng.rus", "newstest2018.rus-eng.eng"),
}


@dataclass(frozen=True, slots=True)
class Side:
    """A statement, and what it adds to the other side of its pair."""

    text: str
    language: str
    added: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """Two statements that are linked; ``change`` says what was done to them."""

    pair: str
    change: str
    left: Side
    right: Side


@dataclass(frozen=True, slots=True)
class _Lines:
    """Texts that say the same line by line, and for each side texts of news to take phrases from."""

    pair: str
    left: Sequence[str]
    right: Sequence[str]
    news: tuple[Sequence[str], Sequence[str]]

    @property
    def languages(self) -> tuple[str, str]:
        left, right = self.pair.split("-")
        return left, right

    def near(self, side: int, number: int) -> list[str]:
        """Return the lines of news around a line."""
        texts = self.news[side]
        found = range(max(0, number - _NEAR), min(len(texts), number + _NEAR + 1))
        return [texts[n] for n in found if n != number]


Change = Callable[[_Lines, int, Random], Iterator["Case"]]


def cases(folder: Path, *, half: Half, each: int) -> list[Case]:
    """Return up to ``each`` cases of every pair of languages and every change.

    ``folder`` holds ``mt`` and ``sts`` of the development sets.
    """
    found: list[Case] = []
    for pair in PAIRS:
        lines = _parallel(folder / "mt", pair)
        numbers = [
            number
            for number, text in enumerate(lines.left)
            if _is_of(half, number // _BLOCK) and len(text.split()) >= _CLAUSE_FROM
        ]
        for name, change in _CHANGES.items():
            found += _changed(name, change, lines, numbers, f"{pair} {half}", each)
    for pair in ("de-de", "en-en", "ru-ru", *PAIRS):
        lines, numbers = _paraphrases(folder, pair, half)
        for name, change in _CHANGES.items():
            if change is not _deleted:  # they have hardly any commas
                found += _changed(f"paraphrase, {name}", change, lines, numbers, f"{pair} {half}", each)
    return found


def _is_of(half: Half, number: int) -> bool:
    return (number % 2 == 0) == (half == "measured")


def _changed(
    name: str, change: Change, lines: _Lines, numbers: Sequence[int], seed: str, each: int
) -> Iterator[Case]:
    random = Random(seed)
    order = random.sample(numbers, len(numbers))
    made = (case for number in order for case in change(lines, number, random))
    return (replace(case, change=name) for case in islice(made, each))


def _parallel(folder: Path, pair: str) -> _Lines:
    """Read the lines of two languages; German and Russian ones meet where they translate one English line."""
    if pair in _FILES:
        left, right = (_read(folder / name) for name in _FILES[pair])
        return _Lines(pair, left, right, (left, right))
    german, russian = _parallel(folder, "de-en"), _parallel(folder, "ru-en")
    of_english = dict(zip(russian.right, russian.left, strict=True))
    both = [
        (de, of_english[en]) for de, en in zip(german.left, german.right, strict=True) if en in of_english
    ]
    left, right = [de for de, _ in both], [ru for _, ru in both]
    return _Lines(pair, left, right, (left, right))


def _paraphrases(folder: Path, pair: str, half: Half) -> tuple[_Lines, list[int]]:
    """Read sentences that say the same in other words, in one language or in two."""
    tables = [_sentences(folder / "sts" / f"stsb-{language}-dev.csv") for language in pair.split("-")]
    left, right = [first for first, _, _ in tables[0]], [second for _, second, _ in tables[1]]
    same = [
        number
        for number, (_, _, score) in enumerate(tables[0])
        if score >= _SAME and left[number] != right[number] and _is_of(half, number)
    ]
    german, russian = _parallel(folder / "mt", "de-en"), _parallel(folder / "mt", "ru-en")
    news = {"de": german.left, "en": german.right, "ru": russian.left}
    first, second = pair.split("-")
    return _Lines(pair, left, right, (news[first], news[second])), same


def _sentences(path: Path) -> list[tuple[str, str, float]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [(first, second, float(score)) for first, second, score in csv.reader(lines)]


def _read(path: Path) -> list[str]:
    return [" ".join(line.split()) for line in path.read_text(encoding="utf-8").splitlines()]


def _untouched(lines: _Lines, number: int, random: Random) -> Iterator[Case]:
    yield _case(lines, [lines.left[number], lines.right[number]])


def _with_clause(lines: _Lines, number: int, random: Random) -> Iterator[Case]:
    """Put a clause of a line near by into one side, at a comma or at the end."""
    texts, side = [lines.left[number], lines.right[number]], random.randrange(2)
    found = [clause for text in lines.near(side, number) for clause in _plain_clauses(text)]
    if found and texts[side].endswith("."):
        texts[side], span = insert(texts[side], random.choice(found), random, comma=True)
        yield _case(lines, texts, {side: (span,)})


def _with_phrase(lines: _Lines, number: int, random: Random) -> Iterator[Case]:
    """Put a phrase with a preposition, of a line near by, behind a clause of one side."""
    texts, side = [lines.left[number], lines.right[number]], random.randrange(2)
    prepositions = _PREPOSITIONS[lines.languages[side]]
    found = [phrase for text in lines.near(side, number) for phrase in _prepositional(text, prepositions)]
    if found and texts[side].endswith("."):
        texts[side], span = insert(texts[side], random.choice(found), random, comma=False)
        yield _case(lines, texts, {side: (span,)})


def insert(text: str, phrase: str, random: Random, *, comma: bool) -> tuple[str, Span]:
    """Return a text with a phrase at one of its commas or before its last sign, and where the phrase is."""
    at = random.choice([*(match.start() for match in _COMMA.finditer(text)), len(text) - 1])
    before = ", " if comma else " "
    start = at + len(before)
    return f"{text[:at]}{before}{phrase}{text[at:]}", (start, start + len(phrase))


def _plain_clauses(text: str) -> Iterator[str]:
    for start, end in _clauses(text)[1:]:
        clause = text[start:end].rstrip(".")
        if _PLAIN.fullmatch(clause) and len(clause.split()) in _CLAUSE:
            yield clause


def _prepositional(text: str, prepositions: frozenset[str]) -> Iterator[str]:
    """Yield the last words of clauses that begin with a preposition."""
    for start, end in _clauses(text):
        words = text[start:end].rstrip(".").split()
        for length in _PHRASE:
            phrase = " ".join(words[-length:])
            if len(words) > length and words[-length] in prepositions and _PLAIN.fullmatch(phrase):
                yield phrase


def _clauses(text: str) -> list[Span]:
    """Return the stretches between the commas of a text."""
    commas = [(match.start(), match.end()) for match in _COMMA.finditer(text)]
    starts = [0, *(end for _, end in commas)]
    ends = [*(start for start, _ in commas), len(text)]
    return list(zip(starts, ends, strict=True))


def _deleted(lines: _Lines, number: int, random: Random) -> Iterator[Case]:
    """Take a clause out of one side where the clauses of both match; the other side then adds it."""
    texts = [lines.left[number], lines.right[number]]
    clauses = [_clauses(text) for text in texts]
    if len(clauses[0]) < 2 or len(clauses[0]) != len(clauses[1]):
        return
    ends = [[end / len(text) for _, end in found] for found, text in zip(clauses, texts, strict=True)]
    if any(abs(left - right) > _BORDERS_APART for left, right in zip(*ends, strict=True)):
        return
    whole = [
        place
        for place in range(len(clauses[0]))
        if all(_is_plain_clause(text, found[place]) for text, found in zip(texts, clauses, strict=True))
    ]
    if whole:
        side, place = random.randrange(2), random.choice(whole)
        texts[side] = _without(texts[side], clauses[side], place)
        yield _case(lines, texts, {1 - side: (clauses[1 - side][place],)})


def _is_plain_clause(text: str, span: Span) -> bool:
    clause = text[slice(*span)].rstrip(".")
    return len(clause.split()) >= _CLAUSE_FROM and _PLAIN.fullmatch(clause) is not None


def _without(text: str, clauses: Sequence[Span], place: int) -> str:
    left = ", ".join(text[start:end] for n, (start, end) in enumerate(clauses) if n != place)
    ending = "." if text.endswith(".") and not left.endswith(".") else ""
    return left[0].upper() + left[1:] + ending


def _case(lines: _Lines, texts: Sequence[str], added: Mapping[int, tuple[Span, ...]] | None = None) -> Case:
    left, right = (
        Side(text, language, (added or {}).get(side, ()))
        for side, (text, language) in enumerate(zip(texts, lines.languages, strict=True))
    )
    return Case(lines.pair, "", left, right)


_CHANGES: dict[str, Change] = {
    "untouched": _untouched,
    "clause added": _with_clause,
    "phrase added": _with_phrase,
    "clause left out": _deleted,
}
