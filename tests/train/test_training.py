"""The loop of all trainings on a model of one layer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import torch
from torch import nn

from scripts.train import state


class Doubling(state.Training[int]):
    """Learns to double numbers; a batch is a seed."""

    def __init__(self, checkpoint: Path) -> None:
        self.checkpoint = checkpoint
        torch.manual_seed(1)
        self.model = nn.Linear(1, 1)
        self.optimiser = state.adam(self.model)
        self.progress = state.restore(checkpoint, self.model, self.optimiser, "cpu")

    def stream(self) -> Iterator[int]:
        while self.progress.batch < 40:
            self.progress.batch += 1
            yield self.progress.batch

    def loss(self, batch: int) -> tuple[torch.Tensor, float, int]:
        x = torch.randn(8, 1, generator=torch.Generator().manual_seed(batch))
        loss = (self.model(x) - 2 * x).square().mean()
        return loss, float(loss.detach()), len(x)

    def rate(self) -> float:
        return 0.1


def test_a_training_in_two_runs_is_that_in_one(tmp_path: Path) -> None:
    whole = Doubling(tmp_path / "whole.pt")
    whole.train(minutes=1, updates=1000)
    Doubling(tmp_path / "parts.pt").train(minutes=1, updates=15)
    second = Doubling(tmp_path / "parts.pt")
    assert second.progress.updates == 15
    second.train(minutes=1, updates=1000)
    assert (second.progress.updates, second.progress.pieces) == (40, 320)
    assert torch.equal(second.model.weight, whole.model.weight)
    assert abs(whole.model.weight.item() - 2) < 0.5


def test_time_that_is_up_stops_it_and_saves(tmp_path: Path) -> None:
    Doubling(tmp_path / "a.pt").train(minutes=0, updates=1000)
    assert 0 < Doubling(tmp_path / "a.pt").progress.updates < 40
