import datetime
import io
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align import InputError, LanguageError
from align.reading import read, read_lines, read_text, visible_text
from align.report import Report

BODY = (
    "Die Stadt baut eine Brücke. Sie kostet 3,5 Mio. Euro.\n\nDer Rat stimmt am 7. Mai ab, sagte Dr. Feld.\n"
)


def covered(report: Report) -> str:
    """Return what of the source is in statements or set aside, and check that nothing is there twice."""
    spans = sorted(
        [(s.start, s.end) for s in report.statements] + [(a.start, a.end) for a in report.set_aside]
    )
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    return "".join(report.source[start:end] for start, end in spans)


def check_offsets(report: Report) -> None:
    assert "".join(covered(report).split()) == "".join(report.source.split())
    for statement in report.statements:
        assert visible_text(report.source[statement.start : statement.end]) == statement.text
    assert [s.start for s in report.statements] == sorted(s.start for s in report.statements)


LINES = st.sampled_from(
    [
        "Die Stadt baut in diesem Jahr eine neue Brücke über den Fluss.",
        "Мэрия назвала срок: мост откроют в сентябре. Работы идут с 2024 г.",
        "**Lindau, 13.02.26 /FB/.** Die Stadt baut eine Brücke. Sie kostet viel.",
        "  • ein Weg für Radfahrer",
        "– Das ist gut. – Ja!",
        "## Was geplant ist",
        "**Fett.** Und **noch** mehr. ** **",
        "Kommentare [0]",
        "5 марта 2026, 11:40",
        "Home | News | Contact",
        "31%",
        "1 2 3 4 5 ... 20",
        "© 2026",
        "Nach\u00a0oben\u00ad!",
        "",
        "   ",
        "* * *",
        "•",
        "**",
    ]
)
ENDS = st.sampled_from(["\n", "\r\n", "\n\n", "\r", "\u2028"])


@given(st.lists(st.tuples(st.one_of(LINES, st.text(max_size=40)), ENDS), max_size=15).filter(
    lambda lines: any(line.strip() for line, _ in lines)
))  # fmt: skip
def test_every_character_is_in_a_statement_or_set_aside_once(lines: list[tuple[str, str]]):
    source = "".join(line + end for line, end in lines)
    check_offsets(read_text(source, id="x", language="de"))


@given(st.text(min_size=1).filter(str.strip))
def test_nothing_is_lost_of_any_text(text: str):
    check_offsets(read_text(text, id="x", language="ru"))


def test_a_report_of_a_file(tmp_path: Path):
    path = tmp_path / "flussbote.de.txt"
    path.write_bytes(("Neue Brücke\r\n\r\n" + BODY.replace("\n", "\r\n")).encode("cp1252"))
    report = read(path)
    assert (report.id, report.language, report.title, report.path) == (
        "flussbote.de",
        "de",
        "Neue Brücke",
        str(path),
    )
    assert [(s.kind, s.paragraph) for s in report.statements] == [
        ("heading", 0),
        ("sentence", 1),
        ("sentence", 1),
        ("sentence", 2),
    ]
    assert "\r\n" in report.source
    check_offsets(report)


def test_the_byte_order_mark_is_no_character(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes(BODY.encode("utf-8-sig"))
    assert read(path).statements[0].start == 0
    assert read(path).source == BODY


def test_standard_input(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BODY.encode("utf-16"))))
    report = read("-")
    assert (report.id, report.path, report.language) == ("stdin", None, "de")


@pytest.mark.parametrize(
    ("name", "text", "given_language", "wanted"),
    [
        ("a.txt", BODY, None, "de"),
        ("a.de.txt", BODY, "en", "en"),
        ("a.en.txt", BODY, None, "en"),
        ("a.deu.txt", BODY, None, "de"),
        ("24.kg.txt", BODY, None, "de"),
        ("dw.de.txt", "Мэрия закрыла мост. Мороз сохранится.", None, "ru"),
        ("a.v2.txt", "The town builds a bridge. It costs a lot.", None, "en"),
        ("a.txt", BODY, "deu", "de"),
    ],
)
def test_language_given_then_file_name_then_detection(
    tmp_path: Path, name: str, text: str, given_language: str | None, wanted: str
):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert read(tmp_path / name, language=given_language).language == wanted


