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
    assert len(text.splitlines()) < 60


def test_text_of_a_report_is_no_markup():
    comparison = factory.comparison()
    evil = "<img src=x onerror=alert(1)> | [x](javascript:alert(1)) `code`\n# head"
    found = factory.finding("e", "person", factory.nord(), 1, missing=("vostok.ru", "daily.en"))
    comparison = replace(comparison, findings=(replace(found, text=evil, translation=evil),))
    text = to_markdown(comparison)
    assert not re.search(r"(?<!\\)[<\[\]`|](?=[^\n]*alert)", text)
    assert "\n# head" not in text
    assert "\\<img src=x onerror=alert(1)\\> \\| \\[x\\](javascript" in text
