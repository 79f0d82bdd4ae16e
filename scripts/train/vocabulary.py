"""Train the joint sentencepiece vocabulary over German, Russian and English."""

from __future__ import annotations

import random
from pathlib import Path

import click
import sentencepiece

from scripts.train.data import LANGUAGES, draw, load_config, pairs, sources

# Every one of these must be a piece of its own, so that none is ever unknown or lost.
REQUIRED = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    "äöüßÄÖÜẞéèêáàâçñóôíúűőšžćčłżøåæ"
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
    "„“”‚‘’«»‹›\"'–—-−‐.,:;!?()[]/&%‰§°€$£¥₽₸+*=#@_~…•·№×"
)


@click.command()
@click.option("--config", "config_path", type=click.Path(path_type=Path), required=True)
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--work", type=click.Path(path_type=Path), required=True)
def main(config_path: Path, data: Path, work: Path) -> None:
    """Write WORK/vocabulary.model from an equal share of each language, sources drawn by their weights."""
    config = load_config(config_path)
    options = config["vocabulary"]
    work.mkdir(parents=True, exist_ok=True)
    rng = random.Random(1)
    texts: dict[str, list[str]] = {language: [] for language in (*LANGUAGES, "en")}
    for source in sources(config, data):
        rows = list(pairs(source))
        for i in draw(source.weight, len(rows), rng):
            language, foreign, english = rows[i]
            texts[language].append(foreign)
            texts["en"].append(english)
    sample: list[str] = []
    for language in texts:
        rng.shuffle(texts[language])
        sample += texts[language][: options["sentences_per_language"]]
    rng.shuffle(sample)
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sample),
        model_prefix=str(work / "vocabulary"),
        model_type="unigram",
        vocab_size=options["pieces"],
        character_coverage=0.9995,
        required_chars=REQUIRED,
        byte_fallback=True,
        split_digits=True,
        normalization_rule_name="nfkc",
        unk_id=0,
        bos_id=-1,
        eos_id=1,
        pad_id=2,
        num_threads=2,
        max_sentence_length=2000,
        train_extremely_large_corpus=False,
    )
    click.echo(f"{work / 'vocabulary.model'}: {options['pieces']} pieces from {len(sample)} sentences")


if __name__ == "__main__":
    main()
