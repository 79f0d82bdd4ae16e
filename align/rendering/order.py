"""The order in which rows of several texts are read: one text leads, the others are woven in."""

from __future__ import annotations

from collections.abc import Sequence

_HEAD = -1


def weave(items: Sequence[Sequence[tuple[int, ...]]]) -> list[int]:
    """Return the indices of ``items`` in reading order.

    ``items[i][c]`` holds the ascending statement ids of item ``i`` in text ``c``, or none. The first text
    leads: its items stand in its order. An item that only later texts have follows the item that holds their
    preceding statement. Each index comes back once; the time is that of sorting.
    """
    columns = max((len(item) for item in items), default=0)
    following: dict[int, int | None] = {_HEAD: None}
    for column in range(columns):
        present = [i for i, item in enumerate(items) if item[column]]
        anchor = _HEAD
        for i in sorted(present, key=lambda i: (items[i][column], i)):
            if i not in following:
                following[i], following[anchor] = following[anchor], i
            anchor = i
    return _walk(following)


def _walk(following: dict[int, int | None]) -> list[int]:
    order: list[int] = []
    at = following[_HEAD]
    while at is not None:
        order.append(at)
        at = following[at]
    return order
