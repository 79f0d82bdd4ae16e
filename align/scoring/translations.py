"""BLEU and chrF of translations, as sacreBLEU counts them, each with its signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from align._exceptions import InputError


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure of a corpus, from 0 to 100, and with what it was counted."""

    name: str
    score: float
    signature: str


@dataclass(frozen=True, slots=True)
class TranslationScores:
    """The metrics of translated lines; ``untranslated`` counts those left as they were."""

    metrics: tuple[Metric, ...]
    lines: int
    untranslated: int | None = None


def score_translations(
    hypotheses: Sequence[str],
    references: Sequence[Sequence[str]],
    *,
    sources: Sequence[str] | None = None,
) -> TranslationScores:
    """Return BLEU (Papineni et al., 2002) and chrF (Popović, 2015) of translated lines.

    ``references`` are one or more translations of all lines by people; ``sources`` the lines that were
    translated. Raises ``InputError`` where there are no lines, or not equally many everywhere.
    """
    import sacrebleu

    _check_lengths(hypotheses, [*references, *([] if sources is None else [sources])])
    metrics = []
    for metric in (sacrebleu.BLEU(), sacrebleu.CHRF()):
        result = metric.corpus_score(list(hypotheses), [list(lines) for lines in references])
        metrics.append(Metric(result.name, result.score, str(metric.get_signature())))
    untranslated = None
    if sources is not None:
        pairs = zip(hypotheses, sources, strict=True)
        untranslated = sum(_is_copy(hypothesis, source) for hypothesis, source in pairs)
    return TranslationScores(tuple(metrics), len(hypotheses), untranslated)


def _check_lengths(hypotheses: Sequence[str], others: Sequence[Sequence[str]]) -> None:
    if not hypotheses:
        raise InputError("there are no translations to score")
    for lines in others:
        if len(lines) != len(hypotheses):
            raise InputError(
                f"{len(hypotheses)} translations, but {len(lines)} lines beside them; "
                "line by line, all files must say the same"
            )


def _is_copy(hypothesis: str, source: str) -> bool:
    return any(map(str.isalpha, source)) and hypothesis.split() == source.split()
