"""Train the joint German and Russian -> English MarianMT model, or its reverse; goes on from its checkpoint.

Small batches of short sentences come first and grow step by step: large batches of long sentences leave
a small model at the stage of an English language model that ignores its source.
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
from torch.nn import functional
from transformers import MarianConfig, MarianMTModel

from scripts.train import state, synthetic
from scripts.train.back import back_translated
from scripts.train.data import Encoded, Encoder, Ids, draw, encode, encode_rows, load_config, sources
from scripts.train.entropy import LinearCrossEntropy

NEVER = -1.0e4  # bias of a piece that the targets do not hold


class Corpus:
    """All encoded pairs in one list, with the weight of each pair's source."""

    def __init__(self, encoded: list[Encoded], eos: int) -> None:
        end = np.array([eos], dtype=np.int32)
        self.source = [np.concatenate((ids, end)) for part in encoded for ids in part.source]
        self.target = [np.concatenate((ids, end)) for part in encoded for ids in part.target]
        self.parts = [(part.weight, len(part.source)) for part in encoded]
        self.lengths = np.array([(len(s), len(t)) for s, t in zip(self.source, self.target, strict=True)])

    def batches(self, max_pieces: int, batch_pieces: int, seed: int) -> list[list[int]]:
        """Return one round of batches: pairs of like length, at most ``batch_pieces`` a padded side."""
        rng = random.Random(seed)
        drawn, offset = [], 0
        for weight, count in self.parts:
            drawn += [offset + i for i in draw(weight, count, rng)]
            offset += count
        longest = self.lengths.max(axis=1)
        drawn = [i for i in drawn if longest[i] <= max_pieces + 1]
        rng.shuffle(drawn)
        found = []
        for first in range(0, len(drawn), 30_000):
            chunk = sorted(drawn[first : first + 30_000], key=lambda i: (longest[i], self.lengths[i, 0]))
            current: list[int] = []
            for i in chunk:
                if current and longest[i] * (len(current) + 1) > batch_pieces:
                    found.append(current)
                    current = []
                current.append(i)
            if current:
                found.append(current)
        rng.shuffle(found)
        return found


def pad(sentences: list[Ids], padding: int) -> torch.Tensor:
    width = max(len(s) for s in sentences)
    matrix = np.full((len(sentences), width), padding, dtype=np.int64)
    for row, ids in zip(matrix, sentences, strict=True):
        row[: len(ids)] = ids
    return torch.from_numpy(matrix)


def build(options: dict[str, Any], vocabulary: sentencepiece.SentencePieceProcessor) -> MarianMTModel:
    pieces = vocabulary.get_piece_size()
    config = MarianConfig(
        vocab_size=pieces + 1,  # the padding stands last, as MarianTokenizer wants it
        decoder_vocab_size=pieces + 1,
        d_model=options["width"],
        encoder_layers=options["encoder_layers"],
        decoder_layers=options["decoder_layers"],
        encoder_ffn_dim=options["feed_forward"],
        decoder_ffn_dim=options["feed_forward"],
        encoder_attention_heads=options["heads"],
        decoder_attention_heads=options["heads"],
        activation_function="swish",
        pad_token_id=pieces,
        eos_token_id=vocabulary.eos_id(),
        bos_token_id=None,
        decoder_start_token_id=pieces,
        forced_eos_token_id=vocabulary.eos_id(),
        max_position_embeddings=512,
        scale_embedding=True,
        dropout=options["dropout"],
        share_encoder_decoder_embeddings=True,
        tie_word_embeddings=True,
        init_std=0.02,
    )
    config._attn_implementation = "eager"
    return MarianMTModel(config)


def output_pieces(corpus: Corpus, vocabulary: sentencepiece.SentencePieceProcessor) -> Ids:
    """Return the ids the decoder may write: pieces of the target sides, single ASCII characters, bytes."""
    counts = np.bincount(np.concatenate(corpus.target), minlength=vocabulary.get_piece_size())
    kept = [
        i
        for i in range(vocabulary.get_piece_size())
        if counts[i] >= 3 or vocabulary.is_byte(i) or _is_ascii_character(vocabulary.id_to_piece(i))
    ]
    return np.array([i for i in kept if not vocabulary.is_unknown(i)], dtype=np.int32)


