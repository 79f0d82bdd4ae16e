import itertools
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from align.comparison.result import Comparison, Row
from align.finding import Finding
from align.link import Link
from align.rendering.html import to_html
from align.report import Report, SetAside, Statement
from tests.rendering import factory

VOID = {"meta", "input", "br", "hr", "img", "link"}


class Outline(HTMLParser):
    """The elements of a page: ids, links, headings, and whether every element is closed."""

    def __init__(self, text):
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.levels: list[int] = []
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, dict[str, str]]] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags[tag] += 1
        self.attributes.append((tag, found))
        if "id" in found:
            self.ids.append(found["id"])
        if "href" in found:
            self.links.append(found["href"])
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags[tag] += 1

    def handle_endtag(self, tag):
        assert self._open.pop() == tag


def many(reports: int, statements: int) -> Comparison:
    """Return reports of which every second statement corresponds in all of them, the others in none."""
    names = [f"r{number}" for number in range(reports)]
    made = [
        factory.report(
            name, "de", [("sentence", f"Satz {number} aus {name}.", None) for number in range(statements)]
        )
        for name in names
    ]
    rows = []
    for number in range(statements):
        groups = [names] if number % 2 == 0 else [[name] for name in names]
        rows += [dict.fromkeys(group, (number,)) for group in groups]
    links = [
        factory.link("r0", (number,), name, (number,), 0.9)
        for name in names[1:]
        for number in range(0, statements, 2)
    ]
    coverage = tuple(Row(number, row) for number, row in enumerate(rows))
    return Comparison("x", tuple(made), dict.fromkeys(names, 1), tuple(links), (), coverage)


def test_every_statement_has_its_place_once():
    for order in itertools.permutations(("nord.de", "vostok.ru", "daily.en", "archive.en")):
        comparison = factory.comparison(order)
        found = [name for name in Outline(to_html(comparison)).ids if name.startswith("s-")]
        expected = [f"s-{report.id}-{s.id}" for report in comparison.reports for s in report.statements]
        assert sorted(found) == sorted(expected)


def test_ids_are_unique_and_links_lead_somewhere():
    outline = Outline(to_html(factory.comparison()))
    assert [name for name, times in Counter(outline.ids).items() if times > 1] == []
    assert {link for link in outline.links if link.removeprefix("#") not in outline.ids} == set()
    for tag, attributes in outline.attributes:
        assert set(attributes.get("aria-labelledby", "").split()) <= set(outline.ids), tag


def test_headings_are_in_order():
    levels = Outline(to_html(factory.comparison())).levels
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_summary_says_who_has_what_alone():
    text = re.sub(r"\s+", " ", re.sub("<[^>]*>", "", to_html(factory.comparison())))
    assert "Only vostok.ru has ❝ the quotation of Olga Belskaya (“Without new carriages" in text
    assert "■ the organisation UIC (МСЖД)" in text
    assert "7 statements: 5 also found elsewhere, 2 only here" in text
    assert "3 reports of one event, 1 of another" in text
    assert "Dated 14 May 2024; the reports of the first event 3 March 2026 and 4 March 2026." in text


def test_passages_are_marked_in_the_original_and_the_translation():
    text = to_html(factory.comparison())
    assert '<mark class="k-organisation">МСЖД</mark>' in text
    assert '<mark class="k-organisation">UIC</mark>' in text
    assert '<mark class="k-date unsure">октябре</mark>' in text
    assert '<mark class="k-quotation">„Wer abends einsteigt, frühstückt am Meer“</mark>' in text


def test_the_strip_shows_where_a_report_stands_alone():
    strip = re.findall(r'<rect class="(\w+)" x="(\d+)" y="\d+" width="(\d+)"', to_html(factory.comparison()))
    assert strip[:4] == [("shared", "0", "4"), ("alone", "4", "1"), ("shared", "5", "1"), ("alone", "6", "1")]


def test_words_stand_beside_colour_and_shape():
    text = to_html(factory.comparison())
    for sign in ("only here", "not found in <bdi>nord.de</bdi>", "moved", "conflicting", "0.48 unsure"):
        assert sign in text
    assert "translation gap" in text
    assert "joined by another report" in text


def test_languages_and_directions():
    report = factory.report("arab", "ar", [("sentence", "عاد القطار.", "The train is back.")])
    comparison = Comparison("", (report,), {"arab": 1}, (), (), (Row(1, {"arab": (0,)}),))
    text = to_html(comparison)
    assert '<p class="original" lang="ar" dir="rtl">عاد القطار.</p>' in text
    assert '<p class="translation" lang="en" dir="ltr">The train is back.</p>' in text


def test_the_base_is_compared_with_each_other_report():
    text = to_html(factory.comparison(), base="daily.en")
    assert re.findall(
        r'<bdi>([\w.]+)</bdi> <span class="beside">beside</span> <bdi>([\w.]+)</bdi>', text
    ) == [
        ("daily.en", "nord.de"),
        ("daily.en", "vostok.ru"),
    ]


def test_what_was_set_aside_is_shown_with_its_reason():
    text = to_html(factory.comparison())
    assert "<summary><bdi>vostok.ru</bdi>: 2 stretches, 54 characters</summary>" in text
    assert '<span class="reason">poll</span>' in text
    assert "31% поездом" in text


