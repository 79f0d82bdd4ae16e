"""Named things, figures, dates and quotations that one report has and others of its event have not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product, takewhile

from align.comparison.index import EventIndex
from align.comparison.things import Thing, mentions, things
from align.comparison.words import ContentWord, WordSimilarity, both_sides, content, sounds_like_one
from align.evidence import Name, Number
from align.evidence.common_words import compound, is_common, looks_german
from align.evidence.dates import Date
from align.evidence.function_words import FUNCTION_WORDS
from align.evidence.gazetteer import Word, words
from align.evidence.names import names
from align.evidence.quotations import Quotation
from align.evidence.search import HEAD, ReportSearch, english_overlap, letters, spelled, where
from align.evidence.transliteration import SAME_NAME, latin, name_similarity
from align.finding import Finding
from align.report import Report

_SAID = 0.7  # share of a thing's English words in one passage from which on they say it
_UNTRANSLATED = 0.85  # factor on the confidence where only the original could be searched
_ALIKE = 0.45  # two words of a name made of common words that mean the same
_NAMED = 0.6  # share of its words in one statement from which on such a name is there
_HALF = 0.5  # the same where one of the words is there by its sound
_ROOM = 3  # further words among which those of such a name may stand
_MAY_BE_ONE = 0.5  # two spellings that may yet be one person's
# Share of what one quotation says that another says, too, from which on they may be one; fitted on the
# development half of corpora/, where others of the same speaker reach .29 and of different ones .33.
_SAME_SPEAKER, _SAME_WORDS = 0.3, 0.38
_PARAPHRASED = 0.8  # factor where a matched statement may tell it in other words
_ONLY_DATED = 0.65  # factor where the other report bears the date itself, outside its text
_LEAST_ACRONYM = 3
# What parts the items of a list, and not a clause from the one it tells more of.
_ITEM = re.compile(
    r"[,;](?!\s(?:wh\w+|that|de[rnm]|die|das|dess\w+|dass|wo|котор\w+|где|что)\b)| und | sowie | and | и "
)
_LEAST_ITEMS = 2  # of a list that one statement of the other report must tell
_FEW = 10  # what a list may stand for: "four projects" and the four of them


def absent_things(report: Report, event: EventIndex, similarity: WordSimilarity) -> Iterator[Finding]:
    """Yield each thing of a report, at its first mention, that was not found in others of its event."""
    others = event.others(report)
    for thing in things(report, event.days[report.id]):
        doubts = {other: _doubt(thing, report, search, event, similarity) for other, search in others.items()}
        missing = {other: doubt for other, doubt in doubts.items() if doubt is not None}
        if missing and not (_is_doubtful(thing) and len(missing) == len(doubts)):
            yield Finding(
                id="",
                kind=thing.kind,
                report=report.id,
                statement=thing.statements[0],
                start=thing.start,
                end=thing.end,
                text=thing.text,
                translation=thing.english,
                missing_from=tuple(sorted(missing)),
                confidence=round(thing.certainty * min(missing.values()), 3),
                speaker=thing.speaker,
                counterparts=event.beside(report.id, thing.statements, missing),
            )


def _is_doubtful(thing: Thing) -> bool:
    """Tell whether a German word may be a rare noun: a name is what another report has, too."""
    lone = thing.kind == "name" and " " not in thing.text
    if not lone or not isinstance(thing.probe, Name) or not thing.probe.doubtful:
        return False
    return looks_german(thing.text) or is_common(thing.text, "en")


def _doubt(
    thing: Thing, report: Report, search: ReportSearch, event: EventIndex, similarity: WordSimilarity
) -> float | None:
    """Return the factor on the confidence that a thing is not in the other report, ``None`` if it may be."""
    mates = event.matched(report.id, thing.statements, search.report.id)
    searched = 1.0 if search.translated else _UNTRANSLATED
    if isinstance(thing.probe, Quotation):
        if _quoted(thing, thing.probe, report, search, mates, similarity):
            return None
        return searched * (_PARAPHRASED if mates else 1.0)
    places = where(search, thing.probe)
    if places and not (isinstance(thing.probe, Date) and set(places) == {HEAD}):
        return None
    if isinstance(thing.probe, Date):
        return _ONLY_DATED if places else 1.0
    if isinstance(thing.probe, Number):
        listing = _listing(report, thing.statements[0], search, event)
        return None if _listed(thing.probe, search, listing) or _rounded(thing.probe, search, mates) else 1.0
    return _name_doubt(thing, thing.probe, report, search, mates, event, similarity)


def _listed(number: Number, search: ReportSearch, mates: Iterable[int]) -> bool:
    """Tell whether any of some statements may show by a list what a small number counts."""
    if number.ordinal or not 2 < number.value <= _FEW or number.value != int(number.value):
        return False
    texts = (search.report.statements[mate].text for mate in mates)
    return any(len(_ITEM.findall(text)) >= number.value - 1 for text in texts)


def _listing(report: Report, statement: int, search: ReportSearch, event: EventIndex) -> set[int]:
    """Return the statements matched with one; where list items follow it, those that say two of all these."""
    group = _with_items(report, statement)
    found = Counter(mate for one in group for mate in event.matched(report.id, [one], search.report.id))
    least = min(len(group), _LEAST_ITEMS)
    return {mate for mate, count in found.items() if count >= least}


def _with_items(report: Report, statement: int) -> list[int]:
    """Return a statement and the list items right after it."""
    items = takewhile(lambda s: s.kind == "item", report.statements[statement + 1 :])
    return [statement, *(item.id for item in items)]


def _rounded(number: Number, search: ReportSearch, mates: frozenset[int]) -> bool:
    """Tell whether the matched statements, or any where there are none, give the figure rounded."""
    return any(
        number.may_be(other) if place in mates or not mates else _is_round(number, other)
        for found in search.numbers.values()
        for other, place in found
    )


def _is_round(number: Number, other: Number) -> bool:
    """Tell whether one great figure is the other given more roundly: 310,000 and 309,742."""
    counts = {None, "person"}
    same = number.unit == other.unit or {number.unit, other.unit} <= counts
    return same and not number.ordinal and (number.rounds(other) or other.rounds(number))


def _quoted(
    thing: Thing,
    quotation: Quotation,
    report: Report,
    search: ReportSearch,
    mates: frozenset[int],
    similarity: WordSimilarity,
) -> bool:
    """Tell whether another report has the words, or may have them in other words or another language."""
    if where(search, quotation) or _said(thing.english, search):
        return True
    if any(not mates.isdisjoint(other.statements) for other in search.quotations):
        return True
    own = content(thing.text, report.language.split("-")[0])
    return any(
        _one_quotation(own, quotation, other, report, search, similarity) for other in search.quotations
    )


def _one_quotation(
    own: Sequence[ContentWord],
    quotation: Quotation,
    other: Quotation,
    report: Report,
    search: ReportSearch,
    similarity: WordSimilarity,
) -> bool:
    """Tell whether two reports may quote the same words: by what the words mean and who says them."""
    theirs = content(other.text, search.report.language.split("-")[0])
    alike = max(similarity.told(own, theirs, search.report), similarity.told(theirs, own, report))
    speakers = quotation.speaker, other.speaker
    if speakers[0] is None or speakers[1] is None or name_similarity(speakers[0], speakers[1]) < SAME_NAME:
        return alike >= _SAME_WORDS
    if report.language == search.report.language:
        return alike >= _SAME_SPEAKER
    # A translation shares few words: where they are quoted once, they are taken for the same.
    return alike >= _SAME_SPEAKER or _times(other.speaker, search.quotations) == 1


def _times(speaker: str | None, found: Sequence[Quotation]) -> int:
    return sum(quotation.speaker == speaker for quotation in found)


def _said(english: str | None, search: ReportSearch) -> bool:
    return english is not None and english_overlap(search, english)[0] >= _SAID


def _name_doubt(
    thing: Thing,
    name: Name,
    report: Report,
    search: ReportSearch,
    mates: frozenset[int],
    event: EventIndex,
    similarity: WordSimilarity,
) -> float | None:
    searched = 1.0 if search.translated else _UNTRANSLATED
    unknown = name.kind == "organisation" and not name.quoted and (name.literal or name.acronym)
    if unknown and name.acronym and mates and report.language != search.report.language:
        return None  # what stands for it in another language cannot be told
    if unknown and (_spelled_out(name, search) or _may_be_called_otherwise(report, search, mates, event)):
        return None
    if name.literal:
        if _said(thing.english, search) or (unknown and _names_its_own(name, report, search)):
            return None
        if name.quoted and _may_be_titled_otherwise(name, report, search, mates, event):
            return None
        if not (similarity.across or _comparable(thing, report, search)):
            return searched if name.quoted and not _quotes_titles(search) else None
        return None if _worded(thing, report, search, mates, similarity) else searched
    if name.kind == "person" and _may_be_spelled_otherwise(name, report, search, mates, event):
        return None
    return 1.0


def _may_be_called_otherwise(
    report: Report, search: ReportSearch, mates: frozenset[int], event: EventIndex
) -> bool:
    """Tell whether a matched statement names a body of unknown name that the report does not: GDR, DDR.

    In one language a body has one name.
    """
    if report.language == search.report.language:
        return False
    own = event.bodies[report.id]
    return any(
        isinstance(mention.probe, Name)
        and mention.kind == "organisation"
        and (mention.probe.literal or mention.probe.acronym)
        and mention.probe.keys.isdisjoint(own)
        for mate in mates
        for mention in mentions(search.report, search.report.statements[mate], event.days[search.report.id])
    )


def _may_be_titled_otherwise(
    name: Name, report: Report, search: ReportSearch, mates: frozenset[int], event: EventIndex
) -> bool:
    """Tell whether a matched statement in another language has a title that this report does not quote."""
    if report.language == search.report.language or name.kind != "other":
        return False
    own = {other.key for statement in report.statements for other in _titles(report, statement.text)}
    return any(
        title.key not in own and not _spelled_alike(title, own)
        for mate in mates
        for title in _titles(search.report, search.report.statements[mate].text)
    )


def _titles(report: Report, text: str) -> tuple[Name, ...]:
    found = names(text, language=report.language.split("-")[0])
    return tuple(name for name in found if name.quoted and name.literal and name.kind == "other")


def _spelled_alike(title: Name, keys: set[str]) -> bool:
    """Tell whether a title sounds like one of some keys, so that both reports have it."""
    return any(
        name_similarity(title.key.partition(":")[2], key.partition(":")[2]) >= SAME_NAME for key in keys
    )


def _names_its_own(name: Name, report: Report, search: ReportSearch) -> bool:
    """Tell whether the other report has the word that is a body's own: "Fonds UzFarmInvest"."""
    language = report.language.split("-")[0]
    own = (word.text for word in _telling(name.surface, language) if word.text[0].isupper())
    return any(
        bool(spelled(search, word))
        for word in own
        if len(word) > _LEAST_ACRONYM and not is_common(word, language)
    )


