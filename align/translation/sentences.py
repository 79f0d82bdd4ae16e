"""From texts to batches and back: what every engine needs done around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.faults import fault
from align.translation.attention import AttentionReader
from align.translation.capitals import running_text
from align.translation.choice import best, with_ordinals
from align.translation.translator import Engine, Progress

# Sources of like length share a batch, and each class has one length limit: so a translation never depends on
# what it was batched with.
_CLASSES = (8, 16, 32, 64, 128, 256, 512)
# Clause borders, best first; a cut stands behind the match.
_BORDERS = (
    re.compile(r"[;:]\s+|\s[–—]\s"),
    re.compile(r",\s+"),
    re.compile(r"\s+(?=(?:und|oder|sowie|aber|и|или|а|но|and|or|but)\s)"),
    re.compile(r"\s+"),
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+")


@dataclass(frozen=True, slots=True)
class _Job:
    """One stretch of a text that is translated at once."""

    text: int
    part: int
    pieces: tuple[str, ...]


class SentenceTranslator:
    """A ``Translator`` on top of an ``Engine``.

    Sorts by length, batches by pieces, restores the order; a text longer than the model takes is cut at
    clause borders and its parts are joined again; texts without a word to translate pass through as they are,
    and words in capitals, acronyms aside, are written as in running text first.
    Of the engine's translations of a text into English the likeliest is taken that has no fault
    (``faults.fault``) and keeps the figures; where all have one, it is translated once more by ``careful``,
    the same model with other settings. The output does not depend on ``batch_pieces``. ``attention`` tells
    where the engine looks, where it was taught to look at what it translates.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        careful: Engine | None = None,
        sources: Sequence[str] = (),
        target: str = "en",
        batch_pieces: int = 1024,
        attention: AttentionReader | None = None,
    ) -> None:
        self.engine = engine
        self.careful = careful
        self.sources = tuple(sources)
        self.target = target
        self.attention = attention
        self._batch_pieces = batch_pieces

    @property
    def name(self) -> str:
        """Name, version and decoding settings, for signatures."""
        return self.engine.name

    def translate(self, texts: Sequence[str], *, progress: Progress | None = None) -> list[str]:
        """Return one translation for each text, in order; the empty text stays empty."""
        jobs = [
            job for number, text in enumerate(texts) if has_words(text) for job in self._jobs(number, text)
        ]
        # Outlets repeat themselves, and files repeat their headings: each text is translated once.
        distinct = sorted({job.pieces for job in jobs}, key=lambda pieces: (len(pieces), pieces))
        translated: dict[tuple[str, ...], str] = {}
        for batch in _batches(distinct, self._batch_pieces):
            limit = _length_limit(len(batch[0]))
            for pieces, outputs in zip(batch, self.engine.run(batch, max_length=limit), strict=True):
                translated[pieces] = self._chosen(pieces, outputs, limit)
            if progress is not None:
                progress(len(translated), len(distinct))
        results = ["" if has_words(text) else text for text in texts]
        for job in jobs:
            results[job.text] = f"{results[job.text]} {translated[job.pieces]}".strip()
        return results

    def _chosen(self, pieces: tuple[str, ...], outputs: list[list[str]], limit: int) -> str:
        texts = [self.engine.decode(output).strip() for output in outputs]
        if self.target != "en":
            return texts[0]
        source = self.engine.decode(pieces)
        output = best(source, texts)
        if self.careful is not None and fault(source, output):
            (again,) = self.careful.run([pieces], max_length=limit)
            second = best(source, [self.careful.decode(other).strip() for other in again])
            output = output if fault(source, second) else second
        return with_ordinals(output)

    def _jobs(self, number: int, text: str) -> Iterator[_Job]:
        written = running_text(" ".join(text.split()), self.engine.likelihood)
        for part, stretch in enumerate(self._stretches(written)):
            yield _Job(number, part, tuple(self.engine.encode(stretch)))

    def _stretches(self, text: str) -> list[str]:
        if len(self.engine.encode(text)) <= self.engine.max_pieces:
            return [text]
        cut = _middle_border(text)
        if cut is None:  # one endless word
            cut = len(text) // 2
        return self._stretches(text[:cut].strip()) + self._stretches(text[cut:].strip())


def has_words(text: str) -> bool:
    """Tell whether there is anything to translate: a letter outside addresses."""
    return any(character.isalpha() for character in _ADDRESS.sub("", text))


def _middle_border(text: str) -> int | None:
    """Return where to cut in two: the best kind of border that lies in the middle three fifths."""
    for border in _BORDERS:
        cuts = [m.end() for m in border.finditer(text) if 0.2 < m.end() / len(text) < 0.8]
        if cuts:
            return min(cuts, key=lambda cut: abs(cut - len(text) / 2))
    return None


def _class_of(length: int) -> int:
    return next((limit for limit in _CLASSES if length <= limit), length)


def _length_limit(length: int) -> int:
    """Return how many pieces an output may have: three times the source and some, by class."""
    return min(3 * _class_of(length) + 8, 511)


def _batches(sources: Sequence[tuple[str, ...]], batch_pieces: int) -> Iterator[list[tuple[str, ...]]]:
    batch: list[tuple[str, ...]] = []
    for pieces in sources:
        full = (len(batch) + 1) * len(pieces) > batch_pieces
        if batch and (full or _class_of(len(pieces)) != _class_of(len(batch[0]))):
            yield batch
            batch = []
        batch.append(pieces)
    if batch:
        yield batch
