"""The built-in models, unpacked and exported again."""

from __future__ import annotations

import warnings
from importlib import resources
from pathlib import Path

import click
import numpy as np
import pytest
import sentencepiece

from align.embedding import SemanticEmbedder
from scripts.train.data import load_config
from scripts.train.export import write_ctranslate, write_encoder, write_marian
from scripts.train.translation import build
from scripts.train.unpack import read_variables, take_variables, unpack_student

CONFIG = Path(__file__).parents[2] / "scripts" / "train" / "first.toml"


def test_what_is_unpacked_and_exported_again_is_the_same_file(tmp_path: Path) -> None:
    builtin = Path(str(resources.files("align") / "builtin" / "de-ru-en"))
    vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(builtin / "source.spm"))
    model = build(load_config(CONFIG)["translation"], vocabulary)
    take_variables(model, read_variables(builtin / "model.bin"))
    write_marian(model, builtin / "source.spm", tmp_path / "marian")
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Recommended: pip install sacremoses")
        write_ctranslate(tmp_path / "marian", tmp_path / "again")
    shipped, again = (read_variables(folder / "model.bin") for folder in (builtin, tmp_path / "again"))
    assert shipped.keys() == again.keys()
    for name, values in shipped.items():
        np.testing.assert_allclose(values, again[name], rtol=1e-5, atol=1e-6, err_msg=name)


def test_a_student_unpacked_and_exported_again_has_the_same_vectors(tmp_path: Path) -> None:
    builtin = Path(str(resources.files("align") / "builtin" / "semantic"))
    vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(builtin / "vocabulary.model"))
    student = unpack_student(load_config(CONFIG), vocabulary, builtin)
    write_encoder(student, builtin / "vocabulary.model", tmp_path)
    texts = ["Die Brücke ist gesperrt.", "Мост закрыт.", "The bridge is closed to lorries."]
    shipped, again = (SemanticEmbedder(folder).sums(texts) for folder in (builtin, tmp_path))
    np.testing.assert_allclose(shipped, again, atol=2e-3)


def test_another_version_of_the_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(b"\x05\x00\x00\x00")
    with pytest.raises(click.ClickException, match="version 5 of the format"):
        read_variables(path)
