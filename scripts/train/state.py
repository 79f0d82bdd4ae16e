"""Where a training stands: model, optimiser and progress, in one file from which it goes on."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import nn


@dataclass
class Progress:
    """Where a training stands; with the config and the data it fixes every later batch."""

    updates: int = 0
    pieces: int = 0  # source and target, padding left out
    stage: int = 0
    stage_pieces: int = 0
    round: int = 0
    batch: int = 0
    seconds: float = 0.0


def adam(model: nn.Module) -> torch.optim.AdamW:
    """Return the optimiser of a Marian model or a part of one; sinusoidal positions are not trained."""
    trained = [p for n, p in model.named_parameters() if "embed_positions" not in n]
    return torch.optim.AdamW(trained, lr=0.0, betas=(0.9, 0.98), eps=1e-9, weight_decay=0.0, fused=True)


def millions(optimiser: torch.optim.AdamW) -> float:
    """Return how many million parameters are trained."""
    return float(sum(p.numel() for group in optimiser.param_groups for p in group["params"]) / 1e6)


def save(path: Path, model: nn.Module, optimiser: torch.optim.AdamW, progress: Progress) -> None:
    """Write a checkpoint; one that stands there is replaced only by a whole one."""
    temporary = path.with_suffix(".tmp")
    torch.save(
        {
            "model": model.state_dict(),
            "optimiser": optimiser.state_dict(),
            "progress": asdict(progress),
        },
        temporary,
    )
    temporary.replace(path)


def restore(path: Path, model: nn.Module, optimiser: torch.optim.AdamW, device: str) -> Progress:
    """Fill model and optimiser from a checkpoint, and return its progress; without one, start at nought."""
    if not path.is_file():
        return Progress()
    state = torch.load(path, map_location=device, weights_only=True)
    model.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    return Progress(**state["progress"])
