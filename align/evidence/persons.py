"""Persons, told by titles, offices, given names, endings of family names and verbs of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from align.evidence.apposition import apposed_kind, is_place_noun
from align.evidence.common_words import is_common, may_be_common
from align.evidence.frame import Frame, after_article, speaks
from align.evidence.function_words import FUNCTION_WORDS
from align.evidence.gazetteer import is_person_word, person_words
from align.evidence.lists import listed
from align.evidence.name import LOOKS_SO, TITLED, Name, name_key, name_keys
from align.evidence.name_words import ADJECTIVES, GERMAN_NOUN, NOT_NAMES, NOT_SURNAME, OUTLETS, SURNAME
from align.evidence.runs import head_kind, runs

_JOINING = frozenset(listed("of for and the der des für und по и"))
_ADDRESS = frozenset(listed("herr herrn frau dr mr mrs ms prof господин госпожа"))
_OFFICE_REACH = 7
_RUSSIAN_ADJECTIVE = re.compile(
    r"\w+(?:ого|его|ый|ая|яя|ое|ее|ые|ых|ую|юю|ск(?:ой|ом|ому|ий|им|их)|н(?:ой|ом|ому|ий))"
)
_ADJECTIVES_OF_PEOPLES = re.compile(
    r"\w+(?:sche[nrsm]?|ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими))", re.IGNORECASE
)
_GENITIVE = re.compile(r"[а-яё-]+(?:а|я|ы|и|ов|ев|ей|ого|его|ой|ых|их|ам|ям|ому|ему|ым|им|ию)")
_ROMAN = re.compile(r"[IVX]+")
_PREFIXES = frozenset(listed("anti ex pro non post анти экс"))
_INSIDE_TITLES = frozenset(
    listed("of the for and republic der des von republik foreign affairs республики иностранных дел")
)


def persons(frame: Frame) -> Iterator[Name]:
    """Yield the persons among neighbouring words with capitals."""
    for first, last in runs(frame, connectors=False):
        start = first
        for index in range(first, last + 1):
            if index == last or _breaks(frame, index):
                if index > start:
                    yield from _person(frame, start, index)
                start = index + 1


def _breaks(frame: Frame, index: int) -> bool:
    """Tell whether a word cannot be part of a person's name."""
    word = frame.tokens[index].text
    if word.casefold() in _PREFIXES:
        return True
    if index in frame.known and not (word.casefold() in person_words() and _between_names(frame, index)):
        return True
    if word.casefold() in NOT_NAMES or frame.title(index):
        return True
    initial = len(word) == 1 and frame.text[frame.tokens[index].end :][:1] == "."
    opening = frame.opens(index) and not initial
    if opening and word.casefold() in FUNCTION_WORDS.get(frame.language, ()):
        return True  # "Bei Bohumín"
    if opening and is_place_noun(word, frame.language):
        return True  # "Река Олше"
    if len(word) > 3 and word.isupper():
        return True
    if len(word) == 2 and word.isupper() and not _ROMAN.fullmatch(word):
        return not frame.text[frame.tokens[index].start :].isupper()  # "des Außenministers der KR Kulubajew"
    return frame.language == "de" and common_german(word) and not _family_of(frame, index)


def _family_of(frame: Frame, index: int) -> bool:
    """Tell whether a common word may be a family name, for a given name stands before: "Karl Vogel"."""
    if not index or not frame.adjacent(index) or not frame.tokens[index - 1].capital:
        return False
    given, word = frame.tokens[index - 1].text, frame.tokens[index].text
    if frame.text[frame.tokens[index - 1].end] == "-":
        return False  # "Trump-Beamte"
    genitive = given.endswith("s") and is_person_word(given[:-1])  # "Pauls Wagen"
    return is_person_word(given) and not genitive and not GERMAN_NOUN.fullmatch(word)


def _between_names(frame: Frame, index: int) -> bool:
    """Tell whether a word that may be a place ("Victoria") stands before a family name."""
    following = index + 1
    return (
        following < len(frame.tokens)
        and frame.adjacent(following)
        and bool(SURNAME.fullmatch(frame.tokens[following].text))
    )


@lru_cache(maxsize=50_000)
def common_german(word: str) -> bool:
    """Tell whether a German word is a common one and not a part of persons' names."""
    plain = bool(GERMAN_NOUN.fullmatch(word)) or is_common(word, "de")
    return plain and not is_person_word(word) and not SURNAME.fullmatch(word)


