from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from align.finding import Finding
from align.rendering.passages import cut, original_runs, original_span, translated_runs
from align.report import Statement
from tests.rendering import factory


def marked(runs):
    return [run.text for run in runs if run.findings]


def test_a_passage_is_found_where_the_file_breaks_the_line():
    german = factory.nord()
    found = factory.finding(
        "f", "quotation", german, 4, "„Wer  \n abends einsteigt, frühstückt am Meer“", "x"
    )
    assert marked(original_runs(german.statements[4], [found], german.source)) == [
        "„Wer abends einsteigt, frühstückt am Meer“"
    ]


def test_the_second_of_two_equal_passages_is_meant():
    source = "Rat  und\nRat"
    statement = Statement(0, "sentence", 0, len(source), "Rat und Rat")
    found = Finding("f", "organisation", "a", 0, 9, 12, "Rat", None, ("b",), 0.9)
    assert original_span(found, statement, source) == (8, 11)


def test_a_passage_between_tags_is_found():
    source = "<p>Die <b>UNO</b> und die <i>UNO</i>-Hilfe</p>"
    statement = Statement(0, "sentence", 0, len(source), "Die UNO und die UNO-Hilfe")
    start = source.index("UNO</i>")
    found = Finding("f", "organisation", "a", 0, start, start + 3, "UNO", None, ("b",), 0.9)
    assert original_span(found, statement, source) == (16, 19)


def test_a_passage_beyond_the_statement_is_cut_off():
    source = "Er sagte: „Ja. Nein.“"
    statement = Statement(0, "sentence", 0, 14, "Er sagte: „Ja.")
    found = Finding("f", "quotation", "a", 0, 10, 21, "„Ja. Nein.“", None, ("b",), 0.9)
    assert original_span(found, statement, source) == (10, 14)
    assert original_span(replace(found, start=15), statement, source) is None


def test_nested_passages_are_both_marked():
    russian = factory.vostok()
    quotation = factory.finding(
        "q", "quotation", russian, 5, "«Без новых вагонов линия не выдержит и трёх зим»"
    )
    negation = factory.finding("n", "negation", russian, 5, "не выдержит")
    runs = original_runs(russian.statements[5], [quotation, negation], russian.source)
    assert [run.text for run in runs if run.findings == (quotation, negation)] == ["не выдержит"]
    assert "".join(marked(runs)) == "«Без новых вагонов линия не выдержит и трёх зим»"


def test_a_translation_is_marked_only_word_for_word():
    russian = factory.vostok()
    right = factory.finding("a", "organisation", russian, 5, "МСЖД", "UIC")
    wrong = factory.finding("b", "organisation", russian, 5, "МСЖД", "OSJD")
    gap = factory.finding("c", "translation-gap", russian, 5, "МСЖД", "UIC")
    assert marked(translated_runs(russian.statements[5], [right])) == ["UIC"]
    assert marked(translated_runs(russian.statements[5], [wrong, gap])) == []


@given(st.text(max_size=20), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=5))
def test_no_character_is_lost(text, spans):
    found = Finding("f", "person", "a", 0, 0, 1, "x", None, (), 0.5)
    spans = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in spans]
    runs = cut(text, [(span, found) for span in spans])
    assert "".join(run.text for run in runs) == text


@given(st.lists(st.text("аб \n\t", min_size=1, max_size=6), min_size=1, max_size=6), st.data())
def test_offsets_agree_with_counting_letters(pieces, data):
    source = "".join(pieces)
    text = " ".join(source.split())
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    statement = Statement(0, "sentence", 0, len(source), text)
    found = Finding("f", "person", "a", 0, start, end, source[start:end], None, (), 0.5)
    span = original_span(found, statement, source)
    expected = "".join(source[start:end].split())
    assert ("".join(text[slice(*span)].split()) if span else "") == expected
