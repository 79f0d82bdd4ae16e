"""Cut a checkpoint into small half-precision pieces, and join them again.

For machines that give back only small files: the weights in float16, the optimiser's moments in bfloat16
(of squares the roots, since the squares would vanish), cut into files of 15 MiB at most.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import click
import torch

PIECE = 15 << 20  # bytes
PATTERN = "piece-{:02d}"
SQUARES = "exp_avg_sq"


def split(checkpoint: Path, folder: Path) -> list[Path]:
    """Write the checkpoint as pieces and return them; older pieces in the folder are removed."""
    state = torch.load(checkpoint, map_location="cpu", weights_only=True)
    state["model"] = {name: _half(tensor) for name, tensor in state["model"].items()}
    state["optimiser"]["state"] = {
        key: {name: _packed(name, value) for name, value in moments.items()}
        for key, moments in state["optimiser"]["state"].items()
    }
    buffer = io.BytesIO()
    torch.save(state, buffer)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(PATTERN.format(0)[:-2] + "*"):
        old.unlink()
    data = buffer.getvalue()
    written = []
    for number, first in enumerate(range(0, len(data), PIECE)):
        written.append(folder / PATTERN.format(number))
        written[-1].write_bytes(data[first : first + PIECE])
    return written


def join(folder: Path, checkpoint: Path) -> None:
    """Write the checkpoint that the pieces of the folder make, in float32 again."""
    pieces = sorted(folder.glob(PATTERN.format(0)[:-2] + "*"))
    if not pieces:
        raise click.ClickException(f"{folder}: no pieces of a checkpoint there")
    buffer = io.BytesIO(b"".join(piece.read_bytes() for piece in pieces))
    state = torch.load(buffer, map_location="cpu", weights_only=True)
    state["model"] = {name: _full(tensor) for name, tensor in state["model"].items()}
    state["optimiser"]["state"] = {
        key: {name: _unpacked(name, value) for name, value in moments.items()}
        for key, moments in state["optimiser"]["state"].items()
    }
    torch.save(state, checkpoint)


def _half(tensor: torch.Tensor) -> torch.Tensor:
    return tensor.half() if tensor.dtype == torch.float32 else tensor


def _full(tensor: torch.Tensor) -> torch.Tensor:
    return tensor.float() if tensor.is_floating_point() else tensor


def _packed(name: str, value: Any) -> Any:
    if not isinstance(value, torch.Tensor) or value.ndim == 0:
        return value
    return (value.sqrt() if name == SQUARES else value).bfloat16()


def _unpacked(name: str, value: Any) -> Any:
    if not isinstance(value, torch.Tensor) or value.ndim == 0:
        return value
    return value.float().square() if name == SQUARES else value.float()


@click.command()
@click.argument("action", type=click.Choice(["split", "join"]))
@click.argument("checkpoint", type=click.Path(path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path))
def main(action: str, checkpoint: Path, folder: Path) -> None:
    """Split CHECKPOINT into FOLDER, or join it from there."""
    if action == "split":
        for path in split(checkpoint, folder):
            click.echo(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    else:
        join(folder, checkpoint)
        click.echo(f"{checkpoint}: {checkpoint.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