def _spelled_out(name: Name, search: ReportSearch) -> bool:
    """Tell whether words of the other report, or of its English, begin with the letters of an acronym."""
    wanted = letters(name.surface)
    if not name.acronym or len(wanted) < _LEAST_ACRONYM:
        return False
    texts = (text for s in search.report.statements for text in (s.text, s.translation) if text)
    return any(wanted in initials for text in texts for initials in _initials(text))


@lru_cache(maxsize=20_000)
def _initials(text: str) -> tuple[str, ...]:
    """Return the first letters of each run of words that could be a name, in Latin letters."""
    return tuple("".join(latin(word.text)[:1] for word in run) for run in _capital_runs(text))


def _capital_runs(text: str) -> Iterator[list[Word]]:
    """Yield the neighbouring words of a text that could be a name: with capitals, small words left out."""
    small = FUNCTION_WORDS["en"] | FUNCTION_WORDS["de"] | FUNCTION_WORDS["ru"]
    run: list[Word] = []
    for word in words(text):
        if run and re.search(r"[.,;:!?()]", text[run[-1].end : word.start]):
            yield run
            run = []
        if word.text.casefold() not in small:
            run.append(word)
    yield run


def _quotes_titles(search: ReportSearch) -> bool:
    """Tell whether a report has titles in quotation marks; without any, a quoted title is not in it."""
    language = search.report.language.split("-")[0]
    texts = (statement.text for statement in search.report.statements)
    return any(name.quoted for text in texts for name in names(text, language=language))


