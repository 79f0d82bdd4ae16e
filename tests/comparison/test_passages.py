"""Passages of a statement's text are found again in the file."""

from hypothesis import given
from hypothesis import strategies as st

from align.comparison.passages import locate
from align.report import Report, Statement


def placed(source: str, text: str) -> tuple[Report, Statement]:
    statement = Statement(0, "sentence", 0, len(source), text)
    return Report("a", "de", source, (statement,)), statement


def test_white_space_may_be_folded_and_markup_left_out() -> None:
    report, statement = placed("Der <b>VI.\n  Kongress</b> tagt&nbsp;heute", "Der VI. Kongress tagt heute")
    start, end = locate(report, statement, 4, 16)
    assert report.source[start:end] == "VI.\n  Kongress"
    start, end = locate(report, statement, 17, 27)
    assert report.source[start:end] == "tagt&nbsp;heute"


def test_the_second_of_two_equal_words() -> None:
    report, statement = placed("• Rat  und Rat", "Rat und Rat")
    start, end = locate(report, statement, 8, 11)
    assert (start, end) == (11, 14)


def test_what_is_not_there_is_the_whole_statement() -> None:
    report, statement = placed("abc", "xyz")
    assert locate(report, statement, 0, 3) == (0, 3)


@given(st.lists(st.sampled_from(["Rat", "tagt", "7.", "Mai,"]), min_size=1, max_size=8), st.data())
def test_every_word_is_found_where_it_stands(parts: list[str], data: st.DataObject) -> None:
    gaps = [data.draw(st.sampled_from([" ", "\n", "  \t"])) for _ in parts]
    source = "".join(part + gap for part, gap in zip(parts, gaps, strict=True)).rstrip()
    text = " ".join(parts)
    report, statement = placed(source, text)
    number = data.draw(st.integers(min_value=0, max_value=len(parts) - 1))
    start = len(" ".join(parts[:number])) + (number > 0)
    found = locate(report, statement, start, start + len(parts[number]))
    assert source[: found[0]].split() == parts[:number]
    assert source[found[0] : found[1]] == parts[number]
