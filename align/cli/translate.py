"""``align translate``."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass

import click

from align.cli import options
from align.cli.output import progress, write_text
from align.languages import base


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of output: what was translated, and where it stands (offsets are of the file as decoded)."""

    source: str
    translation: str
    start: int | None = None
    end: int | None = None
    fault: str | None = None


@click.command("translate")
@click.argument("files", nargs=-1)
@options.languages("Source language; told from the text where missing.", "Target language.", target="en")
@options.model()
@options.output()
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "tsv", "json"]),
    default="text",
    show_default=True,
    help="text: one line a statement; tsv: source and translation; json: with offsets.",
)
@click.option("--lines", is_flag=True, help="One line in, one line out, for files too; nothing is set aside.")
def command(
    files: tuple[str, ...],
    source_language: str | None,
    target_language: str,
    model: str | None,
    output: str,
    output_format: str,
    lines: bool,
) -> None:
    """Translate FILES, one line a statement; without FILES, or for -, standard input, line by line."""
    translated: list[_Line] = []
    for name in files or ("-",):
        one = _translate_lines if lines or name == "-" else _translate_statements
        translated += one(name, source_language, target_language, model)
    write_text(_written(translated, output_format), output)


def _translate_lines(name: str, source: str | None, target: str, model: str | None) -> list[_Line]:
    from align.api import translate_lines
    from align.reading.decoding import decode
    from align.reading.files import source_text

    if name == "-":
        data = sys.stdin.buffer.read()
        text = decode(data, "standard input") if data.strip() else data.decode()
    else:
        text = source_text(name)[0]
    texts = text.removesuffix("\n").split("\n") if text else []
    with progress("translating") as show:
        results = translate_lines(texts, source=source, target=target, model=model, progress=show)
    return [_Line(line, result) for line, result in zip(texts, results, strict=True)]


def _translate_statements(name: str, source: str | None, target: str, model: str | None) -> list[_Line]:
    from align.api import read, translate_statements

    report = read(name, language=source)
    with progress(f"translating {report.id}") as show:
        report = translate_statements(report, target=target, model=model, progress=show)
    if report.set_aside:
        click.echo(
            f"align: {name}: {len(report.set_aside)} passages set aside as page furniture were not "
            "translated (--lines translates every line)",
            err=True,
        )
    told = base(target) == "en"  # what is wrong with a translation can be told of English only
    return [
        _Line(s.text, " ".join(s.english.split()), s.start, s.end, s.fault if told else None)
        for s in report.statements
    ]


def _written(lines: list[_Line], output_format: str) -> str:
    if output_format == "json":
        keys = ("source", "translation", "start", "end", "fault")
        return json.dumps(
            [{k: getattr(line, k) for k in keys if getattr(line, k) is not None} for line in lines],
            ensure_ascii=False,
            indent=1,
        )
    if output_format == "tsv":
        return "".join(f"{_cell(line.source)}\t{_cell(line.translation)}\n" for line in lines)
    return "".join(f"{line.translation}\n" for line in lines)


def _cell(text: str) -> str:
    return text.replace("\t", " ")
