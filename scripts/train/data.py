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
Row = tuple[str, str, str]  # language, foreign, English

ALPHA = 0.3  # of the random cuts: the smaller, the further from the best one

CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
MARKUP = re.compile(r"[<>{}\\|`]|\]\(|\*\*|::|%[sd]|\$[A-Za-z_]|&[a-z]+;")
LANGUAGES = ("de", "ru")

# Pieces that no text holds open a source: what language a reverse model is to write, and that a source was
# written by a model (Caswell et al., 2019, arXiv:1906.06442).
TAGS = {"de": "<0x02>", "ru": "<0x03>"}
WRITTEN_BY_MODEL = "<0x01>"


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


def pairs(source: Source) -> Iterator[Row]:
    """Yield ``(language, foreign, english)`` of every line that passes the cleaning."""
    rows = _table_rows(source) if source.language is None else _pair_rows(source)
    for language, foreign, english in rows:
        foreign, english = normalise(foreign), normalise(english)
        if keep(language, foreign, english):
            yield language, foreign, english


def _pair_rows(source: Source) -> Iterator[Row]:
    assert source.language is not None
    with gzip.open(source.path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            if source.limit is not None and number >= source.limit:
                return
            fields = line.rstrip("\n").split("\t")
            if len(fields) >= 2:
                yield source.language, fields[0], fields[1]


def _table_rows(source: Source) -> Iterator[Row]:
    with gzip.open(source.path, "rt", encoding="utf-8") as file:
        header = next(file).rstrip("\n").split("\t")
        for line in file:
            row = dict(zip(header, line.rstrip("\n").split("\t"), strict=False))
            for language in LANGUAGES:
                if row.get(language) and row.get("en"):
                    yield language, row[language], row["en"]


def normalise(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def keep(language: str, foreign: str, english: str) -> bool:
    """Say whether a pair may be learned from: sides of like length, without markup, in their languages."""
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
    source: list[Ids]
    target: list[Ids]


def encode(source: Source, encoder: Encoder, max_pieces: int) -> Encoded:
    """Read and encode a source; pairs with a side longer than ``max_pieces`` are left out."""
    return encode_rows(source.name, source.weight, list(pairs(source)), encoder, max_pieces)


@dataclass(frozen=True)
class Encoder:
    """How pairs become ids: into English or out of it, and how many sources are cut up at random.

    A random cut is a sample from the unigram model (Kudo, 2018, arXiv:1804.10959): the model meets rare words
    and names in more than one spelling.
    """

    vocabulary: sentencepiece.SentencePieceProcessor
    reverse: bool = False
    sampled: float = 0.0  # share of the sources

    def sources(self, rows: list[Row]) -> list[list[int]]:
        if self.reverse:
            tags = {language: self.vocabulary.piece_to_id(tag) for language, tag in TAGS.items()}
            english = self.vocabulary.encode([row[2] for row in rows], num_threads=1)
            return [[tags[row[0]], *ids] for row, ids in zip(rows, english, strict=True)]
        found: list[list[int]] = self.vocabulary.encode([row[1] for row in rows], num_threads=1)
        rng = random.Random(len(rows))
        chosen = [i for i in range(len(rows)) if rng.random() < self.sampled]
        for i in chosen:
            found[i] = self.vocabulary.encode(rows[i][1], enable_sampling=True, alpha=ALPHA, nbest_size=-1)
        return found

    def targets(self, rows: list[Row]) -> list[list[int]]:
        found: list[list[int]] = self.vocabulary.encode(
            [row[1 if self.reverse else 2] for row in rows], num_threads=1
        )
        return found


def encode_rows(name: str, weight: float, rows: list[Row], encoder: Encoder, max_pieces: int) -> Encoded:
    """Encode rows of ``(language, foreign, english)`` as ``encode`` does."""
    kept = [
        (np.array(s, dtype=np.int32), np.array(t, dtype=np.int32))
        for s, t in zip(encoder.sources(rows), encoder.targets(rows), strict=True)
        if 0 < len(s) <= max_pieces and 0 < len(t) <= max_pieces
    ]
    return Encoded(name, weight, [s for s, _ in kept], [t for _, t in kept])


def draw(weight: float, count: int, rng: random.Random) -> list[int]:
    """Return indices of ``count`` items, each drawn ``weight`` times on average."""
    whole, part = int(weight), weight - int(weight)
    return [i for i in range(count) for _ in range(whole + (rng.random() < part))]
