"""Measure word marks on linked statements of which it is known what one adds.

Usage: python -m scripts.bench.marks [--data FOLDER] [--each N] [--without-attention] [--format text|json]
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from align._version import __version__
from align.api import default_embedder
from align.comparison.marks import word_marks
from align.scoring.tables import aligned, number
from align.translation import load_translator
from align.translation.attention import AttentionReader
from scripts.bench.marks.cases import cases
from scripts.bench.marks.counts import Counts, count
from scripts.bench.marks.reports import Event, events
from scripts.bench.marks.things import Things, count_things
from scripts.folders import development

Row = tuple[str, str]  # what was done to the statements, and their languages
ALL = "all"


def counted(event: Event, attention: AttentionReader | None) -> dict[Row, Counts]:
    """Count the marks of some cases in the originals."""
    marks = word_marks(event.links, event.indexes, event.similarity, attention)
    found: defaultdict[Row, Counts] = defaultdict(Counts)
    for place, case in enumerate(event.cases):
        for report, side in zip(event.reports, (case.left, case.right), strict=True):
            start = report.statements[place].start
            own = [
                (mark.start - start, mark.end - start)
                for mark in marks
                if (mark.report, mark.statement, mark.on) == (report.id, place, "original")
            ]
            found[case.change, case.pair] += count(side, own)
    return found


def with_sums(rows: Mapping[Row, Counts]) -> dict[Row, Counts]:
    """Return the rows, and one of all pairs of languages for each change."""
    sums: defaultdict[Row, Counts] = defaultdict(Counts)
    for (change, _), counts in rows.items():
        sums[change, ALL] += counts
    return {**rows, **sums}


def text(rows: Mapping[Row, Counts], things: Mapping[str, Things]) -> str:
    """Return a table of the cases and one of the things in corpora/."""
    order = list(dict.fromkeys(change for change, _ in rows))
    lines = [["", "", "precision", "recall", "F1", "marked words per 100"]]
    for change, pair in sorted(rows, key=lambda row: (order.index(row[0]), row[1] == ALL, row[1])):
        own = rows[change, pair]
        scores = [number(own.precision), number(own.recall), number(own.f1)] if own.added else [""] * 3
        lines.append([change, pair, *scores, f"{own.per_hundred:.1f}"])
    tables = [aligned(lines)]
    if things:
        lines = [["things of corpora/", "only one side has", "marked", "both have", "marked"]]
        for pair, named in sorted(things.items()):
            numbers = (named.added, named.added_marked, named.shared, named.shared_marked)
            lines.append([pair, *map(str, numbers)])
        tables.append(aligned(lines))
    return "\n".join(tables)


def document(rows: Mapping[Row, Counts], things: Mapping[str, Things], signature: str) -> dict[str, object]:
    """Return the counts, fit for ``json.dumps``."""
    return {
        "signature": signature,
        "cases": [
            {
                "change": change,
                "pair": pair,
                "precision": own.precision,
                "recall": own.recall,
                "f1": own.f1,
                "marked_words_per_100": own.per_hundred,
            }
            for (change, pair), own in rows.items()
        ],
        "things": {
            pair: {
                "added": own.added,
                "added_marked": own.added_marked,
                "shared": own.shared,
                "shared_marked": own.shared_marked,
            }
            for pair, own in things.items()
        },
    }


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), default=Path("../shared/eval"))
@click.option("--each", default=40, show_default=True, help="Cases of each change and pair of languages.")
@click.option("--changes", multiple=True, help="Such as untouched; all where missing.")
@click.option("--without-attention", is_flag=True, help="As with a model that cannot be asked.")
@click.option("--corpora/--no-corpora", default=True, help="Whether to count the things of corpora/.")
@click.option("--format", "kind", type=click.Choice(["text", "json"]), default="text", show_default=True)
def main(
    data: Path, each: int, changes: Sequence[str], without_attention: bool, corpora: bool, kind: str
) -> None:
    """Print how well the words are marked that one side adds."""
    translator = load_translator()
    attention = None if without_attention else translator.attention
    chosen = [
        case for case in cases(data, half="measured", each=each) if not changes or case.change in changes
    ]
    rows: defaultdict[Row, Counts] = defaultdict(Counts)
    for event in events(chosen, translator, default_embedder()):
        for row, counts in counted(event, attention).items():
            rows[row] += counts
    things: defaultdict[str, Things] = defaultdict(Things)
    for folder in development() if corpora else ():
        for pair, found in count_things(folder, translator, attention).items():
            things[pair] += found
    table = with_sums(rows)
    asked = "without attention" if attention is None else "with attention"
    signature = f"align {__version__}|mt:{translator.name}|{asked}|each:{each}"
    if kind == "json":
        click.echo(json.dumps(document(table, things, signature), indent=1))
    else:
        click.echo(f"{text(table, things)}\n{signature}")


if __name__ == "__main__":
    main()
