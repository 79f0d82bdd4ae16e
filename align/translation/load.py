"""From a model's name to a translator."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from align._exceptions import LanguageError, ModelError
from align.languages import base
from align.models import CARD, Model, default, find
from align.translation.attention import AttentionReader
from align.translation.ctranslate import CTranslate2Engine
from align.translation.decoding import Decoding
from align.translation.marian import TransformersEngine
from align.translation.sentences import SentenceTranslator
from align.translation.translator import Engine

# For what came out with a fault: no run of three pieces twice, and more for long answers.
CAREFUL = Decoding(beam=4, length_penalty=1.4, repetition_penalty=1.2, no_repeat_ngram=3)
_HUB_ID = re.compile(r"[\w.-]+/[\w.-]+")


def load_translator(name: str | None = None, *, decoding: Decoding | None = None) -> SentenceTranslator:
    """Return the translator of that name; the weights are read at its first use.

    ``name`` is a built-in or installed model, a folder (CTranslate2 or MarianMT), or the hub id of a MarianMT
    checkpoint in the local cache; ``None`` is the built-in model. Raises ``ModelError`` where there is none.
    """
    if name is not None and _HUB_ID.fullmatch(name) and not Path(name).exists():
        return SentenceTranslator(TransformersEngine(name, decoding=decoding or Decoding()))
    model = default("translation") if name is None else find(name, "translation")
    engine = _engine(model, decoding)
    return SentenceTranslator(
        engine,
        careful=_engine(model, CAREFUL),
        sources=model.sources,
        target=model.target or "en",
        attention=_attention(engine, model),
    )


def check_languages(translator: SentenceTranslator, *, source: str, target: str) -> None:
    """Raise ``LanguageError`` where the model says that it does not translate ``source`` into ``target``."""
    known = {base(tag) for tag in translator.sources}
    if base(target) != base(translator.target) or (known and base(source) not in known):
        languages = ", ".join(translator.sources) or "any"
        raise LanguageError(
            f"the model {translator.name} translates {languages} into {translator.target}, not {source} into "
            f"{target}; choose another with --model (align models list shows what there is)"
        )


def _engine(model: Model, decoding: Decoding | None) -> Engine:
    settings = _settings(model)
    chosen = decoding or Decoding(**settings.get("decoding", {}))
    if model.engine == "transformers":
        return TransformersEngine(model.path, decoding=chosen, max_pieces=settings.get("max_pieces"))
    return CTranslate2Engine(
        model.path,
        name=f"{model.name}@{model.version}" if model.version else model.name,
        max_pieces=settings.get("max_pieces", 200),
        decoding=chosen,
    )


def _attention(engine: Engine, model: Model) -> AttentionReader | None:
    """Return what reads an engine's attention, where it was taught to look at what it translates."""
    if isinstance(engine, CTranslate2Engine) and _settings(model).get("guided_attention"):
        return AttentionReader(engine)
    return None


def _settings(model: Model) -> dict[str, Any]:
    card = model.path / CARD
    if not card.is_file():
        return {}
    try:
        return tomllib.loads(card.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ModelError(f"{card}: not a model description: {error}") from error
