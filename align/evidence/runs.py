"""Neighbouring words with capitals, and the names among them that a head such as Council or Forum makes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.evidence.frame import Frame, title_case
from align.evidence.name import LOOKS_SO, Name, NameKind
from align.evidence.name_words import ARTICLES, CONNECTORS, HEADS, PARTICLES
from align.evidence.transliteration import latin

_GERMAN_ADJECTIVE = re.compile(r"[A-ZÄÖÜ]\w+(?:en|er|es|em|e)")


def runs(frame: Frame, *, connectors: bool) -> Iterator[tuple[int, int]]:
    """Yield stretches of neighbouring capitalised words; with connectors ("of the") inside, if wanted."""
    inside = CONNECTORS.get(frame.language, frozenset()) if connectors else PARTICLES
    last = 0
    for index in frame.capitals:
        if index < last:
            continue
        last = end = index + 1
        while end < len(frame.tokens) and (frame.tokens[end].capital or frame.tokens[end].text in inside):
            if not frame.adjacent(end) or (not frame.tokens[end].capital and end - last > 1):
                break
            end += 1
            if frame.tokens[end - 1].capital:
                last = end
        yield (index, last) if not connectors else _trimmed(frame, index, last)


def _trimmed(frame: Frame, first: int, last: int) -> tuple[int, int]:
    """Cut a run of German down to adjective + noun: "des Obersten Rates", not every noun beside."""
    if frame.language != "de":
        return first, last
    if first + 1 < last and frame.tokens[first].text.casefold() in ARTICLES:
        first += 1  # "Der Deutsche Wetterdienst", where the sentence opens
    end = first
    while end < last and _GERMAN_ADJECTIVE.fullmatch(frame.tokens[end].text):
        if end + 1 >= last or not frame.tokens[end + 1].capital:
            break
        pattern = HEADS["organisation"]["de"]
        end += 1
        if pattern.fullmatch(frame.tokens[end].text.casefold()):
            return first, end + 1
    return first, first


def headed(frame: Frame) -> Iterator[Name]:
    """Find runs of capitalised words with a head such as Council, Rat, Forum."""
    if title_case(frame):
        return
    for first, last in runs(frame, connectors=True):
        if frame.tokens[first].text == "The" and frame.language == "en":
            first += 1
        last = next((i for i in range(first, last) if _names_person(frame, i)), last)
        capitals = [i for i in range(first, last) if frame.tokens[i].capital]
        kind = head_kind(frame, first, last) if len(capitals) > 1 else None
        if kind is None:
            continue
        least = {"en": 3, "de": 2}.get(frame.language, len(capitals) + 1)
        if frame.opens(first) and len(capitals) < least:
            continue
        start, end = frame.tokens[first].start, frame.tokens[last - 1].end
        surface = frame.text[start:end]
        unknown = [frame.tokens[i].text for i in capitals if i not in frame.known]
        if len(unknown) > 1 or (unknown and len(capitals) > 2):
            key = f"{kind}:{latin(surface)}"
            yield Name(kind, surface, start, end, key, frozenset({key}), certainty=LOOKS_SO, literal=True)


def _names_person(frame: Frame, index: int) -> bool:
    """Tell whether a title inside a run of capitals ends the name of a body: "Office Chairman X"."""
    if not index or not frame.title(index) or frame.tokens[index].text[-1:] == "y":
        return False
    following = index + 1 < len(frame.tokens) and frame.adjacent(index + 1) and frame.tokens[index + 1].text
    return not (
        following and HEADS["organisation"]["en"].fullmatch(following.casefold())
    )  # "General Council"


def head_kind(frame: Frame, first: int, last: int) -> NameKind | None:
    """Return the kind of the first head word that is not part of a known name."""
    capitals = frame.language != "ru"  # Russian writes only the first word of a name with a capital
    own = [frame.tokens[index] for index in range(first, last) if index not in frame.known]
    heads = [word.text.casefold() for word in own if word.capital or not capitals]
    kinds: tuple[NameKind, ...] = ("organisation", "place", "other")
    for kind in kinds:
        pattern = HEADS[kind].get(frame.language)
        if pattern and any(pattern.fullmatch(head) for head in heads):
            return kind
    return None
