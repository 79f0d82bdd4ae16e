"""The comparison as short Markdown: who has what alone, and what was set apart."""

from __future__ import annotations

import re
from collections.abc import Iterable

from align.comparison.result import Comparison
from align.rendering.events import Event, events
from align.rendering.summary import Group, ReportSummary, apart, dateline, headline, summaries
from align.rendering.wording import count, listed

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&]|^[#+=-])")


def to_markdown(comparison: Comparison, *, base: str | None = None) -> str:
    """Return a summary in CommonMark with one table an event; text of the reports is escaped."""
    first, *others = events(comparison, base=base)
    lines = [f"# {headline([first, *others])}", "", *_event(comparison, first)]
    for event in others:
        lines += ["", f"## Another event: {_names(event)}", "", f"Set apart. {apart(event, first)}", ""]
        lines += _event(comparison, event)
    return "\n".join([*lines, "", f"Made with {_escaped(comparison.signature)}", ""])


def _event(comparison: Comparison, event: Event) -> list[str]:
    if len(event.reports) == 1:
        return [f"{_escaped(event.base.id)}: {dateline(event.base)}, {_statements(event.base.statements)}."]
    found = summaries(comparison, event)
    lines = ["| report | | statements | also elsewhere | only here | no match |", "|---|---|--:|--:|--:|--:|"]
    lines += [_table_line(summary) for summary in found]
    for summary in found:
        lines += ["", f"**Only {_escaped(summary.report.id)} has**", "", *_bullets(summary.only)]
        lines += ["", f"**Not found in {_escaped(summary.report.id)}**", "", *_bullets(summary.missing)]
    return lines


def _table_line(summary: ReportSummary) -> str:
    total = summary.alone + summary.unmatched + summary.shared
    cells = (
        _escaped(summary.report.id),
        _escaped(dateline(summary.report)),
        total,
        summary.shared,
        summary.alone,
        summary.unmatched,
    )
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _bullets(groups: Iterable[Group]) -> list[str]:
    return [f"- {_escaped(group.words)}" for group in groups] or ["- nothing"]


def _names(event: Event) -> str:
    return listed(_escaped(report.id) for report in event.reports)


def _statements(statements: tuple[object, ...]) -> str:
    return count(len(statements), "statement")


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
