from __future__ import annotations

import numpy as np
import pytest

from align import ModelError
from align.embedding import CombinedEmbedder, SemanticEmbedder, StaticEmbedder, load_embedder, unit
from align.models import BUILTIN

PARAPHRASES = [
    ("A man is playing a guitar.", "Ein Mann spielt Gitarre.", "Мужчина играет на гитаре."),
    (
        "The talks ended without an agreement.",
        "Die Gespräche blieben ohne Einigung.",
        "Переговоры не привели к соглашению.",
    ),
    ("The child is asleep.", "Das Kind schläft.", "Ребёнок спит."),
    ("Prices rose by three percent.", "Die Preise stiegen um drei Prozent.", "Цены выросли на три процента."),
]


def test_translations_are_nearest() -> None:
    embedder = load_embedder("semantic")
    english, german, russian = (embedder.sums([row[k] for row in PARAPHRASES]) for k in range(3))
    for other in (german, russian):
        assert (english @ other.T).argmax(axis=1).tolist() == [0, 1, 2, 3]


def test_a_paraphrase_is_nearer_than_the_same_words_about_something_else() -> None:
    said, paraphrased, other = load_embedder("semantic").sums(
        ["The cat sat down on the sofa.", "A kitten is on the couch.", "The minister sat down at the table."]
    )
    assert said @ paraphrased > said @ other


def test_vectors_have_length_one_and_nothing_has_none() -> None:
    vectors = load_embedder("semantic").sums(["Guten Tag.", "", "Добрый день."])
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 0, 1], abs=1e-3)
    assert load_embedder("semantic").sums([]).shape == (0, vectors.shape[1])


def test_the_batch_does_not_matter() -> None:
    folder = BUILTIN / "semantic"
    texts = [text for row in PARAPHRASES for text in row]
    together = SemanticEmbedder(folder).sums(texts)
    alone = np.concatenate([SemanticEmbedder(folder).sums([text]) for text in texts])
    # The states are quantised by row, so that padding changes little.
    assert (together * alone).sum(axis=1).min() > 0.98


def test_two_embedders_side_by_side_weigh_their_cosines() -> None:
    static, semantic = StaticEmbedder(BUILTIN / "static"), SemanticEmbedder(BUILTIN / "semantic")
    texts = ["Das Kind schläft.", "Ребёнок спит."]
    both = unit(CombinedEmbedder(static, semantic, weight=2.0).sums(texts))
    words, meaning = unit(static.sums(texts)), semantic.sums(texts)
    assert both[0] @ both[1] == pytest.approx(
        (words[0] @ words[1] + 2 * meaning[0] @ meaning[1]) / 3, abs=1e-3
    )


def test_a_folder_without_a_model_is_an_error() -> None:
    with pytest.raises(ModelError, match="no such file"):
        SemanticEmbedder(BUILTIN / "static")
    with pytest.raises(ModelError, match="no embedding model named"):
        load_embedder("nonesuch")
