"""Regions of a page that only a run of blocks gives away: polls and lists of other news."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from align.reading.blocks import Block
from align.reading.dates import find_dates, is_date_line
from align.reading.phrases import LABELS, VOTES

_PERCENT = re.compile(r"\W*\d{1,3}(?:[.,]\d+)?\s?%\W*(?:\(\d+\))?")
_ANSWER = re.compile(r".{1,150}?[\s:–—-]+\(?\d{1,3}(?:[.,]\d+)?\s?%\)?(?:\s*\(\d+[^)]*\))?")
_REACH = 5  # blocks between the heading of a poll and its first figure
_LONGEST_POLL = 14  # blocks between the heading of a poll and its button, where no figures are given
_GAP = 5  # blocks from one date to the next in a list of other news


def polls(blocks: Sequence[Block]) -> list[tuple[int, int, str]]:
    """Return start, end and reason of polls: a question, answers, percentages or a button, a total."""
    figures = [index for index, block in enumerate(blocks) if _has_percentage(block)]
    headings = [index for index, block in enumerate(blocks) if _key(block) in LABELS["poll"]]
    if len(figures) >= 2 and figures[-1] - figures[0] <= 5 * len(figures):
        region = _with_figures(blocks, figures, headings)
        return [(*region, "poll")] if region else []
    ends = [index for index, block in enumerate(blocks) if _closes_poll(block)]
    for start in headings:
        end = next((end for end in reversed(ends) if start < end <= start + _LONGEST_POLL), None)
        if end is not None and not any(block.prose for block in blocks[start:end] if "?" not in block.text):
            return [(start, end + 1, "poll")]
    return []


def _has_percentage(block: Block) -> bool:
    return block.kind != "item" and (
        _PERCENT.fullmatch(block.text) is not None
        or (_ANSWER.fullmatch(block.text) is not None and not block.prose)
    )


def _closes_poll(block: Block) -> bool:
    return _key(block) in LABELS["poll"] or (block.words <= 8 and VOTES.search(block.text) is not None)


def _key(block: Block) -> str:
    return re.sub(r"^\W+|\W+$", "", block.text.lower())


def _with_figures(blocks: Sequence[Block], figures: list[int], headings: list[int]) -> tuple[int, int] | None:
    """Return start and end of a poll with percentages; ``None`` where nothing says that it is one."""
    first, last = figures[0], figures[-1]
    before = range(max(first - _REACH, 0), first)
    start = min((index for index in headings if index in before), default=None)
    question = next((index for index in before if "?" in blocks[index].text), None)
    total = next(
        (index for index in range(last, min(last + 4, len(blocks))) if _closes_poll(blocks[index])), None
    )
    if start is None and question is None and total is None:
        return None
    starts = [index for index in (start, question) if index is not None]
    begin = min(starts) if starts else first
    alone = _PERCENT.fullmatch(blocks[last].text) is not None
    ends_before_answer = alone and (first - 1 == question or first - 1 in headings or not starts)
    end = last + 2 if ends_before_answer else last + 1
    return begin, min(max(end, (total or 0) + 1), len(blocks))


def other_news(blocks: Sequence[Block], reasons: Sequence[str | None]) -> list[tuple[int, int, str]]:
    """Return start, end and reason of lists of other news: headlines with dates over or beside them."""
    heads = [index for index in range(len(blocks)) if _is_dated_headline(blocks, reasons, index)]
    first = next((index for index, block in enumerate(blocks) if block.prose), len(blocks))
    regions = []
    for run in _runs(heads):
        end = _end_of_list(blocks, run, first)
        if end is not None:
            stop = next((i for i in range(run[-1] + 1, end) if _stops(reasons[i])), end)
            regions.append((run[0], stop, "other news"))
    return regions


def _end_of_list(blocks: Sequence[Block], run: list[int], first: int) -> int | None:
    """Return where a list of other news ends; ``None`` where the dates are the report's own.

    ``first`` is the first paragraph of the page. Before it a report has up to two dates, of the page
    and of its publication, and behind it one; the date of other news heads what little is left of the page.
    """
    beside = any(not is_date_line(blocks[index].text) for index in run)
    if len(run) > (1 if beside or run[0] > first else 2):
        steps = sorted(b - a for a, b in pairwise(run))
        return min(run[-1] + steps[len(steps) // 2], len(blocks))
    if run[0] < first or any(block.prose for block in blocks[run[0] + 3 :]):
        return None
    return min(run[0] + 3, len(blocks))


def _stops(reason: str | None) -> bool:
    return reason is not None and reason not in ("view counter", "comments", "photo credit")


def _is_dated_headline(blocks: Sequence[Block], reasons: Sequence[str | None], index: int) -> bool:
    """Say whether a block is a date over a headline, or a headline with its date beside it."""
    block = blocks[index]
    if not is_date_line(block.text):
        return _in_one_line(block)
    if index + 1 >= len(blocks) or reasons[index + 1] is not None:
        return False
    following = blocks[index + 1]
    return (
        following.kind is None and len(following.text) <= 200 and (following.short or following.words <= 20)
    )


def _in_one_line(block: Block) -> bool:
    """Say whether a line is „13.02.2026 Überschrift“ or „14:05 Überschrift“, or has the date at its end."""
    if block.prose or block.terminal or block.kind is not None or len(block.text) > 200:
        return False
    if re.match(r"\d{1,2}:\d\d\s+\w", block.text) or re.search(r"\w\s+\d{1,2}:\d\d$", block.text):
        return True
    return any(
        (start <= 1 or end >= len(block.text) - 1) and len(block.text) - (end - start) > 15
        for start, end, date in find_dates(block.text)
        if date is not None
    )


def _runs(heads: list[int]) -> list[list[int]]:
    """Group the dates that follow each other closely."""
    runs: list[list[int]] = []
    for index in heads:
        if runs and index - runs[-1][-1] <= _GAP:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
