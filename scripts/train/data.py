"""Parallel text: read the sources that a config names, clean them, and turn them into subword ids."""

from __future__ import annotations

import gzip
import random
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import sentencepiece

Ids = npt.NDArray[np.int32]

CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
MARKUP = re.compile(r"[<>{}\\|`]|\]\(|\*\*|::|%[sd]|\$[A-Za-z_]|&[a-z]+;")
LANGUAGES = ("de", "ru")


@dataclass(frozen=True)
class Source:
    """One file of parallel text and how much the translation model sees of it."""

    name: str
    path: Path
    language: str | None  # None: a table of names with columns for several languages
    weight: float
    limit: int | None = None


def load_config(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def sources(config: dict[str, Any], root: Path) -> list[Source]:
    """Return the sources that the config names, each with its file below ``root``."""
    found = []
    for section in ("sources", "lists"):
        for name, options in config[section].items():
            language = name.split("-", 1)[0] if section == "sources" else None
            path = root / f"{name}.tsv.gz"
            if not path.is_file():
                raise SystemExit(f"{path}: no such file (named in the config under [{section}])")
            found.append(Source(name, path, language, options["weight"], options.get("limit")))
    return found


def pairs(source: Source) -> Iterator[tuple[str, str, str]]:
    """Yield ``(language, foreign, english)`` of every line that passes the cleaning."""
    rows = _table_rows(source) if source.language is None else _pair_rows(source)
    for language, foreign, english in rows:
        foreign, english = normalise(foreign), normalise(english)
        if _keep(language, foreign, english):
            yield language, foreign, english


def _pair_rows(source: Source) -> Iterator[tuple[str, str, str]]:
    assert source.language is not None
    with gzip.open(source.path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            if source.limit is not None and number >= source.limit:
                return
            fields = line.rstrip("\n").split("\t")
            if len(fields) >= 2:
                yield source.language, fields[0], fields[1]


def _table_rows(source: Source) -> Iterator[tuple[str, str, str]]:
    with gzip.open(source.path, "rt", encoding="utf-8") as file:
        header = next(file).rstrip("\n").split("\t")
        for line in file:
            row = dict(zip(header, line.rstrip("\n").split("\t"), strict=False))
            for language in LANGUAGES:
                if row.get(language) and row.get("en"):
                    yield language, row[language], row["en"]


def normalise(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _keep(language: str, foreign: str, english: str) -> bool:
    if not foreign or not english or max(len(foreign), len(english)) > 500:
        return False
    if MARKUP.search(foreign) or MARKUP.search(english):
        return False
    if language == "ru" and not CYRILLIC.search(foreign):
        return False
    if CYRILLIC.search(english):
        return False
    if len(foreign) > 25 and foreign == english:
        return False
    ratio = len(foreign) / len(english)
    return max(len(foreign), len(english)) < 25 or 0.45 < ratio < 2.4


@dataclass(frozen=True)
class Encoded:
    """The pairs of one source as subword ids, without end-of-sentence marks."""

    name: str
    weight: float
    foreign: list[Ids]
    english: list[Ids]


def encode(source: Source, vocabulary: sentencepiece.SentencePieceProcessor, max_pieces: int) -> Encoded:
    """Read and encode a source; pairs with a side longer than ``max_pieces`` are left out."""
    return encode_rows(source.name, source.weight, list(pairs(source)), vocabulary, max_pieces)


def encode_rows(
    name: str,
    weight: float,
    rows: list[tuple[str, str, str]],
    vocabulary: sentencepiece.SentencePieceProcessor,
    max_pieces: int,
) -> Encoded:
    """Encode rows of ``(language, foreign, english)`` as ``encode`` does."""
    foreign = vocabulary.encode([row[1] for row in rows], num_threads=2)
    english = vocabulary.encode([row[2] for row in rows], num_threads=2)
    kept = [
        (np.array(f, dtype=np.int32), np.array(e, dtype=np.int32))
        for f, e in zip(foreign, english, strict=True)
        if 0 < len(f) <= max_pieces and 0 < len(e) <= max_pieces
    ]
    return Encoded(name, weight, [f for f, _ in kept], [e for _, e in kept])


def draw(weight: float, count: int, rng: random.Random) -> list[int]:
    """Return indices of ``count`` items, each drawn ``weight`` times on average."""
    whole, part = int(weight), weight - int(weight)
    return [i for i in range(count) for _ in range(whole + (rng.random() < part))]
