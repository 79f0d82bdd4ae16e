"""Load an embedder by the name of its model."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from align.embedding.embedder import Embedder
from align.embedding.semantic import SemanticEmbedder
from align.embedding.static import StaticEmbedder
from align.models import default, find


def load_embedder(name: str | None = None) -> Embedder:
    """Return the embedder of that name or in that folder; ``None`` is the built-in static one.

    Raises ``ModelError`` for no such model. Nothing is read from the files before the first text.
    """
    model = default("embedding") if name is None else find(name, "embedding")
    # Resolved, so that "." has a name in signatures, and is another model in another folder.
    return _loaded(model.path.resolve(), model.version, static=model.engine == "static")


@cache
def _loaded(folder: Path, version: str, *, static: bool) -> Embedder:
    return (StaticEmbedder if static else SemanticEmbedder)(folder, version=version)
