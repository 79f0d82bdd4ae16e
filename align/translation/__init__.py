"""Translation with MarianMT models."""

from align.translation.load import load_translator
from align.translation.sentences import SentenceTranslator
from align.translation.translator import Engine, Progress, Translator

__all__ = ["Engine", "Progress", "SentenceTranslator", "Translator", "load_translator"]
