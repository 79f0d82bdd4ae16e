"""Known names in three languages: countries, cities, regions, organisations, events, peoples."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from importlib.resources import files
from typing import Literal, NamedTuple

from align.evidence.common_words import is_common, is_listed
from align.evidence.function_words import FUNCTION_WORDS
from align.evidence.inflection import bases, fold, name_bases
from align.evidence.transliteration import latin

EntryKind = Literal["place", "organisation", "other", "office", "people"]
_LANGUAGES = ("de", "ru", "en")
_LEAST_CITY = 3  # letters before "-en": Bozen
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|\d)*(?:['’](?!s\b)[^\W\d_]+)*")
_DOTTED = re.compile(r"\b(?:[A-ZА-Я]\.){2,}")
_PEOPLE_ENDINGS = {
    "de": re.compile(
        r"(?:isch|zösisch|sch)?(?:e[nrsm]?|in|innen|)|[a-zäöü]{0,6}isch(?:e[nrsm]?)?|(?P<person>i?er(?:in|innen|n|s)?)"
    ),
    "ru": re.compile(
        r"[а-я]{0,5}(?:ск|к)[а-я]{1,4}|[а-я]{0,6}ско|"
        r"(?:[а-я]{0,3}(?:ец|ц|ин|ян|ан|яни|ани))?(?:а|у|ом|ем|е|ы|и|ов|ев|ей|ам|ям|ами|ями|ах|ях|)|"
        r"(?:ий|ая|ое|ие|ого|ому|им|ом|ой|ую|их|ими)"
    ),
    "en": re.compile(r"s?|(?:wo)?m[ae]n"),
}


# Of the open tables: stations in the Antarctic, called East or Peace, and a city that is but a given name.
_STATIONS, _GIVEN = ("-station", "-base"), frozenset({"george"})
_ISLANDS = re.compile(r"\bо-в(а?)\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """A known name: its key is the same in all languages."""

    kind: EntryKind
    key: str
    forms: dict[str, tuple[str, ...]]

    def __hash__(self) -> int:
        return hash((self.kind, self.key))

    @property
    def english(self) -> str:
        """The first English form."""
        return self.forms["en"][0]


class Word(NamedTuple):
    """A word of a text with its offsets; parts of a hyphenated word are words of their own."""

    # A tuple, since it is made twice as fast as a dataclass, for every word of a text.
    text: str
    start: int
    end: int
    capital: bool  # whether it begins with one


_as_word: Callable[[tuple[str, int, int, bool]], Word] = partial(tuple.__new__, Word)


@dataclass(frozen=True, slots=True)
class Match:
    """Words ``first`` to ``last`` (exclusive) of a text are a known name."""

    entry: Entry
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Pattern:
    entry: Entry
    words: tuple[frozenset[str], ...]
    exact: str | None  # acronyms are matched as they are written


@lru_cache(maxsize=1_000)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of ``text``; "U.S." is one word, "Issyk-Kul" two."""
    found = []
    at = 0
    for stretch in text.split():
        at = text.index(stretch, at)
        for word, start, end, capital in _words(stretch):
            found.append(_as_word((word, at + start, at + end, capital)))
        at += len(stretch)
    return tuple(found)


@lru_cache(maxsize=100_000)
def _words(stretch: str) -> tuple[Word, ...]:
    """Return the words between two spaces, with their offsets there."""
    if stretch.isalpha():
        return (Word(stretch, 0, len(stretch), stretch[0].isupper()),)
    dotted = list(_DOTTED.finditer(stretch))
    plain = (m for m in _WORD.finditer(stretch) if not any(d.start() <= m.start() < d.end() for d in dotted))
    found = sorted([*dotted, *plain], key=lambda match: match.start())
    return tuple(Word(m[0], m.start(), m.end(), m[0][0].isupper()) for m in found)


def known_names(tokens: tuple[Word, ...], text: str, language: str) -> tuple[Match, ...]:
    """Return the known names among the words of ``text``, the longest at each place, without overlap."""
    found: list[Match] = []
    last = 0
    for position in [i for i, word in enumerate(tokens) if _may_begin(word.text, language)]:
        if position < last:
            continue
        match = (
            _longest(tokens, position, text, language)
            or _people(tokens, position, language)
            or _city_adjective(tokens, position, language)
        )
        if match is not None:
            found.append(match)
            last = match.last
    return tuple(found)


