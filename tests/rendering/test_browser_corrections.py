"""The page opened in Chromium: what a reader corrects is saved, and what was saved is applied."""

import json

import jsonschema
import pytest

from align.corrections import corrected_links, parse, resolve, schema, without_wrong
from align.rendering.html import to_html
from tests.rendering import factory

RICH = factory.rich()


@pytest.fixture
def page(open_page):
    opened = open_page(to_html(RICH))
    yield opened.page
    assert opened.errors == []
    assert len([url for url in opened.requests if not url.startswith("blob:")]) == 1


def saved(page):
    with page.expect_download() as download:
        page.get_by_role("button", name="Save corrections").click()
    assert download.value.suggested_filename == "corrections.json"
    text = download.value.path().read_text(encoding="utf-8")
    jsonschema.Draft202012Validator(schema()).validate(json.loads(text))
    return resolve([parse(text)], RICH.reports)


def open_sheet(page, row):
    page.locator(f"#row-{row}").hover()
    page.get_by_role("button", name="Copy or correct").click()


def line(page, words):
    return page.locator(".sheet .link", has_text=words)


def sides(links):
    turned = (link if link.source_report < link.target_report else link.mirrored() for link in links)
    return [(link.source_report, link.source, link.target_report, link.target) for link in turned]


def test_links_are_confirmed_and_rejected(page):
    open_sheet(page, 2)
    line(page, "nord.de 1 and vostok.ru 1").get_by_role("button", name="Right").click()
    line(page, "nord.de 1 and daily.en 1").get_by_role("button", name="Wrong").click()
    assert page.locator("#row-2 .tie.confirmed").count() == 1
    assert page.locator("#row-2 .tie.rejected").count() == 1
    assert page.locator("#corrections").inner_text().startswith("2 corrections")
    resolved = saved(page)
    assert sides(resolved.confirmed) == [("nord.de", (1,), "vostok.ru", (1,))]
    assert sides(resolved.rejected) == [("daily.en", (1,), "nord.de", (1,))]
    links = corrected_links(RICH.links, resolved, RICH.events)
    assert len(links) == len(RICH.links) - 1
    assert 1.0 in [link.confidence for link in links]


def test_a_verdict_is_taken_back(page):
    open_sheet(page, 2)
    right = line(page, "nord.de 1 and vostok.ru 1").get_by_role("button", name="Right")
    right.click()
    assert right.get_attribute("aria-pressed") == "true"
    right.click()
    assert right.get_attribute("aria-pressed") == "false"
    assert not page.locator("#corrections").is_visible()


def test_a_link_is_drawn_anew_with_the_pointer(page):
    open_sheet(page, 6)
    line(page, "vostok.ru 2").get_by_role("button", name="Draw anew").click()
    dock = page.locator("#drawing")
    assert "nord.de 5 – vostok.ru 2" in dock.inner_text()
    page.locator('[id="s-nord.de-6"]').click()
    assert "nord.de 5–6 – vostok.ru 2" in dock.inner_text()
    page.get_by_role("button", name="Save link").click()
    resolved = saved(page)
    assert sides(resolved.redrawn) == [("nord.de", (5, 6), "vostok.ru", (2,))]
    assert sides(resolved.rejected) == [("nord.de", (5,), "vostok.ru", (2,))]


def test_a_link_is_drawn_with_the_keyboard(page):
    page.locator('[id="s-daily.en-3"] > a').focus()
    page.get_by_role("button", name="Copy or correct").press("Enter")
    page.get_by_role("button", name="Draw a link").press("Enter")
    save = page.get_by_role("button", name="Save link")
    assert save.is_disabled()
    page.locator('[id="s-daily.en-3"] > a').press("Enter")
    page.locator('[id="s-nord.de-4"] > a').press("Enter")
    assert "nord.de 4 and daily.en 3" in page.locator("#status").inner_text()
    save.press("Enter")
    assert sides(saved(page).redrawn) == [("daily.en", (3,), "nord.de", (4,))]


def test_a_link_joins_two_reports_of_one_event_and_drawing_is_cancelled(page):
    open_sheet(page, 10)
    page.get_by_role("button", name="Draw a link").click()
    page.locator('[id="s-nord.de-4"]').click()
    page.locator('[id="s-vostok.ru-6"]').click()
    assert page.get_by_role("button", name="Save link").is_enabled()
    page.locator('[id="s-daily.en-3"]').click()
    assert page.get_by_role("button", name="Save link").is_disabled()
    page.keyboard.press("Escape")
    assert not page.locator("#drawing").is_visible()
    assert page.locator(".chosen").count() == 0


def test_a_finding_is_marked_as_wrong(page):
    page.locator("#finding-f7 > summary").click()
    page.locator("#finding-f7").get_by_role("button", name="This finding is wrong").click()
    resolved = saved(page)
    left = {finding.id for finding in without_wrong(RICH, resolved).findings}
    assert {finding.id for finding in RICH.findings} - left == {"f7"}


def test_corrections_are_discarded(page):
    page.locator("#finding-f7 > summary").click()
    page.locator("#finding-f7").get_by_role("button", name="This finding is wrong").click()
    page.get_by_role("button", name="Discard").click()
    assert not page.locator("#corrections").is_visible()
    assert page.locator(".wrong").count() == 0


def test_the_page_made_with_corrections_shows_them(page, open_page):
    open_sheet(page, 6)
    line(page, "vostok.ru 2").get_by_role("button", name="Wrong").click()
    open_sheet(page, 4)
    line(page, "daily.en 2").get_by_role("button", name="Right").click()
    resolved = saved(page)
    from dataclasses import replace

    from align.comparison.coverage import coverage

    links = corrected_links(RICH.links, resolved, RICH.events)
    rows = coverage(RICH.reports, links, RICH.events)
    again = open_page(to_html(replace(RICH, links=links, coverage=rows))).page
    assert again.locator(".row", has=again.locator('[id="s-nord.de-5"]')).locator(".s").count() == 1
    assert (
        "1.00"
        in again.locator(".row", has=again.locator('[id="s-nord.de-3"]')).locator(".tie").text_content()
    )
