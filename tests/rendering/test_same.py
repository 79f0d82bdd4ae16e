"""Findings of several reports that name one thing."""

from __future__ import annotations

import pytest

from align.finding import Finding, FindingKind
from align.rendering.same import thing_keys


def finding(kind: FindingKind, text: str, translation: str | None = None, name: str = "f1") -> Finding:
    return Finding(name, kind, "a", 0, 0, len(text), text, translation, ("b",), 0.9)


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("person", ("en", "Zheenbek Kulubaev", None), ("ru", "Жээнбек Кулубаев", "KR Zheenbek Kulubayev")),
        ("person", ("en", "Zheenbek Kulubaev", None), ("de", "Dscheenbek Kulubajew", "Jeenbek Kulubayev")),
        ("place", ("de", "Almaty", "Almaty"), ("ru", "Алматинской", "Almat")),
        ("organisation", ("de", "Außenministerium", None), ("en", "Ministry of Foreign Affairs", None)),
        ("number", ("de", "7. Sitzung", "7th meeting"), ("ru", "7-го заседания", "7th meetings")),
        ("date", ("de", "laufende Jahr", "2026"), ("ru", "текущем году", "2026")),
        ("quotation", ("en", "We agreed", None), ("en", "We  agreed", None)),
    ],
)  # fmt: skip
def test_one_thing_in_two_languages_shares_a_key(
    kind: FindingKind, first: tuple[str, str, str | None], second: tuple[str, str, str | None]
) -> None:
    a, b = (thing_keys(finding(kind, text, english), language=tag) for tag, text, english in (first, second))
    assert a & b


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("person", "Sadyr Japarov", "Akylbek Japarov"),
        ("person", "Sadyr Japarov", "Japarov"),
        ("number", "3 billion dollars", "3 billion tonnes"),
        ("number", "7th meeting", "7 meetings"),
        ("place", "Almaty", "Astana"),
        ("name", "Golden Bridge", "Golden Gate"),
    ],
)
def test_different_things_share_none(kind: FindingKind, first: str, second: str) -> None:
    assert not thing_keys(finding(kind, first), language="en") & thing_keys(
        finding(kind, second), language="en"
    )


def test_statements_are_never_one() -> None:
    a, b = finding("statement", "It rained.", name="f1"), finding("statement", "It rained.", name="f2")
    assert not thing_keys(a, language="en") & thing_keys(b, language="en")