@cache
def entry(kind: str, key: str) -> Entry | None:
    """Return the known name of that kind and key."""
    return _by_key().get((kind, key))


@cache
def _by_key() -> dict[tuple[str, str], Entry]:
    return {(known.kind, known.key): known for known in _entries()}


@cache
def namesakes(key: str) -> frozenset[str]:
    """Return the keys of the other places that have a name of this one in some language: two Georgias."""
    return frozenset(k for form in _forms_of(key) for k in _places_by_form()[form]) - {key}


@cache
def _places_by_form() -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for known in _entries():
        for form in _forms_of(known.key) if known.kind == "place" else ():
            found.setdefault(form, set()).add(known.key)
    return found


@cache
def _forms_of(key: str) -> frozenset[tuple[str, str]]:
    known = entry("place", key)
    forms = known.forms if known is not None else {}
    return frozenset((language, fold(form)) for language in forms for form in forms[language])


@cache
def person_words() -> frozenset[str]:
    """Return words that are frequent in personal names and rare otherwise, in lower-case Latin."""
    return frozenset((*_lines("given_names.txt"), *_lines("first_names.txt")))


@lru_cache(maxsize=50_000)
def is_person_word(word: str) -> bool:
    """Tell whether a word, in any script, is frequent in names of persons."""
    return any(latin(base) in _latin_person_words() for base in name_bases(word))


@cache
def _latin_person_words() -> frozenset[str]:
    return frozenset(latin(word) for word in person_words())


def _lines(name: str) -> list[str]:
    text = files("align.evidence").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _given_names() -> frozenset[str]:
    return frozenset(fold(word) for word in person_words())


@cache
def _entries() -> tuple[Entry, ...]:
    merged: dict[tuple[EntryKind, str], dict[str, tuple[str, ...]]] = {}
    for kind, key, forms in _table_rows():
        before = merged.get((kind, key), {})
        merged[kind, key] = {
            language: tuple(dict.fromkeys((*before.get(language, ()), *forms[language])))
            for language in _LANGUAGES
        }
    return tuple(Entry(kind, key, forms) for (kind, key), forms in merged.items())


def _table_rows() -> Iterator[tuple[EntryKind, str, dict[str, tuple[str, ...]]]]:
    kinds: dict[str, EntryKind] = {"organisation": "organisation", "other": "other", "office": "office"}
    for line in _lines("acronyms.tsv")[1:]:
        key, kind, *cells = line.split("\t")
        yield kinds[kind], key, _forms(cells)
    for line in _lines("regions.tsv")[1:]:
        key, *cells = line.split("\t")
        yield "place", key, _forms(cells)
    for line in _lines("gazetteer.tsv")[1:]:
        kind, key, *cells = line.split("\t")
        if kind == "place" and not key.endswith(_STATIONS) and key not in _GIVEN:
            yield "place", key, _forms([_ISLANDS.sub(r"остров\1", cell) for cell in cells])


def _forms(cells: list[str]) -> dict[str, tuple[str, ...]]:
    return {language: tuple(cell.split("|")) for language, cell in zip(_LANGUAGES, cells, strict=True)}


@cache
def _index(language: str) -> dict[str, list[_Pattern]]:
    """Map the first word of every form to the patterns that begin with it, the longest first."""
    index: dict[str, list[_Pattern]] = {}
    for known in _entries():
        for form in known.forms[language]:
            pattern = _pattern(known, form, language)
            for base in pattern.words[0]:
                index.setdefault(base, []).append(pattern)
    for patterns in index.values():
        patterns.sort(key=lambda pattern: -len(pattern.words))
    return index


