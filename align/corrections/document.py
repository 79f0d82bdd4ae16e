"""The file of corrections, schema ``align.corrections/1``, as the page saves it."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

from align._exceptions import CorrectionsError
from align.corrections.nouns import Corrections, FindingCorrection, LinkCorrection, Place, Side
from align.legible import legible

SCHEMA = "align.corrections/1"
_VERDICTS = ("confirmed", "rejected", "redrawn")
_SHOWN = 60  # characters of a file's text in a message


def load(path: str | Path) -> Corrections:
    """Read a file that the page saved; raises ``CorrectionsError`` where it is none."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CorrectionsError(f"{path}: cannot be read as UTF-8 text: {error}") from error
    return parse(text, source=str(path))


def parse(text: str, *, source: str = "corrections") -> Corrections:
    """Return the corrections of a document; ``source`` names it in messages."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CorrectionsError(f"{source}: no JSON: {error}") from error
    return _Reader(source).corrections(document)


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of ``align.corrections/1``."""
    text = resources.files("align.corrections").joinpath("corrections.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


class _Reader:
    """Takes a document apart; every error names the file and the place in the document."""

    def __init__(self, source: str) -> None:
        self._source = source

    def corrections(self, document: Any) -> Corrections:
        found = self._fields(document, "", ("schema", "links", "findings"))
        if found["schema"] != SCHEMA:
            self._refuse(f"schema: {_quoted(found['schema'])} is not {SCHEMA}; save the corrections anew")
        links = [self._link(link, f"links[{n}]") for n, link in enumerate(self._list(found, "links", ""))]
        findings = [
            self._finding(finding, f"findings[{n}]")
            for n, finding in enumerate(self._list(found, "findings", ""))
        ]
        return Corrections(tuple(links), tuple(findings), self._source)

    def _link(self, value: Any, where: str) -> LinkCorrection:
        found = self._fields(value, where, ("verdict", "left", "right"))
        if found["verdict"] not in _VERDICTS:
            self._refuse(f"{where}.verdict: {_quoted(found['verdict'])} is none of {', '.join(_VERDICTS)}")
        left, right = (self._side(found[name], f"{where}.{name}") for name in ("left", "right"))
        if left.report == right.report:
            self._refuse(f"{where}: both sides are of {_quoted(left.report)}; a link joins two reports")
        return LinkCorrection(found["verdict"], left, right)

    def _side(self, value: Any, where: str) -> Side:
        found = self._fields(value, where, ("report", "statements"))
        places = self._list(found, "statements", where)
        if not places:
            self._refuse(f"{where}.statements: none; a link joins at least one statement on each side")
        return Side(
            self._text(found, "report", where),
            tuple(self._place(place, f"{where}.statements[{n}]") for n, place in enumerate(places)),
        )

    def _finding(self, value: Any, where: str) -> FindingCorrection:
        found = self._fields(value, where, ("verdict", "kind", "report", "statement", "start", "end"))
        if found["verdict"] != "wrong":
            self._refuse(f"{where}.verdict: {_quoted(found['verdict'])} is not wrong")
        return FindingCorrection(
            kind=self._text(found, "kind", where),
            report=self._text(found, "report", where),
            statement=self._place(found["statement"], f"{where}.statement"),
            start=self._offset(found, "start", where),
            end=self._offset(found, "end", where),
        )

    def _place(self, value: Any, where: str) -> Place:
        found = self._fields(value, where, ("start", "end", "text"))
        return Place(
            self._offset(found, "start", where),
            self._offset(found, "end", where),
            self._text(found, "text", where),
        )

    def _fields(self, value: Any, where: str, names: tuple[str, ...]) -> dict[str, Any]:
        if not isinstance(value, dict):
            self._refuse(f"{where or 'the document'}: not an object")
        for name in names:
            if name not in value:
                self._refuse(f"{where or 'the document'}: “{name}” is missing")
        unknown = sorted(set(value) - set(names))
        if unknown:
            self._refuse(f"{where or 'the document'}: {_quoted(unknown[0])} is not known here")
        fields: dict[str, Any] = value
        return fields

    def _list(self, fields: dict[str, Any], name: str, where: str) -> list[Any]:
        if not isinstance(fields[name], list):
            self._refuse(f"{_under(where, name)}: not a list")
        found: list[Any] = fields[name]
        return found

    def _text(self, fields: dict[str, Any], name: str, where: str) -> str:
        if not isinstance(fields[name], str):
            self._refuse(f"{_under(where, name)}: not a string")
        return str(fields[name])

    def _offset(self, fields: dict[str, Any], name: str, where: str) -> int:
        if type(fields[name]) is not int or fields[name] < 0:
            self._refuse(f"{_under(where, name)}: not an offset, a number from 0")
        return int(fields[name])

    def _refuse(self, message: str) -> None:
        raise CorrectionsError(f"{self._source}: {message}")


def _under(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _quoted(value: object) -> str:
    text = " ".join(legible(str(value)).split())
    return f"“{text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''}”"
