"""Corrections applied: first to the links, from which coverage and findings follow, then to the findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from align._exceptions import CorrectionsError
from align.comparison.result import Comparison
from align.corrections.nouns import Corrections, FindingCorrection, LinkCorrection, Place, Side
from align.legible import legible
from align.link import Link
from align.report import Report

_Key = frozenset[tuple[str, tuple[int, ...]]]
_SHOWN = 60  # characters of a statement in a message


@dataclass(frozen=True, slots=True)
class Resolved:
    """Corrections in terms of the reports at hand.

    ``confirmed`` and ``redrawn`` are links of confidence 1; ``wrong`` holds (report, kind, start, end).
    """

    confirmed: tuple[Link, ...] = ()
    redrawn: tuple[Link, ...] = ()
    rejected: tuple[Link, ...] = ()
    wrong: frozenset[tuple[str, str, int, int]] = field(default=frozenset())

    @property
    def count(self) -> int:
        """How many corrections there are."""
        return len(self.confirmed) + len(self.redrawn) + len(self.rejected) + len(self.wrong)


def resolve(corrections: Iterable[Corrections], reports: Sequence[Report]) -> Resolved:
    """Find the statements that the corrections speak of; what is said later outweighs what is said earlier.

    Raises ``CorrectionsError`` for a report that is not there and for a file that has changed: a statement
    must stand where it stood, with the text that it had.
    """
    verdicts: dict[_Key, tuple[str, Link]] = {}
    wrong: set[tuple[str, str, int, int]] = set()
    for given in corrections:
        found = _Places(reports, given.source)
        for number, correction in enumerate(given.links):
            _decide(verdicts, correction.verdict, found.link(correction, f"links[{number}]"))
        wrong |= {found.finding(correction, f"findings[{n}]") for n, correction in enumerate(given.findings)}
    said = {
        verdict: tuple(link for of, link in verdicts.values() if of == verdict)
        for verdict in ("confirmed", "redrawn", "rejected")
    }
    return Resolved(**said, wrong=frozenset(wrong))


def corrected_links(links: Iterable[Link], resolved: Resolved, events: Mapping[str, int]) -> tuple[Link, ...]:
    """Return the links as the reader wants them.

    Rejected links are left out, confirmed ones have confidence 1, redrawn ones stand instead of those that
    share a statement with them, and so do confirmed ones that were not found again. Raises
    ``CorrectionsError`` for a confirmed or redrawn link between reports of different ``events``.
    """
    rejected = {_key(link) for link in resolved.rejected}
    confirmed = {_key(link) for link in resolved.confirmed}
    kept = [link for link in links if _key(link) not in rejected]
    known = {_key(link) for link in kept}
    drawn = [*resolved.redrawn, *(link for link in resolved.confirmed if _key(link) not in known)]
    for link in (*resolved.confirmed, *drawn):
        _check_event(link, events)
    kept = [
        replace(link, confidence=1.0) if _key(link) in confirmed else link
        for link in kept
        if not any(_shares(link, other) for other in drawn)
    ]
    return (*kept, *(replace(link, moved=_crosses(link, kept)) for link in drawn))


def without_wrong(comparison: Comparison, resolved: Resolved) -> Comparison:
    """Return the comparison without the findings marked as wrong; the others keep their ids."""
    kept = tuple(f for f in comparison.findings if (f.report, f.kind, f.start, f.end) not in resolved.wrong)
    return replace(comparison, findings=kept)


class _Places:
    """Finds statements by place and text in the reports at hand."""

    def __init__(self, reports: Sequence[Report], source: str) -> None:
        self._source = source
        self._names = ", ".join(report.id for report in reports)
        self._statements = {
            report.id: {(s.start, s.end): (s.id, legible(s.text)) for s in report.statements}
            for report in reports
        }

    def link(self, correction: LinkCorrection, where: str) -> Link:
        source = self._side(correction.left, f"{where}.left")
        target = self._side(correction.right, f"{where}.right")
        return Link(
            source, target, 1.0, source_report=correction.left.report, target_report=correction.right.report
        )

    def finding(self, correction: FindingCorrection, where: str) -> tuple[str, str, int, int]:
        self._statement(correction.report, correction.statement, f"{where}.statement")
        return (correction.report, correction.kind, correction.start, correction.end)

    def _side(self, side: Side, where: str) -> tuple[int, ...]:
        found = {self._statement(side.report, place, f"{where}.statements") for place in side.statements}
        return tuple(sorted(found))

    def _statement(self, report: str, place: Place, where: str) -> int:
        if report not in self._statements:
            raise CorrectionsError(
                f"{self._source}: {where}: no report “{legible(report)}” among those given ({self._names}); "
                "give the reports that the corrections were made with"
            )
        number, text = self._statements[report].get((place.start, place.end), (-1, ""))
        if number < 0 or text != legible(place.text):
            raise CorrectionsError(
                f"{self._source}: {where}: at {place.start}–{place.end} {report} does not say "
                f"“{_short(place.text)}” any more; it has changed since the corrections were saved, so none "
                "of them is applied: give the file they were made with, or make them anew on a new page"
            )
        return number


def _decide(verdicts: dict[_Key, tuple[str, Link]], verdict: str, link: Link) -> None:
    if verdict == "redrawn":
        for key, (said, other) in list(verdicts.items()):
            if said != "rejected" and _shares(link, other):
                del verdicts[key]
    verdicts[_key(link)] = (verdict, link)


def _key(link: Link) -> _Key:
    return frozenset([(link.source_report, link.source), (link.target_report, link.target)])


def _shares(link: Link, drawn: Link) -> bool:
    """Tell whether two links of the same two reports have a statement in common."""
    if drawn.source_report != link.source_report:
        drawn = drawn.mirrored()
    if (drawn.source_report, drawn.target_report) != (link.source_report, link.target_report):
        return False
    return not (set(link.source).isdisjoint(drawn.source) and set(link.target).isdisjoint(drawn.target))


def _crosses(link: Link, others: Iterable[Link]) -> bool:
    """Tell whether a link leaves the order of the links of its two reports that have not moved."""
    for other in others:
        turned = other if other.source_report == link.source_report else other.mirrored()
        same = (turned.source_report, turned.target_report) == (link.source_report, link.target_report)
        ahead = (turned.source[0] - link.source[0]) * (turned.target[0] - link.target[0])
        if same and not turned.moved and ahead < 0:
            return True
    return False


def _check_event(link: Link, events: Mapping[str, int]) -> None:
    if events[link.source_report] != events[link.target_report]:
        raise CorrectionsError(
            f"a link between {link.source_report} and {link.target_report} was confirmed or drawn, but they "
            "tell of different events, which are not compared; leave this correction out"
        )


def _short(text: str) -> str:
    text = " ".join(legible(text).split())
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
