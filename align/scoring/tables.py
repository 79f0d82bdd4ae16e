"""Scores as text for a terminal and as documents for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from align._version import __version__
from align.scoring.corrections import CorrectionScores
from align.scoring.findings import (
    CONFLICT,
    EVENT,
    LINK,
    RELATION,
    STATEMENT,
    THINGS,
    ComparisonScores,
    Tally,
)
from align.scoring.links import MEASURES, LinkScores
from align.scoring.score import Score
from align.scoring.translations import TranslationScores

LINKS_SCHEMA = "align.score.links/1"
FINDINGS_SCHEMA = "align.score.findings/1"
MT_SCHEMA = "align.score.mt/1"
CORRECTIONS_SCHEMA = "align.score.corrections/1"

# The lines of the table of findings; "findings" are all things and statements.
_KINDS: dict[str, tuple[str, ...]] = {kind: (kind,) for kind in (LINK, RELATION, *THINGS, STATEMENT)}
_KINDS |= {"findings": (*THINGS, STATEMENT), CONFLICT: (CONFLICT,), EVENT: (EVENT,)}


def links_document(documents: Mapping[str, LinkScores]) -> dict[str, Any]:
    """Return the scores of each document and of all together, fit for ``json.dumps``."""
    return {
        "schema": LINKS_SCHEMA,
        "signature": _links_signature(len(documents)),
        "documents": [{"name": name, **_measures(scores)} for name, scores in documents.items()],
        "pooled": _measures(_pooled(documents)),
    }


def links_text(documents: Mapping[str, LinkScores]) -> str:
    """Return a table with a line for each document and one for all together, where there are several."""
    rows = dict(documents)
    if len(documents) > 1:
        rows[f"{len(documents)} documents"] = _pooled(documents)
    lines = [["", *(name for measure in MEASURES for name in (measure, "", ""))]]
    lines.append(["", *(["P", "R", "F1"] * len(MEASURES))])
    lines += [
        [name, *(figure for measure in MEASURES for figure in figures(getattr(scores, measure)))]
        for name, scores in rows.items()
    ]
    return aligned(lines) + _links_signature(len(documents)) + "\n"


def findings_document(scores: ComparisonScores, *, signature: str) -> dict[str, Any]:
    """Return the scores by kind and pair of languages, and every claim; fit for ``json.dumps``."""
    return {
        "schema": FINDINGS_SCHEMA,
        "signature": signature,
        "kinds": {
            name: {
                **_tally_document(scores.tally(*kinds)),
                "languages": {
                    pair: _tally_document(scores.tally(*kinds, languages=pair))
                    for pair in _languages(scores, kinds)
                },
            }
            for name, kinds in _KINDS.items()
        },
        "claims": [asdict(claim) for claim in scores.claims],
    }


def findings_text(scores: ComparisonScores, *, signature: str) -> str:
    """Return a table with a line for each kind and, below it, for each pair of languages."""
    lines = [["", "P", "R", "F1", "right", "found", "gold", "unlisted", "strict P"]]
    for name, kinds in _KINDS.items():
        lines.append([name, *_cells(scores.tally(*kinds))])
        lines += [
            [f"  {pair}", *_cells(scores.tally(*kinds, languages=pair))] for pair in _languages(scores, kinds)
        ]
    return aligned(lines) + signature + "\n"


def corrections_document(scores: CorrectionScores, *, signature: str) -> dict[str, Any]:
    """Return the scores of the links that readers judged, and of findings they marked as wrong."""
    return {
        "schema": CORRECTIONS_SCHEMA,
        "signature": signature,
        "links": score_document(scores.links),
        "findings": {"marked_wrong": scores.marked_findings, "still_told": scores.wrong_findings},
    }


def corrections_text(scores: CorrectionScores, *, signature: str) -> str:
    """Return a table of one line, and one sentence about the findings."""
    links = scores.links
    lines = [
        ["", "P", "R", "F1", "right", "found", "gold"],
        ["judged links", *figures(links), str(links.right), str(links.found), str(links.gold)],
    ]
    told = f"{scores.wrong_findings} of {scores.marked_findings} findings marked as wrong are still told\n"
    return aligned(lines) + told + signature + "\n"


def claims_text(scores: ComparisonScores) -> str:
    """Return a line for each claim that is not right: verdict, kind, the two reports, the words."""
    lines = [
        [claim.verdict, claim.kind, claim.report, claim.other, " ".join(claim.text.split())]
        for claim in scores.claims
        if claim.verdict != "right"
    ]
    return "".join("\t".join(line) + "\n" for line in lines)


def translations_document(scores: TranslationScores) -> dict[str, Any]:
    """Return the metrics, each with its signature, fit for ``json.dumps``."""
    document = {"schema": MT_SCHEMA, "lines": scores.lines, "metrics": [asdict(m) for m in scores.metrics]}
    return document if scores.untranslated is None else document | {"untranslated": scores.untranslated}


def translations_text(scores: TranslationScores) -> str:
    """Return a line for each metric, its signature behind it."""
    lines = [f"{m.name} {m.score:.2f}  {m.signature}" for m in scores.metrics]
    if scores.untranslated is not None:
        lines.append(f"untranslated {scores.untranslated} of {scores.lines} lines")
    return "\n".join(lines) + "\n"


def _cells(tally: Tally) -> list[str]:
    score = tally.score
    counts = [str(count) for count in (score.right, score.found, score.gold, tally.unlisted)]
    return [*figures(score), *counts, number(tally.strict_precision)]


def _tally_document(tally: Tally) -> dict[str, Any]:
    return {
        **score_document(tally.score),
        "unlisted": tally.unlisted,
        "strict_precision": tally.strict_precision,
    }


def _languages(scores: ComparisonScores, kinds: Sequence[str]) -> list[str]:
    return sorted({pair for kind, pair in scores.tallies if kind in kinds})


def score_document(score: Score) -> dict[str, Any]:
    """Return the figures, ``None`` where they are undefined, and the counts they come from."""
    return {
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
        "right": score.right,
        "found": score.found,
        "recalled": score.recalled,
        "gold": score.gold,
    }


def figures(score: Score) -> list[str]:
    """Return precision, recall and F1 with three places, a dash where they are undefined."""
    return [number(value) for value in (score.precision, score.recall, score.f1)]


def number(value: float | None) -> str:
    """Return a figure with three places, a dash for none."""
    return "–" if value is None else f"{value:.3f}"


def aligned(lines: Sequence[Sequence[str]]) -> str:
    """Return lines of cells as columns, the first to the left and the others to the right."""
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    return "".join(
        "  ".join(
            [first.ljust(widths[0]), *(c.rjust(w) for c, w in zip(rest, widths[1:], strict=True))]
        ).rstrip()
        + "\n"
        for first, *rest in lines
    )


def _pooled(documents: Mapping[str, LinkScores]) -> LinkScores:
    return sum(documents.values(), LinkScores())


def _measures(scores: LinkScores) -> dict[str, Any]:
    return {measure: score_document(getattr(scores, measure)) for measure in MEASURES}


def _links_signature(documents: int) -> str:
    return f"links|nulls:precision|average:micro|documents:{documents}|version:{__version__}"
