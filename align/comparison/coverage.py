"""Coverage: rows of statements that say the same, merged from the links of every two reports.

Correlation clustering by greedy agglomeration: the strongest links join first, and two rows are joined only
while enough of their reports support it, so that a chain of weak links does not pull unlike statements
together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from align.comparison.result import Row
from align.link import Link
from align.report import Report

Node = tuple[str, int]  # report id, statement id
_Row = dict[str, set[int]]
# Mean support that two rows need over all pairs of their reports. One certain link joins a statement to a row
# of three reports even where the aligner found it in none of the others; a doubtful one does not.
LEAST_SUPPORT = 0.25


def coverage(reports: Sequence[Report], links: Iterable[Link], events: Mapping[str, int]) -> tuple[Row, ...]:
    """Return rows in which every statement of every report stands exactly once, ordered as the texts go.

    Links between reports of different events are left out. Neither the order of the reports nor that of the
    links matters. Statements that are linked to nothing have rows of their own.
    """
    usable = [_canonical(link) for link in links if _within_event(link, events)]
    support = _support(usable)
    row_of: dict[Node, _Row] = {
        (report.id, statement.id): {report.id: {statement.id}}
        for report in reports
        for statement in report.statements
    }
    for link in sorted(usable, key=_strongest_first):
        _join(link, row_of, support)
    lengths = {report.id: len(report.statements) for report in reports}
    rows = {id(row): row for row in row_of.values()}.values()
    ordered = sorted(rows, key=lambda row: _position(row, lengths, events))
    return tuple(Row(number, _frozen(row)) for number, row in enumerate(ordered, start=1))


def _within_event(link: Link, events: Mapping[str, int]) -> bool:
    left, right = events.get(link.source_report), events.get(link.target_report)
    return left is not None and left == right and link.source_report != link.target_report


def _canonical(link: Link) -> Link:
    return link if link.source_report < link.target_report else link.mirrored()


def _strongest_first(link: Link) -> tuple[float, str, str, tuple[int, ...], tuple[int, ...]]:
    return (-link.confidence, link.source_report, link.target_report, link.source, link.target)


def _support(links: Iterable[Link]) -> dict[Node, dict[Node, float]]:
    """Return the confidence with which any two statements of different reports are linked."""
    support: defaultdict[Node, dict[Node, float]] = defaultdict(dict)
    for link in links:
        for a in link.source:
            for b in link.target:
                left, right = (link.source_report, a), (link.target_report, b)
                best = max(link.confidence, support[left].get(right, 0.0))
                support[left][right] = support[right][left] = best
    return support


def _join(link: Link, row_of: dict[Node, _Row], support: Mapping[Node, Mapping[Node, float]]) -> None:
    """Merge the rows of a link's statements, the best supported first, as far as they support each other."""
    nodes = [(link.source_report, s) for s in link.source] + [(link.target_report, s) for s in link.target]
    while True:
        rows = list({id(row_of[node]): row_of[node] for node in nodes if node in row_of}.values())
        rows.sort(key=lambda row: sorted(_nodes(row)))
        scored = [(_row_support(a, b, support), a, b) for a, b in combinations(rows, 2)]
        best = max(scored, key=lambda item: item[0], default=None)
        if best is None or best[0] < LEAST_SUPPORT:
            return
        _, kept, merged = best
        for report, statements in merged.items():
            kept.setdefault(report, set()).update(statements)
            row_of.update({(report, statement): kept for statement in statements})


def _nodes(row: _Row) -> list[Node]:
    return [(report, statement) for report, statements in row.items() for statement in statements]


def _row_support(a: _Row, b: _Row, support: Mapping[Node, Mapping[Node, float]]) -> float:
    """Return the mean support of two rows over all pairs of different reports, in [0, 1]."""
    pairs = [(r, s) for r in a for s in b if r != s]
    if not pairs:
        return 0.0
    total = sum(_pair_support(_of(a, r), _of(b, s), support) for r, s in pairs)
    return total / len(pairs)


def _of(row: _Row, report: str) -> list[Node]:
    return [(report, statement) for statement in sorted(row[report])]


def _pair_support(a: list[Node], b: list[Node], support: Mapping[Node, Mapping[Node, float]]) -> float:
    """Return the mean confidence of each statement's best link to the other side."""

    def side(nodes: list[Node], others: list[Node]) -> float:
        best = [max(support.get(node, {}).get(other, 0.0) for other in others) for node in nodes]
        return sum(best) / len(best)

    return (side(a, b) + side(b, a)) / 2


def _position(
    row: _Row, lengths: Mapping[str, int], events: Mapping[str, int]
) -> tuple[int, float, str, int]:
    """Return where a row belongs: its event, and how far into its reports its statements stand on average."""
    reports = sorted(row)
    shares = [(min(row[report]) + 0.5) / lengths[report] for report in reports]
    return (events.get(reports[0], 0), round(sum(shares) / len(shares), 9), reports[0], min(row[reports[0]]))


def _frozen(row: _Row) -> dict[str, tuple[int, ...]]:
    return {report: tuple(sorted(row[report])) for report in sorted(row)}
