"""Blocks: the paragraphs, headings and list items of a file, with their place in it."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from align.report import Kind

_BULLET = re.compile(r"[•‣▪●◦∙■□➢►▶·*+-]\s+(?=\S)")
_LEADING = re.compile(r"\A\s*(?:[•‣▪●◦∙■□➢►▶·*+-]|#{1,6})\s+(?=[^\s*•])")
_UNSEEN = re.compile(r"\*\*|[\u00ad\u200b\u2060\ufeff]")
_LIST_MARK = re.compile(r"(?:[•‣▪●◦∙■□➢►▶·*+–—-]|\(?\d{1,2}[.)]|[a-zа-я]\))\s+(?=\S)")
_DOUBTFUL = re.compile(r"[–—-]|\(?\d|[a-zа-я]\)")
_HEADING_MARK = re.compile(r"#{1,6}\s+(?=\S)")
_TERMINAL = re.compile(r"[.!?…:;][\"'“”„‟’‘»«›)\]*_]*$")
_INNER_END = re.compile(r"[^\W\d]{2}[.!?…][\"“”»]?\s+[\"„“«»]?[A-ZÄÖÜА-ЯЁ]")
_NARROWEST, _WIDEST = 40, 100  # characters: the longest line of a text that was wrapped
_HEADLINE = 8  # words; a line of more that ends within a sentence was broken there
_RAGGED = 25  # characters by which a wrapped line may be shorter than the longest of its paragraph


@dataclass(frozen=True, slots=True)
class Revealed:
    """What a reader sees of a stretch; character i stands at ``starts[i]`` to ``ends[i]`` of the stretch."""

    text: str
    starts: array[int]
    ends: array[int]


@dataclass(frozen=True)
class Block:
    """A paragraph, heading or list item; ``kind`` is set where the file itself says it."""

    start: int
    end: int
    text: str  # as a reader sees it
    kind: Kind | None = None

    @cached_property
    def words(self) -> int:
        """Number of words that have a letter or a digit."""
        return len(re.findall(r"\w[^\s]*", self.text))

    @property
    def terminal(self) -> bool:
        """Whether it ends as a sentence does, or with a colon."""
        return _TERMINAL.search(self.text) is not None

    @property
    def prose(self) -> bool:
        """Whether it is running text: a sentence of some length, or several."""
        if self.kind == "heading":
            return False
        if len(self.text) >= 100 and _INNER_END.search(self.text):
            return True
        return len(self.text) >= 250 or (self.terminal and len(self.text) >= 40 and self.words >= 6)

    @property
    def short(self) -> bool:
        """Whether it may be a heading or a label: little text that does not end as a sentence does."""
        return not self.terminal and len(self.text) <= 200


def visible_text(stretch: str) -> str:
    """Return what a reader sees of a stretch of plain text.

    White space is folded; a bullet or heading mark in front, doubled asterisks (bold in Markdown) and
    characters without width are left out. For most stretches that is ``" ".join(stretch.split())``.
    """
    return reveal(stretch).text


def reveal(stretch: str) -> Revealed:
    """Return what a reader sees of a stretch of plain text, with the place of each character.

    What is left out belongs to the character before it, or to the one after it where a word begins.
    """
    marks = [match for pattern in (_LEADING, _UNSEEN) for match in pattern.finditer(stretch)]
    skipped = {index for mark in marks for index in range(*mark.span())}
    letters: list[str] = []
    starts, ends = array("L"), array("L")
    begin: int | None = None  # where marks stand before the next character
    for index, letter in enumerate(stretch):
        if index in skipped:
            if letters and letters[-1] != " " and begin is None:
                ends[-1] = index + 1
            elif begin is None:
                begin = index
        elif not letter.isspace() or (letters and letters[-1] != " "):
            letters.append(" " if letter.isspace() else letter)
            starts.append(index if begin is None or letter.isspace() else begin)
            ends.append(index + 1)
            begin = begin if letter.isspace() else None
    if letters and letters[-1] == " ":
        del letters[-1], starts[-1], ends[-1]
    if letters:
        starts[0], ends[-1] = 0, len(stretch)
    return Revealed("".join(letters), starts, ends)


def plain_blocks(source: str, begin: int = 0) -> list[Block]:
    """Return the blocks of a plain text from an offset on: lines, or paragraphs whose lines were wrapped."""
    blocks = []
    for lines in _paragraphs(source, begin):
        for first, last in _joined(source, lines):
            stretch = source[first:last]
            blocks.append(Block(first, last, visible_text(stretch), _marked_kind(stretch)))
    return [_without_lone_dash(source, index, blocks) for index in range(len(blocks))]


def _marked_kind(stretch: str) -> Kind | None:
    """Return the kind that marks in front or around give to a line."""
    if _HEADING_MARK.match(stretch) or re.fullmatch(r"\*\*[^*]{1,150}[^*.]\*\*", stretch):
        return "heading"
    return "item" if _LIST_MARK.match(stretch) else None


def _without_lone_dash(source: str, index: int, blocks: list[Block]) -> Block:
    """Take a dashed or numbered line for an item beside another or after a colon; else it may be speech."""
    block = blocks[index]
    if block.kind != "item" or not _DOUBTFUL.match(source[block.start : block.end]):
        return block
    beside = [*blocks[max(index - 1, 0) : index], *blocks[index + 1 : index + 2]]
    if any(other.kind == "item" for other in beside) or (index and blocks[index - 1].text.endswith(":")):
        return block
    return Block(block.start, block.end, block.text)


def _paragraphs(source: str, begin: int) -> list[list[tuple[int, int]]]:
    """Return runs of lines without an empty one between them, each as its start and end when stripped."""
    runs: list[list[tuple[int, int]]] = [[]]
    at = begin
    for line in source[begin:].splitlines(keepends=True):
        text = line.strip()
        if text:
            start = at + len(line) - len(line.lstrip())
            runs[-1].append((start, start + len(text)))
        elif runs[-1]:
            runs.append([])
        at += len(line)
    return [run for run in runs if run]


def _joined(source: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the lines of a paragraph that was wrapped; leave lines that are paragraphs of their own."""
    texts = [source[start:end] for start, end in lines]
    if not _wrapped(texts):
        return lines
    longest = max(len(text) for text in texts)
    spans = [lines[0]]
    for (text, following), (start, end) in zip(pairwise(texts), lines[1:], strict=True):
        if _continues(text, following, longest):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _wrapped(texts: Sequence[str]) -> bool:
    """Say whether lines were broken at a width: most are about as long, and some break within a sentence."""
    longest = max(len(text) for text in texts)
    if len(texts) < 2 or not _NARROWEST <= longest <= _WIDEST:
        return False
    full = sum(len(text) >= longest - _RAGGED for text in texts[:-1])
    return full >= 0.6 * (len(texts) - 1) and any(
        not _TERMINAL.search(text) and (following[0].islower() or len(text.split()) > _HEADLINE)
        for text, following in pairwise(texts)
    )


def _continues(line: str, following: str, longest: int) -> bool:
    """Say whether a line was broken where the next one goes on."""
    if len(line) < longest - _RAGGED or _LIST_MARK.match(following) or _HEADING_MARK.match(line):
        return False
    fits = len(line) + 1 + len(following.split()[0]) <= longest
    return not fits or not _TERMINAL.search(line)
