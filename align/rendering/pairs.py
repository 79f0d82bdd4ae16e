"""Links of two reports in the formats of other programs, written and read.

tsv       a table with a header, one bead a line
json      ``align.links/1``
tmx       TMX 1.4b, a translation memory of the linked statements
vecalign  ``[6]:[6, 7, 8]:0.507506``; the third field is a cost
ladder    the rungs of hunalign, for links that do not cross
moses     two line-parallel texts: ``moses_lines``
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from align._exceptions import FormatError
from align.link import Link
from align.rendering import ladder, linkdocument, table, tmx, vecalign
from align.rendering.beads import Bead, Ids, beads, joined
from align.rendering.tmx import read_tmx
from align.report import Report

__all__ = ["PAIR_FORMATS", "moses_lines", "read_links", "read_tmx", "write_pairs"]

_WRITERS: dict[str, Callable[[Sequence[Bead], Report, Report], str]] = {
    "tsv": table.write,
    "tmx": tmx.write,
    "vecalign": vecalign.write,
    "ladder": ladder.write,
}
_READERS: dict[str, Callable[[str], list[tuple[Ids, Ids]]]] = {
    "tsv": table.read,
    "json": linkdocument.read,
    "tmx": tmx.read,
    "vecalign": vecalign.read,
    "ladder": ladder.read,
}

PAIR_FORMATS = ("tsv", "json", "tmx", "vecalign", "ladder", "moses")


def write_pairs(
    links: Sequence[Link],
    source: Report,
    target: Report,
    *,
    format: str,  # noqa: A002 - the word of the command line
    signature: str | None = None,
) -> str:
    """Return the links of ``source`` and ``target`` as the text of a file in one of ``PAIR_FORMATS``.

    ``signature`` says how they were found (``Pairing.signature``); only ``json`` has a place for it. Raises
    ``FormatError`` for another format, for ``moses``, which is two files, and for links that the format
    cannot hold.
    """
    if format == "moses":
        raise FormatError("moses is two line-parallel files, so it needs two outputs, one for each language")
    if format not in PAIR_FORMATS:
        raise FormatError(f"unknown format “{format}”; links can be written as {', '.join(PAIR_FORMATS)}")
    rows = beads(links, source, target)
    if format == "json":
        return linkdocument.write(rows, source, target, signature=signature)
    return _WRITERS[format](rows, source, target)


def moses_lines(links: Sequence[Link], source: Report, target: Report) -> tuple[str, str]:
    """Return two line-parallel texts, a link a line; statements that no link holds are left out."""
    kept = [bead for bead in beads(links, source, target) if bead.link]
    left = [" ".join(joined(source, bead.source).split()) for bead in kept]
    right = [" ".join(joined(target, bead.target).split()) for bead in kept]
    return "".join(f"{line}\n" for line in left), "".join(f"{line}\n" for line in right)


def read_links(
    text: str,
    *,
    format: str,  # noqa: A002 - the word of the command line
) -> list[tuple[Ids, Ids]]:
    """Return the beads of a file in ``tsv``, ``json``, ``tmx``, ``vecalign`` or ``ladder``, in its order.

    A bead is the statement ids of the source and of the target; one side is empty where a statement has no
    counterpart, which a translation memory does not hold. Raises ``FormatError``, with the line, for a text
    that is not in that format.
    """
    if format not in _READERS:
        raise FormatError(f"unknown format “{format}”; links can be read from {', '.join(_READERS)}")
    return _READERS[format](text)
