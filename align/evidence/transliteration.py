"""Names across scripts: one folding under which Кулубаев, Kulubajew and Kulubayev are the same.

The Cyrillic letters follow the English usage of the UN (BGN/PCGN) romanisation, the letter groups of Latin
spellings the German (Duden) and the English one. What is ambiguous without knowing the language of a spelling
(``j`` is й in German and ж in English, ``ch`` is х or ч, ``z`` is ц or з) has several readings.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate, product

from align.evidence.inflection import name_bases

# Chosen on tests/evidence/name_pairs.tsv: the worst right pair lies above, the best wrong pair below.
SAME_NAME = 0.85

# One sign for one sound: ž = ж, š = ш, č = ч, c = ц, h = х.
_CYRILLIC = dict(
    zip("абвгдезиклмнопрстуфхцчшыэ", "abvgdezi" + "klmnoprstufhcčšie", strict=True),
    ж="ž",
    ё="e",
    й="y",
    щ="šč",
    ъ="",
    ь="",
    ю="yu",
    я="ya",
    ң="n",
    ө="o",
    ү="u",
    ұ="u",
    ә="a",
    ғ="g",
    қ="k",
    һ="h",
    і="i",
    ї="i",
    є="e",
    ґ="g",
    ў="u",
    ј="y",
)
_CLUSTERS = (
    ("schtsch", "šč"),
    ("shch", "šč"),
    ("tsch", "č"),
    ("dsch", "ž"),
    ("dzh", "ž"),
    ("dž", "ž"),
    ("zh", "ž"),
    ("dj", "ž"),
    ("sch", "š"),
    ("kh", "h"),
    ("gh", "g"),
    ("sh", "š"),
    ("tch", "č"),
    ("ts", "c"),
    ("tz", "c"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("qu", "kv"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
)
_CYRILLIC_LETTER = re.compile(r"[а-яёәіңғүұқөһїєґўј]")
_REPEATED = re.compile(r"(.)\1+")
# Letters of Czech, Polish, Turkish and their neighbours, as German would write them.
_DIACRITICS = str.maketrans(
    {"č": "tsch", "ć": "tsch", "ç": "tsch", "š": "sch", "ş": "sch", "ș": "sch", "ž": "zh", "ż": "zh",
     "ź": "zh", "ř": "rzh", "ł": "l", "ı": "i", "ø": "o", "đ": "d", "ț": "ts", "ţ": "ts"}
)  # fmt: skip
_VOWELS = "aeiou"
_GERMAN_SPELLING = re.compile(r"sch|[aeijou]w(?:a|s|as)?\b")
_AMBIGUOUS = {"j": ("y", "ž"), "C": ("č", "h"), "z": ("z", "c")}
_DIGRAPHS = str.maketrans({"ž": "zh", "š": "sh", "č": "ch", "c": "ts"})
_CHEAP = {
    frozenset(pair): cost
    for pair, cost in {"sz": 0.1, "žš": 0.2, "sc": 0.3, "sš": 0.4, "zc": 0.2, "zž": 0.4}.items()
} | {
    frozenset(pair): cost
    for pair, cost in {"gh": 0.4, "hk": 0.4, "vf": 0.3, "čš": 0.4, "čž": 0.4, "cč": 0.4}.items()
}
_CLOSE_VOWELS = frozenset(frozenset(pair) for pair in ("ao", "ei", "ou", "iu", "eo", "au", "ae"))
_VOWEL_COST, _FAR_VOWEL_COST, _OPENING_VOWEL_COST = 0.3, 0.7, 0.8
_MAX_READINGS = 8
# Consonants that may cheaply become one another share a bit.
_GROUPS = {sound: number for number, group in enumerate(("szžšcč", "ghk", "vf")) for sound in group}
_ROUNDING = 1e-9


def latin(text: str) -> str:
    """Return ``text`` folded to plain lower-case Latin, the same for Cyrillic, German and English spellings.

    Of an ambiguous letter the reading that the spelling of the whole word suggests is taken.

    >>> latin("Кулубаев"), latin("Kulubajew"), latin("Kulubayev")
    ('kulubaev', 'kulubaev', 'kulubaev')
    """
    if text.isalpha():
        return _likely(text).translate(_DIGRAPHS)
    words = re.split(r"([\s-]+)", text)
    return "".join(
        _likely(word).translate(_DIGRAPHS) if index % 2 == 0 else word for index, word in enumerate(words)
    )


def romanised(text: str) -> str:
    """Return ``text`` with Cyrillic written in Latin letters as in English: Жээнбек is Zheenbek.

    Other letters stay. BGN/PCGN for Russian, without the marks for ъ and ь.
    """
    return "".join(_romanised(letter) for letter in text)


def _romanised(letter: str) -> str:
    sounds = _CYRILLIC.get(letter.casefold())
    if sounds is None:
        return letter
    written = (
        "y"
        if letter in "ыЫ"
        else sounds.translate(_DIGRAPHS).replace("h", "kh")
        if letter in "хХ"
        else sounds
    )
    written = written.translate(_DIGRAPHS)
    return written.capitalize() if letter.isupper() else written


def readings(word: str) -> tuple[str, ...]:
    """Return the ways one word may sound, one sign per sound, the likeliest first; at most eight of them."""
    return _readings(word)


@lru_cache(maxsize=50_000)
def skeletons(word: str) -> frozenset[str]:
    """Return the exact keys under which spellings of one name meet: consonants and whether a vowel opens it.

    Case endings of Russian and the German genitive are taken off. Short names keep their vowels.
    """
    return frozenset(_skeleton(reading) for base in name_bases(word) for reading in readings(base)) - {""}


def skeleton(word: str) -> str:
    """Return the likeliest of ``skeletons(word)``."""
    return _skeleton(_likely(name_bases(word)[0]))


def name_similarity(a: str, b: str) -> float:
    """Return how alike two names sound, in [0, 1]; from ``SAME_NAME`` on they may be taken for one name.

    Words are paired with their best partner; words that only the longer name has do not count against it.
    """
    shorter, longer = sorted((_words(a), _words(b)), key=len)
    if not shorter:
        return 0.0
    weights = [len(word) for word in shorter]
    best = [max(_word_similarity(word, other) for other in longer) for word in shorter]
    return sum(w * s for w, s in zip(weights, best, strict=True)) / sum(weights)


def one_name(a: str, b: str) -> bool:
    """Tell whether ``name_similarity`` of two words is ``SAME_NAME`` or more, mostly without measuring it."""
    if (
        a.isalpha()
        and b.isalpha()
        and not any(_may_be_near(x, y) for x, y in product(_sounds(a), _sounds(b)))
    ):
        return False
    return name_similarity(a, b) >= SAME_NAME


def _may_be_near(x: tuple[int, int], y: tuple[int, int]) -> bool:
    """Tell by lengths and consonants: each that only one of two readings has costs a whole step."""
    (length, sounds), (other_length, other_sounds) = x, y
    alone = max((sounds & ~other_sounds).bit_count(), (other_sounds & ~sounds).bit_count())
    return alone <= (1 - SAME_NAME) * max(length, other_length) + _ROUNDING


@lru_cache(maxsize=1 << 16)
def _sounds(word: str) -> frozenset[tuple[int, int]]:
    """Return for each reading of a word its length, and a bit for each group of consonants it has."""
    found = {reading for base in name_bases(word) for reading in readings(base)}
    return frozenset(
        (len(r), sum({1 << _GROUPS.get(s, ord(s)) for s in r if s not in _VOWELS})) for r in found
    )


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", name) if len(word) > 1]


@lru_cache(maxsize=50_000)
def _word_similarity(a: str, b: str) -> float:
    pairs = product(
        [reading for base in name_bases(a) for reading in readings(base)],
        [reading for base in name_bases(b) for reading in readings(base)],
    )
    return max((1 - _distance(x, y) / max(len(x), len(y)) for x, y in pairs if x and y), default=0.0)


def _distance(a: str, b: str) -> float:
    """Weighted Levenshtein distance; vowels and sounds that spellings mix up are cheap."""
    row = [0.0, *accumulate(_gap(sound, opening=not index) for index, sound in enumerate(b))]
    for index, x in enumerate(a):
        previous, row = row, [row[0] + _gap(x, opening=not index)]
        for column, y in enumerate(b):
            row.append(
                min(previous[column] + _change(x, y), previous[column + 1] + _gap(x), row[column] + _gap(y))
            )
    return row[-1]


def _gap(sound: str, *, opening: bool = False) -> float:
    if sound not in _VOWELS:
        return 1.0
    return _OPENING_VOWEL_COST if opening else _VOWEL_COST


def _change(x: str, y: str) -> float:
    if x == y:
        return 0.0
    pair = frozenset((x, y))
    if x in _VOWELS and y in _VOWELS:
        return _VOWEL_COST if pair in _CLOSE_VOWELS else _FAR_VOWEL_COST
    return _CHEAP.get(pair, 1.0)


@lru_cache(maxsize=50_000)
def _readings(word: str) -> tuple[str, ...]:
    signs = _signs(word)
    choices = [_AMBIGUOUS.get(sign, (sign,)) for sign in signs]
    spelled = ("".join(choice) for choice, _ in zip(product(*choices), range(_MAX_READINGS), strict=False))
    return tuple(dict.fromkeys([_likely(word), *map(_glide, spelled)]))


def _signs(word: str) -> str:
    """Turn letters into sound signs; ``j``, ``C`` (ch) and ``z`` of a Latin spelling stay open."""
    folded = word.casefold().replace("ß", "ss")
    if not folded.isascii() and _CYRILLIC_LETTER.search(folded):
        sounds = "".join(_CYRILLIC.get(letter, letter) for letter in folded)
        return sounds.replace("dž", "ž").replace("sh", "š")
    if folded.isascii() and folded.isalpha():
        plain = folded
    else:
        plain = unicodedata.normalize("NFKD", folded.translate(_DIACRITICS))
        plain = "".join(letter for letter in plain if letter.isalpha() and not unicodedata.combining(letter))
    for cluster, sound in _CLUSTERS:
        plain = plain.replace(cluster, sound)
    if "c" not in plain:
        return plain
    plain = re.sub(r"c(?=[eiy])", "s", plain.replace("ch", "C"))
    return re.sub(r"(?<![sšž])c(?![čh])", "k", plain) if _has_plain_c(word) else plain


def _has_plain_c(word: str) -> bool:
    return bool(re.search(r"c(?![hkeiy])", word.casefold())) and not re.search(r"ts|tz|sch", word.casefold())


def _likely(word: str) -> str:
    signs = _signs(word)
    german = bool(_GERMAN_SPELLING.search(word.casefold()))
    signs = signs.replace("C", "h" if german else "č")
    if german:
        return _glide(signs.replace("j", "y"))
    if "j" in signs:
        signs = re.sub(r"(?<![aeiou])j(?=[aeiou])", "ž", signs).replace("j", "y")
    return _glide(signs)


def _glide(sounds: str) -> str:
    """Drop й before a vowel, make it and ы an i elsewhere, and write double sounds once."""
    if "y" in sounds or "j" in sounds:
        sounds = re.sub(r"[yj]", "i", re.sub(r"[yj](?=[aeiou])", "", sounds))
    return _REPEATED.sub(r"\1", sounds)


def _skeleton(sounds: str) -> str:
    merged = sounds.translate(str.maketrans("žšzcč", "xxssc"))
    bones = ("a" if merged[:1] in _VOWELS else "") + "".join(
        sound for sound in merged if sound not in _VOWELS
    )
    bones = _REPEATED.sub(r"\1", bones)
    return bones if len(bones) > 2 else merged
