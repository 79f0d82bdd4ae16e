"""The aligners that are compared: each takes a set and returns the beads of every document."""

from __future__ import annotations

import json
import os
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import align
from align.alignment.pair import Order
from align.languages import base
from align.scoring.links import Pair
from scripts.bench.alignment import peers
from scripts.bench.alignment.bleualign import bleualign
from scripts.bench.alignment.galechurch import gale_church
from scripts.bench.alignment.sets import Document, Set

SYSTEMS = (
    "align auto",
    "align monotone",
    "align free",
    "align monotone semantic",
    "align free semantic",
    "vecalign 4",
    "vecalign 8",
    "hunalign",
    "hunalign realign",
    "bleualign",
    "gale-church",
)
# Statements on a side beyond which an aligner of quadratic time in Python is not asked.
LONGEST = {"gale-church": 1000, "bleualign": 6000, "align free": 6000, "align free semantic": 6000}


@dataclass(frozen=True, slots=True)
class Run:
    """What a system found, its seconds by the clock and of the processor, and its peak of memory (bytes)."""

    beads: list[list[Pair]]
    seconds: float
    processor: float
    peak: int


def missing(system: str, data: Set, peer_folder: Path | None) -> str | None:
    """Return why a system cannot align a set; ``None`` where it can."""
    if system.startswith("hunalign") and peers.hunalign_program(peer_folder) is None:
        return "hunalign is not there"
    if system.startswith("vecalign") and peers.vecalign_python(peer_folder) is None:
        return "vecalign is not there"
    if system == "bleualign" and not {data.source_language, data.target_language} <= {"de", "ru", "en"}:
        return "no translation model"
    longest = max(max(len(d.source), len(d.target)) for d in data.documents)
    return f"{longest} statements" if longest > LONGEST.get(system, longest) else None


def run(system: str, data: Set, work: Path, peer_folder: Path | None) -> Run:
    """Align a set; to be called in a process of its own, whose memory is measured."""
    outside = system.startswith(("hunalign", "vecalign"))
    prepared = _prepare(system, data, work, peer_folder)
    started, busy = time.perf_counter(), _processor()
    beads = prepared()
    seconds, processor = time.perf_counter() - started, _processor() - busy
    complete = [_complete(found, document) for found, document in zip(beads, data.documents, strict=True)]
    return Run(complete, seconds, processor, _peak(outside))


def _prepare(system: str, data: Set, work: Path, peer_folder: Path | None) -> Callable[[], list[list[Pair]]]:
    """Load what a system needs, and return what is to be timed."""
    program, python = peers.hunalign_program(peer_folder), peers.vecalign_python(peer_folder)
    if system.startswith("hunalign") and program is not None:
        return lambda: peers.hunalign(data, work, program, realign=system == "hunalign realign")
    if system.startswith("vecalign") and python is not None:
        return lambda: peers.vecalign(data, work, python, size=int(system.split()[1]))
    if system == "gale-church":
        return lambda: [gale_church(document.source, document.target) for document in data.documents]
    if system == "bleualign":
        sides = [_in_one_language(data, document, work.parent) for document in data.documents]
        return lambda: [bleualign(source, target) for source, target in sides]
    order: Order
    _, order, *named = system.split()  # type: ignore[assignment]  # one of SYSTEMS
    embedder = named[0] if named else None
    align.pair(["Es regnete."], ["It rained."], embedder=embedder)  # loads the model
    return lambda: [_ours(data, document, order, embedder) for document in data.documents]


def _ours(data: Set, document: Document, order: Order, embedder: str | None) -> list[Pair]:
    links = align.pair(
        document.source,
        document.target,
        order=order,
        embedder=embedder,
        source_language=data.source_language,
        target_language=data.target_language,
    )
    return [(link.source, link.target) for link in links]


def _in_one_language(data: Set, document: Document, cache: Path) -> tuple[Sequence[str], Sequence[str]]:
    """Return both texts in English, or as they are where their language is the same."""
    if base(data.source_language) == base(data.target_language):
        return document.source, document.target
    return (
        translated(document.source, data.source_language, cache),
        translated(document.target, data.target_language, cache),
    )


def translated(texts: Sequence[str], language: str, cache: Path) -> list[str]:
    """Return the English of texts; what was translated before stands in a file of ``cache``."""
    if base(language) == "en":
        return list(texts)
    path = cache / f"english.{language}.json"
    known: dict[str, str] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    new = [text for text in dict.fromkeys(texts) if text not in known]
    if new:
        known.update(zip(new, align.translate(new, source=language), strict=True))
        path.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
    return [known[text] for text in texts]


def _complete(beads: Sequence[Pair], document: Document) -> list[Pair]:
    """Return the beads, and one for each statement that none of them holds."""
    left = set(range(len(document.source))) - {i for source, _ in beads for i in source}
    right = set(range(len(document.target))) - {j for _, target in beads for j in target}
    return [*beads, *(((i,), ()) for i in sorted(left)), *(((), (j,)) for j in sorted(right))]


def _processor() -> float:
    """Return the seconds of processor time of this process and those that it started and that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _peak(outside: bool) -> int:
    """Return the peak of resident memory of this process, or of the largest that it started, in bytes."""
    if outside:
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    # Not from getrusage, which remembers the process that this one was started from.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024
