"""What all views are made of: events, rows side by side, the summary and the words."""

import datetime
import itertools
import re
from dataclasses import replace

import pytest

from align._exceptions import InputError
from align.comparison.result import Comparison, Row
from align.finding import Passage
from align.rendering.events import events
from align.rendering.sidebyside import LinksByPair, pair_rows
from align.rendering.summary import apart, dateline, headline, summaries
from align.rendering.wording import count, direction, listed, shortened, spans
from tests.rendering import factory

NAMES = ("nord.de", "vostok.ru", "daily.en", "archive.en")


def rows_of(comparison, left, right):
    event = events(comparison)[0]
    links = LinksByPair(comparison.links)
    return pair_rows(event, comparison.report(left), comparison.report(right), links)


def test_the_event_of_most_reports_comes_first():
    main, other = events(factory.comparison(("archive.en", "nord.de", "vostok.ru", "daily.en")))
    assert [report.id for report in main.reports] == ["nord.de", "vostok.ru", "daily.en"]
    assert [report.id for report in other.reports] == ["archive.en"]


def test_a_base_leads_its_event_and_its_event_leads():
    assert events(factory.comparison(), base="daily.en")[0].base.id == "daily.en"
    assert events(factory.comparison(), base="archive.en")[0].number == 2
    with pytest.raises(InputError, match=r"nord\.de"):
        events(factory.comparison(), base="nord")


def test_the_order_of_the_reports_does_not_change_the_coverage():
    expected = events(factory.comparison())[0].rows
    for order in itertools.permutations(NAMES):
        assert events(factory.comparison(order))[0].rows == expected


def test_the_rows_of_two_reports_hold_each_statement_once():
    comparison = factory.comparison()
    for left, right in itertools.permutations(NAMES[:3], 2):
        rows = rows_of(comparison, left, right)
        for side, name in (("left", left), ("right", right)):
            numbers = sorted(number for row in rows for number in getattr(row, side))
            assert numbers == list(range(len(comparison.report(name).statements)))


def test_rows_say_what_their_links_say():
    rows = {row.left: row for row in rows_of(factory.comparison(), "nord.de", "vostok.ru")}
    assert rows[(5,)].right == (2,)
    assert rows[(5,)].moved
    assert rows[(5,)].confidence == 0.55
    assert rows[(2,)].right == (3, 4)
    assert rows[(4,)].verdict == "alone"
    assert not rows[(3,)].right
    assert rows[(3,)].verdict == "open"  # daily.en has it, and no finding says that vostok.ru has not


def test_a_row_without_a_link_of_its_own_is_joined_by_a_third_report():
    rows = {row.left: row for row in rows_of(factory.comparison(), "nord.de", "daily.en")}
    assert rows[(1,)].right == (1,)
    assert rows[(1,)].confidence is None
    assert rows[(3,)].relations == ("conflicting",)


def test_a_relation_is_turned_with_its_link():
    rows = {row.left: row for row in rows_of(factory.comparison(), "daily.en", "vostok.ru")}
    assert rows[(1,)].relations == ("narrower",)


def test_the_summary_in_words():
    comparison = factory.comparison()
    main, other = events(comparison)
    assert headline((main, other)) == "3 reports of one event, 1 of another"
    assert headline((main,)) == "3 reports of one event"
    of = {summary.report.id: summary for summary in summaries(comparison, main)}
    assert [group.words for group in of["vostok.ru"].only] == [
        "the quotation of Olga Belskaya (“Without new carriages the line will not last three winters.”)",
        "the person Olga Belskaya (Ольга Бельская)",
        "the organisation UIC (МСЖД)",
        "1 statement",
    ]
    assert "the number 48 million euros (48 Millionen Euro)" in [g.words for g in of["vostok.ru"].missing]
    assert (of["nord.de"].shared, of["nord.de"].alone) == (5, 2)
    assert (of["vostok.ru"].alone, of["vostok.ru"].unmatched) == (1, 1)


