"""The comparison as one self-contained HTML page, readable offline and with scripts off."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from align.comparison.result import Comparison
from align.languages import is_searched
from align.legible import legible
from align.rendering import wording
from align.rendering.events import Event, events
from align.rendering.page import assets
from align.rendering.page.drawing import Drawing, Drawn
from align.rendering.page.entries import OfReport, entries
from align.rendering.page.matrix import Group, matrix
from align.rendering.page.side import Side, side
from align.rendering.page.strip import Strip, strip
from align.rendering.sidebyside import LinksByPair
from align.rendering.summary import ReportSummary, apart, dateline, headline, overview, summaries

if TYPE_CHECKING:
    from jinja2 import Template


@dataclass(frozen=True, slots=True)
class EventPart:
    """The part of the page that is about one event; one of a single report has only ``texts``."""

    event: Event
    why: str | None
    overview: str = ""
    summaries: tuple[ReportSummary, ...] = ()
    strips: tuple[Strip, ...] = ()
    findings: tuple[OfReport, ...] = ()
    coverage: tuple[Group, ...] = ()
    side: Side | None = None
    texts: tuple[Drawn, ...] = ()


def to_html(comparison: Comparison, *, base: str | None = None) -> str:
    """Return the page as text to be written as UTF-8.

    ``base`` is the id of the report the others of its event are laid beside, the first one otherwise. The
    page loads nothing: a content security policy admits only its own style sheet and script, by their hashes.
    """
    from markupsafe import Markup

    found = events(comparison, base=base)
    drawing, links = Drawing(comparison), LinksByPair(comparison.links)
    style = assets.style(comparison, found)
    text = _template().render(
        comparison=comparison,
        headline=headline(found),
        parts=[_part(drawing, event, links, found[0] if n else None) for n, event in enumerate(found)],
        anchors=drawing.anchors,
        rank={report.id: number for number, report in enumerate(comparison.reports)},
        sorts={wording.sort_of(finding) for finding in comparison.findings},
        # Our own files, and JSON that is escaped for its element: no text of a report is in them as markup.
        style=Markup(style),
        script=Markup(assets.script()),
        data=Markup(assets.data(comparison, drawing.anchors)),
        policy=assets.policy(style),
    )
    return legible(text)


def _part(drawing: Drawing, event: Event, links: LinksByPair, main: Event | None) -> EventPart:
    why = apart(event, main) if main else None
    if len(event.reports) == 1:
        report = event.base
        texts = tuple(drawing.placed(event, report.id, statement.id) for statement in report.statements)
        return EventPart(event, why, texts=texts)
    return EventPart(
        event=event,
        why=why,
        overview=overview(event),
        summaries=summaries(drawing.comparison, event),
        strips=tuple(
            strip(report, event, lambda number, name=report.id: bool(drawing.findings(name, number)))  # type: ignore[misc]
            for report in event.reports
        ),
        findings=entries(drawing, event),
        coverage=matrix(drawing, event),
        side=side(drawing, event, links),
    )


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
        filename=lambda path: PurePath(path).name,
    )
    return environment.get_template("page.html.j2")
