"""Parallel text of our own: names in every case, offices, acronyms, dates, figures, and what is copied.

``synthetic.toml`` beside this file holds the words and the sentences. What a seed makes is always the same.
"""

from __future__ import annotations

import random
import string
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MONTHS = (
    ("Januar", "января", "January"),
    ("Februar", "февраля", "February"),
    ("März", "марта", "March"),
    ("April", "апреля", "April"),
    ("Mai", "мая", "May"),
    ("Juni", "июня", "June"),
    ("Juli", "июля", "July"),
    ("August", "августа", "August"),
    ("September", "сентября", "September"),
    ("Oktober", "октября", "October"),
    ("November", "ноября", "November"),
    ("Dezember", "декабря", "December"),
)
SCALES = (("Tausend", "тыс.", "thousand"), ("Mio.", "млн", "million"), ("Mrd.", "млрд", "billion"))
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

# Russian names as English and German papers write them; "ье" and vowels before "е" are seen to first.
ENGLISH = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a,b,v,g,d,e,yo,zh,z,i,y,k,l,m,n,o,p,r,s,t,u,f,kh,ts,ch,sh,shch,,y,,e,yu,ya".split(","),  # noqa: SIM905
        strict=True,
    )
)
GERMAN = ENGLISH | {
    "в": "w", "ё": "jo", "ж": "sch", "з": "s", "й": "j", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch",
    "щ": "schtsch", "ю": "ju", "я": "ja",
}  # fmt: skip
VOWELS = "аеёиоуыэюяьъ"

COPIED = (
    "{0}", "{1}", "{name}", "{count}", "%s", "%d", "%(name)s", "%1$s", "$1", "$USER", "&nbsp;", "<b>", "</b>",
    "<br/>", "[1]", "[2]", "#42", "@align", "__0__", "__1__", "⟦0⟧", "⟦1⟧",
)  # fmt: skip


@dataclass(frozen=True)
class Person:
    """A name in German, in English, and in the Russian cases.

    These are nominative, genitive, dative, instrumental, prepositional and accusative.
    """

    german: str
    english: str
    russian: tuple[str, ...]
    woman: bool


def transliterate(name: str, table: dict[str, str]) -> str:
    """Write a Russian name in Latin letters; ``е`` after a vowel or sign, and at the start, has a glide."""
    glide = {"е": "je" if table is GERMAN else "ye"}
    letters = name.lower()
    written = [
        glide[letter] if letter == "е" and (i == 0 or letters[i - 1] in VOWELS) else table.get(letter, letter)
        for i, letter in enumerate(letters)
    ]
    return "-".join(part.capitalize() for part in "".join(written).split("-"))


def surname_cases(name: str, woman: bool) -> tuple[str, ...]:
    """Return the cases of a surname in -ов, -ев or -ин."""
    if woman:
        return (name + "а", name + "ой", name + "ой", name + "ой", name + "ой", name + "у")
    return (name, name + "а", name + "у", name + "ым", name + "е", name + "а")


def given_cases(name: str, woman: bool) -> tuple[str, ...]:
    """Return the cases of a given name; names in other endings stay as they are."""
    stem = name[:-1]
    if name.endswith("ия"):
        endings = ("я", "и", "и", "ей", "и", "ю")
    elif name.endswith("а"):
        hard = "и" if stem[-1] in "гкхжчшщ" else "ы"
        endings = ("а", hard, "е", "ой", "е", "у")
    elif name.endswith("я"):
        endings = ("я", "и", "е", "ей", "е", "ю")
    elif woman or name[-1] in "иеоуы":
        return (name,) * 6
    elif name.endswith("ий"):
        endings = ("й", "я", "ю", "ем", "и", "я")
    elif name[-1] in "йь":
        endings = (name[-1], "я", "ю", "ем", "е", "я")
    else:
        stem, endings = name, ("", "а", "у", "ом", "е", "а")
    return tuple(stem + ending for ending in endings)


