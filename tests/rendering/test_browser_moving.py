"""The page opened in Chromium: filters, search, keys, deep links, copying."""

import re

import pytest

from align.rendering.html import to_html
from tests.rendering import factory
from tests.rendering.test_html import many

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect

RICH = factory.rich()


@pytest.fixture
def page(open_page):
    opened = open_page(to_html(RICH))
    yield opened.page
    assert opened.errors == []


def set_filter(page, label, on):
    page.evaluate("document.getElementById('filter').open = true")
    page.locator("#filter").get_by_label(label).set_checked(on)


SHOWN = """found => found.filter(one => [one, one.closest('.sort'), one.closest('.of')].every(
    part => getComputedStyle(part).display !== 'none')).map(one => one.id.slice(8))"""


def shown_findings(page):
    return page.locator(".finding").evaluate_all(SHOWN)


def test_a_kind_is_left_out_everywhere(page):
    badge = page.locator(".badge.k-organisation").first
    assert badge.is_visible()
    assert "f7" in shown_findings(page)
    underline = "getComputedStyle(document.querySelector('mark.k-organisation')).textDecorationLine"
    assert page.evaluate(underline) == "underline"
    set_filter(page, "organisations", False)
    assert not badge.is_visible()
    assert not page.locator(".told.k-organisation").first.is_visible()
    assert "f7" not in shown_findings(page)
    assert "f8" in shown_findings(page)
    assert page.locator("#filter").evaluate("one => one.classList.contains('filtered')")
    page.get_by_role("button", name="Show everything").click()
    expect(page.locator("#filter")).not_to_contain_class("filtered")
    assert "f7" in shown_findings(page)


def test_the_words_that_one_adds_are_left_out(page):
    mark = "getComputedStyle(document.querySelector('#s-vostok\\\\.ru-4 mark.k-words')).borderBottomStyle"
    assert page.evaluate(mark) == "dotted"
    set_filter(page, "words the other has not", False)
    assert page.evaluate(mark) == "none"


def test_a_report_is_left_out_everywhere(page):
    set_filter(page, "vostok.ru", False)
    assert not page.locator('[id="s-vostok.ru-1"]').is_visible()
    assert not page.locator("#row-8").is_visible()
    assert not page.locator("#r-vostok\\.ru").is_visible()
    assert "f5" not in shown_findings(page)
    assert page.locator('[id="s-daily.en-1"]').is_visible()
    set_filter(page, "vostok.ru", True)
    assert page.locator('[id="s-vostok.ru-1"]').is_visible()


def test_without_its_base_the_next_report_leads(page):
    set_filter(page, "nord.de", False)
    assert page.locator(".side").get_attribute("data-base") == "1"
    assert not page.locator('[id="s-nord.de-1"]').is_visible()


def test_confidence_leaves_out_the_unsure_or_all_but_the_unsure(page):
    page.locator("#filter > summary").click()
    page.get_by_label("Show", exact=False).last.select_option(label="sure (0.6 and more)")
    assert "f9" not in shown_findings(page)
    assert "f7" in shown_findings(page)
    page.get_by_label("Show", exact=False).last.select_option(label="unsure only")
    assert shown_findings(page) == ["f9"]


def test_findings_are_grouped_by_kind_and_back(page):
    before = page.locator(".finding").evaluate_all("found => found.map(one => one.id)")
    page.get_by_label("by kind").check()
    assert page.locator(".findings h4").all_inner_texts()[:3] == [
        "Given differently",
        "Quotations",
        "Persons",
    ]
    quotations = page.locator(".of", has=page.get_by_role("heading", name="Quotations"))
    assert quotations.locator("h5").all_inner_texts() == ["nord.de", "vostok.ru"]
    page.get_by_label("by report").check()
    assert page.locator(".finding").evaluate_all("found => found.map(one => one.id)") == before


def test_search_counts_marks_and_goes(page):
    page.keyboard.press("/")
    page.keyboard.type("the night  train")
    expect(page.locator("#found")).to_have_text("3")
    assert page.evaluate("CSS.highlights.get('found').size") == 3
    page.keyboard.press("Enter")
    assert page.locator("#found").inner_text() == "1 of 3"
    page.keyboard.press("Shift+Enter")
    assert page.locator("#found").inner_text() == "3 of 3"
    now = "[...CSS.highlights.get('found-now')].map(String)"
    assert page.evaluate(now) == ["the night train"]


def test_search_goes_across_marks_and_takes_signs_as_they_are(page):
    page.locator("#find").fill("Beide vereinbarten, den")
    page.locator("#find").press("Enter")
    assert page.locator("#found").inner_text() == "1 of 1"
    assert page.evaluate("[...CSS.highlights.get('found-now')].map(String)") == ["Beide vereinbarten, den"]
    page.locator("#find").fill("(.*")
    expect(page.locator("#found")).to_have_text("0")


def rows_gone_through(page, key, times):
    seen = []
    for _ in range(times):
        page.keyboard.press(key)
        seen.append(page.evaluate("document.activeElement.id"))
    return seen


def test_next_and_previous_difference_by_key_and_button(page):
    ids = page.locator(".row.diff").evaluate_all("found => found.map(one => one.id)")
    assert "row-1" in ids  # says more
    forward = rows_gone_through(page, "n", len(ids) + 1)
    assert forward == [*ids, ids[-1]]
    assert page.locator("#at").inner_text() == f"{len(ids)} of {len(ids)}"
    assert rows_gone_through(page, "p", 2) == [ids[-2], ids[-3]]
    page.get_by_role("button", name="Next difference").click()
    assert page.evaluate("document.activeElement.id") in ids
    page.get_by_role("button", name="Previous difference").click()
    assert page.evaluate("document.activeElement.id") in ids