def _pattern(known: Entry, form: str, language: str) -> _Pattern:
    tokens = words(form)
    acronym = len(tokens) == 1 and sum(letter.isupper() for letter in form) > 1
    if acronym:
        return _Pattern(known, (frozenset({fold(form)}),), form)
    # Russian inflects the last of several words as any other: "в Соединённом Королевстве".
    last = tokens[-1] if language != "ru" or len(tokens) == 1 else None
    named = [known.kind == "place" and token is last for token in tokens]
    inflected = tuple(
        frozenset(_inflected(token.text, language) if place else bases(token.text, language))
        for token, place in zip(tokens, named, strict=True)
    )
    return _Pattern(known, inflected, None)


def _inflected(word: str, language: str) -> tuple[str, ...]:
    """Return the bases of a word in the name of a place: Davon is not Davos, nor Дело Дели."""
    folded = fold(word)
    if language == "de":
        stem = folded.removesuffix("en")
        city = stem != folded and len(stem) >= _LEAST_CITY
        return (folded, f"{stem}er", f"{stem}ner") if city else (folded,)  # Bremer, Münchner
    return (folded,) if language == "ru" and folded[-1] in "иоуэ" else bases(word, language)


@lru_cache(maxsize=100_000)
def _may_begin(word: str, language: str) -> bool:
    """Tell whether any known name begins with a word."""
    lookup = language if language in _LANGUAGES else "en"
    if not _index(lookup).keys().isdisjoint(bases(word, lookup)):
        return True
    folded = fold(word)
    stems = _people_stems(language).get(folded[:3], ())
    return any(folded.startswith(stem) for stem, _ in stems) or (
        language == "ru" and folded[: folded.rfind("ск") + 2] in _city_adjectives()
    )


def _longest(tokens: tuple[Word, ...], position: int, text: str, language: str) -> Match | None:
    lookup = language if language in _LANGUAGES else "en"
    index = _index(lookup)
    # Of equally long names the one whose ending needs least to be taken off: Китая is Китай, not Кито.
    forms = sorted(bases(tokens[position].text, lookup), key=len, reverse=True)
    given = is_person_word(tokens[position].text)
    named = given and position + 1 < len(tokens) and tokens[position + 1].capital
    if named:
        forms = forms[:1]  # Александр is not Александрия
    patterns = [pattern for base in forms for pattern in index.get(base, ())]
    if named and _family_follows(tokens, position, text, lookup):
        patterns = [pattern for pattern in patterns if len(pattern.words) > 1]  # Helena Brandvold is no city
    for pattern in sorted(patterns, key=lambda pattern: -len(pattern.words)):
        last = position + len(pattern.words)
        if last <= len(tokens) and _fits(pattern, tokens[position:last], text, lookup):
            return Match(pattern.entry, position, last)
    return None


def _family_follows(tokens: tuple[Word, ...], position: int, text: str, language: str) -> bool:
    """Tell whether a given name that is a city, too, stands before a family name: "Helena Brandvold"."""
    following = tokens[position + 1]
    apart = text[tokens[position].end : following.start].strip(" \u00a0")
    before = tokens[position - 1].text.casefold() if position else ""
    plain = is_common(following.text, language) or _may_begin(following.text, language)
    return not apart and not plain and before not in ("in", "aus", "nach", "from", "to", "at", "в", "из")


def _fits(pattern: _Pattern, tokens: tuple[Word, ...], text: str, language: str) -> bool:
    if pattern.exact is not None:
        return tokens[0].text == pattern.exact
    if pattern.entry.kind in ("place", "other") and not tokens[0].capital:
        return False
    if language == "ru" and len(tokens) == 1 and pattern.entry.kind == "place":
        word = tokens[0].text
        if _is_family(word, pattern) or word.casefold() in FUNCTION_WORDS["ru"]:
            return False  # "Того" opens a sentence oftener than it is Togo
    if language == "de" and len(tokens) == 1:
        said = fold(tokens[0].text) in map(fold, pattern.entry.forms["de"])
        if not tokens[0].capital or not (
            said or pattern.entry.kind != "place" or not is_listed(tokens[0].text, "de")
        ):
            return False  # "Anders" is not of the Andes
    if any(text[a.end : b.start].strip(" -–\u00a0\n\t'’") for a, b in itertools.pairwise(tokens)):
        return False
    return all(
        not choices.isdisjoint(bases(token.text, language))
        for choices, token in zip(pattern.words, tokens, strict=True)
    )


