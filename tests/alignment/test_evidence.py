"""What is read off two texts, and what that leaves behind."""

from __future__ import annotations

from align.alignment.evidence import Evidence, Side
from align.api import default_embedder
from align.embedding import unit

SIDES = (Side(("Am 3. März kamen 12 Minister nach Wien.",), "de"), Side(("It rained.",), "en"))


def test_a_statement_that_shares_figures_and_places_is_nearer() -> None:
    far = Side(("There were 12 ministers in Vienna on 3 March.", "There were ministers somewhere."), "en")
    found = Evidence(SIDES[0], far, default_embedder())
    (own,), (near, other) = unit(found.vectors(SIDES[0])), unit(found.vectors(far))
    assert own @ near > own @ other
