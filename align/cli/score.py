"""``align score``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from align._exceptions import FormatError, InputError
from align.cli import options
from align.cli.output import progress, write_text

if TYPE_CHECKING:
    from align.comparison.result import Comparison
    from align.scoring.gold import Gold

_PATH = click.Path(path_type=Path)


@click.group("score")
def command() -> None:
    """Measure links, findings and translations against what people made."""


def _format_option() -> options.Decorator:
    return click.option(
        "--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True
    )


@command.command("links", short_help="Score an alignment.")
@click.argument("gold", type=_PATH)
@click.argument("found", type=_PATH)
@click.option("--gold-ending", default=".gold", show_default=True, help="How the gold files of a folder end.")
@click.option(
    "--found-ending",
    help="How the other files end; .vecalign, .ladder, .tsv, .json, .tmx, .align or .gold where missing.",
)
@_format_option()
@options.output()
def links(
    gold: Path, found: Path, gold_ending: str, found_ending: str | None, output_format: str, output: str
) -> None:
    """Score the alignment FOUND against GOLD: two files, or two folders of files with the same names.

    Files hold vecalign lines, a hunalign ladder, or what `align pair` writes as tsv, json or tmx; each may be
    of another format. Strict and lax precision and recall count as vecalign's score does: what has no
    counterpart counts for precision and not for recall. `links` are strict without what has no counterpart,
    `unmatched` is about the statements that have none.
    """
    from align.scoring.files import document_files, read_alignments
    from align.scoring.links import score_links
    from align.scoring.tables import links_document, links_text

    files = document_files(gold, found, gold_ending=gold_ending, found_ending=found_ending)
    scores = {name: score_links(*read_alignments(*paths)) for name, *paths in files}
    _write(links_text(scores), links_document(scores), output_format, output)


@command.command("findings", short_help="Score a comparison of reports.")
@click.argument("folders", nargs=-1, required=True, type=_PATH)
@click.option(
    "--comparison",
    "comparisons",
    multiple=True,
    type=_PATH,
    help="What `align diff --format json` made of the reports of a FOLDER, in the order of the folders; "
    "made here where missing.",
)
@click.option(
    "--least", default=0.0, show_default=True, help="Confidence below which a finding is not counted."
)
@click.option("--claims", is_flag=True, help="List the claims that are wrong, missed or unlisted instead.")
@options.model()
@options.embedder()
@_format_option()
@options.output()
def findings(
    folders: tuple[Path, ...],
    comparisons: tuple[Path, ...],
    least: float,
    claims: bool,
    model: str | None,
    embedder: str | None,
    output_format: str,
    output: str,
) -> None:
    """Score the comparison of the reports in each of FOLDERS against its gold.toml, all of them added up.

    A claim says that a report lacks what another has: a thing, or a statement. It is unlisted where the gold
    lists no thing with that wording; the strict precision counts it as wrong, the other leaves it out.
    """
    from align.scoring.findings import ComparisonScores, score_comparison
    from align.scoring.gold import load_gold
    from align.scoring.tables import claims_text, findings_document, findings_text

    if comparisons and len(comparisons) != len(folders):
        raise click.UsageError(f"{len(folders)} folders and {len(comparisons)} times --comparison")
    scores, signatures = ComparisonScores(), []
    for number, folder in enumerate(folders):
        gold = load_gold(folder)
        comparison = _read_comparison(comparisons[number]) if comparisons else _compare(gold, model, embedder)
        signatures.append(comparison.signature)
        scores += score_comparison(gold, comparison, least=least)
    signature = "; ".join(
        [*dict.fromkeys(signatures), f"average:micro|folders:{len(folders)}|least:{least:g}"]
    )
    text = claims_text(scores) if claims else findings_text(scores, signature=signature)
    _write(text, findings_document(scores, signature=signature), output_format, output)


@command.command("corrections", short_help="Score a comparison by what readers corrected.")
@click.argument("comparison", type=_PATH)
@click.argument("corrections", nargs=-1, required=True, type=_PATH)
@_format_option()
@options.output()
def corrections(comparison: Path, corrections: tuple[Path, ...], output_format: str, output: str) -> None:
    """Score COMPARISON, which `align diff --format json` made, by files saved from its page.

    Only links that a reader judged count: confirmed and redrawn ones are the gold, rejected ones are wrong.
    Compare without --corrections, or what is scored has seen its gold.
    """
    from align.corrections import load
    from align.scoring.corrections import score_corrections
    from align.scoring.tables import corrections_document, corrections_text

    compared = _read_comparison(comparison)
    scores = score_corrections(compared, [load(path) for path in corrections])
    text = corrections_text(scores, signature=compared.signature)
    _write(text, corrections_document(scores, signature=compared.signature), output_format, output)


@command.command("mt", short_help="Score a translation.")
@click.argument("hypothesis")
@click.argument("references", nargs=-1, required=True, metavar="REFERENCE...")
@click.option("--source", help="The lines that were translated: counts those that were left as they are.")
@_format_option()
@options.output()
def mt(
    hypothesis: str, references: tuple[str, ...], source: str | None, output_format: str, output: str
) -> None:
    """Score the translation in HYPOTHESIS against one or more by people in REFERENCE, line by line.

    Prints BLEU and chrF as sacreBLEU counts them, with its signatures. A dash stands for standard input.
    """
    from align.scoring.tables import translations_document, translations_text
    from align.scoring.translations import score_translations

    scores = score_translations(
        _lines(hypothesis),
        [_lines(name) for name in references],
        sources=None if source is None else _lines(source),
    )
    _write(translations_text(scores), translations_document(scores), output_format, output)


def _lines(name: str) -> list[str]:
    from align.reading.files import source_text

    text = source_text(name)[0].replace("\r\n", "\n")
    return text.removesuffix("\n").split("\n")


def _compare(gold: Gold, model: str | None, embedder: str | None) -> Comparison:
    from align.api import compare, read

    with progress("translating") as show:
        reports = [read(report.path) for report in gold.reports]
        return compare(reports, model=model, embedder=embedder, progress=show)


def _read_comparison(path: Path) -> Comparison:
    from align.rendering.document import read_comparison

    try:
        return read_comparison(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as UTF-8 text: {error}") from error
    except FormatError as error:
        raise FormatError(f"{path}: {error}") from error


def _write(text: str, document: dict[str, Any], output_format: str, output: str) -> None:
    as_json = json.dumps(document, ensure_ascii=False, indent=1)
    write_text(as_json if output_format == "json" else text, output)
