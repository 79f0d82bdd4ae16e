"""Claims against a small gold: what is right, wrong, missed, unlisted, and what is neither."""

import dataclasses
from pathlib import Path

import pytest

from align.comparison.result import Comparison
from align.finding import Finding, Passage
from align.link import Link
from align.report import Report, Statement
from align.scoring.findings import ComparisonScores, Tally, score_comparison
from align.scoring.gold import GoldError, load_gold
from align.scoring.score import Score

GERMAN = (
    "Neuer Kai für Warnemünde",
    "Der Hafen bekommt 2027 einen neuen Kai.",
    "Er kostet 12 Millionen Euro.",
    "„Das hilft uns sehr“, sagte Hafenmeisterin Jana Voss.",
    "Das Fährunternehmen Baltika wird ihn nicht nutzen.",
)
ENGLISH = (
    "Warnemünde is to have a new quay in 2027.",
    "It will cost 14 million euros.",
    "Baltika is going to use it.",
    "The town council welcomed the plan.",
)
EARLIER = ("The old quay was closed in 2019.",)

GOLD = """
schema = "align.gold/1"
[[report]]
id = "hafen.de"
language = "de"
event = 1
only = ["Neuer Kai", "Er kostet", "Das hilft uns"]
headings = ["Neuer Kai"]
[[report]]
id = "quay.en"
language = "en"
event = 1
only = ["It will cost", "The town council"]
[[report]]
id = "closed.en"
language = "en"
event = 2
only = ["The old quay"]
[[row]]
id = "quay"
statements = { "hafen.de" = ["Der Hafen"], "quay.en" = ["Warnemünde is"] }
narrower = ["hafen.de"]
[[row]]
id = "use"
statements = { "hafen.de" = ["Das Fährunternehmen"], "quay.en" = ["Baltika is"] }
[[related]]
note = "the cost"
statements = { "hafen.de" = ["Er kostet"], "quay.en" = ["It will cost"] }
[[thing]]
kind = "person"
key = "Jana Voss"
forms = { "hafen.de" = ["Jana Voss"] }
[[thing]]
kind = "number"
key = "12e6 EUR"
forms = { "hafen.de" = ["12 Millionen Euro"] }
[[thing]]
kind = "number"
key = "14e6 EUR"
forms = { "quay.en" = ["14 million euros"] }
[[thing]]
kind = "date"
key = "2027"
forms = { "hafen.de" = ["2027"], "quay.en" = ["2027"] }
[[thing]]
kind = "negation"
key = "not used"
forms = { "hafen.de" = ["nicht"] }
[[conflict]]
about = "cost"
[conflict.says]
12 = { "hafen.de" = "12 Millionen" }
14 = { "quay.en" = "14 million" }
"""


def report(name, texts):
    starts = [sum(len(text) + 1 for text in texts[:number]) for number in range(len(texts))]
    statements = tuple(
        Statement(number, "sentence", start, start + len(text), text)
        for number, (start, text) in enumerate(zip(starts, texts, strict=True))
    )
    return Report(name, name[-2:], "\n".join(texts) + "\n", statements)


REPORTS = (report("hafen.de", GERMAN), report("quay.en", ENGLISH), report("closed.en", EARLIER))


@pytest.fixture(scope="module")
def gold(tmp_path_factory):
    folder: Path = tmp_path_factory.mktemp("hafen")
    for one in REPORTS:
        (folder / f"{one.id}.txt").write_text(one.source, encoding="utf-8", newline="")
    (folder / "gold.toml").write_text(GOLD, encoding="utf-8")
    return load_gold(folder)


def finding(kind, words, *missing, conflicts=(), counterparts=(), confidence=0.9):
    """Return a finding of these words, wherever they stand."""
    (of,) = (one for one in REPORTS if words in one.source)
    start = of.source.index(words)
    (statement,) = (s for s in of.statements if s.start <= start < s.end)
    end = start + len(words)
    return Finding(
        "f1",
        kind,
        of.id,
        statement.id,
        start,
        end,
        words,
        None,
        missing,
        confidence,
        conflicts_with=conflicts,
        counterparts=counterparts,
    )


