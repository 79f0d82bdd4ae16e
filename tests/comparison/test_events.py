"""Reports of different events are told apart, whatever their order."""

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
