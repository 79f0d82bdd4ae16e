"""What statements have in common word for word."""

from __future__ import annotations

import numpy as np
import pytest

from align.alignment.telling import Telling
from align.api import default_embedder

TEXTS = {
    "de": ["Der Hafen von Turkmenbaschi bleibt geschlossen.", "Der Hafen beschäftigt 900 Menschen."],
    "en": [
        "Nine hundred people work at the harbour.",
        "The harbour of Turkmenbashi stays closed.",
        "The weather is fine.",
    ],
}


@pytest.fixture(scope="module")
def telling() -> Telling:
    return Telling(TEXTS, {"de": "de", "en": "en"}, default_embedder())


def test_most_is_told_by_the_statement_that_says_the_same(telling: Telling) -> None:
    told = telling.told("de", "en")
    assert told.amounts.shape == (2, 3)
    assert told.amounts[0].argmax() == 1
    assert told.shares[0, 1] > 0.5
    assert told.shares[0, 2] < 0.2


def test_a_name_meets_its_other_spelling_and_is_rarer_than_a_word_of_all(telling: Telling) -> None:
    rarest = telling.told("de", "en").rarest
    assert rarest[0, 1] > rarest[0, 0]


def test_words_that_others_have_tell_less(telling: Telling) -> None:
    harbour, turkmenbashi, weather = telling.amounts("en")
    assert weather > turkmenbashi
    assert harbour > 0


def test_reports_without_words_tell_nothing() -> None:
    telling = Telling({"a": ["…"], "b": []}, {"a": "de", "b": "en"}, default_embedder())
    assert telling.told("a", "b").amounts.shape == (1, 0)
    assert np.array_equal(telling.amounts("a"), [0.0])
