from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from align.faults import fault
from align.report import Statement
from align.translation import SentenceTranslator
from tests.translation.test_sentences import Words


@pytest.mark.parametrize(
    ("source", "output", "found"),
    [
        ("Die Minister trafen sich.", "The ministers met.", None),
        ("Die Minister trafen sich.", "", "empty"),
        ("Die Minister trafen sich.", "…", "empty"),
        ("Стороны обсудили торговлю.", "The sides обсудили trade.", "copied"),
        (
            "Der Rat tagte am Montag in der Stadt Bern lange.",
            "Der Rat tagte am Montag in der Stadt Bern lange.",
            "copied",
        ),
        ("Deutsche Bahn AG", "Deutsche Bahn AG", None),
        (
            "Стороны обсудили торговлю.",
            "the development of the development of the development of trade",
            "repeated",
        ),
        ("Sie sang ja, ja, ja, ja, ja, ja, ja.", "She sang yes, yes, yes, yes, yes, yes.", None),
        (
            "Nach dem Treffen sprachen die Minister lange über Handel, Wasser und Energie.",
            "After that.",
            "truncated",
        ),
    ],
)
def test_faults(source: str, output: str, found: str | None) -> None:
    assert fault(source, output) == found


class Looping(Words):
    """Says everything four times."""

    def run(self, batch: Sequence[Sequence[str]], *, max_length: int) -> list[list[list[str]]]:
        return [[row * 4] for (row,) in super().run(batch, max_length=max_length)]


def test_what_came_out_with_a_fault_is_translated_once_more() -> None:
    careful = Words()
    translator = SentenceTranslator(Looping(), careful=careful)
    assert translator.translate(["the ministers met today"]) == ["THE MINISTERS MET TODAY"]
    assert careful.batches == [[4]]


def test_a_second_answer_with_a_fault_is_not_taken() -> None:
    translator = SentenceTranslator(Looping(), careful=Looping())
    assert translator.translate(["the ministers met today"]) == [" ".join(["THE MINISTERS MET TODAY"] * 4)]


def test_a_good_answer_is_left_alone() -> None:
    careful = Words()
    assert SentenceTranslator(Words(), careful=careful).translate(["guten Tag"]) == ["GUTEN TAG"]
    assert careful.batches == []


def test_a_statement_knows_what_is_wrong_with_its_translation() -> None:
    statement = Statement(0, "sentence", 0, 26, "Стороны обсудили торговлю.")
    assert statement.fault is None
    assert replace(statement, translation="The sides discussed trade.").fault is None
    assert replace(statement, translation="The sides обсудили trade.").fault == "copied"
