"""What a reader of the page corrected: read from its file, and applied to links and findings."""

from align.corrections.apply import Resolved, corrected_links, resolve, without_wrong
from align.corrections.document import SCHEMA, load, parse, schema
from align.corrections.nouns import Corrections, FindingCorrection, LinkCorrection, Place, Side

__all__ = [
    "SCHEMA",
    "Corrections",
    "FindingCorrection",
    "LinkCorrection",
    "Place",
    "Resolved",
    "Side",
    "corrected_links",
    "load",
    "parse",
    "resolve",
    "schema",
    "without_wrong",
]
