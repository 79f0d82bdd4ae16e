"""The firewall: the search for a thing anywhere in a report, in its original and in its English.

It errs on the side of "yes": nothing may be called "not found" that a reader would find.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from align.evidence.common_words import is_listed
from align.evidence.dates import Date
from align.evidence.gazetteer import entry, namesakes, person_words, words
from align.evidence.inflection import fold
from align.evidence.known import STATE_BODIES
from align.evidence.lists import listed
from align.evidence.name import Name, name_parts
from align.evidence.names import names
from align.evidence.numbers import Number, numbers
from align.evidence.quotations import Quotation, quotations
from align.evidence.relative import reported_dates
from align.evidence.transliteration import SAME_NAME, latin, name_similarity, skeletons
from align.report import Report

Thing = Number | Date | Name | Quotation
HEAD = -1  # the report's title, date and dateline, which need not be statements
_FUZZY_FROM = 4
_LEAST_STEM = 3
_NEARLY = 0.7  # of spellings that other evidence speaks for, too
# Share of the longer word's letters that the shorter one has, where nothing else speaks for it.
_AS_LONG = 0.75
_PLAINLY = 0.95  # of a common word that may be a name, too: Фогель, Vogel, but not Russland, Ausland
_MIXED_UP = str.maketrans("hvp", "gfb")  # Hruška is Грушка, Vollrath is Фольрат
_MINISTRY = re.compile(
    r"\b(?:ministr(?:y|ies)|ministeriums?|ministerien|министерств\w*|ведомств\w*)\b", re.IGNORECASE
)
# "Bremer", "бакинский": adjectives made of names of cities.
_ADJECTIVE = re.compile(r"[A-ZÄÖÜ]\w{2,}er|\w{3,}ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)", re.IGNORECASE)
_LEAST_ANNIVERSARY = 5
_QUOTE_FOUND, _NAME_FOUND = 0.6, 0.75
_LEAST_COMPOUND = 8  # letters of a name that a German compound may begin with
_OF_MINISTRIES = frozenset({"minist", "affair"})
_STOP = frozenset(
    listed(
        "about after also been before being between both could during each from have having into "
        "more most other over same should such than that their them then there these they this "
        "those under very were what when where which while will with would said says like well "
        "year years"
    )
)


@dataclass(frozen=True, slots=True)
class ReportSearch:
    """All that a report names, in its original and its English, by statement id."""

    report: Report
    translated: bool  # whether English of every statement is at hand
    numbers: dict[Decimal, list[tuple[Number, int]]] = field(repr=False)
    cardinals: list[tuple[Number, int]] = field(repr=False)  # those that measure something
    dates: list[tuple[Date, int]] = field(repr=False)
    keys: dict[str, set[int]] = field(repr=False)
    spellings: dict[str, list[tuple[str, int]]] = field(repr=False)
    openings: dict[str, set[tuple[str, int]]] = field(repr=False)  # with a capital, by the first sound
    sounds: dict[str, set[tuple[str, int]]] = field(repr=False)  # all words, by their first sound
    acronyms: dict[str, set[int]] = field(repr=False)
    ministries: set[int] = field(repr=False)  # where "the ministry" is all that is said
    bodies: list[tuple[int, str]] = field(repr=False)  # in English, of whose names no table knows
    adjectives: dict[str, set[tuple[str, int]]] = field(repr=False)  # by their first three letters
    english: dict[str, set[int]] = field(repr=False)
    quotations: tuple[Quotation, ...] = field(repr=False)


def search_index(report: Report, *, days: tuple[datetime.date, ...] = ()) -> ReportSearch:
    """Index a report once for many searches; ``days`` are those of which it may be, where it gives none."""
    english = report.language.split("-")[0] == "en"
    index = ReportSearch(
        report=report,
        translated=english or all(s.translation is not None for s in report.statements),
        numbers=defaultdict(list),
        cardinals=[],
        dates=[],
        keys=defaultdict(set),
        spellings=defaultdict(list),
        openings=defaultdict(set),
        sounds=defaultdict(set),
        acronyms=defaultdict(set),
        ministries=set(),
        bodies=[],
        adjectives=defaultdict(set),
        english=defaultdict(set),
        quotations=quotations(report),
    )
    for place, text, language in _texts(report):
        _add(index, place, text, language, (report.date,) if report.date else days or (None,))
    if report.date is not None:
        index.dates.append((Date(report.date.year, report.date.month, report.date.day, 0, 0), HEAD))
    return index


def mentions(report: Report | ReportSearch, thing: Thing) -> bool:
    """Tell whether a report says the same number, date, name or quotation anywhere, in whatever form."""
    index = report if isinstance(report, ReportSearch) else search_index(report)
    return bool(where(index, thing))


def where(index: ReportSearch, thing: Thing) -> tuple[int, ...]:
    """Return the ids of the statements that say a thing, ascending; ``HEAD`` (-1) is the title or date."""
    if isinstance(thing, Number):
        values = (thing.value,) if thing.or_value is None else (thing.value, thing.or_value)
        candidates = [found for value in values for found in index.numbers.get(value, ())]
        found = {place for number, place in candidates if _same_number(thing, number)}
        if not found and not thing.ordinal:
            found = {place for number, place in index.cardinals if thing.amounts_to(number)}
        if not found and thing.value >= _LEAST_ANNIVERSARY:
            found = {place for number, place in candidates if _same_years(thing, number)}
    elif isinstance(thing, Date):
        found = {place for date, place in index.dates if date.says(thing)}
    elif isinstance(thing, Name):
        found = _where_name(index, thing)
    else:
        found = _where_quoted(index, thing)
    return tuple(sorted(found))


def content_words(text: str) -> frozenset[str]:
    """Return the words of an English text that carry content, cut to a stem of six letters."""
    found = (word.casefold() for word in re.findall(r"[^\W_]{4,}", text))
    return frozenset(word[:6] for word in found if word not in _STOP)


def english_overlap(index: ReportSearch, text: str) -> tuple[float, int]:
    """Return the largest share of a text's content words in one statement and its neighbour, and where.

    The share is in [0, 1]; (0.0, -1) for a text without content words.
    """
    wanted = content_words(text)
    counts: dict[int, int] = defaultdict(int)
    for word in wanted:
        for place in _widened(index.english.get(word, ())):
            counts[place] += 1
    if not counts:
        return 0.0, HEAD
    best = max(counts, key=lambda place: (counts[place], -place))
    return counts[best] / len(wanted), best


def _widened(places: set[int] | tuple[()]) -> set[int]:
    return set(places) | {place - 1 for place in places if place > 0}


def _texts(report: Report) -> list[tuple[int, str, str]]:
    language = report.language.split("-")[0]
    texts = [(s.id, s.text, language) for s in report.statements]
    texts += [(s.id, s.translation, "en") for s in report.statements if s.translation is not None]
    texts += [(HEAD, text, language) for text in (report.title, report.place) if text]
    return texts


def _add(
    index: ReportSearch, place: int, text: str, language: str, days: tuple[datetime.date | None, ...]
) -> None:
    for number in numbers(text, language=language):
        index.numbers[number.value].append((number, place))
        if number.or_value is not None:
            index.numbers[number.or_value].append((replace(number, value=number.or_value), place))
        if number.measure is not None:
            index.cardinals.append((number, place))
        if number.unit is None and text[number.start].isdigit() and not number.ordinal:
            index.numbers[number.value].append((replace(number, ordinal=True), place))  # "session No. 7"
    for today in days:
        index.dates.extend((date, place) for date in reported_dates(text, language=language, today=today))
    found = names(text, language=language)
    for match in _MINISTRY.finditer(text):
        if not any(name.start < match.end() and match.start() < name.end for name in found):
            index.ministries.add(place)
    if language == "en":
        index.bodies.extend((place, n.surface) for n in found if n.literal and n.kind == "organisation")
    for name in found:
        for key in (name.key,) if name.office else name.keys:
            index.keys[key].add(place)
    for word in words(text):
        if len(word.text) > 2:
            index.sounds[_opening(word.text)].add((word.text, place))
        if _ADJECTIVE.fullmatch(word.text):
            index.adjectives[fold(word.text)[:3]].add((fold(word.text), place))
        if word.text.isupper() and len(word.text) > 1:
            index.acronyms[letters(word.text)].add(place)
        if word.capital and len(word.text) > 2:
            index.openings[_opening(word.text)].add((word.text, place))
            for bones in skeletons(word.text):
                for variant in _variants(bones):
                    index.spellings[variant].append((word.text, place))
    if language == "en":
        for stem in content_words(text):
            index.english[stem].add(place)


def _variants(bones: str) -> set[str]:
    """Return a skeleton and, of a long one, all with one sound left out, so that near names meet."""
    bones = bones.translate(_MIXED_UP)
    if len(bones) < _FUZZY_FROM:
        return {bones}
    return {bones} | {bones[:index] + bones[index + 1 :] for index in range(len(bones))}


def _same_years(a: Number, b: Number) -> bool:
    """Tell whether one is so many years and the other the ordinal of them: 20 years, the 20th anniversary."""
    years, other = (b, a) if a.ordinal else (a, b)
    return (
        other.ordinal and not years.ordinal and years.unit in ("year", None) and other.unit in ("year", None)
    )


def _same_number(a: Number, b: Number) -> bool:
    return a.ordinal == b.ordinal and (a.unit is None or b.unit is None or a.unit == b.unit)


def _where_name(index: ReportSearch, name: Name) -> set[int]:
    exact = {
        place
        for key in name.keys
        if ":" in key and not key.startswith("name:")
        for place in index.keys.get(key, ())
    }
    if exact:
        return exact
    if name.kind == "place" and name.english is not None:
        return _where_place(index, name)
    if name.english is not None:
        return _where_body(index, name)
    if name.literal:
        return _where_words(index, name.surface) or index.acronyms.get(_initials(name.surface), set())
    parts = name_parts(name.surface)
    if name.doubtful or name.quoted:
        telling = [part for part in parts[:-1] if len(part) > _FUZZY_FROM] if name.doubtful else []
        alike = {place for part in (*telling, parts[-1]) for place in _where_sounds(index, [part])}
        return alike or (_where_nearly(index, parts) if name.quoted else set())
    # A person is called by the last word of the name, a firm by any: "Brenz", "Brenz Maschinenbau".
    telling = parts[:1] + parts[-1:] if name.kind == "organisation" else parts[-1:]
    found = {place for word in telling for place in _where_spelled(index, word)}
    return found or _where_nearly(index, parts)


def _where_body(index: ReportSearch, name: Name) -> set[int]:
    """Find a body of the tables where only "the ministry" is said, or by its name in a compound."""
    key = name.key.partition(":")[2].partition("/")[0]
    if key in STATE_BODIES and (found := index.ministries | _ministries_like(index, name)):
        return found
    known = entry(name.kind, key)
    forms = {form for language in ("de", "ru", "en") for form in (known.forms[language] if known else ())}
    long = {form for form in forms if len(form) >= _LEAST_COMPOUND and form.isalpha() and not form.isupper()}
    return {
        place
        for form in long
        for word, place in index.openings.get(_opening(form), ())
        if fold(word).startswith(fold(form))  # "Bundestagsabgeordnete"
    }


def _ministries_like(index: ReportSearch, name: Name) -> set[int]:
    """Find a ministry that shares a word with its name in the tables: "Ministry of Economic Development"."""
    wanted = content_words(name.english or "") - _OF_MINISTRIES
    return {
        place
        for place, body in index.bodies
        if not wanted.isdisjoint(content_words(body)) and _MINISTRY.search(body)
    }


def _where_sounds(index: ReportSearch, parts: list[str]) -> set[int]:
    """Find words by their sound whether or not they have a capital: Rumba, rumba."""
    alike = index.sounds.get(_opening(parts[-1]), ()) if parts else ()
    return {place for word, place in alike if name_similarity(parts[-1], word) >= SAME_NAME}


@lru_cache(maxsize=1 << 16)
def _opening(word: str) -> str:
    return latin(word)[:1].translate(_MIXED_UP)


def _where_nearly(index: ReportSearch, parts: list[str]) -> set[int]:
    """Find a name by spellings that are less alike: of given and family name, or of one short name."""
    near = _near(index, parts[-1])
    if len(parts) == 1:
        return {place for other, place in near if _as_long(parts[-1], other)}
    return {place for _, place in near} & {place for _, place in _near(index, parts[0])}


def _near(index: ReportSearch, word: str) -> set[tuple[str, int]]:
    alike = index.openings.get(_opening(word), ())
    return {(other, place) for other, place in alike if name_similarity(word, other) >= _NEARLY}


def _as_long(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= _AS_LONG * max(len(a), len(b))


def _where_place(index: ReportSearch, name: Name) -> set[int]:
    """Find a place that the tables name, by the sound of its forms or as an adjective: Bremer, бакинский."""
    key = name.key.partition(":")[2]
    if found := {place for other in namesakes(key) for place in index.keys.get(f"place:{other}", ())}:
        return found  # the American state, where Georgia is all that the other report says
    known = entry("place", key)
    forms = {form for language in ("de", "ru", "en") for form in (known.forms[language] if known else ())}
    single = {form for form in forms if re.fullmatch(r"[^\W\d_]{4,}", form)}
    # Georgia is not there because a Giorgi is, nor Niger because Nigeria is.
    spelled = {
        place
        for form in single
        for word, place in _spelled_like(index, form)
        if fold(word) == fold(form) or not (fold(word) in person_words() or _is_another(word, name, index))
    }
    spelled = spelled or {place for form in forms - single for place in _where_all(index, form)}
    return spelled or {place for form in single for place in _adjectives(index, form)}


def _adjectives(index: ReportSearch, form: str) -> set[int]:
    stem = fold(form).rstrip("aeiouаеиоуыэя")
    near = index.adjectives.get(stem[:3], ()) if len(stem) >= _LEAST_STEM else ()
    return {place for word, place in near if word.startswith(stem)}


def _where_all(index: ReportSearch, form: str) -> set[int]:
    """Find a name of several long words by the sound of all of them: Kansas City, Канзас-Сити."""
    parts = [word.text for word in words(form)]
    if len(parts) < 2 or any(len(part) < _FUZZY_FROM for part in parts):
        return set()
    return set.intersection(*(_where_spelled(index, part) for part in parts))


def _is_another(word: str, place: Name, index: ReportSearch) -> bool:
    """Tell whether the tables know a word as another place, and not as one of the same name: Georgia."""
    known = (name for language in _languages(index) for name in names(word, language=language))
    keys = {name.key for name in known if name.kind == "place" and name.english is not None}
    alike = {f"place:{key}" for key in namesakes(place.key.partition(":")[2])}
    return bool(keys - {place.key}) and keys.isdisjoint(alike)


def _languages(index: ReportSearch) -> tuple[str, ...]:
    return (index.report.language.split("-")[0], "en")


def _where_spelled(index: ReportSearch, word: str) -> set[int]:
    return {place for _, place in _spelled_like(index, word)}


def _spelled_like(index: ReportSearch, word: str) -> Iterator[tuple[str, int]]:
    """Yield the words of a report that a name may be, and where; a common word only if it sounds the same."""
    candidates = {
        c
        for bones in skeletons(word)
        for variant in _variants(bones)
        for c in index.spellings.get(variant, ())
    }
    for other, place in candidates:
        alike = name_similarity(word, other)
        if alike >= _PLAINLY or (alike >= SAME_NAME and not _common(other, index)):
            yield other, place


def _common(word: str, index: ReportSearch) -> bool:
    return any(is_listed(word, language) for language in _languages(index))


def letters(acronym: str) -> str:
    """Return the letters of an acronym in Latin, each for itself: ЛФФ is lff, not lf."""
    return "".join(latin(letter) for letter in acronym)


def spelled(index: ReportSearch, word: str) -> set[int]:
    """Return the statements that have a name of that spelling, in whatever script."""
    return _where_spelled(index, word)


def _initials(surface: str) -> str:
    """Return the first letters of the capitalised words, as an acronym would have them."""
    return "".join(latin(word[0]) for word in re.findall(r"[^\W\d_]+", surface) if word[0].isupper())


def _where_words(index: ReportSearch, surface: str) -> set[int]:
    """Find a name made of common words, by its words in English or by its letters in any script."""
    share, place = english_overlap(index, surface)
    if share >= _NAME_FOUND:
        return {place}
    parts = [part for part in re.findall(r"[^\W\d_]{3,}", surface) if part[0].isupper()]
    spelled = [_where_spelled(index, part) for part in parts]
    return set.intersection(*spelled) if spelled else set()


def _where_quoted(index: ReportSearch, quotation: Quotation) -> set[int]:
    share, place = english_overlap(index, quotation.text)
    if share >= _QUOTE_FOUND:
        return {place}
    wanted = " ".join(quotation.text.casefold().split())
    return {s.id for s in index.report.statements if wanted in " ".join(s.text.casefold().split())}
