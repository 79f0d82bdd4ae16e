"""What can be read off the originals without a model, and the search for it."""

from __future__ import annotations

from align.evidence.dates import Date, dates
from align.evidence.name import Name
from align.evidence.names import names
from align.evidence.numbers import Number, numbers
from align.evidence.quotations import Quotation, quotations
from align.evidence.search import ReportSearch, mentions, search_index
from align.evidence.statement import StatementEvidence, statement_evidence
from align.evidence.transliteration import SAME_NAME, latin, name_similarity

__all__ = [
    "SAME_NAME",
    "Date",
    "Name",
    "Number",
    "Quotation",
    "ReportSearch",
    "StatementEvidence",
    "dates",
    "latin",
    "mentions",
    "name_similarity",
    "names",
    "numbers",
    "quotations",
    "search_index",
    "statement_evidence",
]
