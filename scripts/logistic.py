"""Logistic regression with a ridge, and how well probabilities are calibrated, for the scripts that fit."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
RIDGE = 1.0
_DONE = 1e-6


def fit(rows: Floats, *, ridge: float = RIDGE, counts: Floats | None = None) -> Floats:
    """Return intercept and weights, by Newton's method; the last column of ``rows`` is 0 or 1.

    ``ridge`` weighs the squares of the weights, in units of the deviation of each column. Each row counts
    ``counts`` times, or once.
    """
    counts = np.ones(len(rows)) if counts is None else counts
    mean, spread = rows[:, :-1].mean(axis=0), rows[:, :-1].std(axis=0)
    spread[spread == 0] = 1.0
    x = np.column_stack((np.ones(len(rows)), (rows[:, :-1] - mean) / spread))
    y = rows[:, -1]
    penalty = ridge * np.diag([0.0] + [1.0] * (x.shape[1] - 1))
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = (x * (counts * p * (1 - p))[:, None]).T @ x + penalty
        change = np.linalg.solve(hessian, x.T @ (counts * (y - p)) - penalty @ weights)
        weights += change
        if np.abs(change).max() < _DONE:
            break
    slopes = weights[1:] / spread
    return np.array([weights[0] - slopes @ mean, *slopes])


def predicted(rows: Floats, weights: Floats) -> Floats:
    """Return the probability of each row; its last column is left out."""
    return np.asarray(1 / (1 + np.exp(-(weights[0] + rows[:, :-1] @ weights[1:]))))


def foretold(parts: list[Floats]) -> Floats:
    """Return the probability of each row of each part by what is fitted on the other parts."""
    return np.concatenate(
        [
            predicted(rows, fit(np.concatenate([other for other in parts if other is not rows])))
            for rows in parts
        ]
    )


def reliability(name: str, p: Floats, y: Floats) -> str:
    """Return the expected calibration error of probabilities over ten bins, and a line for each bin.

    ``y`` is what was observed, 0 or 1 or a share.
    """
    bins = np.minimum((p * 10).astype(int), 9)
    each = [bins == b for b in sorted(set(bins.tolist()))]
    error = sum(abs(float((p - y)[b].sum())) for b in each) / len(p)
    lines = [f"# {name}: calibration error {error:.3f} on {len(p)}"]
    lines += [f"#   predicted {p[b].mean():.2f} observed {y[b].mean():.2f} ({b.sum()})" for b in each]
    return "\n".join(lines)
