"""Which order `auto` chooses, on texts of made-up words."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest

from align.alignment import pair
from align.alignment.pair import Pairing, pair_reports
from align.api import _as_report

ENDINGS = ("", "ka", "lo", "mi", "ste", "run", "pel", "dor")
TEXT = [" ".join(f"{first}{second}{ending}" for ending in ENDINGS) for first in "bdfgk" for second in "aeio"]


class Words:
    """A vector of its own for each word."""

    name = "words"

    def sums(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        rows = [sum((_vector(word) for word in text.split()), np.zeros(48)) for text in texts]
        return np.array(rows, dtype=np.float32).reshape(len(texts), 48)


def _vector(word: str) -> npt.NDArray[np.float64]:
    return np.random.default_rng(zlib.crc32(word.encode())).normal(size=48)


def paired(source: Sequence[str], target: Sequence[str]) -> Pairing:
    reports = _as_report(source, "a", "en"), _as_report(target, "b", "en")
    return pair_reports(*reports, embedder=Words(), order="auto")


def test_what_was_left_out_and_added_keeps_the_order() -> None:
    found = paired(TEXT[:16], [*TEXT[:4], *TEXT[16:18], *TEXT[8:16]])
    assert found.order == "monotone"
    assert {(link.source, link.target) for link in found.links} == {
        ((i,), (i if i < 4 else i - 2,)) for i in (*range(4), *range(8, 16))
    }


def test_statements_that_stand_several_times_keep_the_order() -> None:
    text = ["ba bo", "dilo mi", "ge gust"] * 4
    found = paired(text, text)
    assert found.order == "monotone"
    assert [(link.source, link.target) for link in found.links] == [((i,), (i,)) for i in range(len(text))]


def test_one_statement_that_moved_is_seen() -> None:
    found = paired(TEXT[:12], [*TEXT[1:9], TEXT[0], *TEXT[9:12]])
    assert found.order == "free"
    assert "out of order" in found.reason
    assert [link.source for link in found.links if link.moved] == [(0,)]


@pytest.mark.parametrize(("share", "order"), [(0.75, "free"), (1.5, "monotone")])
def test_a_sure_link_out_of_order_is_chance_where_any_order_links_less(
    share: float, order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pair, "MOSTLY", share)
    assert paired(TEXT[:12], [*TEXT[1:9], TEXT[0], *TEXT[9:12]]).order == order


def test_texts_with_little_in_common_are_taken_in_any_order() -> None:
    assert paired(TEXT[:10], [*TEXT[18:20], TEXT[3], *TEXT[12:18]]).order == "free"


def in_parts(texts: Sequence[str]) -> list[str]:
    """Return statements of two words each, four to a text."""
    return [" ".join(words[i : i + 2]) for words in map(str.split, texts) for i in range(0, len(words), 2)]


def test_plain_language_cuts_statements_and_keeps_the_order() -> None:
    expected = {((i,), tuple(range(4 * i, 4 * i + 4))) for i in range(12)}
    found = paired(TEXT[:12], in_parts(TEXT[:12]))
    assert (found.order, found.reason[:14]) == ("monotone", "plain language")
    assert {(link.source, link.target) for link in found.links} == expected
    mirrored = paired(in_parts(TEXT[:12]), TEXT[:12])
    assert {(link.target, link.source) for link in mirrored.links} == expected


def test_long_texts_in_plain_language_are_aligned_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pair, "PLAIN_PAIRS", 10)
    monkeypatch.setattr(pair, "in_plain", None)
    found = paired(TEXT[:12], in_parts(TEXT[:12]))
    assert (found.order, found.reason[:14]) == ("monotone", "plain language")
    assert ((0,), (0, 1, 2, 3)) in {(link.source, link.target) for link in found.links}


def test_short_statements_of_another_language_are_no_plain_language() -> None:
    reports = _as_report(TEXT[:12], "a", "en"), _as_report(in_parts(TEXT[:12]), "b", "de")
    assert "plain language" not in pair_reports(*reports, embedder=Words()).reason


@pytest.mark.parametrize("count", [9, 10])
def test_a_few_statements_are_no_plain_language(count: int) -> None:
    found = paired(TEXT[:count], in_parts(TEXT[:count]))
    assert ("plain language" in found.reason) == (count == 10)


@pytest.mark.parametrize(("order", "expected"), [("kept", "monotone"), ("turned", "free")])
def test_long_texts_are_told_by_their_anchors(
    order: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pair, "MOST_TO_TRY", 10)
    assert paired(TEXT, TEXT if order == "kept" else [*TEXT[10:], *TEXT[:10]]).order == expected
