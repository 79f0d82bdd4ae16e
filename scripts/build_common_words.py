"""Build align/evidence/common_words.{de,ru,en}.txt from the texts that the models are trained on.

    python -m scripts.build_common_words ../shared/training

A Russian or English word is common if it is nearly always written in lower case. A German noun is, if the
English beside it seldom has a capitalised word that begins alike: "Handschuhe" has none, "Hamburg" has. A
word with a tilde is common in some of its uses only: the Board, the Cup. ё is written е, ß ss.
Only the words are kept, no sentence. See align/evidence/NOTICE.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from align.evidence.lists import listed

TARGET = Path(__file__).resolve().parent.parent / "align" / "evidence"
TEXTS = {
    "de": listed(
        "tatoeba_manythings europarl_comtrans wmt_news_2009_2017 destatis_sustainability pawsx_wiki "
        "eu_jrc_acquis xquad treaties_ch_nl mozilla_www debian_www ms_business_central"
    ),
    "ru": listed(
        "wmt_news_2012_2017 classics_pd un_unpc_devtest un_sdg_metadata msdocs_business_HT tico19 xquad "
        "mozilla_www openownership_bods opendatahandbook mlqe_pe"
    ),
}
LEAST = {"en": 12, "ru": 25, "de": 12}  # how often a word in lower case must stand in the texts
LEAST_NOUN = 6  # the same for a German noun
CAPITALS = 4  # times as often in lower case as with a capital inside a sentence
COPIED = 0.45  # share of a German noun's sentences whose English may have a name that begins alike
# The same for words that are common in some of their uses.
LEAST_MIXED, CAPITALS_MIXED, COPIED_MIXED = {"en": 8, "ru": 15, "de": 12}, 0.1, 0.8
OPENING = 3  # letters by which two words begin alike
ALIKE = str.maketrans("äöückyjwvz", "aoukkiivvs")  # letters that the spellings of a name differ in
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Counts:
    """How often the words of a language stand in lower case, and with a capital inside a sentence."""

    lower: Counter[str] = field(default_factory=Counter)
    capital: Counter[str] = field(default_factory=Counter)

    def add(self, words: list[tuple[str, bool]]) -> None:
        """Count words, given with whether they open a sentence."""
        self.lower.update(word.casefold() for word, _ in words if word.islower())
        self.capital.update(word.casefold() for word, opens in words if not opens and word.istitle())

    def common(self, least: int, *, capitals: float = CAPITALS) -> set[str]:
        """Return the words of three letters and more that are so much oftener written in lower case."""
        frequent = (w for w, count in self.lower.items() if count >= least and len(w) > 2 and w.isalpha())
        return {word for word in frequent if self.lower[word] > capitals * self.capital[word]}


def tokens(text: str) -> list[tuple[str, bool]]:
    """Return the words of a text, each with whether it opens a sentence."""
    return [
        (match[0], not (before := text[: match.start()].rstrip(" \"«„“'(-–")) or before[-1] in ".!?:…")
        for match in _WORD.finditer(text)
    ]


def pairs(training: Path, language: str) -> Iterator[tuple[str, str]]:
    """Yield the sentences of a language with their English."""
    for name in TEXTS[language]:
        with gzip.open(training / f"{language}-en" / f"{name}.tsv.gz", "rt", encoding="utf-8") as file:
            for line in file:
                foreign, tab, english = line.rstrip("\n").partition("\t")
                if tab:
                    yield foreign, english


def common_words(training: Path) -> dict[str, list[str]]:
    """Return the common words by language, folded to lower case; for German with the nouns."""
    counts = {"en": Counts(), "ru": Counts(), "de": Counts()}
    copied: Counter[str] = Counter()
    for language in TEXTS:
        for foreign, english in pairs(training, language):
            own, other = tokens(foreign.replace("ё", "е")), tokens(english)
            counts[language].add(own)
            counts["en"].add(other)
            heads = {opening(word) for word, opens in other if word[0].isupper() and not opens}
            copied.update(
                word.casefold()
                for word, opens in own
                if not opens and word.istitle() and opening(word) in heads
            )
    nouns = {word: count for word, count in counts["de"].capital.items() if count >= LEAST_NOUN}
    lists = {}
    for language, least in LEAST.items():
        plain = counts[language].common(least)
        mixed = counts[language].common(LEAST_MIXED[language], capitals=CAPITALS_MIXED)
        if language == "de":
            plain |= {word for word, count in nouns.items() if copied[word] < COPIED * count}
            mixed |= {word for word, count in nouns.items() if copied[word] < COPIED_MIXED * count}
        lists[language] = [*sorted(plain), *(f"~{word}" for word in sorted(mixed - plain))]
    return lists


def opening(word: str) -> str:
    """Return how a word begins, folded so that the spellings of one name begin alike."""
    return word.casefold().translate(ALIKE)[:OPENING]


def main() -> None:
    """Write the three lists."""
    for language, words in common_words(Path(sys.argv[1])).items():
        text = "# Common words; built by scripts/build_common_words.py, see NOTICE.\n" + "\n".join(words)
        (TARGET / f"common_words.{language}.txt").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
