"""Links between the statements of two texts."""

from align.alignment.beads import Bead
from align.alignment.pair import Order, Pairing, pair_reports

__all__ = ["Bead", "Order", "Pairing", "pair_reports"]
