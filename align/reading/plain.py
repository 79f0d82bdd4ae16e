"""Plain text: a report that was saved without its tags."""

from __future__ import annotations

import re

from align.languages import canonical
from align.reading.assembly import Page, assemble
from align.reading.blocks import Block, plain_blocks, reveal
from align.reading.dates import first_date
from align.reading.furniture import furniture
from align.report import Report, Statement

# „date 2026-02-13 “, with which crawlers open the text of a page.
_METADATA = re.compile(r"\s*((?:date|datum|дата)\s*:?\s*\d{4}-\d\d-\d\d)(?=\s)", re.IGNORECASE)


def plain_report(source: str, *, id: str, path: str | None, language: str | None, hint: str | None) -> Report:  # noqa: A002
    """Return the report of a plain text; ``hint`` is a language that its file name gives."""
    prefix = _METADATA.match(source)
    blocks = plain_blocks(source, prefix.end() if prefix else 0)
    reasons = furniture(blocks)
    if prefix:
        blocks.insert(0, Block(prefix.start(1), prefix.end(1), prefix[1]))
        reasons.insert(0, "metadata")
    page = Page(
        source=source,
        blocks=blocks,
        reasons=reasons,
        reveal=reveal,
        language=hint,
        date=first_date(prefix[1]) if prefix else None,
    )
    return assemble(page, id=id, path=path, language=language)


def line_report(source: str, *, id: str, path: str | None, language: str) -> Report:  # noqa: A002
    """Return one statement for each line, an empty one too, so that its id is the number of its line, from 0.

    Lines end with a line feed, as in parallel corpora; a carriage return before it is white space. Nothing is
    set aside, and no mark is left out of the text.
    """
    statements: list[Statement] = []
    at = 0
    for number, line in enumerate(source.removesuffix("\n").split("\n")):
        start = at + len(line) - len(line.lstrip())
        end = max(start, at + len(line.rstrip()))
        text = " ".join(line.split())
        statements.append(Statement(number, "sentence", start, end, text, paragraph=number))
        at += len(line) + 1
    return Report(id, canonical(language), source, tuple(statements), path=path)
