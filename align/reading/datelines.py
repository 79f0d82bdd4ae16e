"""The dateline: the place, date and agency with which a report opens."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from align.reading.dates import find_dates, first_date
from align.splitting.abbreviations import knowledge

_CAPITAL = r"[A-ZÄÖÜА-ЯЁ]"
_PLACE = rf"{_CAPITAL}[\w’'-]*(?:[ /](?:{_CAPITAL}[\w’'-]*|am|an|der|on|de|na|на)){{0,3}}"
_AGENCY = rf"(?:{_CAPITAL}|\d)[\w.+’'-]*(?: {_CAPITAL}[\w.+’'-]*){{0,2}}"
_BRACKETED = r"(?:/[^/\n]{2,30}/|\([^()\n]{2,30}\))"
_DASH = r"[–—-]"
# Bischkek, 13.02.26 /Agentur/. · BISHKEK, Feb. 13 (Agency) – · Бишкек. 13 февраля. Агентство –
_DATED = re.compile(
    rf"(?P<place>{_PLACE})[,.]?\s*DATE[.,]?\s*(?:{_BRACKETED}\.?\s*{_DASH}?|{_DASH}\s*{_AGENCY}\.|"
    rf"(?:{_AGENCY}\.?\s*)?{_DASH}|$)(?:\s|$)"
)
# Berlin (dpa) – · АСТАНА. АГЕНТСТВО – · and, in capitals, ASTANA –
_UNDATED = re.compile(
    rf"(?P<place>{_PLACE})(?:\s*{_BRACKETED}\.?\s*{_DASH}|\.\s*{_AGENCY}\s*{_DASH}|\s*/[^/\n]{{2,30}}/\s*[.{_DASH[1:-1]}])\s"
)
_SHOUTED = re.compile(rf"(?P<place>[A-ZÄÖÜА-ЯЁ][A-ZÄÖÜА-ЯЁ’'. /-]+?)(?:,\s*[\w. ]{{2,25}})?\s*{_DASH}\s")
# No place is called In, Am, The or В; the words that open sentences are known to the splitter.
_OPENERS = knowledge("de").openers | knowledge("en").openers | knowledge("ru").openers
_LONGEST = 90  # characters


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says, the place as written; ``end`` is its length with the white space after it."""

    end: int
    place: str
    date: datetime.date | None


def dateline(text: str) -> Dateline | None:
    """Return the dateline with which a paragraph opens, if it has one."""
    skipped = len(text) - len(text.lstrip("*_ "))
    head = text[skipped : skipped + _LONGEST].replace("**", "  ").replace("\n", " ")
    found = _dated(head) or _undated(head)
    if found is None:
        return None
    length, place = found
    follows = head[length:].lstrip("*_ \"'“„«»")
    if follows[:1].islower() or place.split()[0].lower() in _OPENERS:
        return None
    written = text[: skipped + length]
    return Dateline(len(written), place, first_date(written))


def _dated(head: str) -> tuple[int, str] | None:
    """Match a dateline that has a date, whatever the date looks like."""
    for start, end, _ in find_dates(head):
        match = _DATED.match(f"{head[:start]}DATE{head[end:]}")
        if match:
            return match.end() - len("DATE") + end - start, match["place"]
    return None


def _undated(head: str) -> tuple[int, str] | None:
    match = _UNDATED.match(head) or _SHOUTED.match(head)
    return (match.end(), match["place"].strip(" ,./-")) if match else None


def stands_alone(text: str) -> bool:
    """Say whether a line is a dateline and nothing else."""
    found = dateline(text)
    return found is not None and not text[found.end :].strip("*_. ")
