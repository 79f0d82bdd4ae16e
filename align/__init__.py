"""Translation and cross-lingual alignment: what each version of a text added, left out or changed.

>>> import align
>>> links = align.pair(["Die Minister trafen sich.", "Es regnete."], ["The ministers met.", "It rained."])
>>> [(link.source, link.target) for link in links]
[((0,), (0,)), ((1,), (1,))]
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from align._exceptions import (
    AlignError,
    CorrectionsError,
    FormatError,
    InputError,
    LanguageError,
    ModelError,
)
from align._version import __version__

if TYPE_CHECKING:
    from align.api import compare, pair, read, translate
    from align.comparison.result import Comparison, Row
    from align.finding import Finding, Passage
    from align.link import Link
    from align.mark import Mark
    from align.report import Report, SetAside, Statement

__all__ = [
    "AlignError",
    "Comparison",
    "CorrectionsError",
    "Finding",
    "FormatError",
    "InputError",
    "LanguageError",
    "Link",
    "Mark",
    "ModelError",
    "Passage",
    "Report",
    "Row",
    "SetAside",
    "Statement",
    "__version__",
    "compare",
    "pair",
    "read",
    "translate",
]

# Imported at first use, so that `import align` and `align --help` cost nothing.
_HOMES = {
    "Comparison": "align.comparison.result",
    "Finding": "align.finding",
    "Link": "align.link",
    "Mark": "align.mark",
    "Passage": "align.finding",
    "Report": "align.report",
    "Row": "align.comparison.result",
    "SetAside": "align.report",
    "Statement": "align.report",
    "compare": "align.api",
    "pair": "align.api",
    "read": "align.api",
    "translate": "align.api",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
