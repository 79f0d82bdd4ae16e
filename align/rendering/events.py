"""The reports of a comparison by event, each event with its rows in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from align._exceptions import InputError
from align.comparison.result import Comparison, Row
from align.rendering.order import weave
from align.rendering.wording import UNSURE
from align.report import Report


@dataclass(frozen=True, slots=True)
class Event:
    """The reports of one event, the base first, and their coverage rows in reading order.

    ``leading`` are the report ids, those in most rows first: it does not depend on the order of the reports.
    ``sure`` holds (report, statement, other report) where a finding is sure that the other does not say it.
    """

    number: int
    reports: tuple[Report, ...]
    leading: tuple[str, ...]
    rows: tuple[Row, ...]
    sure: frozenset[tuple[str, int, str]]

    @property
    def base(self) -> Report:
        """The report that the others are laid beside."""
        return self.reports[0]

    def is_heading(self, row: Row) -> bool:
        """Tell whether a row is a heading of one report: it announces what is said and says nothing."""
        if len(row.statements) > 1:
            return False
        ((name, ids),) = row.statements.items()
        report = next(report for report in self.reports if report.id == name)
        return all(report.statements[number].kind == "heading" for number in ids)

    def speaker(self, row: Row) -> str:
        """Return the report that tells best what a row says: one that is English itself, or has most rows."""
        english = {report.id for report in self.reports if report.language.split("-")[0] == "en"}
        names = [name for name in self.leading if name in row.statements]
        return next((name for name in names if name in english), names[0])

    def is_unmatched(self, row: Row) -> bool:
        """Tell whether nothing was linked to what one report says here, whether or not others say it."""
        return len(row.statements) == 1 and not self.is_heading(row)

    def is_alone(self, row: Row) -> bool:
        """Tell whether only one report says what the row says, as far as a finding is sure of it."""
        if not self.is_unmatched(row):
            return False
        ((name, ids),) = row.statements.items()
        return all(self.lacks(other.id, name, ids) for other in self.reports if other.id != name)

    def surely_lacks(self, other: str, row: Row) -> bool:
        """Tell whether a finding is sure that a report does not say what others say in a row."""
        return any(self.lacks(other, name, ids) for name, ids in row.statements.items())

    def lacks(self, other: str, report: str, ids: Iterable[int]) -> bool:
        """Tell whether a finding is sure that another report does not say one of these statements."""
        return any((report, number, other) in self.sure for number in ids)


def events(comparison: Comparison, *, base: str | None = None) -> tuple[Event, ...]:
    """Return the events, that of the base first, then those of more reports before those of fewer.

    Without a base the event of most reports comes first. Raises ``InputError`` for a base that is no report.
    """
    ids = [report.id for report in comparison.reports]
    if base is not None and base not in ids:
        raise InputError(f"no report is called “{base}”; choose one of {', '.join(ids)}")
    sizes = Counter(comparison.events[name] for name in ids)
    first = comparison.events[base] if base is not None else None
    numbers = sorted(sizes, key=lambda number: (number != first, -sizes[number], number))
    rows = _rows_by_event(comparison)
    return tuple(_event(comparison, number, rows.get(number, []), base) for number in numbers)


def reading_order(rows: Sequence[Row], ids: Sequence[str]) -> tuple[Row, ...]:
    """Return the rows woven together, the first of the report ``ids`` leading."""
    return tuple(rows[i] for i in weave([[row.statements.get(name, ()) for name in ids] for row in rows]))


def _event(comparison: Comparison, number: int, rows: list[Row], base: str | None) -> Event:
    reports = [report for report in comparison.reports if comparison.events[report.id] == number]
    reports.sort(key=lambda report: report.id != base)
    present = Counter(name for row in rows for name in row.statements)
    leading = tuple(sorted((report.id for report in reports), key=lambda name: (-present[name], name)))
    sure = frozenset(
        (finding.report, finding.statement, other)
        for finding in comparison.findings
        if finding.kind == "statement" and finding.confidence >= UNSURE
        for other in finding.missing_from
    )
    return Event(number, tuple(reports), leading, reading_order(rows, leading), sure)


def _rows_by_event(comparison: Comparison) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in sorted(comparison.coverage, key=lambda row: row.id):
        found.setdefault(comparison.events[next(iter(row.statements))], []).append(row)
    return found
