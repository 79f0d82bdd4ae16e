import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align import InputError
from align.reading import read
from align.reading.markup import page_report, visible_html
from align.report import Report

PAGE = """<!DOCTYPE html>
<html lang="de-DE"><head><meta charset="utf-8"><title>Neue Br&uuml;cke &ndash; Flussbote</title>
<meta property="article:published_time" content="2026-03-04T10:00:00+01:00"><style>p{color:red}</style>
<script>var x = "<p>kein Text</p>";</script></head>
<body><nav><ul><li><a href="/">Startseite</a></li><li>Politik</li><li>Kultur</li></ul></nav>
<main><article><h1>Neue Brücke &uuml;ber den Fluss</h1>
<p class="meta">04.03.2026 | Von Anna Berg</p>
<p>Lindau, 03.03.26 /FB/. Die Stadt baut eine <b>neue Br&uuml;cke</b> über den Fluss. Sie kostet 3,5&nbsp;Mio.
Euro und soll im n&auml;chsten Jahr fertig sein.</p>
<h2>Was geplant ist</h2>
<p>Der Bau beginnt am 7.&nbsp;Mai.<br>Geplant sind drei Abschnitte, sagte die B&#252;rgermeisterin
der Presse:</p>
<ul><li>die Pfeiler im Fluss &amp; am Ufer,</li><li>die Fahrbahn mit zwei Spuren,</li>
<li>ein Radweg.</li></ul>
<p>„Wir freuen uns. Die alte Brücke war <i>zu schmal</i>“, sagte sie. Viele Menschen aus der Stadt kamen.</p>
<!-- Werbung -->
<p>Am Ende gab es Applaus; im Herbst wird der Rat über die Kosten der Stra&shy;&szlig;en beraten, hieß es.</p>
</article></main>
<aside><h3>Lesen Sie auch</h3><ul><li><a href="#">Rathaus wird neu gestrichen</a></li></ul></aside>
<footer><p>© 2026 Flussbote. Alle Rechte vorbehalten.</p></footer></body></html>
"""


def test_a_page():
    report = page_report(PAGE, id="flussbote", path=None, language=None, hint=None)
    assert (report.language, report.title) == ("de", "Neue Brücke über den Fluss")
    assert (report.date, report.place) == (datetime.date(2026, 3, 4), "Lindau")
    assert [(statement.kind, statement.text) for statement in report.statements] == [
        ("heading", "Neue Brücke über den Fluss"),
        ("sentence", "Lindau, 03.03.26 /FB/. Die Stadt baut eine neue Brücke über den Fluss."),
        ("sentence", "Sie kostet 3,5 Mio. Euro und soll im nächsten Jahr fertig sein."),
        ("heading", "Was geplant ist"),
        ("sentence", "Der Bau beginnt am 7. Mai."),
        ("sentence", "Geplant sind drei Abschnitte, sagte die Bürgermeisterin der Presse:"),
        ("item", "die Pfeiler im Fluss & am Ufer,"),
        ("item", "die Fahrbahn mit zwei Spuren,"),
        ("item", "ein Radweg."),
        ("sentence", "„Wir freuen uns."),
        ("sentence", "Die alte Brücke war zu schmal“, sagte sie."),
        ("sentence", "Viele Menschen aus der Stadt kamen."),
        (
            "sentence",
            "Am Ende gab es Applaus; im Herbst wird der Rat über die Kosten der Straßen beraten, hieß es.",
        ),
    ]
    aside = " ".join(stretch.text for stretch in report.set_aside)
    assert "Startseite Politik Kultur" in aside
    assert "Rathaus wird neu gestrichen © 2026 Flussbote." in aside
    assert "kein Text" not in aside


def check(report: Report) -> None:
    """Every statement shows what its span shows, and the whole page is in statements or set aside."""
    for statement in report.statements:
        assert visible_html(report.source[statement.start : statement.end]) == statement.text
    parts = sorted(
        [(s.start, s.text) for s in report.statements] + [(a.start, a.text) for a in report.set_aside]
    )
    together = "".join("".join(text.split()) for _, text in parts)
    assert together == "".join(visible_html(report.source).split())


def test_offsets_and_nothing_lost():
    check(page_report(PAGE, id="x", path=None, language=None, hint=None))


PIECES = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<br>", "<br/>", "<ul>", "<li>", "</ul>", "<h2>", "</h2>", "<div>",
     "</div>", "&amp;", "&uuml;", "&#1084;", "&nbsp;", "&unknown;", "&", "<", "<!-- nein -->",
     "<script>var a;</script>", "\n", "Die Stadt baut eine Brücke. ",
     "Мост открыт. ", "Home", "<td>", "<svg><p>x</p></svg>", "<title>", "</title>", "<a href='x'>"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25))
def test_any_soup_keeps_its_text(pieces: list[str]):
    source = "<html><body>Anfang der Seite. " + "".join(pieces)
    try:
        report = page_report(source, id="x", path=None, language="de", hint=None)
    except InputError:
        return
    check(report)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a<b>b</b>c", "abc"),
        ("a<br>b", "a b"),
        ("<p>a</p><p>b</p>", "a b"),
        ("Gr&ouml;&szlig;e &lt;5&gt;", "Größe <5>"),
        ("a <script>no</script> b", "a b"),
        ("Stra&shy;ße", "Straße"),
        ("a\n  b&nbsp;c", "a b c"),
    ],
)
def test_visible_html(source: str, text: str):
    assert visible_html(source) == text


def test_a_russian_page_in_cp1251(tmp_path: Path):
    page = """<html lang="en"><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">
    <title>Мост откроют осенью</title></head>
    <body><div id="menu"><a href="/">Главная</a> <a href="/c">Контакты</a></div>
    <h1>Мост откроют осенью</h1>
    <div class="text">Новый мост через реку откроют в сентябре, сообщила мэрия города.<br><br>
    Работы идут с 2024 г. и подходят к концу, рассказал мэр А. И. Лесников на встрече с жителями.
    </div></body></html>"""
    (tmp_path / "bereg.html").write_bytes(page.encode("cp1251"))
    report = read(tmp_path / "bereg.html")
    assert (report.id, report.language, report.title) == ("bereg", "ru", "Мост откроют осенью")
    assert [statement.text for statement in report.statements] == [
        "Мост откроют осенью",
        "Новый мост через реку откроют в сентябре, сообщила мэрия города.",
        "Работы идут с 2024 г. и подходят к концу, рассказал мэр А. И. Лесников на встрече с жителями.",
    ]
    check(report)


def test_a_page_without_text_is_an_error():
    page = "<html><head><title>App</title></head><body><script>start()</script></body></html>"
    with pytest.raises(InputError, match="shows no text"):
        page_report(page, id="x", path="x.html", language=None, hint=None)
