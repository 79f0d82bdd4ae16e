"""Beads without the statements that do not belong to them."""

from __future__ import annotations

from dataclasses import replace

from align.alignment.beads import Bead, Costs

# A statement at the edge of a bead goes where the rest is so much closer without it.
CLOSER = 0.03


def trimmed(bead: Bead, costs: Costs) -> Bead:
    """Return the bead without edge statements that only add distance; at least one a side is left."""
    while True:
        shorter = [replace(bead, cost=0.0, **edge) for edge in _edges(bead)]
        priced = [replace(other, cost=costs.distance(other)) for other in shorter]
        best = min(priced, key=lambda other: other.cost, default=bead)
        if best.cost > bead.cost - CLOSER:
            return bead
        bead = best


def _edges(bead: Bead) -> list[dict[str, int]]:
    edges: list[dict[str, int]] = []
    if bead.source_end - bead.source_start > 1:
        edges += [{"source_start": bead.source_start + 1}, {"source_end": bead.source_end - 1}]
    if bead.target_end - bead.target_start > 1:
        edges += [{"target_start": bead.target_start + 1}, {"target_end": bead.target_end - 1}]
    return edges
