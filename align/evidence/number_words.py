"""Number words of German, Russian and English, with their inflected forms."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from align.evidence.lists import listed

_EN_SMALL = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_EN_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_EN_ORDINALS = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_DE_SMALL = listed(
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn"
)
_DE_TENS = listed("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_DE_IRREGULAR_ORDINALS = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
_RU_CARDINALS = {
    2: "два две двух двум двумя",
    3: "три трех трем тремя",
    4: "четыре четырех четырем четырьмя",
    5: "пять пяти пятью",
    6: "шесть шести шестью",
    7: "семь семи",
    8: "восемь восьми восемью восьмью",
    9: "девять девяти девятью",
    10: "десять десяти десятью",
    40: "сорок сорока",
    90: "девяносто девяноста",
    100: "сто ста",
    200: "двести двухсот двумстам двумястами",
    300: "триста трехсот тремстам тремястами",
    400: "четыреста четырехсот",
    500: "пятьсот пятисот",
    600: "шестьсот шестисот",
    700: "семьсот семисот",
    800: "восемьсот восьмисот",
    900: "девятьсот девятисот",
}
_RU_COLLECTIVE = {
    2: "двое двоих двоим двоими дважды",
    3: "трое троих троим троими трижды",
    4: "четверо четверых четверым четырежды",
    5: "пятеро пятерых пятерым",
    6: "шестеро шестерых шестерым",
    7: "семеро семерых семерым",
    10: "десятеро десятерых",
}
_RU_TEENS = listed(
    "одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат "
    "девятнадцат двадцат"
)
_RU_TENS = {30: "тридцат", 50: "пятьдесят", 60: "шестьдесят", 70: "семьдесят", 80: "восемьдесят"}
_RU_ORDINAL_STEMS = {
    1: "перв", 2: "втор", 4: "четверт", 5: "пят", 6: "шест", 7: "седьм", 8: "восьм", 9: "девят", 10: "десят",
    30: "тридцат", 40: "сороков", 50: "пятидесят", 60: "шестидесят", 70: "семидесят", 80: "восьмидесят",
    90: "девяност", 100: "сот",
}  # fmt: skip
# How Russian begins an adjective of a counted thing, "двадцативосьмилетний", and what it may go on with.
_RU_COMBINING = {
    2: "двух", 3: "трех", 4: "четырех", 5: "пяти", 6: "шести", 7: "семи", 8: "восьми", 9: "девяти",
    10: "десяти",
    30: "тридцати", 40: "сорока", 50: "пятидесяти", 60: "шестидесяти", 70: "семидесяти", 80: "восьмидесяти",
    90: "девяносто", 100: "сто",
}  # fmt: skip
_RU_COUNTED = listed("летн этажн дневн часов минутн метров процентн кратн местн месячн недельн километров")
_RU_ADJECTIVE_ENDINGS = listed(
    "ий ый ая яя ое ее ие ые ого его ому ему ым им ом ем ой ей ую юю ых их ыми ими"
)
_RU_ORDINAL_ENDINGS = listed("ый ой ая ое ого ому ым ом ую ые ых ыми")

# A scale word may carry a unit or stand in a compound number; "Billion" is 10¹² in German and 10⁹ in English.
_SCALES = {
    "en": (
        (r"hundred", 2), (r"thousand|k", 3), (r"millions?|mn|mln|m", 6), (r"billions?|bn|bln", 9),
        (r"trillions?|trn?|tn", 12),
    ),
    "de": (
        (r"hundert", 2), (r"tausend|tsd\.?", 3), (r"million(?:en)?|mio\.?", 6), (r"milliarden?|mrd\.?", 9),
        (r"billion(?:en)?|bio\.?", 12),
    ),
    "ru": (
        (r"сотн(?:я|ю|е|и|ей)", 2),
        (r"тысяч(?:а|и|у|е|ей|ам|ами|ах)?|тыс\.?", 3),
        (r"миллион(?:а|у|ом|е|ы|ов|ам|ами|ах)?|млн\.?", 6),
        (r"миллиард(?:а|у|ом|е|ы|ов|ам|ами|ах)?|млрд\.?", 9),
        (r"триллион(?:а|у|ом|е|ы|ов|ам|ами|ах)?|трлн\.?", 12),
    ),
}  # fmt: skip
_HALVES = {
    "en": {},
    "de": {"anderthalb": "1.5", "eineinhalb": "1.5"}
    | {f"{word}einhalb": f"{value}.5" for value, word in enumerate(_DE_SMALL[:13]) if value > 1},
    "ru": {
        "полтора": "1.5", "полторы": "1.5", "полутора": "1.5", "полсотни": "50", "полтысячи": "500",
        "полмиллиона": "500000", "полмиллиарда": "500000000",
    },
}  # fmt: skip
# What adds a half to the number before it: "three and a half", «три с половиной».
AND_A_HALF = (("and", "a", "half"), ("с", "половиной"))
# A scale word that is a number even alone; "millions" and "Tausende" are none.
BARE_SCALES = frozenset(listed("сотня сотню сотне тысяча тысячу миллион миллиард hundert tausend"))
# After a number they multiply: "drei Dutzend".
DOZENS = frozenset({"dozen", "dutzend", "дюжины", "дюжин"})
# Behind "a third" if it is a share and no ordinal, as in "a third attempt".
_OF_IT = (
    r"(?=\s*(?:$|[.,;:!?)–—])|\s(?:of|more|less|fewer|higher|lower|larger|smaller|in|on|by|to|since|from|is|are|was|"
    r"were|has|have|had|and|or|than|at|as|within|over|compared)\b)"
)
# Shares in words, as patterns with the percent that they stand for.
SHARES = {
    "en": (
        (
            r"one in two|(?<=one-)half|(?<!first )(?<!second )"
            r"half(?=[ -](?:of|the|hour|an?[ -](?:year|hour|day|month))\b| (?:was|were|is|are)\b)",
            "50",
        ),
        (rf"one in three|one[ -]third|a third{_OF_IT}", "33.3"), (r"two[ -]thirds", "66.7"),
        (rf"one in four|(?:a|one)[ -]quarter|one[ -]fourth|a fourth{_OF_IT}", "25"),
        (r"three[ -]quarters", "75"),
        (rf"one in five|one[ -]fifth|a fifth{_OF_IT}|every fifth", "20"), (r"two[ -]fifths", "40"),
        (r"three[ -]fifths", "60"), (r"four[ -]fifths", "80"),
        (rf"one in ten|one[ -]tenth|a tenth{_OF_IT}|every tenth", "10"),
        (r"six (?:out )?of (?:every )?ten", "60"), (r"seven (?:out )?of (?:every )?ten", "70"),
        (r"eight (?:out )?of (?:every )?ten", "80"), (r"nine (?:out )?of (?:every )?ten", "90"),
        (r"four (?:out )?of (?:every )?ten", "40"), (r"three (?:out )?of (?:every )?ten", "30"),
    ),
    "de": (
        (r"jede[rsn]? zweite[nrs]?|(?:die|der) Hälfte|halbe[nsr]?(?= jahre?s?\b| stunden?\b)", "50"),
        (r"zwei[ -]?drittel(?:mehrheit)?", "66.7"), (r"zwei[ -]?fünftel", "40"), (r"drei[ -]?fünftel", "60"),
        (r"vier[ -]?fünftel", "80"),
        (r"(?:ein\w* )?(?:knappe\w* )?drittels?|jede[rsn]? dritte[nrs]?", "33.3"),
        (r"drei ?viertel", "75"), (r"(?:ein\w* )?viertel|jede[rsn]? vierte[nrs]?", "25"),
        (r"(?:ein\w* )?fünftel|jede[rsn]? fünfte[nrs]?", "20"), (r"(?:ein\w* )?zehntel|jede[rsn]? "
        r"zehnte[nrs]?", "10"),
        (r"drei von zehn", "30"), (r"vier von zehn", "40"), (r"sechs von zehn", "60"), (r"sieben von "
        r"zehn", "70"),
        (r"acht von zehn", "80"), (r"neun von zehn", "90"),
    ),
    "ru": (
        (r"(?<!перв\w\w )(?<!втор\w\w )половин[ауые]|каждый второй|каждая вторая", "50"),
        (r"треть(?:ю|и)?|каждый третий|каждая третья", "33.3"),
        (r"две трети|двух третей", "66.7"), (r"две пятых|двух пятых", "40"),
        (r"три пятых|тр[её]х пятых", "60"), (r"четыре пятых|четыр[её]х пятых", "80"),
        (r"четверть(?:ю)?|четверти|каждый четв[её]ртый|каждая "
        r"четв[её]ртая", "25"),
        (r"три четверти|тр[её]х четвертей", "75"), (r"каждый пятый|каждая пятая|пятая часть", "20"),
        (r"каждый десятый|каждая десятая", "10"), (r"три из (?:каждых )?десяти", "30"), (r"четыре из "
        r"(?:каждых )?десяти", "40"),
        (r"шесть из (?:каждых )?десяти", "60"), (r"семь из (?:каждых )?десяти", "70"),
        (r"восемь из (?:каждых )?десяти", "80"), (r"девять из (?:каждых )?десяти", "90"),
    ),
}  # fmt: skip
# These say "a", and count only before a scale word: "one billion", "eine Milliarde", "один миллиард".
_ONES = {
    "en": frozenset({"one", "a"}),
    "de": frozenset({"ein", "eine", "einer", "einen", "eines"}),
    "ru": frozenset({"один", "одна", "одного", "одной", "одну", "одном", "одним"}),
}
_HALF = {"en": frozenset({"half"}), "de": frozenset({"halbe", "halben", "halber"}), "ru": frozenset({"пол"})}


@cache
def scale(word: str, language: str) -> int | None:
    """Return the power of ten that a scale word stands for, ``None`` for any other word."""
    for pattern, power in _SCALES.get(language, ()):
        if re.fullmatch(pattern, word.casefold()):
            return power
    return None


@cache
def scale_pattern(language: str) -> str:
    """Return a pattern of the scale words that may follow digits, for use without case."""
    choices = [pattern for pattern, power in _SCALES.get(language, ()) if power > 2]
    return "|".join(choices) or r"(?!)"


@lru_cache(maxsize=50_000)
def begins_number(word: str, language: str) -> bool:
    """Tell whether a number in words may begin with a word."""
    folded = word.casefold().replace("ё", "е")
    counts = folded in cardinals(language) or folded in ordinals(language) or folded in BARE_SCALES
    return counts or is_one(folded, language) or is_half(folded, language)


@cache
def every_number() -> frozenset[str]:
    """Return all words, folded, that are a number by themselves in any language."""
    counted = (words(language) for language in _SCALES for words in (cardinals, ordinals))
    return BARE_SCALES.union(*counted)


@cache
def every_one() -> frozenset[str]:
    """Return all words, folded, that count only before a scale word in any language."""
    return frozenset().union(*_ONES.values(), *_HALF.values())


def is_one(word: str, language: str) -> bool:
    """Tell whether a word says "a" or "one", which counts only before a scale word."""
    return word.casefold() in _ONES.get(language, ())


def is_half(word: str, language: str) -> bool:
    """Tell whether a word halves the scale word after it, as in "half a million"."""
    return word.casefold() in _HALF.get(language, ())


@cache
def cardinals(language: str) -> dict[str, Decimal]:
    """Return cardinal words, folded to lower case with ё as е, without "one" and the scale words."""
    makers = {"en": _english_cardinals, "de": _german_cardinals, "ru": _russian_cardinals}
    words = makers[language]() if language in makers else {}
    halves = _HALVES.get(language, {})
    return {word: Decimal(value) for word, value in words.items()} | {
        w: Decimal(v) for w, v in halves.items()
    }


@cache
def ordinals(language: str) -> dict[str, Decimal]:
    """Return ordinal words, folded to lower case with ё as е."""
    makers = {"en": _english_ordinals, "de": _german_ordinals, "ru": _russian_ordinals}
    return {
        word: Decimal(value) for word, value in (makers[language]() if language in makers else {}).items()
    }


def _english_cardinals() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_EN_SMALL) if value > 1}
    for index, tens in enumerate(_EN_TENS, start=2):
        words[tens] = index * 10
        words |= {f"{tens}-{unit}": index * 10 + value for value, unit in enumerate(_EN_SMALL[:10]) if value}
    return words | {"dozen": 12, "twice": 2, "thrice": 3}


def _english_ordinals() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_EN_ORDINALS, start=1)}
    for index, tens in enumerate(_EN_TENS, start=2):
        words[tens[:-1] + "ieth"] = index * 10
        words |= {
            f"{tens}-{unit}": index * 10 + value for value, unit in enumerate(_EN_ORDINALS[:9], start=1)
        }
    return words


def _german_below_hundred() -> dict[int, str]:
    words = dict(enumerate(_DE_SMALL))
    for index, tens in enumerate(_DE_TENS, start=2):
        words[index * 10] = tens
        units = ["ein", *_DE_SMALL[2:10]]
        words |= {index * 10 + value: f"{unit}und{tens}" for value, unit in enumerate(units, start=1)}
    return words


def _german_cardinals() -> dict[str, int]:
    below = _german_below_hundred()
    words = {word: value for value, word in below.items() if value > 1}
    words |= {
        "zweier": 2,
        "zweien": 2,
        "dreier": 3,
        "dreien": 3,
        "vieren": 4,
        "dutzend": 12,
        "einhundert": 100,
    }
    for value, unit in enumerate(_DE_SMALL[2:10], start=2):
        words[f"{unit}hundert"] = value * 100
        words[f"{unit}tausend"] = value * 1000
    words |= {f"{word}tausend": value * 1000 for value, word in below.items() if value > 9}
    counted = ("jährig", "tägig", "köpfig", "stündig", "wöchig", "monatig", "fach", "teilig", "stellig")
    words |= {
        f"{word}{kind}{ending}": value
        for value, word in below.items()
        if value > 1
        for kind in counted
        for ending in ("", "e", "en", "er", "es", "em")
    }
    words |= {f"{unit}mal": value for value, unit in enumerate(_DE_SMALL[2:13], start=2)}
    return words | {"eintausend": 1000}


def _german_ordinals() -> dict[str, int]:
    words: dict[str, int] = {}
    for value, word in _german_below_hundred().items():
        stem = _DE_IRREGULAR_ORDINALS.get(value, word + ("t" if value < 20 else "st"))
        if value:
            words |= {stem + ending: value for ending in ("e", "en", "er", "es", "em")}
    return words


def _russian_cardinals() -> dict[str, int]:
    words = {form: value for value, forms in _RU_CARDINALS.items() for form in forms.split()}
    for value, stem in enumerate(_RU_TEENS, start=11):
        real = 20 if stem == "двадцат" else value
        words |= {stem + ending: real for ending in ("ь", "и", "ью")}
    for value, stem in _RU_TENS.items():
        if value == 30:
            words |= {stem + ending: value for ending in ("ь", "и", "ью")}
        else:
            words |= {stem: value, stem.replace("ьдесят", "идесяти"): value}
    words |= _russian_counted()
    for value, forms in _RU_COLLECTIVE.items():
        words |= dict.fromkeys(forms.split(), value)
    return words | {"дюжина": 12, "дюжины": 12, "дюжину": 12}


def _russian_counted() -> dict[str, int]:
    """Return adjectives of what is counted: "семидесятидевятиэтажный", "пятилетний"."""
    below = dict(_RU_COMBINING) | {
        20 if stem == "двадцат" else value: f"{stem}и" for value, stem in enumerate(_RU_TEENS, start=11)
    }
    tens = [value for value in below if 20 <= value < 100]
    below |= {ten + unit: below[ten] + below[unit] for ten in tens for unit in range(2, 10)}
    return {
        word + kind + ending: value
        for value, word in below.items()
        for kind in _RU_COUNTED
        for ending in _RU_ADJECTIVE_ENDINGS
    }


def _russian_ordinals() -> dict[str, int]:
    stems = dict(_RU_ORDINAL_STEMS)
    stems |= {20 if stem == "двадцат" else value: stem for value, stem in enumerate(_RU_TEENS, start=11)}
    words = {stem + ending: value for value, stem in stems.items() for ending in _RU_ORDINAL_ENDINGS}
    third = listed("ий ья ье ьего ьему ьим ьем ьей ью ьи ьих ьими")
    return words | {f"трет{ending}": 3 for ending in third}