def test_what_is_filtered_out_is_no_difference(page):
    for label in (
        "statements",
        "quotations",
        "persons",
        "organisations",
        "numbers",
        "dates",
        "negations",
        "translation gaps",
        "given differently",
        "words the other has not",
    ):
        set_filter(page, label, False)
    page.keyboard.press("Escape")
    seen = rows_gone_through(page, "n", 9)
    assert "row-8" not in seen  # the expert: alone, a quotation, an organisation, a person
    assert "row-10" in seen  # Valga is a place


def test_keys_can_be_switched_off_and_do_not_disturb_typing(page):
    page.locator("#find").click()
    page.keyboard.type("nnp")
    assert page.locator("#find").input_value() == "nnp"
    page.locator("#find").fill("")
    page.locator("h1").click()
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.get_by_label("single keys do this").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("n")
    assert page.locator("#at").inner_text() == ""


def test_the_text_goes_round_by_key(page):
    english = page.locator('[id="s-nord.de-2"] .t')
    english.scroll_into_view_if_needed()
    page.keyboard.press("e")
    assert not english.is_visible()
    page.keyboard.press("e")
    assert english.is_visible()
    assert not page.locator('[id="s-nord.de-2"] .o').is_visible()
    page.keyboard.press("e")
    assert page.locator('[id="s-nord.de-2"] .o').is_visible()


def test_escape_closes_a_menu_and_gives_the_focus_back(page):
    page.locator("#view > summary").click()
    page.get_by_label("both").focus()
    page.keyboard.press("Escape")
    assert not page.locator("#view .panel").is_visible()
    assert page.evaluate("document.activeElement.parentElement.id") == "view"


def test_the_keyboard_reaches_content_first_and_everything_in_order(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    seen = []
    for _ in range(400):
        page.keyboard.press("Tab")
        at = page.evaluate(
            "(() => { const e = document.activeElement; return [e.tagName, e.id || e.hash || '',"
            " e.matches(':focus-visible') && getComputedStyle(e).outlineStyle] })()"
        )
        if at[0] == "BODY":
            break
        seen.append(at)
    assert all(at[2] == "solid" for at in seen if at[0] != "INPUT")
    words = [at[1] for at in seen]
    assert "#s-nord.de-6" in words
    assert "#finding-f7" in words
    assert words.index("#finding-f7") < words.index("#s-nord.de-0")


@pytest.mark.parametrize(
    "anchor", ["#finding-f5", "#finding-f9", "#s-vostok.ru-5", "#moved-vostok.ru-2", "#coverage-1"]
)
def test_a_deep_link_shows_its_place(open_page, anchor):
    page = open_page(to_html(RICH), at=anchor, viewport={"width": 1000, "height": 500}).page
    page.wait_for_timeout(100)
    box = page.locator(f'[id="{anchor[1:]}"]').bounding_box()
    assert box["height"] > 0
    assert -5 <= box["y"] < 500


def test_a_deep_link_far_down_is_reached_through_what_is_folded(open_page):
    page = open_page(to_html(many(2, 1200)), at="#s-r1-1199").page
    page.wait_for_timeout(300)  # lines far below are laid out only when they come into view
    box = page.locator("#s-r1-1199").bounding_box()
    assert box["height"] > 0
    assert 0 <= box["y"] < page.viewport_size["height"]


def test_a_deep_link_shows_what_a_filter_hides(page):
    set_filter(page, "vostok.ru", False)
    page.evaluate("location.hash = '#s-vostok.ru-5'")
    expect(page.locator('[id="s-vostok.ru-5"]')).to_be_visible()
    assert page.locator("#filter").get_by_label("vostok.ru").is_checked()


def pasted(page):
    page.evaluate(
        "() => { const box = document.createElement('textarea'); box.id = 'pasted';"
        " document.body.append(box); box.focus(); }"
    )
    page.keyboard.press("Control+V")
    text = page.locator("#pasted").input_value()
    page.evaluate("document.getElementById('pasted').remove()")
    return text


def test_a_line_is_copied_as_text_with_both_sources(page):
    page.locator("#row-4").hover()
    page.get_by_role("button", name="Copy or correct").click()
    page.get_by_role("button", name="Copy as text").click()
    expect(page.locator("#status")).to_contain_text("Copied")
    text = pasted(page)
    assert "nord.de 3: Für neue Wagen sind 48 Millionen Euro vorgesehen.\n" in text
    assert "    English: 48 million euros are set aside for new carriages.\n" in text
    assert "daily.en 2: The carriages will cost 52 million euros." in text
    assert "Source: nord.de, “Nachtzug nach Tallinn kommt zurück”, 2026-03-03\n" in text
    assert "Source: daily.en, 2026-03-03\n" in text
    assert re.search(r"^file:.*#row-4$", text, re.MULTILINE)


def test_a_line_is_copied_as_markdown_by_key(page):
    page.locator('[id="s-daily.en-2"] > a').focus()
    page.keyboard.press("m")
    expect(page.locator("#status")).to_contain_text("Copied")
    text = pasted(page)
    assert "> **nord.de** 3: Für neue Wagen sind 48 Millionen Euro vorgesehen.\n" in text
    assert "> *48 million euros are set aside for new carriages.*\n" in text
    assert "- daily.en, 2026-03-03\n" in text


def test_a_finding_is_copied_with_its_evidence(page):
    page.locator("#finding-f13 > summary").click()
    page.locator("#finding-f13").get_by_role("button", name="Copy as text").click()
    expect(page.locator("#status")).to_contain_text("Copied")
    text = pasted(page)
    assert "nord.de 3: Für neue Wagen" in text
    assert "daily.en 2: The carriages will cost 52 million euros." in text
    assert "(daily.en gives it differently 0.88)" in text
