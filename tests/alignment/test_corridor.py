from __future__ import annotations

from unittest import mock

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from align.alignment import corridor as module
from align.alignment.corridor import corridor


def test_short_texts_are_searched_whole() -> None:
    vectors = np.eye(8, dtype=np.float32)
    assert corridor(vectors, vectors) is None


@settings(max_examples=25)
@given(st.integers(0, 10_000), st.integers(0, 200), st.integers(0, 200))
def test_the_corridor_holds_the_counterparts(seed: int, start: int, gap: int) -> None:
    rng = np.random.default_rng(seed)
    source = rng.normal(size=(900, 24)).astype(np.float32)
    kept = np.r_[start:400, 400 + gap : 900]
    target = source[kept] + 0.3 * rng.normal(size=(len(kept), 24)).astype(np.float32)
    with mock.patch.object(module, "WHOLE", 100):
        found = corridor(source, target)
    assert found is not None
    low, high = found
    position = np.arange(len(kept))
    assert (low[kept] <= position).mean() > 0.99
    assert (position < high[kept]).mean() > 0.99
    assert (high - low).max() < len(kept)


def test_unlike_texts_still_get_windows() -> None:
    rng = np.random.default_rng(0)
    with mock.patch.object(module, "WHOLE", 10):
        found = corridor(rng.normal(size=(100, 4)).astype(np.float32), np.zeros((70, 4), np.float32))
    assert found is not None
    assert (found[0] < found[1]).all()
    assert (found[1] <= 70).all()
