"""Spellings of one name meet, those of two names do not."""

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.evidence.transliteration import (
    SAME_NAME,
    latin,
    name_similarity,
    one_name,
    romanised,
    skeleton,
    skeletons,
)

LINES = (Path(__file__).parent / "name_pairs.tsv").read_text(encoding="utf-8").splitlines()
PAIRS = [line.split("\t") for line in LINES if not line.startswith("#")]
LETTERS = st.text(
    alphabet=string.ascii_letters + "абвгдежзийклмнопрстуфхцчшщъыьэюяё", min_size=1, max_size=12
)


@pytest.mark.parametrize(("same", "a", "b"), PAIRS)
def test_the_threshold_tells_right_from_wrong_pairs(same: str, a: str, b: str) -> None:
    assert (name_similarity(a, b) >= SAME_NAME) == (same == "1")


@pytest.mark.parametrize(
    ("same", "a", "b"), [pair for pair in PAIRS if pair[0] == "1" and " " not in pair[1]]
)
def test_right_pairs_share_an_exact_key(same: str, a: str, b: str) -> None:
    for left, right in zip(a.split("-"), b.split("-"), strict=True):
        assert skeletons(left) & skeletons(right)


@pytest.mark.parametrize(
    "names",
    [
        "Кулубаев Kulubajew Kulubaev Kulubayev",
        "Жээнбек Zheenbek Dscheenbek Jeenbek",
        "Кошербаев Koscherbajew Kosherbayev",
        "Алматы Almaty",
        "Бишкек Bischkek Bishkek",
        "Иссык-Куль Issyk-Kul",
    ],
)
def test_spellings_fold_to_one_form(names: str) -> None:
    assert len({latin(name) for name in names.split()}) == 1


def test_romanised_keeps_capitals_and_other_letters() -> None:
    assert romanised("Жээнбек Кулубаев, Хорог; Köln") == "Zheenbek Kulubaev, Khorog; Köln"


@given(LETTERS, LETTERS)
def test_similarity_is_symmetric_and_bounded(a: str, b: str) -> None:
    assert 0.0 <= name_similarity(a, b) <= 1.0
    assert name_similarity(a, b) == pytest.approx(name_similarity(b, a))


@given(LETTERS)
def test_a_name_is_like_itself(name: str) -> None:
    if len(name) > 1 and latin(name):
        assert name_similarity(name, name) == pytest.approx(1.0)
        assert skeleton(name) in skeletons(name) | {""}


@pytest.mark.parametrize(("same", "a", "b"), PAIRS)
def test_one_name_is_what_the_similarity_says(same: str, a: str, b: str) -> None:
    assert one_name(a, b) == (same == "1")


@given(LETTERS, LETTERS)
def test_one_name_measures_no_other_way(a: str, b: str) -> None:
    assert one_name(a, b) == (name_similarity(a, b) >= SAME_NAME)


@given(LETTERS, st.integers(0, 11), st.sampled_from("abkszhčžшцйь"))
def test_one_name_measures_no_other_way_where_one_letter_differs(word: str, place: int, letter: str) -> None:
    other = word[:place] + letter + word[place + 1 :]
    assert one_name(word, other) == (name_similarity(word, other) >= SAME_NAME)
