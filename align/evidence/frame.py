"""A text with its words and the known names among them: what finding names in it rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from align.evidence.gazetteer import Match, Word
from align.evidence.name_words import ARTICLES, SPEECH, TITLE

_SENTENCE_START = re.compile(r"(?:^|[.!?:…]\s*|[\n•*–—-]\s+)[\s«„“\"»‚‘'(\[*]*$")
_NEAR = 40  # characters before a word in which a sentence that it opens begins


@dataclass(frozen=True, slots=True)
class Frame:
    """A text with its words and the known names among them."""

    text: str
    language: str
    tokens: tuple[Word, ...]
    known: dict[int, Match]  # by every word that is part of it
    capitals: tuple[int, ...]  # the words that begin with a capital

    def adjacent(self, index: int) -> bool:
        """Tell whether only a space, hyphen or the dot of an initial parts a word from the one before."""
        before, word = self.tokens[index - 1], self.tokens[index]
        between = self.text[before.end : word.start]
        if between in (" ", "-", "\u00a0", "\n", " & "):
            return True
        dotted = len(before.text) == 1 or before.text.casefold() in {"dr", "mr", "mrs", "ms", "prof", "st"}
        return dotted and between.strip() in (".", ".-")

    def opens(self, index: int) -> bool:
        """Tell whether a word stands where any word would have a capital."""
        start = self.tokens[index].start
        if not start:
            return True
        if start > 1 and self.text[start - 1] == " ":
            before = self.text[start - 2]
            if before.isalnum() or before in ",)":
                return False
        # Where more is before, the first character of what is looked at is none that could open a sentence.
        before = self.text[:start] if start <= _NEAR else "x" + self.text[start - _NEAR : start]
        return bool(_SENTENCE_START.search(before))

    def title(self, index: int) -> bool:
        """Tell whether a word is a title or an office."""
        if index < 0:
            return False
        match = self.known.get(index)
        if match is not None and match.entry.kind == "office":
            return True
        return _names_office(self.tokens[index].text, self.language)


@lru_cache(maxsize=50_000)
def _names_office(word: str, language: str) -> bool:
    pattern = TITLE.get(language)
    return bool(pattern and pattern.fullmatch(word))


def title_case(frame: Frame) -> bool:
    """Tell whether the text is a heading in which nearly every word has a capital."""
    if frame.language != "en":
        return False
    long = [word for word in frame.tokens if len(word.text) > 3]
    return len(long) > 3 and sum(word.capital for word in long) / len(long) > 0.8


def after_article(frame: Frame, first: int) -> bool:
    """Tell whether an article stands right before."""
    return first > 0 and frame.tokens[first - 1].text.casefold() in ARTICLES


def speaks(frame: Frame, first: int, last: int) -> bool:
    """Tell whether a verb of speech stands right before or after."""
    pattern = SPEECH.get(frame.language)
    if pattern is None:
        return False
    beside = [frame.tokens[i].text for i in (first - 1, last) if 0 <= i < len(frame.tokens)]
    return any(pattern.fullmatch(word) for word in beside)
