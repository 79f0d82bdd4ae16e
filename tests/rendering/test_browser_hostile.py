"""Nothing that a report, a file name, a translation or corrections say does anything on the page."""

import json

import pytest

from align._exceptions import CorrectionsError
from align.corrections import corrected_links, parse, resolve
from align.legible import legible
from align.rendering.html import to_html
from tests.rendering import factory
from tests.rendering.hostile import EVIL, VECTORS, all_vectors, hostile

HANDLERS = (
    "[...document.querySelectorAll('*')].filter("
    "e => e.getAttributeNames().some(name => name.startsWith('on'))).length"
)


def test_there_are_forty():
    assert len(set(VECTORS)) == 40


def inert(opened):
    page = opened.page
    assert opened.dialogs == []
    assert opened.errors == []
    assert len([url for url in opened.requests if not url.startswith("blob:")]) == 1
    assert page.evaluate("document.querySelectorAll('script').length") == 2
    assert page.evaluate("document.querySelectorAll('style').length") == 1
    assert (
        page.locator("img, iframe, video, object, embed, link, base, meta[http-equiv=refresh]").count() == 0
    )
    assert page.evaluate("document.querySelectorAll('form').length") == 3
    assert page.evaluate("document.querySelectorAll('a:not([href^=\"#\"])').length") == 0
    assert page.evaluate(HANDLERS) == 0
    assert page.evaluate("({}).x === undefined")


def use(page):
    """Do what a reader does, so that the script handles every text."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.keyboard.press("c")
    page.keyboard.press("m")
    page.locator("#find").fill("alert(")
    page.locator("#find").press("Enter")
    page.locator(".row", has=page.locator(".tie")).first.hover()
    page.get_by_role("button", name="Copy or correct").click()
    page.locator(".sheet .link").first.get_by_role("button", name="Right").click()
    page.evaluate("document.getElementById('view').open = true")
    page.get_by_label("In the order of").select_option(index=1)
    page.get_by_label("by kind").check()


@pytest.mark.parametrize("at", [0, 10, 20, 30])
def test_forty_vectors_do_nothing(open_page, at):
    comparison = all_vectors(at)
    opened = open_page(to_html(comparison))
    use(opened.page)
    opened.page.evaluate(
        "document.querySelectorAll('.finding .actions button:last-child').forEach(one => one.click())"
    )
    with opened.page.expect_download() as download:
        opened.page.get_by_role("button", name="Save corrections").click()
    inert(opened)
    texts = opened.page.locator(".side .c[data-r='0'] .o").all_text_contents()
    assert texts == [legible(" ".join(vector.split()) or "x") for vector in VECTORS]
    # What the page saved of these texts is read back and is of these reports.
    resolved = resolve([parse(download.value.path().read_text(encoding="utf-8"))], comparison.reports)
    assert len(resolved.wrong) == len(VECTORS)
    links = corrected_links(comparison.links, resolved, comparison.events)
    inert(
        open_page(
            to_html(
                comparison.__class__(
                    **{**{name: getattr(comparison, name) for name in comparison.__slots__}, "links": links}
                )
            )
        )
    )


def test_hostile_reports_run_nothing(open_page):
    opened = open_page(to_html(hostile()))
    opened.page.wait_for_load_state("networkidle")
    inert(opened)
    assert EVIL.replace("\x00", "\ufffd") in opened.page.locator(".o").first.text_content()


@pytest.mark.parametrize("vector", VECTORS)
def test_hostile_corrections_are_refused_and_cannot_steer_a_terminal(vector):
    report = factory.nord()
    place = {"start": 0, "end": 9, "text": vector}
    for name, text in ((vector, "x"), ("nord.de", vector)):
        side = {"report": name, "statements": [{**place, "text": text}]}
        other = {"report": "vostok.ru", "statements": [place]}
        link = {"verdict": "confirmed", "left": side, "right": other}
        document = {"schema": "align.corrections/1", "links": [link], "findings": []}
        with pytest.raises(CorrectionsError) as error:
            resolve([parse(json.dumps(document))], [report, factory.vostok()])
        assert not any(sign in str(error.value) for sign in "\x00\x1b\ud800")
    with pytest.raises(CorrectionsError):
        parse(json.dumps({"schema": vector, "links": [], "findings": [], vector: 1}))


def test_the_policy_lets_the_pages_own_script_run_and_no_other(open_page):
    opened = open_page(to_html(factory.comparison()))
    assert opened.page.locator("#tools").is_visible()
    opened.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'foreign'";
            document.body.append(script);
        }"""
    )
    assert "foreign" not in opened.page.title()
    assert any("Content Security Policy" in error for error in opened.errors)
