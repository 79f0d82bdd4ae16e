"""Names of persons, organisations, places, works and events in German, Russian and English text.

Known names come from tables; unknown ones are read off capitals together with titles, offices, family-name
endings and quotation marks. What is only a capitalised word is no name: German writes every noun so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from align.evidence.apposition import apposed_kind, is_place_noun
from align.evidence.bodies import bodies, russian_complement
from align.evidence.common_words import is_common, may_be_common
from align.evidence.frame import Frame, title_case
from align.evidence.function_words import FUNCTION_WORDS
from align.evidence.gazetteer import Entry, Match, is_person_word, known_names, person_words, words
from align.evidence.lists import listed
from align.evidence.name_words import (
    ARTICLES,
    CONNECTORS,
    GERMAN_NOUN,
    HEADS,
    NOT_NAMES,
    NOT_SURNAME,
    PARTICLES,
    SPEECH,
    SURNAME,
)
from align.evidence.transliteration import latin, skeleton, skeletons

NameKind = Literal["person", "organisation", "place", "other"]
_QUOTED = re.compile(
    r"«([^«»]{2,60})»|„([^„“”\"]{2,60})[“”\"]|“([^“”]{2,60})”|\"([^\"]{2,60})\"|»([^«»]{2,60})«"
)
_OPENING_MARK = re.compile(r"[\"„“«](?<![^\s(].)(?=[^\W\d_])")
_GERMAN_ADJECTIVE = re.compile(r"[A-ZÄÖÜ]\w+(?:en|er|es|em|e)")
_IN_BRACKETS = re.compile(r"\s\(([A-ZÄÖÜА-ЯЁ]{3,6})\)")
_PROPER = r"[A-ZÄÖÜ][\w’'-]+"
_FIRM = re.compile(
    rf"(?<!\w)(?P<firm>{_PROPER}(?: {_PROPER}){{0,3}}),? (?:GmbH|AG|SE|KG|mbH|gGmbH|Ltd|Inc|LLC|PLC|plc|"
    rf"Corp|NV|Oy|AB|ASA|SA|S\.\s?A\.|S\.p\.A\.|B\.V\.|S\.\s?r\.\s?l\.)(?!\w)|"
    rf"(?<!\w)(?P<partners>{_PROPER} & (?:Co|{_PROPER}))(?!\w)|"
    rf"(?<!\w)(?:FK|FC|SV|TSV|VfL|VfB|SC|BK|HC|ФК|ХК|БК) [«„“\"]?(?P<club>[A-ZÄÖÜА-ЯЁ][\w-]{{2,}})"
)
# Without one of these no firm is looked for, which takes longer.
_MAY_BE_FIRM = re.compile(
    r" (?:[A-Z]{2}|g?G?mbH|Ltd|Inc|plc|Corp|Oy|S\.|B\.|&)|(?:F[KC]|[ST]?S?V|Vf[LB]|[SHB][CK]|[ФХБ]К) "
)
_MAX_TITLE_WORDS = 5
_MAX_WORK_WORDS = 9  # behind a noun such as film or guide
# Bodies that every country has: whose it is belongs to the name.
STATE_BODIES = frozenset(
    listed(
        "MFA MOD MOF MOI MOE MOH MOT MOA MES MOC MOEDU MENV MJUST MENERGY GOV PARLIAMENT CENTRALBANK "
        "CONSTITUTIONALCOURT SUPREMECOURT"
    )
)
# What papers and stations are called, after a person or not: "Karlygash News".
_OUTLETS = frozenset(
    listed(
        "news times post herald tribune gazette courier daily weekly press media radio channel online info"
    )
)
_COUNTRY_REACH = 4  # "Ministry of Foreign Affairs | of the Republic of | Kazakhstan"
_BEFORE_COUNTRY = frozenset(listed("of the republic der des von republik in республики"))
_BODY_WORDS = 4
_SURE, _TITLED, _LOOKS_SO, _MAY_BE = 0.95, 0.9, 0.75, 0.65


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text, with its offsets there.

    ``key`` is the same in all languages for one table entry or one way a person's name may be spelled;
    ``keys`` holds all such keys. ``quoted`` marks titles in quotation marks, ``office`` words such as
    "Foreign Minister" and ``people`` words such as "Kazakh"; both count as a mention but
    are no name of their own.
    ``acronym`` names are written in capitals; no table has them.
    ``doubtful`` names of German text may be rare nouns.
    ``literal`` names are made of common words ("Golden Bridge") and differ between languages entirely.
    ``certainty`` in [0, 1] says how good the evidence for a name of this kind is.
    """

    kind: NameKind
    surface: str
    start: int
    end: int
    key: str
    keys: frozenset[str] = field(repr=False)
    certainty: float = _SURE
    quoted: bool = False
    office: bool = False
    people: bool = False
    literal: bool = False
    acronym: bool = False
    doubtful: bool = False
    english: str | None = None


