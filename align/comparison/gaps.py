"""Translation gaps: what an original has and our English of it lost. They are ours, never an omission."""

from __future__ import annotations

from collections.abc import Iterator

from align.comparison.index import EventIndex
from align.comparison.things import Days, Mention, mentions, thing_at
from align.evidence import Number, statement_evidence
from align.evidence.dates import Date
from align.evidence.relative import reported_dates
from align.evidence.transliteration import SAME_NAME, name_similarity
from align.finding import Finding
from align.report import Report

_GAP = 0.8


def translation_gaps(report: Report, event: EventIndex) -> Iterator[Finding]:
    """Yield what the originals name and our English of the same statement lost, each thing once."""
    days = event.days[report.id]
    seen: set[str] = set()
    for statement in report.statements:
        if statement.translation is None:
            continue
        for mention in mentions(report, statement, days):
            if mention.key not in seen and not _kept(mention, statement.translation, days):
                seen.add(mention.key)
                thing = thing_at(report, statement, mention)
                yield Finding(
                    id="",
                    kind="translation-gap",
                    report=report.id,
                    statement=statement.id,
                    start=thing.start,
                    end=thing.end,
                    text=thing.text,
                    translation=thing.english,
                    missing_from=(),
                    confidence=round(_GAP * thing.certainty, 3),
                )


def _kept(mention: Mention, translation: str, days: Days) -> bool:
    """Tell whether a translation still has a thing of its original."""
    evidence, probe = statement_evidence(translation, "en"), mention.probe
    if isinstance(probe, Number):
        return any(number.value == probe.value for number in evidence.numbers)
    if isinstance(probe, Date):
        return _kept_date(probe, translation, days)
    if probe.literal or probe.people or not probe.keys.isdisjoint(evidence.keys):
        return True
    capitals = (word for word in translation.split() if word[0].isupper())
    return any(name_similarity(probe.surface, word) >= SAME_NAME for word in capitals)


def _kept_date(probe: Date, translation: str, days: Days) -> bool:
    found = [
        date for day in days or (None,) for date in reported_dates(translation, language="en", today=day)
    ]
    return any(date.says(probe) or date.parts[1:] == probe.parts[1:] != (None, None) for date in found)
