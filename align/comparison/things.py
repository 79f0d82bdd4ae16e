"""The things that a report names, each at its first mention."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from align.comparison.passages import locate
from align.evidence import Date, Name, Number, quotations, statement_evidence
from align.evidence.gazetteer import words
from align.evidence.name import NameKind
from align.evidence.quotations import Quotation
from align.evidence.relative import reported_dates
from align.evidence.search import Thing as Probe
from align.evidence.statement import date_keys, number_key, plain
from align.evidence.transliteration import SAME_NAME, name_similarity, romanised
from align.finding import FindingKind
from align.reading.datelines import dateline
from align.report import Report, Statement

# The day of a report, or the days of which it may be where it does not say.
Days = tuple[datetime.date, ...]
_NAME_KINDS: dict[NameKind, FindingKind] = {
    "person": "person",
    "organisation": "organisation",
    "place": "place",
    "other": "name",
}
# Bodies that are no more named than the police, but for the highest of them.
_SELDOM_NAMED = {"org:PROSECUTOR": re.compile(r"gen|ген|attorney", re.IGNORECASE)}
_LEAST_COUNT = 3  # "one" and "two" are articles and pairs oftener than figures
_SMALL_COUNT = 5
_SPANS = frozenset({"minute", "hour", "day", "week", "month", "year"})  # "the first day" is no figure
_UNIT_MATTERS_BELOW = 1000
_SURE, _SMALL, _PEOPLE, _YEAR_ONLY, _RELATIVE, _QUOTED, _QUOTED_UNNAMED = 0.92, 0.75, 0.8, 0.8, 0.85, 0.9, 0.8


@dataclass(frozen=True, slots=True)
class Thing:
    """A named thing at its first mention in a report, with how sure it is that it is one."""

    kind: FindingKind
    key: str
    probe: Probe
    statements: tuple[int, ...]
    start: int
    end: int
    text: str
    english: str | None
    certainty: float
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A thing as it stands in a statement's text, not yet placed in the file."""

    kind: FindingKind
    key: str
    probe: Name | Number | Date
    certainty: float


def things(report: Report, days: Days) -> tuple[Thing, ...]:
    """Return all that a report names, each once, in the order of the text."""
    found: dict[str, Thing] = {}
    # A heading is the place of a first mention only for what no sentence says.
    for statement in sorted(report.statements, key=lambda s: (s.kind == "heading", s.id)):
        for mention in mentions(report, statement, days):
            if mention.key not in found:
                found[mention.key] = thing_at(report, statement, mention)
    quoted = (_quotation(report, quotation) for quotation in quotations(report))
    return tuple(sorted([*found.values(), *quoted], key=lambda thing: (thing.start, thing.end, thing.key)))


def mentions(report: Report, statement: Statement, days: Days) -> Iterator[Mention]:
    """Yield the names, numbers and dates of one statement that are worth a finding."""
    evidence = statement_evidence(statement.text, _language(report), today=days[0] if days else None)
    opening = _dateline_end(statement)
    for name in evidence.names:
        if not name.office and name.start >= opening and not _inside(name, evidence.names):
            if (name.doubtful and not _copied(name, statement)) or _unnamed(name):
                continue
            certainty = _PEOPLE if name.people else name.certainty
            yield Mention(_NAME_KINDS[name.kind], name.key, name, certainty)
    for number in evidence.numbers:
        if is_telling(number):
            small = not number.ordinal and number.value < _SMALL_COUNT and number.value == int(number.value)
            yield Mention("number", _number_key(number), number, _SMALL if small else _SURE)
    for date in evidence.dates:
        if date.start >= opening and not date.loose and _sure(date, statement.text, _language(report), days):
            yield Mention("date", date_keys(date)[0], date, _certainty(date, statement.text))


def _unnamed(name: Name) -> bool:
    """Tell whether a body is only called what it is: "the prosecutors"."""
    named = _SELDOM_NAMED.get(name.key.partition("/")[0])
    return named is not None and named.search(name.surface) is None


def _copied(name: Name, statement: Statement) -> bool:
    """Tell whether our English gives a German word as a name, too.

    German writes every noun with a capital; a name is what stays a capitalised word of that sound in English.
    """
    english = [word.text for word in words(statement.translation or "") if word.capital and word.start > 0]
    parts = [word.text for word in words(name.surface)]
    return all(any(name_similarity(part, word) >= SAME_NAME for word in english) for part in parts)


def _inside(name: Name, others: Iterable[Name]) -> bool:
    """Tell whether a known name that is no place is but a part of a longer one: "Kwewri Expo"."""
    return name.kind != "place" and any(
        other is not name and other.literal and other.start <= name.start and name.end <= other.end
        for other in others
    )


