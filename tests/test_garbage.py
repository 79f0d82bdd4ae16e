"""The garbage collector, while texts are read and compared and afterwards."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest

import align
from align import api
from align.report import Report, Statement

LINES = ["Am 3. März kamen 12 Minister nach Wien.", "Es regnete."]


def report(name: str) -> Report:
    text = "It rained in Vienna."
    return Report(name, "en", text, (Statement(0, "sentence", 0, len(text), text),))


@pytest.fixture(params=[True, False])
def collecting(request: pytest.FixtureRequest) -> Iterator[bool]:
    was = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if was else gc.disable)()


@pytest.mark.parametrize(
    ("step", "call"),
    [
        ("pair_reports", lambda: align.pair(LINES, LINES, source_language="de", target_language="de")),
        ("compare_reports", lambda: align.compare([report("a"), report("b")])),
    ],
)
def test_garbage_is_left_meanwhile_and_collected_as_before(
    monkeypatch: pytest.MonkeyPatch, step: str, call: Callable[[], object], *, collecting: bool
) -> None:
    seen = []

    def interrupted(*given: object, **named: object) -> None:
        seen.append(gc.isenabled())
        raise KeyboardInterrupt

    monkeypatch.setattr(api, step, interrupted)
    with pytest.raises(KeyboardInterrupt):
        call()
    assert (seen, gc.isenabled()) == ([False], collecting)
