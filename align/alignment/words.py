"""The words of a text as numbers, those with the same beginning as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from align.alignment.nearest import Floats
from align.embedding import Embedder, unit

# Words that agree in so many letters count as forms of one, whatever the language.
BEGINNING = 6
_WORD = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True)
class Words:
    """The words of the statements of a text; what they are is looked at only when it is asked for."""

    texts: Sequence[str]
    embedder: Embedder

    @cached_property
    def _read(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], list[str]]:
        numbers: dict[str, int] = {}
        forms: list[str] = []
        found: list[int] = []
        starts = [0]
        for text in self.texts:
            for word in _WORD.findall(text):
                key = word.lower()[:BEGINNING]
                if key not in numbers:
                    numbers[key] = len(forms)
                    forms.append(word)
                found.append(numbers[key])
            starts.append(len(found))
        return np.array(found, dtype=np.int64), np.array(starts, dtype=np.int64), forms

    @property
    def numbers(self) -> npt.NDArray[np.int64]:
        """The number of each word of the text."""
        return self._read[0]

    @property
    def starts(self) -> npt.NDArray[np.int64]:
        """Where the words of each statement begin; one more for the end of the text."""
        return self._read[1]

    @property
    def different(self) -> int:
        """How many different words there are."""
        return len(self._read[2])

    @cached_property
    def vectors(self) -> Floats:
        """Unit vectors of the different words, each by the form in which it stands first."""
        return unit(self.embedder.sums(self._read[2]))

    def of(self, first: int, last: int) -> npt.NDArray[np.int64]:
        """Return the words of the statements ``first`` … ``last`` (exclusive)."""
        return self.numbers[self.starts[first] : self.starts[last]]