@lru_cache(maxsize=20_000)
def names(text: str, *, language: str) -> tuple[Name, ...]:
    """Return the names in ``text`` in their order; only known names inside a longer one overlap."""
    tokens = words(text)
    known = known_names(tokens, text, language)
    frame = Frame(
        text,
        language,
        tokens,
        {i: match for match in known for i in range(match.first, match.last)},
        tuple(index for index, word in enumerate(tokens) if word.capital),
    )
    found: list[Name] = []
    for candidates in (
        _quoted_titles(frame),
        _unclosed_titles(frame),
        _firms(frame),
        _known(frame, known),
        _spelled_out(frame),
        _headed(frame),
        _bodies(frame),
        _persons(frame),
        _russian_bodies(frame),
        _acronyms(frame),
        _unknown(frame),
    ):
        for name in candidates:
            if not any(_clash(name, other) for other in found):
                found.append(name)
    found.sort(key=lambda name: (name.start, -name.end))
    return tuple(_with_acronyms(found, text))


def _clash(name: Name, other: Name) -> bool:
    """Tell whether two names overlap, but for known ones inside a longer one ("Council of Kazakhstan")."""
    if name.literal and not other.literal and name.start <= other.start and other.end <= name.end:
        return name.end - name.start == other.end - other.start
    return name.start < other.end and other.start < name.end


def name_key(surface: str) -> str:
    """Return the comparison key of a person's name: the folded consonants of the family name."""
    return f"name:{skeleton(_family_name(surface))}"


def _family_name(surface: str) -> str:
    parts = re.findall(r"[^\W\d_]+", surface)
    return str(parts[-1]) if parts else surface


def _keys(surface: str) -> frozenset[str]:
    bones = (bone for part in re.findall(r"[^\W\d_]{2,}", surface) for bone in skeletons(part))
    return frozenset(f"name:{bone}" for bone in bones)


def _known(frame: Frame, matches: tuple[Match, ...]) -> Iterator[Name]:
    for match in matches:
        start, end = frame.tokens[match.first].start, frame.tokens[match.last - 1].end
        if not (match.entry.key == "US" and _of_dollars(frame.text[:start], frame.text[end:])):
            name = _table_name(match.entry, frame.text[start:end], start, end)
            country = _country(frame, match) if match.entry.key in STATE_BODIES and not name.office else None
            yield name if country is None else _of_country(name, country)


def _of_country(name: Name, country: str) -> Name:
    key = f"{name.key}/{country}"
    return replace(name, key=key, keys=name.keys | {key})


def _country(frame: Frame, match: Match) -> str | None:
    """Return the key of the country whose body this is: "Kazakh Foreign Ministry", "МИД КР"."""
    before = frame.known.get(match.first - 1)
    if before is not None and before.entry.kind in ("place", "people") and _beside(frame, match.first):
        return before.entry.key
    for index in range(match.last, min(match.last + _COUNTRY_REACH, len(frame.tokens))):
        if not _beside(frame, index):
            return None
        after = frame.known.get(index)
        if after is not None:
            return after.entry.key if after.entry.kind in ("place", "people") else None
        if frame.tokens[index].text.casefold() not in _BEFORE_COUNTRY:
            return None
    return None


def _beside(frame: Frame, index: int) -> bool:
    """Tell whether no more than a space or an English genitive parts a word from the one before."""
    between = frame.text[frame.tokens[index - 1].end : frame.tokens[index].start]
    return between.strip(" \u00a0\n") in ("", "'s", "’s", "'", "’")


