from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from scripts.train.entropy import LinearCrossEntropy


@pytest.mark.parametrize("rows", [1, 128, 300])
def test_loss_and_gradients_are_those_of_a_plain_cross_entropy(rows: int) -> None:
    torch.manual_seed(rows)
    hidden, table = torch.randn(rows, 32), 0.3 * torch.randn(200, 32)
    labels = torch.randint(0, 200, (rows,))
    plain = [part.clone().requires_grad_() for part in (hidden, table)]
    expected = functional.cross_entropy(plain[0] @ plain[1].T, labels, label_smoothing=0.05)
    expected.backward()
    ours = [part.clone().requires_grad_() for part in (hidden, table)]
    loss, unsmoothed = LinearCrossEntropy.apply(*ours, labels, 0.05)
    loss.backward()
    assert loss.item() == pytest.approx(expected.item(), rel=2e-3)
    assert unsmoothed.item() == pytest.approx(
        functional.cross_entropy(hidden @ table.T, labels).item(), rel=2e-3
    )
    for mine, theirs in zip(ours, plain, strict=True):
        assert (mine.grad - theirs.grad).norm() < 0.02 * theirs.grad.norm()
