"""Reports of different events are told apart, whatever their order."""

from dataclasses import replace
from itertools import permutations

import pytest

from align.comparison.events import group_events
from align.report import Report
from tests.comparison.build import report_of

VISIT_DE = report_of(
    "visit.de",
    "Außenminister Dscheenbek Kulubajew empfing am 13. Februar 2026 in Bischkek Minister Koscherbajew.",
    "Der Handel mit Kasachstan erreichte 2 Milliarden Dollar.",
    language="de",
    date="2026-02-13",
)
VISIT_RU = report_of(
    "visit.ru",
    "Министр Жээнбек Кулубаев принял в Бишкеке Ермека Кошербаева.",
    "Товарооборот с Казахстаном должен вырасти до 3 млрд долларов.",
    language="ru",
    date="2026-02-20",
)
VISIT_EN = report_of(
    "visit.en",
    "Foreign Minister Yermek Kosherbayev was received in Bishkek by President Sadyr Japarov.",
    "Kosherbayev said that trade with Kazakhstan reached $2 billion and should reach $3 billion.",
)
EARLIER = report_of(
    "earlier.en",
    "Foreign Minister Murat Nurtleu was received in Bishkek by President Sadyr Japarov on Jan. 29.",
    "Nurtleu said that trade with Kazakhstan grew to $1.3 billion and should reach $2 billion.",
    date="2024-01-30",
)
ALL = [VISIT_DE, VISIT_RU, VISIT_EN, EARLIER]


@pytest.mark.parametrize("reports", list(permutations(ALL)))
def test_a_report_of_an_earlier_visit_is_set_apart(reports: tuple[Report, ...]) -> None:
    assert group_events(reports) == {"visit.de": 1, "visit.ru": 1, "visit.en": 1, "earlier.en": 2}


def test_without_dates_participants_and_figures_decide() -> None:
    flood = report_of(
        "flood",
        "A flood destroyed 340 houses near Lagos, Governor Babajide Okoro said.",
        "Okoro asked Nigeria for 12 million dollars.",
    )
    events = group_events([VISIT_EN, flood])
    assert events["visit.en"] != events["flood"]


def test_texts_that_name_nothing_are_not_torn_apart() -> None:
    texts = [
        report_of("a", "It rained."),
        report_of("b", "Es regnete.", language="de"),
        report_of("c", "So it was."),
    ]
    assert set(group_events(texts).values()) == {1}


def test_a_later_report_that_names_the_day_is_of_the_same_event() -> None:
    review = report_of(
        "review",
        "On February 13, 2026 Yermek Kosherbayev and Zheenbek Kulubaev met in Bishkek.",
        "Their trade with Kazakhstan had reached $2 billion.",
        date="2026-06-01",
    )
    assert set(group_events([VISIT_DE, review]).values()) == {1}


def test_of_two_events_alike_in_size_the_earlier_is_the_first() -> None:
    assert group_events([VISIT_DE, EARLIER]) == {"earlier.en": 1, "visit.de": 2}


STRIKE = report_of(
    "strike.de",
    "Die Gewerkschaft Nordgleis bestreikt seit Mittwochabend die Güterbahn Transelbe.",
    "418 Züge standen still, 7200 Lokführer folgten dem Aufruf.",
    "Gewerkschaftschef Marten Beckhaus forderte 11,5 Prozent mehr Lohn; die Bahn beschäftigt 31000 Menschen.",
    language="de",
    date="2026-03-19",
)
STRIKE_EN = report_of(
    "strike.en",
    "Drivers of the freight railway Transelbe have been on strike since Wednesday evening.",
    "The union Nordgleis said 418 trains stood still and 7,200 drivers took part.",
    "Its leader Marten Beckhaus wants 11.5 percent more pay.",
    date="2026-03-20",
)
WARNING = report_of(
    "warning.de",
    "Die Gewerkschaft Nordgleis hat am Donnerstag die Güterbahn Transelbe bestreikt.",
    "96 Züge standen still, 2150 Lokführer folgten dem Aufruf.",
    "Gewerkschaftschef Marten Beckhaus forderte 9 Prozent mehr Lohn; die Bahn beschäftigt 31000 Menschen.",
    language="de",
    date="2026-02-05",
)


def test_the_same_words_six_weeks_before_are_another_event() -> None:
    events = group_events([STRIKE, STRIKE_EN, WARNING])
    assert events == {"strike.de": 1, "strike.en": 1, "warning.de": 2}


def test_figures_tell_occasions_apart_where_no_day_does() -> None:
    undated = [replace(report, date=None) for report in (STRIKE, STRIKE_EN, WARNING)]
    assert group_events(undated) == {"strike.de": 1, "strike.en": 1, "warning.de": 2}


def test_the_number_of_a_fair_tells_two_fairs_apart() -> None:
    this = report_of("this", "The 7th Batumi tea fair drew growers from Georgia and Azerbaijan.")
    there = report_of("there", "Die 7. Teemesse in Batumi zog Bauern aus Georgien an.", language="de")
    last = report_of("last", "The 6th Batumi tea fair drew growers from Georgia and Azerbaijan.")
    events = group_events([this, there, last])
    assert events["this"] == events["there"] != events["last"]


def test_a_day_of_the_past_in_the_opening_sets_nothing_apart() -> None:
    ruling = report_of(
        "ruling", "The court in Lausanne ruled on Alina Sorokina, banned since January 16 for 24 months."
    )
    dated = report_of(
        "dated", "Das Gericht in Lausanne sperrte Alina Sorokina für 24 Monate.", language="de",
        date="2026-04-22",
    )  # fmt: skip
    assert len(set(group_events([ruling, dated]).values())) == 1
