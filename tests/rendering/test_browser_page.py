"""The page opened in Chromium: its views, with and without scripts, on wide and narrow windows."""

import random

import pytest

from align.comparison.result import Comparison, Row
from align.rendering.html import to_html
from tests.rendering import factory
from tests.rendering.test_html import many

RICH = factory.rich()


def test_nothing_is_asked_for_and_nothing_complains(open_page):
    opened = open_page(to_html(RICH))
    opened.page.wait_for_load_state("networkidle")
    opened.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert len(opened.requests) == 1
    assert opened.errors == []


def test_every_statement_is_seen_with_scripts_off(open_page):
    page = open_page(to_html(RICH), java_script_enabled=False).page
    assert not page.locator("#tools").is_visible()
    for report in RICH.reports:
        for statement in report.statements:
            place = page.locator(f'[id="s-{report.id}-{statement.id}"]')
            assert place.locator(".o").is_visible()
            assert place.locator(".o").text_content() == statement.text
    seen = [place.is_visible() for place in page.locator(".s .o").all()]
    assert len(seen) == sum(len(report.statements) for report in RICH.reports)
    assert all(seen)


def test_what_is_folded_opens_with_scripts_off(open_page):
    page = open_page(to_html(RICH), java_script_enabled=False).page
    evidence = page.locator("#finding-f13 .evidence")
    assert not evidence.is_visible()
    page.locator("#finding-f13 > summary").click()
    assert evidence.is_visible()
    assert "52 million euros" in evidence.text_content()


def test_the_summary_says_what_only_one_report_has(open_page):
    page = open_page(to_html(RICH)).page
    band = page.locator("article", has=page.locator("#r-vostok\\.ru"))
    assert "Olga Belskaya" in band.locator(".only").inner_text()
    assert "UIC" in band.locator(".only").inner_text()
    assert "Without new carriages" in band.locator(".only").inner_text()
    band.get_by_role("link", name="UIC", exact=True).click()
    page.locator("#finding-f7 .evidence").wait_for()


def test_the_strip_leads_to_its_statement(open_page):
    page = open_page(to_html(RICH)).page
    box = page.locator("[data-strip='0']").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 4.5 / 7, box["y"] + 4)
    assert page.evaluate("location.hash") == "#s-nord.de-4"
    page.locator('[id="s-nord.de-4"]').wait_for()


def test_what_corresponds_stands_on_one_line(open_page):
    page = open_page(to_html(RICH)).page
    tops = [page.locator(f'[id="{name}"]').bounding_box()["y"] for name in ("s-nord.de-3", "s-daily.en-2")]
    lefts = [page.locator(f'[id="{name}"]').bounding_box()["x"] for name in ("s-nord.de-3", "s-daily.en-2")]
    assert abs(tops[0] - tops[1]) < 2
    assert lefts[0] < lefts[1]


def test_pointing_lights_up_what_is_linked(open_page):
    page = open_page(to_html(RICH)).page
    page.locator('[id="s-nord.de-5"]').hover()
    hot = page.locator(".hot").evaluate_all("found => found.map(one => one.id).sort()")
    assert hot == ["moved-vostok.ru-2", "s-nord.de-5", "s-vostok.ru-2"]
    page.locator('[id="moved-vostok.ru-2"]').hover()
    assert page.locator('[id="s-nord.de-5"]').evaluate("one => one.classList.contains('hot')")
    page.locator("h1").hover()
    assert page.locator(".hot").count() == 0
    page.locator('[id="s-vostok.ru-3"] > a').focus()
    assert page.locator('[id="s-nord.de-2"]').evaluate("one => one.classList.contains('hot')")


def test_coverage_leads_to_the_statements(open_page):
    page = open_page(to_html(RICH)).page
    page.locator("td.y a", has_text="3–4").click()
    assert page.evaluate("location.hash") == "#s-vostok.ru-3"


def test_what_was_set_aside_opens(open_page):
    page = open_page(to_html(RICH)).page
    page.locator("details.aside > summary").click()
    assert page.get_by_text("31% поездом").is_visible()


def test_the_text_is_shown_in_either_language(open_page):
    page = open_page(to_html(RICH)).page
    page.locator("#view > summary").click()
    original, english = page.locator('[id="s-nord.de-2"] .o'), page.locator('[id="s-nord.de-2"] .t')
    page.get_by_label("original").check()
    assert (original.is_visible(), english.is_visible()) == (True, False)
    page.get_by_label("English", exact=True).check()
    assert (original.is_visible(), english.is_visible()) == (False, True)
    assert page.locator('[id="s-daily.en-2"] .o').is_visible()
    page.get_by_label("both").check()
    assert (original.is_visible(), english.is_visible()) == (True, True)


@pytest.mark.parametrize(("scheme", "other"), [("light", "dark"), ("dark", "light")])
def test_the_colours_are_the_systems_or_the_readers(open_page, scheme, other):
    page = open_page(to_html(RICH), color_scheme=scheme).page
    colour = "getComputedStyle(document.body).backgroundColor"
    first = page.evaluate(colour)
    page.locator("#view > summary").click()
    page.get_by_label(other).check()
    assert page.evaluate(colour) != first
    page.get_by_label("as the system").check()
    assert page.evaluate(colour) == first


