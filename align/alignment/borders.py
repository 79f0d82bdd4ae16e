"""Hard borders: places in both of two texts that no link crosses.

They are marks, statements of their own such as ``.EOA`` or ``<p>``, or the ends of paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt

from align._exceptions import InputError
from align.report import Report, Statement

# The mark for the end of an article in corpora of newspapers. Texts need not have it.
END_OF_ARTICLE = ".EOA"
# Instead of a mark: the paragraphs of both texts.
PARAGRAPH = "paragraph"

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Borders:
    """In which stretch between hard borders each statement stands, by id, and the ids of the marks."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    marks: tuple[tuple[int, int], ...] = ()

    def stretches(self, source: Sequence[Statement], target: Sequence[Statement]) -> tuple[Ints, Ints]:
        """Return the numbers of the stretches of some statements."""
        return (
            np.array([self.source[statement.id] for statement in source], dtype=np.int64),
            np.array([self.target[statement.id] for statement in target], dtype=np.int64),
        )


def hard_borders(source: Report, target: Report, mark: str | None) -> Borders | None:
    """Return the hard borders of two texts.

    ``mark`` is the text of the statements that are one, ``PARAGRAPH`` for the ends of paragraphs; ``None``
    for no borders, as for texts without ``END_OF_ARTICLE``. Raises ``InputError`` if the texts do not have
    the same number of them, or none of another mark.
    """
    if mark is None:
        return None
    if mark == PARAGRAPH:
        left, right = _paragraphs(source), _paragraphs(target)
        _check(source, target, (_last(left), _last(right)), "paragraphs")
        return Borders(left, right)
    marks = [[s.id for s in report.statements if s.text.strip() == mark] for report in (source, target)]
    if not any(marks):
        if mark == END_OF_ARTICLE:
            return None
        raise InputError(f"neither {_name(source)} nor {_name(target)} has a statement “{mark}” as a border")
    _check(source, target, (len(marks[0]), len(marks[1])), f"hard borders “{mark}”")
    left, right = (_counted(report, ids) for report, ids in zip((source, target), marks, strict=True))
    return Borders(left, right, tuple(zip(*marks, strict=True)))


def allowed(
    stretches: tuple[Ints, Ints], shape: tuple[int, int], ends: tuple[int, int], others: tuple[int, int]
) -> npt.NDArray[np.bool_]:
    """Return which beads of a shape lie between the same hard borders; source x target borders.

    The beads end at the borders from the first to the last of ``ends`` and ``others``, and begin within the
    text.
    """
    (source, alone), (target, others_alone) = (
        (side[first - count : last - count + 1], side[first - 1 : last])
        for side, count, (first, last) in zip(stretches, shape, (ends, others), strict=True)
    )
    within = (source == alone)[:, None] & (target == others_alone)
    return np.asarray(within & (source[:, None] == target))


def _paragraphs(report: Report) -> tuple[int, ...]:
    both = pairwise(report.statements)
    return _counted(report, [later.id for earlier, later in both if earlier.paragraph != later.paragraph])


def _counted(report: Report, begins: Sequence[int]) -> tuple[int, ...]:
    """Return the number of each statement's stretch, given the statements that begin one but the first."""
    at = set(begins)
    return tuple(accumulate(int(statement.id in at) for statement in report.statements))


def _last(stretches: tuple[int, ...]) -> int:
    return max(stretches, default=-1) + 1


def _check(source: Report, target: Report, counts: tuple[int, int], what: str) -> None:
    if counts[0] != counts[1]:
        raise InputError(
            f"{_name(source)} has {counts[0]} {what}, {_name(target)} has {counts[1]}: they must be as many; "
            "mend the texts, or align without borders"
        )


def _name(report: Report) -> str:
    return report.path or report.id
