"""Cross-entropy of a linear layer in chunks of rows, so that few passes go over the matrix of logits.

On a CPU most of the time of a small translation model goes into these passes; here a chunk stays in the cache
until it has become its gradient, in the forward pass.
"""

from __future__ import annotations

from typing import Any

import torch

ROWS = 128  # 128 x 6,500 float32 logits are 3 MB; a GPU takes more at a time
ROWS_CUDA = 8192


class LinearCrossEntropy(torch.autograd.Function):
    """Mean cross-entropy of ``hidden @ table.T`` with label smoothing, and without, which has no gradient.

    ``hidden`` is rows x width, ``table`` classes x width, ``labels`` rows. The matrix products run in
    bfloat16, the rest in float32.
    """

    @staticmethod
    def forward(
        ctx: Any, hidden: torch.Tensor, table: torch.Tensor, labels: torch.Tensor, smoothing: float
    ) -> tuple[torch.Tensor, torch.Tensor]:
        rows, classes = len(hidden), len(table)
        states, weights = hidden.bfloat16(), table.bfloat16()
        d_logits = torch.empty((rows, classes), dtype=torch.bfloat16, device=hidden.device)
        nll = torch.zeros((), device=hidden.device)
        spread = torch.zeros((), device=hidden.device)
        step = ROWS_CUDA if hidden.is_cuda else ROWS
        for first in range(0, rows, step):
            chunk, own = states[first : first + step], labels[first : first + step, None]
            logits = (chunk @ weights.T).float()
            total = logits.logsumexp(1, keepdim=True)
            nll += (total - logits.gather(1, own)).sum()
            spread += (total - logits.mean(1, keepdim=True)).sum()
            gradient = logits.sub_(total).exp_().sub_(smoothing / classes)
            gradient.scatter_add_(1, own, torch.full_like(own, smoothing - 1, dtype=torch.float32))
            d_logits[first : first + step] = gradient
        ctx.save_for_backward(d_logits @ weights, d_logits.T @ states)
        ctx.rows, ctx.kind = rows, hidden.dtype
        plain = nll / rows
        ctx.mark_non_differentiable(plain)
        return (1 - smoothing) * plain + smoothing * spread / rows, plain

    @staticmethod
    def backward(ctx: Any, *gradients: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
        d_hidden, d_table = ctx.saved_tensors
        scale = gradients[0] / ctx.rows
        return (d_hidden * scale).to(ctx.kind), d_table.float() * scale, None, None
