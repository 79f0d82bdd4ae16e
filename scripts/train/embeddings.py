"""Train a table of subword vectors whose sum is a sentence's vector, the same for its translation.

Both sides of a parallel pair are drawn together and the other pairs of the batch pushed apart
(additive-margin softmax in both directions: Yang et al., 2019, arXiv:1902.08564). There are two: a narrow
one, from which the translation model starts, and the static embedder.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import click
import numpy as np
import numpy.typing as npt
import sentencepiece
import torch
from torch import nn
from torch.nn import functional

from scripts.train.data import Encoder, Ids, encode, load_config, sources

FILES = {"embeddings": "embeddings.npy", "static": "static.npy"}


class Side:
    """One side of all pairs, its ids in one array."""

    def __init__(self, sentences: list[Ids]) -> None:
        self.ids = np.concatenate(sentences).astype(np.int64)
        self.lengths = np.array([len(ids) for ids in sentences])
        self.starts = np.cumsum(self.lengths) - self.lengths

    def bags(self, rows: npt.NDArray[np.int64]) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the ids of some sentences in a row, and where each begins."""
        lengths = self.lengths[rows]
        offsets = np.cumsum(lengths) - lengths
        where = np.repeat(self.starts[rows] - offsets, lengths) + np.arange(lengths.sum())
        return torch.from_numpy(self.ids[where]), torch.from_numpy(offsets)


class Pairs:
    """Both sides of all pairs, and how often a pass sees each."""

    def __init__(self, config: dict[str, Any], options: dict[str, Any], data: Path, encoder: Encoder) -> None:
        parts = [encode(source, encoder, options["max_pieces"]) for source in sources(config, data)]
        self.foreign = Side([ids for part in parts for ids in part.source])
        self.english = Side([ids for part in parts for ids in part.target])
        weights = [np.full(len(part.source), part.weight) for part in parts]
        self.weights = np.clip(np.concatenate(weights), options["least_weight"], options["most_weight"])

    def drawn(self, rng: np.random.Generator) -> npt.NDArray[np.int64]:
        """Return the pairs of one pass, each drawn ``weight`` times on average, in random order."""
        times = np.floor(self.weights + rng.random(len(self.weights))).astype(np.int64)
        rows = np.repeat(np.arange(len(times)), times)
        rng.shuffle(rows)
        return rows


@click.command()
@click.option("--config", "config_path", type=click.Path(path_type=Path), required=True)
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--work", type=click.Path(path_type=Path), required=True)
@click.option("--table", type=click.Choice(list(FILES)), default="embeddings", show_default=True)
@click.option("--threads", default=2, show_default=True)
def main(config_path: Path, data: Path, work: Path, table: str, threads: int) -> None:
    """Write WORK/embeddings.npy or WORK/static.npy: float32, pieces x dimension."""
    torch.set_num_threads(threads)
    config = load_config(config_path)
    options = config[table]
    vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(work / "vocabulary.model"))
    pairs = Pairs(config, options, data, Encoder(vocabulary))
    click.echo(f"{len(pairs.weights)} pairs, {pairs.weights.sum():.0f} in a pass")
    trained = train(pairs, options, vocabulary.get_piece_size())
    np.save(work / FILES[table], trained)
    click.echo(f"{work / FILES[table]}")


def train(pairs: Pairs, options: dict[str, Any], pieces: int) -> npt.NDArray[np.float32]:
    """Return the table after so many passes over the pairs, the rate falling to a fiftieth."""
    torch.manual_seed(1)
    rng = np.random.default_rng(1)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    bag = nn.EmbeddingBag(pieces, options["dimension"], mode="mean")
    nn.init.normal_(bag.weight, std=0.05)
    bag.to(device)
    optimiser = torch.optim.AdamW(bag.parameters(), lr=options["rate"], weight_decay=0.0, fused=True)
    size, running, started, step = options["batch"], 0.0, time.time(), 0
    total = options["epochs"] * int(pairs.weights.sum() // size)
    margin = options["margin"] * torch.eye(size, device=device)
    labels = torch.arange(size, device=device)
    while step < total:
        rows = pairs.drawn(rng)
        for first in range(0, min(len(rows) - size + 1, (total - step) * size), size):
            batch = rows[first : first + size]
            left, right = (
                functional.normalize(bag(ids.to(device), offsets.to(device)), dim=1).bfloat16()
                for ids, offsets in (pairs.foreign.bags(batch), pairs.english.bags(batch))
            )
            logits = ((left @ right.T).float() - margin) * options["scale"]
            loss = functional.cross_entropy(logits, labels) + functional.cross_entropy(logits.T, labels)
            for group in optimiser.param_groups:
                group["lr"] = options["rate"] * max(0.02, 1 - step / total)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            step += 1
            running = loss.item() / 2 if step == 1 else 0.98 * running + 0.01 * loss.item()
            if step % 200 == 0:
                rate = step * size / (time.time() - started)
                click.echo(f"step {step}/{total} loss {running:.3f} {rate:.0f} pairs/s")
    return np.asarray(bag.weight.detach().cpu().numpy(), dtype=np.float32)


if __name__ == "__main__":
    main()
