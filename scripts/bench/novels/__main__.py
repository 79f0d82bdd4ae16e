"""How far the gold of the two novels, two hand alignments of stretches of them, and ours agree.

The ``.links`` files beside this one hold the hand alignments, a bead a line as vecalign writes it: indices of
statements in the development set, none of their words. See the README.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path

import click

import align
from align.rendering.pairs import read_links
from align.scoring.links import LinkScores, Pair, score_links
from scripts.bench.alignment.sets import BOOKS, Document, load

HERE = Path(__file__).parent
HANDS = ("first hand", "second hand")


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), default=Path("../shared/eval"))
def main(data: Path) -> None:
    """Print strict F1 between every two alignments of the same stretches."""
    for name in BOOKS:
        texts = load(name, data, HERE, every=1, lines=None)
        document = texts.documents[0]
        links = align.pair(
            document.source,
            document.target,
            source_language=texts.source_language,
            target_language=texts.target_language,
        )
        hands = {hand: by_hand(name, hand) for hand in HANDS}
        found = {"gold": document.gold, "ours": [(link.source, link.target) for link in links]}
        stretches = [within(hands[HANDS[0]], beads, document) for beads in found.values()]
        alignments = hands | dict(zip(found, stretches, strict=True))
        statements = sum(len(source) for source, _ in hands[HANDS[0]])
        click.echo(f"{name}: {statements} source statements")
        for one, other in combinations(alignments, 2):
            scores = score_links(alignments[one], alignments[other])
            click.echo(f"  {one} and {other}: {strict(scores):.3f}")


def by_hand(name: str, hand: str) -> list[Pair]:
    """Return the beads of a hand alignment, those of all stretches."""
    path = HERE / f"{name}.{hand.split()[0]}.links"
    return list(read_links(path.read_text(encoding="utf-8"), format="vecalign"))


def within(hand: Sequence[Pair], beads: Iterable[Pair], document: Document) -> list[Pair]:
    """Return the beads of the stretches that were aligned by hand, statements in no bead included.

    Stretches begin and end at borders that the gold and our alignment had in common.
    """
    sources, targets = ({i for ids in side for i in ids} for side in zip(*hand, strict=True))
    found = [(s, t) for s, t in beads if sources.intersection(s) or targets.intersection(t)]
    linked, others = ({i for ids in side for i in ids} for side in zip(*found, strict=True))
    if not (linked <= sources and others <= targets):
        raise click.ClickException(f"{document.name}: a bead crosses the end of a stretch aligned by hand")
    found += [((i,), ()) for i in sorted(sources - linked)]
    return found + [((), (j,)) for j in sorted(targets - others)]


def strict(scores: LinkScores) -> float:
    return scores.strict.f1 or 0.0


if __name__ == "__main__":
    main()