def _person(frame: Frame, first: int, last: int) -> Iterator[Name]:
    while last > first and not frame.tokens[last - 1].capital:
        last -= 1  # "Lindhofer der" ends before the article
    while first < last and not frame.tokens[first].capital:
        first += 1  # "der Familie", left of a title
    if last == first or _is_placed(frame, first, last) or _is_firm(frame, first, last):
        return
    first = _given_name(frame, first, last)
    certainty = _person_certainty(frame, first, last)
    while certainty == 0 and first + 1 < last and frame.opens(first):
        first += 1  # the first word of a sentence need not belong to the name
        certainty = _person_certainty(frame, first, last)
    if certainty:
        start, end = frame.tokens[first].start, frame.tokens[last - 1].end
        surface = frame.text[start:end]
        yield Name("person", surface, start, end, name_key(surface), name_keys(surface), certainty=certainty)


def _given_name(frame: Frame, first: int, last: int) -> int:
    """Return where the given name stands behind what its bearer is called: "Winzerin | Nino Kapanadse"."""
    if frame.language != "de" or is_person_word(frame.tokens[first].text):
        return first
    given = (index for index in range(first + 1, last - 1) if is_person_word(frame.tokens[index].text))
    return next(given, first)


def _is_placed(frame: Frame, first: int, last: int) -> bool:
    """Tell whether a word alone is called a town or a river, or stands where one is: "в Карвине"."""
    if last - first > 1:
        return False
    before = frame.tokens[first - 1].text.casefold() if first and frame.adjacent(first) else ""
    return before in ("в", "во", "из", "aus", "nach", "in") or apposed_kind(frame, first, last) == "place"


def _is_firm(frame: Frame, first: int, last: int) -> bool:
    """Tell whether words are called a firm or the like and do not begin as a person's name does."""
    called = apposed_kind(frame, first, last)
    return called in ("organisation", "other") and not is_person_word(frame.tokens[first].text)


def _person_certainty(frame: Frame, first: int, last: int) -> float:
    """Weigh what speaks for a person: family-name ending, usual given name, title before, speech beside."""
    parts = [frame.tokens[index].text for index in range(first, last)]
    if len(parts) > 4 or len(parts[-1]) < 3 or parts[-1].casefold() in OUTLETS:
        return 0.0
    named = is_person_word(parts[0])
    if frame.language == "ru" and len(parts) > 1 and _RUSSIAN_ADJECTIVE.fullmatch(parts[0]) and not named:
        return 0.0  # "Северная Каролина"
    common = any(is_common(part, frame.language) for part in parts)
    if (common or all(may_be_common(part, frame.language) for part in parts)) and not is_person_word(
        parts[0]
    ):
        return 0.0  # "Supreme Audit Office", after "head of the"
    surname = bool(SURNAME.fullmatch(parts[-1])) and not _is_word(parts[-1])
    usual = [is_person_word(part) for part in parts]
    titled = _titled(frame, first) or (len(parts) > 1 and _introduced(frame, first, last))
    opening = frame.opens(first) and not usual[0] and not re.fullmatch(r"[A-ZА-Я]", parts[0])
    if len(parts) == 1:
        plain = titled and not frame.opens(first) and not after_article(frame, first)
        plain = plain and not (last < len(frame.tokens) and frame.adjacent(last) and frame.title(last))
        plain = plain and frame.tokens[first - 1].text.casefold() not in _JOINING | {"von", "vom"}
        described = frame.language == "ru" and last < len(frame.tokens) and frame.adjacent(last)
        plain = plain and not (described and ADJECTIVES["ru"].fullmatch(parts[0]))
        sure = surname and (titled or not _adjective(parts[0]))
        if sure and not titled and frame.opens(first):
            sure = speaks(frame, first, last)
        if titled and frame.tokens[first - 1].text.casefold() in _ADDRESS:
            return TITLED
        german = frame.language == "de" and (plain or _speaks_alone(frame, first))
        if not sure and (german or (plain and frame.language != "de")):
            return LOOKS_SO
        return TITLED if sure and titled else LOOKS_SO if sure else 0.0
    if titled and (frame.language != "de" or surname or any(usual) or not after_article(frame, first)):
        return TITLED
    if surname and (not opening or _foreign(parts[0])):
        return TITLED if usual[0] or not opening else LOOKS_SO
    if usual[0] and not after_article(frame, first):
        return TITLED if usual[-1] or speaks(frame, first, last) else LOOKS_SO
    if frame.language == "ru" and not opening and _bare_russian(frame, first, last):
        return LOOKS_SO
    works_there = first and frame.tokens[first - 1].text in ("at", "of", "from", "with", "for")
    spoken = speaks(frame, first, last) and not opening and not works_there
    return LOOKS_SO if spoken and frame.language != "de" else 0.0


