"""The reports of the corpus against the gold beside them, and the real ones, which stand elsewhere."""

import datetime
from pathlib import Path

import pytest

from align.reading import read
from align.scoring.gold import load_gold
from tests.reading.test_read import check_offsets

PORTAL = [
    "page date",
    "site name",
    "navigation",
    "photo credit",
    "comments",
    "other news",
    "pager",
    "poll",
    "navigation",
]
GOLD = load_gold(Path(__file__).parents[2] / "corpora" / "bishkek")


@pytest.mark.parametrize("gold", GOLD.reports, ids=lambda gold: gold.id)
def test_a_report_of_the_corpus(gold):
    report = read(gold.path)
    assert (report.id, report.language, report.title) == (gold.id, gold.language, gold.title)
    assert (report.date, report.place) == (gold.date, gold.place)
    aside = {index for stretch in report.set_aside for index in range(stretch.start, stretch.end)}
    wanted = {index for stretch in gold.furniture for index in range(stretch.start, stretch.end)}
    either = range(gold.dateline.start, gold.dateline.end) if gold.dateline else range(0)
    assert all(report.source[index].isspace() or index in either for index in aside ^ wanted)
    kinds = {at: s.kind for s in report.statements for at in range(s.start, s.end)}
    for kind, passages in (("heading", gold.headings), ("item", gold.items)):
        assert [kinds[passage.start] for passage in passages] == [kind] * len(passages)
        assert sum(statement.kind == kind for statement in report.statements) == len(passages)
    check_offsets(report)


@pytest.mark.parametrize(
    ("name", "statements", "headings", "items", "reasons", "date", "place"),
    [
        ("astanatimes.en", 15, 0, 0, ["metadata"], datetime.date(2024, 1, 30), "ASTANA"),
        (
            "dknews.en",
            25,
            5,
            5,
            ["view counter", "photo credit", "notice", "navigation", "copyright"],
            None,
            None,
        ),
        ("govkz.en", 22, 0, 0, ["metadata", "site name", "sharing"], datetime.date(2026, 2, 13), None),
        ("kabar.de", 12, 0, 0, [], datetime.date(2026, 2, 13), "Bischkek"),
        (
            "newsasia.ru",
            37,
            8,
            4,
            PORTAL,
            datetime.date(2026, 2, 20),
            None,
        ),
    ],
)
def test_the_real_reports(
    reports_folder: Path,
    name: str,
    statements: int,
    headings: int,
    items: int,
    reasons: list[str],
    date: datetime.date | None,
    place: str | None,
):
    report = read(reports_folder / f"{name}.txt")
    kinds = [statement.kind for statement in report.statements]
    assert (len(kinds), kinds.count("heading"), kinds.count("item")) == (statements, headings, items)
    assert [stretch.reason for stretch in report.set_aside] == reasons
    assert (report.language, report.date, report.place) == (name.split(".")[1], date, place)
    check_offsets(report)
