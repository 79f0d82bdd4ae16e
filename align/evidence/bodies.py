"""Bodies whose names are made of common words: a head such as Amt, комитет or Court, and what it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from align.evidence.common_words import is_common, is_listed
from align.evidence.frame import Frame
from align.evidence.function_words import FUNCTION_WORDS
from align.evidence.gazetteer import is_person_word
from align.evidence.lists import listed
from align.evidence.name import MAY_BE, Name
from align.evidence.name_words import ADJECTIVES, ARTICLES, HEADS
from align.evidence.transliteration import latin

_ADJECTIVE = re.compile(r"[A-ZÄÖÜ]\w+(?:en|er|es|em|e)")
_OF_A_CITY = re.compile(r"[A-ZÄÖÜ]\w{3,}er")
_LONGEST = 6  # words of a complement
# Of these heads German tells whose they are: "Bund der Steuerzahler"; "Gruppe der Opfer" is no body.
_OWNED = re.compile(
    r"\w*(?:verb[aä]nd|bund|kammer|vereinigung|verein|akademie|gewerkschaft|föderation|verlag|agentur|amt|rat|"
    r"gesellschaft|kommission|ministerium|universität|liga|union|gemeinschaft|hof)(?:e?s)?",
    re.IGNORECASE,
)
# What only a body is called, alone in a compound: Ethikkommission, Landesrechnungshof, Datenschutzinspektion.
_INSTITUTION = re.compile(
    r"\w{3,}(?:kommission|ausschuss|verband|kammer|ministerium|agentur|gericht|gerichtshof|rechnungshof|inspektion|"
    r"rat|amt|aufsicht|anstalt|institut|zentrale|gewerkschaft|akademie|hochschule|universität|"
    r"staatsanwaltschaft|verein|verwaltung|versammlung|vereinigung|föderation|stiftung|beirat|konferenz)"
    r"(?:e?s)?",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\w*(?:vor|ver|haus|un|hei|appa|forma|monta|sala|zie|kamera|aufsichts|betriebs|verwaltungs|land|studien|regierungs|geheim)rat(?:e?s)?|"
    r"\w*(?:welt|dach|fach|berufs|sport|spitzen|orts|interessen)verband(?:e?s)?|"
    r"\w*(?:träger|förder|heimat|sport|turn|kultur|orts|dach)verein(?:e?s)?",
    re.IGNORECASE,
)
_DEFINITE = frozenset(listed("der die das dem den des beim vom zum zur im am"))
# Russian complements: "по делам …" takes the dative, all else the genitive.
_ADJECTIVAL_GENITIVE = re.compile(r"[а-яё-]{2,}(?:ого|его|ой|ей|ых|их)")
_GENITIVE = re.compile(r"[а-яё-]{2,}(?:а|я|ы|и|ов|ев|ей|ок|ек|ц|ств|ний|ций|рт|ин|ан|ам|ых|их)")
_ADJECTIVAL_DATIVE = re.compile(r"[а-яё-]{2,}(?:ому|ему|ой|ей|ым|им)")
_DATIVE = re.compile(r"[а-яё-]{2,}(?:ам|ям|у|ю|е|и)")
_VERB = re.compile(
    r"[а-яё]{2,}(?:ла|ли|ло|лась|лись|лось|л|лся|ет|ит|ют|ят|ут|ат|ется|ится|ются|ятся|ть|ться|сь|ся|но|на|ны)"
)
_RUSSIAN_HEAD = re.compile(
    r"(?:Совет|Банк|Союз|Профсоюз|Комисси|Комитет|Ассоциаци|Суд|Университет|Академи|Агентств|Парти|Фонд|Лиг|"
    r"Организаци|Ассамбле|Палат|Федераци|Корпораци|Институт|Центр|Министерств|Служб|Управлени|Департамент|"
    r"Инспекци|Дирекци|Прокуратур|Консорциум|Бюро|Бирж|Объединени|Обществ|Движени|Гильди|Счетн|Государств|"
    r"Полици|Клуб|Оргкомитет|Совбез|Секретариат|Коллеги|Конгресс|Сенат|Коалици|Конфедераци|Фронт|Лаборатори)"
    r"[а-я]{0,4}"
)

_BODY_WORDS = 4
_RUSSIAN_RANK = re.compile(
    r"(?:Федеральн|Национальн|Государственн|Верховн|Высш|Международн|Центральн|Всероссийск|Республиканск|"
    r"Европейск|Объединенн|Главн)[а-я]{2,3}"
)


def bodies(frame: Frame) -> Iterator[Name]:
    """Find bodies by their head and what they are for or of: "Amt für Statistik", "Союз врачей"."""
    for first, last in _spans(frame):
        start, end = frame.tokens[first].start, frame.tokens[last - 1].end
        surface = frame.text[start:end]
        key = f"organisation:{latin(surface)}"
        yield Name("organisation", surface, start, end, key, frozenset({key}), certainty=MAY_BE, literal=True)


def russian_bodies(frame: Frame) -> Iterator[Name]:
    """Find bodies of which Russian writes only the first word with a capital: "Высший судебный совет"."""
    if frame.language != "ru":
        return
    for first, word in enumerate(frame.tokens):
        if not word.capital or first in frame.known or (frame.opens(first) and not _great(word.text)):
            continue
        for last in range(first + 1, min(first + _BODY_WORDS, len(frame.tokens))):
            if not frame.adjacent(last) or frame.tokens[last].capital or frame.title(last):
                break
            if not all(ADJECTIVES["ru"].fullmatch(word.text) for word in frame.tokens[first:last]):
                break
            if HEADS["organisation"]["ru"].fullmatch(frame.tokens[last].text):
                whole = _complement(frame, last + 1)
                start, end = word.start, frame.tokens[whole - 1].end
                surface = frame.text[start:end]
                key = f"organisation:{latin(surface)}"
                yield Name(
                    "organisation",
                    surface,
                    start,
                    end,
                    key,
                    frozenset({key}),
                    certainty=MAY_BE,
                    literal=True,
                )
                break


def _great(word: str) -> bool:
    """Tell whether a Russian word that opens a sentence is one with which names of bodies begin."""
    return bool(_RUSSIAN_RANK.fullmatch(word))


def _spans(frame: Frame) -> Iterator[tuple[int, int]]:
    """Yield the words, from the first to the last (exclusive), of bodies."""
    if frame.language == "de":
        yield from _german(frame)
    elif frame.language == "ru":
        yield from _russian(frame)


def _german(frame: Frame) -> Iterator[tuple[int, int]]:
    head = HEADS["organisation"]["de"]
    for index, word in enumerate(frame.tokens):
        if not word.capital or index in frame.known or not head.fullmatch(word.text.casefold()):
            continue
        first, last = _described(frame, index), _german_complement(frame, index + 1)
        if last > index + 1 or first < index:
            yield first, last
        elif _institution(word.text) and _definite(frame, index):
            yield index, index + 1


def _described(frame: Frame, head: int) -> int:
    """Return where the adjectives with a capital before a head begin: "Europäische | Gerichtshof"."""
    first = head
    while first and frame.adjacent(first):
        word = frame.tokens[first - 1]
        if not word.capital or not _ADJECTIVE.fullmatch(word.text) or word.text.casefold() in ARTICLES:
            break
        known = frame.known.get(first - 1)
        if known is not None and known.entry.kind not in ("people", "place"):
            break
        if known is None and frame.opens(first - 1) and not _OF_A_CITY.fullmatch(word.text):
            break  # any adjective has a capital there
        if known is None and not re.fullmatch(
            r"\w+(?:isch|lich|al|är|iv|ös|ig|er|t|n|l|ß|oh)e[nrsm]?", word.text
        ):
            break  # a noun before another
        first -= 1
    return first


def _german_complement(frame: Frame, index: int) -> int:
    """Return where what a German body is for, of or named after ends; ``index`` where nothing follows."""
    if index >= len(frame.tokens) or not frame.adjacent(index):
        return index
    word, head = frame.tokens[index], frame.tokens[index - 1].text
    if word.text == "für":
        last = _listed_nouns(frame, index + 1)
        return last if last > index + 1 else index
    if word.text in ("der", "des") and _OWNED.fullmatch(head) and _plain_owner(frame, index + 1):
        return index + 2
    if not word.capital:
        return index
    if _OF_A_CITY.fullmatch(word.text) and _capital(frame, index + 1) and index not in frame.known:
        return _listed_nouns(frame, index)
    return _place_behind(frame, index)


def _plain_owner(frame: Frame, index: int) -> bool:
    """Tell whether one noun behind "der" or "des" names whose a body is, as in "Bund der Steuerzahler"."""
    if not _capital(frame, index) or index in frame.known:
        return False
    following = index + 1
    return not (
        following < len(frame.tokens) and frame.adjacent(following) and frame.tokens[following].capital
    )


def _place_behind(frame: Frame, index: int) -> int:
    """Return where the place or proper name behind a head ends: "Verwaltungsgericht Tallinn"."""
    last = index
    while last < len(frame.tokens) and frame.adjacent(last) and frame.tokens[last].capital:
        known = frame.known.get(last)
        place = known is not None and known.entry.kind == "place"
        word = frame.tokens[last].text
        proper = known is None and not (
            frame.title(last) or is_common(word, "de") or is_person_word(word) or word.isupper()
        )
        if not place and not proper:
            break
        last = known.last if known is not None else last + 1
        if last - index > 2:
            break
    return last


def _listed_nouns(frame: Frame, index: int) -> int:
    """Return where nouns with "und", "der" and adjectives between them end: "Geologie und Bergbau"."""
    last = index
    while last < len(frame.tokens) and last - index < _LONGEST and frame.adjacent(last):
        if frame.tokens[last].capital:
            last += 1
        elif frame.tokens[last].text in ("und", "der", "des", "für", "den") and _capital(frame, last + 1):
            last += 2
        elif last == index and re.fullmatch(r"[a-zäöüß]+e[nrs]?", frame.tokens[last].text):
            if frame.tokens[last].text in FUNCTION_WORDS["de"] or not _capital(frame, last + 1):
                break
            last += 2
        else:
            break
    return last


def _capital(frame: Frame, index: int) -> bool:
    return index < len(frame.tokens) and frame.adjacent(index) and frame.tokens[index].capital


@lru_cache(maxsize=20_000)
def _institution(word: str) -> bool:
    """Tell whether a compound is the name of one body rather than a common word."""
    return bool(_INSTITUTION.fullmatch(word)) and not _GENERIC.fullmatch(word) and not is_listed(word, "de")


def _definite(frame: Frame, index: int) -> bool:
    """Tell whether a noun has a definite article before it, perhaps with the adjective of a country."""
    if not index:
        return False
    before = frame.tokens[index - 1].text.casefold()
    if before in _DEFINITE:
        return frame.adjacent(index)
    known = frame.known.get(index - 1)
    if known is not None and known.entry.kind == "people":
        return index < 2 or frame.tokens[index - 2].text.casefold() in _DEFINITE
    return False


def _russian(frame: Frame) -> Iterator[tuple[int, int]]:
    for first, word in enumerate(frame.tokens):
        if word.capital and first not in frame.known and _RUSSIAN_HEAD.fullmatch(word.text):
            last = _complement(frame, first + 1)
            if last > first + 1 and not (last <= first + 2 and _named_behind(frame, last)):
                yield first, last


def _named_behind(frame: Frame, index: int) -> bool:
    """Tell whether the name of a body stands behind what it is: "Банк развития | KfW"."""
    inside = index < len(frame.tokens) and frame.adjacent(index)
    return inside and re.fullmatch(r"[A-Z][A-Za-z]+", frame.tokens[index].text) is not None


def _complement(frame: Frame, index: int) -> int:
    """Return where what a Russian body is for or of ends; ``index`` where nothing of that kind follows."""
    if index >= len(frame.tokens) or not frame.adjacent(index):
        return index
    last = _whose(frame, index)
    while last - index < _LONGEST:
        further = _phrase(frame, last) or (_joined(frame, last) if last > index else 0)
        if not further:
            break
        last = further
    return last


def _whose(frame: Frame, index: int) -> int:
    """Return where the name of a parliament or the like before "по" ends: "Комиссия Рийгикогу | по делам"."""
    following = index + 1
    named = index not in frame.known and frame.tokens[index].capital and not frame.title(index)
    inside = following < len(frame.tokens) and frame.adjacent(following)
    return following if named and inside and frame.tokens[following].text == "по" else index


def _phrase(frame: Frame, index: int) -> int:
    """Return where adjectives and their noun in the genitive, or behind "по", end; 0 where there are none."""
    if index >= len(frame.tokens) or not frame.adjacent(index):
        return 0
    to = frame.tokens[index].text == "по"
    adjective, noun = (_ADJECTIVAL_DATIVE, _DATIVE) if to else (_ADJECTIVAL_GENITIVE, _GENITIVE)
    last = index + to
    while last < len(frame.tokens) and (frame.adjacent(last) and last - index < _LONGEST):
        word = frame.tokens[last].text
        known = frame.known.get(last)
        if known is not None and known.entry.kind == "place" and last == known.first:
            return known.last
        if _RUSSIAN_HEAD.fullmatch(word) and frame.tokens[last].capital:
            break  # "Комитет контроля | Министерства здравоохранения"
        small = word.casefold()
        if (
            small in FUNCTION_WORDS["ru"]
            or frame.title(last)
            or (frame.tokens[last].capital and last > index)
        ):
            break
        if re.fullmatch(r"[а-яё]+о", small) and frame.text[frame.tokens[last].end :][:1] == "-":
            last += 1  # "санитарно-эпидемиологического"
            continue
        if adjective.fullmatch(small) and _noun_follows(frame, last + 1, noun):
            last += 1
            continue
        if noun.fullmatch(small) and not _VERB.fullmatch(small):
            return last + 1
        break
    return 0


def _noun_follows(frame: Frame, index: int, noun: re.Pattern[str]) -> bool:
    if index >= len(frame.tokens) or not frame.adjacent(index):
        return False
    word = frame.tokens[index].text.casefold()
    return word not in FUNCTION_WORDS["ru"] and bool(noun.fullmatch(word)) and not _VERB.fullmatch(word)


def _joined(frame: Frame, index: int) -> int:
    """Return where "и" and another noun end: "культуры | и спорта"."""
    if index >= len(frame.tokens) or frame.tokens[index].text != "и" or not frame.adjacent(index):
        return 0
    return _phrase(frame, index + 1)
