import copy
import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator, ValidationError

from align._exceptions import FormatError
from align.finding import Passage
from align.mark import Mark
from align.rendering.document import comparison_document, read_comparison, schema, to_json
from tests.rendering import factory

VALIDATOR = Draft202012Validator(schema())


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(schema())


def test_a_comparison_is_valid():
    VALIDATOR.validate(comparison_document(factory.comparison()))


def test_the_keys_stand_in_the_order_of_the_contract():
    document = comparison_document(factory.comparison())
    assert list(document) == ["schema", "signature", "reports", "links", "findings", "coverage", "marks"]
    report = document["reports"][1]
    assert list(report) == ["id", "path", "language", "title", "date", "event", "statements", "set_aside"]
    assert list(report["statements"][0]) == ["id", "kind", "start", "end", "text", "translation"]
    assert list(report["set_aside"][0]) == ["start", "end", "text", "reason"]
    assert list(document["links"][0]) == ["left", "right", "relation", "moved", "confidence"]
    assert list(document["findings"][0]) == [
        *("id", "kind", "report", "statement", "start", "end"),
        *("text", "translation", "missing_from", "confidence"),
    ]


def test_the_values_are_those_of_the_comparison():
    document = comparison_document(factory.comparison())
    assert document["reports"][1]["date"] == "2026-03-04"
    assert document["reports"][3]["event"] == 2
    assert document["reports"][2]["statements"][0]["translation"] is None
    assert document["links"][3] == {
        "left": {"report": "vostok.ru", "statements": [2]},
        "right": {"report": "nord.de", "statements": [5]},
        "relation": "same",
        "moved": True,
        "confidence": 0.55,
    }
    assert document["coverage"][2]["statements"] == {"nord.de": [2], "vostok.ru": [3, 4], "daily.en": [0]}


def test_only_a_quotation_has_a_speaker():
    comparison = factory.comparison()
    spoken = [finding for finding in comparison_document(comparison)["findings"] if "speaker" in finding]
    assert {finding["speaker"] for finding in spoken} == {"Anna Keller", "Olga Belskaya"}
    mute = replace(comparison, findings=tuple(replace(f, speaker="x") for f in comparison.findings))
    kinds = {finding["kind"] for finding in comparison_document(mute)["findings"] if "speaker" in finding}
    assert kinds == {"quotation"}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "align.comparison/2"),
        (("more",), 1),
        (("reports", 0, "statements", 0, "paragraph"), 0),
        (("reports", 0, "event"), 0),
        (("reports", 0, "date"), "3 March 2026"),
        (("links", 0, "confidence"), 1.5),
        (("links", 0, "left", "statements"), []),
        (("findings", 0, "kind"), "bias"),
        (("findings", 0, "speaker"), "Anna Keller"),
        (("coverage", 0, "statements"), {}),
    ],
)
def test_the_schema_refuses_what_is_not_in_the_contract(path, value):
    document = copy.deepcopy(comparison_document(factory.comparison()))
    *above, last = path
    place = document
    for step in above:
        place = place[step]
    place[last] = value
    with pytest.raises(ValidationError):
        VALIDATOR.validate(document)


def test_the_json_can_be_written_whatever_a_file_held():
    comparison = replace(factory.comparison(), signature="a\ud800b\x00")
    text = to_json(comparison)
    text.encode("utf-8")
    assert json.loads(text)["signature"] == "a\ud800b\x00"
    assert "Ночной поезд" in text


def test_a_comparison_is_read_back_equal():
    comparison = factory.comparison()
    other = comparison.reports[1]
    passage = Passage(other.id, 0, 0, 5, "Ночно", "Night")
    contradicted = replace(comparison.findings[0], conflicts_with=(other.id,), counterparts=(passage,))
    comparison = replace(
        comparison,
        findings=(contradicted, *comparison.findings[1:]),
        marks=(Mark(other.id, 0, comparison.reports[0].id, "original", 3, 8),),
    )
    found = read_comparison(to_json(comparison))
    assert to_json(found) == to_json(comparison)
    assert (found.links, found.findings) == (comparison.links, comparison.findings)
    assert (found.coverage, found.marks) == (comparison.coverage, comparison.marks)
    assert found.events == comparison.events


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{\n", "line 2: not JSON"),
        ("[]", "not a document"),
        ('{"schema": "align.links/1"}', r"found align\.links/1"),
        ('{"schema": "align.comparison/1"}', "signature"),
    ],
)
def test_what_is_no_comparison_is_refused(text, message):
    with pytest.raises(FormatError, match=message):
        read_comparison(text)
