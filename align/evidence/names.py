"""Names of persons, organisations, places, works and events in German, Russian and English text.

Known names come from tables; unknown ones are read off capitals together with titles, offices, family-name
endings and quotation marks. What is only a capitalised word is no name: German writes every noun so.
"""

from __future__ import annotations

from functools import lru_cache

from align.evidence.acronyms import acronyms, spelled_out, with_acronyms
from align.evidence.bodies import bodies, russian_bodies
from align.evidence.firms import firms
from align.evidence.frame import Frame
from align.evidence.gazetteer import known_names, words
from align.evidence.known import tabled
from align.evidence.name import Name
from align.evidence.persons import persons
from align.evidence.runs import headed
from align.evidence.titles import quoted_titles, unclosed_titles
from align.evidence.unknown import unknown


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
        quoted_titles(frame),
        unclosed_titles(frame),
        firms(frame),
        tabled(frame, known),
        spelled_out(frame),
        headed(frame),
        bodies(frame),
        persons(frame),
        russian_bodies(frame),
        acronyms(frame),
        unknown(frame),
    ):
        for name in candidates:
            if not any(_clash(name, other) for other in found):
                found.append(name)
    found.sort(key=lambda name: (name.start, -name.end))
    return tuple(with_acronyms(found, text))


def _clash(name: Name, other: Name) -> bool:
    """Tell whether two names overlap, but for known ones inside a longer one ("Council of Kazakhstan")."""
    if name.literal and not other.literal and name.start <= other.start and other.end <= name.end:
        return name.end - name.start == other.end - other.start
    return name.start < other.end and other.start < name.end
