"""The semantic embedder on a small encoder that is made here, against the same encoder in torch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import sentencepiece
import torch

from align import ModelError
from align.embedding import SemanticEmbedder, load_embedder
from align.models import BUILTIN
from scripts.train.export import write_encoder
from scripts.train.semantic import Student
from scripts.train.translation import build, pad

TEXTS = ["Das Kind schläft.", "Ребёнок спит.", "The child is asleep, and it rains.", "Ja"]
VOCABULARY = BUILTIN / "static" / "vocabulary.model"
OPTIONS = {
    "width": 32,
    "feed_forward": 64,
    "heads": 4,
    "encoder_layers": 2,
    "decoder_layers": 1,
    "dropout": 0.0,
}


@pytest.fixture(scope="module")
def student() -> Student:
    torch.manual_seed(7)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(VOCABULARY))
    return Student(build(OPTIONS, pieces).config, layers=2, dimension=24).eval()


@pytest.fixture(scope="module")
def folder(student: Student, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("semantic")
    write_encoder(student, VOCABULARY, folder)
    return folder


def test_vectors_are_those_of_the_encoder_in_torch(folder: Path, student: Student) -> None:
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(VOCABULARY))
    ids = [np.array([*row, pieces.eos_id()]) for row in pieces.encode(TEXTS)]
    # The export has quantised the weights of the student in place by now; its copy in torch stays close.
    torch.manual_seed(7)
    fresh = Student(build(OPTIONS, pieces).config, layers=2, dimension=24).eval()
    with torch.no_grad():
        expected = fresh(pad(ids, fresh.padding)).numpy()
    assert (SemanticEmbedder(folder).sums(TEXTS) * expected).sum(axis=1).min() > 0.99


def test_vectors_have_length_one_and_nothing_has_none(folder: Path) -> None:
    vectors = SemanticEmbedder(folder).sums([TEXTS[0], "", TEXTS[1]])
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 0, 1], abs=1e-3)
    assert SemanticEmbedder(folder).sums([]).shape == (0, 24)


def test_the_batch_does_not_matter(folder: Path) -> None:
    together = SemanticEmbedder(folder).sums(TEXTS)
    alone = np.concatenate([SemanticEmbedder(folder).sums([text]) for text in TEXTS])
    # Quantised row by row, so that padding changes little.
    assert (together * alone).sum(axis=1).min() > 0.99


def test_a_model_is_loaded_by_its_folder(folder: Path) -> None:
    (folder / "model.toml").write_text('name = "ours"\nkind = "embedding"\nversion = "3"\n', encoding="utf-8")
    assert load_embedder(str(folder)).name == f"{folder.name}@3"
    assert load_embedder(str(folder)).sums(TEXTS).shape == (4, 24)
    assert load_embedder().name == "static@2"


def test_a_folder_without_a_model_is_an_error() -> None:
    with pytest.raises(ModelError, match="no such file"):
        SemanticEmbedder(BUILTIN / "static")
    with pytest.raises(ModelError, match="no embedding model named"):
        load_embedder("nonesuch")
