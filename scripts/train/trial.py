"""Try a change of the settings: train from the same weights with it and without it, and measure both.

    python -m scripts.train.trial --config CONFIG --data DATA --eval EVAL --work WORK --start WEIGHTS
                                  --millions 3 --set translation.sampled=0.0 --set synthetic.weight=0.0

Each ``--set`` is a trial of its own beside the settings as they are; the figures are BLEU and chrF of the
first sentences of newstest2018.
"""

from __future__ import annotations

import copy
import shutil
import tomllib
from pathlib import Path
from typing import Any

import click
import sacrebleu
import torch

from align.translation import load_translator
from align.translation.decoding import Decoding
from scripts.train.data import load_config
from scripts.train.export import write_ctranslate, write_marian
from scripts.train.translation import Trainer

AS_IT_IS = "as it is"
SETS = {"de-en": "newstest2018.deu-eng", "ru-en": "newstest2018.rus-eng"}


def changed(config: dict[str, Any], change: str, millions: float) -> dict[str, Any]:
    """Return the config with ``section.key=value`` set, and so many million pieces to train from a start."""
    result = copy.deepcopy(config)
    stage = result["further"]["stages"][-1]
    result["further"] |= {"stages": [{**stage, "millions": millions}], "cooldown_millions": millions * 2 / 3}
    if change == AS_IT_IS:
        return result
    path, _, value = change.partition("=")
    *sections, key = path.split(".")
    part = result
    for section in sections:
        if section not in part:
            raise click.ClickException(f"--set {change}: the config has no {section!r}")
        part = part[section]
    if key not in part:
        raise click.ClickException(f"--set {change}: the config has no {path!r}")
    part[key] = tomllib.loads(f"value = {value}")["value"]
    return result


def figures(folder: Path, data: Path, sentences: int) -> str:
    """Return BLEU / chrF of a CTranslate2 model on the first sentences of each set."""
    translator = load_translator(str(folder), decoding=Decoding(beam=6, repetition_penalty=1.1))
    bleu, chrf, shown = sacrebleu.BLEU(), sacrebleu.CHRF(), []
    for pair, name in SETS.items():
        source, reference = (
            (data / "mt" / f"{name}.{side}").read_text(encoding="utf-8").splitlines()[:sentences]
            for side in name.rpartition(".")[2].split("-")
        )
        outputs = translator.translate(source)
        shown.append(
            f"{pair} {bleu.corpus_score(outputs, [reference]).score:.1f} / "
            f"{chrf.corpus_score(outputs, [reference]).score:.1f}"
        )
    return "  ".join(shown)


def trained(config: dict[str, Any], data: Path, work: Path, start: Path, threads: int) -> Path:
    """Train in a folder of its own, and return the exported model."""
    torch.set_num_threads(threads)
    trainer = Trainer(config, data, work, reverse=False, start=start)
    trainer.train(minutes=1e9, updates=10**12)
    write_marian(trainer.model.cpu(), work / "vocabulary.model", work / "marian")
    write_ctranslate(work / "marian", work / "model")
    return work / "model"


@click.command()
@click.option("--config", "config_path", type=click.Path(path_type=Path), required=True)
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True, help="Parallel text.")
@click.option("--eval", "sets", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--work", type=click.Path(path_type=Path), required=True, help="Has vocabulary.model.")
@click.option("--start", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--set", "changes", multiple=True, help="section.key=value")
@click.option("--millions", default=3.0, show_default=True, help="Million pieces to train each.")
@click.option("--sentences", default=1000, show_default=True)
@click.option("--threads", default=2, show_default=True)
def main(
    config_path: Path,
    data: Path,
    sets: Path,
    work: Path,
    start: Path,
    changes: tuple[str, ...],
    millions: float,
    sentences: int,
    threads: int,
) -> None:
    """Print the figures of the settings as they are, and of each change; a trial that was stopped goes on."""
    config = load_config(config_path)
    for change in (AS_IT_IS, *changes):
        own = work / "trials" / "".join(c if c.isalnum() or c in ".=" else "-" for c in change)
        own.mkdir(parents=True, exist_ok=True)
        for name in ("vocabulary.model", "back.tsv"):
            if (work / name).is_file():
                shutil.copyfile(work / name, own / name)
        model = trained(changed(config, change, millions), data, own, start, threads)
        click.echo(f"{change}: {figures(model, sets, sentences)}")


if __name__ == "__main__":
    main()
