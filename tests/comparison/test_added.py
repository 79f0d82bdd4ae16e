"""What is seen of words of which it is asked whether the other side has them."""

from __future__ import annotations

import numpy as np
import pytest

from align.comparison.added import AROUND, Line, Seen, learned


def seen(like: list[float], clauses: list[int], **more: object) -> Seen:
    none = np.zeros(len(like), dtype=np.bool_)
    given = {
        "like": np.array(like, dtype=np.float32),
        "shared": none,
        "lacking": none,
        "clauses": np.array(clauses, dtype=np.int64),
        "longer": 0.0,
        "same_language": True,
    }
    return Seen(**{**given, **more})  # type: ignore[arg-type]


def test_signs_of_words_around_with_all_that_is_alike_the_same() -> None:
    signs = seen([1.0, 0.0, 0.5, 0.2], [0, 0, 1, 1]).signs()
    expected = {
        "": [0.6, 0.0, 0.5, 0.2],
        " beside": [0.0, 0.55, 0.1, 0.5],
        " near": [0.5, 0.2, 0.6, 0.0],
        " clause": [0.3, 0.3, 0.35, 0.35],
        " statement": [0.325] * 4,
    }
    assert expected.keys() == set(AROUND)
    for where, values in expected.items():
        assert signs[f"like{where}"].tolist() == pytest.approx(values)


def test_a_word_alone_has_itself_for_neighbour() -> None:
    signs = seen([0.4], [0]).signs()
    assert [signs[f"like{where}"].tolist() for where in AROUND] == [pytest.approx([0.4])] * 5


def test_no_words_have_no_signs() -> None:
    assert all(values.size == 0 for values in seen([], []).signs().values())


def test_weights_come_with_the_package_for_all_that_may_be_seen() -> None:
    values = np.array([0.5, 0.1], dtype=np.float32)
    for same in (True, False):
        for looked in (None, values):
            for likely in (None, values):
                found = seen([0.1, 0.9], [0, 0], same_language=same, looked_at=looked, likely=likely)
                odds = learned()[found.kind].odds(found.signs())
                assert odds.shape == (2,)
                assert odds[0] > odds[1]


def test_a_line_weighs_signs() -> None:
    line = Line(1.0, {"like": -2.0, "longer": 1.0})
    assert line.odds(seen([0.5, 1.0], [0, 0], longer=0.25).signs()).tolist() == pytest.approx([0.25, 0.05])