def _worded(
    thing: Thing, report: Report, search: ReportSearch, mates: frozenset[int], similarity: WordSimilarity
) -> bool:
    """Tell whether the other report has most words of a name made of common words.

    In a matched statement they may stand anywhere, elsewhere close together.
    """
    language = report.language.split("-")[0]
    quoted = isinstance(thing.probe, Name) and thing.probe.quoted
    own = _telling(thing.text, language)
    english = _telling(thing.english, "en") if thing.english and language != "en" else ()
    whole = [content(thing.text, language), content(thing.english or "", "en")]
    for number in sorted(similarity.near([*own, *english], search.report, _ALIKE)):
        statement = search.report.statements[number]
        if number in mates:  # where a body is, too, may tell it: "Riga City Council", "Рижская дума"
            both = _with_parts(both_sides(statement, search.report))
            if any(_met(side, both, similarity, quoted=True) for side in whole):
                return True
            continue
        sides = [_with_parts(content(statement.text, search.report.language.split("-")[0]))]
        sides += [content(statement.translation, "en")] if statement.translation else []
        for side, others in product(filter(None, (own, english)), sides):
            if _met(side, others, similarity, quoted=quoted) and any(
                _met(side, window, similarity, quoted=quoted)
                for window in _windows(others, len(side) + _ROOM)
            ):
                return True
    return False


