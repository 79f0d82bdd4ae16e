"""Names that the tables have, with the country whose body one is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from align.evidence.frame import Frame
from align.evidence.gazetteer import Entry, Match
from align.evidence.lists import listed
from align.evidence.name import Name, NameKind

# Bodies that every country has: whose it is belongs to the name.
STATE_BODIES = frozenset(
    listed(
        "MFA MOD MOF MOI MOE MOH MOT MOA MES MOC MOEDU MENV MJUST MENERGY GOV PARLIAMENT CENTRALBANK "
        "CONSTITUTIONALCOURT SUPREMECOURT"
    )
)
_COUNTRY_REACH = 4  # "Ministry of Foreign Affairs | of the Republic of | Kazakhstan"
_BEFORE_COUNTRY = frozenset(listed("of the republic der des von republik in республики"))


def tabled(frame: Frame, matches: tuple[Match, ...]) -> Iterator[Name]:
    """Yield the names that are in the tables."""
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
