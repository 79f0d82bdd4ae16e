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
from scripts.train.embeddings import FILES
from scripts.train.semantic import Student
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
    converted = marian.with_name(f"{marian.name}-ctranslate2")
    TransformersConverter(str(marian)).convert(str(converted), quantization="int8", force=True)
    folder.mkdir(parents=True, exist_ok=True)
    for file in converted.iterdir():
        shutil.copyfile(file, folder / file.name)
    shutil.copyfile(marian / "source.spm", folder / "source.spm")


def write_encoder(student: Student, vocabulary: Path, folder: Path) -> None:
    """Write the semantic embedder: subword vectors and encoder in int8, and the projection in float16."""
    from ctranslate2.converters.transformers import MarianMTLoader
    from ctranslate2.specs import common_spec, transformer_spec

    config = student.encoder.config
    spec = transformer_spec.TransformerEncoderModelSpec(
        transformer_spec.TransformerEncoderSpec(
            config.encoder_layers,
            config.encoder_attention_heads,
            pre_norm=False,
            activation=common_spec.Activation.SWISH,
        )
    )
    MarianMTLoader().set_encoder(spec.encoder, student.encoder)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary))
    # Without Marian's padding, which stands last.
    spec.encoder.embeddings[0].weight = spec.encoder.embeddings[0].weight[:-1]
    spec.register_vocabulary([pieces.id_to_piece(i) for i in range(pieces.get_piece_size())])
    spec.config.unk_token = "<unk>"
    spec.config.layer_norm_epsilon = 1e-5
    spec.validate()
    spec.optimize("int8")
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))
    shutil.copyfile(vocabulary, folder / "vocabulary.model")
    np.save(folder / "projection.npy", student.project.weight.detach().numpy().T.astype(np.float16))
    write_table(student.words.weight.detach().numpy()[:-1], folder)


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
@click.option("--only", type=click.Choice(["static", "translation", "semantic", "reverse"]))
def main(config_path: Path, work: Path, out: Path, only: str | None) -> None:
    """Write OUT/static, OUT/de-ru-en and OUT/semantic; their model.toml is kept by hand."""
    config = load_config(config_path)
    vocabulary = work / "vocabulary.model"
    processor = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary))
    if only in (None, "static"):
        (out / "static").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(vocabulary, out / "static" / "vocabulary.model")
        write_table(np.load(work / FILES["static"]), out / "static")
    if only in (None, "semantic"):
        state = torch.load(work / "semantic.pt", map_location="cpu", weights_only=True)
        dimension = state["model"]["project.weight"].size(0)
        student = Student(
            build(config["translation"], processor).config, config["semantic"]["layers"], dimension
        )
        student.load_state_dict(state["model"])
        write_encoder(student, vocabulary, out / "semantic")
        click.echo(f"{state['progress']}")
    for kind, name, folder in (
        ("translation", "marian", out / "de-ru-en"),
        ("reverse", "marian-reverse", work / "reverse"),
    ):
        if only == kind or (only is None and kind != "reverse"):
            model = build(config["translation"], processor)
            state = torch.load(work / f"{kind}.pt", map_location="cpu", weights_only=True)
            model.load_state_dict(state["model"])
            write_marian(model, vocabulary, work / name)
            write_ctranslate(work / name, folder)
            click.echo(f"{state['progress']}")


if __name__ == "__main__":
    main()
