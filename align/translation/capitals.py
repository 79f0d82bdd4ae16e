"""Words in capitals, which a small model hardly ever saw, as they would stand in running text."""

from __future__ import annotations

import re
from collections.abc import Callable

# Tells how likely a text is as a string of the model's pieces: a log-probability.
Likelihood = Callable[[str], float]

# Not in addresses, codes and placeholders, which are copied: "EXAMPLE.ORG", "ABCDE-12", "{NUMBER}".
_WORD = re.compile(r"(?<![\w./@{%$<&#-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w@/}%>]|[.:-]\w)")
# A text is in capitals as a whole, as headlines are, when nearly all of its letters are.
_SHARE, _WORDS = 0.8, 2
# In other texts only words of so many letters are looked at.
_LETTERS = 5
# By how much a word must be likelier when it is not in capitals, by its letters; the built-in vocabulary
# gives "МИД" 10.8 and "CDU" 1.6, but "DER" 13.4, "МАЯ" 17.4 and "МИНОБОРОНЫ" 55.5.
_MARGINS = {1: 0.0, 2: 8.5, 3: 11.2, 4: 11.2}
_LONG_MARGIN = 15.0
# Acronyms that are read as words, and look like them.
_ACRONYMS = frozenset(
    {"НАТО", "ОБСЕ", "ЮНЕСКО", "ЮНИСЕФ", "МАГАТЭ", "БРИКС", "АСЕАН", "ОПЕК", "ФИФА", "УЕФА", "ЮНКТАД"}
    | {"UNESCO", "UNICEF", "UNCTAD", "UNHCR", "ASEAN", "BRICS", "INTERPOL", "КАМАЗ", "KAMAZ", "ОСАГО"}
)


def in_capitals(text: str) -> bool:
    """Tell whether a text is written in capitals as a whole: a headline rather than an acronym."""
    letters = [character for character in text if character.isalpha()]
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    return (
        len(words) >= _WORDS
        and max(len(word) for word in words) >= _LETTERS
        and sum(character.isupper() for character in letters) >= _SHARE * len(letters)
    )


def running_text(text: str, likelihood: Likelihood) -> str:
    """Write words in capitals small, or with a capital letter, whichever is likelier; acronyms stay.

    >>> pieces = {"ВСТРЕЧА": -40.0, "встреча": -11.0, "Встреча": -12.0}
    >>> running_text("ВСТРЕЧА в Москве", lambda word: pieces.get(word, -20.0))
    'Встреча в Москве'
    """
    whole = in_capitals(text)

    def written(match: re.Match[str]) -> str:
        word = match.group()
        if not word.isupper() or word in _ACRONYMS or not (whole or len(word) >= _LETTERS):
            return word
        if len(word) == 1 and text[match.end() : match.end() + 1] == ".":  # an initial
            return word
        named = "-".join(part.capitalize() for part in word.split("-"))
        begins = match.start() == first
        forms = [named] if begins or not whole else [word.lower(), named]
        margin = _MARGINS.get(len(word), _LONG_MARGIN)
        if max(map(likelihood, (word.lower(), *forms))) <= likelihood(word) + margin:
            return word
        return max(forms, key=likelihood)

    found = _WORD.search(text)
    first = found.start() if found else -1
    return _WORD.sub(written, text)
