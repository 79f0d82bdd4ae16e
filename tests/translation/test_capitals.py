"""Words in capitals, told from acronyms by the pieces of the built-in vocabulary."""

from __future__ import annotations

import pytest

from align.translation import SentenceTranslator, load_translator
from align.translation.capitals import in_capitals, running_text


@pytest.fixture(scope="module")
def translator() -> SentenceTranslator:
    found = load_translator(None)
    assert isinstance(found, SentenceTranslator)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ПРЕЗИДЕНТ ВСТРЕТИЛСЯ С МИНИСТРОМ В БЕРЛИНЕ", "Президент встретился с министром в Берлине"),
        ("DER MINISTER TRAF DEN PRÄSIDENTEN", "Der Minister traf den Präsidenten"),
        ("UNO UND NATO VERURTEILEN DEN ANGRIFF", "UNO und NATO verurteilen den Angriff"),
        ("СТРАНЫ ОДКБ И ШОС ДОГОВОРИЛИСЬ О ТОРГОВЛЕ", "Страны ОДКБ и ШОС договорились о торговле"),
        ("ДТП В ПАВЛОДАРЕ: ТРОЕ ПОГИБШИХ", "ДТП в Павлодаре: трое погибших"),
        ("В МОСКВЕ открылась выставка", "В Москве открылась выставка"),
        ("WICHTIG: Die Preise steigen.", "Wichtig: Die Preise steigen."),
        ("Ц. А. ИВАНОВ ВЫСТУПИЛ С РЕЧЬЮ", "Ц. А. Иванов выступил с речью"),
    ],
)
def test_words_in_capitals_become_running_text(
    translator: SentenceTranslator, text: str, expected: str
) -> None:
    assert running_text(text, translator.engine.likelihood) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Страны ОДКБ, ЕАЭС, ШОС и СНГ при поддержке ООН, ЮНЕСКО и МАГАТЭ",
        "SPD, CDU und FDP einigen sich mit dem ADAC.",
        "siehe HTTPS://EXAMPLE.ORG/ABCDEF oder REDAKTION@EXAMPLE.ORG",
        "Artikel ABCDEF-12 und {MENGE} Stück zu <PREIS> %BETRAG%",
        "Der Minister kam am 3. Mai.",
        "A. B.",
    ],
)
def test_acronyms_addresses_codes_and_running_text_stay(translator: SentenceTranslator, text: str) -> None:
    assert running_text(text, translator.engine.likelihood) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ВСТРЕЧА МИНИСТРОВ", True), ("МИД РФ", False), ("Встреча в МОСКВЕ", False), ("ОДКБ", False)],
)
def test_a_headline_in_capitals_is_no_row_of_acronyms(text: str, expected: bool) -> None:
    assert in_capitals(text) is expected


def test_a_headline_in_capitals_is_translated_as_the_same_in_running_text(
    translator: SentenceTranslator,
) -> None:
    capitals, running = translator.translate(
        ["DER MINISTER TRAF DEN PRÄSIDENTEN", "Der Minister traf den Präsidenten"]
    )
    assert capitals == running
