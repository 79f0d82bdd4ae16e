"""Alignment lines as vecalign writes and scores them (github.com/thompsonb/vecalign)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from align._exceptions import FormatError
from align.rendering.beads import Bead, Ids
from align.report import Report

_IDS = r"\[\s*((?:\d+\s*(?:,\s*\d+\s*)*)?)\]"
_LINE = re.compile(rf"{_IDS}\s*:\s*{_IDS}\s*(?::\s*[-+.\deE]*\s*)?", re.ASCII)


def write(beads: Sequence[Bead], source: Report, target: Report) -> str:
    """Return one line a bead; the third field is a cost, 1 - confidence, and 0 for a side that is empty."""
    return "".join(f"{list(bead.source)}:{list(bead.target)}:{_cost(bead):.6f}\n" for bead in beads)


def read(text: str) -> list[tuple[Ids, Ids]]:
    """Return the beads of alignment lines; the cost may be missing, as in vecalign's gold files."""
    found: list[tuple[Ids, Ids]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        match = _LINE.fullmatch(line.strip())
        if match is None:
            raise FormatError(f"line {number}: “{line.strip()[:60]}” is not of the form [6]:[6, 7]:0.507506")
        found.append((_ids(match[1]), _ids(match[2])))
    return found


def _cost(bead: Bead) -> float:
    return 0.0 if bead.link is None else 1.0 - bead.link.confidence


def _ids(field: str) -> Ids:
    return tuple(int(number) for number in field.split(",") if number.strip())