def _of_dollars(before: str, after: str) -> bool:
    """Tell whether "US" belongs to a currency: "US dollars", "долларов США"."""
    return bool(re.match(r"[\s-]*[Dd]oll", after) or re.search(r"долл[а-я.]*\s*$", before))


def _table_name(entry: Entry, surface: str, start: int, end: int) -> Name:
    prefix = {
        "organisation": "org",
        "place": "place",
        "people": "place",
        "office": "office",
        "other": "event",
    }
    key = f"{prefix[entry.kind]}:{entry.key}"
    kind: NameKind = "place" if entry.kind == "people" else "other" if entry.kind == "office" else entry.kind
    keys = frozenset({key, f"org:{entry.key}"}) if entry.kind == "office" else frozenset({key})
    return Name(
        kind, surface, start, end, key, keys,
        office=entry.kind == "office", people=entry.kind == "people", english=entry.english,
    )  # fmt: skip


def _quoted_titles(frame: Frame) -> Iterator[Name]:
    """Find titles in quotation marks: few words, the first with a capital, no sentence and no speech."""
    for match in _QUOTED.finditer(frame.text):
        group = next(number for number in range(1, 6) if match[number])
        title = match[group].rstrip(",. ")
        parts = re.findall(r"[^\W_]+", title)
        longest = _MAX_TITLE_WORDS
        if frame.language != "ru" and _apposed(frame, match.start(), match.end()) == "other":
            longest = _MAX_WORK_WORDS
        if (
            0 < len(parts) <= longest
            and title[0].isupper()
            and _is_title(title, parts, frame, match)
            and not _scare_quoted(title, parts, frame, match.start())
        ):
            start = match.start(group)
            end = start + len(title)
            literal = len(parts) > 1 or is_common(title, frame.language)
            yield Name(
                _apposed(frame, start, end) or "other", title, start, end, f"title:{latin(title).strip()}",
                _keys(title), certainty=_TITLED, quoted=True, literal=literal,
            )  # fmt: skip


def _apposed(frame: Frame, start: int, end: int) -> NameKind | None:
    """Return what the noun beside a stretch of text calls it: «завод „Гранит“» is an organisation."""
    inside = [index for index, word in enumerate(frame.tokens) if start <= word.start < end]
    return apposed_kind(frame, inside[0], inside[-1] + 1) if inside else None


def _scare_quoted(title: str, parts: list[str], frame: Frame, start: int) -> bool:
    """Tell whether a German noun is quoted as a term, and not, behind another noun, as a name: Film „Eis“."""
    if frame.language != "de" or len(parts) > 1 or not is_common(title, "de"):
        return False
    before = re.search(r"(\w+)[ \u00a0]$", frame.text[:start])
    return before is None or not before[1][0].isupper()


def _unclosed_titles(frame: Frame) -> Iterator[Name]:
    """Find titles whose closing mark is missing, as in 'the "Golden Bridge monument'."""
    for match in _OPENING_MARK.finditer(frame.text):
        first = next((i for i, word in enumerate(frame.tokens) if word.start == match.end()), None)
        inside = frame.text[: match.start()].rstrip()[-1:].isalpha()
        if first is None or not inside:
            continue
        last = first
        while (
            last < len(frame.tokens)
            and frame.tokens[last].capital
            and (last == first or frame.adjacent(last))
        ):
            last += 1
        if 0 < last - first <= _MAX_TITLE_WORDS and last < len(frame.tokens):
            start, end = frame.tokens[first].start, frame.tokens[last - 1].end
            title = frame.text[start:end]
            if last - first == 1 and title.casefold() in FUNCTION_WORDS.get(frame.language, ()):
                continue  # „Die weiße Stunde“
            if frame.language == "de" and frame.text[end : end + 1] in tuple('“”"»'):
                continue  # closed, and judged before
            yield Name(
                "other", title, start, end, f"title:{latin(title)}", _keys(title),
                certainty=_LOOKS_SO, quoted=True, literal=last - first > 1,
            )  # fmt: skip


