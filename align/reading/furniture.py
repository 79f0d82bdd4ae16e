"""Page furniture in plain text: which blocks belong to the page and not to the report.

A dump of a page has no tags, so the evidence is what its blocks look like and where they stand: running text
or a few words, a date alone on its line, runs of labels, figures and percentages, what pages always say.
Where the evidence is weak a block stays in the report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from align.reading.blocks import Block
from align.reading.dates import find_dates, is_date_line
from align.reading.phrases import (
    AT_THE_EDGES,
    DOMAIN,
    LABELS,
    PAGER_WORD,
    PATTERNS,
    REGISTERED,
    REGISTRATION,
    SITE,
    VOTES,
)
from align.reading.regions import other_news, polls

_LABEL_WORDS = 3  # most labels of a menu are no longer
_ENOUGH = 0.25  # share of the longest stretch of running text that makes an earlier stretch the report
_MOST_LINKS = 6  # headlines in a box of links
_BORDERS = frozenset(["comments", "copyright", "pager", "other news"])  # reports do not go on behind these


def furniture(blocks: Sequence[Block]) -> list[str | None]:
    """Return for each block why it is set aside, or ``None`` for what belongs to the report."""
    local = [_local(block) for block in blocks]
    regions = _regions(blocks, local)
    reasons = [regions.get(index, reason) for index, reason in enumerate(local)]
    first, last = _body(blocks, reasons)
    for index in range(first, last + 1):
        if index not in regions and reasons[index] in AT_THE_EDGES:
            reasons[index] = None
    _add_links(blocks, reasons, range(first, last + 1))
    dated = any(reasons[i] is None and is_date_line(blocks[i].text) for i in range(first, last + 1))
    if (
        dated and first and local[first - 1] == "page date"
    ):  # the first date of a chronicle heads a paragraph, too
        reasons[first - 1], first = None, first - 1
    head, tail = _head(blocks[:first], reasons[:first]), _tail(blocks[last + 1 :], reasons[last + 1 :])
    result = [*head, *reasons[first : last + 1], *tail]
    return result if None in result else [None if block.text else "separator" for block in blocks]


def _regions(blocks: Sequence[Block], local: Sequence[str | None]) -> dict[int, str]:
    """Return the reason of each block of a poll or of a list of other news."""
    found: dict[int, str] = {}
    for start, end, reason in (*polls(blocks), *other_news(blocks, local)):
        # A chronicle has dates over its paragraphs, too: other news stands beside a report, never alone.
        if any(block.prose for block in (*blocks[:start], *blocks[end:])):
            found.update(dict.fromkeys(range(start, end), reason))
    return found


def _add_links(blocks: Sequence[Block], reasons: list[str | None], body: range) -> None:
    """Set aside the headlines under „Lesen Sie auch“ in the middle of a report.

    The last of several may be the report's own heading, and stays.
    """
    for index in body:
        if reasons[index] != "other news" or reasons[index + 1 : index + 2] != [None]:
            continue
        end = index + 1
        while end in body and reasons[end] is None and not blocks[end].prose and end - index <= _MOST_LINKS:
            end += 1
        if end - index > 2 and blocks[end - 1].short and blocks[end - 1].kind is None:
            end -= 1
        reasons[index + 1 : end] = ["other news"] * (end - index - 1)


def _local(block: Block) -> str | None:
    """Return what a block is by its own words, wherever it stands."""
    text = _bare(block.text)
    key = re.sub(r"^\W+|\W+$", "", text.lower())
    if not re.search(r"\w", block.text):
        return "separator"
    if is_date_line(block.text):
        return "page date"
    if _is_pager(block.text):
        return "pager"
    if block.kind == "heading" and block.words > _LABEL_WORDS:
        return None
    for reason, labels in LABELS.items():
        if key in labels or _all_labels(text, labels):
            return reason
    return next(
        (reason for reason, pattern in PATTERNS if _fits(block, reason) and pattern.search(text)), None
    )


def _fits(block: Block, reason: str) -> bool:
    """Keep the longest and most running kinds of text from being taken for a line of furniture."""
    most = {
        "copyright": 60,
        "notice": 60,
        "subscription": 30,
        "tags": 40,
        "contact": 40,
        "link to other news": 25,
    }
    return block.words <= most.get(reason, 16) and (
        reason not in ("photo credit", "byline") or block.words <= 14
    )


def _bare(text: str) -> str:
    """Return a text without its dates and times, as in „Heute, 07:36   Kommentare (0)“."""
    spans = [(start, end) for start, end, _ in find_dates(text)]
    for start, end in reversed(spans):
        text = f"{text[:start]} {text[end:]}"
    text = re.sub(
        r"\b(?:сегодня|вчера|heute|gestern|today|yesterday)?,?\s*\d{1,2}:\d\d\b",
        " ",
        text,
        flags=re.IGNORECASE,
    )
    return " ".join(text.split()) if spans or re.search(r"\w", text) else text


def _all_labels(text: str, labels: frozenset[str]) -> bool:
    """Say whether a line is several labels in a row: „Home | Politik | Kultur“."""
    parts = [
        part.strip().lower() for part in re.split(r"\s*[|•·/→>»«\t]\s*|\s{2,}|,\s", text) if part.strip()
    ]
    return len(parts) > 1 and sum(part in labels for part in parts) * 3 >= len(parts) * 2


def _is_pager(text: str) -> bool:
    """Say whether a line is a row of page numbers."""
    numbers = re.findall(r"\d+", text)
    rest = re.sub(r"[\W\d_]+", "", PAGER_WORD.sub("", text))
    if rest or not numbers:
        return False
    if PAGER_WORD.search(text):
        return len(text.split()) > 1 and not re.search(r"\d[.,:]\d", text)
    return (
        len(numbers) >= 4
        and all(int(a) < int(b) for a, b in pairwise(numbers))
        and not re.search(r"\d[.,:/-]\d", text)
    )


def _body(blocks: Sequence[Block], reasons: Sequence[str | None]) -> tuple[int, int]:
    """Return the first and the last block of the report's running text.

    Comments, other news, pagers and copyright lines cut the page into stretches; the report is the first one
    that has a fair share of the running text, with what follows it as long as that reads on.
    """
    stretches = _stretches(blocks, reasons)
    sizes = [sum(len(blocks[index].text) for index in stretch) for stretch in stretches]
    if not any(sizes):
        return _without_prose(blocks, reasons)
    chosen = next(n for n, size in enumerate(sizes) if size >= max(sizes) * _ENOUGH)
    body = list(stretches[chosen])
    for stretch in stretches[chosen + 1 :]:
        if not _reads_on(blocks, reasons, body, stretch):
            break
        body += stretch
    body = _without_notices(blocks, body)
    first = _without_slogan(blocks, reasons, body)
    return first, _with_items(blocks, reasons, body[-1])


def _stretches(blocks: Sequence[Block], reasons: Sequence[str | None]) -> list[list[int]]:
    """Return the running text between borders, as lists of block numbers; some may be empty."""
    stretches: list[list[int]] = [[]]
    for index, (block, reason) in enumerate(zip(blocks, reasons, strict=True)):
        if reason in _BORDERS:
            stretches.append([])
        elif reason is None and (block.prose or block.kind == "item"):
            stretches[-1].append(index)
    return [[index for index in stretch if any(blocks[i].prose for i in stretch)] for stretch in stretches]


def _reads_on(
    blocks: Sequence[Block], reasons: Sequence[str | None], body: list[int], stretch: list[int]
) -> bool:
    """Say whether a later stretch is the report again, behind a box of links in its middle."""
    if not stretch:
        return True
    if any(reasons[index] in ("comments", "copyright", "pager") for index in range(body[-1], stretch[0])):
        return False
    prose = [index for index in stretch if blocks[index].prose]
    if not prose:
        return False
    mean = sum(len(blocks[index].text) for index in prose) / len(prose)
    own = [len(blocks[index].text) for index in body if blocks[index].prose]
    return any(b - a == 1 for a, b in pairwise(prose)) or mean >= 0.6 * sum(own) / len(own)


def _without_notices(blocks: Sequence[Block], body: list[int]) -> list[int]:
    """Leave out the publisher's entry in a register, which often ends a page in whole sentences."""
    kept = list(body)
    while len(kept) > 1 and _is_notice(blocks[kept[-1]]):
        kept.pop()
    return kept


