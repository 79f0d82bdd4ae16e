"""Verbatim quotations of a report with their speakers, also where one quotation mark is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from align.evidence.gazetteer import words
from align.evidence.name import name_key
from align.evidence.name_words import SPEECH, TITLE
from align.evidence.names import names
from align.report import Report, Statement

_OPENING = re.compile('[«„“"»]')
_CLOSING = {"«": "»", "„": '“”"', "“": "”", "»": "«"}
_MARKS = {
    sign: re.compile(f"[{sign}{closing}]") if sign != '"' else re.compile('"|\n\\s*?\n')
    for sign, closing in {**_CLOSING, '"': '"'}.items()
}
_MAX_LENGTH = 4000
_FEW_WORDS, _SPEECH_WORDS = 3, 6
# From a mark behind a colon or a full stop to one behind a stop: an apostrophe stands between letters.
_BRITISH = re.compile(
    r"(?:(?<=[:,.!?]\s)|(?<![^\n]))['‘](?=[A-Z])(?P<said>(?:[^\n'‘’]|\n(?!\n)|['’](?=\w)|(?<=s)['’](?=\s)){10,800}?[.,!?])"
    r"['’](?!\w)"
)
_ATTRIBUTION, _BEFORE_NAME = 140, 60
# Bodies that speak for their head where no person is named.
_BODIES = re.compile(
    r"ministry|government|embassy|ministerium|regierung|botschaft|(?:министерств|правительств|посольств)\w+",
    re.IGNORECASE,
)
# Who is named last before is meant by these.
_PRONOUN = {
    "de": re.compile(r"\b(?:er|sie)\b"),
    "en": re.compile(r"\b(?:he|she)\b"),
    "ru": re.compile(r"\b(?:он|она|е[её] слова|его слова)\b"),
}
_NAMED_BEFORE = 400  # characters within which a pronoun has its name
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.!?…](?=\s|$)|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a report gives as somebody's, without the quotation marks.

    ``start`` and ``end`` are offsets into the file, ``statements`` the ids they touch. ``speaker`` is the
    name (or, failing that, the office) given for the speaker, ``None`` where none was found.
    """

    start: int
    end: int
    text: str
    statements: tuple[int, ...]
    speaker: str | None


@dataclass(frozen=True, slots=True)
class _People:
    """The persons of a report: fullest name by key, and who holds which office."""

    fullest: dict[str, str]
    offices: dict[str, set[str]]

    def named(self, clause: str, language: str) -> list[str]:
        """Return the persons in a clause, also those whom only the rest of the report shows to be persons."""
        persons = [name.key for name in names(clause, language=language) if name.kind == "person"]
        keys = persons or [name_key(word.text) for word in words(clause) if word.capital]
        surfaces = {name.key: name.surface for name in names(clause, language=language)}
        return [
            self.fullest.get(key) or surfaces[key] for key in keys if key in self.fullest or key in persons
        ]

    def holder(self, office: str) -> str | None:
        """Return the one person who stands behind that office in the report, if it is one."""
        holders = self.offices.get(office.casefold(), set())
        return self.fullest[next(iter(holders))] if len(holders) == 1 else None


def quotes(text: str) -> bool:
    """Tell whether a text has a quotation mark, or the dash of speech behind a comma."""
    return bool(re.search(r"[«»„“”\"]|,\s[–—]\s", text))


def quotations(report: Report) -> tuple[Quotation, ...]:
    """Return the quotations of speech in a report, in their order; quoted titles and single terms are not."""
    text = visible(report)
    people = _people(report)
    spans = sorted(
        [
            *_paired(text, report.language),
            *_single(text, report.language),
            *_unopened(text, report),
            *_unclosed(text, report),
        ]
    )
    found: list[Quotation] = []
    for start, end in (_without_margin(text, *span) for span in spans):
        touched = tuple(s.id for s in report.statements if s.start < end and start < s.end)
        if touched and not (found and start < found[-1].end):
            speaker = _speaker(text, start, end, report.language, people)
            long = len(re.findall(r"\w+", text[start:end])) >= _SPEECH_WORDS
            if speaker is not None or long or _spoken(text, end, report.language):
                passage = " ".join(text[start:end].split())
                found.append(Quotation(start, end, passage, touched, speaker))
    return tuple(found)


