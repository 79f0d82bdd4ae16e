"""The development sets: documents of two languages and their gold."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path

from align.rendering.pairs import read_links
from align.scoring.links import Pair

LANGUAGES = ("de-en", "ru-en", "de-ru")
LEVELS = ("clean", "light", "medium", "heavy", "edit")
CONSTRUCTED = tuple(f"{pair}.ntrex.{level}" for pair in LANGUAGES for level in LEVELS)
BOOKS = {
    "books.de-en": ("DE-EN", "val_Twain_Mark-Tom_Sawyer"),
    "books.en-ru": ("EN-RU", "val_Tolstoy_Leo-Anna_Karenina_vol2"),
}
LONG = {
    "long.de-en.5000": "de-en.newstests.medium.5000",
    "long.ru-en.5000": "ru-en.newstests.medium.5000",
    "long.ru-en.17820": "ru-en.newstests.medium.17820",
    "long.de-en.25668": "de-en.newstests.medium.25668",
}
NAMES = (*CONSTRUCTED, *BOOKS, "deplain", "text-berg", *LONG)


@dataclass(frozen=True, slots=True)
class Document:
    """Two texts, a statement an item, and the beads of the gold."""

    name: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    gold: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Set:
    """Documents of two languages (BCP 47)."""

    name: str
    source_language: str
    target_language: str
    documents: tuple[Document, ...]


def chosen(patterns: Sequence[str]) -> list[str]:
    """Return the names of the sets that fit one of the patterns; all but the long ones without patterns."""
    if not patterns:
        return [name for name in NAMES if name not in LONG]
    return [name for name in NAMES if any(fnmatch(name, pattern) for pattern in patterns)]


def load(name: str, data: Path, work: Path, *, every: int, lines: int | None) -> Set:
    """Read every so manieth document of a set, cut to about so many lines at a border of the gold."""
    documents = list(_documents(name, data / "align", data / "comparable", work))[::every]
    if lines is not None:
        documents = [cut(document, lines) for document in documents]
    return Set(name, *_languages(name), tuple(documents))


def _languages(name: str) -> tuple[str, str]:
    if name == "deplain":
        return "de", "de"
    if name == "text-berg":
        return "de", "fr"
    part = name.split(".")[0 if name in CONSTRUCTED else 1]
    source, target = part.split("-")
    return source, target


def _documents(name: str, folder: Path, comparable: Path, work: Path) -> Iterator[Document]:
    if name in CONSTRUCTED:
        yield from _folder(_unpacked(folder / "constructed.tar.gz", work) / name)
    elif name == "deplain":
        yield from _folder(comparable / "deplain")
    elif name == "text-berg":
        dev = folder / "text_berg_dev"
        yield _read("dev", dev / "dev.de", dev / "dev.fr", dev / "dev.defr")
    else:
        base = folder / "books" / Path(*BOOKS[name]) if name in BOOKS else folder / "long" / LONG[name]
        yield _read(name, *(base.with_name(base.name + end) for end in (".src", ".tgt", ".gold")))


def _folder(folder: Path) -> Iterator[Document]:
    for gold in sorted(folder.glob("*.gold")):
        yield _read(gold.stem, gold.with_suffix(".src"), gold.with_suffix(".tgt"), gold)


def _unpacked(archive: Path, work: Path) -> Path:
    folder = work / "constructed"
    if not folder.is_dir():
        with tarfile.open(archive) as file:
            file.extraction_filter = getattr(tarfile, "data_filter", None)  # since Python 3.11.4
            file.extractall(work)
    return folder


def _read(name: str, source: Path, target: Path, gold: Path) -> Document:
    beads = read_links(gold.read_text(encoding="utf-8"), format="vecalign")
    return Document(name, _lines(source), _lines(target), tuple(beads))


def _lines(path: Path) -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8").removesuffix("\n").split("\n"))


def cut(document: Document, most: int) -> Document:
    """Keep the longest run of first beads that hold the first statements of both sides, up to so many."""
    sources: set[int] = set()
    targets: set[int] = set()
    best = (0, 0, 0)
    for number, (source, target) in enumerate(document.gold, start=1):
        sources.update(source)
        targets.update(target)
        if max(len(sources), len(targets)) > most:
            break
        if max(sources, default=-1) < len(sources) and max(targets, default=-1) < len(targets):
            best = (number, len(sources), len(targets))
    beads, left, right = best
    if max(len(document.source), len(document.target)) <= most or not beads:
        return document
    return replace(
        document,
        source=document.source[:left],
        target=document.target[:right],
        gold=document.gold[:beads],
    )
