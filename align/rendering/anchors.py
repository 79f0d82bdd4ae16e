"""The ids of a page: safe in an attribute and a link whatever the reports are called, and unique."""

from __future__ import annotations

import re
from collections.abc import Iterable

from align.comparison.result import Comparison

_LONGEST = 16  # characters of a name: it stands twice in every statement of the page
_UNSAFE = re.compile(r"[^\w.]+")


class Anchors:
    """The element ids of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self._reports = _slugs(report.id for report in comparison.reports)
        self._findings = _slugs(finding.id for finding in comparison.findings)

    def report(self, name: str) -> str:
        """Return the id of a report's part of the page."""
        return f"r-{self._reports[name]}"

    def statement(self, report: str, number: int) -> str:
        """Return the id of a statement: ``s-<report>-<number>``."""
        return f"s-{self._reports[report]}-{number}"

    def moved(self, report: str, number: int) -> str:
        """Return the id of the note at the place of a moved statement."""
        return f"moved-{self._reports[report]}-{number}"

    def slug(self, report: str) -> str:
        """Return the part of the ids above that stands for a report."""
        return self._reports[report]

    def finding(self, name: str) -> str:
        """Return the id of a finding in the list of findings."""
        return f"finding-{self._findings[name]}"


def _slugs(names: Iterable[str]) -> dict[str, str]:
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    for name in dict.fromkeys(names):
        stem = slug = _UNSAFE.sub("-", name[:_LONGEST]).strip("-") or "x"
        number = 1
        while slug in taken:
            number += 1
            slug = f"{stem}-{number}"
        slugs[name] = slug
        taken.add(slug)
    return slugs
