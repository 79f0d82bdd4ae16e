"""Reports made by hand: one sentence a statement, one statement a line."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import accumulate

from align.link import Link
from align.report import Kind, Report, Statement


def report_of(
    id: str,  # noqa: A002
    *texts: str,
    language: str = "en",
    date: str | None = None,
    translations: Sequence[str] | None = None,
    kinds: Sequence[Kind] | None = None,
) -> Report:
    starts = accumulate((len(text) + 1 for text in texts), initial=0)
    statements = tuple(
        Statement(
            number,
            kinds[number] if kinds else "sentence",
            start,
            start + len(text),
            text,
            paragraph=number,
            translation=translations[number] if translations else None,
        )
        for number, (start, text) in enumerate(zip(starts, texts, strict=False))
    )
    day = datetime.date.fromisoformat(date) if date else None
    return Report(id=id, language=language, source="\n".join(texts), statements=statements, date=day)


def one_paragraph(report: Report) -> Report:
    statements = tuple(
        Statement(s.id, s.kind, s.start, s.end, s.text, 0, s.translation) for s in report.statements
    )
    return Report(report.id, report.language, report.source, statements, date=report.date)


def link(
    left: str, source: Sequence[int], right: str, target: Sequence[int], confidence: float = 0.9
) -> Link:
    return Link(tuple(source), tuple(target), confidence, source_report=left, target_report=right)