_FAMILY = re.compile(r"\w+(?:[ое]в(?:а|у|ым|е|ой|ых)?)", re.IGNORECASE)


def _is_family(word: str, pattern: _Pattern) -> bool:
    """Tell whether a Russian word is rather a family name than a place: Леонов is not of León."""
    forms = pattern.entry.forms["ru"]
    return bool(_FAMILY.fullmatch(word)) and not any(
        re.search(r"(?:[ыи]|[ое]в\w{0,2})$", form) for form in forms
    )


# How Russian makes the adjective of a city: Рига рижский, Баку бакинский, Цюрих цюрихский.
_CITY_SUFFIXES = ("ск", "инск", "енск", "анск", "йск")
_CITY_ENDING = re.compile(r"(?:ий|ая|ое|ие|ого|ому|им|ом|ой|ую|их|ими)")
_LEAST_CITY_STEM = 3
# Adjectives of another meaning: brotherly, lordly, boorish, of a khan.
_NO_CITY_ADJECTIVES = frozenset({"братск", "барск", "хамск", "ханск"})


@cache
def _city_adjectives() -> dict[str, Entry]:
    """Map how Russian adjectives of places begin, up to and with "ск", to the places."""
    found: dict[str, Entry] = {}
    for known in _entries():
        for form in known.forms["ru"] if known.kind == "place" else ():
            folded = fold(form)
            stem = folded.rstrip("аяоеиыуюьй")
            if not re.fullmatch(r"[а-я]+(?<!ья)", folded) or len(stem) < _LEAST_CITY_STEM:
                continue
            for suffix in _CITY_SUFFIXES:
                found.setdefault(stem + suffix, known)
            if stem[-1] == "г":
                found.setdefault(f"{stem[:-1]}жск", known)
            if stem.endswith("ск") and len(stem) > _LEAST_CITY_STEM + 2:
                found.setdefault(stem, known)
    return found


def _city_adjective(tokens: tuple[Word, ...], position: int, language: str) -> Match | None:
    """Return the place of which a Russian adjective speaks: "рижская фирма"."""
    folded = fold(tokens[position].text)
    at = folded.rfind("ск")
    if language != "ru" or at < 0 or not _CITY_ENDING.fullmatch(folded[at + 2 :]):
        return None
    begins = folded[: at + 2]
    known = None if begins in _NO_CITY_ADJECTIVES else _city_adjectives().get(begins)
    return Match(known, position, position + 1) if known is not None else None


@cache
def _people_stems(language: str) -> dict[str, list[tuple[str, Entry]]]:
    """Map the first three letters of a stem to stems with their entries, the longest first."""
    stems: dict[str, list[tuple[str, Entry]]] = {}
    column = 1 + (_LANGUAGES.index(language) if language in _LANGUAGES else 2)
    for line in _lines("demonyms.tsv")[1:]:
        cells = line.split("\t")
        known = Entry("people", cells[0], _forms(cells[1:]))
        for stem in cells[column].split("|"):
            stems.setdefault(fold(stem)[:3], []).append((fold(stem), known))
    for choices in stems.values():
        choices.sort(key=lambda choice: -len(choice[0]))
    return stems


def _people(tokens: tuple[Word, ...], position: int, language: str) -> Match | None:
    folded = fold(tokens[position].text)
    ending = _PEOPLE_ENDINGS.get(language, _PEOPLE_ENDINGS["en"])
    for stem, known in _people_stems(language).get(folded[:3], ()):
        if language != "en" and folded == stem and folded in _given_names() and tokens[position].capital:
            continue  # "Georg" is no Georgian
        if language == "de" and not tokens[position].capital and "sch" not in folded[len(stem) - 3 :]:
            continue  # "indem" is no Indian
        ends = ending.fullmatch(folded[len(stem) :]) if folded.startswith(stem) else None
        if ends and ends.groupdict().get("person") and is_listed(tokens[position].text, language):
            continue  # "Schotter" is no Scot
        if language == "de" and ends and not ends[0] and folded[-2:] == "en" and is_listed(folded[:-2], "de"):
            continue  # "die Armen" are no Armenians
        if ends:
            return Match(known, position, position + 1)
    return None
