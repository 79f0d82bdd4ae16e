"""Figures and names that stand in both of two texts."""

from __future__ import annotations

import pytest

from align.alignment.evidence import Side
from align.alignment.shared import shared_keys


@pytest.mark.parametrize(
    ("source", "target", "shared"),
    [
        (("Kulubajew kam nach Astana.", "de"), ("Кулубаев прибыл в Астану.", "ru"), 2),
        (("Es waren 1.400 Gäste.", "de"), ("There were 1,400 guests.", "en"), 1),
        (("Es waren 1400 Gäste.", "de"), ("Их было 1 400.", "ru"), 1),
        (("Es stieg um 2,5 Prozent.", "de"), ("It rose by 2.5 percent.", "en"), 1),
        (("Am 12. Mai 2015", "de"), ("in 2015, 12 days", "en"), 2),
        (("Es waren 2,5 Prozent.", "de"), ("It was 25 percent.", "en"), 0),
        (("Die WTO tagt.", "de"), ("The WTO meets.", "en"), 1),
        (("Es regnete in Bonn.", "de"), ("The bone is old.", "en"), 0),
    ],
)
def test_what_both_texts_have_is_shared(
    source: tuple[str, str], target: tuple[str, str], shared: int
) -> None:
    (left,), (right,) = shared_keys(Side((source[0],), source[1]), Side((target[0],), target[1]))
    assert left == right
    assert len(left) == shared


def test_a_word_is_a_name_where_it_mostly_has_a_capital() -> None:
    german = Side(("Brown kam spät.", "Kein Bär ist braun."), "de")
    once, often = Side(("Brown came late.",), "en"), Side(("Brown is a brown bear, not brown at all.",), "en")
    assert [len(keys) for keys in shared_keys(german, once)[0]] == [1, 0]
    assert shared_keys(german, often) == ([frozenset(), frozenset()], [frozenset()])


def test_statements_are_kept_where_they_share_nothing() -> None:
    assert shared_keys(Side(("Ja.", ""), "de"), Side((), "en")) == ([frozenset(), frozenset()], [])
