"""Load an embedder by the name of its model."""

from __future__ import annotations

from functools import cache

from align.embedding.embedder import Embedder
from align.embedding.semantic import SemanticEmbedder
from align.embedding.static import StaticEmbedder
from align.models import default, find


@cache
def load_embedder(name: str | None = None) -> Embedder:
    """Return the embedder of that name or in that folder; ``None`` is the built-in static one.

    Raises ``ModelError`` for no such model. Nothing is read from the files before the first text.
    """
    model = find(name, "embedding") if name else default("embedding")
    if model.engine == "static":
        return StaticEmbedder(model.path, version=model.version)
    return SemanticEmbedder(model.path, version=model.version)
