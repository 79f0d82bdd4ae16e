"""Paragraphs into sentences."""

from align.splitting.rules import split
from align.splitting.spans import Span

__all__ = ["Span", "split"]
