"""What is read off two texts, and what that leaves behind."""

from __future__ import annotations

import gc

import pytest

from align.alignment import evidence
from align.alignment.evidence import Evidence, Side
from align.api import default_embedder
from align.embedding import unit

SIDES = (Side(("Am 3. März kamen 12 Minister nach Wien.",), "de"), Side(("It rained.",), "en"))


@pytest.mark.parametrize("collecting", [True, False])
def test_garbage_is_collected_afterwards_as_before(
    monkeypatch: pytest.MonkeyPatch, *, collecting: bool
) -> None:
    seen = []

    def interrupted(text: str, language: str) -> frozenset[str]:
        seen.append(gc.isenabled())
        raise KeyboardInterrupt

    monkeypatch.setattr(evidence, "_keys", interrupted)
    was = gc.isenabled()
    (gc.enable if collecting else gc.disable)()
    try:
        with pytest.raises(KeyboardInterrupt):
            Evidence(*SIDES, default_embedder())
        assert (seen, gc.isenabled()) == ([False], collecting)
    finally:
        (gc.enable if was else gc.disable)()


def test_a_statement_that_shares_figures_and_places_is_nearer() -> None:
    far = Side(("There were 12 ministers in Vienna on 3 March.", "There were ministers somewhere."), "en")
    found = Evidence(SIDES[0], far, default_embedder())
    (own,), (near, other) = unit(found.vectors(SIDES[0])), unit(found.vectors(far))
    assert own @ near > own @ other
