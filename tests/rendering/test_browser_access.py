"""The page opened in Chromium and gone over by axe-core."""

from importlib import resources

import pytest

from align.rendering.html import to_html
from tests.rendering import factory
from tests.rendering.test_html import many

OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true; })"


@pytest.fixture(scope="session")
def axe() -> str:
    pytest.importorskip("axe_playwright_python", reason="axe-core is not installed (the extra “test” has it)")
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page, axe):
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    assert len(found["passes"]) > 20
    return [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]]


STATES = [
    ("as it opens", "light"),
    ("as it opens", "dark"),
    ("all views open", "light"),
    ("all views open", "dark"),
    ("correcting", "light"),
    ("phone", "dark"),
]


@pytest.mark.parametrize(("state", "scheme"), STATES)
def test_axe_finds_nothing(open_page, axe, state, scheme):
    width = 390 if state == "phone" else 1280
    page = open_page(
        to_html(factory.rich()),
        color_scheme=scheme,
        bypass_csp=True,
        viewport={"width": width, "height": 900},
    ).page
    if state == "all views open":
        page.evaluate(OPEN)
    if state == "correcting":
        page.locator("#row-4").hover()
        page.get_by_role("button", name="Copy or correct").click()
        page.locator(".sheet .link").last.get_by_role("button", name="Wrong").click()
        page.locator('[id="s-nord.de-5"]').hover()
    assert violations(page, axe) == []


def test_axe_finds_nothing_on_five_reports(open_page, axe):
    page = open_page(to_html(many(5, 6)), bypass_csp=True).page
    page.evaluate(OPEN)
    assert violations(page, axe) == []
