"""Corrections: read, refused, applied."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

import align
from align._exceptions import CorrectionsError
from align.comparison.compare import compare_reports
from align.corrections import corrected_links, load, parse, resolve, schema, without_wrong
from align.report import Report
from tests.rendering import factory


def place(report: Report, number: int) -> dict:
    statement = report.statements[number]
    return {"start": statement.start, "end": statement.end, "text": statement.text}


def side(report: Report, *numbers: int) -> dict:
    return {"report": report.id, "statements": [place(report, number) for number in numbers]}


def verdict(word: str, left: dict, right: dict) -> dict:
    return {"verdict": word, "left": left, "right": right}


def document(*links: dict, findings: tuple[dict, ...] = ()) -> dict:
    found = {"schema": "align.corrections/1", "links": list(links), "findings": list(findings)}
    jsonschema.Draft202012Validator(schema()).validate(found)
    return found


def read(*links: dict, findings: tuple[dict, ...] = ()):
    return parse(json.dumps(document(*links, findings=findings)))


COMPARISON = factory.comparison()
NORD, VOSTOK, DAILY, ARCHIVE = (COMPARISON.report(r.id) for r in COMPARISON.reports)


def applied(*corrections):
    resolved = resolve(corrections, COMPARISON.reports)
    return corrected_links(COMPARISON.links, resolved, COMPARISON.events)


def between(links, left: str, right: str):
    turned = (link if link.source_report == left else link.mirrored() for link in links)
    return {
        (link.source, link.target): link
        for link in turned
        if (link.source_report, link.target_report) == (left, right)
    }


def test_nothing_corrected_is_nothing_changed() -> None:
    assert applied(read()) == COMPARISON.links
    assert resolve([], COMPARISON.reports).count == 0


def test_a_rejected_link_vanishes_whichever_side_stands_first() -> None:
    links = between(
        applied(read(verdict("rejected", side(VOSTOK, 3, 4), side(NORD, 2)))), "nord.de", "vostok.ru"
    )
    assert ((2,), (3, 4)) not in links
    assert len(links) == 3


def test_a_confirmed_link_is_certain_and_keeps_the_rest() -> None:
    links = between(applied(read(verdict("confirmed", side(NORD, 3), side(DAILY, 2)))), "nord.de", "daily.en")
    link = links[(3,), (2,)]
    assert (link.confidence, link.relation) == (1.0, "conflicting")


def test_a_confirmed_link_that_is_not_found_again_is_added() -> None:
    links = between(
        applied(read(verdict("confirmed", side(NORD, 2), side(VOSTOK, 3)))), "nord.de", "vostok.ru"
    )
    assert ((2,), (3, 4)) not in links
    assert links[(2,), (3,)].confidence == 1.0


def test_a_redrawn_link_stands_instead_of_those_that_share_a_statement() -> None:
    links = between(
        applied(read(verdict("redrawn", side(NORD, 5, 6), side(VOSTOK, 2)))), "nord.de", "vostok.ru"
    )
    assert ((5,), (2,)) not in links
    drawn = links[(5, 6), (2,)]
    assert (drawn.confidence, drawn.relation, drawn.moved) == (1.0, "same", True)
    assert len(links) == 4


def test_the_latest_word_counts() -> None:
    sides = side(NORD, 0), side(VOSTOK, 0)
    yes, no = read(verdict("confirmed", *sides)), read(verdict("rejected", *sides))
    assert between(applied(no, yes), "nord.de", "vostok.ru")[(0,), (0,)].confidence == 1.0
    assert ((0,), (0,)) not in between(applied(yes, no), "nord.de", "vostok.ru")


def test_a_link_drawn_later_outweighs_one_drawn_earlier() -> None:
    first = read(verdict("redrawn", side(NORD, 4), side(DAILY, 3)))
    second = read(verdict("redrawn", side(NORD, 6), side(DAILY, 3)))
    assert ((4,), (3,)) not in between(applied(first, second), "nord.de", "daily.en")


def test_coverage_and_findings_follow() -> None:
    drawn = read(verdict("redrawn", side(NORD, 4), side(DAILY, 3)))
    before, after = (
        compare_reports(COMPARISON.reports, links, events=COMPARISON.events, signature="")
        for links in (COMPARISON.links, applied(drawn))
    )
    assert {"nord.de": (4,)} in [row.statements for row in before.coverage]
    assert {"nord.de": (4,), "daily.en": (3,)} in [row.statements for row in after.coverage]

    def missing(comparison):
        return [
            f.missing_from
            for f in comparison.findings
            if (f.report, f.statement, f.kind) == ("nord.de", 4, "statement")
        ]

    assert missing(before) == [("daily.en", "vostok.ru")]
    assert missing(after) == [("vostok.ru",)]


def test_a_finding_marked_wrong_is_gone_and_no_other() -> None:
    wrong = next(f for f in COMPARISON.findings if f.id == "f7")
    found = {
        "verdict": "wrong",
        "kind": wrong.kind,
        "report": wrong.report,
        "statement": place(VOSTOK, wrong.statement),
        "start": wrong.start,
        "end": wrong.end,
    }
    resolved = resolve([read(findings=(found,))], COMPARISON.reports)
    left = [f.id for f in without_wrong(COMPARISON, resolved).findings]
    assert left == [f.id for f in COMPARISON.findings if f.id != "f7"]


def test_a_changed_file_is_refused() -> None:
    corrections = read(verdict("confirmed", side(NORD, 1), side(VOSTOK, 1)))
    for changed in (
        replace(NORD.statements[1], text=NORD.statements[1].text.replace("Riga", "Oslo")),
        replace(NORD.statements[1], end=NORD.statements[1].end - 1),
    ):
        report = replace(NORD, statements=(NORD.statements[0], changed, *NORD.statements[2:]))
        with pytest.raises(
            CorrectionsError, match=r"links\[0\].left.statements: .*nord.de does not say .*Riga.*changed"
        ):
            resolve([corrections], [report, VOSTOK])


def test_other_reports_are_refused() -> None:
    corrections = read(verdict("confirmed", side(NORD, 1), side(VOSTOK, 1)))
    with pytest.raises(
        CorrectionsError, match=r"no report “nord.de” among those given \(daily.en, archive.en\)"
    ):
        resolve([corrections], [DAILY, ARCHIVE])


def test_a_link_between_events_is_refused() -> None:
    with pytest.raises(CorrectionsError, match="different events"):
        applied(read(verdict("redrawn", side(NORD, 1), side(ARCHIVE, 1))))


BROKEN = [
    ("[", "no JSON"),
    ("[]", "the document: not an object"),
    ('{"links": [], "findings": []}', "“schema” is missing"),
    ('{"schema": "align.corrections/2", "links": [], "findings": []}', "“align.corrections/2” is not"),
    ('{"schema": "align.corrections/1", "links": {}, "findings": []}', "links: not a list"),
    ('{"schema": "align.corrections/1", "links": [], "findings": [], "x": 1}', "“x” is not known"),
    ('{"schema": "align.corrections/1", "links": [3], "findings": []}', r"links\[0\]: not an object"),
]


@pytest.mark.parametrize(("text", "words"), BROKEN)
def test_what_is_no_corrections_is_refused(text: str, words: str) -> None:
    with pytest.raises(CorrectionsError, match=words):
        parse(text)


def spoilt(path: tuple, value: object) -> str:
    found = document(
        verdict("confirmed", side(NORD, 1), side(VOSTOK, 1)),
        findings=(
            {
                "verdict": "wrong",
                "kind": "person",
                "report": "nord.de",
                "statement": place(NORD, 1),
                "start": 3,
                "end": 5,
            },
        ),
    )
    at = found
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return json.dumps(found)


SPOILT = [
    (("links", 0, "verdict"), "perhaps", "“perhaps” is none of confirmed, rejected, redrawn"),
    (("links", 0, "left", "report"), "vostok.ru", "both sides are of “vostok.ru”"),
    (("links", 0, "left", "statements"), [], "at least one statement"),
    (("links", 0, "left", "statements", 0, "start"), True, "start: not an offset"),
    (("links", 0, "left", "statements", 0, "start"), -1, "start: not an offset"),
    (("links", 0, "left", "statements", 0, "text"), None, "text: not a string"),
    (("findings", 0, "verdict"), "right", "“right” is not wrong"),
    (("findings", 0, "end"), 2.5, "end: not an offset"),
]


@pytest.mark.parametrize(("path", "value", "words"), SPOILT)
def test_a_spoilt_document_is_refused_with_its_place(path: tuple, value: object, words: str) -> None:
    text = spoilt(path, value)
    with pytest.raises(CorrectionsError, match=words):
        parse(text)


def test_a_file_is_read_and_its_errors_name_it(tmp_path) -> None:
    path = tmp_path / "c.json"
    path.write_text(json.dumps(document(verdict("confirmed", side(NORD, 1), side(VOSTOK, 1)))))
    corrections = load(path)
    assert [len(corrections.confirmed), len(corrections.rejected), len(corrections.redrawn)] == [1, 0, 0]
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CorrectionsError, match=r"c\.json: cannot be read"):
        load(path)
    with pytest.raises(align.InputError, match="nowhere"):
        load(tmp_path / "nowhere")


def test_a_message_cannot_steer_a_terminal() -> None:
    evil = verdict("confirmed", {"report": "\x1b[2J", "statements": [place(NORD, 1)]}, side(VOSTOK, 1))
    with pytest.raises(CorrectionsError) as error:
        resolve([read(evil)], COMPARISON.reports)
    assert "\x1b" not in str(error.value)


def test_compare_takes_corrections() -> None:
    texts = {
        "a.en": "The ministers met in Bishkek on Friday.\n\nThey talked about trade and water.\n",
        "b.en": "In Bishkek the ministers met on Friday.\n\nTrade and water were talked about.\n",
    }
    from align.reading import read_text

    reports = [read_text(text, id=name, language="en") for name, text in texts.items()]
    plain = align.compare(reports)
    assert plain.links
    sides = [side(report, 0) for report in reports]
    corrected = align.compare(reports, corrections=[read(verdict("rejected", *sides))])
    assert corrected.signature == f"{plain.signature}|corrections:1"
    assert ((0,), (0,)) not in {(link.source, link.target) for link in corrected.links}
    assert ((0,), (0,)) in {(link.source, link.target) for link in plain.links}
