"""What a noun beside a name says of it."""

from __future__ import annotations

import pytest

from align.evidence.names import names

CALLED = [
    ("ru", "Проверку начали в фирме «Гранит» вчера.", "Гранит", "organisation"),
    ("ru", "Матч пройдёт на стадионе «Спилве» в мае.", "Спилве", "place"),
    ("ru", "Он снял фильм «Белый час» за год.", "Белый час", "other"),
    ("ru", "Доступ к порталу «Цифровое здоровье» закрыт.", "Цифровое здоровье", "other"),
    ("de", "Gefunden hat es der Versicherer Kaspolis gestern.", "Kaspolis", "organisation"),
    ("de", "Der Grenzfluss Olsava trat über die Ufer.", "Olsava", "place"),
    ("de", "Sie zeigten den Film „Die weiße Stunde“ am Abend.", "Die weiße Stunde", "other"),
    ("en", "It is insured with Kaspi Polis, a state firm in Baku.", "Kaspi Polis", "organisation"),
    ("en", "He read from the guide \"Closing the Door: Cloud Storage in Health Care\".",
     "Closing the Door: Cloud Storage in Health Care", "other"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "surface", "kind"), CALLED)
def test_the_noun_beside_a_name_tells_its_kind(language: str, text: str, surface: str, kind: str) -> None:
    (name,) = (n for n in names(text, language=language) if n.surface == surface)
    assert name.kind == kind
    assert not name.doubtful


def test_whom_a_russian_body_has_is_a_person() -> None:
    found = names("Об этом сказал студент института Марк Ильвес.", language="ru")
    assert [(n.surface, n.kind) for n in found] == [("Марк Ильвес", "person")]
