"""Findings: what one report has alone, behind the firewall."""

from collections.abc import Sequence

import numpy as np

from align.comparison.compare import compare_reports, same_event_pairs
from align.comparison.events import group_events
from align.comparison.result import Comparison
from align.comparison.things import things
from align.comparison.words import WordSimilarity, content
from align.embedding.embedder import Vectors
from align.finding import Finding
from align.link import Link
from align.report import Report
from tests.comparison.build import link, report_of

DE = report_of(
    "de",
    "Außenminister Dscheenbek Kulubajew sprach in Bischkek mit Jerschan Koscherbajew.",
    "Der Handel erreichte 2 Milliarden Dollar.",
    "Sie lobten die VI Welt-Nomadenspiele.",
    language="de",
    date="2026-02-13",
    translations=[
        "Foreign Minister Jeenbek Kulubaev spoke in Bishkek with Yerzhan Kosherbayev.",
        "Trade reached 2 billion dollars.",
        "They praised the games.",
    ],
)
RU = report_of(
    "ru",
    "Министр Жээнбек Кулубаев принял в Бишкеке Ермека Кошербаева.",
    "Товарооборот достиг 2 млрд долларов, цель – 3 млрд.",
    "Стороны будут сотрудничать в рамках ОДКБ.",
    "Политолог Нурлан Абдыров отмечает: «Дорога свяжет обе страны и принесет им много пользы».",
    language="ru",
    date="2026-02-13",
    translations=[
        "Minister Zheenbek Kulubaev received Yermek Kosherbayev in Bishkek.",
        "Trade turnover reached 2 billion dollars, the goal is 3 billion.",
        "The parties will cooperate within the CSTO.",
        "Political scientist Nurlan Abdyrov notes: “The road will connect both countries for good.”",
    ],
)
LINKS = [link("de", [0], "ru", [0]), link("de", [1], "ru", [1])]


class Letters:
    """Vectors that count letters: words of the same letters are alike."""

    name = "letters"

    def sums(self, texts: Sequence[str]) -> Vectors:
        return np.array(
            [[text.casefold().count(chr(97 + i)) for i in range(26)] for text in texts], np.float32
        )


def compared(*reports: Report, links: list[Link] | None = None) -> Comparison:
    return compare_reports(
        reports, LINKS if links is None else links, events=group_events(reports), signature="test"
    )


def of_kind(comparison: Comparison, kind: str) -> list[Finding]:
    return [finding for finding in comparison.findings if finding.kind == kind]


def texts(comparison: Comparison, kind: str) -> set[tuple[str, str]]:
    return {(finding.report, finding.text) for finding in of_kind(comparison, kind)}


def test_what_only_one_report_names() -> None:
    comparison = compared(DE, RU)
    assert texts(comparison, "number") == {("ru", "3 млрд"), ("de", "VI")}
    assert {f.text for f in of_kind(comparison, "person") if f.missing_from} == {"Нурлан Абдыров"}
    assert ("ru", "ОДКБ") in texts(comparison, "organisation")
    assert texts(comparison, "place") == set()
    assert texts(comparison, "date") == set()


def test_a_quotation_has_its_speaker_and_its_place() -> None:
    (quotation,) = of_kind(compared(DE, RU), "quotation")
    assert quotation.speaker == "Нурлан Абдыров"
    assert RU.source[quotation.start : quotation.end] == quotation.text
    assert quotation.missing_from == ("de",)


def test_a_wrong_link_hides_no_quotation_of_a_speaker_whom_the_other_does_not_name() -> None:
    links = [*LINKS, link("de", [2], "ru", [3], 0.4)]
    assert len(of_kind(compared(DE, RU, links=links), "quotation")) == 1


def test_a_quotation_told_in_other_words_is_a_finding_that_shows_them() -> None:
    quoting = report_of("q", "“We shall build many roads to the lake,” Yermek Kosherbayev said.")
    told = report_of("t", "Yermek Kosherbayev promised ways to the water.")
    (quotation,) = of_kind(compared(quoting, told, links=[link("q", [0], "t", [0])]), "quotation")
    assert [passage.text for passage in quotation.counterparts] == [told.statements[0].text]
    (alone,) = of_kind(compared(quoting, told, links=[]), "quotation")
    assert quotation.confidence < alone.confidence


