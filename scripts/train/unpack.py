"""Turn a translation model in CTranslate2's format back into weights from which a training can start.

The checkpoints of a training are not kept in the repository; what the package ships is, in int8.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import click
import numpy as np
import numpy.typing as npt
import sentencepiece
import torch
from transformers import MarianMTModel

from scripts.train.data import load_config
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


def take_variables(model: MarianMTModel, variables: Variables) -> None:
    """Fill a Marian model of the same shape; quantised weights become floating-point numbers again."""

    def weight(name: str) -> npt.NDArray[np.float32]:
        stored = variables[f"{name}/weight"].astype(np.float32)
        if f"{name}/weight_scale" in variables:
            stored /= variables[f"{name}/weight_scale"][:, None]
        return stored

    def linear(name: str, *modules: torch.nn.Linear) -> None:
        parts = np.split(weight(name), len(modules))
        biases = np.split(variables[f"{name}/bias"].astype(np.float32), len(modules))
        for module, part, bias in zip(modules, parts, biases, strict=True):
            module.weight.copy_(torch.from_numpy(part))
            module.bias.copy_(torch.from_numpy(bias))

    def norm(name: str, module: torch.nn.LayerNorm) -> None:
        module.weight.copy_(torch.from_numpy(variables[f"{name}/gamma"].astype(np.float32)))
        module.bias.copy_(torch.from_numpy(variables[f"{name}/beta"].astype(np.float32)))

    with torch.no_grad():
        table = torch.from_numpy(weight("decoder/embeddings"))
        model.model.shared.weight[: len(table)] = table
        model.final_logits_bias[0, : len(table)] = torch.from_numpy(
            variables["decoder/projection/bias"].astype(np.float32)
        )
        for side in ("encoder", "decoder"):
            for number, layer in enumerate(getattr(model.model, side).layers):
                place = f"{side}/layer_{number}"
                own = layer.self_attn
                linear(f"{place}/self_attention/linear_0", own.q_proj, own.k_proj, own.v_proj)
                linear(f"{place}/self_attention/linear_1", own.out_proj)
                norm(f"{place}/self_attention/layer_norm", layer.self_attn_layer_norm)
                if side == "decoder":
                    cross = layer.encoder_attn
                    linear(f"{place}/attention/linear_0", cross.q_proj)
                    linear(f"{place}/attention/linear_1", cross.k_proj, cross.v_proj)
                    linear(f"{place}/attention/linear_2", cross.out_proj)
                    norm(f"{place}/attention/layer_norm", layer.encoder_attn_layer_norm)
                linear(f"{place}/ffn/linear_0", layer.fc1)
                linear(f"{place}/ffn/linear_1", layer.fc2)
                norm(f"{place}/ffn/layer_norm", layer.final_layer_norm)


@click.command()
@click.option("--config", "config_path", type=click.Path(path_type=Path), required=True)
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.argument("out", type=click.Path(path_type=Path))
def main(config_path: Path, folder: Path, out: Path) -> None:
    """Write OUT, which --start of a training takes, from the model in FOLDER (align/builtin/de-ru-en)."""
    vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
    model = build(load_config(config_path)["translation"], vocabulary)
    take_variables(model, read_variables(folder / "model.bin"))
    torch.save({"model": model.state_dict()}, out)
    click.echo(f"{out}")


if __name__ == "__main__":
    main()