def _people(report: Report) -> _People:
    fullest: dict[str, str] = {}
    offices: dict[str, set[str]] = {}
    for statement in report.statements:
        for name in names(statement.text, language=report.language):
            if name.kind == "person":
                fullest[name.key] = max(fullest.get(name.key, ""), name.surface, key=_fullness)
                before = statement.text[max(0, name.start - _BEFORE_NAME) : name.start]
                for word in re.findall(r"\w+", before.casefold()):
                    offices.setdefault(word, set()).add(name.key)
    return _People(fullest, offices)


def _fullness(surface: str) -> tuple[int, int]:
    return (len(surface.split()), -len(surface))


def _without_margin(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip(", \n\t\u00a0"))


def visible(report: Report) -> str:
    """Return the file with everything but the statements blanked, so that offsets stay the same."""
    pieces, position = [], 0
    for statement in report.statements:
        pieces.append(re.sub(r"[^\n]", " ", report.source[position : statement.start]))
        pieces.append(report.source[statement.start : statement.end])
        position = statement.end
    pieces.append(re.sub(r"[^\n]", " ", report.source[position:]))
    return "".join(pieces)


def _paired(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the insides of matching quotation marks, the outermost only, if speech."""
    position = 0
    while mark := _OPENING.search(text, position):
        start = mark.start()
        end = _closing(text, start) if _opens(text, start, language) else None
        if end is not None and _is_speech(text, start + 1, end, language):
            yield start + 1, end
        position = start + 1 if end is None else end + 1


def _single(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield speech between single marks, as British papers set it: 'We are coming,' he said."""
    for match in _BRITISH.finditer(text) if language.split("-")[0] == "en" else ():
        if _is_speech(text, match.start("said"), match.end("said"), "en"):
            yield match.span("said")


def _opens(text: str, position: int, language: str) -> bool:
    sign, before = text[position], text[position - 1 : position]
    if sign in "«„":
        return sign == "„" or language != "de" or not before.isalnum()
    if sign == "“":
        return language not in ("de", "ru")
    if sign == "»":
        return language == "de" and not before.isalnum() and before not in tuple(".,!?…")
    return (
        sign == '"'
        and (not before or before.isspace() or before in "(–—-")
        and text[position + 1 : position + 2].strip() != ""
    )


def _closing(text: str, position: int) -> int | None:
    """Return where the mark opened at ``position`` closes; nested marks of the same kind are counted."""
    sign = text[position]
    closing, depth = _CLOSING.get(sign, '"'), 0
    for mark in _MARKS[sign].finditer(text, position + 1, min(len(text), position + _MAX_LENGTH)):
        letter, index = mark[0], mark.start()
        if sign == '"' and (letter != sign or text[index - 1].isspace()):
            return None  # a new paragraph, or the next opening mark, before this one was closed
        if letter == sign and sign != '"':
            # English repeats the opening mark at every paragraph of a long quotation.
            depth += 0 if sign == "“" and text[:index].rstrip(" ").endswith("\n") else 1
        elif depth == 0:
            return index
        elif letter in closing:
            depth -= 1
    return None


def _is_speech(text: str, start: int, end: int, language: str) -> bool:
    """Tell speech from a title or a term: its length, or words of speech or a colon beside it."""
    inside = text[start:end]
    count = len(re.findall(r"\w+", inside))
    if count >= _SPEECH_WORDS and not all(word[0].isupper() for word in re.findall(r"[^\W\d_]{4,}", inside)):
        return True
    spoken = _spoken(text, end, language)
    introduced = re.search(r":\s*[«„“\"»]?$", text[max(0, start - 4) : start])
    return count >= _FEW_WORDS and bool(spoken or introduced)


def _spoken(text: str, end: int, language: str) -> bool:
    """Tell whether a verb of speech is among the first two words behind a quotation."""
    pattern = SPEECH.get(language)
    after = re.match(r"[»”“\"’',.\s–—-]*(\w+)(?:\s+(\w+))?", text[end : end + 60])
    return bool(pattern and after and any(word and pattern.fullmatch(word) for word in after.groups()))


def _unopened(text: str, report: Report) -> Iterator[tuple[int, int]]:
    """Yield speech whose opening mark is missing: '… together," said the minister.'."""
    speech = SPEECH.get(report.language)
    if speech is None:
        return
    pattern = re.compile(
        rf"[,.!?](?P<mark>[”\"“»])\s*(?:–|—|-)?\s*(?P<after>(?:[\w'’.-]+\s+){{0,7}}?{speech.pattern})\b"
    )
    for match in pattern.finditer(text):
        statement = next((s for s in report.statements if s.start <= match.start() < s.end), None)
        if statement is None:
            continue
        start = _paragraph_start(report, statement)
        if not re.search(r"[«„“”\"»]", text[start : match.start()]):
            yield start, match.start("mark")


def _unclosed(text: str, report: Report) -> Iterator[tuple[int, int]]:
    """Yield speech whose closing mark is missing, as in '"We stay together, the minister said'."""
    speech = SPEECH.get(report.language)
    if speech is None:
        return
    attribution = re.compile(rf"[,.!?]\s+(?:–\s*)?(?:[\w'’.-]+\s+){{0,4}}?{speech.pattern}\b")
    for statement in report.statements:
        position = statement.start
        if position >= len(text) or not _opens(text, position, report.language):
            continue
        end = _paragraph_end(report, statement)
        rest = text[position + 1 : end]
        spoken = None if re.search(r"[“”\"»]", rest) else attribution.search(rest)
        if spoken and len(re.findall(r"\w+", rest[: spoken.start()])) >= _SPEECH_WORDS:
            yield position + 1, position + 1 + spoken.start()


def _paragraph_end(report: Report, statement: Statement) -> int:
    same = (later for later in report.statements[statement.id :] if later.paragraph == statement.paragraph)
    return max(later.end for later in same)


def _paragraph_start(report: Report, statement: Statement) -> int:
    first = statement
    for earlier in reversed(report.statements[: statement.id]):
        if earlier.paragraph != statement.paragraph or earlier.kind != statement.kind:
            break
        first = earlier
    return first.start


def _speaker(text: str, start: int, end: int, language: str, people: _People) -> str | None:
    speech = SPEECH.get(language)
    if speech is None:
        return None
    after, before = _clause_after(text, end), _clause_before(text, start)
    for clause, nearest in ((after, 0), (before, -1)):
        if not re.search(rf"\b{speech.pattern}\b", clause) and not clause.rstrip().endswith(":"):
            continue
        named = people.named(clause, language)
        if named:
            return named[nearest]
        if _PRONOUN[language].search(clause):
            named = people.named(text[max(0, start - _NAMED_BEFORE) : start], language)
            if named:
                return named[-1]
        office = _office(clause, language)
        if office is not None:
            return people.holder(office) or office
    return None


def _clause_after(text: str, end: int) -> str:
    """Return the rest of the sentence behind the closing mark, empty where there is none."""
    rest = text[end : end + _ATTRIBUTION].lstrip("»”“\"«’'")
    if text[end - 1] in ".!?…" and not re.match(r"\s*[,–—-]|\s*[^\W\d_]", rest):
        return ""
    paragraph = rest.split("\n")[0]
    return _SENTENCE_END.split(paragraph.lstrip(" ,–—-"), maxsplit=1)[0]


def _clause_before(text: str, start: int) -> str:
    window = text[max(0, start - _ATTRIBUTION) : start].rstrip('«„“"»( ')
    return _SENTENCE_END.split(window)[-1]


def _office(clause: str, language: str) -> str | None:
    title = TITLE.get(language)
    known = [name.surface for name in names(clause, language=language) if name.kind == "organisation"]
    plain = [
        word
        for word in re.findall(r"[^\W\d_]+", clause)
        if (title and title.fullmatch(word)) or _BODIES.fullmatch(word)
    ]
    return next(iter([*known, *plain]), None)
