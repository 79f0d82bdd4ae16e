"""Files into reports: text decoded, page furniture set aside, statements with their place.

A statement's span holds its bullet, heading mark or bold marks and its text leaves them out: in plain text
``visible_text(report.source[start:end]) == statement.text``, in HTML the same with ``markup.visible_html``.
"""

from align.reading.blocks import visible_text
from align.reading.files import read, read_lines, read_text

__all__ = ["read", "read_lines", "read_text", "visible_text"]
