from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from align.alignment import nearest
from align.alignment.chain import longest_ascending
from align.alignment.nearest import mutual_nearest

MATRIX = hnp.arrays(
    np.float32,
    st.tuples(st.integers(1, 7), st.integers(1, 7)),
    elements=st.integers(0, 40).map(lambda x: x / 20),
)


@given(st.lists(st.integers(0, 9), max_size=8))
def test_no_ascending_part_is_longer(targets: list[int]) -> None:
    pairs = list(enumerate(targets))
    chain = longest_ascending(pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))
    assert set(chain) <= set(pairs)
    longest = max(
        (
            k
            for k in range(len(pairs) + 1)
            for part in combinations(targets, k)
            if list(part) == sorted(set(part))
        ),
        default=0,
    )
    assert len(chain) == longest


@given(MATRIX, st.integers(1, 8))
def test_mutual_nearest_is_what_the_whole_matrix_says(matrix: npt.NDArray[np.float32], block: int) -> None:
    size, nearest._BLOCK = nearest._BLOCK, block
    try:
        found = mutual_nearest(lambda rows, columns: matrix[rows, columns], matrix.shape)
    finally:
        nearest._BLOCK = size
    for i, j, cost, margin in zip(found.source, found.target, found.cost, found.margin, strict=True):
        assert cost == matrix[i].min() == matrix[:, j].min() == matrix[i, j]
        others = np.concatenate((np.delete(matrix[i], j), np.delete(matrix[:, j], i)))
        assert margin == min(1, others.min() - cost) if len(others) else margin == 1