def _met(
    side: Sequence[ContentWord],
    others: Sequence[ContentWord],
    similarity: WordSimilarity,
    *,
    quoted: bool,
) -> bool:
    """Tell whether most words of a name are among others; of a title one by its sound and some more."""
    near = [
        max(value, _by_parts(word, others, similarity))
        for word, value in zip(side, similarity.best(side, others), strict=True)
    ]
    met = [word for word, value in zip(side, near, strict=True) if value >= _ALIKE]
    if not side:
        return False
    proper = quoted and any(word.text[0].isupper() and sounds_like_one(word, others) for word in met)
    return bool(met) and len(met) >= (_HALF if proper else _NAMED) * len(side)


def _by_parts(word: ContentWord, others: Sequence[ContentWord], similarity: WordSimilarity) -> float:
    """Return how alike both halves of a compound are to others; the half that is less so decides."""
    return min(similarity.best(_parts(word), others), default=0.0)


def _with_parts(found: Sequence[ContentWord]) -> tuple[ContentWord, ...]:
    """Return words and, of German compounds, their parts: Kindernahrung is infant food."""
    return tuple(each for word in found for each in (word, *_parts(word)))


def _parts(word: ContentWord) -> tuple[ContentWord, ...]:
    parts = compound(word.text) if word.language == "de" else None
    return tuple(ContentWord(part, "de", word.start, word.end) for part in parts or ())


def _telling(text: str, language: str) -> tuple[ContentWord, ...]:
    """Return the words of a name without the country or city in it, where anything else remains."""
    found = content(text, language)
    places = [
        (name.start, name.end)
        for name in names(text, language=language)
        if name.kind == "place" and name.english is not None
    ]
    rest = tuple(word for word in found if not any(s <= word.start < e for s, e in places))
    return rest or found


def _windows(found: Sequence[ContentWord], size: int) -> Iterator[Sequence[ContentWord]]:
    for start in range(max(1, len(found) - size + 1)):
        yield found[start : start + size]


def _comparable(thing: Thing, report: Report, search: ReportSearch) -> bool:
    """Tell whether a name of common words can be looked for: in one language, or in English."""
    if report.language == search.report.language:
        return True
    return search.translated and (thing.english is not None or report.language.split("-")[0] == "en")


def _may_be_spelled_otherwise(
    name: Name, report: Report, search: ReportSearch, mates: frozenset[int], event: EventIndex
) -> bool:
    """Tell whether a matched statement names a person of like sound whom this report does not name."""
    own = event.persons[report.id]
    for mate in mates:
        statement = search.report.statements[mate]
        for mention in mentions(search.report, statement, event.days[search.report.id]):
            if mention.kind == "person" and isinstance(mention.probe, Name):
                other = mention.probe.surface
                if name_similarity(name.surface, other) >= _MAY_BE_ONE and all(
                    name_similarity(other, known) < SAME_NAME for known in own
                ):
                    return True
    return False
