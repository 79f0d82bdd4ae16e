"""The four verbs on real texts, with the built-in models."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import align
from align.rendering.document import schema
from align.report import Statement

GERMAN = [
    "Der Außenminister traf am Montag in Wien ein.",
    "Die Minister sprachen über den Handel.",
    "Das Volumen soll auf drei Milliarden Dollar steigen.",
]
ENGLISH = [
    "The foreign minister arrived in Vienna on Monday.",
    "The ministers talked about trade.",
    "The volume is to rise to three billion dollars.",
]
BRIDGE = [
    "The bridge over the Ural at Atyrau was opened on Monday by Governor Serik Shapkenov.",
    "It is 620 metres long and cost 14.5 billion tenge.",
    "A Turkish company built it in three years.",
    "Lorries heavier than 40 tonnes must still take the old crossing.",
    "Fishermen complained that the pillars stop the boats from reaching the harbour.",
    "The city will sell the ferry that used to run here.",
    "Two workers lost their lives when a crane fell over in 2024.",
    "The road to the airport is to be widened next summer.",
    "Schoolchildren sang, and the first to cross was a bus with veterans.",
    "The opposition asked the public prosecutor to look into the price.",
    "Engineers will measure the settling of the ground for two more years.",
]


def test_translate_keeps_the_shape_of_what_it_is_given() -> None:
    one = align.translate(GERMAN[1], source="de")
    assert isinstance(one, str)
    assert align.translate(GERMAN, source="de")[1] == one
    assert len(align.translate(GERMAN, source="deu")) == 3


def test_translate_keeps_white_space_between_sentences() -> None:
    parts = align.translate(GERMAN[:2], source="de")
    assert align.translate("\n\n".join(GERMAN[:2]) + "\n", source="de") == "\n\n".join(parts) + "\n"


def test_translate_tells_the_language() -> None:
    russian = "Министры говорили о торговле и о границе."
    assert align.translate(russian) == align.translate(russian, source="ru")


def test_english_and_nothing_pass_through() -> None:
    assert align.translate(ENGLISH[0]) == ENGLISH[0]
    assert align.translate("") == ""
    assert align.translate([]) == []


def test_a_language_the_model_does_not_know_is_an_error() -> None:
    with pytest.raises(align.LanguageError, match="fr"):
        align.translate("Les ministres se sont rencontrés.", source="fr")
    with pytest.raises(align.LanguageError, match="into ru"):
        align.translate(GERMAN[0], source="de", target="ru")


@pytest.mark.parametrize("batch_pieces", [1, 30, 100_000])
def test_the_built_in_model_writes_the_same_whatever_the_batches(batch_pieces: int) -> None:
    from align.translation import SentenceTranslator, load_translator

    engine = load_translator().engine
    texts = [*GERMAN, *(f"{a} {b}" for a, b in permutations(GERMAN, 2)), "Ja.", "Министры встретились."]
    expected = load_translator().translate(texts)
    assert SentenceTranslator(engine, batch_pieces=batch_pieces).translate(texts) == expected


@pytest.mark.parametrize("embedder", [None, "static", "semantic"])
@pytest.mark.parametrize("order", ["auto", "monotone", "free"])
def test_pair_links_translations(order: str, embedder: str | None) -> None:
    links = align.pair(GERMAN, ENGLISH, order=order, embedder=embedder)
    assert [(link.source, link.target) for link in links] == [((i,), (i,)) for i in range(3)]
    assert all(0.5 < link.confidence <= 1 for link in links)
    assert not any(link.moved for link in links)


def test_pair_finds_what_moved_and_what_was_left_out() -> None:
    links = align.pair(
        GERMAN, [ENGLISH[2], ENGLISH[0]], order="free", source_language="de", target_language="en"
    )
    assert {(link.source, link.target) for link in links} == {((0,), (1,)), ((2,), (0,))}
    assert sum(link.moved for link in links) == 1


@pytest.mark.parametrize("embedder", ["static", "semantic"])
def test_mirrored_arguments_give_mirrored_links(corpus_folder: Path, embedder: str) -> None:
    left = align.read(corpus_folder / "steppendienst.de.txt")
    right = align.read(corpus_folder / "chinara.ru.txt")
    there = {(link.source, link.target) for link in align.pair(left, right, order="free", embedder=embedder)}
    back = {(link.target, link.source) for link in align.pair(right, left, order="free", embedder=embedder)}
    assert there == back
    assert there


@pytest.mark.parametrize("embedder", ["static", "semantic"])
@pytest.mark.parametrize("order", ["auto", "monotone", "free"])
@pytest.mark.parametrize("other", [[], [""], ["***", "—"]])
def test_nothing_is_linked_to_a_text_without_words(order: str, other: list[str], embedder: str) -> None:
    for source, target in ((GERMAN, other), (other, GERMAN), (["…"], other)):
        links = align.pair(
            source, target, order=order, source_language="de", target_language="en", embedder=embedder
        )
        assert links == ()


def test_pair_takes_another_embedder() -> None:
    texts = (
        ["Die Regierung senkt die Steuern für kleine Betriebe.", "Am Montag schneite es."],
        [
            "It was snowing on Monday.",
            "Small businesses will have to pay less to the state.",
        ],
    )
    words, meaning = (align.pair(*texts, order="free", embedder=name) for name in ("static", "semantic"))
    assert [link.confidence for link in words] != [link.confidence for link in meaning]


@pytest.mark.parametrize("order", ["auto", "monotone", "free"])
def test_an_embedder_that_is_not_there_is_an_error(order: str) -> None:
    with pytest.raises(align.ModelError, match="no embedding model named 'nonesuch'"):
        align.pair(GERMAN, ENGLISH, order=order, embedder="nonesuch")
    with pytest.raises(align.ModelError):
        align.pair(GERMAN, ENGLISH, order=order, embedder="")


def test_an_embedder_that_is_not_there_is_an_error_before_anything_is_translated(
    reports: list[align.Report],
) -> None:
    def progress(*_: object) -> None:
        raise AssertionError("translated")

    with pytest.raises(align.ModelError, match="semantic, static"):
        align.compare(reports[:2], embedder="nonesuch", progress=progress)


def test_compare_embeds_statements_with_the_semantic_model_and_words_with_the_static_one(
    reports: list[align.Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    from align.embedding import SemanticEmbedder, StaticEmbedder

    asked: dict[type, set[str]] = {SemanticEmbedder: set(), StaticEmbedder: set()}
    for kind, texts in asked.items():
        sums = kind.sums

        def noting(self: object, given: list[str], sums=sums, texts=texts) -> object:
            texts.update(given)
            return sums(self, given)

        monkeypatch.setattr(kind, "sums", noting)
    english = [report for report in reports if report.language == "en"][:2]
    comparison = align.compare(english)
    assert comparison.links
    assert "+semantic@" in comparison.signature
    statements = {s.text for r in english for s in r.statements if s.kind != "heading"}
    assert statements <= asked[SemanticEmbedder]
    words = {word for word in asked[StaticEmbedder] if word.isalpha()}
    assert words
    assert not words & asked[SemanticEmbedder]


def test_the_signature_names_what_links_are_made_with(reports: list[align.Report]) -> None:
    english = [report for report in reports if report.language == "en"][:2]
    assert re.search(r"\|emb:static@\d+\+semantic@\d+\|", align.compare(english).signature)
    assert re.search(r"\|emb:static@\d+\|", align.compare(english, embedder="static").signature)
    assert re.search(r"\|emb:static@\d+\|", align.compare(english, order="monotone").signature)


def test_a_report_of_headings_alone_is_compared() -> None:
    from align.reading import read_text

    german = read_text("Treffen in Wien\n\n" + " ".join(GERMAN), id="a", language="de")
    stars = read_text("***\n\n***", id="b", language="en")
    comparison = align.compare([german, stars])
    assert sum(len(ids) for row in comparison.coverage for ids in row.statements.values()) == len(
        german.statements
    ) + len(stars.statements)


def test_a_single_string_is_no_text_of_statements() -> None:
    with pytest.raises(align.InputError, match="sequence"):
        align.pair("Ein Satz.", ["A sentence."])


@pytest.fixture(scope="module")
def reports() -> list[align.Report]:
    folder = Path(__file__).parent.parent / "corpora" / "bishkek"
    return [align.read(path) for path in sorted(folder.glob("*.txt"))]


@pytest.fixture(scope="module")
def comparison(reports: list[align.Report]) -> align.Comparison:
    return align.compare(reports)


def test_no_statement_is_lost(comparison: align.Comparison, reports: list[align.Report]) -> None:
    rows = [(name, i) for row in comparison.coverage for name, ids in row.statements.items() for i in ids]
    assert sorted(rows) == sorted((r.id, s.id) for r in reports for s in r.statements)


def test_the_document_is_valid(comparison: align.Comparison) -> None:
    document = json.loads(json.dumps(comparison.to_dict()))
    jsonschema.Draft202012Validator(schema()).validate(document)


def test_originals_are_untouched_and_translated(
    comparison: align.Comparison, reports: list[align.Report]
) -> None:
    for report in reports:
        for before, after in zip(report.statements, comparison.report(report.id).statements, strict=True):
            assert (before.id, before.start, before.end, before.text) == (
                after.id,
                after.start,
                after.end,
                after.text,
            )
            assert (after.translation is None) == (report.language == "en")


@settings(max_examples=4)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_reports_does_not_matter(
    reports: list[align.Report], comparison: align.Comparison, random: object
) -> None:
    shuffled = list(reports)
    random.shuffle(shuffled)
    other = align.compare(shuffled)
    assert {_row(row) for row in other.coverage} == {_row(row) for row in comparison.coverage}
    assert {_finding(f) for f in other.findings} == {_finding(f) for f in comparison.findings}
    assert other.events == comparison.events


def _row(row: align.Row) -> frozenset[tuple[str, tuple[int, ...]]]:
    return frozenset(row.statements.items())


def _finding(finding: align.Finding) -> tuple[object, ...]:
    return finding.kind, finding.report, finding.start, finding.end, frozenset(finding.missing_from)


def test_one_report_and_two_of_one_name_are_errors(reports: list[align.Report]) -> None:
    with pytest.raises(align.InputError, match="at least two"):
        align.compare(reports[:1])
    with pytest.raises(align.InputError, match="rename"):
        align.compare([reports[0], reports[0]])


def test_an_identical_copy_shares_everything(reports: list[align.Report]) -> None:
    from dataclasses import replace

    original = next(report for report in reports if report.language == "en")
    comparison = align.compare([original, replace(original, id="copy")])
    assert comparison.findings == ()
    body = [s.id for s in original.statements if s.kind != "heading"]
    assert {i for link in comparison.links for i in link.source} == set(body)
    assert all(link.source == link.target for link in comparison.links)


def test_ten_reports_that_each_leave_out_one_statement() -> None:
    reports = [
        align.Report(
            f"paper{left_out}",
            "en",
            " ".join(said := [text for text in BRIDGE if text != BRIDGE[left_out]]),
            tuple(_one_after_another(said)),
        )
        for left_out in range(10)
    ]
    comparison = align.compare(reports)
    assert set(comparison.events.values()) == {1}
    assert len(comparison.coverage) == len(BRIDGE)
    assert {len(row.statements) for row in comparison.coverage[:-1]} == {9}
    told: dict[str, set[str]] = {}
    for finding in comparison.findings:
        if finding.kind == "statement":
            assert finding.missing_from == (f"paper{BRIDGE.index(finding.text)}",)
            told.setdefault(finding.text, set()).add(finding.report)
    assert len(told) >= 8
    assert {len(by) for by in told.values()} == {9}


def _one_after_another(texts: list[str]) -> Iterator[Statement]:
    start = 0
    for number, text in enumerate(texts):
        yield Statement(number, "sentence", start, start + len(text), text)
        start += len(text) + 1
