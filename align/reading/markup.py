"""HTML pages: trafilatura says what the main text is, our own pass over the tags says where it stands."""

from __future__ import annotations

import datetime
import html
import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import NamedTuple

from align._exceptions import InputError
from align.languages import base, known, writes
from align.reading.assembly import Page, assemble
from align.reading.blocks import Block, Revealed
from align.reading.dates import first_date
from align.reading.furniture import furniture
from align.report import Kind, Report

_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"</(?:p|div|h[1-6]|li|article|span|a)\s*>", re.IGNORECASE)
_BLOCKS = """
address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset
figcaption figure footer form frame h1 h2 h3 h4 h5 h6 head header hr html iframe label legend li
main menu nav noscript ol optgroup option p pre section select summary table tbody td textarea tfoot
th thead title tr ul video audio
"""
_BREAKING = frozenset(_BLOCKS.split())
_UNSEEN = frozenset(["script", "style", "template", "svg", "math", "object", "canvas"])
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_REFERENCE = re.compile(r"&#?\w+;?")
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dc.date",
    "pubdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "parsely-pub-date",
    "date",
)
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
_SHORT = 25  # letters and digits; shorter blocks must be a whole line of the main text
_SHINGLE = 20
_FOUND = 0.6  # share of a block that must be found in the main text


class _Letter(NamedTuple):
    text: str
    start: int
    end: int


@dataclass
class _Region:
    letters: list[_Letter]
    kind: Kind | None
    tag: str