def test_the_summary_leaves_out_what_is_unsure_and_says_so():
    comparison = factory.comparison()
    of = {summary.report.id: summary for summary in summaries(comparison, events(comparison)[0])}
    assert "date" not in [group.sort for group in of["vostok.ru"].only]
    assert of["vostok.ru"].unsure == 1


def test_the_summary_names_a_thing_once_and_few_of_a_kind():
    german = factory.nord()
    findings = [
        factory.finding(
            f"n{number}", "name", german, 3, "48", f"{number % 9}", missing=("vostok.ru", "daily.en")
        )
        for number in range(18)
    ]
    comparison = replace(factory.comparison(), findings=tuple(findings))
    group = summaries(comparison, events(comparison)[0])[0].only[0]
    assert len(group.items) == 7
    assert group.words.endswith("and 3 more")


def test_a_statement_that_two_other_reports_have_is_counted_once():
    comparison = factory.comparison()
    event = events(comparison)[0]
    row = next(row for row in event.rows if len(row.statements) == 2)
    names = {report.id: report for report in event.reports}
    (lacking,) = names.keys() - row.statements.keys()
    findings = tuple(
        factory.finding(f"n{name}", "statement", names[name], numbers[0], missing=(lacking,))
        for name, numbers in row.statements.items()
    )
    of = {s.report.id: s for s in summaries(replace(comparison, findings=findings), event)}
    assert [group.words for group in of[lacking].missing] == ["1 statement"]


def test_reports_that_give_it_differently_in_the_same_words_are_told_together():
    german, russian, english = factory.nord(), factory.vostok(), factory.daily()
    found = replace(
        factory.finding("n", "number", german, 3, "48"),
        conflicts_with=(english.id, russian.id),
        counterparts=tuple(Passage(report.id, 0, 0, 2, "84") for report in (english, russian)),
    )
    comparison = replace(factory.comparison(), findings=(found,))
    groups = summaries(comparison, events(comparison)[0])[0].differently
    assert groups[0].words == "48 – daily.en and vostok.ru: 84"


def test_a_report_cannot_turn_our_words_around():
    turning = re.compile("[\u202a-\u202e\u2066-\u2069]")
    place = "Riga\u202e\u2067"
    assert not turning.search(dateline(replace(factory.nord(), place=place)))
    found = factory.finding(
        "q", "quotation", factory.nord(), 4, missing=("vostok.ru", "daily.en"), speaker=place
    )
    comparison = replace(factory.comparison(), findings=(replace(found, translation=place),))
    groups = summaries(comparison, events(comparison)[0])[0].only
    assert groups[0].words == "the quotation of Riga (“Riga”)"


def test_why_a_report_is_set_apart():
    main, other = events(factory.comparison())
    assert apart(other, main) == (
        "Dated 14 May 2024; the reports of the first event 3 March 2026 and 4 March 2026."
    )
    undated = replace(other, reports=(replace(other.base, date=None),))
    assert apart(undated, main).startswith("No date was found")
    same = replace(other, reports=(replace(other.base, date=datetime.date(2026, 3, 3)),))
    assert "was not found to be" in apart(replace(same), replace(main, reports=same.reports))


def test_a_report_without_statements_is_no_obstacle():
    empty = factory.report("empty", "en", [])
    comparison = Comparison(
        "",
        (empty, factory.archive()),
        {"empty": 1, "archive.en": 1},
        (),
        (),
        (
            Row(1, {"archive.en": (0,)}),
            Row(2, {"archive.en": (1,)}),
        ),
    )
    assert summaries(comparison, events(comparison)[0])[0].alone == 0


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("de", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("az-Arab", "rtl"), ("ks-Deva", "ltr"), ("RU", "ltr")],
)
def test_direction(tag, expected):
    assert direction(tag) == expected


def test_words():
    assert count(1, "report") == "1 report"
    assert count(1234, "stretch", "stretches") == "1,234 stretches"
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert spans([3, 8, 9, 10]) == "3, 8–10"
    assert shortened("Der Zug fährt wieder", 12) == "Der Zug…"
    assert shortened("Donaudampfschifffahrt", 8) == "Donauda…"
