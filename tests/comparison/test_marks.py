"""The words that one side of a link adds, and whether it says more."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from align.comparison.added import Line, Seen
from align.comparison.compare import compare_reports
from align.comparison.marks import flagged
from align.comparison.result import Comparison
from align.comparison.sides import Look
from align.comparison.words import content
from align.embedding import StaticEmbedder
from align.models import default
from align.report import Report
from align.translation import load_translator
from align.translation.attention import AttentionReader
from tests.comparison.build import link, report_of


@pytest.fixture(scope="module")
def embedder() -> StaticEmbedder:
    return StaticEmbedder(Path(default("embedding").path))


@pytest.fixture(scope="module")
def attention() -> AttentionReader:
    found = load_translator().attention
    assert found is not None
    return found


def compared(
    left: Report,
    right: Report,
    embedder: StaticEmbedder | None = None,
    attention: AttentionReader | None = None,
) -> Comparison:
    events = {left.id: 1, right.id: 1}
    links = [link(left.id, range(len(left.statements)), right.id, range(len(right.statements)))]
    return compare_reports(
        [left, right], links, events=events, signature="test", embedder=embedder, attention=attention
    )


def marked(comparison: Comparison, on: str = "original") -> set[tuple[str, str]]:
    texts = set()
    for mark in comparison.marks:
        report = comparison.report(mark.report)
        text = report.source if on == "original" else report.statements[mark.statement].translation or ""
        if mark.on == on:
            texts.add((mark.report, text[mark.start : mark.end]))
    return texts


def test_named_things_that_one_side_adds() -> None:
    left = report_of("a", "The minister met his colleague in Bishkek on 3 March.")
    right = report_of("b", "The minister met his colleague.")
    assert marked(compared(left, right)) == {("a", "in Bishkek on 3 March")}


def test_words_that_mean_nothing_on_the_other_side(embedder: StaticEmbedder) -> None:
    left = report_of("a", "Der Minister sprach über den Handel und über hungrige Wölfe.", language="de")
    right = report_of("b", "The minister spoke about trade.")
    assert marked(compared(left, right, embedder)) == {("a", "über hungrige Wölfe")}


def test_the_english_of_an_added_word_is_marked_as_well() -> None:
    left = report_of(
        "a",
        "Министр был в Бишкеке.",
        language="ru",
        translations=["The minister was in Bishkek."],
    )
    right = report_of("b", "Министр был там.", language="ru", translations=["The minister was there."])
    comparison = compared(left, right)
    assert marked(comparison) == {("a", "в Бишкеке")}
    assert marked(comparison, "translation") == {("a", "in Bishkek")}


def test_what_only_our_english_adds_is_not_marked() -> None:
    left = report_of("a", "Министр был там.", language="ru", translations=["The minister was in Paris."])
    right = report_of("b", "Министр был там.", language="ru", translations=["The minister was there."])
    assert compared(left, right).marks == ()


RUSSIAN = (
    "В понедельник министр прибыл в Берлин, где его встретили школьники с цветами, "
    "и обсудил с коллегой торговлю."
)
RUSSIAN_ENGLISH = (
    "On Monday the minister arrived in Berlin, where schoolchildren met him with flowers, "
    "and discussed trade with his colleague."
)
GERMAN = "Der Minister kam am Montag nach Berlin und besprach mit seinem Kollegen den Handel."


def test_a_clause_that_one_side_adds_in_another_language(
    embedder: StaticEmbedder, attention: AttentionReader
) -> None:
    left = report_of("a", RUSSIAN, language="ru", translations=[RUSSIAN_ENGLISH])
    right = report_of("b", "The minister came to Berlin on Monday and spoke with his colleague about trade.")
    for reader in (attention, None):
        assert marked(compared(left, right, embedder, reader)) == {
            ("a", "где его встретили школьники с цветами")
        }


def test_the_english_is_marked_where_the_model_looks_at_marked_words(
    embedder: StaticEmbedder, attention: AttentionReader
) -> None:
    left = report_of("a", RUSSIAN, language="ru", translations=[RUSSIAN_ENGLISH])
    right = report_of(
        "b",
        GERMAN,
        language="de",
        translations=["The minister came to Berlin on Monday and discussed trade with his colleague."],
    )
    comparison = compared(left, right, embedder, attention)
    assert marked(comparison) == {("a", "где его встретили школьники с цветами")}
    ((_, english),) = marked(comparison, "translation")
    assert english in "where schoolchildren met him with flowers"
    assert "schoolchildren" in english or "flowers" in english


def test_a_translation_that_lost_words_makes_no_mark(
    embedder: StaticEmbedder, attention: AttentionReader
) -> None:
    left = report_of("a", GERMAN, language="de", translations=["The minister of the pages was."])
    right = report_of("b", "The minister came to Berlin on Monday and discussed trade with his colleague.")
    assert marked(compared(left, right, embedder, attention)) == set()


def test_a_statement_of_several_is_looked_at_where_it_stands(
    embedder: StaticEmbedder, attention: AttentionReader
) -> None:
    left = report_of(
        "a",
        "Der Minister kam am Montag nach Berlin.",
        "Er besprach mit seinem Kollegen den Handel, während draußen Bauern mit Traktoren protestierten.",
        language="de",
        translations=[
            "The minister came to Berlin on Monday.",
            "He discussed trade with his colleague while farmers protested outside with tractors.",
        ],
    )
    right = report_of("b", "The minister came to Berlin on Monday and discussed trade with his colleague.")
    assert marked(compared(left, right, embedder, attention)) == {
        ("a", "während draußen Bauern mit Traktoren protestierten")
    }


def test_a_date_with_a_point_is_one_mark(embedder: StaticEmbedder) -> None:
    left = report_of("a", "Der Minister kam am 13. Februar 2026 nach Berlin.", language="de")
    right = report_of("b", "The minister came to Berlin.")
    assert marked(compared(left, right, embedder)) == {("a", "am 13. Februar 2026")}


def test_all_of_a_name_is_marked_or_nothing() -> None:
    text = "Gestern kam Sadyr Dschaparow"
    words = content(text, "de")
    seen = Seen(
        like=np.array([0.9, 0.9, 0.1, 0.5], dtype=np.float32),
        shared=np.zeros(4, dtype=np.bool_),
        lacking=np.array([False, False, True, True]),
        clauses=np.zeros(4, dtype=np.int64),
        longer=0.0,
        same_language=False,
    )
    look = Look(text, words, ((0, len(text)),), (False,) * 4, seen)
    never = {seen.kind: Line(-9.0, {})}
    assert flagged(look, never) == [False, False, True, True]
    known = replace(seen, like=np.array([0.9, 0.9, 0.5, 0.5], dtype=np.float32))
    assert flagged(replace(look, seen=known), never) == [False] * 4


def test_the_longer_side_with_more_names_is_the_broader() -> None:
    left = report_of(
        "a", "They agreed to work together in the UN, the CIS and the CSTO and to build roads and bridges."
    )
    right = report_of("b", "They agreed to work together.")
    assert [found.relation for found in compared(left, right).links] == ["broader"]
    assert [found.relation for found in compared(right, left).links] == ["narrower"]


def test_two_that_say_the_same_stay_the_same() -> None:
    left = report_of("a", "They agreed to build a road in May.")
    right = report_of("b", "In May, they said, a road will be built.")
    assert [found.relation for found in compared(left, right).links] == ["same"]
