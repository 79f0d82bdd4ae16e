import datetime

import pytest

from align.reading.datelines import dateline, stands_alone
from align.reading.dates import first_date, is_date_line

DAY = datetime.date(2026, 2, 13)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-13",
        "2026-02-13T09:30:00+06:00",
        "13.02.2026",
        "13.02.26",
        "13. 02. 2026",
        "13/02/2026",
        "02/13/2026",
        "13. Februar 2026",
        "Freitag, 13. Februar 2026, 14:05 Uhr",
        "пятница, 13 февраля 2026",
        "13 февраля 2026 г.",
        "13 фев 2026",
        "Feb. 13, 2026",
        "February 13th, 2026",
        "13 February 2026, 10:00 AM",
        "Published: 13 February 2026",
        "Опубликовано 13.02.2026 в 10:20",
    ],
)
def test_dates_and_lines_of_dates(text: str):
    assert first_date(text) == DAY
    assert is_date_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "31.02.2026",
        "1.2.3",
        "1144",
        "31 %",
        "Mai",
        "Version 13.02.26.1",
        "Am 13. Februar 2026 begann das Treffen",
        "13 февраля 2026 года открыли мост",
        "Die 7. Sitzung",
    ],
)
def test_what_is_no_line_of_dates(text: str):
    assert not is_date_line(text)


@pytest.mark.parametrize(
    "text", ["Сегодня 07:36", "Heute, 9:15 Uhr", "2 hours ago", "vor 3 Stunden", "14:05"]
)
def test_lines_of_times(text: str):
    assert is_date_line(text)
    assert first_date(text) is None


def test_nobody_knows_which_is_the_month():
    assert first_date("02/03/2026") is None
    assert is_date_line("02/03/2026")


@pytest.mark.parametrize(
    ("opening", "place", "date"),
    [
        ("Lindau, 13.02.26 /FB/. ", "Lindau", DAY),
        ("**Lindau, 13.02.26 /FB/.** ", "Lindau", DAY),
        ("LINDAU – ", "LINDAU", None),
        ("NEW TOWN (HP) — ", "NEW TOWN", None),
        ("Lindau (fb) - ", "Lindau", None),
        ("PORT ELLEN, Feb. 13 (HP) – ", "PORT ELLEN", None),
        ("БЕРЕГОВОЙ, 13 фев — Вечерний Берег. ", "БЕРЕГОВОЙ", None),
        ("БЕРЕГОВОЙ, 13 февраля. /ВБ/. ", "БЕРЕГОВОЙ", None),
        ("Береговой. 13 февраля 2026 г. ВБ – ", "Береговой", DAY),
        ("БЕРЕГОВОЙ. ВЕСТНИК – ", "БЕРЕГОВОЙ", None),
    ],
)
def test_datelines(opening: str, place: str, date: datetime.date | None):
    found = dateline(opening + "Die Stadt baut eine Brücke.")
    assert found is not None
    assert (found.end, found.place, found.date) == (len(opening), place, date)


@pytest.mark.parametrize(
    "text",
    [
        "Lindau – Bregenz: neue Fähre",
        "Lindau, 13.02.26 war ein schöner Tag.",
        "Am 13. Februar – es schneite – kam er.",
        "In Lindau (Bayern) – Der See ruht.",
        "Die Stadt baut eine Brücke.",
        "В Бишкеке – Министры встретились.",
        "",
    ],
)
def test_what_is_no_dateline(text: str):
    assert dateline(text) is None


def test_a_dateline_alone():
    assert stands_alone("LINDAU, February 13, 2026")
    assert not stands_alone("LINDAU – Die Stadt baut eine Brücke.")
