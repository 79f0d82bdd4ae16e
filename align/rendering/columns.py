"""Text measured and cut by the columns of a terminal, and made harmless to it."""

from __future__ import annotations

import unicodedata

_DIRECTING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def display_width(text: str) -> int:
    """Return the terminal columns of ``text``: 2 for East Asian wide letters, 0 for combining marks."""
    return sum(_columns(character) for character in text)


def wrapped(text: str, width: int) -> list[str]:
    """Return ``text`` in lines of at most ``width`` columns, cut at blanks where there are any."""
    lines = [""]
    for word in text.split():
        gap = " " if lines[-1] else ""
        if display_width(lines[-1] + gap + word) <= width:
            lines[-1] += gap + word
            continue
        *full, rest = _pieces(word, width)
        lines += [*full, rest]
    return [line for line in lines if line] or [""]


def visible(text: str) -> str:
    """Return ``text`` without what steers a terminal: controls and marks of direction become U+FFFD."""
    return "".join("\ufffd" if _steers(character) else character for character in " ".join(text.split()))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _steers(character: str) -> bool:
    return (
        unicodedata.category(character) in ("Cc", "Cs") or unicodedata.bidirectional(character) in _DIRECTING
    )


def _pieces(word: str, width: int) -> list[str]:
    pieces = [""]
    for character in word:
        if display_width(pieces[-1]) + _columns(character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def clipped(text: str, width: int) -> str:
    """Return ``text`` cut to at most ``width`` columns, with an ellipsis where it was cut."""
    if display_width(text) <= width:
        return text
    kept = _pieces(text, max(width - 1, 1))[0]
    return kept.rstrip() + "…" if width > 1 else ""


def padded(text: str, width: int) -> str:
    """Return ``text`` with blanks up to ``width`` columns."""
    return text + " " * max(width - display_width(text), 0)
