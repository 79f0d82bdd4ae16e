import itertools
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from align.comparison.result import Comparison, Row
from align.rendering.html import to_html
from tests.rendering import factory
from tests.rendering.hostile import hostile

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


def words(text):
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", "", text))


def test_the_summary_says_who_has_what_alone():
    text = words(to_html(factory.comparison()))
    assert "Only vostok.ru has ❝the quotation of Olga Belskaya: “Without new carriages" in text
    assert "■the organisation UIC МСЖД" in text
    assert "7 statements: 5 also found elsewhere, 2 only here" in text
    assert "3 reports of one event, 1 of another" in text
    assert "Of 10 things that are said, 2 in all 3 reports, 3 in some of them and 3 in one only" in text
    assert "; for 2 no match was found." in text
    assert "¶1 statement UIC expert Olga Belskaya thinks" in text
    assert "Dated 14 May 2024; the reports of the first event 3 March 2026 and 4 March 2026." in text


def test_passages_are_marked_in_the_original_and_the_translation():
    text = to_html(factory.comparison())
    assert '<mark class="k-organisation" data-c="92">МСЖД</mark>' in text
    assert '<mark class="k-organisation" data-c="92">UIC</mark>' in text
    assert '<mark class="k-date unsure" data-c="48">октябре</mark>' in text
    assert '<mark class="k-quotation" data-c="93">„Wer abends einsteigt, frühstückt am Meer“</mark>' in text


def test_words_that_the_other_has_not_are_marked_in_the_original_and_the_translation():
    text = to_html(factory.rich())
    assert '<mark class="k-words" data-a="1">Beide </mark>' in text
    assert '<mark class="k-words" data-a="1 2">vereinbarten</mark>' in text
    assert '<mark class="k-words" data-a="1">Both agreed</mark>' in text
    assert '<mark class="k-words" data-a="0">касается</mark>' in text
    assert '<mark class="k-words" data-a="0">concerns</mark>' in text
    assert "words not in <bdi>nord.de</bdi>" in text
    assert "k-words" not in re.sub(
        "(?s)<style>.*?</style>|<dl class=.signs.*?</dl>", "", to_html(factory.comparison())
    )


def test_a_conflict_is_a_finding_of_its_own_kind():
    text = to_html(factory.rich())
    read = words(text)
    assert (
        "Given differently elsewhere ≠48 million euros 48 Millionen Euro – daily.en: 52 million euros" in read
    )
    assert "daily.en gives it differently 0.88" in read
    assert "daily.en 2: 52 million euros" in read
    assert 'The carriages will cost <mark class="said">52 million euros</mark>.' in text
    assert '<mark class="said">Без новых вагонов</mark>' in text
    assert '<mark class="said">Without new carriages</mark>' in text
    assert "Looked for: the same figure, in digits or words" in read


def test_without_counterparts_the_evidence_is_what_corresponds():
    text = words(to_html(factory.comparison()))
    assert "vostok.ru 5 corresponds, without it" not in text
    found = factory.finding("x", "place", factory.nord(), 1, "Riga", "Riga", missing=("vostok.ru",))
    text = words(to_html(replace(factory.comparison(), findings=(found,))))
    assert "vostok.ru 1 corresponds, without it Третьего марта" in text


def test_relations_are_said_in_words():
    text = words(to_html(factory.rich()))
    for said in (
        "⊃ says more 0.81",
        "⊂ says less 0.90",
        "≠ gives it differently 0.74",
        "≟ perhaps the same 0.55 unsure",
    ):
        assert said in text
    assert "= the same 0.97" in text


def test_what_has_moved_is_marked_at_both_places():
    text = to_html(factory.comparison())
    assert 'href="#moved-vostok.ru-2"' in text
    assert re.search(
        r'<li class="elsewhere" id="moved-vostok.ru-2" data-r="1">'
        r".*vostok.ru</bdi> 2</a> stands further down, beside <bdi>nord.de 5",
        text,
    )


def test_the_strip_shows_where_a_report_stands_alone():
    strip = re.findall(r'<rect class="(\w+)" x="(\d+)" y="\d+" width="(\d+)"', to_html(factory.comparison()))
    assert strip[:4] == [("shared", "0", "4"), ("alone", "4", "1"), ("shared", "5", "1"), ("alone", "6", "1")]
    assert ("found", "3", "2") in strip


def test_words_stand_beside_colour_and_shape():
    text = to_html(factory.comparison())
    for sign in (
        "only here",
        "not found<span> in nord.de</span>",
        "moved",
        "gives it differently",
        "0.48 unsure",
    ):
        assert sign in text
    assert "not in our English" in text
    assert "joined by another report" in text


def test_languages_and_directions():
    report = factory.report("arab", "ar", [("sentence", "عاد القطار.", "The train is back.")])
    comparison = Comparison("", (report,), {"arab": 1}, (), (), (Row(1, {"arab": (0,)}),))
    text = to_html(comparison)
    assert '<p class="o" lang="ar" dir="rtl">عاد القطار.</p>' in text
    assert '<p class="t" lang="en">The train is back.</p>' in text


def test_every_passage_has_its_language():
    outline = Outline(to_html(factory.rich()))
    languages = {"nord.de": "de", "vostok.ru": "ru", "daily.en": "en", "archive.en": "en"}
    assert all(
        "lang" in found
        for tag, found in outline.attributes
        if found.get("class") in ("o", "t", "gist", "orig")
    )
    cells = [found for _, found in outline.attributes if found.get("class") == "t"]
    assert {found["lang"] for found in cells} == {"en"}
    text = to_html(factory.rich())
    for name, language in languages.items():
        assert set(re.findall(rf'id="s-{name}-\d+"[^>]*>.*?<p class="o" lang="(\w+)"', text)) == {language}


def test_a_gist_without_english_keeps_its_language():
    names = {"a.ar": "عاد القطار.", "b.ar": "عاد القطار اليوم."}
    reports = tuple(factory.report(name, "ar", [("sentence", text, None)]) for name, text in names.items())
    comparison = Comparison(
        "", reports, dict.fromkeys(names, 1), (), (), (Row(1, dict.fromkeys(names, (0,))),)
    )
    assert '<th scope="row" lang="ar">عاد القطار.</th>' in to_html(comparison)


def test_the_base_stands_first():
    text = to_html(factory.comparison(), base="daily.en")
    assert re.findall(r'<p data-r="\d"><bdi>([\w.]+)</bdi>', text) == ["daily.en", "nord.de", "vostok.ru"]
    assert 'data-base="2"' in text


def test_coverage_is_sorted_by_how_many_have_it():
    assert re.findall(r"<summary><h4>([^<]*)</h4>", to_html(factory.comparison())) == [
        "In all 3",
        "In 2 of 3",
        "In one only",
        "No match",
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


def test_text_of_a_report_is_never_markup():
    outline = Outline(to_html(hostile()))
    assert outline.tags["script"] == 2
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
