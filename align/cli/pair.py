"""``align pair``."""

from __future__ import annotations

from pathlib import Path

import click

from align._exceptions import InputError
from align.cli import options
from align.cli.output import write_text
from align.rendering.pairs import PAIR_FORMATS, moses_lines, write_pairs


@click.command("pair")
@click.argument("source", required=False)
@click.argument("target", required=False)
@options.languages(
    "Language of SOURCE; told from its name or text where missing.", "Language of TARGET.", target=None
)
@options.order("auto")
@options.embedder()
@click.option(
    "--format",
    "output_format",
    type=click.Choice(PAIR_FORMATS),
    default="tsv",
    show_default=True,
    help="moses writes two files, OUTPUT.<language> each.",
)
@click.option(
    "--borders",
    metavar="MARK",
    help="Statements of just this text, such as <p>, are hard borders, as many in both texts: no link "
    "crosses one. “paragraph” takes the ends of paragraphs, “none” not even the usual mark .EOA.",
)
@options.output()
@click.option("--lines", is_flag=True, help="SOURCE and TARGET hold one statement a line.")
@click.option(
    "--list",
    "list_file",
    help="Pair many files: lines of SOURCE<tab>TARGET<tab>OUTPUT.",
)
def command(
    source: str | None,
    target: str | None,
    source_language: str | None,
    target_language: str | None,
    order: str,
    embedder: str | None,
    output_format: str,
    borders: str | None,
    output: str,
    lines: bool,
    list_file: str | None,
) -> None:
    """Link the statements of SOURCE and TARGET that say the same.

    The third column is a confidence in [0, 1]; statements without a counterpart stand alone on their line.
    """
    for one in _jobs(source, target, output, list_file):
        _pair(*one, (source_language, target_language), order, embedder, borders, output_format, lines)


def _jobs(
    source: str | None, target: str | None, output: str, list_file: str | None
) -> list[tuple[str, str, str]]:
    if list_file is not None:
        if source is not None or target is not None:
            raise click.UsageError("give either SOURCE and TARGET or --list, not both")
        return _listed(list_file)
    if source is None or target is None:
        raise click.UsageError("SOURCE and TARGET are needed (or --list FILE)")
    return [(source, target, output)]


def _listed(list_file: str) -> list[tuple[str, str, str]]:
    try:
        with click.open_file(list_file, encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{list_file}: cannot be read as UTF-8 text: {error}") from error
    jobs = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        fields = line.split("\t")
        if len(fields) != 3:
            raise InputError(
                f"{list_file}, line {number}: {len(fields)} fields; SOURCE<tab>TARGET<tab>OUTPUT needed"
            )
        jobs.append((fields[0], fields[1], fields[2]))
    return jobs


def _pair(
    source: str,
    target: str,
    output: str,
    languages: tuple[str | None, str | None],
    order: str,
    embedder: str | None,
    borders: str | None,
    output_format: str,
    lines: bool,
) -> None:
    from align.alignment.borders import END_OF_ARTICLE
    from align.api import pairing
    from align.reading import read, read_lines

    reader = read_lines if lines else read
    left, right = reader(source, language=languages[0]), reader(target, language=languages[1])
    mark = END_OF_ARTICLE if borders is None else None if borders == "none" else borders
    found = pairing(left, right, order=order, embedder=embedder, borders=mark)  # type: ignore[arg-type]  # click has checked the choice
    if order == "auto":
        click.echo(f"align: {source}: {found.order} order ({found.reason})", err=True)
    if output_format == "moses":
        if output == "-":
            raise click.UsageError("--format moses writes two files: name them with -o")
        for language, text in zip(
            (left.language, right.language), moses_lines(found.links, left, right), strict=True
        ):
            write_text(text, str(Path(f"{output}.{language}")))
        return
    write_text(write_pairs(found.links, left, right, format=output_format, signature=found.signature), output)
