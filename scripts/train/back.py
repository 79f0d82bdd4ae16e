"""Back-translate English-only text into German and Russian with the reverse model (Sennrich et al., 2016).

What comes out is one more source of pairs, WORK/back.tsv: language, foreign, English. A tag on the foreign
side tells the model that another model wrote it. Words are drawn from the few most probable ones: the best
ones alone are too much alike, and all that a weak model thinks possible is mostly wrong (Edunov et al., 2018,
arXiv:1808.09381).
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
import sentencepiece

from scripts.train.data import (
    LANGUAGES,
    TAGS,
    WRITTEN_BY_MODEL,
    Encoded,
    Encoder,
    Row,
    encode_rows,
    keep,
    load_config,
    normalise,
)

BATCH = 512  # sentences that are translated between two looks at the clock


def back_translated(config: dict[str, Any], work: Path, encoder: Encoder, max_pieces: int) -> Encoded:
    """Return the pairs of WORK/back.tsv, their sources tagged; none where the config gives them no weight."""
    weight = config["back"]["weight"]
    rows = list(_rows(work / "back.tsv")) if weight > 0 else []
    encoded = encode_rows("back", weight, rows, encoder, max_pieces - 1)
    tag = encoder.vocabulary.piece_to_id(WRITTEN_BY_MODEL)
    return Encoded("back", weight, [np.insert(ids, 0, tag) for ids in encoded.source], encoded.target)


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            language, foreign, english = line.rstrip("\n").split("\t")
            if keep(language, foreign, english):
                yield language, foreign, english


def sentences(config: dict[str, Any], root: Path) -> list[str]:
    """Return the English sentences to translate, always in the same order: the files mixed, each limited."""
    found: list[str] = []
    for name, limit in config["back"]["sources"].items():
        with gzip.open(root / f"{name}.txt.gz", "rt", encoding="utf-8") as file:
            texts = [text for line in file if _is_sentence(text := normalise(line))]
        random.Random(name).shuffle(texts)
        found += texts[:limit]
    random.Random(1).shuffle(found)
    return found


def _is_sentence(text: str) -> bool:
    return 6 <= text.count(" ") <= 40 and text[-1] in ".!?" and text[0].isupper()


class Reverse:
    """The reverse model, exported to CTranslate2."""

    def __init__(self, work: Path, threads: int) -> None:
        import ctranslate2

        device = "cuda" if ctranslate2.get_cuda_device_count() else "cpu"
        self.vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(work / "vocabulary.model"))
        self.translator = ctranslate2.Translator(str(work / "reverse"), device=device, intra_threads=threads)

    def translate(self, language: str, texts: list[str]) -> list[str]:
        sources = [[TAGS[language], *self.vocabulary.encode(text, out_type=str), "</s>"] for text in texts]
        results = self.translator.translate_batch(
            sources,
            beam_size=1,
            sampling_topk=5,
            sampling_temperature=0.6,
            repetition_penalty=1.1,
            max_decoding_length=100,
            max_batch_size=2048,
            batch_type="tokens",
        )
        return [normalise(self.vocabulary.decode(result.hypotheses[0])) for result in results]


@click.command()
@click.option("--config", "config_path", type=click.Path(path_type=Path), required=True)
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--work", type=click.Path(path_type=Path), required=True)
@click.option("--minutes", default=1e9, help="Stop after so many minutes; the same command goes on later.")
@click.option("--threads", default=2, show_default=True)
def main(config_path: Path, data: Path, work: Path, minutes: float, threads: int) -> None:
    """Write WORK/back.tsv with WORK/reverse, or go on writing it; batches of the two languages take turns."""
    texts = sentences(load_config(config_path), data)
    path = work / "back.tsv"
    done = sum(1 for _ in path.open(encoding="utf-8")) if path.is_file() else 0
    model, started = Reverse(work, threads), time.time()
    with path.open("a", encoding="utf-8") as file:
        for first in range(done, len(texts), BATCH):
            if time.time() - started > minutes * 60:
                break
            batch, language = texts[first : first + BATCH], LANGUAGES[first // BATCH % len(LANGUAGES)]
            for english, foreign in zip(batch, model.translate(language, batch), strict=True):
                file.write(f"{language}\t{foreign}\t{english}\n")
            rate = (first - done + len(batch)) / (time.time() - started)
            click.echo(f"{first + len(batch)} of {len(texts)}, {rate:.0f} a second")


if __name__ == "__main__":
    main()
