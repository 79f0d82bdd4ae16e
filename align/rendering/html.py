"""The comparison as one self-contained HTML page, readable offline and with scripts off."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING

from align.comparison.result import Comparison, Row
from align.finding import Finding
from align.languages import is_searched
from align.rendering import wording
from align.rendering.anchors import Anchors
from align.rendering.events import Event, events
from align.rendering.passages import Run, original_runs, translated_runs
from align.rendering.sidebyside import LinksByPair, PairRow, links_by_pair, pair_rows
from align.rendering.summary import ReportSummary, apart, dateline, headline, summaries
from align.report import Report, Statement

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

# HTML allows none of these; a NUL or a lone surrogate would spoil the file.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_GIST = 150  # characters of a statement in the coverage table


@dataclass(frozen=True, slots=True)
class Badge:
    """A sign beside a statement: what was found, as glyph and word."""

    look: str  # the class of its colour and shape
    glyph: str
    word: str
    detail: str = ""
    confidence: float | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement as it is drawn: marked text, translation and badges."""

    anchor: str | None
    statement: Statement
    report: Report
    original: tuple[Run, ...]
    translation: tuple[Run, ...]
    badges: tuple[Badge, ...] = ()
    look: str = ""


@dataclass(frozen=True, slots=True)
class SideRow:
    """One row of two reports side by side, drawn."""

    left: tuple[Passage, ...]
    right: tuple[Passage, ...]
    row: PairRow


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports side by side, drawn."""

    anchor: str
    left: Report
    right: Report
    rows: tuple[SideRow, ...]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One row of the coverage table; a cell is (link, statement numbers), or ``None`` for none.

    ``lacking`` are the numbers of the cells whose reports surely do not say it.
    """

    gist: str
    alone: bool
    unmatched: bool
    heading: bool
    cells: tuple[tuple[str, str] | None, ...]
    lacking: frozenset[int]


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding in the list of findings."""

    finding: Finding
    anchor: str
    passage: Passage
    statement_anchor: str


@dataclass(frozen=True, slots=True)
class EventPart:
    """The part of the page that is about one event; one of a single report has only ``passages``."""

    event: Event
    why: str | None
    summaries: tuple[ReportSummary, ...]
    coverage: tuple[CoverageRow, ...]
    covered: tuple[int, ...]
    pairs: tuple[Pair, ...]
    findings: tuple[tuple[Report, tuple[tuple[str, tuple[Entry, ...]], ...]], ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive statements that all stand alone, or that are all found elsewhere."""

    start: int
    length: int
    alone: bool


def to_html(comparison: Comparison, *, base: str | None = None) -> str:
    """Return the page as text to be written as UTF-8.

    ``base`` is the id of the report the others of its event are laid beside, the first one otherwise. The
    page loads nothing: a content security policy admits only its own style sheet and script, by their hashes.
    """
    found = events(comparison, base=base)
    drawing = _Drawing(comparison)
    parts = [drawing.part(event, found[0] if number else None) for number, event in enumerate(found)]
    text = _template().render(
        comparison=comparison,
        headline=headline(found),
        parts=parts,
        anchors=drawing.anchors,
        style=_file("style.css"),
        script=_file("page.js"),
        policy=_policy(),
    )
    return _ILLEGAL.sub("\ufffd", text)


