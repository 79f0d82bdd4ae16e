"""Files into reports: text decoded, page furniture set aside, statements with their place."""

from align.reading.blocks import visible_text
from align.reading.files import read, read_lines, read_text

__all__ = ["read", "read_lines", "read_text", "visible_text"]
