import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align import InputError
from align.reading.decoding import decode

GERMAN = (
    "Über Nacht fiel Schnee. „Die Straßen sind glatt“, sagte ein Sprecher der Stadt – und schloss die Brücke"
    " für große Lastwagen. Kälte bis minus 15 °C bleibt möglich."
)
RUSSIAN = (
    "Ночью выпал снег. «На дорогах скользко», – сказал представитель мэрии и закрыл мост для больших"
    " грузовиков. Мороз до 15 градусов сохранится, ёлки на площади уже убрали."
)
ENGLISH = (
    "Snow fell overnight. “The roads are icy,” a spokesman said – and closed the bridge café to lorries."
)
CAPITALS = "СНЕГ ВЫПАЛ НОЧЬЮ. Мэрия закрыла мост."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *[
            (text, e)
            for text in (GERMAN, RUSSIAN, ENGLISH)
            for e in ("utf-8", "utf-8-sig", "utf-16", "utf-32")
        ],
        *[(text, e) for text in (GERMAN, RUSSIAN, ENGLISH) for e in ("utf-16-le", "utf-16-be")],
        *[(text, e) for text in (RUSSIAN.replace("–", "-"), CAPITALS) for e in ("cp1251", "cp866")],
        (RUSSIAN, "cp1251"),
        (RUSSIAN.replace("«", '"').replace("»", '"').replace("–", "-"), "koi8_r"),
        (RUSSIAN.replace("«", '"').replace("»", '"').replace("–", "-"), "iso8859_5"),
        (CAPITALS, "koi8_r"),
        (GERMAN, "cp1252"),
        (ENGLISH, "cp1252"),
        (GERMAN.replace("„", '"').replace("“", '"').replace("–", "-"), "latin_1"),
        ("Plain ASCII.", "ascii"),
    ],
)
def test_encodings(text: str, encoding: str):
    if encoding == "cp866":
        text = text.replace("«", '"').replace("»", '"')
    assert decode(text.encode(encoding), "x.txt") == text


@pytest.mark.parametrize("sentence", ["Снег выпал ночью, и мост закрыли.", "Об этом сообщила мэрия города."])
@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
def test_one_short_russian_sentence_is_enough(sentence: str, encoding: str):
    assert decode(sentence.encode(encoding), "x.txt") == sentence


def test_rarer_encodings_are_guessed():
    text = "W nocy spadł śnieg, więc zamknięto most dla ciężarówek. Później zrobiło się cieplej."
    assert decode(text.encode("cp1250"), "x.txt") == text


def test_a_page_may_declare_its_encoding():
    page = '<html><head><meta charset="windows-1251"></head><body><p>Да</p></body></html>'
    assert decode(page.encode("cp1251"), "x.html") == page
    wrong = '<html><head><meta charset="klingon"></head><body><p>Größe</p></body></html>'
    assert decode(wrong.encode("cp1252"), "x.html") == wrong


def test_line_ends_stay():
    assert decode(b"a\r\nb\rc\n", "x.txt") == "a\r\nb\rc\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        ("\ufeff \n".encode("utf-16"), "white space only"),
        (b"%PDF-1.7 text", "PDF"),
        (b"PK\x03\x04more", "office document"),
        (b"text\x00text, and more text", "binary"),
        (b"ab\x01\x02\x03cd" * 10, "binary"),
        (random.Random(1).randbytes(400), "binary"),
        ("Größe, Länge, Höhe\n".encode() * 3 + b"L\xe4nge", "line 4: byte 0xe4 is not UTF-8"),
        ("Größe".encode("utf-16")[:-1], "UTF-16"),
    ],
)
def test_errors_name_the_file_and_what_to_do(data: bytes, message: str):
    with pytest.raises(InputError, match=message) as caught:
        decode(data, "folder/x.txt")
    assert str(caught.value).startswith("folder/x.txt")
    assert ";" in str(caught.value)


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_utf8_comes_back_as_it_was(text: str):
    if text.strip("\ufeff\u200b \t\r\n\f\v") and not text.startswith("\ufeff"):
        for magic in ("%PDF", "{\\rtf", "GIF8"):
            if text.startswith(magic):
                return
        assert decode(text.encode(), "x.txt") == text


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes):
    try:
        text = decode(data, "x")
    except InputError:
        return
    assert text
    assert "\x00" not in text
