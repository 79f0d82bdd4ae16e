"""The training of the semantic embedder on a few pairs, with a small encoder and a made-up teacher."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import sentencepiece
import torch

from align.models import BUILTIN
from scripts.train.semantic import Distillation, Student, options
from scripts.train.translation import build

VOCABULARY = BUILTIN / "static" / "vocabulary.model"
TRANSLATION = {
    "width": 32,
    "feed_forward": 64,
    "heads": 4,
    "encoder_layers": 1,
    "decoder_layers": 1,
    "dropout": 0.0,
}
ROWS = [
    ("Die Brücke über die Donau ist gesperrt.", "The bridge over the Danube is closed."),
    ("Der Minister reist am Montag nach Riga.", "The minister travels to Riga on Monday."),
    ("Es regnet seit drei Tagen.", "It has been raining for three days."),
    ("Das Gericht hat die Klage abgewiesen.", "The court has dismissed the suit."),
]


def config(**changed: float) -> dict[str, Any]:
    semantic = {
        "layers": 1,
        "rate": 3e-3,
        "warmup_updates": 1,
        "groups": 1,
        "group_size": 8,
        "within": 30.0,
        "max_pieces": 72,
        "similarity": 0.0,
        "contrastive": 0.0,
        "together": 0.0,
        "margin": 0.05,
        "scale": 20.0,
        "millions": 1.0,
        "sources": {"de-en/manuals": 10, "de-en/news": 10},
    }
    return {
        "translation": TRANSLATION,
        "sources": {"de-en/news": {"weight": 1.0}},
        "lists": {},
        "semantic": {**semantic, "further": {"left_out": ["de-en/manuals"], **changed}},
    }


@pytest.fixture
def start(tmp_path: Path) -> Path:
    """Lay out a corpus and what a training needs, and return the weights from which it starts."""
    (tmp_path / "de-en").mkdir()
    with gzip.open(tmp_path / "de-en" / "news.tsv.gz", "wt", encoding="utf-8") as file:
        file.writelines(f"{german}\t{english}\n" for german, english in ROWS)
    shutil.copyfile(VOCABULARY, tmp_path / "vocabulary.model")
    (tmp_path / "teacher").mkdir()
    np.save(tmp_path / "teacher" / "de-en.news.npy", np.ones((len(ROWS), 4), dtype=np.float16) / 2)
    torch.manual_seed(3)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(VOCABULARY))
    student = Student(build(TRANSLATION, pieces).config, layers=1, dimension=24)
    torch.save({"model": student.state_dict()}, tmp_path / "start.pt")
    return tmp_path / "start.pt"


def likeness(training: Distillation) -> torch.Tensor:
    """Return the cosines of the foreign sentences (rows) and the English ones (columns)."""
    pairs = training.pairs
    with torch.no_grad():
        foreign = training._vectors([ids for ids in pairs.foreign if ids is not None])
        return foreign @ training._vectors(pairs.english).T


def test_a_training_starts_from_given_weights(start: Path) -> None:
    training = Distillation(config(), start.parent, start.parent, start=start)
    given = torch.load(start, weights_only=True)["model"]
    assert all(torch.equal(given[name], tensor) for name, tensor in training.model.state_dict().items())


def test_the_sides_of_a_pair_are_drawn_together(start: Path) -> None:
    training = Distillation(config(together=1.0), start.parent, start.parent, start=start)
    before = likeness(training).diagonal().mean()
    training.train(minutes=1, updates=20)
    assert likeness(training).diagonal().mean() > max(float(before) + 0.2, 0.9)


def test_they_are_drawn_apart_from_those_of_other_pairs(start: Path) -> None:
    training = Distillation(config(contrastive=1.0), start.parent, start.parent, start=start)
    training.train(minutes=1, updates=20)
    cosines = likeness(training)
    others = cosines[~torch.eye(len(ROWS), dtype=torch.bool)]
    assert cosines.diagonal().min() > others.max() + 0.2


def test_going_on_has_options_and_sources_of_its_own() -> None:
    semantic = config(contrastive=1.0)["semantic"]
    assert options(semantic, further=False) == semantic
    further = options(semantic, further=True)
    assert (further["contrastive"], further["rate"]) == (1.0, semantic["rate"])
    assert further["sources"] == {"de-en/news": 10}
