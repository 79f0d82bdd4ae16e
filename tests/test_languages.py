import pytest
from hypothesis import given
from hypothesis import strategies as st

from align import LanguageError
from align.languages import base, canonical, detect, known, script, writes


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        ("de", "de"),
        ("DEU", "de"),
        ("ger", "de"),
        ("rus", "ru"),
        ("eng", "en"),
        ("de_at", "de-AT"),
        ("pt_br", "pt-BR"),
        ("deu_Latn", "de"),
        ("rus_Cyrl", "ru"),
        ("sr_latn", "sr-Latn"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("de-1996", "de-1996"),
        ("kaa", "kaa"),
        (" en ", "en"),
    ],
)
def test_canonical(tag: str, wanted: str):
    assert canonical(tag) == wanted
    assert base(tag) == wanted.split("-")[0]


@given(st.sampled_from(["de", "de-AT", "sr-Latn", "zh-Hant-TW", "ru", "kaa"]))
def test_canonical_changes_nothing_twice(tag: str):
    assert canonical(canonical(tag)) == tag == canonical(tag.upper()) == canonical(tag.replace("-", "_"))


@pytest.mark.parametrize("tag", ["", "xx", "d e", "klingonisch", "12", "-", "дe"])
def test_unknown_language_names_the_tag_and_what_to_give(tag: str):
    with pytest.raises(LanguageError, match="give a BCP 47 tag"):
        canonical(tag)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Minister trafen sich gestern in der Hauptstadt.", "de"),
        ("The ministers met in the capital yesterday.", "en"),
        ("Министры вчера встретились в столице.", "ru"),
        ("Министр объявил о съезде.", "ru"),
        ("Guten Tag", "de"),
        ("Good morning", "en"),
        ("Добрый день", "ru"),
        ("Міністри вчора зустрілися в столиці.", "uk"),
        ("Министрлер кечээ борбор шаарда жолугушуп, сүйлөштү.", "ky"),
        ("Министрлер кеше елордада кездесіп, келіссөз жүргізді.", "kk"),
        ("Les ministres se sont rencontrés hier dans la capitale.", "fr"),
        ("Ministrowie spotkali się wczoraj w stolicy.", "pl"),
        ("Οι υπουργοί συναντήθηκαν χθες.", "el"),
        ("大臣たちは昨日会談した。", "ja"),
        ("部长们昨天会面。", "zh"),
        ("Министр Mustafa Weber сказал это вчера.", "ru"),
    ],
)
def test_detect(text: str, language: str):
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "  \n", "12.02.2026 — 31 %"])
def test_no_letters_no_language(text: str):
    with pytest.raises(LanguageError, match="no letters"):
        detect(text)


@given(st.text(max_size=60))
def test_detect_answers_or_raises(text: str):
    try:
        language = detect(text)
    except LanguageError:
        assert not any(letter.isalpha() for letter in text)
    else:
        assert canonical(language) == language


def test_script():
    assert script("Министр ist da gewesen, сегодня утром") == "Cyrl"
    assert script("31 %") is None


def test_writes_tells_scripts_apart_only():
    assert writes("de", "The ministers met.")
    assert not writes("de", "Министры встретились.")
    assert not writes("ru", "The ministers met.")
    assert writes("ru", "2026")


def test_known_is_what_detection_can_answer():
    assert known("deu")
    assert known("RU")
    assert not known("kg")
    assert not known("txt2")
