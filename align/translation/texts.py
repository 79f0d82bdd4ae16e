"""Translation of texts of several sentences, and of whole reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from align.languages import base
from align.report import Report
from align.splitting import split
from align.translation.translator import Progress, Translator


def translate_texts(
    translator: Translator, texts: Sequence[str], *, source: str, progress: Progress | None = None
) -> list[str]:
    """Translate each text sentence by sentence; the white space between its sentences is kept."""
    spans = [split(text, language=source) for text in texts]
    sentences = [text[s.start : s.end] for text, found in zip(texts, spans, strict=True) for s in found]
    translated = iter(translator.translate(sentences, progress=progress))
    results = []
    for text, found in zip(texts, spans, strict=True):
        pieces, last = [], 0
        for span in found:
            pieces += [text[last : span.start], next(translated)]
            last = span.end
        results.append("".join([*pieces, text[last:]]))
    return results


def translate_report(translator: Translator, report: Report, *, progress: Progress | None = None) -> Report:
    """Return the report with a translation beside each statement; one in the target language as it is."""
    if base(report.language) == base(translator.target):
        return report
    translations = translator.translate([s.text for s in report.statements], progress=progress)
    statements = tuple(
        replace(statement, translation=translation)
        for statement, translation in zip(report.statements, translations, strict=True)
    )
    return replace(report, statements=statements)