def _speaks_alone(frame: Frame, index: int) -> bool:
    """Tell whether a German word that is no common one stands as a person: "sagte Beckmann"."""
    word = frame.tokens[index].text
    if len(word) < 4 or after_article(frame, index) or not speaks(frame, index, index + 1):
        return False
    return not frame.opens(index) or not re.fullmatch(r"\w+(?:lich|isch|ig|end|em|en|s)", word)


def _adjective(word: str) -> bool:
    """Tell whether a lone Russian word with a family-name ending may as well be an adjective."""
    return bool(re.search(r"ск(?:ий|ого|ому|им|ая|ой|ую)$", word))


def _is_word(word: str) -> bool:
    return word.casefold() in NOT_SURNAME


def _foreign(word: str) -> bool:
    """Tell whether a word that opens a sentence looks like a given name rather than a common word."""
    return is_person_word(word) or bool(
        re.search(r"(?:bek|bai|bay|bajew|jan|nur|ээ|бек|бай|жан|нур)", word.casefold())
    )


def _titled(frame: Frame, first: int) -> bool:
    """Tell whether a title stands before, perhaps with its country: "Außenminister Kasachstans X Y"."""
    index = first - 1
    while index >= 0 and first - index < 8:
        if frame.title(index):
            between = frame.text[frame.tokens[index].end : frame.tokens[first].start]
            if frame.tokens[index].text.casefold() in _ADDRESS:
                between = between.removeprefix(".")  # "Mr. X"
            return not re.search(r"[.;:!?(),\"«»„“]", between)
        word = frame.tokens[index].text.casefold()
        if index not in frame.known and word not in _INSIDE_TITLES:
            return False
        index -= 1
    return False


def _introduced(frame: Frame, first: int, last: int) -> bool:
    """Tell whether an office with its complement, or a people, stands before: "its head, X Y"."""
    before = frame.known.get(first - 1)
    if before is not None and before.entry.kind == "people" and frame.adjacent(first):
        noun = frame.tokens[first - 1].text
        return not _ADJECTIVES_OF_PEOPLES.fullmatch(noun) and (frame.language != "de" or noun[0].isupper())
    comma = frame.text[: frame.tokens[first].start].rstrip().endswith(",")
    if comma and not re.match(
        r"[\s\"”“»]*(?:[,.;:!?)–]|$)|\s*(?:in|on|am|im|bei|zu|в|на)\s",
        frame.text[frame.tokens[last - 1].end :],
    ):
        return False
    for index in range(first - 1, max(-1, first - 1 - _OFFICE_REACH), -1):
        between = frame.text[frame.tokens[index].end : frame.tokens[index + 1].start]
        if (index < first - 1 or not comma) and re.search(r"[.,;:!?()\n]", between):
            return False
        if frame.title(index):
            return True
        if not comma and not _genitive(frame, index):
            return False
    return False


def _genitive(frame: Frame, index: int) -> bool:
    """Tell whether a word may stand between an office and its holder: "Leiterin des Instituts | X Y"."""
    word = frame.tokens[index].text
    if frame.language == "de":
        return frame.tokens[index].capital or word in ("der", "des", "für", "von", "und")
    if frame.language == "ru":
        return bool(_GENITIVE.fullmatch(word.casefold())) or index in frame.known or word in ("по", "и")
    return False


def _bare_russian(frame: Frame, first: int, last: int) -> bool:
    """Tell whether words with capitals can be no place or firm, for those are described or quoted."""
    if not 2 <= last - first <= 3 or apposed_kind(frame, first, last) == "place":
        return False
    text = frame.text[frame.tokens[first].start : frame.tokens[last - 1].end]
    if "-" in text or not re.fullmatch(r"[А-ЯЁа-яё ]+", text) or head_kind(frame, first, last):
        return False
    if _RUSSIAN_ADJECTIVE.fullmatch(frame.tokens[first].text):
        return False  # "Северная Каролина"
    quoted = first and frame.text[frame.tokens[first].start - 1] in '«„“"'
    before = frame.tokens[first - 1].text.casefold() if first and frame.adjacent(first) else ""
    return not quoted and before not in ("в", "во", "из", "близ", "под", "через")
