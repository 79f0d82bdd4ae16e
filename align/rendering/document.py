"""The comparison as a JSON document, schema ``align.comparison/1``."""

from __future__ import annotations

import datetime
import json
import re
from importlib import resources
from typing import Any

from align._exceptions import FormatError
from align.comparison.result import Comparison, Row
from align.finding import Finding, Passage
from align.link import Link
from align.mark import Mark
from align.report import Report, SetAside, Statement

SCHEMA = "align.comparison/1"

_SURROGATES = re.compile("[\ud800-\udfff]")


def comparison_document(comparison: Comparison) -> dict[str, Any]:
    """Return the document of ``comparison``, fit for ``json.dumps`` and valid against ``schema()``."""
    order = [report.id for report in comparison.reports]
    return {
        "schema": SCHEMA,
        "signature": comparison.signature,
        "reports": [_report(report, comparison.events[report.id]) for report in comparison.reports],
        "links": [_link(link) for link in comparison.links],
        "findings": [_finding(finding) for finding in comparison.findings],
        "coverage": [_row(row, order) for row in comparison.coverage],
        "marks": [_mark(mark) for mark in comparison.marks],
    }


def read_comparison(text: str) -> Comparison:
    """Return the comparison of a document.

    The document does not hold the files, so the reports have an empty ``source``, and statements no
    paragraph. Raises ``FormatError``, with the line where it is known, for what is no such document.
    """
    try:
        document = json.loads(text)
        if document["schema"] != SCHEMA:
            raise FormatError(f"expected the schema {SCHEMA}, found {document['schema']}")
        return Comparison(
            signature=document["signature"],
            reports=tuple(_read_report(report) for report in document["reports"]),
            events={report["id"]: report["event"] for report in document["reports"]},
            links=tuple(_read_link(link) for link in document["links"]),
            findings=tuple(_read_finding(finding) for finding in document["findings"]),
            coverage=tuple(
                Row(row["id"], {name: tuple(ids) for name, ids in row["statements"].items()})
                for row in document["coverage"]
            ),
            marks=tuple(Mark(**mark) for mark in document.get("marks", ())),
        )
    except json.JSONDecodeError as error:
        raise FormatError(f"line {error.lineno}: not JSON: {error.msg}") from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise FormatError(f"not a document of the schema {SCHEMA}: {error}") from error


def to_json(comparison: Comparison) -> str:
    """Return the document as indented JSON text that any UTF-8 file can hold."""
    return dumps(comparison_document(comparison))


def dumps(document: dict[str, Any]) -> str:
    """Return ``document`` as indented JSON, letters unescaped but for lone surrogates, which UTF-8 lacks."""
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
    return _SURROGATES.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of ``align.comparison/1``."""
    return load_schema("comparison.schema.json")


def load_schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of that file name in this package."""
    text = resources.files("align.rendering").joinpath(name).read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _report(report: Report, event: int) -> dict[str, Any]:
    return {
        "id": report.id,
        "path": report.path,
        "language": report.language,
        "title": report.title,
        "date": report.date.isoformat() if report.date else None,
        "event": event,
        "statements": [_statement(statement) for statement in report.statements],
        "set_aside": [_set_aside(stretch) for stretch in report.set_aside],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    written = {
        "id": statement.id,
        "kind": statement.kind,
        "start": statement.start,
        "end": statement.end,
        "text": statement.text,
        "translation": statement.translation,
    }
    return {**written, "fault": statement.fault} if statement.fault else written


def _set_aside(stretch: SetAside) -> dict[str, Any]:
    return {"start": stretch.start, "end": stretch.end, "text": stretch.text, "reason": stretch.reason}


def _link(link: Link) -> dict[str, Any]:
    return {
        "left": {"report": link.source_report, "statements": list(link.source)},
        "right": {"report": link.target_report, "statements": list(link.target)},
        "relation": link.relation,
        "moved": link.moved,
        "confidence": float(link.confidence),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    document: dict[str, Any] = {
        "id": finding.id,
        "kind": finding.kind,
        "report": finding.report,
        "statement": finding.statement,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "translation": finding.translation,
        "missing_from": list(finding.missing_from),
        "confidence": float(finding.confidence),
    }
    if finding.kind == "quotation" and finding.speaker is not None:
        document["speaker"] = finding.speaker
    if finding.conflicts_with:
        document["conflicts_with"] = list(finding.conflicts_with)
    if finding.counterparts:
        document["counterparts"] = [_passage(passage) for passage in finding.counterparts]
    return document


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "report": passage.report,
        "statement": passage.statement,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "translation": passage.translation,
    }


def _mark(mark: Mark) -> dict[str, Any]:
    return {
        "report": mark.report,
        "statement": mark.statement,
        "against": mark.against,
        "on": mark.on,
        "start": mark.start,
        "end": mark.end,
    }


def _row(row: Row, order: list[str]) -> dict[str, Any]:
    statements = {name: list(row.statements[name]) for name in order if name in row.statements}
    return {"id": row.id, "statements": statements}


def _read_report(document: dict[str, Any]) -> Report:
    return Report(
        id=document["id"],
        language=document["language"],
        source="",
        statements=tuple(map(_read_statement, document["statements"])),
        set_aside=tuple(SetAside(**stretch) for stretch in document["set_aside"]),
        path=document["path"],
        title=document["title"],
        date=datetime.date.fromisoformat(document["date"]) if document["date"] else None,
    )


def _read_statement(document: dict[str, Any]) -> Statement:
    # A fault is told from the texts.
    return Statement(**{key: value for key, value in document.items() if key != "fault"})


def _read_link(document: dict[str, Any]) -> Link:
    return Link(
        source=tuple(document["left"]["statements"]),
        target=tuple(document["right"]["statements"]),
        confidence=document["confidence"],
        relation=document["relation"],
        moved=document["moved"],
        source_report=document["left"]["report"],
        target_report=document["right"]["report"],
    )


def _read_finding(document: dict[str, Any]) -> Finding:
    lists = {
        "missing_from": tuple(document["missing_from"]),
        "conflicts_with": tuple(document.get("conflicts_with", ())),
        "counterparts": tuple(Passage(**passage) for passage in document.get("counterparts", ())),
    }
    return Finding(**(document | lists))
