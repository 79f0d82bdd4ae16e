from __future__ import annotations

from pathlib import Path

import click
import pytest
import torch
from torch import nn

from scripts.train import pieces, state


@pytest.fixture
def checkpoint(tmp_path: Path) -> Path:
    torch.manual_seed(1)
    model = nn.Linear(30, 20)
    optimiser = state.adam(model)
    optimiser.param_groups[0]["lr"] = 0.01
    # Gradients so small that their squares are nothing in half precision.
    (model(torch.randn(8, 30)).square().mean() * 1e-5).backward()
    optimiser.step()
    state.save(tmp_path / "a.pt", model, optimiser, state.Progress(updates=1, pieces=8))
    return tmp_path / "a.pt"


def test_a_checkpoint_comes_back_from_its_pieces(
    checkpoint: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "PIECE", 1000)
    written = pieces.split(checkpoint, tmp_path / "cut")
    assert len(written) > 2
    assert max(path.stat().st_size for path in written) <= 1000
    pieces.join(tmp_path / "cut", tmp_path / "b.pt")
    model = nn.Linear(30, 20)
    optimiser = state.adam(model)
    assert state.restore(tmp_path / "b.pt", model, optimiser, "cpu") == state.Progress(updates=1, pieces=8)
    old = torch.load(checkpoint, weights_only=True)
    assert torch.allclose(model.weight, old["model"]["weight"], atol=1e-3)
    for key, moments in old["optimiser"]["state"].items():
        found = optimiser.state_dict()["state"][key]
        assert torch.allclose(found["exp_avg_sq"], moments["exp_avg_sq"], rtol=0.02, atol=0)
        assert found["exp_avg_sq"].max() > 0


def test_pieces_of_an_older_checkpoint_are_removed(checkpoint: Path, tmp_path: Path) -> None:
    (tmp_path / "cut").mkdir()
    (tmp_path / "cut" / "piece-07").write_bytes(b"old")
    assert [path.name for path in pieces.split(checkpoint, tmp_path / "cut")] == ["piece-00"]
    assert [path.name for path in (tmp_path / "cut").iterdir()] == ["piece-00"]


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(click.ClickException, match="no pieces"):
        pieces.join(tmp_path, tmp_path / "b.pt")
