import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.rendering.columns import display_width, visible, wrapped
from align.rendering.terminal import to_text
from tests.rendering import factory


@pytest.mark.parametrize("width", [24, 50, 71, 72, 100, 160])
def test_no_line_is_wider_than_asked(width):
    assert (
        max(display_width(line) for line in to_text(factory.comparison(), width=width).splitlines()) <= width
    )


def test_what_corresponds_stands_on_one_line():
    text = to_text(factory.comparison())
    assert re.search(
        r"^0 Nachtzug nach Tallinn kommt zurück +│ 0 Ночной поезд возвращается на линию$", text, re.M
    )
    assert re.search(r"^5 • Fahrräder .*│ 2 Для велосипедов", text, re.M)
    assert "≟ perhaps the same 0.55 unsure · ⇅ moved" in text


def test_a_narrow_terminal_has_the_texts_one_above_the_other():
    text = to_text(factory.comparison(), width=60)
    assert "│" not in text
    assert (
        "nord.de\n0 Nachtzug nach Tallinn kommt zurück\n→ The night train to Tallinn returns\nvostok.ru\n0 "
        in text
    )


def test_every_statement_is_there():
    text = to_text(factory.comparison(), width=4000)
    for report in factory.comparison().reports:
        for statement in report.statements:
            assert statement.text in text


def test_findings_and_coverage():
    text = to_text(factory.comparison(), width=400)
    assert "    5: МСЖД – UIC, only here (0.92)" in text
    assert re.search(r"^· +◌ 6 +· +Tickets go on sale in October\.$", text, re.M)
    assert "Another event: archive.en" in text


def test_conflicts_evidence_relations_and_added_words():
    text = to_text(factory.rich(), width=400)
    assert (
        "Given differently elsewhere: 48 million euros (48 Millionen Euro) – daily.en: 52 million euros"
        in text
    )
    assert "    3: 48 Millionen Euro – 48 million euros, daily.en gives it differently (0.88)\n" in text
    assert "      daily.en 2: 52 million euros\n" in text
    assert "      vostok.ru 5: Без новых вагонов – Without new carriages\n" in text
    assert "⊃ vostok.ru says more 0.81" in text
    assert "≠ 48 million euros, daily.en gives it differently: 52 million euros (0.88)" in text
    assert "+ words not in vostok.ru: Both agreed" in text
    assert "+ words not in nord.de: concerns" in text
    assert "+ words" not in to_text(factory.comparison(), width=400)


def test_what_was_set_aside():
    assert "vostok.ru: 2 stretches\n  furniture: Новости Погода Архив\n  poll: Как" in to_text(
        factory.comparison()
    )


def test_the_base_is_the_left_column():
    assert "daily.en beside vostok.ru" in to_text(factory.comparison(), base="daily.en")


def test_colour_only_on_demand_and_only_ours():
    assert "\x1b" not in to_text(factory.comparison())
    painted = to_text(factory.comparison(), colour=True)
    assert re.sub(r"\x1b\[\d+m", "", painted) == to_text(factory.comparison())
    assert painted.count("\x1b[0m") * 2 == painted.count("\x1b")


def test_a_report_cannot_steer_the_terminal():
    evil = "Ruhig\x1b[2J\x9b31m\x07 \u202eabc\u2066 fertig"
    report = factory.report("a\x1b]0;x\x07", "de", [("sentence", evil, evil)])
    comparison = factory.comparison()
    comparison = replace(
        comparison,
        reports=(replace(comparison.reports[3], id=report.id, statements=report.statements),),
        events={report.id: 1},
        links=(),
        findings=(),
        coverage=(),
    )
    text = to_text(comparison)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert "fertig" in text


def test_display_width():
    assert display_width("東京") == 4
    assert display_width("Зима\u0301") == 4
    assert display_width("a\u200db") == 2


@given(st.text(), st.integers(2, 40))
def test_wrapping_keeps_every_letter(text, width):
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(display_width(line) <= width for line in lines)


@given(st.text())
def test_what_is_visible_has_no_controls(text):
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", visible(text))
