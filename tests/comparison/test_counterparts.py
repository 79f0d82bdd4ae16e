"""Which statement of another report may say the same as one, without a link."""

from __future__ import annotations

from align.api import default_embedder
from align.comparison.compare import compare_reports
from align.comparison.counterparts import Counterparts, counterparts
from align.comparison.index import event_index, matches
from align.comparison.words import WordSimilarity
from align.finding import Finding
from align.link import Link
from align.report import Report
from tests.comparison.build import link, report_of

GERMAN = report_of(
    "a",
    "Am Montag brannte in Bremen ein Lager für Reifen.",
    "Nach Angaben der Polizei wurden acht Menschen verletzt.",
    "Der Wind trieb den Rauch nach Süden.",
    language="de",
    translations=(
        "A warehouse for tyres burnt in Bremen on Monday.",
        "According to the police eight people were injured.",
        "The wind drove the smoke to the south.",
    ),
)
ENGLISH = report_of(
    "b",
    "A tyre warehouse in Bremen caught fire on Monday.",
    "Eight people were injured.",
    "Firemen from three towns came.",
)


def weighed(left: Report, right: Report, *links: Link) -> Counterparts:
    index = event_index([left, right], matches(links, []))
    return counterparts(left, right, index, WordSimilarity([left, right], default_embedder()))


def stances(*links: Link, other: Report = ENGLISH) -> list[Finding]:
    compared = compare_reports(
        [GERMAN, other], links, events={"a": 1, "b": 1}, signature="", embedder=default_embedder()
    )
    return [f for f in compared.findings if f.kind in ("negation", "hedge", "attribution")]


def test_what_says_the_same_is_the_likeliest() -> None:
    found = weighed(GERMAN, ENGLISH)
    assert found.of(0, least=0.0)[0] == 0
    assert found.of(1, least=0.0)[0] == 1
    assert found.pairs[1, 1] > 0.5 > found.pairs.get((2, 1), 0.0)


def test_both_reports_see_the_same() -> None:
    found = weighed(GERMAN, ENGLISH)
    assert found.turned().turned() == found
    assert 1 in found.turned().of(1, least=0.5)


def test_what_is_linked_needs_no_weighing() -> None:
    links = [link("a", [n], "b", [n]) for n in range(3)]
    assert weighed(GERMAN, ENGLISH, *links).pairs == {}


def test_very_long_texts_are_not_weighed() -> None:
    long = report_of("c", *["Eight people were injured."] * 20_000)
    assert weighed(GERMAN, long).pairs == {}


def test_an_attribution_is_missed_without_a_link_too() -> None:
    found = stances()
    assert [(f.report, f.text, f.missing_from) for f in found] == [("a", "Nach Angaben", ("b",))]


def test_an_attribution_in_a_likely_counterpart_is_none_missing() -> None:
    said = report_of("b", ENGLISH.statements[0].text, "Eight people were injured, the police said.")
    assert stances(other=said) == []
