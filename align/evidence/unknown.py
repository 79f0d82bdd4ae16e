"""Names of which no more is known than that they stand as names do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.evidence.apposition import apposed_kind, is_place_noun
from align.evidence.common_words import is_common, may_be_common
from align.evidence.frame import Frame, speaks, title_case
from align.evidence.function_words import FUNCTION_WORDS
from align.evidence.gazetteer import is_person_word
from align.evidence.lists import listed
from align.evidence.name import MAY_BE, Name, NameKind, name_key, name_keys
from align.evidence.name_words import ADJECTIVES, ARTICLES, HEADS, NOT_NAMES, OUTLETS
from align.evidence.persons import common_german
from align.evidence.runs import head_kind, runs
from align.evidence.transliteration import latin

_MOST_WORDS = 5
_PLACE_BEFORE = {
    "de": frozenset(listed("in aus nach bei um bis über zwischen ab gen")),
    "en": frozenset(listed("in at near from to outside around through via across")),
    "ru": frozenset(listed("в во из из-под под у около через до близ от из-за возле")),
}
_FOREIGN_LETTER = re.compile(r"[^\WA-Za-zÄÖÜäöüßéèà\d_]")  # no German noun has one: Racibórz, Karviná


def unknown(frame: Frame) -> Iterator[Name]:
    """Find capitalised words that no table has, where common words have no capitals: several, or "in X"."""
    if frame.language not in ("de", "en", "ru") or title_case(frame):
        return
    if frame.language == "de":
        yield from _unknown_german(frame)
        return
    for first, last in runs(frame, connectors=False):
        opening = frame.tokens[first].text
        if frame.opens(first) and (not is_person_word(opening) or is_place_noun(opening, frame.language)):
            first += 1  # the first word of a sentence may be any
        while last > first and not frame.tokens[last - 1].capital:
            last -= 1
        lone = last - first == 1 and (_lone_place(frame, first) or _lone_name(frame, first))
        if (lone or 1 < last - first <= _MOST_WORDS) and not any(
            _ordinary(frame, i) for i in range(first, last)
        ):
            start, end = frame.tokens[first].start, frame.tokens[last - 1].end
            yield _unknown_name(frame, first, last, frame.text[start:end], start, end)


def _unknown_german(frame: Frame) -> Iterator[Name]:
    """Find German words that are neither known nor common, alone or not: "in Gnesen", "Torneria Adda".

    A rare noun is written like one; see ``Name.doubtful``.
    """
    for first, last in runs(frame, connectors=False):
        start = first
        for index in range(first, last + 1):
            if index == last or _ordinary(frame, index) or _plain_german(frame.tokens[index].text):
                if index > start:
                    yield from _german_name(frame, start, index)
                start = index + 1


def _stands_alone(frame: Frame, index: int) -> bool:
    """Tell whether a German word stands as names do: without article or adjective, unlike "die Agonie"."""
    word = frame.tokens[index].text
    if (
        len(word) < 4
        or frame.opens(index)
        or may_be_common(word, "de")
        or "-" in frame.text[frame.tokens[index].end :][:1]
    ):
        return False
    if _FOREIGN_LETTER.search(word):
        return True
    before = frame.tokens[index - 1].text if index and frame.adjacent(index) else ""
    described = before.casefold() in ARTICLES or re.fullmatch(r"[a-zäöüß]{3,}(?:e[nrsm]?)", before)
    return not described or before.casefold() in FUNCTION_WORDS["de"] - ARTICLES


def _plain_german(word: str) -> bool:
    """Tell whether a German word is a common one, or what bodies, places, events are called: Ministerium."""
    heads = (pattern["de"] for pattern in HEADS.values())
    return common_german(word) or any(head.fullmatch(word.casefold()) for head in heads)


def _german_name(frame: Frame, first: int, last: int) -> Iterator[Name]:
    while first < last and not frame.tokens[last - 1].capital:
        last -= 1
    lone = last - first == 1
    if first == last or (lone and not _stands_alone(frame, first) and not apposed_kind(frame, first, last)):
        return
    start, end = frame.tokens[first].start, frame.tokens[last - 1].end
    surface = frame.text[start:end]
    called = apposed_kind(frame, first, last)
    kind: NameKind = called or ("place" if _after_place_word(frame, first) else "other")
    yield Name(
        kind, surface, start, end, name_key(surface), name_keys(surface),
        certainty=MAY_BE, doubtful=called is None and not _FOREIGN_LETTER.search(surface),
    )  # fmt: skip


def _lone_name(frame: Frame, index: int) -> bool:
    """Tell whether a capital inside a sentence makes a name: no table and no list of words has the word."""
    word = frame.tokens[index].text
    plain = may_be_common(word, frame.language) or any(
        head[frame.language].fullmatch(word.casefold()) for head in HEADS.values()
    )
    adjective = ADJECTIVES[frame.language].fullmatch(word)
    following = index + 1 < len(frame.tokens) and frame.adjacent(index + 1)
    described = adjective and (frame.language == "en" or following)
    return len(word) > 3 and not frame.opens(index) and not plain and not described


def _lone_place(frame: Frame, index: int) -> bool:
    """Tell whether a word alone is a place: "in Jelgava", but not "в Высшем совете"."""
    word = frame.tokens[index].text
    adjective = frame.language == "ru" and re.search(r"(?:[оеы]м|[оеыи]й|[ыи]х|[ое]го|ая|ую)$", word)
    attached = index + 1 < len(frame.tokens) and frame.adjacent(index + 1)
    head = HEADS["organisation"].get(frame.language)
    body = head is not None and head.fullmatch(word.casefold())
    common = is_common(word, frame.language)
    named = _after_place_word(frame, index) and len(word) > 3 and not common
    return named and not (adjective and attached) and not body


def _after_place_word(frame: Frame, index: int) -> bool:
    before = frame.tokens[index - 1].text.casefold() if index and frame.adjacent(index) else ""
    return before in _PLACE_BEFORE.get(frame.language, ())


def _unknown_name(frame: Frame, first: int, last: int, surface: str, start: int, end: int) -> Name:
    keys = name_keys(surface)
    called = apposed_kind(frame, first, last)
    if last - first == 1:
        lone: NameKind = called or ("place" if _after_place_word(frame, first) else "other")
        return Name(lone, surface, start, end, name_key(surface), keys, certainty=MAY_BE)
    outlet = frame.tokens[last - 1].text.casefold() in OUTLETS
    spoken = called is None and speaks(frame, first, last)
    if (is_person_word(frame.tokens[first].text) or spoken) and not outlet:
        return Name("person", surface, start, end, name_key(surface), keys, certainty=MAY_BE)
    kind: NameKind = "organisation" if outlet else head_kind(frame, first, last) or called or "other"
    if _after_place_word(frame, first):
        kind = "place"
    return Name(kind, surface, start, end, f"{kind}:{latin(surface)}", keys, certainty=MAY_BE, literal=True)


def _ordinary(frame: Frame, index: int) -> bool:
    """Tell whether a capitalised word is known, a title, or one that merely may have a capital."""
    word = frame.tokens[index].text
    folded = word.casefold()
    ordinary = folded in NOT_NAMES or folded in FUNCTION_WORDS.get(frame.language, ())
    return index in frame.known or ordinary or frame.title(index) or word.isupper()