class _Drawing:
    """What the parts of one page are drawn from, each looked up in constant time."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.anchors = Anchors(comparison)
        self._links: LinksByPair = links_by_pair(comparison.links)
        self._findings: dict[tuple[str, int], list[Finding]] = {}
        for finding in comparison.findings:
            self._findings.setdefault((finding.report, finding.statement), []).append(finding)

    def part(self, event: Event, main: Event | None) -> EventPart:
        several = len(event.reports) > 1
        names = [report.id for report in event.reports]
        return EventPart(
            event=event,
            why=apart(event, main) if main else None,
            summaries=summaries(self.comparison, event),
            coverage=tuple(self._coverage_row(row, event) for row in event.rows) if several else (),
            covered=tuple(sum(name in row.statements for row in event.rows) for name in names),
            pairs=self._pairs(event),
            findings=tuple((report, groups) for report in event.reports if (groups := self._groups(report))),
            passages=() if several else self._plain(event.base),
        )

    def _coverage_row(self, row: Row, event: Event) -> CoverageRow:
        leader = event.speaker(row)
        statements = self.comparison.report(leader).statements
        gist = " ".join(statements[number].english for number in row.statements[leader])
        return CoverageRow(
            gist=wording.shortened(gist, _GIST),
            alone=event.is_alone(row),
            unmatched=event.is_unmatched(row),
            heading=event.is_heading(row),
            cells=tuple(self._cell(row.statements.get(report.id), report) for report in event.reports),
            lacking=frozenset(
                number for number, report in enumerate(event.reports) if event.surely_lacks(report.id, row)
            ),
        )

    def _cell(self, ids: Sequence[int] | None, report: Report) -> tuple[str, str] | None:
        return (self.anchors.statement(report.id, ids[0]), wording.spans(ids)) if ids else None

    def _pairs(self, event: Event) -> tuple[Pair, ...]:
        return tuple(self._pair(event, other, number == 0) for number, other in enumerate(event.reports[1:]))

    def _pair(self, event: Event, other: Report, first: bool) -> Pair:
        base = event.base
        rows = tuple(
            SideRow(
                left=tuple(self._side(base, number, other, row, anchored=first) for number in row.left),
                right=tuple(self._side(other, number, base, row, anchored=True) for number in row.right),
                row=row,
            )
            for row in pair_rows(event, base, other, self._links)
        )
        return Pair(self.anchors.report(other.id), base, other, rows)

    def _side(self, report: Report, number: int, other: Report, row: PairRow, *, anchored: bool) -> Passage:
        found = [f for f in self._findings.get((report.id, number), ()) if _concerns(f, other)]
        whole = next((finding for finding in found if finding.kind == "statement"), None)
        look = row.verdict if row.verdict in ("alone", "absent", "open") else ""
        badges = [self._unmatched(look, whole, other)] if look or whole else []
        badges += [self._badge(f) for f in found if f.kind not in ("statement", "translation-gap")]
        badges += self._gaps([f for f in found if f.kind == "translation-gap"])
        return self._passage(report, number, found, badges=badges, look=look, anchored=anchored)

    def _unmatched(self, look: str, finding: Finding | None, other: Report) -> Badge:
        words = {"alone": ("◧", "only here"), "open": ("◌", "no match")}
        glyph, word = words.get(look, ("◫", f"not found in {other.id}"))
        if finding is None:
            return Badge(look, glyph, word)
        href = self.anchors.finding(finding.id)
        return Badge(look or "absent", glyph, word, confidence=finding.confidence, href=href)

    def _gaps(self, gaps: Sequence[Finding]) -> list[Badge]:
        """Draw one badge for all that our English lost, so that it does not drown what the report says."""
        if not gaps:
            return []
        lost = wording.listed(finding.translation or finding.text for finding in gaps)
        return [replace(self._badge(gaps[0]), detail=lost, confidence=None)]

    def _badge(self, finding: Finding) -> Badge:
        detail = finding.speaker or "" if finding.kind == "quotation" else finding.translation or finding.text
        return Badge(
            look=f"k-{finding.kind}",
            glyph=wording.GLYPHS[finding.kind],
            word=wording.KINDS[finding.kind][0],
            detail=wording.shortened(detail, 60),
            confidence=finding.confidence,
            href=self.anchors.finding(finding.id),
        )

    def _passage(
        self,
        report: Report,
        number: int,
        found: Iterable[Finding] = (),
        *,
        badges: Iterable[Badge] = (),
        look: str = "",
        anchored: bool = False,
    ) -> Passage:
        statement = report.statements[number]
        marked = [finding for finding in found if finding.kind != "statement"]
        return Passage(
            anchor=self.anchors.statement(report.id, number) if anchored else None,
            statement=statement,
            report=report,
            original=original_runs(statement, marked, report.source),
            translation=translated_runs(statement, marked),
            badges=tuple(badges),
            look=look,
        )

    def _plain(self, report: Report) -> tuple[Passage, ...]:
        return tuple(self._passage(report, statement.id, anchored=True) for statement in report.statements)

    def _groups(self, report: Report) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
        found: dict[str, list[Entry]] = {}
        for statement in report.statements:
            for finding in self._findings.get((report.id, statement.id), ()):
                found.setdefault(finding.kind, []).append(self._entry(finding, report))
        return tuple((kind, tuple(found[kind])) for kind in wording.KINDS if kind in found)

    def _entry(self, finding: Finding, report: Report) -> Entry:
        return Entry(
            finding=finding,
            anchor=self.anchors.finding(finding.id),
            passage=self._passage(report, finding.statement, [finding]),
            statement_anchor=self.anchors.statement(report.id, finding.statement),
        )


def _concerns(finding: Finding, other: Report) -> bool:
    return other.id in finding.missing_from or finding.kind == "translation-gap"


def _strip(report: Report, event: Event) -> list[Stretch]:
    alone = {
        number for row in event.rows if event.is_alone(row) for number in row.statements.get(report.id, ())
    }
    stretches: list[Stretch] = []
    for is_alone, group in groupby(range(len(report.statements)), key=alone.__contains__):
        numbers = list(group)
        stretches.append(Stretch(numbers[0], len(numbers), is_alone))
    return stretches


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("align", "rendering/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        words=wording,
        searched=is_searched,
        dateline=dateline,
        strip_of=_strip,
        filename=lambda path: PurePath(path).name,
    )
    return environment.get_template("page.html.j2")


@cache
def _file(name: str) -> Markup:
    from markupsafe import Markup

    text = resources.files("align.rendering").joinpath("templates", name).read_text(encoding="utf-8")
    return Markup(text)  # our own file: no text of a report is in it


def _policy() -> str:
    style, script = (_digest(_file(name)) for name in ("style.css", "page.js"))
    return (
        f"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
