"""Build align/evidence/gazetteer.tsv and given_names.txt from the lists of open facts.

    python -m scripts.build_gazetteer ../shared/training

Countries and currencies are from CLDR (Unicode licence), cities from Natural Earth (public domain), names of
persons from Wikidata (CC0). See align/evidence/NOTICE.
"""

from __future__ import annotations

import gzip
import itertools
import re
import sys
from collections import Counter
from pathlib import Path

from align.evidence.lists import listed

TARGET = Path(__file__).resolve().parent.parent / "align" / "evidence"
PERSON_WORDS = 5000
# Cities that are far oftener a common word of one of the three languages.
AMBIGUOUS = frozenset(
    listed(
        "essen halle male mobile nice reading orange split victoria santiago of bath worms weimar "
        "buffalo phoenix bar same lae mary salt mission regina aurora concord орел мир победа "
        "киров королев пушкин мэн мале мэри бар рига"
    )
) - frozenset({"рига", "santiago", "weimar", "regina", "phoenix"})
ARTICLES = frozenset(
    listed("der die das den dem des ein eine einen einem einer eines im am zum zur vom beim")
)


def rows(path: Path) -> list[list[str]]:
    """Return the lines of a gzipped TSV as lists of fields, the header line left out."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]


def places(lists: Path) -> list[tuple[str, str, str, str, str]]:
    """Return countries and cities as (kind, key, de, ru, en)."""
    found = [
        ("place", code, de, ru, en.replace(" & ", " and "))
        for kind, code, de, ru, en in rows(lists / "cldr_names_de_ru_en.tsv.gz")
        if kind == "regions" and code not in {"UM", "EU", "UN", "EZ", "QO", "ZZ"}
    ]
    known = {en for *_, en in found}
    for _, de, ru, en in rows(lists / "naturalearth_places_de_ru_en.tsv.gz"):
        if en not in known and not {de.casefold(), ru.casefold(), en.casefold()} & AMBIGUOUS:
            found.append(("place", re.sub(r"\W+", "-", en.casefold()), de, ru, en))
    return [row for row in found if all("(" not in field for field in row)]


def currencies(lists: Path) -> list[tuple[str, str, str, str, str]]:
    """Return the currencies in use as (kind, key, de, ru, en)."""
    return [
        ("currency", code, de, ru, en)
        for kind, code, de, ru, en in rows(lists / "cldr_names_de_ru_en.tsv.gz")
        if kind == "currencies" and "(" not in de + ru + en
    ]


def person_words(training: Path) -> list[str]:
    """Return frequent words of personal names that are no common word of English or German."""
    common = common_words(training)
    ranked = [
        english.casefold() for _, english in rows(training / "ru-en" / "wikidata_names.tsv.gz")[:PERSON_WORDS]
    ]
    return sorted({word for word in ranked if word not in common and word.isalpha() and len(word) > 2})


def common_words(training: Path) -> set[str]:
    """Return words that the training text writes in lower case, or in German with an article."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    articled: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for german, english in rows(training / "de-en" / "wmt_news_2009_2017.tsv.gz") + rows(
        training / "de-en" / "tatoeba_manythings.tsv.gz"
    ):
        words = re.findall(r"[^\W\d_]+", english)
        lower.update(word for word in words if word.islower())
        capital.update(word.casefold() for word in words if word.istitle())
        words = re.findall(r"[^\W\d_]+", german)
        lower.update(word for word in words if word.islower())
        for before, word in itertools.pairwise(words):
            if word.istitle():
                (articled if before.casefold() in ARTICLES else named)[word.casefold()] += 1
    small = {word for word, count in lower.items() if count > max(2, capital[word] / 4)}
    german_common = {word for word, count in articled.items() if count > max(2, named[word] / 4)}
    return small | german_common


def main(training: Path) -> None:
    """Write both files."""
    lines = ["kind\tkey\tde\tru\ten"]
    lines += ["\t".join(row) for row in places(training / "lists") + currencies(training / "lists")]
    (TARGET / "gazetteer.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (TARGET / "given_names.txt").write_text("\n".join(person_words(training)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