def _is_ascii_character(piece: str) -> bool:
    return len(piece) == 1 and piece.isascii()


class Trainer(state.Training[list[int]]):
    """A translation model, out of English in reverse, with its optimiser, data and progress."""

    def __init__(
        self, config: dict[str, Any], data: Path, work: Path, *, reverse: bool, start: Path | None
    ) -> None:
        self.options = {
            **config["translation"],
            **(config["reverse"] if reverse else {}),
            **(config["further"] if start is not None else {}),
        }
        self.work = work
        self.checkpoint = work / ("reverse.pt" if reverse else "translation.pt")
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(work / "vocabulary.model"))
        self.corpus = Corpus(self._encoded(config, data, reverse), self.vocabulary.eos_id())
        torch.manual_seed(1)
        self.model: MarianMTModel = build(self.options, self.vocabulary)
        self.padding = int(self.model.config.pad_token_id or 0)
        if start is None:
            self._prepare_tables()
        else:
            self._take_weights(start)
        self.model.to(torch.device(self.device)).train()  # type: ignore[arg-type]
        self.optimiser = state.adam(self.model)
        self.progress = state.restore(self.checkpoint, self.model, self.optimiser, self.device)
        self._allow_output()
        click.echo(
            f"{len(self.corpus.source)} pairs, {state.millions(self.optimiser):.1f} M parameters, "
            f"{len(self.output)} output pieces"
        )

    def _encoded(self, config: dict[str, Any], data: Path, reverse: bool) -> list[Encoded]:
        longest = max(stage["max_pieces"] for stage in self.options["stages"])
        encoder = Encoder(self.vocabulary, reverse=reverse, sampled=self.options["sampled"])
        parts = [encode(s, encoder, longest) for s in sources(config, data) if s.weight > 0]
        made = list(synthetic.rows(config["synthetic"]["pairs"]))
        parts.append(encode_rows("synthetic", config["synthetic"]["weight"], made, encoder, longest))
        if not reverse:
            parts.append(back_translated(config, self.work, encoder, longest))
        return parts

    def _take_weights(self, start: Path) -> None:
        trained = torch.load(start, map_location="cpu", weights_only=True)
        self.model.load_state_dict(trained["model"])

    def _prepare_tables(self) -> None:
        table = torch.from_numpy(np.load(self.work / "embeddings.npy"))
        with torch.no_grad():
            scaled = table / table.std() * self.options["width"] ** -0.5
            self.model.model.shared.weight[: len(table)] = scaled
        similar = functional.normalize(table, dim=1)
        self.similar = torch.cat((similar, torch.zeros(1, table.size(1)))).to(self.device)

    def _allow_output(self) -> None:
        """Let the decoder write what the targets hold, also where a checkpoint had fewer of them."""
        allowed = torch.from_numpy(output_pieces(self.corpus, self.vocabulary)).long()
        self.model.final_logits_bias.fill_(NEVER)
        self.model.final_logits_bias[0, allowed] = 0.0
        self.output = allowed.to(self.device)
        self.output_index = torch.full((self.model.config.vocab_size,), -100, device=self.device)
        self.output_index[self.output] = torch.arange(len(allowed), device=self.device)

    def rate(self) -> float:
        """Warm up, stay, and fall linearly to zero over the cooldown."""
        options = self.options
        total = sum(stage["millions"] for stage in options["stages"]) * 1e6
        left = max(0.0, total - self.progress.pieces) / (options["cooldown_millions"] * 1e6)
        warm = (self.progress.updates + 1) / options["warmup_updates"]
        return float(options["rate"] * min(1.0, warm) * min(1.0, left + 0.01))

    def guide(self) -> float:
        """Weight of the guided attention: full in the first stage, falling over the second to a twentieth.

        From the fifth stage on there is none: it has done its work, and attention weights cost time.
        """
        if self.progress.stage > 3 or not self.options["guide"]:
            return 0.0
        if self.progress.stage == 0:
            return float(self.options["guide"])
        if self.progress.stage == 1:
            done = self.progress.stage_pieces / (self.options["stages"][1]["millions"] * 1e6)
            return float(self.options["guide"] * max(0.05, 1 - done))
        return float(self.options["guide"]) * 0.05

    def loss(self, batch: list[int]) -> tuple[torch.Tensor, float, int]:
        """Return the loss, its plain cross-entropy, and how many pieces the batch holds."""
        source = pad([self.corpus.source[i] for i in batch], self.padding).to(self.device)
        target = pad([self.corpus.target[i] for i in batch], self.padding).to(self.device)
        start = torch.full((target.size(0), 1), self.padding, device=self.device)
        guide = self.guide()
        with torch.autocast(self.device, dtype=torch.bfloat16):
            output = self.model.model(
                input_ids=source,
                attention_mask=(source != self.padding).long(),
                decoder_input_ids=torch.cat((start, target[:, :-1]), 1),
                output_attentions=guide > 0,
                use_cache=False,
            )
        real = target != self.padding
        labels = self.output_index[target]
        written = real & (labels >= 0)
        loss, entropy = LinearCrossEntropy.apply(  # type: ignore[no-untyped-call]
            output.last_hidden_state[written],
            self.model.model.shared.weight[self.output],
            labels[written],
            self.options["label_smoothing"],
        )
        if guide > 0:
            attention = output.cross_attentions[-1][:, 0].float()
            loss = loss + guide * self._guided(attention, source, target)
        return loss, float(entropy), int(real.sum()) + int((source != self.padding).sum())

    def _guided(self, attention: torch.Tensor, source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Cross-entropy of the first head against the subword similarities (Chen et al., 2016)."""
        end = self.vocabulary.eos_id()
        with torch.no_grad():
            similarity = self.similar[target] @ self.similar[source].transpose(1, 2)
            similarity = similarity.masked_fill((source == self.padding)[:, None], -9.0)
            wanted = torch.softmax(similarity * 12, -1)
            ends = target == end
            at_end = (source == end).float()[:, None].expand_as(wanted)
            wanted = torch.where(ends[..., None], at_end, wanted)
            sure = (similarity.max(-1).values > 0.4) & (target != self.padding)
            weight = (sure | ends).float()
        entropy = -(wanted * attention.clamp_min(1e-6).log()).sum(-1)
        return (entropy * weight).sum() / weight.sum().clamp_min(1.0)

    def stream(self) -> Iterator[list[int]]:
        """Yield batches from where the progress stands to the end of the last stage."""
        stages, progress = self.options["stages"], self.progress
        while progress.stage < len(stages):
            stage = stages[progress.stage]
            if progress.stage_pieces >= stage["millions"] * 1e6:
                progress.stage += 1
                progress.stage_pieces = progress.round = progress.batch = 0
                continue
            seed = self.options["seed"] + 1000 * progress.stage + progress.round
            batches = self.corpus.batches(stage["max_pieces"], stage["batch_pieces"], seed)
            for batch in batches[progress.batch :]:
                yield batch
                progress.batch += 1
                if progress.stage_pieces >= stage["millions"] * 1e6:
                    break
            else:
                progress.round += 1
                progress.batch = 0


@click.command()
@click.option("--config", "config_path", type=click.Path(path_type=Path), required=True)
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--work", type=click.Path(path_type=Path), required=True)
@click.option("--minutes", default=1e9, help="Stop after so many minutes; the same command goes on later.")
@click.option("--updates", default=10**12, help="Stop after so many updates.")
@click.option("--threads", default=2, show_default=True)
@click.option("--reverse", is_flag=True, help="Out of English: the model that back-translates.")
@click.option(
    "--start", type=click.Path(path_type=Path, exists=True), help="Go on from these weights by [further]."
)
def main(
    config_path: Path,
    data: Path,
    work: Path,
    minutes: float,
    updates: int,
    threads: int,
    reverse: bool,
    start: Path | None,
) -> None:
    """Train, or go on training, WORK/translation.pt, or WORK/reverse.pt."""
    torch.set_num_threads(threads)
    Trainer(load_config(config_path), data, work, reverse=reverse, start=start).train(minutes, updates)


if __name__ == "__main__":
    main()
