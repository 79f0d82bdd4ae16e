from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from align import ModelError
from align.api import default_embedder
from align.embedding import StaticEmbedder, unit

GERMAN = [
    "Die Minister trafen sich in Bischkek.",
    "Der Handel wächst auf drei Milliarden Dollar.",
    "Es regnete.",
]
RUSSIAN = [
    "Министры встретились в Бишкеке.",
    "Торговля вырастет до трёх миллиардов долларов.",
    "Шёл дождь.",
]
ENGLISH = ["The ministers met in Bishkek.", "Trade will grow to three billion dollars.", "It was raining."]


@pytest.mark.parametrize(("left", "right"), [(GERMAN, ENGLISH), (RUSSIAN, ENGLISH), (GERMAN, RUSSIAN)])
def test_a_sentence_is_nearest_to_its_translation(left: list[str], right: list[str]) -> None:
    embedder = default_embedder()
    similarity = unit(embedder.sums(left)) @ unit(embedder.sums(right)).T
    assert similarity.argmax(axis=1).tolist() == [0, 1, 2]
    assert similarity.argmax(axis=0).tolist() == [0, 1, 2]


def test_vectors_of_neighbours_add_up_to_the_vector_of_both() -> None:
    embedder = default_embedder()
    apart = embedder.sums(GERMAN[:2]).sum(axis=0)
    together = embedder.sums([" ".join(GERMAN[:2])])[0]
    np.testing.assert_allclose(apart, together, atol=1e-3)


def test_a_text_without_words_has_the_zero_vector() -> None:
    vectors = default_embedder().sums(["", GERMAN[0], ""])
    assert vectors.shape == (3, 512)
    assert not vectors[0].any()
    assert not vectors[2].any()
    assert vectors[1].any()


def test_no_texts_give_no_vectors() -> None:
    assert default_embedder().sums([]).shape == (0, 512)


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"vocabulary\.model"):
        StaticEmbedder(tmp_path)
