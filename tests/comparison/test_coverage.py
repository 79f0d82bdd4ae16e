"""Rows hold every statement once, and no chain of weak links pulls unlike statements together."""

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from align.comparison.coverage import coverage
from align.link import Link
from align.report import Report
from tests.comparison.build import link, report_of

IDS = ("a", "b", "c", "d")


def reports(*sizes: int) -> list[Report]:
    return [report_of(name, *map(str, range(size))) for name, size in zip(IDS, sizes, strict=False)]


def rows_of(given_reports: list[Report], links: list[Link]) -> list[dict[str, tuple[int, ...]]]:
    return [row.statements for row in coverage(given_reports, links, dict.fromkeys(IDS, 1))]


def test_links_of_three_reports_make_one_row() -> None:
    links = [link("a", [0], "b", [0]), link("b", [0], "c", [1]), link("a", [0], "c", [1])]
    assert rows_of(reports(1, 1, 2), links) == [{"c": (0,)}, {"a": (0,), "b": (0,), "c": (1,)}]


def test_one_to_many() -> None:
    links = [link("a", [0], "b", [1, 2, 3])]
    assert {"a": (0,), "b": (1, 2, 3)} in rows_of(reports(1, 5), links)


def test_a_strong_link_needs_no_second() -> None:
    links = [link("a", [0], "b", [0], 0.9), link("b", [0], "c", [0], 0.9)]
    assert rows_of(reports(1, 1, 1), links) == [{"a": (0,), "b": (0,), "c": (0,)}]


def test_a_weak_link_does_not_join_two_rows() -> None:
    links = [
        link("a", [0], "b", [0], 0.9),
        link("c", [0], "d", [0], 0.9),
        link("b", [0], "c", [0], 0.5),
    ]
    assert rows_of(reports(1, 1, 1, 1), links) == [{"a": (0,), "b": (0,)}, {"c": (0,), "d": (0,)}]


def test_a_long_chain_is_cut() -> None:
    links = [link("a", [n], "b", [n], 0.6) for n in range(8)] + [
        link("a", [n + 1], "b", [n], 0.5) for n in range(7)
    ]
    assert max(len(row.get("a", ())) for row in rows_of(reports(8, 8), links)) < 4


def test_links_between_events_are_left_out() -> None:
    rows = coverage(reports(1, 1), [link("a", [0], "b", [0])], {"a": 1, "b": 2})
    assert [row.statements for row in rows] == [{"a": (0,)}, {"b": (0,)}]


def test_rows_are_numbered_from_one_in_the_order_of_the_text() -> None:
    rows = coverage(reports(3, 3), [link("a", [1], "b", [1])], {"a": 1, "b": 1})
    assert [row.id for row in rows] == [1, 2, 3, 4, 5]
    assert rows[2].statements == {"a": (1,), "b": (1,)}


SIZES = st.lists(st.integers(min_value=1, max_value=6), min_size=2, max_size=4)


@given(SIZES, st.randoms(use_true_random=False), st.integers(min_value=0, max_value=25))
def test_every_statement_stands_in_one_row_and_order_does_not_matter(
    sizes: list[int], rng: random.Random, count: int
) -> None:
    given_reports = reports(*sizes)
    links = [random_link(given_reports, rng) for _ in range(count)]
    rows = rows_of(given_reports, links)
    stand = Counter((report, s) for row in rows for report, ids in row.items() for s in ids)
    assert stand == Counter((r.id, s.id) for r in given_reports for s in r.statements)
    shuffled = [rng.choice([found, found.mirrored()]) for found in rng.sample(links, len(links))]
    assert rows_of(given_reports[::-1], shuffled) == rows


def random_link(given_reports: list[Report], rng: random.Random) -> Link:
    left, right = rng.sample(given_reports, 2)
    first, second = some_ids(left, rng), some_ids(right, rng)
    return link(left.id, first, right.id, second, rng.choice([0.3, 0.5, 0.7, 0.9]))


def some_ids(report: Report, rng: random.Random) -> list[int]:
    size = len(report.statements)
    return sorted(rng.sample(range(size), min(size, rng.choice([1, 1, 1, 2]))))
