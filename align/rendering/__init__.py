"""Comparisons and links written out for readers and for other programs; knows no models."""

from __future__ import annotations

from pathlib import Path

from align._exceptions import FormatError
from align.comparison.result import Comparison
from align.rendering.document import to_json
from align.rendering.html import to_html
from align.rendering.markdown import to_markdown
from align.rendering.terminal import to_text

__all__ = ["ENDINGS", "FORMATS", "render", "save"]

FORMATS = ("html", "json", "text", "markdown")

# What the ending of a file says about its format.
ENDINGS = {".html": "html", ".json": "json", ".txt": "text", ".md": "markdown", ".htm": "html"}


def render(
    comparison: Comparison,
    format: str,  # noqa: A002 - the word of the command line
    *,
    base: str | None = None,
    width: int = 100,
    colour: bool = False,
) -> str:
    """Return the comparison in one of ``FORMATS``.

    ``base`` is the id of the report the others are laid beside; ``width`` (columns) and ``colour`` matter to
    ``text`` only. Raises ``FormatError`` for another format, ``InputError`` for a base that is not there.
    """
    if format == "html":
        return to_html(comparison, base=base)
    if format == "json":
        return to_json(comparison)
    if format == "text":
        return to_text(comparison, base=base, width=width, colour=colour)
    if format == "markdown":
        return to_markdown(comparison, base=base)
    raise FormatError(f"unknown format “{format}”; a comparison can be written as {', '.join(FORMATS)}")


def save(comparison: Comparison, path: str | Path, *, base: str | None = None) -> None:
    """Write the comparison as UTF-8; the format follows from its ending (``ENDINGS``).

    Raises ``FormatError`` for any other ending, before anything is written.
    """
    path = Path(path)
    known = ENDINGS.get(path.suffix.lower())
    if known is None:
        raise FormatError(f"{path}: the ending “{path.suffix}” names no format; use {', '.join(ENDINGS)}")
    text = render(comparison, known, base=base)
    path.write_text(text, encoding="utf-8", errors="replace", newline="\n")
