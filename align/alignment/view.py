"""Two texts seen from one side of the translation: vectors of statements, distances of clauses."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from align.alignment.clauses import closest, windows
from align.alignment.evidence import Evidence, Side
from align.alignment.nearest import Floats
from align.embedding import Embedder

# The English against the originals: a weak translation must not break a link that the originals make.
ENGLISH = 0.3


@dataclass(frozen=True, slots=True)
class View:
    """Additive vectors of source and target statements, and the distance of their closest clauses."""

    source: Floats  # statements x dimension
    target: Floats
    clauses: Floats  # source x target statements; see ``clauses.closest``

    @classmethod
    def of(cls, source: Side, target: Side, embedder: Embedder) -> View:
        """Look at two texts in the languages that they are given in."""
        evidence = Evidence(source, target, embedder)
        (left, left_starts), (right, right_starts) = windows(source.texts), windows(target.texts)
        return cls(
            evidence.vectors(source),
            evidence.vectors(target),
            closest(
                evidence.vectors(Side(tuple(left), source.language)),
                evidence.vectors(Side(tuple(right), target.language)),
                left_starts,
                right_starts,
            ),
        )

    def with_english(self, other: View) -> View:
        """Return both views as one; the other is that of the English and counts ``ENGLISH`` times as much."""
        share = np.float32(ENGLISH)
        return View(
            np.concatenate((self.source, share * other.source), axis=1),
            np.concatenate((self.target, share * other.target), axis=1),
            np.asarray((self.clauses + share * other.clauses) / (1 + share), dtype=np.float32),
        )