def test_a_shortened_quotation_of_a_matched_statement_is_none() -> None:
    quoting = report_of("q", "“We shall build many roads to the lake and to the hills,” Kosherbayev said.")
    short = report_of("s", "“There will be ways to the water,” Yermek Kosherbayev promised the people.")
    assert of_kind(compared(quoting, short, links=[link("q", [0], "s", [0])]), "quotation") == []


def test_a_quoted_title_is_missing_where_no_title_is_quoted_at_all() -> None:
    titled = report_of("q", 'They opened the "Golden Bridge" monument in Bishkek.', date="2026-02-13")
    untranslated = report_of("ru2", *[s.text for s in RU.statements], language="ru", date="2026-02-13")
    found = [f for f in compared(titled, untranslated, links=[]).findings if f.text == "Golden Bridge"]
    assert [finding.missing_from for finding in found] == [("ru2",)]


def test_figures_have_an_english_even_without_a_translation() -> None:
    report = report_of(
        "x", "На 7-м заседании с Кулубаевым в Бишкеке назвали 1,4 млрд долларов и 3,5 %.", language="ru"
    )
    named = of_kind(compared(report, DE, links=[]), "number")
    found = {f.text: f.translation for f in named if f.report == "x"}
    assert found == {
        "7-м заседании": "7th session",
        "1,4 млрд долларов": "1400000000 USD",
        "3,5 %": "3.5 percent",
    }


def test_unmatched_statements_are_findings_and_matched_ones_are_not() -> None:
    assert {(f.report, f.statement) for f in of_kind(compared(DE, RU), "statement")} >= {("ru", 2), ("ru", 3)}
    assert not {(f.report, f.statement) for f in of_kind(compared(DE, RU), "statement")} & {
        ("de", 0),
        ("ru", 1),
    }


def test_what_our_english_lost_is_a_translation_gap_and_no_omission() -> None:
    gaps = of_kind(compared(DE, RU), "translation-gap")
    assert {(gap.report, gap.text, gap.missing_from) for gap in gaps} >= {("de", "VI", ())}
    english = report_of("en", "Kulubaev and Kosherbayev met in Bishkek before the VI World Nomad Games.")
    assert not [
        f for f in compared(DE, english, links=[]).findings if f.report == "en" and f.kind == "number"
    ]


def test_an_untouched_copy_has_no_findings() -> None:
    copy = Report("copy", "ru", RU.source, RU.statements, date=RU.date)
    links = [link("copy", [n], "ru", [n]) for n in range(4)]
    assert compared(RU, copy, links=links).findings == ()


def test_an_unlinked_copy_has_no_named_findings() -> None:
    copy = Report("copy", "ru", RU.source, RU.statements, date=RU.date)
    assert compared(RU, copy, links=[]).findings == ()


def test_the_order_of_the_reports_does_not_matter() -> None:
    forth, back = compared(DE, RU), compared(RU, DE, links=[found.mirrored() for found in LINKS[::-1]])
    assert forth.findings == back.findings
    assert forth.coverage == back.coverage
    assert [finding.id for finding in forth.findings] == [f"f{n + 1}" for n in range(len(forth.findings))]


def test_reports_of_other_events_are_neither_paired_nor_compared() -> None:
    other = report_of("old", "Minister Murat Nurtleu came to Bishkek for 5 days.", date="2023-01-30")
    comparison = compared(DE, RU, other, links=[*LINKS, link("de", [0], "old", [0])])
    assert comparison.events["old"] == 2
    assert len(comparison.links) == 2
    assert not [f for f in comparison.findings if f.report == "old" or "old" in f.missing_from]
    assert same_event_pairs((DE, other, RU), comparison.events) == ((DE, RU),)


