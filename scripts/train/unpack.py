"""Turn a model that the package ships back into weights from which a training can start.

The checkpoints of a training are not kept in the repository; what the package ships is, in int8.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import numpy as np
import numpy.typing as npt
import sentencepiece
import torch
from transformers import MarianMTModel

from scripts.train.data import load_config
from scripts.train.semantic import Student
from scripts.train.translation import build

VERSION = 6
TYPES = (np.float32, np.int8, np.int16, np.int32, np.float16)

Variables = dict[str, npt.NDArray[Any]]


def read_variables(path: Path) -> Variables:
    """Return the variables of a ``model.bin``, by name, as they are stored."""
    data, position = path.read_bytes(), 0

    def number(kind: str) -> int:
        nonlocal position
        (value,) = struct.unpack_from(f"<{kind}", data, position)
        position += struct.calcsize(f"<{kind}")
        return int(value)

    def block(length: int) -> bytes:
        nonlocal position
        position += length
        return data[position - length : position]

    def string() -> str:
        return block(number("H")).rstrip(b"\0").decode()

    version = number("I")
    if version != VERSION:
        raise click.ClickException(f"{path}: version {version} of the format, and only {VERSION} is known")
    string(), number("I")  # the architecture and its revision
    found: Variables = {}
    for _ in range(number("I")):
        name = string()
        shape = tuple(number("I") for _ in range(number("B")))
        kind = TYPES[number("B")]
        found[name] = np.frombuffer(block(number("I")), dtype=kind).reshape(shape)
    for _ in range(number("I")):
        alias = string()
        found[alias] = found[string()]
    return found


@dataclass(frozen=True)
class Stored:
    """Variables of a ``model.bin``; quantised weights become floating-point numbers again."""

    variables: Variables

    def weight(self, name: str) -> torch.Tensor:
        stored = self.variables[f"{name}/weight"].astype(np.float32)
        if f"{name}/weight_scale" in self.variables:
            stored /= self.variables[f"{name}/weight_scale"][:, None]
        return torch.from_numpy(stored)

    def vector(self, name: str) -> torch.Tensor:
        return torch.from_numpy(self.variables[name].astype(np.float32))

    def linear(self, name: str, *modules: torch.nn.Linear) -> None:
        parts = self.weight(name).chunk(len(modules))
        biases = self.vector(f"{name}/bias").chunk(len(modules))
        for module, part, bias in zip(modules, parts, biases, strict=True):
            module.weight.copy_(part)
            module.bias.copy_(bias)

    def norm(self, name: str, module: torch.nn.LayerNorm) -> None:
        module.weight.copy_(self.vector(f"{name}/gamma"))
        module.bias.copy_(self.vector(f"{name}/beta"))

    def layer(self, place: str, layer: Any) -> None:
        """Fill a layer of the encoder, or what a layer of the decoder has of one."""
        own = layer.self_attn
        self.linear(f"{place}/self_attention/linear_0", own.q_proj, own.k_proj, own.v_proj)
        self.linear(f"{place}/self_attention/linear_1", own.out_proj)
        self.norm(f"{place}/self_attention/layer_norm", layer.self_attn_layer_norm)
        self.linear(f"{place}/ffn/linear_0", layer.fc1)
        self.linear(f"{place}/ffn/linear_1", layer.fc2)
        self.norm(f"{place}/ffn/layer_norm", layer.final_layer_norm)


def take_variables(model: MarianMTModel, variables: Variables) -> None:
    """Fill a Marian model of the same shape."""
    stored = Stored(variables)
    with torch.no_grad():
        table = stored.weight("decoder/embeddings")
        model.model.shared.weight[: len(table)] = table
        model.final_logits_bias[0, : len(table)] = stored.vector("decoder/projection/bias")
        for number, layer in enumerate(model.model.encoder.layers):
            stored.layer(f"encoder/layer_{number}", layer)
        for number, layer in enumerate(model.model.decoder.layers):
            place, cross = f"decoder/layer_{number}", layer.encoder_attn
            stored.layer(place, layer)
            stored.linear(f"{place}/attention/linear_0", cross.q_proj)
            stored.linear(f"{place}/attention/linear_1", cross.k_proj, cross.v_proj)
            stored.linear(f"{place}/attention/linear_2", cross.out_proj)
            stored.norm(f"{place}/attention/layer_norm", layer.encoder_attn_layer_norm)


def take_student(student: Student, folder: Path) -> None:
    """Fill a student of the same shape from an exported semantic embedder."""
    stored = Stored(read_variables(folder / "model.bin"))
    with np.load(folder / "table.npz") as file:
        words = file["weights"].astype(np.float32) * file["scales"][:, None]
    projection = np.load(folder / "projection.npy").astype(np.float32)
    with torch.no_grad():
        table = stored.weight("encoder/embeddings_0")
        student.encoder.embed_tokens.weight[: len(table)] = table
        student.words.weight[: len(words)] = torch.from_numpy(words)
        student.project.weight.copy_(torch.from_numpy(projection.T))
        for number, layer in enumerate(student.encoder.layers):
            stored.layer(f"encoder/layer_{number}", layer)


def unpack_translation(
    config: dict[str, Any], vocabulary: sentencepiece.SentencePieceProcessor, folder: Path
) -> MarianMTModel:
    model = build(config["translation"], vocabulary)
    take_variables(model, read_variables(folder / "model.bin"))
    return model


def unpack_student(
    config: dict[str, Any], vocabulary: sentencepiece.SentencePieceProcessor, folder: Path
) -> Student:
    dimension = np.load(folder / "projection.npy").shape[1]
    marian = build(config["translation"], vocabulary).config
    student = Student(marian, config["semantic"]["layers"], dimension)
    take_student(student, folder)
    return student


@click.command()
@click.option("--config", "config_path", type=click.Path(path_type=Path), required=True)
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.argument("out", type=click.Path(path_type=Path))
def main(config_path: Path, folder: Path, out: Path) -> None:
    """Write OUT, which --start of a training takes, from FOLDER (align/builtin/de-ru-en or semantic)."""
    student = (folder / "projection.npy").is_file()
    file = folder / ("vocabulary.model" if student else "source.spm")
    vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(file))
    unpack = unpack_student if student else unpack_translation
    torch.save({"model": unpack(load_config(config_path), vocabulary, folder).state_dict()}, out)
    click.echo(f"{out}")


if __name__ == "__main__":
    main()
