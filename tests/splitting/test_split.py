from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align import LanguageError
from align.splitting import Span, split

# One paragraph each; | stands where one sentence ends and the next begins.
GERMAN = [
    "Am 13. Februar 2026 kam die Ministerin an.|Sie blieb bis Sonntag.",
    "Während der 7. Sitzung sprach Dr. A. Weber über z. B. Straßen.|Danach gab es Kaffee.",
    "Der Bau kostet 3,5 Mio. Euro, d. h. mehr als geplant.|Die Stadt zahlt 1,2 Mrd. Tenge.",
    "„Wir sind bereit.|Wir warten nur noch“, sagte der Bürgermeister.|Dann ging er.",
    "„Wann kommt der Zug?“, fragte Frau Berg.|Niemand wusste es.",
    "»Das ist gut.«|Mit diesen Worten schloss er die Sitzung.",
    "Er traf den Außenminister (parteilos) am 3. Mai.|Im Herbst folgt die 2. Runde.",
    "Es geschah im Jahr 2025.|Das war spät.",
    "Die Firma Holz & Co. KG liefert nach Bonn.|Sie hat u. a. zwei Werke usw.|Die Zahl steigt.",
    "Ludwig XIV. regierte lange.|Friedrich II. auch.",
    "Warum jetzt?|Weil es eilt!|Das sagte er … und ging.",
    "Die Seite www.beispiel.de ist neu.|Mehr unter https://beispiel.de/a.html?x=1.",
    "Um 14.30 Uhr, am 13.02.26, begann das Treffen.|Es dauerte 2.5 Stunden.",
    "Sie wohnt in der Hauptstr. 5 in St. Gallen.|Er kam am Fr. 3. Mai.",
    "J. S. Bach lebte im 18. Jahrhundert.|Seine Werke (vgl. S. 12 ff.) kennt jeder.",
    "Er rief: „Hört zu!|‚Nie wieder‘ heißt nie wieder.“|Alle schwiegen.",
]
RUSSIAN = [
    "Министр С. Жапаров приехал 13 февраля 2026 г. в Бишкек.|Он пробыл там день.",
    "В 2025 г. Казахстан построил мост.|Торговля выросла до 2 млрд долл. США.",
    "Театр им. Абая открыли в г. Семей.|Пришли артисты, врачи и т. д.|Играла музыка.",
    "«Мы готовы.|Мы ждём», – сказал мэр.|Затем он ушёл.",
    "«Когда придёт поезд?» — спросила А. Б. Иванова.|Никто не знал.",
    "Стороны, т. е. оба министра, подписали план.|Это случилось в XX в. на юге.",
    "На 7-м заседании (см. рис. 3) обсудили энергетику.|Ранее об этом не говорили.",
    "Школа построена в 1998 г.|В ней учатся 500 чел. из трёх сёл.",
    "Зачем?|Чтобы успеть!|Так он ответил… и вышел.",
    "Цена выросла на 3.5 процента, до 120 руб. за литр.|Об этом сообщает сайт primer.kz.",
    "Проф. И. И. Петров живёт на ул. Мира, д. 5, кв. 7.|Его знают все.",
    "Население — 1,5 млн чел.|По данным на 01.01.2026, оно растёт.",
    "Он сказал: «Слово „мир“ важно.|Помните об этом».|Зал молчал.",
    "Построили дороги, мосты и др.|Работы продолжаются.",
    "«Ура!» — кричали дети.|Взрослые улыбались.",
    "Он рассказал о ней и о нём.|Потом я спросил: а где я?|Ответа не было.",
]
ENGLISH = [
    "The minister arrived on Jan. 29 in Bishkek.|He stayed for a day.",
    "Mr. A. B. Smith met Dr. Jones at 5 p.m. on Monday.|They talked.",
    "He lives in the U.S. now.|The U.S. President called.",
    "“We are ready.|We will wait,” said the mayor.|Then he left.",
    "“When does it start?” she asked.|Nobody knew.",
    '"Why now?" Anna Berg asked.|The hall was silent.',
    "No. 5 is alive.|See fig. 3 and pp. 4-9 for more.",
    "Trade grew to $1.3 billion (approx. 5 percent).|It fell in Oct. 2023.",
    "The firm, Wood Inc., is small.|It works for Smith & Sons Ltd.|The owner is old.",
    "Is it true?|Yes!|It is… perhaps.",
    "Visit www.example.com today.|More at https://example.com/a.html?x=1.",
    "He said: “She told me ‘never again.’|I agreed.”|We nodded.",
    "(This is a note.)|The text goes on.",
    "The law of 1998.|It was new, e.g. in St. Louis.",
    "J. S. Bach died in 1750.|His sons, C. P. E. and others, did not.",
    "He works at Yahoo! in Texas.|She does not.[1]|We know.",
]


def pieces(text: str, language: str) -> list[str]:
    return [text[span.start : span.end] for span in split(text, language=language)]


@pytest.mark.parametrize(
    ("marked", "language"),
    [(m, lang) for lang, ms in (("de", GERMAN), ("ru", RUSSIAN), ("en", ENGLISH)) for m in ms],
)
def test_hard_paragraphs(marked: str, language: str):
    text = marked.replace("|", " ")
    assert pieces(text, language) == marked.split("|")


@pytest.mark.parametrize("language", ["de-AT", "rus", "EN"])
def test_language_is_taken_in_any_spelling(language: str):
    assert len(split("Eins. Zwei. Три.", language=language)) == 3


def test_another_language_takes_the_general_rules():
    assert pieces("M. Dupont est venu. Il est reparti, etc.", "fr") == [
        "M. Dupont est venu.",
        "Il est reparti, etc.",
    ]
    assert pieces("今日は晴れ。明日は雨。", "ja") == ["今日は晴れ。", "明日は雨。"]


def test_unknown_language_is_an_error():
    with pytest.raises(LanguageError, match="qx"):
        split("Ein Satz.", language="qx")


def test_nothing_gives_nothing():
    assert split("", language="de") == ()
    assert split(" \n ", language="de") == ()


def test_sentences_whose_space_was_lost():
    assert pieces("Das war gestern.Heute ist es anders.", "de") == [
        "Das war gestern.",
        "Heute ist es anders.",
    ]
    assert pieces("Смотри на primer.kz и beispiel.de.", "ru") == ["Смотри на primer.kz и beispiel.de."]


def test_span_says_where():
    assert split("  Ja. Nein. ", language="de") == (Span(2, 5), Span(6, 11))


WORDS = st.sampled_from(
    [
        "Der",
        "Mann",
        "z.",
        "B.",
        "7.",
        "Mio.",
        "„Ja!“",
        "(«Нет.»)",
        "г.",
        "В",
        "U.S.",
        "...",
        "…",
        "?!",
        "– ",
        "\n",
        "\t",
        "am",
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=30).map(" ".join))


@given(TEXTS, st.sampled_from(["de", "ru", "en", "fr"]))
def test_no_character_is_lost_and_spans_ascend(text: str, language: str):
    spans = split(text, language=language)
    assert "".join("".join(text[s.start : s.end].split()) for s in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in spans)


@given(TEXTS)
def test_white_space_around_a_paragraph_moves_its_spans_only(text: str):
    text = text.strip()
    moved = split(f"  {text} ", language="de")
    assert tuple(Span(s.start - 2, s.end - 2) for s in moved) == split(text, language="de")
