"""From the distance of a bead to the probability that it is right."""

from __future__ import annotations

import math
from typing import Literal

from align.alignment.beads import Bead

# Logistic regression on the development sets; scripts/fit_confidence prints these lines.
# Intercept, distance above the typical one, typical distance, statements beyond one a side.
WEIGHTS: dict[str, tuple[float, float, float, float]] = {
    "monotone": (7.21, -12.04, -3.12, -2.47),
    "free": (10.10, -6.04, -15.06, 0.14),
}
# Intercept, and cost of the nearest statement of the other report. Not a fit: the line through two groups of
# unlinked statements of corpora/bishkek, of which 24 % were absent at a cost of .67 and 73 % at .90.
ABSENCE = (-7.40, 9.30)


def absence(cost: float) -> float:
    """Return the probability in (0, 1) that a report without a link to a statement does not say it.

    ``cost`` is that of the nearest single statement of the report.
    """
    intercept, per_cost = ABSENCE
    return round(1 / (1 + math.exp(-(intercept + per_cost * cost))), 4)


def confidence(bead: Bead, *, order: Literal["monotone", "free"], typical: float) -> float:
    """Return the probability in (0, 1) that exactly these statements say the same.

    ``typical`` is the cost of a typical right pair of the two texts (``Mutual.typical``).
    """
    intercept, *weights = WEIGHTS[order]
    logit = intercept + sum(w * x for w, x in zip(weights, features(bead, typical), strict=True))
    return round(1 / (1 + math.exp(-logit)), 4)


def features(bead: Bead, typical: float) -> tuple[float, float, float]:
    """Return distance above the typical one, typical distance, statements beyond one a side."""
    count = bead.source_end - bead.source_start + bead.target_end - bead.target_start
    return bead.cost - typical, typical, float(count - 2)
