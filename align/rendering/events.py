"""The reports of a comparison by event, each event with its rows in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from align._exceptions import InputError
from align.comparison.result import Comparison, Row
from align.rendering.order import weave
from align.report import Report


@dataclass(frozen=True, slots=True)
class Event:
    """The reports of one event, the base first, and their coverage rows in reading order.

    ``leading`` are the report ids, those in most rows first: it does not depend on the order of the reports.
    """

    number: int
    reports: tuple[Report, ...]
    leading: tuple[str, ...]
    rows: tuple[Row, ...]

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

    def is_alone(self, row: Row) -> bool:
        """Tell whether only one report says what the row says."""
        return len(row.statements) == 1 and not self.is_heading(row)


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
    return Event(number, tuple(reports), leading, reading_order(rows, leading))


def _rows_by_event(comparison: Comparison) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in sorted(comparison.coverage, key=lambda row: row.id):
        found.setdefault(comparison.events[next(iter(row.statements))], []).append(row)
    return found
