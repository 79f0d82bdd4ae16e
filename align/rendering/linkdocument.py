"""Links of two reports as a JSON document, schema ``align.links/1``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from align._exceptions import FormatError
from align.link import Link
from align.rendering.beads import Bead, Ids, joined
from align.rendering.document import dumps, load_schema
from align.rendering.order import weave
from align.report import Report

SCHEMA = "align.links/1"


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of ``align.links/1``."""
    return load_schema("links.schema.json")


def write(beads: Sequence[Bead], source: Report, target: Report, *, signature: str | None = None) -> str:
    """Return the document as JSON text, with a signature of how the links were found where there is one."""
    lone = [bead for bead in beads if not bead.link]
    document = {
        "schema": SCHEMA,
        **({} if signature is None else {"signature": signature}),
        "source": {"id": source.id, "language": source.language},
        "target": {"id": target.id, "language": target.language},
        "links": [_link(bead.link, source, target) for bead in beads if bead.link],
        "unmatched": {
            "source": [_statement(source, number) for bead in lone for number in bead.source],
            "target": [_statement(target, number) for bead in lone for number in bead.target],
        },
    }
    return dumps(document)


def read(text: str) -> list[tuple[Ids, Ids]]:
    """Return the beads of a document, in the order of the source."""
    try:
        document = json.loads(text)
        if document["schema"] != SCHEMA:
            raise FormatError(f"expected the schema {SCHEMA}, found {document['schema']}")
        found = [(_ids(link["source"]), _ids(link["target"])) for link in document["links"]]
        found += [(_ids([statement["id"]]), ()) for statement in document["unmatched"]["source"]]
        found += [((), _ids([statement["id"]])) for statement in document["unmatched"]["target"]]
    except json.JSONDecodeError as error:
        raise FormatError(f"line {error.lineno}: not JSON: {error.msg}") from error
    except (KeyError, TypeError) as error:
        raise FormatError(f"not a document of the schema {SCHEMA}: {error}") from error
    return [found[i] for i in weave(found)]


def _link(link: Link, source: Report, target: Report) -> dict[str, Any]:
    return {
        "source": list(link.source),
        "target": list(link.target),
        "source_text": joined(source, link.source),
        "target_text": joined(target, link.target),
        "relation": link.relation,
        "moved": link.moved,
        "confidence": float(link.confidence),
    }


def _statement(report: Report, number: int) -> dict[str, Any]:
    return {"id": number, "text": report.statements[number].text}


def _ids(ids: list[Any]) -> Ids:
    if not all(type(number) is int and number >= 0 for number in ids):
        raise FormatError(f"expected statement ids, found {ids}")
    return tuple(ids)
