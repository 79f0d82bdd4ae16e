"""Train the semantic embedder: subword vectors and a small encoder that together follow an English teacher.

The similarities within a batch follow those that the teacher gives to the English sides, in the language of
either side (after Reimers and Gurevych, 2020, arXiv:2004.09813); the two sides of a pair are drawn together,
and apart from the other pairs. A batch holds groups of sentences that the teacher finds alike: among those
drawn at random there is little to learn from. The subword vectors start as the static table, the encoder as
that of the translation model, or both as those of an earlier student.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import numpy as np
import sentencepiece
import torch
from torch import nn
from torch.nn import functional
from transformers import MarianConfig
from transformers.models.marian.modeling_marian import MarianEncoder

from scripts.train import state
from scripts.train.data import Ids, load_config
from scripts.train.embeddings import FILES
from scripts.train.teacher import examples
from scripts.train.translation import build, pad

WORDS = 0.08  # standard deviation of the subword vectors at first: small, so that they learn fast
PIVOTS = 3000  # groups of like sentences
PARTS = 4  # in which a batch goes through the encoder, the short sentences apart from the long


class Student(nn.Module):
    """The mean of the subword vectors, and what an encoder adds to it, scaled to length one."""

    def __init__(self, config: MarianConfig, layers: int, dimension: int) -> None:
        super().__init__()
        config.encoder_layers = layers
        self.padding = int(config.pad_token_id or 0)
        self.end = int(str(config.eos_token_id))
        self.words = nn.Embedding(config.vocab_size, dimension, padding_idx=self.padding)
        self.encoder = MarianEncoder(config)
        self.project = nn.Linear(config.d_model, dimension, bias=False)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        real = ids != self.padding
        hidden = self.encoder(input_ids=ids, attention_mask=real.long()).last_hidden_state
        count = real.sum(1, keepdim=True)
        context = (hidden.float() * real[..., None]).sum(1) / count
        words = self.words(ids.masked_fill(ids == self.end, self.padding)).sum(1) / count
        return functional.normalize(words + self.project(context), dim=1)


class Pairs:
    """Both sides of the pairs as piece ids, with the teacher's vector of the English side."""

    def __init__(self, config: dict[str, Any], data: Path, work: Path) -> None:
        vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(work / "vocabulary.model"))
        longest = config["semantic"]["max_pieces"]
        end = np.array([vocabulary.eos_id()], dtype=np.int32)
        self.foreign: list[Ids | None] = []
        self.english: list[Ids] = []
        vectors = []
        for name, rows in examples(config, data):
            path = work / "teacher" / f"{name.replace('/', '.')}.npy"
            if not path.is_file():
                click.echo(f"{path}: not there yet, left out")
                continue
            foreign = vocabulary.encode([row[1] or "" for row in rows])
            english = vocabulary.encode([row[2] for row in rows])
            table = np.load(path)
            for f, e, vector in zip(foreign, english, table, strict=True):
                if not e or max(len(f), len(e)) > longest:
                    continue
                self.foreign.append(np.concatenate((np.array(f, dtype=np.int32), end)) if f else None)
                self.english.append(np.concatenate((np.array(e, dtype=np.int32), end)))
                vectors.append(vector)
        self.vectors = torch.from_numpy(np.stack(vectors))
        self.groups = self._grouped()

    def _grouped(self) -> list[torch.Tensor]:
        """Return the rows nearest to each of some sentences drawn at random, as the teacher sees them."""
        generator = torch.Generator().manual_seed(1)
        pivots = self.vectors[torch.randperm(len(self.vectors), generator=generator)[:PIVOTS]].float()
        nearest = torch.cat([(rows.float() @ pivots.T).argmax(1) for rows in torch.split(self.vectors, 8192)])
        order = nearest.argsort(stable=True)
        counts = nearest.bincount(minlength=len(pivots)).tolist()
        return [rows for rows in torch.split(order, counts) if len(rows) > 1]

    def batches(self, groups: int, size: int, seed: int) -> list[list[list[int]]]:
        """Return a round of batches: ``groups`` groups of like sentences, up to ``size`` of each."""
        rng = random.Random(seed)
        cut = [
            chunk.tolist()
            for rows in self.groups
            for chunk in torch.split(rows[torch.tensor(rng.sample(range(len(rows)), len(rows)))], size)
        ]
        rng.shuffle(cut)
        return [cut[first : first + groups] for first in range(0, len(cut) - groups + 1, groups)]


def options(semantic: dict[str, Any], *, further: bool) -> dict[str, Any]:
    """Return the options of a training, or of one that goes on from the weights of another."""
    if not further:
        return semantic
    changed = {**semantic, **semantic["further"]}
    left_out = changed.pop("left_out")
    return {**changed, "sources": {n: rows for n, rows in semantic["sources"].items() if n not in left_out}}


