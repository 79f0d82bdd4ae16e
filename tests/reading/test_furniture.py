import pytest

from align.reading import read_text
from align.report import Report
from tests.reading.pages import PAGES


def dump(page: str, newline: str) -> tuple[str, list[tuple[int, int, bool]]]:
    """Return the page without its marks, and of each line where it stands and whether it is furniture."""
    source, lines = "", []
    for line in page.strip("\n").split("\n"):
        text = line.removeprefix("~")
        if text:
            lines.append((len(source), len(source) + len(text), line != text))
        source += text + newline
    return source, lines


def is_set_aside(report: Report, start: int, end: int) -> bool:
    return any(aside.start <= start and end <= aside.end for aside in report.set_aside)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n\n"])
@pytest.mark.parametrize("name", PAGES)
def test_each_line_is_where_it_belongs(name: str, newline: str):
    if name == "WRAPPED_DE" and newline == "\n\n":
        pytest.skip("a wrapped paragraph has no empty lines inside")
    source, lines = dump(PAGES[name], newline)
    report = read_text(source, id=name)
    wrong = [source[start:end] for start, end, aside in lines if is_set_aside(report, start, end) != aside]
    assert wrong == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("1   2   3   ...   17   18", "pager"),
        ("Seite 2 von 9", "pager"),
        ("Комментарии [0]", "comments"),
        ("12 Kommentare", "comments"),
        ("Просмотров: 1 482", "view counter"),
        ("Tell a friend", "sharing"),
        ("Рассказать друзьям", "sharing"),
        ("Foto: Amt für Häfen", "photo credit"),
        ("Снимок предоставлен мэрией", "photo credit"),
        ("© 2026 Talblick", "copyright"),
        ("Все права защищены", "copyright"),
        ("Teme: See", None),
        ("Theme", "navigation"),
        ("Autoreload", "navigation"),
        ("* * *", "separator"),
        ("Подписывайтесь на наш канал в Telegram", "subscription"),
        ("Tel.: +49 30 000000", "contact"),
        (
            "Talblick ist beim Amtsgericht eingetragen, Handelsregister Nr. 12. Herausgeber: Verlag Tal.",
            "notice",
        ),
    ],
)
def test_a_line_under_a_report_is_set_aside_with_its_reason(line: str, reason: str | None):
    body = "Die Stadt pflanzt in diesem Jahr tausend Bäume. Das kostet 400.000 Euro.\n\n"
    report = read_text(body + "Die Wege am See bleiben während der Arbeiten offen.\n\n" + line, id="x")
    assert [aside.reason for aside in report.set_aside] == ([reason] if reason else [])


@pytest.mark.parametrize("text", ["Startseite", "Home\nPolitik", "© 2026", "31 %\n12 %", "1 2 3 4 5"])
def test_a_file_of_furniture_only_is_taken_for_the_report(text: str):
    report = read_text(text, id="x", language="de")
    assert " ".join(statement.text for statement in report.statements) == " ".join(text.split())


def test_reasons_are_words_for_readers():
    reasons = {
        aside.reason for page in PAGES.values() for aside in read_text(dump(page, "\n")[0], id="x").set_aside
    }
    assert {
        "navigation",
        "other news",
        "poll",
        "pager",
        "comments",
        "photo credit",
        "notice",
        "byline",
    } <= reasons
    assert all(reason == reason.lower() and len(reason) < 25 for reason in reasons)
