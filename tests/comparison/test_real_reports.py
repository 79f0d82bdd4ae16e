"""The five real reports, where they are at hand: what must come out, and what must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.comparison.compare import compare_reports
from align.comparison.events import group_events
from align.comparison.result import Comparison

FOUR = {"kabar.de", "newsasia.ru", "govkz.en", "dknews.en"}


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    folder = Path(__file__).parents[3] / "shared" / "reports"
    if not folder.is_dir():
        pytest.skip("the real reports are not beside this checkout")
    reading = pytest.importorskip("align.reading")
    reports = [reading.read(path) for path in sorted(folder.glob("*.txt"))]
    return compare_reports(reports, [], events=group_events(reports), signature="test")


def test_the_report_of_2024_is_set_apart(comparison: Comparison) -> None:
    assert {name for name, event in comparison.events.items() if event == 1} == FOUR
    assert comparison.events["astanatimes.en"] == 2


EXPECTED = [
    ("ОДКБ", "newsasia.ru", FOUR - {"newsasia.ru"}),
    ("СНГ", "newsasia.ru", FOUR - {"newsasia.ru"}),
    ("Нурлан Абдыров", "newsasia.ru", FOUR - {"newsasia.ru"}),
    ("1.4 billion", "govkz.en", FOUR - {"govkz.en"}),
    ("Jamila", "govkz.en", FOUR - {"govkz.en"}),
    ("Golden Bridge", "govkz.en", FOUR - {"govkz.en"}),
    ("3 billion", "govkz.en", {"kabar.de", "newsasia.ru"}),
    ("3 billion dollars", "dknews.en", {"kabar.de", "newsasia.ru"}),
    ("Welt-Nomadenspielen", "kabar.de", {"govkz.en", "dknews.en"}),
    ("Всемирных играх кочевников", "newsasia.ru", {"govkz.en", "dknews.en"}),
    ("Issyk-Kul", "kabar.de", {"govkz.en", "dknews.en"}),
    ("Иссык-Куль", "newsasia.ru", {"govkz.en", "dknews.en"}),
    ("Almaty", "kabar.de", {"govkz.en", "dknews.en"}),
    ("Алматинской", "newsasia.ru", {"govkz.en", "dknews.en"}),
]


@pytest.mark.parametrize(("text", "report", "missing"), EXPECTED)
def test_what_only_some_of_the_four_name(
    comparison: Comparison, text: str, report: str, missing: set[str]
) -> None:
    found = [f for f in comparison.findings if f.report == report and f.text == text]
    assert [set(finding.missing_from) for finding in found] == [missing]


def test_the_expert_is_quoted_only_in_one(comparison: Comparison) -> None:
    quoted = [f for f in comparison.findings if f.kind == "quotation" and f.report == "newsasia.ru"]
    assert [(f.speaker, set(f.missing_from)) for f in quoted] == [("Нурлан Абдыров", FOUR - {"newsasia.ru"})]


def test_nothing_is_said_of_the_other_event_and_every_passage_stands_in_its_file(
    comparison: Comparison,
) -> None:
    for finding in comparison.findings:
        assert finding.report in FOUR
        assert set(finding.missing_from) <= FOUR - {finding.report}
        passage = comparison.report(finding.report).source[finding.start : finding.end]
        assert finding.kind == "statement" or " ".join(passage.split()) == finding.text


@pytest.mark.parametrize(
    "name", ["Kulubaev", "Kosherbayev", "Koscherbajew", "Кулубаев", "Bishkek", "Kazakhstan"]
)
def test_what_all_four_name_is_no_finding(comparison: Comparison, name: str) -> None:
    named = [f for f in comparison.findings if f.kind in ("person", "place") and name in f.text]
    assert not [f for f in named if set(f.missing_from) == FOUR - {f.report}]
