"""A small real MarianMT model that translates German number words, trained in a few seconds."""

from __future__ import annotations

import json
import random
import shutil
import warnings
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="the transformers engine needs torch: pip install 'align[torch]'")

WORDS = {
    "null": "zero", "eins": "one", "zwei": "two", "drei": "three", "vier": "four",
    "fünf": "five", "sechs": "six", "sieben": "seven", "acht": "eight", "neun": "nine",
}  # fmt: skip


@pytest.fixture(scope="session")
def marian_checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A MarianMT folder as OPUS-MT has them: two vocabularies' models, one vocab.json, weights."""
    import sentencepiece
    from transformers import MarianConfig, MarianMTModel

    folder = tmp_path_factory.mktemp("marian-de-en")
    words = [*WORDS, *WORDS.values()]
    rng = random.Random(0)
    sentences = [" ".join(rng.choices(words, k=6)) + rng.choice(".,;:") for _ in range(400)]
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences), model_prefix=str(folder / "both"), vocab_size=90,
        model_type="unigram", hard_vocab_limit=False, bos_id=-1, eos_id=0, unk_id=1, minloglevel=2,
    )  # fmt: skip
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "both.model"))
    for name in ("source.spm", "target.spm"):
        shutil.copy(folder / "both.model", folder / name)
    ids = {pieces.id_to_piece(i): i for i in range(len(pieces))} | {"<pad>": len(pieces)}
    (folder / "vocab.json").write_text(json.dumps(ids), encoding="utf-8")
    (folder / "tokenizer_config.json").write_text(json.dumps({"source_lang": "de", "target_lang": "en"}))
    torch.manual_seed(0)
    model = MarianMTModel(
        MarianConfig(
            vocab_size=len(ids), decoder_vocab_size=len(ids), d_model=64, encoder_layers=1, decoder_layers=1,
            encoder_attention_heads=4, decoder_attention_heads=4, encoder_ffn_dim=128, decoder_ffn_dim=128,
            max_position_embeddings=64, pad_token_id=len(pieces), eos_token_id=0, bos_token_id=None,
            decoder_start_token_id=len(pieces), forced_eos_token_id=0, dropout=0.0, scale_embedding=True,
            activation_function="swish", share_encoder_decoder_embeddings=True,
        )
    )  # fmt: skip
    _train(model, pieces, rng)
    model.save_pretrained(folder)
    return folder


def _train(model: object, pieces: object, rng: random.Random) -> None:
    pad, end = len(pieces), 0
    # Loading makes the sinusoidal positions anew, so they must stay as they are.
    trained = [weights for name, weights in model.named_parameters() if "embed_positions" not in name]
    optimiser = torch.optim.Adam(trained, lr=3e-3)
    model.train()
    for update in range(600):
        for group in optimiser.param_groups:
            group["lr"] = 3e-3 * min(1, (update + 1) / 60) * (1 - update / 600)
        rows = [rng.choices(list(WORDS), k=rng.randint(1, 8)) for _ in range(32)]
        source = [[*pieces.encode(" ".join(row)), end] for row in rows]
        target = [[*pieces.encode(" ".join(WORDS[word] for word in row)), end] for row in rows]
        inputs = _padded(source, pad)
        labels = _padded(target, pad)
        start = torch.full((len(rows), 1), pad)
        logits = model(
            input_ids=inputs, attention_mask=(inputs != pad).long(),
            decoder_input_ids=torch.cat((start, labels[:, :-1]), 1),
        ).logits  # fmt: skip
        # Marian starts from the padding's embedding, which must stay zero: it takes no part in the softmax.
        logits = logits[..., :pad]
        loss = torch.nn.functional.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=pad)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    model.eval()


def _padded(rows: list[list[int]], pad: int) -> object:
    width = max(len(row) for row in rows)
    return torch.tensor([row + [pad] * (width - len(row)) for row in rows])


@pytest.fixture(scope="session")
def converted_checkpoint(marian_checkpoint: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same model converted to CTranslate2."""
    from ctranslate2.converters import TransformersConverter

    folder = tmp_path_factory.mktemp("converted") / "de-en"
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Recommended: pip install sacremoses")
        TransformersConverter(str(marian_checkpoint)).convert(str(folder), quantization="int8")
    for name in ("source.spm", "target.spm"):
        shutil.copy(marian_checkpoint / name, folder / name)
    return folder