def test_two_events_of_several_reports_are_each_compared():
    comparison = factory.comparison()
    events = {"nord.de": 1, "vostok.ru": 1, "daily.en": 2, "archive.en": 2}
    ids = [(name, s.id) for name in ("daily.en", "archive.en") for s in comparison.report(name).statements]
    rows = [Row(1, {"nord.de": tuple(range(7)), "vostok.ru": tuple(range(7))})]
    rows += [Row(2 + i, {name: (number,)}) for i, (name, number) in enumerate(ids)]
    outline = Outline(
        to_html(replace(comparison, events=events, links=(), findings=(), coverage=tuple(rows)))
    )
    assert {"coverage-1", "coverage-2", "findings-2", "s-archive.en-1"} <= set(outline.ids)
    assert len(outline.ids) == len(set(outline.ids))


@pytest.mark.parametrize("reports", [1, 2, 10])
def test_one_to_ten_reports(reports):
    comparison = many(reports, 6)
    outline = Outline(to_html(comparison))
    assert sum(name.startswith("s-") for name in outline.ids) == reports * 6


def test_the_page_grows_with_the_text_and_not_faster():
    small, large = (len(to_html(many(3, size))) for size in (200, 1600))
    assert large < 9 * small


EVIL = "<script>alert(1)</script>\"'></style>]]>{{ 7*7 }}{% raw %}<img src=x onerror=alert(1)>\u202eevil\x00"


def hostile() -> Comparison:
    statements = tuple(
        Statement(n, "sentence", n * len(EVIL), (n + 1) * len(EVIL), EVIL, n, EVIL) for n in (0, 1)
    )
    names = (EVIL, "a b/c", "a b\\c")
    reports = tuple(
        Report(
            *(name, 'de"><script>alert(1)</script>', EVIL * 2, statements),
            set_aside=(SetAside(0, 5, EVIL, EVIL),),
            path=f"/x/{EVIL}",
            title=EVIL,
            place=EVIL,
        )
        for name in names
    )
    findings = tuple(
        Finding(f"{EVIL}{n}", kind, EVIL, 0, 3, 20, EVIL[3:20], EVIL, names[1:2], 0.9, speaker=EVIL)
        for n, kind in enumerate(("quotation", "organisation", "statement", "translation-gap"))
    )
    first, second, third = names
    rows = [{first: (0,), second: (0,)}, {first: (1,)}, {second: (1,)}, {third: (0,)}, {third: (1,)}]
    return Comparison(
        signature=EVIL,
        reports=reports,
        events={first: 1, second: 1, third: 2},
        links=(Link((0,), (0,), 0.9, source_report=first, target_report=second),),
        findings=findings,
        coverage=tuple(Row(number, row) for number, row in enumerate(rows)),
    )


def test_text_of_a_report_is_never_markup():
    outline = Outline(to_html(hostile()))
    assert outline.tags["script"] == 1
    assert outline.tags["style"] == 1
    assert outline.tags["img"] == 0
    assert all(not name.startswith("on") for _, attributes in outline.attributes for name in attributes)
    assert len(outline.ids) == len(set(outline.ids))
    assert all(re.fullmatch(r"[\w.-]+", name) for name in outline.ids)
    assert {link for link in outline.links if link.removeprefix("#") not in outline.ids} == set()


def test_controls_and_lone_surrogates_do_not_reach_the_page():
    text = to_html(replace(factory.comparison(), signature="a\x00b\x1b\ud800c"))
    text.encode("utf-8")
    assert "a\ufffdb\ufffd\ufffdc" in text


def test_hostile_reports_run_nothing(open_page):
    opened = open_page(to_html(hostile()))
    opened.page.wait_for_load_state("networkidle")
    assert opened.dialogs == []
    assert opened.errors == []
    assert len(opened.requests) == 1
    assert opened.page.evaluate("document.querySelectorAll('script, style, img').length") == 2
    assert EVIL.replace("\x00", "\ufffd") in opened.page.locator(".original").first.text_content()


def test_the_policy_lets_the_pages_own_script_run_and_no_other(open_page):
    opened = open_page(to_html(factory.comparison()))
    assert opened.page.locator("#controls").is_visible()
    opened.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'foreign'";
            document.body.append(script);
        }"""
    )
    assert "foreign" not in opened.page.title()
    assert any("Content Security Policy" in error for error in opened.errors)


def test_the_controls_hide_and_show(open_page):
    page = open_page(to_html(factory.comparison())).page
    assert page.locator(".translation").first.is_visible()
    page.get_by_label("original").check()
    assert not page.locator(".translation").first.is_visible()
    page.get_by_label("English", exact=True).check()
    assert page.locator(".translation").first.is_visible()
    assert not page.locator(".translated > .original").first.is_visible()
    badge = page.locator(".badge.k-organisation").first
    assert badge.is_visible()
    page.get_by_label("organisations").uncheck()
    assert not badge.is_visible()


def test_the_page_is_read_with_scripts_off(open_page):
    page = open_page(to_html(factory.comparison()), java_script_enabled=False).page
    assert not page.locator("#controls").is_visible()
    assert page.get_by_text("Verkehrsministerin Anna Keller").first.is_visible()
    assert page.get_by_text("Билеты поступят в продажу в").first.is_visible()


@pytest.mark.parametrize("width", [320, 400, 800, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_sticks_out(open_page, width, scheme):
    opened = open_page(
        to_html(factory.comparison()), viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    assert opened.errors == []
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_reaches_the_content_first(open_page):
    page = open_page(to_html(factory.comparison())).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_a_deep_link_shows_its_statement(open_page):
    page = open_page(to_html(many(2, 400))).page
    page.evaluate("location.hash = '#s-r1-399'")
    page.wait_for_timeout(300)  # rows far below are laid out only when they come into view
    box = page.locator("#s-r1-399").bounding_box()
    assert box["height"] > 0
    assert 0 <= box["y"] < page.viewport_size["height"]
