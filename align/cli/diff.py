"""``align diff``."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click

from align._exceptions import InputError
from align.cli import options
from align.cli.output import progress, write_paged, write_text
from align.languages import is_searched
from align.rendering import ENDINGS, FORMATS, render


@click.command("diff")
@click.argument("reports", nargs=-1, required=True)
@options.output("File to write (.html, .json, .txt, .md); - is standard output.")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(FORMATS),
    help="Told from the ending of OUTPUT where missing; text on standard output.",
)
@click.option("--base", help="Name of the report that the others are laid beside.")
@options.order("free")
@options.model()
@options.embedder()
@click.option(
    "-f", "--from", "language", help="Language of all reports; told from each name or text where missing."
)
@click.option(
    "--corrections",
    "correction_files",
    multiple=True,
    metavar="FILE",
    help="Apply what was saved from a page of these reports; may be given again, later ones outweigh.",
)
@click.option("--exit-code", is_flag=True, help="End with 1 where a report has what another lacks.")
def command(
    reports: tuple[str, ...],
    output: str,
    output_format: str | None,
    base: str | None,
    order: str,
    model: str | None,
    embedder: str | None,
    language: str | None,
    correction_files: tuple[str, ...],
    exit_code: bool,
) -> None:
    """Compare REPORTS: what they share, and what each added, left out or changed.

    Reports of different events are told apart and not compared with each other.
    """
    from align.api import compare, read
    from align.corrections import load

    chosen = output_format or ENDINGS.get(Path(output).suffix.lower(), "text" if output == "-" else "")
    if not chosen:
        raise click.UsageError(f"{output}: the ending names no format; use {', '.join(ENDINGS)}, or --format")
    corrections = [load(name) for name in correction_files]
    given = [read(name, language=language) for name in reports]
    if base is not None and base not in {report.id for report in given}:
        names = ", ".join(report.id for report in given)
        raise InputError(f"--base {base}: no report of that name; there are {names}")
    for report in given:
        if not is_searched(report.language):
            click.echo(
                f"align: {report.path or report.id}: {report.language} is not searched (German, Russian and "
                "English are), so nothing is said to be missing from this report",
                err=True,
            )
    with progress("translating") as show:
        comparison = compare(
            given,
            order=order,  # type: ignore[arg-type]  # click has checked the choice
            model=model,
            embedder=embedder,
            corrections=corrections,
            progress=show,
        )
    on_terminal = output == "-" and sys.stdout.isatty()
    colour = on_terminal and not os.environ.get("NO_COLOR")  # https://no-color.org
    width = min(shutil.get_terminal_size((100, 24)).columns, 160)
    text = render(comparison, chosen, base=base, width=width, colour=colour)
    if on_terminal and chosen == "text":
        write_paged(text)
    else:
        write_text(text, output)
    if exit_code and comparison.differs:
        sys.exit(1)