def _is_notice(block: Block) -> bool:
    return block.words <= 80 and bool(REGISTRATION.search(block.text)) and bool(REGISTERED.search(block.text))


def _without_slogan(blocks: Sequence[Block], reasons: Sequence[str | None], body: list[int]) -> int:
    """Return where the running text begins, behind a slogan in whole sentences that a menu follows."""
    if len(body) < 2 or body[1] - body[0] < 3:
        return body[0]
    between = range(body[0] + 1, body[1])
    labels = sum(reasons[index] == "navigation" or _is_label(blocks[index]) for index in between)
    return body[1] if labels >= 3 or (labels >= 2 and SITE.search(blocks[body[0]].text)) else body[0]


def _with_items(blocks: Sequence[Block], reasons: Sequence[str | None], last: int) -> int:
    """Move the end of the report behind the list items that follow its last paragraph."""
    while last + 1 < len(blocks) and blocks[last + 1].kind == "item" and reasons[last + 1] is None:
        last += 1
    return last


def _without_prose(blocks: Sequence[Block], reasons: Sequence[str | None]) -> tuple[int, int]:
    """Return the first and last block that is not furniture by its words, where a text has no paragraphs."""
    kept = [index for index, reason in enumerate(reasons) if reason is None]
    return (kept[0], kept[-1]) if kept else (0, len(blocks) - 1)


