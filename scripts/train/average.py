"""Average the weights of several checkpoints of one training (Junczys-Dowmunt et al., 2016)."""

from __future__ import annotations

from pathlib import Path

import click
import torch


def average(checkpoints: list[Path]) -> dict[str, torch.Tensor]:
    """Return the mean of the weights, by name; what is no floating-point number is that of the last one."""
    total: dict[str, torch.Tensor] = {}
    for path in checkpoints:
        model = torch.load(path, map_location="cpu", weights_only=True)["model"]
        for name, tensor in model.items():
            known = total.get(name)
            total[name] = tensor if known is None or not tensor.is_floating_point() else known + tensor
    return {
        name: tensor / len(checkpoints) if tensor.is_floating_point() else tensor
        for name, tensor in total.items()
    }


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.argument("checkpoints", type=click.Path(path_type=Path, exists=True), nargs=-1, required=True)
def main(out: Path, checkpoints: tuple[Path, ...]) -> None:
    """Write OUT with the mean of the weights of CHECKPOINTS; the rest is that of the last one."""
    last = torch.load(checkpoints[-1], map_location="cpu", weights_only=True)
    torch.save({**last, "model": average(list(checkpoints))}, out)


if __name__ == "__main__":
    main()
