"""Peers that are programs of their own: built in a folder outside the repository, see ``README.md``."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from align.rendering.pairs import read_links
from align.scoring.links import Pair
from scripts.bench.alignment.sets import Document, Set


def hunalign_program(peers: Path | None) -> Path | None:
    """Return the program in the folder of the peers or on the search path, if it is there."""
    return _found(peers, "hunalign/src/hunalign/hunalign", "hunalign")


def vecalign_python(peers: Path | None) -> Path | None:
    """Return the interpreter of the environment that vecalign is installed in, if there is one."""
    python = peers / "env" / "bin" / "python" if peers else None
    return python if python and python.with_name("vecalign").is_file() else None


def hunalign(data: Set, work: Path, program: Path, *, realign: bool) -> list[list[Pair]]:
    """Align all documents in one batch, without a dictionary; ``realign`` builds one from a first pass."""
    dictionary = work / "empty.dic"
    dictionary.write_text("")
    jobs = [
        [_words(d.source, work / f"{d.name}.s"), _words(d.target, work / f"{d.name}.t")]
        for d in data.documents
    ]
    ladders = [work / f"{document.name}.ladder" for document in data.documents]
    batch = work / "batch"
    batch.write_text("".join(f"{s}\t{t}\t{out}\n" for (s, t), out in zip(jobs, ladders, strict=True)))
    options = ["-realign"] if realign else []
    _run([str(program), *options, "-batch", str(dictionary), str(batch)], work)
    return [read_links(ladder.read_text(encoding="utf-8"), format="ladder") for ladder in ladders]


def vecalign(data: Set, work: Path, python: Path, *, size: int) -> list[list[Pair]]:
    """Align all documents in one run, on the embeddings of align; a bead has ``size`` statements at most.

    The embeddings of runs of statements are part of it, as vecalign takes them from files.
    """
    sides = {}
    for end, texts in (("s", [d.source for d in data.documents]), ("t", [d.target for d in data.documents])):
        files = [
            _written(lines, work / f"{d.name}.{end}") for d, lines in zip(data.documents, texts, strict=True)
        ]
        overlaps, vectors = work / f"overlaps.{end}", work / f"vectors.{end}"
        overlap = [str(python), "-m", "vecalign.overlap", "-i", *files, "-o", str(overlaps), "-n", str(size)]
        _run(overlap, work)
        _embed(overlaps, vectors)
        sides[end] = (files, [str(overlaps), str(vectors)])
    (sources, source_vectors), (targets, target_vectors) = sides["s"], sides["t"]
    lines = _run(
        [
            *(str(python), "-m", "vecalign.vecalign", "--alignment_max_size", str(size)),
            *("--src", *sources, "--tgt", *targets),
            *("--src_embed", *source_vectors, "--tgt_embed", *target_vectors),
        ],
        work,
    )
    return list(by_document(read_links(lines, format="vecalign"), data.documents))


def _found(peers: Path | None, place: str, name: str) -> Path | None:
    if peers is not None and (peers / place).is_file():
        return peers / place
    on_path = shutil.which(name)
    return Path(on_path) if on_path else None


def _run(arguments: Sequence[str], work: Path) -> str:
    """Run a program in ``work``, where it may leave files, and return its standard output."""
    result = subprocess.run(arguments, cwd=work, capture_output=True, encoding="utf-8", check=False)
    if result.returncode:
        raise RuntimeError(f"{Path(arguments[0]).name} failed: {result.stderr.strip()[-500:]}")
    return result.stdout


def _words(texts: Sequence[str], path: Path) -> str:
    """Write one statement a line, words and marks apart, as hunalign wants it."""
    return _written([" ".join(re.findall(r"\w+|[^\w\s]", text)) for text in texts], path)


def _written(texts: Sequence[str], path: Path) -> str:
    path.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
    return str(path)


def _embed(overlaps: Path, vectors: Path) -> None:
    from align.api import default_embedder

    texts = overlaps.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    default_embedder().sums(texts).tofile(vectors)


def by_document(beads: Sequence[Pair], documents: Sequence[Document]) -> Iterator[list[Pair]]:
    """Share out the beads of all documents: each document takes as many as hold its statements."""
    waiting = iter(beads)
    for document in documents:
        left, right = len(document.source), len(document.target)
        taken: list[Pair] = []
        while left or right:
            source, target = next(waiting)
            left, right = left - len(source), right - len(target)
            taken.append((source, target))
        yield taken
