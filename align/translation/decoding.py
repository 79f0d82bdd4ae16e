"""How the decoder searches."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decoding:
    """Settings of the beam search; its text form goes into signatures.

    ``repetition_penalty`` divides the score of pieces already written (1 is off; Keskar et al., 2019);
    ``no_repeat_ngram`` forbids writing the same run of so many pieces twice (0 is off).
    """

    beam: int = 4
    length_penalty: float = 1.0
    repetition_penalty: float = 1.0
    no_repeat_ngram: int = 0

    def __str__(self) -> str:
        parts = [f"beam{self.beam}", f"lp{self.length_penalty:g}"]
        if self.repetition_penalty != 1.0:
            parts.append(f"rp{self.repetition_penalty:g}")
        if self.no_repeat_ngram:
            parts.append(f"nr{self.no_repeat_ngram}")
        return ".".join(parts)
