"""Measure aligners side by side on the development sets.

Usage: python -m scripts.bench.alignment [--data FOLDER] [--peers FOLDER] [--sets PATTERN]… [--every N] …
"""

from __future__ import annotations

import json
import multiprocessing
import shutil
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from align._version import __version__
from align.scoring.links import MEASURES, LinkScores, score_links
from align.scoring.tables import aligned, number, score_document
from scripts.bench.alignment import sets, systems


@dataclass(frozen=True, slots=True)
class Row:
    """A system on a set; ``why`` says why it was not run, the rest is then empty."""

    data: str
    documents: int
    statements: int
    system: str
    why: str | None = None
    scores: LinkScores | None = None
    seconds: float = 0.0
    processor: float = 0.0
    megabytes: float = 0.0


def measure(system: str, data: sets.Set, work: Path, peers: Path | None) -> Row:
    """Run a system on a set in a new process, and score what it found."""
    size = sum(len(document.source) + len(document.target) for document in data.documents)
    why = systems.missing(system, data, peers)
    if why is not None:
        return Row(data.name, len(data.documents), size, system, why)
    folder = work / f"{data.name} {system}".replace(" ", "-")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        found = pool.submit(systems.run, system, data, folder, peers).result()
    shutil.rmtree(folder)
    scores = LinkScores()
    for document, beads in zip(data.documents, found.beads, strict=True):
        scores += score_links(document.gold, beads)
    return Row(
        data.name,
        len(data.documents),
        size,
        system,
        scores=scores,
        seconds=found.seconds,
        processor=found.processor,
        megabytes=found.peak / 1e6,
    )


def text(rows: list[Row]) -> str:
    """Return a table for each set."""
    tables = []
    for name in dict.fromkeys(row.data for row in rows):
        own = [row for row in rows if row.data == name]
        head = f"{name} ({own[0].documents} documents, {own[0].statements} statements)"
        lines = [[head, *(f"{measure} F1" for measure in MEASURES), "seconds", "processor", "MB"]]
        for row in own:
            if row.scores is None:
                cells = [row.why or "", *[""] * (len(MEASURES) + 2)]
            else:
                scores = [number(getattr(row.scores, measure).f1) for measure in MEASURES]
                cells = [*scores, f"{row.seconds:.1f}", f"{row.processor:.1f}", f"{row.megabytes:.0f}"]
            lines.append([f"  {row.system}", *cells])
        tables.append(aligned(lines))
    return "\n".join(tables)


def document(rows: list[Row], signature: str) -> dict[str, Any]:
    """Return the rows, fit for ``json.dumps``."""
    return {
        "signature": signature,
        "rows": [
            {
                "set": row.data,
                "documents": row.documents,
                "statements": row.statements,
                "system": row.system,
                "not_run": row.why,
                "seconds": round(row.seconds, 2),
                "processor_seconds": round(row.processor, 2),
                "megabytes": round(row.megabytes, 1),
            }
            | {
                measure: score_document(getattr(row.scores, measure))
                for measure in (MEASURES if row.scores else ())
            }
            for row in rows
        ],
    }


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), default=Path("../shared/eval"))
@click.option("--peers", type=click.Path(path_type=Path), help="Folder of hunalign and vecalign.")
@click.option("--work", type=click.Path(path_type=Path), help="Folder to keep translations in between runs.")
@click.option(
    "--sets", "patterns", multiple=True, help="Such as de-en.ntrex.*; all but long.* where missing."
)
@click.option("--systems", "names", multiple=True, type=click.Choice(systems.SYSTEMS))
@click.option("--every", default=1, show_default=True, help="Every so manieth document of a set.")
@click.option("--lines", type=int, help="Cut documents to about so many statements on a side.")
@click.option(
    "--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def main(
    data: Path,
    peers: Path | None,
    work: Path | None,
    patterns: tuple[str, ...],
    names: tuple[str, ...],
    every: int,
    lines: int | None,
    output_format: str,
) -> None:
    """Measure F1, time and peak memory of the aligners on the development sets."""
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = (work or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        for name in sets.chosen(patterns):
            loaded = sets.load(name, data, folder, every=every, lines=lines)
            for system in names or systems.SYSTEMS:
                print(f"{name}: {system}", file=sys.stderr)
                rows.append(measure(system, loaded, folder, peers and peers.resolve()))
    signature = f"every:{every}|lines:{lines or 'all'}|version:{__version__}"
    if output_format == "json":
        click.echo(json.dumps(document(rows, signature), indent=1))
    else:
        click.echo(text(rows) + "\n" + signature)


if __name__ == "__main__":
    main()