def compared(*findings, links=(), events=(1, 1, 2), reports=REPORTS):
    numbers = dict(zip((one.id for one in reports), events, strict=False))
    return Comparison("test", reports, numbers, links, findings, ())


def counts(tally):
    return tally.score.right, tally.score.found, tally.score.gold, tally.unlisted


def test_what_is_not_found_is_missed(gold):
    scores = score_comparison(gold, compared())
    assert counts(scores.tally("person", "number", "date")) == (0, 0, 3, 0)
    assert counts(scores.tally("negation")) == (0, 0, 1, 0)
    assert counts(scores.tally("conflict")) == (0, 0, 1, 0)
    assert counts(scores.tally("link")) == (0, 0, 2, 0)
    # Not the heading, and not what is related: the quotation in one and the council in the other.
    assert counts(scores.tally("statement")) == (0, 0, 2, 0)


def test_a_thing_is_right_where_the_gold_has_it_missing(gold):
    found = finding("person", "Hafenmeisterin Jana Voss", "quay.en")
    assert counts(score_comparison(gold, compared(found)).tally("person")) == (1, 1, 1, 0)


def test_a_thing_that_is_there_is_wrong(gold):
    (of,) = (one for one in REPORTS if one.id == "hafen.de")
    start = of.source.index("2027")
    found = Finding("f1", "date", "hafen.de", 1, start, start + 4, "2027", None, ("quay.en",), 0.9)
    scores = score_comparison(gold, compared(found))
    assert counts(scores.tally("date")) == (0, 1, 0, 0)
    assert [(c.verdict, c.text, c.other) for c in scores.claims if c.kind == "date"] == [
        ("wrong", "2027", "quay.en")
    ]


def test_a_report_of_another_event_lacks_nothing(gold):
    found = finding("person", "Jana Voss", "quay.en", "closed.en")
    assert counts(score_comparison(gold, compared(found)).tally("person")) == (1, 2, 1, 0)


def test_what_the_gold_does_not_list_is_counted_apart(gold):
    found = (finding("organisation", "Fährunternehmen", "quay.en"), finding("person", "Jana Voss", "quay.en"))
    scores = score_comparison(gold, compared(*found))
    assert counts(scores.tally("organisation")) == (0, 0, 0, 1)
    both = scores.tally("organisation", "person")
    assert (both.score.precision, both.strict_precision) == (1.0, 0.5)


def test_another_kind_must_be_written_with_mostly_the_same_words(gold):
    place = score_comparison(gold, compared(finding("organisation", "Jana Voss", "quay.en")))
    assert counts(place.tally("person", "organisation")) == (1, 1, 1, 0)
    whole = finding("quotation", "„Das hilft uns sehr“, sagte Hafenmeisterin Jana Voss.", "quay.en")
    assert counts(score_comparison(gold, compared(whole)).tally("quotation")) == (0, 0, 0, 1)


def test_findings_below_the_least_confidence_do_not_count(gold):
    found = compared(finding("person", "Jana Voss", "quay.en", confidence=0.5))
    assert counts(score_comparison(gold, found, least=0.6).tally("person")) == (0, 0, 1, 0)
    assert counts(score_comparison(gold, found, least=0.5).tally("person")) == (1, 1, 1, 0)


def test_a_negation_is_missing_from_reports_that_say_the_same_without_it(gold):
    (thing,) = (thing for thing in gold.things if thing.kind == "negation")
    assert gold.missing_from(thing) == ("quay.en",)
    scores = score_comparison(gold, compared(finding("negation", "wird ihn nicht nutzen", "quay.en")))
    assert counts(scores.tally("negation")) == (1, 1, 1, 0)


def test_a_negation_may_be_told_as_a_conflict(gold):
    scores = score_comparison(gold, compared(finding("negation", "nicht", conflicts=("quay.en",))))
    assert counts(scores.tally("negation")) == (1, 1, 1, 0)
    assert counts(scores.tally("conflict")) == (0, 0, 1, 0)