class _Parser(HTMLParser):
    """Collect the visible letters of a page with their offsets, in regions parted by its blocks."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.regions: list[_Region] = []
        self.language: str | None = None
        self.meta: dict[str, str] = {}
        self.times: list[str] = []
        self._source = source
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self._open: list[str] = []
        self._hidden = 0
        self._breaks = 0
        self._break()
        self.feed(source)
        self.close()

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _break(self) -> None:
        kind: Kind | None = None
        tag = next((tag for tag in reversed(self._open) if tag in _BREAKING), "")
        if re.fullmatch("h[1-6]", tag):
            kind = "heading"
        elif "li" in self._open:
            kind = "item"
        self.regions.append(_Region([], kind, tag))
        self._breaks = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = values.get("lang") or values.get("xml:lang")
        elif tag == "meta":
            name = values.get("property") or values.get("name") or values.get("itemprop") or ""
            self.meta.setdefault(name.lower(), values.get("content", ""))
        elif tag == "time" and values.get("datetime"):
            self.times.append(values["datetime"])
        if tag in _UNSEEN:
            self._hidden += 1
        elif tag == "br":
            self._line_break()
        elif tag in _BREAKING:
            self._open.append(tag)
            self._break()

    def _line_break(self) -> None:
        """Take one line break for white space and two for the end of a paragraph."""
        self._breaks += 1
        if self._breaks > 1:
            self._break()
        else:
            self.regions[-1].letters.append(_Letter(" ", self._offset(), self._offset()))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in ("br", "meta"):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._hidden = max(self._hidden - 1, 0)
        elif tag in _BREAKING:
            if tag in self._open:
                del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]
            self._break()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            at = self._offset()
            self._add([_Letter(letter, at + index, at + index + 1) for index, letter in enumerate(data)])

    def handle_entityref(self, name: str) -> None:
        self._reference()

    def handle_charref(self, name: str) -> None:
        self._reference()

    def _reference(self) -> None:
        at = self._offset()
        match = _REFERENCE.match(self._source, at)
        if match and not self._hidden:
            self._add([_Letter(letter, at, match.end()) for letter in html.unescape(match[0])])

    def _add(self, letters: list[_Letter]) -> None:
        if any(not letter.text.isspace() for letter in letters):
            self._breaks = 0
        self.regions[-1].letters.extend(letters)


def is_html(source: str, path: str) -> bool:
    """Say whether a file is an HTML page: by its name, its opening or its tags."""
    if path.lower().endswith(_SUFFIXES) or _OPENING.match(source[:2000]):
        return True
    return len(_TAG.findall(source[:20_000])) >= 5


def visible_html(stretch: str) -> str:
    """Return what a reader sees of a stretch of HTML: tags out, references read, white space folded."""
    return reveal_html(stretch).text


def reveal_html(stretch: str) -> Revealed:
    """Return what a reader sees of a stretch of HTML, with the place of each character."""
    letters: list[_Letter] = []
    for region in _Parser(stretch).regions:
        letters += [*region.letters, _Letter(" ", 0, 0)]
    return _folded(letters)


def _folded(letters: Sequence[_Letter]) -> Revealed:
    """Fold white space and leave out characters without width."""
    text: list[str] = []
    starts, ends = array("L"), array("L")
    for letter in letters:
        if letter.text in _INVISIBLE or (letter.text.isspace() and (not text or text[-1] == " ")):
            continue
        text.append(" " if letter.text.isspace() else letter.text)
        starts.append(letter.start)
        ends.append(letter.end)
    if text and text[-1] == " ":
        del text[-1], starts[-1], ends[-1]
    return Revealed("".join(text), starts, ends)


def page_report(source: str, *, id: str, path: str | None, language: str | None, hint: str | None) -> Report:  # noqa: A002
    """Return the report of an HTML page; raises ``InputError`` where the page shows no text.

    What trafilatura does not count as main text is set aside as ``furniture``, and the page's title, which
    stands in no paragraph, as ``page title``. ``hint`` is a language that the file name gives.
    """
    parser = _Parser(source)
    regions = [region for region in parser.regions if _folded(region.letters).text]
    blocks = [_block(region) for region in regions]
    reasons = _reasons(source, regions, blocks, parser)
    if all(reason == "page title" for reason in reasons):
        raise InputError(
            f"{path or id}: the page shows no text; it may need a browser: save what the browser shows"
        )
    page = Page(
        source=source,
        blocks=blocks,
        reasons=reasons,
        reveal=reveal_html,
        language=hint or _declared(parser.language, " ".join(block.text for block in blocks)),
        title=_title(regions, blocks, reasons, parser),
        date=_date(source, parser),
    )
    return assemble(page, id=id, path=path, language=language)


def _block(region: _Region) -> Block:
    revealed = _folded(region.letters)
    return Block(revealed.starts[0], revealed.ends[-1], revealed.text, region.kind)


def _reasons(
    source: str, regions: Sequence[_Region], blocks: Sequence[Block], parser: _Parser
) -> list[str | None]:
    """Return why each block is set aside, or ``None`` for what belongs to the report."""
    reasons: list[str | None] = ["page title" if region.tag == "title" else "furniture" for region in regions]
    main = [n for n in _main(source, regions, blocks, parser) if reasons[n] != "page title"]
    main = main or [n for n, reason in enumerate(reasons) if reason != "page title"]
    for n, reason in zip(main, furniture([blocks[n] for n in main]), strict=True):
        reasons[n] = reason
    return reasons


def _main(source: str, regions: Sequence[_Region], blocks: Sequence[Block], parser: _Parser) -> list[int]:
    """Return the blocks of the main text, the headline among them."""
    import trafilatura

    extracted = trafilatura.extract(source.encode("utf-8"), include_comments=False, include_tables=True) or ""
    lines = {_key(line) for line in extracted.splitlines()}
    whole = "".join(_key(line) for line in extracted.splitlines())
    main = [n for n, block in enumerate(blocks) if _found(_key(block.text), lines, whole)]
    headline = _headline(regions, blocks, parser)
    return sorted({*main, headline}) if main and headline is not None else main


def _key(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _found(key: str, lines: set[str], whole: str) -> bool:
    if len(key) < _SHORT:
        return bool(key) and key in lines
    if key in whole:
        return True
    shingles = [key[at : at + _SHINGLE] for at in range(0, len(key) - _SHINGLE + 1, _SHINGLE)]
    return sum(shingle in whole for shingle in shingles) >= _FOUND * len(shingles)


def _headline(regions: Sequence[_Region], blocks: Sequence[Block], parser: _Parser) -> int | None:
    """Return the block of the headline: an h1 that the page's title repeats, or its only one."""
    titles = _key(" ".join([parser.meta.get("og:title", ""), *(r.text for r in _titles(regions, blocks))]))
    tops = [n for n, region in enumerate(regions) if region.tag == "h1"]
    named = [n for n in tops if _key(blocks[n].text) in titles]
    return named[0] if named else tops[0] if len(tops) == 1 else None


def _titles(regions: Sequence[_Region], blocks: Sequence[Block]) -> list[Block]:
    return [block for region, block in zip(regions, blocks, strict=True) if region.tag == "title"]


def _title(
    regions: Sequence[_Region], blocks: Sequence[Block], reasons: Sequence[str | None], parser: _Parser
) -> str | None:
    """Return the headline, or what the head of the page gives as its title."""
    headline = _headline(regions, blocks, parser)
    if headline is not None and reasons[headline] is None:
        return blocks[headline].text
    titles = [" ".join(parser.meta.get("og:title", "").split()), *(b.text for b in _titles(regions, blocks))]
    return next((title for title in titles if title), None)


def _declared(tag: str | None, text: str) -> str | None:
    """Return the language that the page declares, if its script fits: templates often declare their own."""
    return base(tag) if tag and known(tag) and writes(base(tag), text) else None


def _date(source: str, parser: _Parser) -> datetime.date | None:
    """Return the day of publication by the page's metadata."""
    written = [parser.meta[name] for name in _DATES if name in parser.meta]
    written += [match[1] for match in _JSON_DATE.finditer(source)]
    dates = (first_date(text) for text in [*written, *parser.times])
    return next((date for date in dates if date), None)
