"""A statement as it is drawn on the page: marked text, translation and badges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from align.comparison.result import Comparison
from align.finding import Finding
from align.mark import Mark
from align.rendering import wording
from align.rendering.anchors import Anchors
from align.rendering.events import Event
from align.rendering.passages import Run, original_runs, translated_runs
from align.report import Report, Statement

_DETAIL = 60  # characters of a thing in a badge


@dataclass(frozen=True, slots=True)
class Badge:
    """A sign beside a statement: what was found, as shape, word and colour.

    ``look`` are the classes of its shape and colour. ``name`` is whose absence it is about, for one that is
    about one report only.
    """

    look: str
    word: str
    detail: str = ""
    where: str = ""
    confidence: float | None = None
    href: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A statement as it is drawn; ``anchor`` is its id on the page where this is its place."""

    statement: Statement
    report: Report
    original: tuple[Run, ...]
    translation: tuple[Run, ...]
    anchor: str | None = None
    badges: tuple[Badge, ...] = ()
    look: str = ""


class Drawing:
    """What the parts of one page are drawn from, each looked up in constant time."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.anchors = Anchors(comparison)
        self.reports = {report.id: report for report in comparison.reports}
        self._findings: dict[tuple[str, int], list[Finding]] = {}
        self._marks: dict[tuple[str, int], list[Mark]] = {}
        for finding in comparison.findings:
            self._findings.setdefault((finding.report, finding.statement), []).append(finding)
        for mark in comparison.marks:
            self._marks.setdefault((mark.report, mark.statement), []).append(mark)

    def findings(self, report: str, number: int) -> Sequence[Finding]:
        """Return the findings whose passage begins in a statement."""
        return self._findings.get((report, number), ())

    def is_plain(self, report: str, number: int) -> bool:
        """Tell whether nothing was found in a statement and no word of it is marked."""
        return (report, number) not in self._findings and (report, number) not in self._marks

    def placed(self, event: Event, name: str, number: int, *, look: str = "") -> Drawn:
        """Draw a statement at its place, with all that was found in it."""
        report, found = self.reports[name], self.findings(name, number)
        marks = self._marks.get((name, number), ())
        others = [other.id for other in event.reports if other.id != name]
        return self._drawn(
            report,
            number,
            [finding for finding in found if finding.kind != "statement"],
            marks,
            anchor=self.anchors.statement(name, number),
            badges=tuple(self._badges(found, marks, others, look)),
            look=look,
        )

    def quoted(self, name: str, number: int, findings: Iterable[Finding] = ()) -> Drawn:
        """Draw a statement away from its place, with the passages of these findings marked."""
        marked = [finding for finding in findings if finding.kind != "statement"]
        return self._drawn(self.reports[name], number, marked, ())

    def _drawn(
        self,
        report: Report,
        number: int,
        findings: Sequence[Finding],
        marks: Sequence[Mark],
        *,
        anchor: str | None = None,
        badges: tuple[Badge, ...] = (),
        look: str = "",
    ) -> Drawn:
        statement = report.statements[number]
        original = original_runs(statement, findings, report.source, marks)
        return Drawn(
            statement, report, original, translated_runs(statement, findings, marks), anchor, badges, look
        )

    def _badges(
        self, found: Sequence[Finding], marks: Sequence[Mark], others: Sequence[str], look: str
    ) -> Iterable[Badge]:
        whole = next((f for f in found if f.kind == "statement" and not f.conflicts_with), None)
        if look == "alone" and whole is not None:
            yield self._whole(Badge("alone k-statement", "only here"), whole)
        elif look == "absent" and whole is not None:
            yield self._whole(Badge("absent k-statement", wording.verdict(whole, others)), whole)
        elif look == "open":
            yield Badge("open", "no match")
        gaps = [finding for finding in found if finding.kind == "translation-gap"]
        for finding in found:
            if finding.conflicts_with or finding.kind not in ("statement", "translation-gap"):
                yield self._badge(finding, others)
        if gaps:
            yield self._gaps(gaps)
        for name in dict.fromkeys(mark.against for mark in marks):
            yield Badge("k-words", "words not in", detail=name, name=name)

    def _whole(self, badge: Badge, finding: Finding) -> Badge:
        href = self.anchors.finding(finding.id)
        return Badge(badge.look, badge.word, confidence=finding.confidence, href=href)

    def _badge(self, finding: Finding, others: Sequence[str]) -> Badge:
        sort = wording.sort_of(finding)
        detail = finding.speaker or "" if finding.kind == "quotation" else finding.translation or finding.text
        return Badge(
            look=f"k-{sort}",
            word=wording.KINDS[finding.kind][0],
            detail=wording.shortened(detail, _DETAIL) if finding.kind != "statement" else "",
            where=wording.verdict(finding, others),
            confidence=finding.confidence,
            href=self.anchors.finding(finding.id),
        )

    def _gaps(self, gaps: Sequence[Finding]) -> Badge:
        """Draw one badge for all that our English lost, so that it does not drown what the report says."""
        lost = wording.listed(finding.translation or finding.text for finding in gaps)
        return Badge(
            look="k-translation-gap",
            word="not in our English",
            detail=wording.shortened(lost, _DETAIL),
            href=self.anchors.finding(gaps[0].id),
        )