def test_unknown_language_is_an_error(tmp_path: Path):
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    with pytest.raises(LanguageError, match="klingonisch"):
        read(tmp_path / "a.txt", language="klingonisch")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("missing.txt", None, "no such file"),
        (".", None, "folder"),
        ("empty.txt", b"", "empty"),
        ("binary.txt", b"a\x00b\x00\xff\xfe\x01", "binary"),
        ("report.pdf", b"%PDF-1.4", "PDF"),
    ],
)
def test_errors(tmp_path: Path, name: str, data: bytes | None, message: str):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=message) as caught:
        read(tmp_path / name)
    assert str(tmp_path) in str(caught.value)


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match="Permission denied"):
        read(tmp_path / "a.txt")


def test_empty_text_is_an_error():
    with pytest.raises(InputError, match="empty"):
        read_text(" \n", id="x")


def test_date_and_place():
    dated = "Lindau, 13.02.26 /FB/. " + BODY
    report = read_text(dated, id="x")
    assert (report.date, report.place) == (datetime.date(2026, 2, 13), "Lindau")
    assert report.statements[0].text == "Lindau, 13.02.26 /FB/. Die Stadt baut eine Brücke."


def test_a_dateline_that_is_a_line_of_its_own_is_set_aside():
    report = read_text("LINDAU, 13. Februar 2026\n\n" + BODY, id="x")
    assert (report.date, report.place) == (datetime.date(2026, 2, 13), "LINDAU")
    assert [(aside.reason, aside.text) for aside in report.set_aside] == [
        ("dateline", "LINDAU, 13. Februar 2026")
    ]


def test_what_a_crawler_wrote_in_front_is_set_aside():
    report = read_text(" date 2026-02-13 LINDAU – Die Stadt baut eine Brücke über den Fluss.", id="x")
    assert (report.date, report.place) == (datetime.date(2026, 2, 13), "LINDAU")
    assert [aside.text for aside in report.set_aside] == ["date 2026-02-13"]
    assert report.statements[0].text.startswith("LINDAU – Die Stadt")


def test_bullets_are_part_of_the_span_and_not_of_the_text():
    report = read_text(BODY + "\nGeplant sind:\n\n  • ein Weg. Er ist neu.\n  • eine Bank\n", id="x")
    items = [statement for statement in report.statements if statement.kind == "item"]
    assert [item.text for item in items] == ["ein Weg.", "Er ist neu.", "eine Bank"]
    assert [report.source[item.start] for item in items] == ["•", "E", "•"]


def test_markdown_is_read_as_plain_text():
    report = read_text("# Neue Brücke\n\n**Lindau, 13.02.26 /FB/.** " + BODY, id="x")
    assert report.title == "Neue Brücke"
    assert report.statements[1].text.startswith("Lindau, 13.02.26 /FB/. Die Stadt")
    check_offsets(report)


def test_lines(tmp_path: Path):
    path = tmp_path / "corpus.ru"
    path.write_bytes("Мост открыт.\r\n\r\n  Home | News  \r\n• Да. Нет.\u2028Всё.\n".encode())
    report = read_lines(path)
    assert (report.id, report.language, report.set_aside) == ("corpus", "ru", ())
    assert [(s.id, s.text) for s in report.statements] == [
        (0, "Мост открыт."),
        (1, ""),
        (2, "Home | News"),
        (3, "• Да. Нет. Всё."),
    ]
    assert all(" ".join(report.source[s.start : s.end].split()) == s.text for s in report.statements)


@given(st.lists(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\n")), max_size=12))
def test_lines_keep_their_numbers(lines: list[str]):
    from align.reading.plain import line_report

    source = "".join(f"{line}\n" for line in lines)
    report = line_report(source, id="x", path=None, language="de")
    assert [s.text for s in report.statements] == [" ".join(line.split()) for line in lines or [""]]
    assert all(source[s.start : s.end].strip() == source[s.start : s.end] for s in report.statements)
