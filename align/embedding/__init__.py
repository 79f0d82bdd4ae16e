"""Cross-lingual vectors of statements."""

from align.embedding.embedder import Embedder, unit
from align.embedding.load import load_embedder
from align.embedding.semantic import SemanticEmbedder
from align.embedding.static import StaticEmbedder

__all__ = ["Embedder", "SemanticEmbedder", "StaticEmbedder", "load_embedder", "unit"]
