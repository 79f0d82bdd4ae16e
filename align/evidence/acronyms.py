"""Acronyms that no table has, and the names for which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from align.evidence.common_words import may_be_common
from align.evidence.frame import Frame
from align.evidence.function_words import FUNCTION_WORDS
from align.evidence.lists import listed
from align.evidence.name import LOOKS_SO, TITLED, Name, NameKind
from align.evidence.runs import head_kind
from align.evidence.transliteration import latin

_IN_BRACKETS = re.compile(r"\s\(([A-ZÄÖÜА-ЯЁ]{3,6})\)")
_ROMAN = re.compile(r"[IVXLCDM]+")
_LONG = 6  # letters from which on it may be a common word, written in capitals
_REACH = 9  # words before the brackets among which the name stands
_ACRONYM = re.compile(r"[A-ZÄÖÜČŠŽŁĆŚŻÁÉÍÓÚ]{3,8}|[А-ЯЁ]{3,8}")
# Capitals that are no body: units, currencies, times, months of a page, Roman figures.
_NO_ACRONYMS = frozenset(
    listed(
        "USD EUR GBP RUB KZT KGS UAH CNY CHF AMD UZS GEL GMT UTC MEZ MESZ CET CEST MSK BIP GDP ВВП НДС СМИ "
        "ДТП ЧП ООО ОАО ЗАО ПАО ГК НПЗ АЗС ТЭЦ ЖКХ ФИО МСК III VII VIII XII XIII XIV XVI XVII XIX XXI PDF "
        "SMS KFZ PKW LKW GPS FAQ CEO PCR RSV HIV USB FAKE СПИД ВИЧ ГЭС ТЭС ГРЭС АЭС ИВЛ ТОО МРТ ЭКГ ПЦР ЕГЭ"
    )
)


def acronyms(frame: Frame) -> Iterator[Name]:
    """Find acronyms that no table has, among words that are not all written in capitals."""
    capitals = [(index, frame.tokens[index]) for index in frame.capitals]
    if sum(word.text.isupper() for _, word in capitals) > max(2, len(frame.tokens) // 3):
        return
    for index, word in capitals:
        plain = word.text.rstrip("s") if frame.language == "en" else word.text
        if index in frame.known or not _ACRONYM.fullmatch(plain) or plain in _NO_ACRONYMS:
            continue
        if _ROMAN.fullmatch(plain):
            continue
        stressed = len(plain) > _LONG and may_be_common(plain, frame.language)
        if stressed or plain.casefold() in FUNCTION_WORDS.get(frame.language, ()):
            continue  # words in capitals for stress
        start, end = word.start, word.end
        joined = frame.text[start - 1 : start] in tuple("-/") or frame.text[end : end + 1] in tuple("-/&")
        if not joined and not re.match(r"\s?\d", frame.text[end:]) and not frame.text[:start].endswith("."):
            key = f"acronym:{latin(plain)}"
            yield Name(
                "organisation",
                word.text,
                start,
                end,
                key,
                frozenset({key}),
                certainty=LOOKS_SO,
                acronym=True,
            )


def spelled_out(frame: Frame) -> Iterator[Name]:
    """Find what an acronym in brackets stands for: "Datenschutz-Grundverordnung (DSGVO)"."""
    for match in _IN_BRACKETS.finditer(frame.text):
        before = [index for index, word in enumerate(frame.tokens) if word.end <= match.start()]
        letters = match[1].casefold()
        for first in reversed(before[-_REACH:]):
            word = frame.tokens[first]
            said = frame.text[word.start : match.start()].casefold()
            if re.search(r"[.,;:!?()]", said) or first in frame.known:
                break
            if word.capital and said[0] == letters[0] and _in_order(letters, said):
                last = before[-1] + 1
                kind: NameKind = head_kind(frame, first, last) or "organisation"
                surface = frame.text[word.start : frame.tokens[last - 1].end]
                key = f"{kind}:{latin(surface)}"
                yield Name(
                    kind, surface, word.start, word.start + len(surface), key, frozenset({key}),
                    certainty=TITLED, literal=True,
                )  # fmt: skip
                break


def _in_order(letters: str, text: str) -> bool:
    """Tell whether letters stand in a text in their order."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


def with_acronyms(found: list[Name], text: str) -> Iterator[Name]:
    """Give a name and the acronym behind it in brackets one key: "Technisches Hilfswerk (THW)"."""
    for index, name in enumerate(found):
        following = next((other for other in found[index + 1 :] if other.start >= name.end), None)
        before = next((other for other in reversed(found[:index]) if other.end <= name.start), None)
        if following is not None and following.acronym and _bracketed(text, name, following):
            kind: NameKind = "other" if name.key.startswith("other:") else "organisation"
            yield replace(name, key=following.key, keys=name.keys | following.keys, kind=kind)
        elif name.acronym and before is not None and _bracketed(text, before, name):
            same = before.kind if before.key.startswith("other:") else name.kind
            yield replace(name, keys=name.keys | before.keys, kind=same)
        else:
            yield name


def _bracketed(text: str, name: Name, acronym: Name) -> bool:
    between, after = text[name.end : acronym.start], text[acronym.end : acronym.end + 1]
    return re.fullmatch(r"[»“”\"]?\s?\([«„“\"]?", between) is not None and after in tuple(')»“”",;')