def _is_title(title: str, parts: list[str], frame: Frame, match: re.Match[str]) -> bool:
    if re.search(r"[!?;]|\.\s", title):
        return False
    after = frame.text[match.end() : match.end() + 25]
    speech = SPEECH.get(frame.language)
    if match[0].rstrip('“”"»«')[-1] == "," and speech and re.match(r"\s*" + speech.pattern, after):
        return False
    content = [
        part
        for part in parts
        if part.casefold() not in PARTICLES | FUNCTION_WORDS.get(frame.language, frozenset())
    ]
    # English titles capitalise their words, German ones their nouns, Russian ones only the first.
    if frame.language == "ru" or (
        frame.language == "de" and _apposed(frame, match.start(), match.end()) == "other"
    ):
        return True
    return all(part[0].isupper() or part[0].isdigit() for part in content)


def _firms(frame: Frame) -> Iterator[Name]:
    """Find firms and clubs by what stands beside their name: "Hallbrock Bau AG", "FK Gauja"."""
    for match in _FIRM.finditer(frame.text) if _MAY_BE_FIRM.search(frame.text) else ():
        group = next(name for name in ("firm", "partners", "club") if match[name])
        start, end = match.span(group)
        inside = [index for index, word in enumerate(frame.tokens) if start <= word.start < end]
        unknown = (index for index in inside if index not in frame.known)
        own = [index for index in unknown if not is_common(frame.tokens[index].text, frame.language)]
        if not own:
            continue
        # "Bremer Hallbrock Bau AG" is Hallbrock.
        first, last = (own[0], own[-1]) if group == "firm" else (inside[0], inside[-1])
        start, end = frame.tokens[first].start, frame.tokens[last].end
        surface = frame.text[start:end]
        key = f"organisation:{latin(surface)}"
        yield Name(
            "organisation", surface, start, end, key, frozenset({key, *_keys(surface)}), certainty=_TITLED
        )


def _spelled_out(frame: Frame) -> Iterator[Name]:
    """Find what an acronym in brackets stands for: "Datenschutz-Grundverordnung (DSGVO)"."""
    for match in _IN_BRACKETS.finditer(frame.text):
        before = [index for index, word in enumerate(frame.tokens) if word.end <= match.start()]
        letters = match[1].casefold()
        for first in reversed(before[-_MAX_WORK_WORDS:]):
            word = frame.tokens[first]
            said = frame.text[word.start : match.start()].casefold()
            if re.search(r"[.,;:!?()]", said) or first in frame.known:
                break
            if word.capital and said[0] == letters[0] and _in_order(letters, said):
                last = before[-1] + 1
                kind: NameKind = _head_kind(frame, first, last) or "organisation"
                surface = frame.text[word.start : frame.tokens[last - 1].end]
                key = f"{kind}:{latin(surface)}"
                yield Name(
                    kind, surface, word.start, word.start + len(surface), key, frozenset({key}),
                    certainty=_TITLED, literal=True,
                )  # fmt: skip
                break