def _is_label(block: Block) -> bool:
    return block.short and block.words <= _LABEL_WORDS and block.kind is None


def _head(blocks: Sequence[Block], reasons: Sequence[str | None]) -> list[str | None]:
    """Decide before the running text: the title and its neighbours stay, menus and the site's name go."""
    result = [reason or _edge(block) for block, reason in zip(blocks, reasons, strict=True)]
    title = _title(blocks, result)
    menu = max((index for index in _menu(blocks, result) if index < title), default=-1)
    for index, block in enumerate(blocks[:title]):
        if result[index] is None and index < menu:
            result[index] = "navigation" if _is_label(block) else "site name"
        elif result[index] is None and menu >= 0 and _is_label(block):
            result[index] = "navigation"
    return _with_title(blocks, result)


def _with_title(blocks: Sequence[Block], reasons: list[str | None]) -> list[str | None]:
    """Give back a headline that sounds like the name of a site, where there is no other."""
    if None not in reasons:
        named = [
            n for n, reason in enumerate(reasons) if reason == "site name" and SITE.search(blocks[n].text)
        ]
        if len(named) == 1 and len(reasons) == 1:
            return [None]
    return reasons


def _edge(block: Block) -> str | None:
    """Return what a block is that would be no furniture in the middle of a report."""
    if _is_notice(block):
        return "notice"
    before, bar, _ = block.text.partition(" | ")
    domain = DOMAIN.search(block.text)
    is_name = (bar and len(before.split()) <= 3) or (
        domain and (block.words <= 4 or domain.end() == len(block.text))
    )
    if is_name and block.words <= 12 and not block.terminal:
        return "site name"
    if SITE.search(block.text) and block.words <= 40 and (block.short or len(block.text) > 200):
        return "site name"
    return None


def _title(blocks: Sequence[Block], reasons: Sequence[str | None]) -> int:
    """Return which block is the title: the last one of some words before the running text."""
    kept = [index for index, reason in enumerate(reasons) if reason is None]
    long = [index for index in kept if not _is_label(blocks[index])]
    return (long or kept or [len(blocks)])[-1] if len(long) < 3 else _after_menu(blocks, reasons, long)


def _after_menu(blocks: Sequence[Block], reasons: Sequence[str | None], long: list[int]) -> int:
    """Return the first longer block behind the last menu: kickers and leads may follow the title."""
    menu = max(_menu(blocks, reasons), default=-1)
    return next((index for index in long if index > menu), long[-1])


def _menu(blocks: Sequence[Block], reasons: Sequence[str | None]) -> list[int]:
    """Return the blocks of menus: known labels, and runs of blocks of one to three words."""
    labels = [
        reason in ("navigation", "sharing") or (reason is None and _is_label(block))
        for block, reason in zip(blocks, reasons, strict=True)
    ]
    return [
        index
        for index, label in enumerate(labels)
        if label
        and (
            reasons[index] is not None
            or any(labels[max(index - 1, 0) : index] + labels[index + 1 : index + 2])
        )
    ]


def _tail(blocks: Sequence[Block], reasons: Sequence[str | None]) -> list[str | None]:
    """Decide behind the running text: a single line stays, but not behind a border or in a list."""
    result = [reason or _edge(block) for block, reason in zip(blocks, reasons, strict=True)]
    border: str | None = None
    open_blocks = sum(reason is None for reason in result)
    page = any(reason is not None for reason in result)
    for index, (block, reason) in enumerate(zip(blocks, result, strict=True)):
        if reason in _BORDERS or reason in ("poll", "notice"):
            border = "page footer" if reason in ("copyright", "notice", "pager", "poll") else reason
        elif reason is None and border is not None:
            result[index] = "navigation" if _is_label(block) else border
        elif reason is None and _is_label(block) and (page or open_blocks > 1):
            result[index] = "navigation"
        elif reason is None and block.short and block.kind is None and open_blocks > 2:
            result[index] = "other news"
    return [_votes(block) or reason for block, reason in zip(blocks, result, strict=True)]


def _votes(block: Block) -> str | None:
    return "poll" if block.words <= 8 and VOTES.search(block.text) else None