class Maker:
    """Draws names and fills the sentences."""

    def __init__(self, seed: int = 1) -> None:
        with Path(__file__).with_suffix(".toml").open("rb") as file:
            self.words: dict[str, Any] = tomllib.load(file)
        self.rng = random.Random(seed)

    def person(self, *, woman: bool | None = None) -> Person:
        rng = self.rng
        woman = rng.random() < 0.25 if woman is None else woman
        words = self.words
        given = rng.choice(words["given"]["female" if woman else "male"])
        surname = rng.choice(words["surnames"]["stems"]) + rng.choice(words["surnames"]["endings"])
        last = surname_cases(surname, woman)
        german, english = transliterate(last[0], GERMAN), transliterate(last[0], ENGLISH)
        style = rng.random()
        if style < 0.25:
            return Person(german, english, last, woman)
        if style < 0.4:
            initial = f"{given[1][0]}. "
            return Person(
                f"{given[0][0]}. {german}",
                f"{given[2][0]}. {english}",
                tuple(initial + c for c in last),
                woman,
            )
        first = given_cases(given[1], woman)
        both = tuple(f"{f} {s}" for f, s in zip(first, last, strict=True))
        return Person(f"{given[0]} {german}", f"{given[2]} {english}", both, woman)

    def sentences(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Return one filled template as ``(german, english), (russian, english)``."""
        template = self.rng.choice(self.words["template"])
        slots = self._slots(template)
        german, russian, english = (_fill(template[k], slots[k]) for k in ("de", "ru", "en"))
        return (german, english), (russian, english)

    def _slots(self, template: dict[str, Any]) -> dict[str, dict[str, str]]:
        de: dict[str, str] = {}
        ru: dict[str, str] = {}
        en: dict[str, str] = {}
        words, rng = self.words, self.rng
        people = {
            "P": self.person(woman=False if template.get("male") else None),
            "Q": self.person(woman=False if template.get("maleq") else None),
        }
        for slot, person in people.items():
            de[slot], en[slot], ru[slot] = person.german, person.english, person.russian[0]
            ru |= {f"{slot}{case}": form for case, form in enumerate(person.russian)}
        ru["v"] = "а" if people["P"].woman else ""
        ru["w"] = "а" if people["Q"].woman else ""
        ru["z"] = "ась" if people["P"].woman else "ся"
        for slot, row in zip("or", rng.sample(words["offices"]["rows"], 2), strict=True):
            de[slot], en[slot] = row[0] if slot == "o" else row[1], row[2]
            ru |= _cases(slot, row[3])
        for slot, row in zip("cd", rng.sample(words["countries"]["rows"], 2), strict=True):
            de |= {slot: row[0], f"{slot}g": row[1], f"{slot}a": row[2]}
            en |= {slot: row[3], f"{slot}e": row[4]}
            ru |= _cases(slot, row[5])
        for slot, row in zip("tu", rng.sample(words["cities"]["rows"], 2), strict=True):
            de[slot], en[slot] = row[0], row[1]
            ru |= _cases(slot, row[2])
        for slot, row in zip("ab", rng.sample(words["acronyms"]["rows"], 2), strict=True):
            de[slot], ru[slot], en[slot] = row
        for slot, value in (("n", self._figure()), ("x", self._date()), ("s", self._share())):
            de[slot], ru[slot], en[slot] = value
        number = rng.randint(3, 40)
        same = {
            "y": str(rng.randint(1991, 2030)),
            "i": str(number),
            "R": rng.choice(ROMAN),
            "k": str(rng.randint(12, 980)),
        }
        en["th"] = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number not in (11, 12, 13) else 0, "th")
        return {"de": de | same, "ru": ru | same, "en": en | same}

    def _figure(self) -> tuple[str, str, str]:
        rng = self.rng
        german, english, russian = rng.choice(self.words["nouns"]["rows"])
        style = rng.random()
        if style < 0.5:
            scale = rng.choice(SCALES)
            value = (
                f"{rng.randint(1, 99)}.{rng.randint(1, 9)}"
                if rng.random() < 0.6
                else str(rng.randint(2, 900))
            )
            comma = value.replace(".", ",")
            long = {"Mio.": "Millionen", "Mrd.": "Milliarden"}
            name = long.get(scale[0], scale[0]) if rng.random() < 0.5 else scale[0]
            return (
                f"{comma} {name} {german}",
                f"{comma} {scale[1]} {russian}",
                f"{value} {scale[2]} {english}",
            )
        number = rng.randint(1_000, 900_000) if style < 0.8 else rng.randint(5, 999)
        english_number = f"{number:,}"
        return (
            f"{english_number.replace(',', '.')} {german}",
            f"{english_number.replace(',', ' ')} {russian}",
            f"{english_number} {english}",
        )

    def _decimal(self, most: int) -> str:
        if self.rng.random() < 0.6:
            return f"{self.rng.randint(1, 95)}.{self.rng.randint(1, 9)}"
        return str(self.rng.randint(2, most))

    def _share(self) -> tuple[str, str, str]:
        value = (
            f"{self.rng.randint(1, 95)}.{self.rng.randint(1, 9)}"
            if self.rng.random() < 0.6
            else str(self.rng.randint(2, 99))
        )
        comma = value.replace(".", ",")
        if self.rng.random() < 0.5:
            return f"{comma} Prozent", f"{comma} процента", f"{value} percent"
        return f"{comma} %", f"{comma}%", f"{value}%"

    def _date(self) -> tuple[str, str, str]:
        rng = self.rng
        day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(1995, 2030)
        de, ru, en = MONTHS[month - 1]
        style = rng.random()
        if style < 0.2:
            short = f"{day:02d}.{month:02d}.{year if rng.random() < 0.5 else year % 100:02d}"
            return short, short, short
        if style < 0.5:
            return f"{day}. {de}", f"{day} {ru}", f"{day} {en}" if rng.random() < 0.5 else f"{en} {day}"
        english = f"{day} {en} {year}" if rng.random() < 0.5 else f"{en} {day}, {year}"
        return f"{day}. {de} {year}", f"{day} {ru} {year} года", english

    def code(self) -> str:
        """Return something that no translator may touch: an address, a code, a placeholder."""
        rng = self.rng
        word = "".join(rng.choice(string.ascii_lowercase) for _ in range(rng.randint(3, 9)))
        other = "".join(rng.choice(string.ascii_lowercase) for _ in range(rng.randint(3, 8)))
        end = rng.choice(("de", "ru", "com", "org", "kz", "kg", "eu", "info"))
        digits = "".join(rng.choice(string.digits) for _ in range(rng.randint(2, 6)))
        return rng.choice(
            (
                rng.choice(COPIED),
                rng.choice(COPIED),
                f"https://www.{word}.{end}/{other}",
                f"{word}.{end}",
                f"{word}@{other}.{end}",
                f"{word.upper()[:3]}-{digits}",
                f"{word}_{other}",
                f"+49 {digits} {rng.randint(100, 99999)}",
                f"{other}.{rng.choice(('pdf', 'xml', 'html', 'txt'))}",
            )
        )


def _cases(slot: str, forms: str) -> dict[str, str]:
    cases = forms.split("/")
    return {slot: cases[0]} | {f"{slot}{i}": form for i, form in enumerate([*cases, _accusative(cases[0])])}


def _accusative(place: str) -> str:
    if place[-1] in "ая":
        return place[:-1] + ("у" if place[-1] == "а" else "ю")
    return place


def _fill(text: str, slots: dict[str, str]) -> str:
    filled = text.format(**slots)
    return filled[0].upper() + filled[1:]


def with_code(text: str, english: str, code: str, place: float) -> tuple[str, str]:
    """Put the same code into both sides: first, last, or behind the same share of the words."""
    if place < 0.2:
        return f"{code} {text}", f"{code} {english}"
    if place < 0.6:
        return f"{text} {code}", f"{english} {code}"
    return f"{text} ({code})", f"{english} ({code})"


def rows(count: int, seed: int = 1) -> Iterator[tuple[str, str, str]]:
    """Yield ``(language, foreign, english)``, about ``count`` of them, half German and half Russian."""
    maker = Maker(seed)
    made = 0
    while made < count:
        for language, (foreign, english) in zip(("de", "ru"), maker.sentences(), strict=True):
            draw = maker.rng.random()
            if draw < 0.12:
                foreign, english = with_code(foreign, english, maker.code(), maker.rng.random())
            elif draw < 0.16:
                foreign, english = foreign.upper(), english.upper()
            yield language, foreign, english
            made += 1
        if maker.rng.random() < 0.25:
            person = maker.person()
            yield "de", person.german, person.english
            yield "ru", maker.rng.choice(person.russian), person.english
            made += 2
