"""The style sheet and the script of a page, and the policy that admits no others."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib import resources

from align.comparison.result import Comparison
from align.rendering import wording
from align.rendering.anchors import Anchors

_STYLES = ("base", "bar", "summary", "findings", "coverage", "side", "corrections", "narrow", "print")
_SCRIPTS = (
    *("core", "shown", "order", "filters", "search", "moving", "links", "copying"),
    *("corrections", "correcting", "drawing", "start"),
)
# JSON inside a script element: nothing in it may end the element or start a comment.
_ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def style(comparison: Comparison) -> str:
    """Return the style sheet with the rules for these reports: what is hidden when one is left out."""
    kinds = [*wording.SORTS, "words"]
    lines = [_file(f"style/{name}.css") for name in _STYLES]
    lines += [
        f".without-{kind} :is(.badge, .finding, .sort, .told).k-{kind} {{ display: none; }}" for kind in kinds
    ]
    lines += [f".without-{kind} mark.k-{kind} {{ all: unset; }}" for kind in kinds]
    for number in range(len(comparison.reports)):
        lines.append(f'.no-r{number} [data-r="{number}"] {{ display: none !important; }}')
        lines.append(f'.no-r{number} mark[data-a="{number}"] {{ all: unset; }}')
        lines.append(
            f'[data-base="{number}"] .others mark.k-words:not([data-a~="{number}"]) {{ all: unset; }}'
        )
        lines.append(
            f'[data-base="{number}"] .others .k-words:not(mark, [data-a="{number}"]) {{ display: none; }}'
        )
    return "\n".join(lines) + "\n"


@cache
def script() -> str:
    """Return the script: its files in order, in one function so that nothing of it is global."""
    return (
        "\n".join(['"use strict";', "(() => {", *(_file(f"script/{name}.js") for name in _SCRIPTS), "})();"])
        + "\n"
    )


def policy(style_sheet: str) -> str:
    """Return a content security policy that admits our style sheet and script by their hashes, and no more."""
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