def _in_order(letters: str, text: str) -> bool:
    """Tell whether letters stand in a text in their order."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _headed(frame: Frame) -> Iterator[Name]:
    """Find runs of capitalised words with a head such as Council, Rat, Forum."""
    if title_case(frame):
        return
    for first, last in _runs(frame, connectors=True):
        if frame.tokens[first].text == "The" and frame.language == "en":
            first += 1
        last = next((i for i in range(first, last) if _names_person(frame, i)), last)
        capitals = [i for i in range(first, last) if frame.tokens[i].capital]
        kind = _head_kind(frame, first, last) if len(capitals) > 1 else None
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
            yield Name(kind, surface, start, end, key, frozenset({key}), certainty=_LOOKS_SO, literal=True)


def _names_person(frame: Frame, index: int) -> bool:
    """Tell whether a title inside a run of capitals ends the name of a body: "Office Chairman X"."""
    return index > 0 and frame.title(index) and frame.tokens[index].text[-1:] != "y"


def _head_kind(frame: Frame, first: int, last: int) -> NameKind | None:
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


def _runs(frame: Frame, *, connectors: bool) -> Iterator[tuple[int, int]]:
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


def _persons(frame: Frame) -> Iterator[Name]:
    for first, last in _runs(frame, connectors=False):
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
    return frame.language == "de" and _common_german(word) and not _family_of(frame, index)


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
def _common_german(word: str) -> bool:
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
        yield Name("person", surface, start, end, name_key(surface), _keys(surface), certainty=certainty)


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
    if len(parts) > 4 or len(parts[-1]) < 3 or parts[-1].casefold() in _OUTLETS:
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
        plain = titled and not frame.opens(first) and not _after_article(frame, first)
        plain = plain and not (last < len(frame.tokens) and frame.adjacent(last) and frame.title(last))
        plain = plain and frame.tokens[first - 1].text.casefold() not in _JOINING | {"von", "vom"}
        described = frame.language == "ru" and last < len(frame.tokens) and frame.adjacent(last)
        plain = plain and not (described and _ADJECTIVES["ru"].fullmatch(parts[0]))
        sure = surname and (titled or not _adjective(parts[0]))
        if sure and not titled and frame.opens(first):
            sure = _speaks(frame, first, last)
        if titled and frame.tokens[first - 1].text.casefold() in _ADDRESS:
            return _TITLED
        german = frame.language == "de" and (plain or _speaks_alone(frame, first))
        if not sure and (german or (plain and frame.language != "de")):
            return _LOOKS_SO
        return _TITLED if sure and titled else _LOOKS_SO if sure else 0.0
    if titled and (frame.language != "de" or surname or any(usual) or not _after_article(frame, first)):
        return _TITLED
    if surname and (not opening or _foreign(parts[0])):
        return _TITLED if usual[0] or not opening else _LOOKS_SO
    if usual[0] and not _after_article(frame, first):
        return _TITLED if usual[-1] or _speaks(frame, first, last) else _LOOKS_SO
    if frame.language == "ru" and not opening and _bare_russian(frame, first, last):
        return _LOOKS_SO
    works_there = first and frame.tokens[first - 1].text in ("at", "of", "from", "with", "for")
    spoken = _speaks(frame, first, last) and not opening and not works_there
    return _LOOKS_SO if spoken and frame.language != "de" else 0.0


def _speaks_alone(frame: Frame, index: int) -> bool:
    """Tell whether a German word that is no common one stands as a person: "sagte Beckmann"."""
    word = frame.tokens[index].text
    if len(word) < 4 or _after_article(frame, index) or not _speaks(frame, index, index + 1):
        return False
    return not frame.opens(index) or not re.fullmatch(r"\w+(?:lich|isch|ig|end|em|en|s)", word)


def _unknown(frame: Frame) -> Iterator[Name]:
    """Find capitalised words that no table has, where common words have no capitals: several, or "in X"."""
    if frame.language not in ("de", "en", "ru") or title_case(frame):
        return
    if frame.language == "de":
        yield from _unknown_german(frame)
        return
    for first, last in _runs(frame, connectors=False):
        opening = frame.tokens[first].text
        if frame.opens(first) and (not is_person_word(opening) or is_place_noun(opening, frame.language)):
            first += 1  # the first word of a sentence may be any
        while last > first and not frame.tokens[last - 1].capital:
            last -= 1
        lone = last - first == 1 and (_lone_place(frame, first) or _lone_name(frame, first))
        if (lone or 1 < last - first <= _MAX_TITLE_WORDS) and not any(
            _ordinary(frame, i) for i in range(first, last)
        ):
            start, end = frame.tokens[first].start, frame.tokens[last - 1].end
            yield _unknown_name(frame, first, last, frame.text[start:end], start, end)


def _unknown_german(frame: Frame) -> Iterator[Name]:
    """Find German words that are neither known nor common, alone or not: "in Gnesen", "Torneria Adda".

    A rare noun is written like one; see ``Name.doubtful``.
    """
    for first, last in _runs(frame, connectors=False):
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
    return _common_german(word) or any(head.fullmatch(word.casefold()) for head in heads)


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
        kind, surface, start, end, name_key(surface), _keys(surface),
        certainty=_MAY_BE, doubtful=called is None and not _FOREIGN_LETTER.search(surface),
    )  # fmt: skip


def _lone_name(frame: Frame, index: int) -> bool:
    """Tell whether a capital inside a sentence makes a name: no table and no list of words has the word."""
    word = frame.tokens[index].text
    plain = may_be_common(word, frame.language) or any(
        head[frame.language].fullmatch(word.casefold()) for head in HEADS.values()
    )
    adjective = _ADJECTIVES[frame.language].fullmatch(word)
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


def _acronyms(frame: Frame) -> Iterator[Name]:
    """Find acronyms that no table has, among words that are not all written in capitals."""
    capitals = [(index, frame.tokens[index]) for index in frame.capitals]
    if sum(word.text.isupper() for _, word in capitals) > max(2, len(frame.tokens) // 3):
        return
    for index, word in capitals:
        plain = word.text.rstrip("s") if frame.language == "en" else word.text
        if index in frame.known or not _ACRONYM.fullmatch(plain) or plain in _NO_ACRONYMS:
            continue
        if plain.casefold() in FUNCTION_WORDS.get(frame.language, ()):
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
                certainty=_LOOKS_SO,
                acronym=True,
            )


def _with_acronyms(found: list[Name], text: str) -> Iterator[Name]:
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


def _bodies(frame: Frame) -> Iterator[Name]:
    """Find bodies by their head and what they are for or of: "Amt für Statistik", "Союз врачей"."""
    for first, last in bodies(frame):
        start, end = frame.tokens[first].start, frame.tokens[last - 1].end
        surface = frame.text[start:end]
        key = f"organisation:{latin(surface)}"
        yield Name(
            "organisation", surface, start, end, key, frozenset({key}), certainty=_MAY_BE, literal=True
        )


def _russian_bodies(frame: Frame) -> Iterator[Name]:
    """Find bodies of which Russian writes only the first word with a capital: "Высший судебный совет"."""
    if frame.language != "ru":
        return
    for first, word in enumerate(frame.tokens):
        if not word.capital or first in frame.known or (frame.opens(first) and not _great(word.text)):
            continue
        for last in range(first + 1, min(first + _BODY_WORDS, len(frame.tokens))):
            if not frame.adjacent(last) or frame.tokens[last].capital or frame.title(last):
                break
            if not all(_ADJECTIVES["ru"].fullmatch(word.text) for word in frame.tokens[first:last]):
                break
            if HEADS["organisation"]["ru"].fullmatch(frame.tokens[last].text):
                whole = russian_complement(frame, last + 1)
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
                    certainty=_MAY_BE,
                    literal=True,
                )
                break


def _great(word: str) -> bool:
    """Tell whether a Russian word that opens a sentence is one with which names of bodies begin."""
    return bool(_RUSSIAN_RANK.fullmatch(word))


def _after_place_word(frame: Frame, index: int) -> bool:
    before = frame.tokens[index - 1].text.casefold() if index and frame.adjacent(index) else ""
    return before in _PLACE_BEFORE.get(frame.language, ())


def _unknown_name(frame: Frame, first: int, last: int, surface: str, start: int, end: int) -> Name:
    keys = _keys(surface)
    called = apposed_kind(frame, first, last)
    if last - first == 1:
        lone: NameKind = called or ("place" if _after_place_word(frame, first) else "other")
        return Name(lone, surface, start, end, name_key(surface), keys, certainty=_MAY_BE)
    outlet = frame.tokens[last - 1].text.casefold() in _OUTLETS
    spoken = called is None and _speaks(frame, first, last)
    if (is_person_word(frame.tokens[first].text) or spoken) and not outlet:
        return Name("person", surface, start, end, name_key(surface), keys, certainty=_MAY_BE)
    kind: NameKind = "organisation" if outlet else _head_kind(frame, first, last) or called or "other"
    if _after_place_word(frame, first):
        kind = "place"
    return Name(kind, surface, start, end, f"{kind}:{latin(surface)}", keys, certainty=_MAY_BE, literal=True)


def _ordinary(frame: Frame, index: int) -> bool:
    """Tell whether a capitalised word is known, a title, or one that merely may have a capital."""
    word = frame.tokens[index].text
    folded = word.casefold()
    ordinary = folded in NOT_NAMES or folded in FUNCTION_WORDS.get(frame.language, ())
    return index in frame.known or ordinary or frame.title(index) or word.isupper()


# What a people, faith or creed is called, or, in Russian, the first word of a longer name.
_ADJECTIVES = {
    "en": re.compile(r"\w{2,}(?:[ie]ans?|[nlrt]ans?|ish|ese|ists?|ics?|s)|\w+['’]\w+"),
    "ru": re.compile(r"\w+(?:[оеы]м|[оеыи]й|[ыи]х|[ое]го|ая|ую|ое|ые|ие)"),
}
_PLACE_BEFORE = {
    "de": frozenset(listed("in aus nach bei um bis über zwischen ab gen")),
    "en": frozenset(listed("in at near from to outside around through via across")),
    "ru": frozenset(listed("в во из из-под под у около через до близ от из-за возле")),
}
_JOINING = frozenset(listed("of for and the der des für und по и"))
_ADDRESS = frozenset(listed("herr herrn frau dr mr mrs ms prof господин госпожа"))


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
    if "-" in text or not re.fullmatch(r"[А-ЯЁа-яё ]+", text) or _head_kind(frame, first, last):
        return False
    if _RUSSIAN_ADJECTIVE.fullmatch(frame.tokens[first].text):
        return False  # "Северная Каролина"
    quoted = first and frame.text[frame.tokens[first].start - 1] in '«„“"'
    before = frame.tokens[first - 1].text.casefold() if first and frame.adjacent(first) else ""
    return not quoted and before not in ("в", "во", "из", "близ", "под", "через")


_RUSSIAN_ADJECTIVE = re.compile(
    r"\w+(?:ого|его|ый|ая|яя|ое|ее|ые|ых|ую|юю|ск(?:ой|ом|ому|ий|им|их)|н(?:ой|ом|ому|ий))"
)
_OFFICE_REACH = 7
_ADJECTIVES_OF_PEOPLES = re.compile(
    r"\w+(?:sche[nrsm]?|ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими))", re.IGNORECASE
)
_GENITIVE = re.compile(r"[а-яё-]+(?:а|я|ы|и|ов|ев|ей|ого|его|ой|ых|их|ам|ям|ому|ему|ым|им|ию)")
_RUSSIAN_RANK = re.compile(
    r"(?:Федеральн|Национальн|Государственн|Верховн|Высш|Международн|Центральн|Всероссийск|Республиканск|"
    r"Европейск|Объединенн|Главн)[а-я]{2,3}"
)
_FOREIGN_LETTER = re.compile(r"[^\WA-Za-zÄÖÜäöüßéèà\d_]")  # no German noun has one: Racibórz, Karviná
_PREFIXES = frozenset(listed("anti ex pro non post анти экс"))
_ACRONYM = re.compile(r"[A-ZÄÖÜČŠŽŁĆŚŻÁÉÍÓÚ]{3,6}|[А-ЯЁ]{3,6}")
# Capitals that are no body: units, currencies, times, months of a page, Roman figures.
_NO_ACRONYMS = frozenset(
    listed(
        "USD EUR GBP RUB KZT KGS UAH CNY CHF AMD UZS GEL GMT UTC MEZ MESZ CET CEST MSK BIP GDP ВВП НДС СМИ "
        "ДТП ЧП ООО ОАО ЗАО ПАО ГК НПЗ АЗС ТЭЦ ЖКХ ФИО МСК III VII VIII XII XIII XIV XVI XVII XIX XXI PDF "
        "SMS KFZ PKW LKW GPS FAQ CEO PCR RSV HIV СПИД ВИЧ FAKE"
    )
)
_INSIDE_TITLES = frozenset(
    listed("of the for and republic der des von republik foreign affairs республики иностранных дел")
)


def _after_article(frame: Frame, first: int) -> bool:
    return first > 0 and frame.tokens[first - 1].text.casefold() in ARTICLES


def _speaks(frame: Frame, first: int, last: int) -> bool:
    """Tell whether a verb of speech stands right before or after."""
    pattern = SPEECH.get(frame.language)
    if pattern is None:
        return False
    beside = [frame.tokens[i].text for i in (first - 1, last) if 0 <= i < len(frame.tokens)]
    return any(pattern.fullmatch(word) for word in beside)
