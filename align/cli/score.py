"""``align score``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from align.cli import options
from align.cli.output import write_text

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


def _write(text: str, document: dict[str, Any], output_format: str, output: str) -> None:
    as_json = json.dumps(document, ensure_ascii=False, indent=1)
    write_text(as_json if output_format == "json" else text, output)
