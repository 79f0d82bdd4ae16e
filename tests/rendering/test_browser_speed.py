"""A long page: its size, and how soon it answers beside a plain table of the same text."""

import pytest

from align.rendering.html import to_html
from tests.rendering.long import interactive, long_comparison, plain_table, text_bytes


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    comparison = long_comparison()
    folder = tmp_path_factory.mktemp("long")
    texts = {"page": to_html(comparison), "table": plain_table(comparison)}
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return comparison, folder


def test_the_file_is_at_most_four_times_its_text(pages):
    comparison, folder = pages
    assert (folder / "page.html").stat().st_size < 4 * text_bytes(comparison)


def test_it_answers_in_less_than_twice_the_time_of_a_plain_table(pages, browser):
    _, folder = pages
    times = {"page": [], "table": []}
    for _ in range(2):
        for name, found in times.items():
            page = browser.new_page()
            found.append(interactive(page, (folder / f"{name}.html").as_uri()))
            page.close()
    # The least is what the page takes; the rest is what else the machine does.
    assert min(times["page"]) < 2 * min(times["table"]), times
