"""Word lists written as running text."""

from __future__ import annotations


def listed(text: str) -> tuple[str, ...]:
    """Return the words of ``text``; a list of many words reads better as a line than as a column."""
    return tuple(text.split())
