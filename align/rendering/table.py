r"""Links as a table of tab-separated values.

The columns are ``source_ids`` and ``target_ids`` (from 0, joined by commas), ``confidence`` (0 to 1), and the
texts ``source`` and ``target`` (statements joined by blanks). A statement without a counterpart is a line
with an empty side and no confidence. In the texts ``\t``, ``\n``, ``\r`` and ``\\`` stand for a tab, the two
line ends and the backslash.
"""

from __future__ import annotations

from collections.abc import Sequence

from align._exceptions import FormatError
from align.rendering.beads import Bead, Ids, joined
from align.report import Report

COLUMNS = ("source_ids", "target_ids", "confidence", "source", "target")

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def write(beads: Sequence[Bead], source: Report, target: Report) -> str:
    """Return the table, its header first."""
    lines = ["\t".join(COLUMNS)]
    for bead in beads:
        texts = joined(source, bead.source), joined(target, bead.target)
        confidence = f"{bead.link.confidence:.6f}" if bead.link else ""
        fields = [_field(bead.source), _field(bead.target), confidence]
        lines.append("\t".join(fields + [text.translate(_ESCAPES) for text in texts]))
    return "\n".join(lines) + "\n"


def read(text: str) -> list[tuple[Ids, Ids]]:
    """Return the beads of a table; columns beyond the first two are not looked at."""
    header, *lines = text.removeprefix("\ufeff").split("\n")
    if tuple(header.rstrip("\r").split("\t")[:2]) != COLUMNS[:2]:
        raise FormatError(f"line 1: expected the header {' '.join(COLUMNS)}, found “{header[:60]}”")
    return [_bead(line, number) for number, line in enumerate(lines, start=2) if line.rstrip("\r")]


def _bead(line: str, number: int) -> tuple[Ids, Ids]:
    fields = line.split("\t")
    if len(fields) < 2:
        raise FormatError(f"line {number}: expected {len(COLUMNS)} columns, found one")
    return _ids(fields[0], number), _ids(fields[1].rstrip("\r"), number)


def _field(ids: Ids) -> str:
    return ",".join(str(number) for number in ids)


def _ids(field: str, number: int) -> Ids:
    ids = field.split(",") if field else []
    if not all(part.isascii() and part.isdigit() for part in ids):
        raise FormatError(f"line {number}: “{field[:60]}” is not a list of statement ids such as 6,7")
    return tuple(int(part) for part in ids)
