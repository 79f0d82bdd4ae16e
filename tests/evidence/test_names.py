"""Names in three languages: found, of the right kind, under one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.evidence.gazetteer import known_names, words
from align.evidence.name import Name, name_key
from align.evidence.names import names


def found(text: str, language: str, kind: str) -> list[str]:
    return [
        n.surface for n in names(text, language=language) if n.kind == kind and not (n.office or n.people)
    ]


PERSONS = [
    ("de", "Bundeskanzler Olaf Scholz traf Frau Müller und Herrn Kulubajew.",
     ["Olaf Scholz", "Müller", "Kulubajew"]),
    ("de", "Der Außenminister Kasachstans Jerschan Koscherbajew kam.", ["Jerschan Koscherbajew"]),
    ("de", "Anfang Mai lobte Tokajew die Arbeit der Kommission.", ["Tokajew"]),
    ("en", "Following the talks, Foreign Minister Annalena Baerbock told John Smith so.",
     ["Annalena Baerbock", "John Smith"]),
    ("en", "Minister Kosherbayev and President Kassym-Jomart Tokayev agreed.",
     ["Kosherbayev", "Kassym-Jomart Tokayev"]),
    ("en", "Mutual Trade grew.", []),
    ("ru", "С. Жапаров и К.-Ж. Токаев говорили долго.", ["С. Жапаров", "К.-Ж. Токаев"]),
    ("ru", "Министр принял своего коллегу Ермека Кошербаева.", ["Ермека Кошербаева"]),
    ("ru", "Политолог Нурлан Абдыров доволен.", ["Нурлан Абдыров"]),
    ("ru", "Практическая часть встречи была короткой.", []),
    ("de", "Die Regierung lobte den Bau der Brücke und die Arbeit am Projekt.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), PERSONS)
def test_persons(language: str, text: str, expected: list[str]) -> None:
    assert found(text, language, "person") == expected


SAME_THING = [
    ("org:CSTO", "Treffen der OVKS", "Саммит ОДКБ", "A CSTO summit"),
    ("org:CSTO", "Die Organisation des Vertrags über kollektive Sicherheit tagt.",
     "Члены Организации Договора о коллективной безопасности",
     "The Collective Security Treaty Organization met."),
    ("org:UN", "Die Vereinten Nationen", "В рамках ООН", "Within the United Nations"),
    ("org:CIS", "In der GUS", "Страны СНГ", "Within the Commonwealth of Independent States"),
    ("org:EAEU", "Die Eurasische Wirtschaftsunion", "Вступление в ЕАЭС", "Members of the EAEU"),
    ("org:SCO", "Gipfel der SOZ", "Саммит ШОС", "A summit of the SCO"),
    ("org:WHO", "Bericht der WHO", "Доклад ВОЗ", "A report of the World Health Organization"),
    ("org:OSCE", "Mission der OSZE", "Миссия ОБСЕ", "The OSCE mission"),
    ("org:MFA", "Das Außenministerium teilte mit", "Глава МИД сообщил", "The Foreign Ministry said"),
    ("place:KG", "Die Kirgisische Republik", "Гости из Кыргызстана", "The Kyrgyz Republic"),
    ("place:KZ", "Die kasachische Seite", "Казахстанскую сторону", "The Kazakh side"),
    ("place:CN", "Waren aus China", "Товары из Китая", "Goods from China"),
    ("place:bishkek", "Besuch in Bischkek", "Визит в Бишкек прошел; о Бишкеке", "A visit to Bishkek"),
    ("place:issyk-kul", "Die Autobahn Issyk-Kul-Almaty", "Дорога Иссык-Куль – Алматы", "A road to Issyk-Kul"),
    ("place:almaty", "Die Autobahn Issyk-Kul-Almaty", "Дорога Иссык-Куль – Алматы", "The Almaty region"),
    ("event:NOMADGAMES", "VI Welt-Nomadenspielen", "VI Всемирных играх кочевников", "VI World Nomad Games"),
    ("name:klbv", "Minister Kulubajew sprach.", "О встрече с Кулубаевым", "Minister Kulubayev spoke."),
]  # fmt: skip


@pytest.mark.parametrize(("key", "de", "ru", "en"), SAME_THING)
def test_one_key_in_three_languages(key: str, de: str, ru: str, en: str) -> None:
    for text, language in ((de, "de"), (ru, "ru"), (en, "en")):
        assert key in {k for name in names(text, language=language) for k in name.keys}, text


def test_the_pronoun_who_and_us_dollars_are_no_names() -> None:
    assert names("who paid 5 US dollars", language="en") == ()
    assert found("Он заплатил 5 долларов США.", "ru", "place") == []


def test_titles_in_quotation_marks_are_names() -> None:
    (name,) = [n for n in names('They saw the musical "Jamila," a success.', language="en") if n.quoted]
    assert (name.surface, name.kind, name.literal) == ("Jamila", "other", False)
    (name,) = [n for n in names("Показали фильм «Золотой мост».", language="ru") if n.quoted]
    assert (name.surface, name.literal) == ("Золотой мост", True)


def test_a_title_may_lack_its_closing_mark() -> None:
    quoted = [
        n.surface for n in names('They opened the "Golden Bridge monument there.', language="en") if n.quoted
    ]
    assert quoted == ["Golden Bridge"]


def test_institutions_of_common_words_are_literal() -> None:
    text = "Later that week they met again in the Council of Ministers of Trade of Kazakhstan and Peru."
    (name,) = [n for n in names(text, language="en") if n.literal]
    assert name.kind == "organisation"
    assert name.surface.startswith("Council of Ministers")
    assert {"place:KZ", "place:PE"} <= {n.key for n in names(text, language="en")}


def test_an_inflected_country_is_not_taken_for_a_city() -> None:
    tokens = words("из Китая")
    assert [match.entry.key for match in known_names(tokens, "из Китая", "ru")] == ["CN"]


def test_the_family_name_makes_the_key() -> None:
    assert name_key("Yermek Kosherbayev") == name_key("Jerschan Koscherbajew") == name_key("Кошербаева")


@given(st.text(max_size=80), st.sampled_from(["de", "en", "ru", "fr"]))
def test_any_text_is_read_and_surfaces_stand_there(text: str, language: str) -> None:
    for name in names(text, language=language):
        assert isinstance(name, Name)
        assert text[name.start : name.end] == name.surface
        assert 0 < name.certainty <= 1


def test_a_german_article_is_no_given_name() -> None:
    for text in ("Das Handelsvolumen liegt höher.", "Das Abkommen gilt.", "Das Ministerium teilte es mit."):
        assert names(text, language="de") == ()


NAMED = [
    ("de", "In Gnesen sagte Beckmann, das dauere.", "Beckmann"),
    ("de", "Das Bundesamt für Wasserbau und Hafen sagt es.", "Bundesamt für Wasserbau und Hafen"),
    ("de", "Der Deutsche Hafenverband sprach mit dem Technischen Prüfdienst.", "Technischen Prüfdienst"),
    ("de", "Nun prüft die VGKL den Fall.", "VGKL"),
    ("ru", "Решение принял Высший строительный совет в среду.", "Высший строительный совет"),
    ("en", "They asked the Baltic Harbour Pilots Association about it.", "Baltic Harbour Pilots Association"),
    ("en", "It stands near Torneria and was sold to Kade & Sohn there.", "Kade & Sohn"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), NAMED)
def test_names_that_no_table_has(language: str, text: str, expected: str) -> None:
    assert expected in {name.surface for name in names(text, language=language)}


NO_NAMES = [
    ("de", "Byrons Kommentare galten der Leistung, sagte der Anwalt der Familie."),
    ("de", "Er half, indem er die armen Gäste indes ins Haus bat."),
    ("de", "Sie nannte das eine „Störung“ und eine „Umstrukturierung“."),
    ("en", "The head of Supreme Audit spoke before the Board and the Panel."),
    ("ru", "Он говорил по-русски о чешуе рыб в Управлении, думаю."),
]


@pytest.mark.parametrize(("language", "text"), NO_NAMES)
def test_common_words_are_no_names(language: str, text: str) -> None:
    found = [n for n in names(text, language=language) if not n.office and not n.doubtful and not n.literal]
    assert [n.surface for n in found if n.surface not in {"Byrons", "русски"}] == []


def test_a_name_and_its_acronym_in_brackets_have_one_key() -> None:
    text = "The Baltic Harbour Pilots Association (BHPA) met; the BHPA agreed."
    found = names(text, language="en")
    assert len({name.key for name in found}) == 1


INTRODUCED = [
    ("en", "It would help, said its chairman, Hamish Bairdson.", "Hamish Bairdson"),
    ("en", "The governor of the region, Farhod Yuldam, came too.", "Farhod Yuldam"),
    ("de", "Gewählt wurde der Kanadier Dwayne Hutchens.", "Dwayne Hutchens"),
    ("de", "Der Preis geht an die Winzerin Nino Kapanadse.", "Nino Kapanadse"),
    ("ru", "Глава лаборатории Йорг Хассельбах не согласен.", "Йорг Хассельбах"),
    ("ru", "За француза Этьена Рошто проголосовали многие.", "Этьена Рошто"),
    ("ru", "Им руководит Севак Гаспаров-младший, сын Тоомаса Пяртельсона.", "Тоомаса Пяртельсона"),
    ("de", "Das sagte Helena Brandvold.", "Helena Brandvold"),
]


@pytest.mark.parametrize(("language", "text", "expected"), INTRODUCED)
def test_persons_of_unknown_names(language: str, text: str, expected: str) -> None:
    assert expected in found(text, language, "person")


NO_PERSONS = [
    ("de", "Bei Bohumín hatte ein Deich nachgegeben."),
    ("ru", "Река Олше вышла из берегов, а в Карвине ждали."),
    ("ru", "В Мордовии и в штате Северная Каролина жарко."),
    ("de", "Die Trump-Beamten sagten nichts."),
    ("en", "The supplier Chocolat Freysten said nothing."),
]


@pytest.mark.parametrize(("language", "text"), NO_PERSONS)
def test_places_and_firms_are_no_persons(language: str, text: str) -> None:
    assert found(text, language, "person") == []


ADJECTIVES = [
    ("ru", "Её купила рижская фирма.", "place:riga"),
    ("ru", "Это решат цюрихские судьи.", "place:zurich"),
    ("ru", "В десять по бакинскому времени.", "place:baku"),
    ("de", "Das las ein Bozner Historiker.", "place:bolzano"),
    ("de", "Er stand am Kaspischen Meer.", "place:caspian-sea"),
    ("de", "Er hat den Armenier besiegt.", "place:AM"),
    ("en", "The Frenchman lost.", "place:FR"),
]


@pytest.mark.parametrize(("language", "text", "key"), ADJECTIVES)
def test_adjectives_and_people_name_the_place(language: str, text: str, key: str) -> None:
    assert key in {name.key for name in names(text, language=language)}


@pytest.mark.parametrize("text", ["морской порт", "кусок с куском", "конский волос", "чеховские пьесы"])
def test_other_russian_adjectives_name_no_city(text: str) -> None:
    assert {name.key for name in names(text, language="ru")} <= {"place:CZ"}


def test_a_word_with_foreign_letters_is_no_german_noun() -> None:
    (name,) = names("Die Welle erreicht morgen Racibórz.", language="de")
    assert (name.surface, name.doubtful) == ("Racibórz", False)


def test_adjectives_that_only_sound_like_a_city_name_none() -> None:
    assert names("Встретились министры двух братских республик.", language="ru") == ()


def test_an_outlet_is_no_person() -> None:
    text = "Ministers met in Bishkek, Karlygash News reports."
    assert "person" not in {name.kind for name in names(text, language="en")}


NO_TITLES = [
    ("en", '"Yea," one of the others said.'),
    ("ru", "«Да-да», – смеётся один из них."),
    ("ru", "Отчёт называется «Мы потеряем всё» и вышел в мае."),
    ("de", "„Nein“, sagte er."),
    ("de", 'Es geschah unter dem Vorwand der "Sicherung des Friedens und der Ordnung im Land".'),
]


@pytest.mark.parametrize(("language", "text"), NO_TITLES)
def test_speech_and_phrases_in_quotation_marks_are_no_titles(language: str, text: str) -> None:
    assert [name.surface for name in names(text, language=language) if name.quoted] == []


def test_a_known_body_in_quotation_marks_is_that_body() -> None:
    found = names("Об этом сообщили «Human Rights Watch» и агентство «Рейтер».", language="ru")
    assert [name.key for name in found] == ["org:HRW", "org:REUTERS"]


NO_PLACES = ["Er nahm sie in die Arme, die Armen.", "Anders als sonst schwieg er."]


@pytest.mark.parametrize("text", NO_PLACES)
def test_common_german_words_are_no_people_and_no_mountains(text: str) -> None:
    assert names(text, language="de") == ()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Они прибыли с Соломоновых Островов.", ["place:SB"]),
        ("Так было в Джорджии и в Айове.", ["place:us-georgia", "place:us-iowa"]),
        ("Так было в Соединённом Королевстве.", ["place:GB"]),
    ],
)
def test_islands_and_states_are_places(text: str, keys: list[str]) -> None:
    assert [name.key for name in names(text, language="ru")] == keys


def test_the_east_is_no_station_in_the_antarctic() -> None:
    assert "place:vostok-station" not in {name.key for name in names("Ветер с Востока.", language="ru")}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Foreign Minister of KR Zheenbek Kulubayev said so.", "Zheenbek Kulubayev"),
        ("The lawyer Chris O'Hare said so.", "Chris O'Hare"),
    ],
)
def test_what_belongs_to_a_person(text: str, key: str) -> None:
    assert [name.surface for name in names(text, language="en") if name.kind == "person"] == [key]


def test_the_son_has_the_key_of_his_family() -> None:
    assert name_key("Trump Jr") == name_key("Дональд Трамп-младший") == name_key("Trump")


def test_a_general_council_is_no_general() -> None:
    text = "It was agreed at a meeting of the High General Council of both countries."
    (name,) = names(text, language="en")
    assert (name.kind, name.surface) == ("organisation", "High General Council")


def test_a_family_name_is_no_inflected_city() -> None:
    assert "place" not in {name.kind for name in names("Вышел космонавт Алексей Леонов.", language="ru")}
    (place,) = names("Они из Нидерландов.", language="ru")
    assert place.key == "place:NL"


def test_a_given_name_that_is_a_city_too_is_a_person() -> None:
    (name,) = names("Победил Питер Ленц.", language="ru")
    assert (name.kind, name.surface) == ("person", "Питер Ленц")


def test_roman_figures_are_no_acronym() -> None:
    assert names("Так было в XVIII веке.", language="ru") == ()


def test_a_russian_pronoun_is_no_country() -> None:
    assert names("Того, что осталось, не хватит.", language="ru") == ()
