"""The style sheet and the script of a page, and the policy that admits no others."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from functools import cache
from importlib import resources

from align.comparison.result import Comparison
from align.rendering import wording
from align.rendering.anchors import Anchors
from align.rendering.events import Event

_STYLES = ("base", "bar", "summary", "findings", "coverage", "side", "corrections", "narrow", "print")
_SCRIPTS = (
    *("core", "shown", "order", "filters", "search", "moving", "links", "copying"),
    *("corrections", "correcting", "drawing", "start"),
)
# JSON inside a script element: nothing in it may end the element or start a comment.
_ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def style(comparison: Comparison, found: Sequence[Event]) -> str:
    """Return the style sheet with the shapes of findings and with what hides a report or a kind."""
    lines = [_file(f"style/{name}.css") for name in _STYLES]
    for kind in (*wording.SORTS, "words"):
        glyph = wording.SORT_GLYPHS.get(kind, "+")
        lines.append(f'.k-{kind} {{ --glyph: "{glyph}" / ""; }}')
        lines.append(
            f".without-{kind} .k-{kind}:is(.badge, .finding, .sort, .told) {{ display: none; }}\n"
            f".without-{kind} mark.k-{kind} {{ all: unset; }}"
        )
    lines += [_without_report(number) for number in range(len(comparison.reports))]
    rank = {report.id: number for number, report in enumerate(comparison.reports)}
    for key, event in enumerate(found, start=1):
        for column, report in enumerate(event.reports, start=2):
            cells = f"#coverage-{key} :is(th, td):nth-child({column})"
            lines.append(f".no-r{rank[report.id]} {cells} {{ display: none; }}")
    return "\n".join(lines) + "\n"


def _without_report(number: int) -> str:
    """Return the rules that hide a report, and those that leave the words out that it alone has not."""
    return (
        f'.no-r{number} [data-r="{number}"] {{ display: none !important; }}\n'
        f'.no-r{number} mark[data-a="{number}"] {{ all: unset; }}\n'
        f'[data-base="{number}"] .others mark.k-words:not([data-a~="{number}"]) {{ all: unset; }}\n'
        f'[data-base="{number}"] .others .k-words:not(mark, [data-a="{number}"]) {{ display: none; }}'
    )


@cache
def script() -> str:
    """Return the script: its files in order, in one function so that nothing of it is global."""
    return (
        "\n".join(['"use strict";', "(() => {", *(_file(f"script/{name}.js") for name in _SCRIPTS), "})();"])
        + "\n"
    )


def policy(style_sheet: str) -> str:
    """Return a content security policy that admits our style sheet and script, by their hashes."""
    return (
        f"default-src 'none'; style-src '{_digest(style_sheet)}'; script-src '{_digest(script())}'; "
        "base-uri 'none'; form-action 'none'"
    )


def data(comparison: Comparison, anchors: Anchors) -> str:
    """Return what the script needs to know, as JSON that cannot end its element."""
    order = {report.id: number for number, report in enumerate(comparison.reports)}
    relations = list(wording.RELATIONS)
    document = {
        "unsure": wording.UNSURE,
        "relations": [list(wording.RELATIONS[relation]) for relation in wording.RELATIONS],
        "reports": [
            {
                "id": report.id,
                "slug": anchors.slug(report.id),
                "event": comparison.events[report.id],
                "title": report.title,
                "date": report.date.isoformat() if report.date else None,
                "places": [offset for s in report.statements for offset in (s.start, s.end)],
            }
            for report in comparison.reports
        ],
        "sorts": {sort: plural.capitalize() for sort, (_, plural) in wording.SORTS.items()},
        "links": [
            [
                *(order[link.source_report], list(link.source), order[link.target_report], list(link.target)),
                *(relations.index(link.relation), int(link.moved), round(float(link.confidence), 3)),
            ]
            for link in comparison.links
        ],
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


@cache
def _file(name: str) -> str:
    return resources.files("align.rendering").joinpath("templates", name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
