"""Train the semantic embedder: a small encoder for three languages that follows an English teacher.

Both sides of a pair are drawn to the teacher's vector of the English side (Reimers and Gurevych, 2020,
arXiv:2004.09813), the similarities within a batch to the teacher's similarities, and the vectors of the other
pairs of a batch are pushed apart. The student starts as the encoder of the translation model.
"""

from __future__ import annotations

import random
import signal
import time
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


class Student(nn.Module):
    """Encoder, mean over the pieces, and a linear layer to the teacher's dimension."""

    def __init__(self, config: MarianConfig, layers: int, dimension: int) -> None:
        super().__init__()
        config.encoder_layers = layers
        self.padding = int(config.pad_token_id or 0)
        self.encoder = MarianEncoder(config)
        self.project = nn.Linear(config.d_model, dimension, bias=False)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        real = ids != self.padding
        hidden = self.encoder(input_ids=ids, attention_mask=real.long()).last_hidden_state.float()
        mean = (hidden * real[..., None]).sum(1) / real.sum(1, keepdim=True)
        return functional.normalize(self.project(mean), dim=1)


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


class Distillation:
    """The student with its optimiser, data and progress."""

    def __init__(self, config: dict[str, Any], data: Path, work: Path) -> None:
        self.options, self.work = config["semantic"], work
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.pairs = Pairs(config, data, work)
        vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(work / "vocabulary.model"))
        torch.manual_seed(1)
        translation = build(config["translation"], vocabulary)
        start = work / "translation.pt"
        if start.is_file():
            trained = torch.load(start, map_location="cpu", weights_only=True)
            translation.load_state_dict(trained["model"])
        dimension = self.pairs.vectors.size(1)
        self.student = Student(translation.config, self.options["layers"], dimension)
        self.student.encoder.load_state_dict(translation.model.encoder.state_dict(), strict=False)
        self.student.to(self.device).train()
        self.optimiser = state.adam(self.student)
        self.progress = state.restore(self.checkpoint, self.student, self.optimiser, self.device)
        click.echo(f"{len(self.pairs.english)} pairs, {state.millions(self.optimiser):.1f} M parameters")

    @property
    def checkpoint(self) -> Path:
        return self.work / "semantic.pt"

    def save(self) -> None:
        state.save(self.checkpoint, self.student, self.optimiser, self.progress)

    def rate(self) -> float:
        """Warm up, then fall linearly to a fiftieth."""
        warm = (self.progress.updates + 1) / self.options["warmup_updates"]
        done = self.progress.pieces / (self.options["millions"] * 1e6)
        return float(self.options["rate"] * min(1.0, warm) * max(0.02, 1 - done))

    def loss(self, batch: list[int]) -> tuple[torch.Tensor, float, int]:
        """Return the loss, the mean cosine of student and teacher, and how many pieces the batch holds."""
        both = [i for i in batch if self.pairs.foreign[i] is not None]
        sentences = [f for i in both if (f := self.pairs.foreign[i]) is not None]
        rows = both + batch
        sentences += [self.pairs.english[i] for i in batch]
        ids = pad(sentences, self.student.padding).to(self.device)
        teacher = self.pairs.vectors[rows].float().to(self.device)
        with torch.autocast(self.device, dtype=torch.bfloat16):
            student = self.student(ids)
        student = student.float()
        cosine = (student * teacher).sum(1).mean()
        own = student[len(both) :]
        taught = teacher[len(both) :]
        alike = functional.mse_loss(student @ own.T, teacher @ taught.T)
        where = {row: at for at, row in enumerate(batch)}
        labels = torch.tensor([where[row] for row in rows], device=self.device)
        apart = functional.cross_entropy(student @ taught.T * self.options["scale"], labels)
        loss = (1 - cosine) + self.options["similarity"] * alike + self.options["contrastive"] * apart
        return loss, float(cosine.detach()), sum(map(len, sentences))

    def train(self, minutes: float) -> None:
        stopped: list[int] = []
        signal.signal(signal.SIGTERM, lambda number, _: stopped.append(number))
        progress, options = self.progress, self.options
        started = saved = time.time()
        before, seen, running = progress.seconds, 0, 0.0
        while progress.pieces < options["millions"] * 1e6:
            batches = self.pairs.batches(options["batch"], options["batch_pieces"], progress.round)
            for batch in batches[progress.batch :]:
                loss, cosine, pieces = self.loss(batch)
                loss.backward()  # type: ignore[no-untyped-call]
                torch.nn.utils.clip_grad_norm_(self.student.parameters(), 1.0)
                for group in self.optimiser.param_groups:
                    group["lr"] = self.rate()
                self.optimiser.step()
                self.optimiser.zero_grad(set_to_none=True)
                progress.updates += 1
                progress.batch += 1
                progress.pieces += pieces
                seen += pieces
                elapsed = time.time() - started
                progress.seconds = before + elapsed
                running = cosine if not running else 0.98 * running + 0.02 * cosine
                if progress.updates % 100 == 0:
                    click.echo(
                        f"update {progress.updates} round {progress.round} "
                        f"pieces {progress.pieces / 1e6:.2f} M "
                        f"cosine {running:.3f} loss {loss.item():.3f} rate {self.rate():.2e} "
                        f"{seen / elapsed:.0f} pieces/s hours {progress.seconds / 3600:.2f}"
                    )
                if time.time() - saved > 240:
                    self.save()
                    saved = time.time()
                if stopped or elapsed > minutes * 60 or progress.pieces >= options["millions"] * 1e6:
                    self.save()
                    return
            progress.round, progress.batch = progress.round + 1, 0
        self.save()


@click.command()
@click.option("--config", "config_path", type=click.Path(path_type=Path), required=True)
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--work", type=click.Path(path_type=Path), required=True)
@click.option("--minutes", default=1e9, help="Stop after so many minutes; the same command goes on later.")
@click.option("--threads", default=2, show_default=True)
def main(config_path: Path, data: Path, work: Path, minutes: float, threads: int) -> None:
    """Train, or go on training, WORK/semantic.pt."""
    torch.set_num_threads(threads)
    Distillation(load_config(config_path), data, work).train(minutes)


if __name__ == "__main__":
    main()
