"""Stems, under which the inflected forms of a word meet."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

_STEMMERS = {"de": "german", "en": "english", "ru": "russian"}


@lru_cache(maxsize=1 << 16)
def stem(word: str, language: str) -> str:
    """Return the Snowball stem of a word in lower case; the word itself in other languages."""
    folded = word.casefold().replace("ё", "е")
    stemmer = _stemmer(language)
    return folded if stemmer is None else str(stemmer.stem(folded))


@cache
def _stemmer(language: str) -> Any:
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer(_STEMMERS[language]) if language in _STEMMERS else None
