"""The built-in semantic model: what it weighs, what it loads, and what it can do that words cannot."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from align import ModelError
from align.embedding import SemanticEmbedder, load_embedder
from align.models import BUILTIN, find

# Each: a sentence, the same in other words, and another of the same words.
PARAPHRASES = {
    "de": [
        "Die Regierung senkt die Steuern für kleine Betriebe.",
        "Kleine Unternehmen müssen künftig weniger an den Staat abführen.",
        "Die Regierung zieht im Herbst in ein neues Gebäude.",
    ],
    "ru": [
        "Правительство снижает налоги для малого бизнеса.",
        "Небольшие компании будут меньше платить государству.",
        "Правительство осенью переедет в новое здание.",
    ],
    "en": [
        "The government is cutting taxes for small firms.",
        "Small businesses will have to pay less to the state.",
        "The government will move into a new building in autumn.",
    ],
}


def test_the_model_is_built_in_and_small() -> None:
    model = find("semantic", "embedding")
    assert (model.origin, model.engine, model.sources) == ("built in", "ctranslate2", ("de", "ru", "en"))
    assert model.path == BUILTIN / "semantic"
    assert 0 < model.size < 20e6


def test_the_model_is_found_by_its_name_and_by_its_folder() -> None:
    embedder = load_embedder("semantic")
    assert isinstance(embedder, SemanticEmbedder)
    assert embedder.name == f"semantic@{find('semantic', 'embedding').version}"
    assert load_embedder(str(BUILTIN / "semantic")) is embedder


def test_no_name_is_the_static_model() -> None:
    assert load_embedder() is load_embedder("static")
    assert load_embedder().name.startswith("static@")


def test_vectors_come_without_torch_and_transformers() -> None:
    check = (
        "import sys\n"
        "from align.embedding import load_embedder\n"
        "embedder = load_embedder('semantic')\n"
        "loaded = {'torch', 'transformers', 'ctranslate2'} & sys.modules.keys()\n"
        "vectors = embedder.sums(['Es regnete.'])\n"
        "print(loaded, vectors.any(), {'torch', 'transformers'} & sys.modules.keys())"
    )
    result = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "set() True set()"


@pytest.mark.parametrize("left", PARAPHRASES)
@pytest.mark.parametrize("right", PARAPHRASES)
def test_a_paraphrase_is_closer_than_another_sentence_of_the_same_words(left: str, right: str) -> None:
    embedder = load_embedder("semantic")
    sentence = embedder.sums(PARAPHRASES[left])[0]
    _, paraphrase, other = embedder.sums(PARAPHRASES[right]) @ sentence
    assert paraphrase > other


def test_a_vector_is_that_of_the_text_whatever_is_embedded_with_it() -> None:
    texts = [text for language in PARAPHRASES.values() for text in language]
    together = SemanticEmbedder(BUILTIN / "semantic").sums(texts)
    alone = SemanticEmbedder(BUILTIN / "semantic")
    for text, vector in zip(reversed(texts), reversed(together), strict=True):
        np.testing.assert_allclose(alone.sums([text])[0], vector, atol=1e-5)


def test_a_folder_is_named_whatever_it_is_called_by(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        for file in ("table.npz", "vocabulary.model"):
            (tmp_path / name / file).symlink_to(BUILTIN / "static" / file)
        monkeypatch.chdir(tmp_path / name)
        assert load_embedder(".").name == name


def test_a_translation_model_is_no_embedder() -> None:
    with pytest.raises(
        ModelError, match=r"no embedding model named 'de-ru-en' \(there are: semantic, static\)"
    ):
        load_embedder("de-ru-en")
    with pytest.raises(ModelError, match="'embedding' is needed"):
        load_embedder(str(BUILTIN / "de-ru-en"))


@pytest.mark.parametrize("broken", ["model.bin", "projection.npy", "table.npz", "vocabulary.model"])
def test_a_broken_file_is_an_error_that_says_where(broken: str, tmp_path: Path) -> None:
    for file in (BUILTIN / "semantic").iterdir():
        if file.name != broken:
            (tmp_path / file.name).symlink_to(file)
    (tmp_path / broken).write_bytes(b"nothing of the kind")
    with pytest.raises(ModelError, match=tmp_path.name):
        load_embedder(str(tmp_path)).sums(["Es regnete."])
