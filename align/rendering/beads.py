"""The beads of a pair of reports: every link, and every statement that no link holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from align._exceptions import FormatError
from align.link import Link
from align.rendering.order import weave
from align.report import Report

Ids = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bead:
    """A link, or one statement without a counterpart: then a side is empty and ``link`` is ``None``."""

    source: Ids
    target: Ids
    link: Link | None = None


def beads(links: Sequence[Link], source: Report, target: Report) -> tuple[Bead, ...]:
    """Return the beads in the order of the source, those that only the target has where they stand there.

    Raises ``FormatError`` where a link names a statement that its report does not have.
    """
    for link in links:
        _check(link.source, source)
        _check(link.target, target)
    held_source = {number for link in links for number in link.source}
    held_target = {number for link in links for number in link.target}
    found = [Bead(link.source, link.target, link) for link in links]
    found += [Bead((s.id,), ()) for s in source.statements if s.id not in held_source]
    found += [Bead((), (s.id,)) for s in target.statements if s.id not in held_target]
    return tuple(found[i] for i in weave([(bead.source, bead.target) for bead in found]))


def joined(report: Report, ids: Ids) -> str:
    """Return the text of those statements, joined by blanks."""
    return " ".join(report.statements[number].text for number in ids)


def _check(ids: Ids, report: Report) -> None:
    last = len(report.statements) - 1
    if ids[0] < 0 or ids[-1] > last or any(a >= b for a, b in pairwise(ids)):
        raise FormatError(
            f"a link names statements {list(ids)}, but report {report.id} has 0 to {last}, ascending"
        )
