from __future__ import annotations

from pathlib import Path

import torch
from click.testing import CliRunner

from scripts.train.average import main


def test_the_mean_of_checkpoints_has_the_progress_of_the_last(tmp_path: Path) -> None:
    for number, weight in enumerate((1.0, 2.0, 6.0)):
        model = {"layer.weight": torch.full((2, 2), weight), "steps": torch.tensor(number)}
        torch.save({"model": model, "progress": {"updates": number}}, tmp_path / f"{number}.pt")
    arguments = [str(tmp_path / name) for name in ("mean.pt", "0.pt", "1.pt", "2.pt")]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    found = torch.load(tmp_path / "mean.pt", weights_only=True)
    assert found["model"]["layer.weight"].tolist() == [[3.0, 3.0], [3.0, 3.0]]
    assert found["model"]["steps"].item() == 2
    assert found["progress"] == {"updates": 2}
