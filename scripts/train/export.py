"""Export a training: a transformers Marian folder, and the built-in models of the package."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import click
import numpy as np
import sentencepiece
import torch
from transformers import MarianMTModel

from scripts.train.data import load_config
from scripts.train.translation import build


def write_marian(model: MarianMTModel, vocabulary: Path, folder: Path) -> None:
    """Write a folder that ``MarianMTModel`` and ``MarianTokenizer`` load."""
    model.save_pretrained(folder)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary))
    ids = {pieces.id_to_piece(i): i for i in range(pieces.get_piece_size())}
    # Marian's padding stands last; sentencepiece's own, never used, must not share its name.
    ids["<unused>"] = ids.pop("<pad>")
    ids["<pad>"] = len(ids)
    (folder / "vocab.json").write_text(json.dumps(ids, ensure_ascii=False), encoding="utf-8")
    for name in ("source.spm", "target.spm"):
        shutil.copyfile(vocabulary, folder / name)
    settings = {"source_lang": "deu+rus", "target_lang": "eng", "model_max_length": 512}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")


def write_ctranslate(marian: Path, folder: Path) -> None:
    """Convert a Marian folder to CTranslate2, int8; source and target share ``source.spm``."""
    from ctranslate2.converters import TransformersConverter

    # The converter empties its output folder, and ours holds the hand-kept model.toml.
    converted = marian.with_name("ctranslate2")
    TransformersConverter(str(marian)).convert(str(converted), quantization="int8", force=True)
    folder.mkdir(parents=True, exist_ok=True)
    for file in converted.iterdir():
        shutil.copyfile(file, folder / file.name)
    shutil.copyfile(marian / "source.spm", folder / "source.spm")


def write_table(table: np.ndarray, folder: Path) -> None:
    """Write the embeddings as int8 with a scale for each piece."""
    scales = np.abs(table).max(axis=1) / 127
    scales[scales == 0] = 1
    weights = np.round(table / scales[:, None]).astype(np.int8)
    np.savez_compressed(folder / "table.npz", weights=weights, scales=scales.astype(np.float32))


@click.command()
@click.option("--config", "config_path", type=click.Path(path_type=Path), required=True)
@click.option("--work", type=click.Path(path_type=Path), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Such as align/builtin.")
@click.option("--only", type=click.Choice(["embeddings", "translation"]))
def main(config_path: Path, work: Path, out: Path, only: str | None) -> None:
    """Write OUT/static and OUT/de-ru-en; their model.toml is kept by hand."""
    config = load_config(config_path)
    vocabulary = work / "vocabulary.model"
    if only != "translation":
        (out / "static").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(vocabulary, out / "static" / "vocabulary.model")
        write_table(np.load(work / "embeddings.npy"), out / "static")
    if only != "embeddings":
        processor = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary))
        model = build(config["translation"], processor)
        state = torch.load(work / "translation.pt", map_location="cpu", weights_only=True)
        model.load_state_dict(state["model"])
        write_marian(model, vocabulary, work / "marian")
        write_ctranslate(work / "marian", out / "de-ru-en")
        click.echo(f"{state['progress']}")


if __name__ == "__main__":
    main()
