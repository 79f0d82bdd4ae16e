import re
from dataclasses import replace

from align.rendering.markdown import to_markdown
from tests.rendering import factory


def test_the_summary():
    text = to_markdown(factory.comparison())
    assert text.startswith("# 3 reports of one event, 1 of another\n")
    assert "| vostok.ru | Russian · 4 March 2026 | 7 | 5 | 1 | 1 |" in text
    assert "**Only vostok.ru has**\n\n- the quotation of Olga Belskaya" in text
    assert "- the organisation UIC (МСЖД)" in text
    assert "## Another event: archive.en" in text


def test_it_holds_what_the_page_holds():
    text = to_markdown(factory.rich())
    assert "**Given differently than in nord.de**\n\n- 48 million euros" in text
    assert "  - 3: 48 Millionen Euro – 48 million euros, daily.en gives it differently (0.88)" in text
    assert "    - daily.en 2: 52 million euros" in text
    assert "| Tickets go on sale in October. |  | 6 |  |" in text
    assert "⊃ says more 0.81" in text
    assert "⇅ 2 stands further down, beside nord.de 5" in text
    assert "  - poll: Как вы ездите летом? 31% поездом" in text
    for report in factory.rich().reports:
        for statement in report.statements:
            assert statement.text in text


def test_every_line_of_a_table_has_as_many_cells():
    tables = re.findall(r"(?m)(?:^\|.*\|$\n?)+", to_markdown(factory.rich()))
    assert len(tables) == 3
    for table in tables:
        assert len({len(re.findall(r"(?<!\\\\)\|", line)) for line in table.splitlines()}) == 1


def test_text_of_a_report_is_no_markup():
    comparison = factory.comparison()
    evil = "<img src=x onerror=alert(1)> | [x](javascript:alert(1)) `code`\n# head"
    found = factory.finding("e", "person", factory.nord(), 1, missing=("vostok.ru", "daily.en"))
    comparison = replace(comparison, findings=(replace(found, text=evil, translation=evil),))
    text = to_markdown(comparison)
    assert not re.search(r"(?<!\\)[<\[\]`|](?=[^\n]*alert)", text)
    assert "\n# head" not in text
    assert "\\<img src=x onerror=alert(1)\\> \\| \\[x\\](javascript" in text
