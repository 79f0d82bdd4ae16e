"""Python's cyclic garbage collector, held back while much is read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def garbage_left() -> Iterator[None]:
    """Hold the cyclic garbage collector back.

    Names, figures and links are many small objects without cycles. Looking through those that are remembered,
    time and again, takes a quarter of the time of reading and comparing.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
