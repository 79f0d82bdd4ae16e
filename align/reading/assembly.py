"""From blocks to a report: statements, what is set aside, title, date, place and language."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from align.languages import canonical, detect
from align.reading.blocks import Block, Revealed
from align.reading.datelines import Dateline, dateline, stands_alone
from align.reading.dates import first_date
from align.report import Kind, Report, SetAside, Statement
from align.splitting import Span, split

_LONGEST_HEADING = 200  # characters
_LONGEST_DATELINE = 90
_DATED = frozenset(["page date", "view counter", "comments", "byline"])  # lines that may hold the page's date


@dataclass(frozen=True, slots=True)
class Page:
    """A file as blocks, each with the reason why it is set aside, if it is; and what it says of itself."""

    source: str
    blocks: Sequence[Block]
    reasons: Sequence[str | None]
    reveal: Callable[[str], Revealed]
    language: str | None = None
    title: str | None = None
    date: datetime.date | None = None

    @property
    def own(self) -> list[Block]:
        """The blocks of the report."""
        return [block for block, reason in zip(self.blocks, self.reasons, strict=True) if reason is None]


def assemble(page: Page, *, id: str, path: str | None, language: str | None) -> Report:  # noqa: A002
    """Return the report of a page; ``language`` goes before what the page says and what can be detected."""
    found = _dateline(page)
    page = _without_lone_dateline(page)
    tag = canonical(language or page.language or detect(" ".join(block.text for block in page.own)))
    statements = tuple(_statements(page, tag))
    return Report(
        id=id,
        language=tag,
        source=page.source,
        statements=statements,
        set_aside=tuple(_set_aside(page)),
        path=path,
        title=page.title or _first_heading(statements),
        date=page.date or (found.date if found else None) or _page_date(page),
        place=found.place if found else None,
    )


def _first_prose(page: Page) -> int:
    """Return the number of the first running paragraph of the report, or the number of blocks."""
    blocks = zip(page.blocks, page.reasons, strict=True)
    return next(
        (n for n, (block, reason) in enumerate(blocks) if reason is None and block.prose), len(page.blocks)
    )


def _dateline(page: Page) -> Dateline | None:
    """Return the dateline of the first paragraph, or one that stands alone before it."""
    first = _first_prose(page)
    if first < len(page.blocks) and (found := dateline(page.blocks[first].text)):
        return found
    alone = (dateline(page.blocks[index].text) for index in _lone_datelines(page))
    return next(alone, None)


def _lone_datelines(page: Page) -> list[int]:
    return [
        index
        for index, block in enumerate(page.blocks[: _first_prose(page)])
        if page.reasons[index] is None and len(block.text) <= _LONGEST_DATELINE and stands_alone(block.text)
    ]


def _without_lone_dateline(page: Page) -> Page:
    """Set aside a dateline that is a line of its own; one that opens a paragraph stays in it."""
    alone = _lone_datelines(page)
    reasons = ["dateline" if index in alone else reason for index, reason in enumerate(page.reasons)]
    return replace(page, reasons=reasons)


def _page_date(page: Page) -> datetime.date | None:
    """Return the date of the page that stands nearest to the report, those before it first."""
    dated = [
        (n, first_date(page.blocks[n].text)) for n, reason in enumerate(page.reasons) if reason == "page date"
    ]
    first = _first_prose(page)
    before = [date for n, date in dated if date and n < first]
    after = [date for n, date in dated if date and n > first]
    return before[-1] if before else after[0] if after else None


def _first_heading(statements: Sequence[Statement]) -> str | None:
    """Return the title: a heading before the first sentence."""
    for statement in statements:
        if statement.kind == "heading":
            return statement.text
        if statement.paragraph > 0 or statement.kind == "sentence":
            return None
    return None


def _statements(page: Page, language: str) -> Iterator[Statement]:
    ids = count()
    blocks = page.own
    for paragraph, (block, kind) in enumerate(zip(blocks, _kinds(blocks), strict=True)):
        revealed = page.reveal(page.source[block.start : block.end])
        for span in _sentences(revealed.text, kind, language):
            start = block.start + revealed.starts[span.start]
            end = block.start + revealed.ends[span.end - 1]
            text = page.reveal(page.source[start:end]).text
            yield Statement(id=next(ids), kind=kind, start=start, end=end, text=text, paragraph=paragraph)


def _sentences(text: str, kind: Kind, language: str) -> list[Span]:
    """Return the sentences of a block; a heading is one, and a dateline belongs to the first."""
    if kind == "heading":
        return [Span(0, len(text))]
    opening = dateline(text)
    skipped = opening.end if opening and opening.end < len(text) else 0
    spans = [
        Span(span.start + skipped, span.end + skipped) for span in split(text[skipped:], language=language)
    ]
    return [Span(0, spans[0].end), *spans[1:]]


def _kinds(blocks: Sequence[Block]) -> list[Kind]:
    """Return the kind of each block of the report."""
    kinds: list[Kind] = []
    for index, block in enumerate(blocks):
        kinds.append(block.kind or _kind(blocks, index, kinds))
    return kinds


def _kind(blocks: Sequence[Block], index: int, before: Sequence[Kind]) -> Kind:
    """Tell headings, and items of a list without bullets, from sentences."""
    block, following = blocks[index], blocks[index + 1 : index + 2]
    if block.prose or len(block.text) > _LONGEST_HEADING or not following:
        return (
            "item"
            if before and before[-1] == "item" and block.short and not blocks[index - 1].kind
            else "sentence"
        )
    if not block.terminal and index:
        introduced = blocks[index - 1].text.endswith(":") and blocks[index - 1].prose
        if (introduced and following[0].short and not following[0].kind) or (
            before[-1] == "item" and not blocks[index - 1].kind and (following[0].short or introduced)
        ):
            return "item"
    if block.text.endswith(":"):
        return "heading" if block.words <= 6 and following[0].kind != "item" else "sentence"
    if block.terminal:
        return "heading" if index == 0 and following[0].prose and block.text[-1] in "?!" else "sentence"
    return (
        "heading" if any(later.prose or later.kind == "item" for later in blocks[index + 1 :]) else "sentence"
    )


def _set_aside(page: Page) -> Iterator[SetAside]:
    """Yield the stretches set aside, neighbours of one reason together."""
    start: int | None = None
    for index, (block, reason) in enumerate(zip(page.blocks, page.reasons, strict=True)):
        if reason is None:
            continue
        start = block.start if start is None else start
        if page.reasons[index + 1 : index + 2] != [reason]:
            stretch = page.source[start : block.end]
            text = page.reveal(stretch).text or " ".join(stretch.split())
            yield SetAside(start=start, end=block.end, text=text, reason=reason)
            start = None
