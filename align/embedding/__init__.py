"""Cross-lingual vectors of statements."""

from align.embedding.embedder import Embedder, unit
from align.embedding.static import StaticEmbedder

__all__ = ["Embedder", "StaticEmbedder", "unit"]