def test_a_conflict_counts_once_whoever_tells_it(gold):
    here = finding("number", "12 Millionen Euro", conflicts=("quay.en",))
    there = finding("number", "14 million euros", conflicts=("hafen.de",))
    scores = score_comparison(gold, compared(here, there))
    assert counts(scores.tally("conflict")) == (1, 1, 1, 0)
    assert counts(scores.tally("number")) == (2, 2, 2, 0)


def test_a_conflict_that_is_none_is_wrong_once(gold):
    def passage(of):
        return Passage(of.report, of.statement, of.start, of.end, of.text)

    person, council = finding("person", "Jana Voss"), finding("organisation", "town council")
    mirrored = (
        dataclasses.replace(person, conflicts_with=("quay.en",), counterparts=(passage(council),)),
        dataclasses.replace(council, conflicts_with=("hafen.de",), counterparts=(passage(person),)),
    )
    assert counts(score_comparison(gold, compared(*mirrored)).tally("conflict")) == (0, 1, 1, 0)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("„Das hilft uns sehr“, sagte", (1, 1, 2, 0)),
        ("Der Hafen bekommt", (0, 1, 2, 0)),
        ("Er kostet", (0, 0, 2, 0)),
        ("Neuer Kai", (0, 0, 2, 0)),
    ],
)
def test_statements(gold, words, expected):
    scores = score_comparison(gold, compared(finding("statement", words, "quay.en")))
    assert counts(scores.tally("statement")) == expected


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("narrower", (1, 1, 1, 0)),
        ("broader", (0, 1, 1, 0)),
        ("same", (0, 0, 1, 0)),
        ("conflicting", (0, 0, 0, 0)),
    ],
)
def test_a_relation_counts_where_the_gold_has_the_link(gold, relation, expected):
    names = {"source_report": "hafen.de", "target_report": "quay.en"}
    links = (Link((1,), (0,), 0.9, relation, **names), Link((3,), (3,), 0.9, "narrower", **names))
    scores = score_comparison(gold, compared(links=links))
    assert counts(scores.tally("relation")) == expected
    turned = score_comparison(gold, compared(links=tuple(link.mirrored() for link in links)))
    assert turned.tallies == scores.tallies


def test_links_are_pairs_of_statements(gold):
    links = (
        Link((1, 2), (0, 1), 0.9, source_report="hafen.de", target_report="quay.en"),
        Link((2,), (4,), 0.9, source_report="quay.en", target_report="hafen.de"),
    )
    # 1–0 and 4–2 are right; 2–1 is related; 1–1 and 2–0 are wrong.
    assert counts(score_comparison(gold, compared(links=links)).tally("link")) == (2, 4, 2, 0)


def test_events_are_pairs_of_reports(gold):
    assert counts(score_comparison(gold, compared()).tally("event")) == (1, 1, 1, 0)
    assert counts(score_comparison(gold, compared(events=(1, 1, 1))).tally("event")) == (1, 3, 1, 0)
    assert counts(score_comparison(gold, compared(events=(1, 2, 3))).tally("event")) == (0, 0, 1, 0)


def test_language_pairs_add_up(gold):
    found = compared(finding("person", "Jana Voss", "quay.en"), events=(1, 1, 1))
    scores = score_comparison(gold, found)
    assert counts(scores.tally("event", languages="de-en")) == (1, 2, 1, 0)
    assert counts(scores.tally("event", languages="en-en")) == (0, 1, 0, 0)
    assert scores.tally("person", languages="de-en") == scores.tally("person")


def test_folders_add_up(gold):
    scores = score_comparison(gold, compared(finding("person", "Jana Voss", "quay.en")))
    assert (scores + scores).tally("person") == Tally(Score(2, 2, 2, 2))
    assert ComparisonScores() + scores == scores


def test_a_statement_that_was_set_aside_is_missed(gold):
    cut = dataclasses.replace(REPORTS[0], statements=REPORTS[0].statements[:3])
    scores = score_comparison(gold, compared(reports=(cut, *REPORTS[1:])))
    assert counts(scores.tally("link")) == (0, 0, 2, 0)


def test_a_comparison_of_other_reports_is_refused(gold):
    with pytest.raises(GoldError, match=r"lacks the report closed\.en"):
        score_comparison(gold, compared(reports=REPORTS[:2]))
