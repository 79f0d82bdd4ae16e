"""A training that can be stopped and goes on: model, optimiser and progress in one file, and the loop."""

from __future__ import annotations

import signal
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Generic, TypeVar

import click
import torch
from torch import nn

SAVED_EVERY = 240  # seconds

Batch = TypeVar("Batch")


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


class Training(ABC, Generic[Batch]):
    """A model with its optimiser and progress; what it learns from is the matter of its kinds."""

    model: nn.Module
    optimiser: torch.optim.AdamW
    progress: Progress
    checkpoint: Path

    @abstractmethod
    def stream(self) -> Iterator[Batch]:
        """Yield the batches that are left, and keep ``progress`` at the next one."""

    @abstractmethod
    def loss(self, batch: Batch) -> tuple[torch.Tensor, float, int]:
        """Return the loss, the figure to be shown for it, and how many pieces the batch holds."""

    @abstractmethod
    def rate(self) -> float:
        """Return the learning rate of the next update."""

    def save(self) -> None:
        save(self.checkpoint, self.model, self.optimiser, self.progress)

    def train(self, minutes: float, updates: int) -> None:
        """Go on until the batches end, the time is up, or the process is told to stop; then save."""
        stopped: list[int] = []
        signal.signal(signal.SIGTERM, lambda number, _: stopped.append(number))
        log, saved = _Log(self.progress), time.time()
        last = self.progress.updates + updates
        for batch in self.stream():
            shown, pieces = self.update(batch)
            log.add(shown, pieces)
            if self.progress.updates % 100 == 0:
                log.show(self.rate())
            if time.time() - saved > SAVED_EVERY:
                self.save()
                saved = time.time()
            if stopped or log.elapsed > minutes * 60 or self.progress.updates >= last:
                break
        self.save()

    def update(self, batch: Batch) -> tuple[float, int]:
        loss, shown, pieces = self.loss(batch)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate()
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.progress.updates += 1
        self.progress.pieces += pieces
        self.progress.stage_pieces += pieces
        return shown, pieces


class _Log:
    """What a run of a training prints: a running mean, the speed and the time in all."""

    def __init__(self, progress: Progress) -> None:
        self.progress, self.before = progress, progress.seconds
        self.started, self.cpu = time.time(), time.process_time()
        self.elapsed, self.running, self.pieces = 0.0, 0.0, 0

    def add(self, shown: float, pieces: int) -> None:
        self.running = 0.98 * self.running + 0.02 * shown if self.running else shown
        self.pieces += pieces
        self.elapsed = time.time() - self.started
        self.progress.seconds = self.before + self.elapsed

    def show(self, rate: float) -> None:
        progress = self.progress
        click.echo(
            f"update {progress.updates} stage {progress.stage} pieces {progress.pieces / 1e6:.2f} M "
            f"shown {self.running:.3f} rate {rate:.2e} {self.pieces / self.elapsed:.0f} pieces/s "
            f"cpu/wall {(time.process_time() - self.cpu) / self.elapsed:.2f} "
            f"hours {progress.seconds / 3600:.2f}"
        )