def test_a_name_of_common_words_is_reported_only_where_it_could_be_searched() -> None:
    english = report_of(
        "en", "The ministers, Kulubaev and Kosherbayev, later went on to open the Youth Forum in Bishkek.",
        date="2026-02-13",
    )  # fmt: skip
    untranslated = report_of("ru2", *[s.text for s in RU.statements], language="ru", date="2026-02-13")
    assert ("en", "Youth Forum") in texts(compared(english, RU, links=[]), "name")
    assert ("en", "Youth Forum") not in texts(compared(english, untranslated, links=[]), "name")


def test_a_person_is_not_missing_where_the_matched_statement_names_another_unknown_one() -> None:
    one = report_of("one", "President Xi Jinping spoke in Bishkek.", date="2026-02-13")
    two = report_of("two", "Президент Си Цзиньпин выступил в Бишкеке.", language="ru", date="2026-02-13")
    assert of_kind(compared(one, two, links=[link("one", [0], "two", [0])]), "person") == []


def test_each_thing_is_reported_once_at_its_first_mention() -> None:
    twice = report_of(
        "twice", "The CSTO met Kulubaev in Bishkek.", "The CSTO of 6 states then left.", date="2026-02-13"
    )
    found = [f for f in of_kind(compared(DE, twice, links=[]), "organisation") if f.report == "twice"]
    assert [(f.text, f.statement) for f in found] == [("CSTO", 0)]


def test_headings_make_no_statement_findings() -> None:
    headed = report_of(
        "h", "A new road for all of us", "Kulubaev spoke in Bishkek.", kinds=["heading", "sentence"]
    )
    assert 0 not in {
        f.statement for f in of_kind(compared(DE, headed, links=[]), "statement") if f.report == "h"
    }


def test_nothing_is_said_to_be_missing_from_a_language_that_is_not_searched() -> None:
    english = report_of(
        "en", "The ministers met in Bishkek. Trade reached 3 billion dollars.", date="2026-02-13"
    )
    french = report_of(
        "fr",
        "Les ministres se sont rencontrés à Bichkek. Le commerce a atteint 3 milliards de dollars.",
        language="fr",
        date="2026-02-13",
    )
    assert compared(english, french, links=[]).findings == ()
    assert compared(
        english, report_of("de", "Es regnete.", language="de", date="2026-02-13"), links=[]
    ).findings


def test_a_name_cut_out_of_a_word_is_looked_up_by_its_meaning_too() -> None:
    left = report_of("left", "They met in the People's Palace Hall of Wonders yesterday.", date="2026-02-13")
    right = report_of("right", "They met somewhere else, in a tent, on the same day.", date="2026-02-13")
    similarity = WordSimilarity([left, right], Letters())
    words = content("People Hall", "en")
    assert similarity.near(words, left, 0.99) == {0}
    assert similarity.near(words, right, 0.99) == set()


def of_one_event(*reports: Report) -> Comparison:
    events = {report.id: 1 for report in reports}
    return compare_reports(reports, [], events=events, signature="test")


def test_the_words_of_a_body_that_stand_apart_do_not_name_it() -> None:
    one = report_of("a", "Das Landesamt für Forschung und Verkehr prüft den Stollen.", language="de")
    apart = (
        "Die Forschung kennt den Hang, der Stollen wurde am Montag gesperrt, weil Wasser kam, "
        "und der Verkehr ruht."
    )
    other = report_of("b", apart, language="de")
    assert texts(of_one_event(one, other), "organisation") == {("a", "Landesamt für Forschung und Verkehr")}
    named = report_of("b", "Das Amt für Forschung und Verkehr schwieg.", language="de")
    assert texts(of_one_event(one, named), "organisation") == set()


def test_one_speaker_in_two_languages_says_one_thing() -> None:
    english = report_of("e", '"I wasn\'t elected to shine," Elmira Sadykova said on Saturday.')
    russian = report_of(
        "r", "«Я пришла не блистать, а наводить порядок», – сказала Эльмира Садыкова.", language="ru"
    )
    assert of_kind(of_one_event(english, russian), "quotation") == []
    other = report_of(
        "r", "«Я пришла не блистать, а наводить порядок», – сказала Дарья Ковалёва.", language="ru"
    )
    assert len(of_kind(of_one_event(english, other), "quotation")) == 2


