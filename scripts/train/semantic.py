"""Train the semantic embedder: subword vectors and a small encoder that together follow an English teacher.

Both sides of a pair are drawn to the teacher's vector of the English side (Reimers and Gurevych, 2020,
arXiv:2004.09813), the similarities within a batch to the teacher's similarities, and the two sides of a pair
to each other, away from the rest of the batch. The subword vectors start as the static table, turned towards
the teacher by least squares; the encoder starts as that of the translation model, and adds nothing at first.
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
from scripts.train.teacher import examples
from scripts.train.translation import build, pad

WORDS = 0.08  # standard deviation of the subword vectors at first: small, so that they learn fast
FITTED = 100_000  # sentences that turn the static table towards the teacher


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


def turned(table: torch.Tensor, sentences: list[Ids], teacher: torch.Tensor) -> torch.Tensor:
    """Return the static table in the teacher's space: pieces x dimension, by ridge regression."""
    sums = [table[torch.from_numpy(ids).long()].sum(0) for ids in sentences]
    own = functional.normalize(torch.stack(sums))
    ridge = 10 * torch.eye(table.size(1))
    turn = torch.linalg.solve(own.T @ own + ridge, own.T @ teacher)
    found: torch.Tensor = table @ turn
    return found * (WORDS / found.std())


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
        self.lengths = [
            max(len(e), 0 if f is None else len(f)) for f, e in zip(self.foreign, self.english, strict=True)
        ]

    def batches(self, size: int, pieces: int, seed: int) -> list[list[int]]:
        """Return a round of batches of like length: ``size`` pairs, at most ``pieces`` on a padded side."""
        rng = random.Random(seed)
        drawn = list(range(len(self.english)))
        rng.shuffle(drawn)
        found: list[list[int]] = []
        for first in range(0, len(drawn), 20_000):
            chunk = sorted(drawn[first : first + 20_000], key=self.lengths.__getitem__)
            at = 0
            while at < len(chunk):
                longest = self.lengths[chunk[min(at + size, len(chunk)) - 1]]
                count = max(16, min(size, pieces // longest))
                found.append(chunk[at : at + count])
                at += count
        rng.shuffle(found)
        return [batch for batch in found if len(batch) > 1]


class Distillation(state.Training):
    """The student with its optimiser, data and progress."""

    def __init__(self, config: dict[str, Any], data: Path, work: Path) -> None:
        self.options, self.work = config["semantic"], work
        self.checkpoint = work / "semantic.pt"
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.pairs = Pairs(config, data, work)
        self.model: Student = self._student(config)
        self.model.to(self.device).train()
        self.optimiser = state.adam(self.model)
        self.progress = state.restore(self.checkpoint, self.model, self.optimiser, self.device)
        click.echo(f"{len(self.pairs.english)} pairs, {state.millions(self.optimiser):.1f} M parameters")

    def _student(self, config: dict[str, Any]) -> Student:
        vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(self.work / "vocabulary.model"))
        torch.manual_seed(1)
        translation = build(config["translation"], vocabulary)
        trained = torch.load(self.work / "translation.pt", map_location="cpu", weights_only=True)
        translation.load_state_dict(trained["model"])
        student = Student(translation.config, self.options["layers"], self.pairs.vectors.size(1))
        student.encoder.load_state_dict(translation.model.encoder.state_dict(), strict=False)
        table = torch.from_numpy(np.load(self.work / "embeddings.npy"))
        with torch.no_grad():
            words = turned(table, self.pairs.english[:FITTED], self.pairs.vectors[:FITTED].float())
            student.words.weight[: len(table)] = words
            student.project.weight.zero_()
        return student

    def rate(self) -> float:
        """Warm up, then fall linearly to a fiftieth."""
        warm = (self.progress.updates + 1) / self.options["warmup_updates"]
        done = self.progress.pieces / (self.options["millions"] * 1e6)
        return float(self.options["rate"] * min(1.0, warm) * max(0.02, 1 - done))

    def loss(self, batch: list[int]) -> tuple[torch.Tensor, float, int]:
        """Return the loss, the mean cosine of student and teacher, and how many pieces the batch holds."""
        both = [at for at, i in enumerate(batch) if self.pairs.foreign[i] is not None]
        sentences = [f for i in batch if (f := self.pairs.foreign[i]) is not None]
        sentences += [self.pairs.english[i] for i in batch]
        ids = pad(sentences, self.model.padding).to(self.device)
        taught = self.pairs.vectors[batch].float().to(self.device)
        with torch.autocast(self.device, dtype=torch.bfloat16):
            student = self.model(ids).float()
        foreign, english = student[: len(both)], student[len(both) :]
        teacher = torch.cat((taught[both], taught))
        cosine = (student * teacher).sum(1).mean()
        alike = functional.mse_loss(student @ english.T, teacher @ taught.T)
        loss = 1 - cosine + self.options["similarity"] * alike
        if both:
            loss = loss + self.options["contrastive"] * self._apart(foreign, english[both])
        return loss, float(cosine.detach()), sum(map(len, sentences))

    def _apart(self, foreign: torch.Tensor, english: torch.Tensor) -> torch.Tensor:
        """Additive-margin softmax in both directions, as the static table is trained."""
        margin = self.options["margin"] * torch.eye(len(foreign), device=self.device)
        logits = (foreign @ english.T - margin) * self.options["scale"]
        labels = torch.arange(len(foreign), device=self.device)
        return functional.cross_entropy(logits, labels) + functional.cross_entropy(logits.T, labels)

    def stream(self) -> Iterator[list[int]]:
        """Yield batches from where the progress stands until enough pieces are seen."""
        options, progress = self.options, self.progress
        while progress.pieces < options["millions"] * 1e6:
            for batch in self.pairs.batches(options["batch"], options["batch_pieces"], progress.round)[
                progress.batch :
            ]:
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
def main(config_path: Path, data: Path, work: Path, minutes: float, updates: int, threads: int) -> None:
    """Train, or go on training, WORK/semantic.pt."""
    torch.set_num_threads(threads)
    Distillation(load_config(config_path), data, work).train(minutes, updates)


if __name__ == "__main__":
    main()
