"""What a name in a text is: its kind, its place and the keys by which it is found in other languages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from align.evidence.gazetteer import words
from align.evidence.lists import listed
from align.evidence.transliteration import skeleton, skeletons

NameKind = Literal["person", "organisation", "place", "other"]
_GENERATIONS = frozenset(listed("jr sr jun sen junior senior ii iii младший старший"))
SURE, TITLED, LOOKS_SO, MAY_BE = 0.95, 0.9, 0.75, 0.65


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
    certainty: float = SURE
    quoted: bool = False
    office: bool = False
    people: bool = False
    literal: bool = False
    acronym: bool = False
    doubtful: bool = False
    english: str | None = None


def name_key(surface: str) -> str:
    """Return the comparison key of a person's name: the folded consonants of the family name."""
    return f"name:{skeleton(_family_name(surface))}"


def _family_name(surface: str) -> str:
    parts = name_parts(surface)
    return parts[-1] if parts else surface


def name_parts(surface: str) -> list[str]:
    """Return the words of a name without what tells a son from his father: "Trump Jr"."""
    parts = [word.text for word in words(surface)]
    return [part for part in parts if part.casefold() not in _GENERATIONS] or parts


def name_keys(surface: str) -> frozenset[str]:
    """Return the folded consonants of all words of a name, each a key."""
    bones = (bone for part in re.findall(r"[^\W\d_]{2,}", surface) for bone in skeletons(part))
    return frozenset(f"name:{bone}" for bone in bones)
