"""Train the static sentence embeddings: a table of subword vectors whose mean is a sentence's vector.

Both sides of a parallel pair are drawn together and the other pairs of the batch pushed apart
(additive-margin softmax in both directions: Yang et al., 2019, arXiv:1902.08564).
"""

from __future__ import annotations

import time
from pathlib import Path

import click
import numpy as np
import sentencepiece
import torch
from torch import nn
from torch.nn import functional

from scripts.train.data import Encoder, Ids, encode, load_config, sources


def bag(table: nn.EmbeddingBag, sentences: list[Ids], device: str) -> torch.Tensor:
    lengths = np.fromiter((len(s) for s in sentences), dtype=np.int64)
    offsets = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    ids = torch.from_numpy(np.concatenate(sentences).astype(np.int64)).to(device)
    return functional.normalize(table(ids, torch.from_numpy(offsets).to(device)), dim=1)


@click.command()
@click.option("--config", "config_path", type=click.Path(path_type=Path), required=True)
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--work", type=click.Path(path_type=Path), required=True)
def main(config_path: Path, data: Path, work: Path) -> None:
    """Write WORK/embeddings.npy: float32, pieces x dimension."""
    config = load_config(config_path)
    options = config["embeddings"]
    torch.manual_seed(1)
    rng = np.random.default_rng(1)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(work / "vocabulary.model"))
    foreign: list[Ids] = []
    english: list[Ids] = []
    for source in sources(config, data):
        encoded = encode(source, Encoder(vocabulary), options["max_pieces"])
        foreign += encoded.source
        english += encoded.target
    count, size = len(foreign), options["batch"]
    click.echo(f"{count} pairs")
    table = nn.EmbeddingBag(vocabulary.get_piece_size(), options["dimension"], mode="mean")
    nn.init.normal_(table.weight, std=0.05)
    table.to(device)
    optimiser = torch.optim.AdamW(table.parameters(), lr=options["rate"], weight_decay=0.0, fused=True)
    total = options["epochs"] * (count // size)
    margin = options["margin"] * torch.eye(size, device=device)
    labels = torch.arange(size, device=device)
    step, running, started = 0, 0.0, time.time()
    for epoch in range(options["epochs"]):
        order = rng.permutation(count)
        for first in range(0, count - size + 1, size):
            batch = order[first : first + size]
            left = bag(table, [foreign[i] for i in batch], device)
            right = bag(table, [english[i] for i in batch], device)
            logits = (left @ right.T - margin) * options["scale"]
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
                click.echo(f"epoch {epoch} step {step}/{total} loss {running:.3f} {rate:.0f} pairs/s")
    np.save(work / "embeddings.npy", table.weight.detach().cpu().numpy())
    click.echo(f"{work / 'embeddings.npy'} after {time.time() - started:.0f} s")


if __name__ == "__main__":
    main()