class Distillation(state.Training[list[list[int]]]):
    """The student with its optimiser, data and progress."""

    def __init__(self, config: dict[str, Any], data: Path, work: Path, *, start: Path | None = None) -> None:
        config = {**config, "semantic": options(config["semantic"], further=start is not None)}
        self.options, self.work = config["semantic"], work
        self.checkpoint = work / "semantic.pt"
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.pairs = Pairs(config, data, work)
        self.model: Student = self._student(config, start)
        self.model.to(self.device).train()
        self.optimiser = state.adam(self.model)
        self.progress = state.restore(self.checkpoint, self.model, self.optimiser, self.device)
        click.echo(f"{len(self.pairs.english)} pairs, {state.millions(self.optimiser):.1f} M parameters")

    def _student(self, config: dict[str, Any], start: Path | None) -> Student:
        vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(self.work / "vocabulary.model"))
        torch.manual_seed(1)
        translation = build(config["translation"], vocabulary)
        if start is not None:
            weights = torch.load(start, map_location="cpu", weights_only=True)["model"]
            student = Student(translation.config, self.options["layers"], weights["project.weight"].size(0))
            student.load_state_dict(weights)
            return student
        trained = torch.load(self.work / "translation.pt", map_location="cpu", weights_only=True)
        translation.load_state_dict(trained["model"])
        table = torch.from_numpy(np.load(self.work / FILES["static"]))
        student = Student(translation.config, self.options["layers"], table.size(1))
        student.encoder.load_state_dict(translation.model.encoder.state_dict(), strict=False)
        with torch.no_grad():
            student.words.weight[: len(table)] = table * (WORDS / table.std())
            student.project.weight.zero_()
        return student

    def rate(self) -> float:
        """Warm up, then fall linearly to a fiftieth."""
        warm = (self.progress.updates + 1) / self.options["warmup_updates"]
        done = self.progress.pieces / (self.options["millions"] * 1e6)
        return float(self.options["rate"] * min(1.0, warm) * max(0.02, 1 - done))

    def loss(self, batch: list[list[int]]) -> tuple[torch.Tensor, float, int]:
        """Return the loss, its part for the similarities, and how many pieces the batch holds."""
        rows = [row for group in batch for row in group]
        both = [at for at, row in enumerate(rows) if self.pairs.foreign[row] is not None]
        sentences = [f for row in rows if (f := self.pairs.foreign[row]) is not None]
        sentences += [self.pairs.english[row] for row in rows]
        student = self._vectors(sentences)
        taught = self.pairs.vectors[rows].float().to(self.device)
        of = torch.tensor([at for at, group in enumerate(batch) for _ in group], device=self.device)
        alike = self._alike(student, torch.cat((taught[both], taught)), torch.cat((of[both], of)))
        loss = self.options["similarity"] * alike
        if both:
            foreign, english = student[: len(both)], student[len(both) :][both]
            loss = loss + self.options["contrastive"] * self._apart(foreign, english)
            loss = loss + self.options["together"] * (1 - (foreign * english).sum(1)).mean()
        return loss, float(alike.detach()), sum(map(len, sentences))

    def _vectors(self, sentences: list[Ids]) -> torch.Tensor:
        order = np.argsort([len(ids) for ids in sentences], kind="stable")
        found = []
        for part in np.array_split(order, PARTS):
            ids = pad([sentences[i] for i in part], self.model.padding).to(self.device)
            with torch.autocast(self.device, dtype=torch.bfloat16):
                found.append(self.model(ids).float())
        return torch.cat(found)[torch.from_numpy(np.argsort(order)).to(self.device)]

    def _alike(self, student: torch.Tensor, teacher: torch.Tensor, group: torch.Tensor) -> torch.Tensor:
        """Squared error of the similarities; those within a group weigh more."""
        weight = 1 + self.options["within"] * (group[:, None] == group[None]).float()
        weight = weight.fill_diagonal_(0)
        error = (student @ student.T - teacher @ teacher.T).square()
        mean: torch.Tensor = (error * weight).sum() / weight.sum()
        return mean

    def _apart(self, foreign: torch.Tensor, english: torch.Tensor) -> torch.Tensor:
        """Additive-margin softmax in both directions, as the static table is trained."""
        margin = self.options["margin"] * torch.eye(len(foreign), device=self.device)
        logits = (foreign @ english.T - margin) * self.options["scale"]
        labels = torch.arange(len(foreign), device=self.device)
        return functional.cross_entropy(logits, labels) + functional.cross_entropy(logits.T, labels)

    def stream(self) -> Iterator[list[list[int]]]:
        """Yield batches from where the progress stands until enough pieces are seen."""
        options, progress = self.options, self.progress
        while True:
            batches = self.pairs.batches(options["groups"], options["group_size"], progress.round)
            for batch in batches[progress.batch :]:
                if progress.pieces >= options["millions"] * 1e6:
                    return
                progress.batch += 1
                yield batch
            progress.round, progress.batch = progress.round + 1, 0


@click.command()
@click.option("--config", "config_path", type=click.Path(path_type=Path), required=True)
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--work", type=click.Path(path_type=Path), required=True)
@click.option("--minutes", default=1e9, help="Stop after so many minutes; the same command goes on later.")
@click.option("--updates", default=10**12, help="Stop after so many updates.")
@click.option("--threads", default=2, show_default=True)
@click.option(
    "--start",
    type=click.Path(path_type=Path, exists=True),
    help="Go on from these weights by [semantic.further].",
)
def main(
    config_path: Path,
    data: Path,
    work: Path,
    minutes: float,
    updates: int,
    threads: int,
    start: Path | None,
) -> None:
    """Train, or go on training, WORK/semantic.pt."""
    torch.set_num_threads(threads)
    Distillation(load_config(config_path), data, work, start=start).train(minutes, updates)


if __name__ == "__main__":
    main()