def test_more_than_three_reports_share_a_column_until_asked(open_page):
    page = open_page(to_html(many(5, 6))).page
    boxes = [page.locator(f'[id="s-r{n}-0"]').bounding_box() for n in (0, 1, 2)]
    assert boxes[1]["x"] == boxes[2]["x"] > boxes[0]["x"]
    assert boxes[2]["y"] > boxes[1]["y"]
    page.locator("#view > summary").click()
    page.get_by_label("a column for every report").check()
    boxes = [page.locator(f'[id="s-r{n}-0"]').bounding_box() for n in (0, 1, 2)]
    assert boxes[2]["x"] > boxes[1]["x"]
    assert boxes[2]["y"] == boxes[1]["y"]


def test_agreement_is_folded_and_unfolded(open_page):
    comparison = factory.comparison()
    reports = [
        factory.report(name, "en", [("sentence", f"Train {n}.", None) for n in range(9)]) for name in "ab"
    ]
    rows = tuple(Row(n, {"a": (n,), "b": (n,)} if n != 6 else {"a": (n,)}) for n in range(9))
    links = tuple(factory.link("a", (n,), "b", (n,), 0.9) for n in range(9) if n != 6)
    rows += (Row(9, {"b": (6,)}),)
    comparison = Comparison("x", tuple(reports), {"a": 1, "b": 1}, links, (), rows)
    page = open_page(to_html(comparison)).page
    assert page.locator(".fold").count() == 0
    page.locator("#view > summary").click()
    page.get_by_label("fold what all agree on").check()
    assert page.locator(".fold").all_inner_texts() == ["6 lines on which all agree: show"]
    assert not page.locator("#s-a-2").is_visible()
    assert page.locator("#s-a-6").is_visible()
    page.keyboard.press("Escape")
    page.locator(".fold button").click()
    assert page.locator("#s-a-2").is_visible()


def scrambled(seed: int) -> Comparison:
    """Return three reports whose rows and links are drawn by lot."""
    chance = random.Random(seed)
    names = ["r0", "r1", "r2"]
    reports = tuple(
        factory.report(name, "de", [("sentence", f"Satz {n} aus {name}.", None) for n in range(8)])
        for name in names
    )
    left = {name: chance.sample(range(8), 8) for name in names}
    rows, links = [], []
    while any(left.values()):
        present = [name for name in names if left[name] and chance.random() < 0.7]
        row = {
            name: tuple(
                sorted(left[name].pop() for _ in range(min(len(left[name]), chance.choice((1, 1, 2)))))
            )
            for name in present
        }
        if row:
            rows.append(Row(len(rows), row))
        for a, b in (pair for pair in (("r0", "r1"), ("r2", "r0"), ("r1", "r2")) if set(pair) <= set(row)):
            if chance.random() < 0.8:
                relation = chance.choice(("same", "narrower", "broader", "conflicting"))
                confidence = chance.choice((0.31, 0.52, 0.74, 0.98))
                moved = chance.random() < 0.4
                links.append(factory.link(a, row[a], b, row[b], confidence, relation=relation, moved=moved))
    return Comparison("x", reports, dict.fromkeys(names, 1), tuple(links), (), tuple(rows))


LINES = """() => [...document.querySelectorAll('.rows > ol > li')].map(li => [
    li.id, [...li.querySelectorAll('.c')].map(c => c.dataset.r),
    [...li.querySelectorAll('.tie, .elsewhere p')].map(one => one.outerHTML.replace(/\\s+/g, ' ')),
    li.matches('.elsewhere') ? li.innerHTML.replace(/\\s+/g, ' ') : ''])"""


@pytest.mark.parametrize("seed", range(2))
def test_another_order_is_what_the_page_would_have_been_made_with(open_page, seed):
    comparison = scrambled(seed)
    page = open_page(to_html(comparison)).page
    for number, base in enumerate(("r2", "r1", "r0")):
        made = open_page(to_html(comparison, base=base), java_script_enabled=False).page
        page.evaluate("document.getElementById('view').open = true")
        page.get_by_label("In the order of").select_option(str(2 - number))
        assert page.evaluate(LINES) == made.evaluate(LINES)
        assert page.locator(".heads p").first.inner_text().startswith(base)


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (390, "dark"), (800, "light"), (1280, "dark")])
def test_nothing_sticks_out(open_page, width, scheme):
    opened = open_page(to_html(RICH), viewport={"width": width, "height": 900}, color_scheme=scheme)
    opened.page.evaluate(
        "document.querySelectorAll('details:not(.menu)').forEach(one => { one.open = true; })"
    )
    assert opened.errors == []
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    for menu in ("#filter", "#view"):
        opened.page.locator(f"{menu} > summary").click()
        box = opened.page.locator(f"{menu} .panel").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_a_phone_has_one_column_that_says_whose_it_is(open_page):
    page = open_page(to_html(RICH), viewport={"width": 390, "height": 800}).page
    left, right = (page.locator(f'[id="{name}"]').bounding_box() for name in ("s-nord.de-3", "s-daily.en-2"))
    assert left["x"] == right["x"]
    assert right["y"] > left["y"]
    assert page.locator("#row-4 .c > b").last.is_visible()


def test_print_has_two_columns_all_findings_and_the_evidence_that_is_open(open_page):
    page = open_page(to_html(RICH)).page
    page.locator("#finding-f13 > summary").click()
    assert not page.locator("#finding-f3").is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    left, right, third = (
        page.locator(f'[id="{name}"]').bounding_box()
        for name in ("s-nord.de-1", "s-vostok.ru-1", "s-daily.en-1")
    )
    assert left["x"] < right["x"] == third["x"]
    assert third["y"] > right["y"]
    page.locator("#finding-f13 .evidence").wait_for()
    assert page.locator("#finding-f3").is_visible()
    assert not page.locator("#finding-f3 .evidence").is_visible()
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF")
