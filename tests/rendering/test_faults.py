"""A translation in which something is plainly wrong is marked, in every view."""

from __future__ import annotations

from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from align.comparison.result import Comparison
from align.rendering.document import comparison_document, read_comparison, schema, to_json
from align.rendering.html import to_html
from align.rendering.markdown import to_markdown
from align.rendering.terminal import to_text
from tests.rendering import factory

LOOP = "The night train, the night train, the night train, the night train returns."


@pytest.fixture
def looping() -> Comparison:
    """Return a comparison in which the English of the first German statement repeats itself."""
    comparison = factory.comparison()
    report = comparison.reports[0]
    first = replace(report.statements[0], translation=LOOP)
    marked = replace(report, statements=(first, *report.statements[1:]))
    return replace(comparison, reports=(marked, *comparison.reports[1:]))


def test_the_views_say_so_once(looping: Comparison) -> None:
    for view in (to_html, to_text, to_markdown):
        assert "repeats itself" not in view(factory.comparison())
        assert "repeats itself" in view(looping)


def test_json_names_the_fault_and_nothing_else_has_one(looping: Comparison) -> None:
    document = comparison_document(looping)
    Draft202012Validator(schema()).validate(document)
    faults = [s.get("fault") for report in document["reports"] for s in report["statements"]]
    assert [fault for fault in faults if fault] == ["repeated"]
    assert read_comparison(to_json(looping)).reports[0].statements[0].fault == "repeated"