def _sure(date: Date, text: str, language: str, days: Days) -> bool:
    """Tell whether a date is the same whichever of the days the report is of."""
    readings = (reported_dates(text, language=language, today=day) for day in days[1:])
    return all(any(other.parts == date.parts and other.start == date.start for other in r) for r in readings)


def _dateline_end(statement: Statement) -> int:
    """Return where the dateline of a report's first statement ends: its date is that of the page."""
    found = dateline(statement.text) if statement.id == 0 else None
    return found.end if found is not None else 0


def _certainty(date: Date, text: str) -> float:
    if date.label is not None or date.month is None:
        return _YEAR_ONLY
    return _SURE if re.search(r"\d", text[date.start : date.end]) else _RELATIVE


def thing_at(report: Report, statement: Statement, mention: Mention) -> Thing:
    """Return a mention as a thing with its place in the file and its English."""
    probe = mention.probe
    start, end = locate(report, statement, probe.start, probe.end)
    text = statement.text[probe.start : probe.end]
    english = None if _language(report) == "en" else _in_english(statement, probe, _language(report))
    return Thing(
        mention.kind, mention.key, probe, (statement.id,), start, end, text, english, mention.certainty
    )


def _language(report: Report) -> str:
    return report.language.split("-")[0]


def _number_key(number: Number) -> str:
    """Tell small figures apart by what they count: three points are not three partners."""
    counted = f":{number.unit}" if number.unit and number.value < _UNIT_MATTERS_BELOW else ""
    return number_key(number) + counted


def is_telling(number: Number) -> bool:
    """Tell whether a number is a figure: "one", "both" and "first" seldom are."""
    if number.ordinal:
        return number.value >= _LEAST_COUNT or (number.unit is not None and number.unit not in _SPANS)
    return number.value >= _LEAST_COUNT or number.value != int(number.value)


def _quotation(report: Report, quotation: Quotation) -> Thing:
    english = None
    if _language(report) != "en":
        parts = [report.statements[i].translation for i in quotation.statements]
        english = " ".join(part for part in parts if part) or None
    return Thing(
        "quotation",
        f"quotation:{quotation.start}",
        quotation,
        quotation.statements,
        quotation.start,
        quotation.end,
        quotation.text,
        english,
        _QUOTED if quotation.speaker else _QUOTED_UNNAMED,
        quotation.speaker,
    )


def _in_english(statement: Statement, probe: Name | Number | Date, language: str) -> str | None:
    """Return the English of a thing: as the translation has it, else from the tables or letter by letter.

    A name of common words that was not translated has none.
    """
    text = statement.text[probe.start : probe.end]
    translation = statement.translation or ""
    same = _said_in(translation, "en", probe)
    own = _said_in(statement.text, language, probe)
    if not same and isinstance(probe, Name) and probe.literal:
        own, literal = (
            _literal_like(*side, probe) for side in ((statement.text, language), (translation, "en"))
        )
        same = literal if len(literal) == len(own) else []  # then they stand in the same order
    if same:
        rank = sum(other.start < probe.start for other in own)
        found = same[min(rank, len(same) - 1)]
        return translation[found.start : found.end]
    if isinstance(probe, Number):
        return _plain_english(probe)
    if isinstance(probe, Date):
        return _label(probe.label) if probe.label else date_keys(probe)[0].removeprefix("date:")
    if probe.literal:
        return None
    return (probe.english or romanised(text)) if not probe.people else (probe.english or text).capitalize()


def _label(label: str) -> str:
    """Return the English of a season, a time of day or a decade."""
    decade = label.removeprefix("decade:")
    return label if decade == label else f"the {decade}s"


def _plain_english(number: Number) -> str:
    if number.ordinal:
        value = int(number.value)
        ending = "th" if 10 < value % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
        return f"{value}{ending}" + (f" {number.unit}" if number.unit else "")
    measured = number.unit is not None and (number.unit.isupper() or number.unit == "percent")
    return f"{plain(number.value)} {number.unit}" if measured else plain(number.value)


def _said_in(text: str, language: str, probe: Name | Number | Date) -> list[Name | Number | Date]:
    """Return all that says in a text what a thing says."""
    evidence = statement_evidence(text, language)
    if isinstance(probe, Number):
        return [number for number in evidence.numbers if number.value == probe.value]
    if isinstance(probe, Date):
        return [date for date in evidence.dates if date.says(probe)]
    return [name for name in evidence.names if name.key == probe.key and not name.people]


def _literal_like(text: str, language: str, probe: Name) -> list[Name | Number | Date]:
    """Return the names of common words in a text that are of the kind of another."""
    found = statement_evidence(text, language).names
    return [n for n in found if n.literal and n.quoted == probe.quoted and n.kind == probe.kind]
