"""Alignments in files, and which file of one folder belongs to which of another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from align._exceptions import FormatError, InputError
from align.rendering.pairs import read_links
from align.scoring.links import Pair

# What a file begins with, by which its format is told.
_OPENINGS = (
    ("tmx", re.compile(r"<")),
    ("json", re.compile(r"\{")),
    ("tsv", re.compile(r"source_ids\t")),
    ("vecalign", re.compile(r"\[|\Z")),
    ("ladder", re.compile(r"\d+\s+\d+")),
)
_ENDINGS = (".vecalign", ".ladder", ".tsv", ".json", ".tmx", ".align", ".gold")


def read_alignments(gold: Path, found: Path) -> tuple[list[Pair], list[Pair]]:
    """Return the beads of two files of one document.

    The format is told from what a file begins with: vecalign lines, a hunalign ladder, or what ``align pair``
    writes as TSV, JSON or TMX. A translation memory does not hold what has no counterpart, so the statements
    that only the other file names are unmatched in it. Raises ``InputError`` and ``FormatError``, with file
    and line.
    """
    (gold_format, wanted), (found_format, got) = _read(gold), _read(found)
    if gold_format == "tmx":
        wanted = _completed(wanted, got)
    if found_format == "tmx":
        got = _completed(got, wanted)
    return wanted, got


def document_files(
    gold: Path, found: Path, *, gold_ending: str = ".gold", found_ending: str | None = None
) -> list[tuple[str, Path, Path]]:
    """Return the name of each document, its gold file and the file of what was found.

    In folders, a document is a file of ``gold`` that ends with ``gold_ending``; what was found is the file of
    that name in ``found`` that ends with ``found_ending``, or else with the usual ending of an alignment.
    Raises ``InputError`` where there is no such file, or more than one.
    """
    if gold.is_dir() != found.is_dir():
        raise InputError(f"{gold} and {found}: give two files or two folders")
    if not gold.is_dir():
        return [(gold.name, gold, found)]
    files = sorted(path for path in gold.iterdir() if path.name.endswith(gold_ending) and path.is_file())
    if not files:
        raise InputError(f"{gold}: no file ends with {gold_ending!r}; name the ending with --gold-ending")
    named = [(path.name.removesuffix(gold_ending), path) for path in files]
    return [(name, path, _counterpart(name, found, found_ending, path)) for name, path in named]


def _read(path: Path) -> tuple[str, list[Pair]]:
    text = _text(path)
    for name, opening in _OPENINGS:
        if opening.match(text.lstrip()):
            try:
                return name, read_links(text, format=name)
            except FormatError as error:
                raise FormatError(f"{path}: {error}") from error
    first = text.strip().split("\n")[0]
    raise FormatError(
        f"{path}: line 1: “{first[:60]}” begins no alignment; known are vecalign lines, hunalign ladders and "
        "the tsv, json and tmx of align pair"
    )


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}; alignments are read as UTF-8") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the name") from error


def _completed(beads: list[Pair], other: list[Pair]) -> list[Pair]:
    """Return the beads, and one for each statement that stands in ``other`` alone."""
    sources, targets = (
        _statements(other, 0) - _statements(beads, 0),
        _statements(other, 1) - _statements(beads, 1),
    )
    lone: list[Pair] = [((number,), ()) for number in sorted(sources)]
    return [*beads, *lone, *(((), (number,)) for number in sorted(targets))]


def _statements(beads: Iterable[Pair], side: int) -> set[int]:
    return {number for bead in beads for number in bead[side]}


def _counterpart(name: str, folder: Path, ending: str | None, gold: Path) -> Path:
    endings = _ENDINGS if ending is None else (ending,)
    there = [path for path in (folder / f"{name}{end}" for end in endings) if path.is_file()]
    if not there:
        raise InputError(
            f"{folder}: no alignment of {name} ({', '.join(name + end for end in endings)}) for {gold}"
        )
    if len(there) > 1:
        names = " and ".join(path.name for path in there)
        raise InputError(f"{folder}: {names} are alignments of one document; choose with --found-ending")
    return there[0]
