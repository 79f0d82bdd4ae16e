"""Links between the statements of two texts, and of all reports of one event."""

from align.alignment.beads import Bead
from align.alignment.event import EventLinks, link_event, may_be_linked_together
from align.alignment.pair import Order, Pairing, pair_reports

__all__ = [
    "Bead",
    "EventLinks",
    "Order",
    "Pairing",
    "link_event",
    "may_be_linked_together",
    "pair_reports",
]