def test_a_german_word_that_may_be_a_rare_noun_is_told_only_where_another_report_has_it() -> None:
    german = report_of(
        "de", "Gefunden wurde dort Grubenzaun und Kupfer.", language="de",
        translations=["There Grubenzaun was found, and copper."],
    )  # fmt: skip
    english = report_of("en", "They look for ores there.")
    third = report_of("third", "They look for Grubenzaun there, it says.")
    events = {"de": 1, "en": 1, "third": 1}
    alone = compare_reports([german, english], [], events=events, signature="test")
    assert "name" not in {finding.kind for finding in alone.findings}
    shared = compare_reports([german, english, third], [], events=events, signature="test")
    told = [f for f in shared.findings if f.kind == "name" and f.report == "de"]
    assert [(f.text, f.missing_from) for f in told] == [("Grubenzaun", ("en",))]


def test_the_english_of_a_thing_is_that_of_the_same_mention() -> None:
    german = report_of(
        "de", "Am 3.5.2026 hieß es, sie träfen sich am 3. Mai 2026.",
        "Am Tisch saßen Vertreter des Obersten Zwischenstaatlichen Rates und des Ständigen Ausschusses.",
        language="de",
        translations=["On 3.5.2026 they agreed to meet on 3 May 2026.", "The Permanent Committee met."],
    )  # fmt: skip
    found = {thing.text: thing.english for thing in things(german, ())}
    assert found["3.5.2026"] == "3.5.2026"
    assert found["Obersten Zwischenstaatlichen Rates"] is None


def test_a_great_figure_is_said_where_another_statement_rounds_it() -> None:
    exact = report_of("a", "In all 309,742 people were told so.")
    round_ = report_of("b", "Всё началось утром.", "Узнали об этом 310 тысяч человек.", language="ru")
    links, events = [link("a", [0], "b", [0])], {"a": 1, "b": 1}
    found = compare_reports([exact, round_], links, events=events, signature="test")
    assert texts(found, "number") == set()
    other = report_of("b", "Всё началось утром.", "Узнали об этом 312 тысяч человек.", language="ru")
    found = compare_reports([exact, other], links, events=events, signature="test")
    assert texts(found, "number") == {
        ("a", "309,742 people"),
        ("b", "312 тысяч человек"),
    }


def test_an_unknown_acronym_is_not_missing_where_a_matched_statement_may_say_it_in_words() -> None:
    russian = report_of("ru", "Об этом сообщил ЦВО.", language="ru", translations=["The district said so."])
    english = report_of("en", "The Central Military District said so.")
    events = {"ru": 1, "en": 1}
    links = [link("ru", [0], "en", [0])]
    matched = compare_reports([russian, english], links, events=events, signature="test")
    assert ("ru", "ЦВО") not in texts(matched, "organisation")
    apart = compare_reports([russian, english], [], events=events, signature="test")
    assert ("ru", "ЦВО") in texts(apart, "organisation")


def test_prosecutors_are_a_body_only_where_they_are_the_highest() -> None:
    plain = report_of("a", "The prosecutor's office said so.", "It is over.")
    highest = report_of("a", "The Prosecutor General's Office said so.", "It is over.")
    other = report_of("b", "It is over, all said.")
    events = {"a": 1, "b": 1}
    assert texts(compare_reports([plain, other], [], events=events, signature="t"), "organisation") == set()
    found = compare_reports([highest, other], [], events=events, signature="t")
    assert texts(found, "organisation") == {("a", "Prosecutor General's Office")}


def test_seasons_and_decades_have_an_english_even_without_a_translation() -> None:
    russian = report_of("ru", "Летом было тихо.", "В девяностые годы было громко.", language="ru")
    assert [thing.english for thing in things(russian, ())] == ["summer", "the 90s"]
