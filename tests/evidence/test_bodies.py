"""Bodies with names of common words, and what they are for."""

from __future__ import annotations

import pytest

from align.evidence.names import names

BODIES = [
    (
        "de",
        "Das warnte gestern das Landesamt für Geologie und Bergbau.",
        "Landesamt für Geologie und Bergbau",
    ),
    ("de", "Nun prüft es der Europäische Rechnungshof.", "Europäische Rechnungshof"),
    ("de", "Geklagt wird vor dem Amtsgericht Zwönitz.", "Amtsgericht Zwönitz"),
    ("de", "Der Bund der Steuerzahler hält das für falsch.", "Bund der Steuerzahler"),
    ("de", "Darüber entscheidet die Schlichtungskommission.", "Schlichtungskommission"),
    ("de", "Das Ministerium für nachhaltige Entwicklung schwieg.", "Ministerium für nachhaltige Entwicklung"),
    ("ru", "Комитет по водным ресурсам назвал причину.", "Комитет по водным ресурсам"),
    ("ru", "Об этом сообщил Союз пчеловодов.", "Союз пчеловодов"),
    ("ru", "Инспекция по охране труда и техники начала проверку.", "Инспекция по охране труда и техники"),
    ("ru", "Она работает в Департаменте городского хозяйства.", "Департаменте городского хозяйства"),
    ("ru", "Решение принял Верховный совет рыболовства.", "Верховный совет рыболовства"),
]


@pytest.mark.parametrize(("language", "text", "expected"), BODIES)
def test_a_body_is_named_by_its_head_and_what_it_is_for(language: str, text: str, expected: str) -> None:
    assert expected in {n.surface for n in names(text, language=language) if n.kind == "organisation"}


NO_BODIES = [
    ("de", "Der Betriebsrat und der Aufsichtsrat berieten sich."),
    ("de", "Der Landrat Andreas Coenen lehnte das ab."),
    ("de", "Sie brauchen ein Amt und eine Arbeitsgruppe."),
    ("de", "Das Kohlekraftwerk Lübbendorf steht still."),
    ("ru", "Комиссия решила подождать, а суд отменил штраф."),
    ("ru", "Совет директоров утвердил план."),
    ("ru", "Концерн из города Хайденхайм покупает завод."),
]


@pytest.mark.parametrize(("language", "text"), NO_BODIES)
def test_what_any_town_or_firm_has_is_none(language: str, text: str) -> None:
    assert [n.surface for n in names(text, language=language) if n.kind == "organisation"] == []


FIRMS = [
    ("de", "Das hat die Bremer Hallbrock Bau AG errichtet.", "Hallbrock"),
    ("de", "Analysten von Kade & Sohn rechnen damit.", "Kade & Sohn"),
    ("en", "The case was brought by Vestrum Ltd last year.", "Vestrum"),
    ("de", "Das Spiel gegen den FK Gauja fiel aus.", "Gauja"),
]


@pytest.mark.parametrize(("language", "text", "expected"), FIRMS)
def test_a_firm_is_told_by_its_legal_form(language: str, text: str, expected: str) -> None:
    assert [n.surface for n in names(text, language=language) if n.kind == "organisation"] == [expected]


def test_an_acronym_in_brackets_shows_a_name_of_common_words() -> None:
    text = "Das regelt die Fluggastrechte-Verordnung (FGRVO)."
    (name, acronym) = names(text, language="de")
    assert (name.surface, name.kind) == ("Fluggastrechte-Verordnung", "other")
    assert name.key == acronym.key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Деньги даст Банк развития Zetabank.", []),
        (
            "Проверку начал Комитет санитарно-эпидемиологического контроля.",
            ["Комитет санитарно-эпидемиологического контроля"],
        ),
    ],
)
def test_russian_bodies_with_their_own_name_or_a_compound(text: str, expected: list[str]) -> None:
    assert [n.surface for n in names(text, language="ru") if n.literal] == expected


def test_a_supporting_association_has_no_name_of_its_own() -> None:
    found = names("Das sagte der Vorsitzende des Trägervereins.", language="de")
    assert "organisation" not in {name.kind for name in found}
