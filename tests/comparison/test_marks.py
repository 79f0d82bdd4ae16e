"""The words that one side of a link adds, and whether it says more."""

from pathlib import Path

import pytest

from align.comparison.compare import compare_reports
from align.comparison.result import Comparison
from align.embedding import StaticEmbedder
from align.models import default
from align.report import Report
from tests.comparison.build import link, report_of


@pytest.fixture(scope="module")
def embedder() -> StaticEmbedder:
    return StaticEmbedder(Path(default("embedding").path))


def compared(left: Report, right: Report, embedder: StaticEmbedder | None = None) -> Comparison:
    events = {left.id: 1, right.id: 1}
    links = [link(left.id, [0], right.id, [0])]
    return compare_reports([left, right], links, events=events, signature="test", embedder=embedder)


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
    assert marked(compared(left, right)) == {("a", "Bishkek on 3 March")}


def test_words_that_mean_nothing_on_the_other_side(embedder: StaticEmbedder) -> None:
    left = report_of("a", "Der Minister sprach über den Handel und über hungrige Wölfe.", language="de")
    right = report_of("b", "The minister spoke about trade.")
    assert marked(compared(left, right, embedder)) == {("a", "hungrige Wölfe")}


def test_the_english_of_an_added_word_is_marked_as_well() -> None:
    left = report_of(
        "a",
        "Министр был в Бишкеке.",
        language="ru",
        translations=["The minister was in Bishkek."],
    )
    right = report_of("b", "Министр был там.", language="ru", translations=["The minister was there."])
    comparison = compared(left, right)
    assert marked(comparison) == {("a", "Бишкеке")}
    assert marked(comparison, "translation") == {("a", "Bishkek")}


def test_what_only_our_english_adds_is_not_marked() -> None:
    left = report_of("a", "Министр был там.", language="ru", translations=["The minister was in Paris."])
    right = report_of("b", "Министр был там.", language="ru", translations=["The minister was there."])
    assert compared(left, right).marks == ()


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
