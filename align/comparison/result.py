"""The comparison: what several reports share and what each has alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from align.finding import Finding
from align.link import Link
from align.mark import Mark
from align.report import Report


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the coverage table: statements of several reports that say the same.

    ``statements`` maps a report id to ascending statement ids; a report that says nothing of it is left out.
    """

    id: int
    statements: dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Reports side by side: links, coverage rows and findings.

    ``events`` maps each report id to the number of its event, from 1; reports of different events are never
    linked and no finding says that one lacks what the other has. Every statement of every report stands in
    exactly one row. ``marks`` are the words that one side of a link adds to the other. ``signature`` says
    with what it was made.
    """

    signature: str
    reports: tuple[Report, ...]
    events: dict[str, int]
    links: tuple[Link, ...]
    findings: tuple[Finding, ...]
    coverage: tuple[Row, ...]
    marks: tuple[Mark, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether a report lacks or contradicts what another has; translation gaps do not count."""
        return any(finding.missing_from or finding.conflicts_with for finding in self.findings)

    def report(self, id: str) -> Report:  # noqa: A002 - the word the whole library uses
        """Return the report of that id; raises ``KeyError`` where there is none."""
        for report in self.reports:
            if report.id == id:
                return report
        raise KeyError(id)

    def to_dict(self) -> dict[str, Any]:
        """Return the ``align.comparison/1`` document, fit for ``json.dumps``."""
        from align.rendering.document import comparison_document

        return comparison_document(self)

    def save(self, path: str | Path) -> None:
        """Write the comparison; the form follows from the ending: .html, .json, .txt or .md.

        Raises ``FormatError`` for any other ending.
        """
        from align.rendering import save

        save(self, Path(path))
