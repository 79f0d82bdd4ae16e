"""Text as an HTML page can hold it."""

from __future__ import annotations

import re

# HTML allows none of these; a NUL or a lone surrogate would spoil the file.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def legible(text: str) -> str:
    """Return ``text`` with U+FFFD for every character that HTML does not allow."""
    return _ILLEGAL.sub("\ufffd", text)
