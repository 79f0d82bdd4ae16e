from __future__ import annotations

from pathlib import Path

import torch
from torch import nn

from scripts.train import state


def trained_once(model: nn.Module) -> torch.optim.AdamW:
    optimiser = state.adam(model)
    optimiser.param_groups[0]["lr"] = 0.1
    model(torch.ones(2, 3)).sum().backward()
    optimiser.step()
    return optimiser


def test_a_training_goes_on_where_it_stopped(tmp_path: Path) -> None:
    model = nn.Linear(3, 2)
    optimiser = trained_once(model)
    state.save(tmp_path / "a.pt", model, optimiser, state.Progress(updates=1, pieces=6))
    other = nn.Linear(3, 2)
    again = state.adam(other)
    assert state.restore(tmp_path / "a.pt", other, again, "cpu") == state.Progress(updates=1, pieces=6)
    assert torch.equal(other.weight, model.weight)
    assert again.state_dict()["state"].keys() == optimiser.state_dict()["state"].keys()
    assert [path.name for path in tmp_path.iterdir()] == ["a.pt"]


def test_without_a_checkpoint_it_starts_at_nought(tmp_path: Path) -> None:
    model = nn.Linear(3, 2)
    before = model.weight.clone()
    assert state.restore(tmp_path / "a.pt", model, state.adam(model), "cpu") == state.Progress()
    assert torch.equal(model.weight, before)


def test_positions_are_not_trained() -> None:
    model = nn.ModuleDict({"embed_positions": nn.Embedding(4, 3), "layer": nn.Linear(3, 2)})
    assert state.millions(state.adam(model)) == 8 / 1e6
