"""Quotations in three languages, with whole and with half quotation marks."""

import pytest

from align.evidence.quotations import quotations
from align.report import Report
from tests.comparison.build import one_paragraph, report_of

SPOKEN = [
    ("de", "„Wir bauen die Straße bis zum See“, sagte Minister Kulubajew.", "Kulubajew",
     "Wir bauen die Straße bis zum See"),
    ("de", "»Wir bauen die Straße bis zum See«, betonte Frau Müller.", "Müller",
     "Wir bauen die Straße bis zum See"),
    ("ru", "Политолог Нурлан Абдыров отмечает: «Это начало „большого пути“ для двух стран. Дорога будет».",
     "Нурлан Абдыров", "Это начало „большого пути“ для двух стран. Дорога будет"),
    ("en", "“We shall build the road to the lake,” President Japarov said.", "Japarov",
     "We shall build the road to the lake"),
    ("en", '"We shall build the road to the lake," said Yermek Kosherbayev.', "Yermek Kosherbayev",
     "We shall build the road to the lake"),
    ("en", 'We shall build the road to the lake," said Minister Kosherbayev.', "Kosherbayev",
     "We shall build the road to the lake"),
    ("en", '"We shall build the road to the lake, Minister Kosherbayev said.', "Kosherbayev",
     "We shall build the road to the lake"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "speaker", "said"), SPOKEN)
def test_speech_with_its_speaker(language: str, text: str, speaker: str, said: str) -> None:
    report = report_of("a", text, language=language)
    (quotation,) = quotations(report)
    assert (quotation.speaker, quotation.text) == (speaker, said)
    assert report.source[quotation.start : quotation.end] == said


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'They saw the musical "Jamila," a great success, in May.'),
        ("en", 'They opened the "Golden Bridge" monument and the "Friendship" park.'),
        ("ru", "Страна поднялась в рейтинге «Doing Business» на семь мест."),
        ("de", "Sie sahen den Film „Die Brücke“ im Kino."),
        ("de", "Sie sprachen über einen „Durchbruch“ in den Beziehungen."),
    ],
)
def test_titles_and_terms_are_not_speech(language: str, text: str) -> None:
    assert quotations(report_of("a", text, language=language)) == ()


def test_half_marked_speech_begins_with_its_paragraph() -> None:
    report = report_of(
        "a", "The road is ready at last.", 'We shall build more of them," Minister Kosherbayev emphasized.'
    )
    (quotation,) = quotations(one_paragraph(report))
    assert quotation.statements == (0, 1)
    assert quotation.text.startswith("The road")
    (quotation,) = quotations(report)
    assert quotation.statements == (1,)


def test_the_speaker_is_named_in_full_where_the_report_does() -> None:
    report = report_of(
        "a",
        "Foreign Minister Murat Nurtleu came to Bishkek.",
        "“We are bound by friendship and by a long history,” Nurtleu said.",
    )
    assert [q.speaker for q in quotations(report)] == ["Murat Nurtleu"]


def test_an_office_stands_for_the_one_person_who_holds_it() -> None:
    report = report_of(
        "a",
        "Minister of Foreign Affairs Yermek Kosherbayev came to Bishkek.",
        "“We are bound by friendship and by a long history,” the Minister said.",
    )
    assert [q.speaker for q in quotations(report)] == ["Yermek Kosherbayev"]


def test_what_is_set_aside_is_not_searched() -> None:
    whole = report_of("a", "The talks were held.", "“We want you to vote in our poll today,” it said.")
    part = Report("a", "en", whole.source, whole.statements[:1])
    assert quotations(whole)
    assert quotations(part) == ()


def test_a_line_without_words_at_the_end_is_no_quotation() -> None:
    from align.api import _as_report

    assert quotations(_as_report(["Es regnete.", ""], "a", "de")) == ()


PRONOUNS = [
    (
        "ru",
        "Эльмира Садыкова чудес не обещает.",
        "«Я пришла наводить порядок, а не блистать», – сказала она.",
    ),
    (
        "en",
        "Elmira Sadykova promises nothing.",
        '"I have come to clean up, not to shine," she told reporters.',
    ),
    ("de", "Elmira Sadykowa verspricht nichts.", "„Ich will aufräumen und nicht glänzen“, sagte sie danach."),
]


@pytest.mark.parametrize(("language", "before", "text"), PRONOUNS)
def test_a_pronoun_is_the_person_named_before(language: str, before: str, text: str) -> None:
    (quotation,) = quotations(report_of("r", before, text, language=language))
    assert quotation.speaker is not None
    assert before.startswith(quotation.speaker)


def test_a_short_quotation_needs_no_name_where_somebody_says_it() -> None:
    (quotation,) = quotations(report_of("r", "«Я думал, не доживу», – признался старик.", language="ru"))
    assert (quotation.text, quotation.speaker) == ("Я думал, не доживу", None)


BRITISH = [
    ("Deborah Gold said: 'This is a moment in the fight, isn't it, for all of us.'", "Deborah Gold"),
    ("'We know of the players' camp on Tom's land,' Deborah Gold said.", "Deborah Gold"),
]


@pytest.mark.parametrize(("text", "speaker"), BRITISH)
def test_single_marks_hold_speech_in_english(text: str, speaker: str) -> None:
    (quotation,) = quotations(report_of("r", text))
    assert quotation.text in text
    assert quotation.text.startswith(("This is", "We know"))
    assert quotation.text.endswith(("all of us.", "Tom's land"))
    assert quotation.speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The '90s were good for the workers' clubs, he said.",
        "They saw 'The Hand That Rocks the Cradle' at Tom's, and the players' films.",
    ],
)
def test_apostrophes_and_single_quoted_titles_are_no_speech(text: str) -> None:
    assert quotations(report_of("r", text)) == ()
