"""From the distance of a bead to the probability that it is right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

from align.alignment.beads import Bead, Costs
from align.alignment.nearest import Mutual

# No bead is less likely than that, nor likelier than one less that.
LEAST = 1e-6
# Typical distances of the constructed documents reach .62 in 97 of 100, those of unrelated ones begin at .73,
# with either built-in embedder.
STRANGE = 0.62
FEW = 2.0  # by so many pairs half is told of how strange two texts are
Told = Literal["monotone", "free", "plain"]

# Logistic regression on the development sets; scripts/fit_confidence prints the first two lines.
# In order: intercept, log odds over all alignments (``marginals``), statements beyond one a side, typical
# distance beyond that of translations. In any order: intercept, distance above the typical one, typical
# distance, statements beyond one a side, the margin over other statements, and the logarithm of how many
# beads stand in the same run. In plain language the log odds are known: plain.json holds the weights of what
# tells them.
WEIGHTS: dict[Told, tuple[float, ...]] = {
    "monotone": (0.39, 0.52, -0.45, -25.66),
    "free": (4.69, -1.75, -8.95, -0.30, 10.22, 0.45),
    "plain": (0.0, 1.0),
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


def confidence(features: Sequence[float], *, told: Told) -> float:
    """Return the probability in (0, 1) that exactly these statements say the same.

    ``features`` are those of ``in_order``, ``in_any_order`` or ``plain.in_plain``.
    """
    intercept, *weights = WEIGHTS[told]
    logit = intercept + sum(w * x for w, x in zip(weights, features, strict=True))
    return round(1 / (1 + math.exp(-logit)), 4)


def in_order(bead: Bead, probability: float, mutual: Mutual) -> tuple[float, ...]:
    """Return the log odds of a bead, statements beyond one a side, how strange the texts are to each other.

    ``probability`` is the bead's marginal, ``mutual`` are the mutually nearest statements of the texts.
    """
    likely = min(max(probability, LEAST), 1 - LEAST)
    pairs = len(mutual.source)
    strange = max(0.0, mutual.typical - STRANGE) * pairs / (pairs + FEW)
    return math.log(likely / (1 - likely)), _joined(bead), strange


def in_any_order(bead: Bead, costs: Costs, run: int) -> tuple[float, ...]:
    """Return distance above the typical one, typical distance, statements beyond one a side, and two more.

    They are the margin, and the logarithm of how many beads the bead's run has.
    """
    typical = costs.mutual.typical
    return bead.cost - typical, typical, _joined(bead), costs.margin(bead), min(math.log(run), 2.5)


def _joined(bead: Bead) -> float:
    return float(bead.source_end - bead.source_start + bead.target_end - bead.target_start - 2)
