"""Languages: their tags as BCP 47 writes them, and which one a text is in."""

from __future__ import annotations

import re
from collections import Counter

from align._exceptions import LanguageError

# The languages whose texts are searched for names, numbers and quotations.
SEARCHED = ("de", "ru", "en")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# ISO 639-1, then its ISO 639-2 and 639-3 codes (from CLDR's language aliases).
_CODES = """
aa/aar ab/abk ae/ave af/afr ak/aka/twi am/amh an/arg ar/ara/arb as/asm av/ava ay/aym/ayr az/aze/azj
ba/bak be/bel bg/bul bi/bis bm/bam bn/ben bo/bod/tib br/bre bs/bos ca/cat ce/che ch/cha co/cos cr/cre
cs/ces/cze cu/chu cv/chv cy/cym/wel da/dan de/deu/ger dv/div dz/dzo ee/ewe el/ell/gre en/eng eo/epo
es/spa et/ekk/est eu/baq/eus fa/fas/per/pes ff/ful fi/fin fj/fij fo/fao fr/fra/fre fy/fry ga/gle gd/gla
gl/glg gn/grn/gug gu/guj gv/glv ha/hau he/heb hi/hin ho/hmo hr/hrv/scr ht/hat hu/hun hy/arm/hye hz/her
ia/ina id/ind ie/ile ig/ibo ii/iii ik/ipk io/ido is/ice/isl it/ita iu/iku ja/jpn jv/jav ka/geo/kat
kg/kng/kon ki/kik kj/kua kk/kaz kl/kal km/khm kn/kan ko/kor kr/kau/knc ks/kas ku/kmr/kur kv/kom/kpv
kw/cor ky/kir la/lat lb/ltz lg/lug li/lim ln/lin lo/lao lt/lit lu/lub lv/lav/lvs mg/mlg/plt mh/mah
mi/mao/mri mk/mac/mkd ml/mal mn/khk/mon mr/mar ms/may/msa/zsm mt/mlt my/bur/mya na/nau nb/nob nd/nde
ne/nep/npi ng/ndo nl/dut/nld nn/nno no/nor nr/nbl nv/nav ny/nya oc/oci oj/oji om/gaz/orm or/ori/ory
os/oss pa/pan pi/pli pl/pol ps/pbu/pus pt/por qu/que/quz rm/roh rn/run ro/mol/ron/rum ru/rus rw/kin
sa/san sc/srd sd/snd se/sme sg/sag sh/hbs si/sin sk/slk/slo sl/slv sm/smo sn/sna so/som sq/alb/als/sqi
sr/scc/srp ss/ssw st/sot su/sun sv/swe sw/swa/swh ta/tam te/tel tg/tgk th/tha ti/tir tk/tuk tn/tsn
to/ton tr/tur ts/tso tt/tat ty/tah ug/uig uk/ukr ur/urd uz/uzb/uzn ve/ven vi/vie vo/vol wa/wln wo/wol
xh/xho yi/ydd/yid yo/yor za/zha zh/chi/cmn/zho zu/zul
"""
# Languages of ISO 639-3 without a two-letter code that a reader of news and parallel corpora meets.
_LONG_ONLY = _words(
    """
    ace arz ary ast bar bcl bho ceb ckb cnr crh csb dng dsb fil fro frr fur gag gcf gmh goh gom got grc gsw
    haw hil hmn hsb inh jbo kaa kab kbd krc kum lad lij lez lmo lus mai mhr mni mos mrj mwl myv mdf nap nds
    non nog nso pag pap pcm pfl pms pnb rom rue sah scn sco sgs shn szl tet tlh tly tpi tyv udm vec war wuu
    xal yue zea und mul zxx
    """
)
# Scripts that need not be written (Suppress-Script of the IANA language subtag registry).
_USUAL_SCRIPT = {
    "Latn": _words(
        """
        af ca cs cy da de en es et eu fi fr ga gl hr hu id is it la lb lt lv ms mt nb nl nn no pl pt ro sk
        sl so sq sv sw tl tn tr vi xh zu
        """
    ),
    "Cyrl": _words("be bg kk mk ru uk"),
}
_ALIASES = {code: row.split("/")[0] for row in _CODES.split() for code in row.split("/")}

# Letters of Cyrillic alphabets that Russian lacks.
_BEYOND_RUSSIAN = {
    "ba": "ҙҡҫғңөүһә",
    "be": "ўі",
    "bg": "",
    "kk": "әғқңөұүһі",
    "ky": "ңөү",
    "mk": "ѓѕјљњќџ",
    "mn": "өү",
    "ru": "",
    "sr": "ђјљњћџ",
    "tg": "ғӣқӯҳҷ",
    "tt": "җәңөүһ",
    "uk": "іїєґ",
}
_SCRIPT_LANGUAGES = {
    "Cyrl": frozenset(_BEYOND_RUSSIAN),
    "Arab": _words("ar fa ku ps ug ur"),
    "Deva": _words("hi mr ne sa"),
    "Hebr": _words("he"),
    "Beng": _words("as bn"),
    "Latn": _words(
        """
        af az bs ca cs cy da de en es et eu fi fo fr fy ga gl ha hr ht hu id ig is it la lb lg ln lt lv mg
        ms mt nl nn no oc om pl pt qu ro rw sk sl sn so sq st sv sw tk tl tr uz vi wa xh yo zu
        """
    ),
}
# Unicode ranges of the scripts; a single language of a script is its answer.
_SCRIPTS = (
    ("Latn", r"A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿ"),
    ("Cyrl", r"Ѐ-ԯ"),
    ("el", r"Ͱ-Ͽἀ-῿"),
    ("hy", r"Ա-֏"),
    ("Hebr", r"א-ת"),
    ("Arab", r"ؠ-ۓݐ-ݿ"),
    ("Deva", r"ऄ-ॡ"),
    ("Beng", r"ঀ-৿"),
    ("th", r"ก-ๆ"),
    ("ka", r"Ⴀ-ჿ"),
    ("ja", r"ぁ-ヿ"),
    ("ko", r"가-힣ᄀ-ᇿ"),
    ("zh", r"一-鿿"),
)
_SCRIPT_PATTERNS = tuple((name, re.compile(f"[{letters}]")) for name, letters in _SCRIPTS)
_SAMPLE = 20_000  # characters; more do not change the answer
_SHORT = 60  # letters below which the languages of this library are preferred
_MARGIN = 8.0  # nats of the classifier's log-probability that such a text may lose


def is_searched(tag: str) -> bool:
    """Tell whether it can be said of a text in this language (BCP 47) that something is not in it."""
    return tag.split("-")[0].lower() in SEARCHED


def canonical(tag: str) -> str:
    """Return a language tag as BCP 47 writes it.

    Accepts ISO 639-1 and 639-3 codes in any case, with hyphens or underscores: ``deu``, ``RUS``, ``pt_br``,
    ``deu_Latn``. Raises ``LanguageError`` for what is not a language.
    """
    parts = [part for part in re.split(r"[-_]", tag.strip()) if part]
    if not parts or not all(part.isascii() and part.isalnum() for part in parts):
        raise _unknown(tag)
    primary = parts[0].lower()
    language = _ALIASES.get(primary) or (primary if primary in _LONG_ONLY else None)
    if language is None:
        raise _unknown(tag)
    rest = [_subtag(part) for part in parts[1:]]
    return "-".join([language, *(part for part in rest if language not in _USUAL_SCRIPT.get(part, ()))])


def base(tag: str) -> str:
    """Return the primary subtag: ``de`` for ``de-AT``; raises ``LanguageError`` as ``canonical`` does."""
    return canonical(tag).split("-")[0]


def detect(text: str) -> str:
    """Return the language of a text as a BCP 47 tag.

    The script decides first, then the letters that Russian lacks, then py3langid among the languages of that
    script. Raises ``LanguageError`` where the text has no letters.
    """
    sample = text[:_SAMPLE]
    name = script(sample)
    if name is None and not any(letter.isalpha() for letter in sample):
        raise LanguageError("the language cannot be told: the text has no letters; name it with language=…")
    if name is None:
        return _classified(sample, None)
    if name not in _SCRIPT_LANGUAGES:
        return name
    languages = _cyrillic(sample) if name == "Cyrl" else _SCRIPT_LANGUAGES[name]
    return _classified(sample, languages)


def script(text: str) -> str | None:
    """Return the script most letters of a text are in: ``Latn``, ``Cyrl`` …, or ``None`` without letters.

    A script that serves one language only is named by that language.
    """
    counts = {name: len(pattern.findall(text)) for name, pattern in _SCRIPT_PATTERNS}
    if counts["ja"] and counts["ja"] * 10 >= counts["zh"]:
        counts["ja"] += counts.pop("zh")
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else None


def writes(language: str, text: str) -> bool:
    """Say whether a text can be in that language as far as its script tells."""
    name = script(text)
    fitting = _SCRIPT_LANGUAGES.get(name or "")
    if name is None or language not in set().union(*_SCRIPT_LANGUAGES.values()):
        return True
    return language in fitting if fitting is not None else language == name


def known(tag: str) -> bool:
    """Say whether a string is one of the languages that ``detect`` tells apart, under any of its codes."""
    try:
        code = base(tag)
    except LanguageError:
        return False
    return any(code in languages for languages in _SCRIPT_LANGUAGES.values()) or code in dict(_SCRIPTS)


def _unknown(tag: str) -> LanguageError:
    return LanguageError(
        f"unknown language {tag!r}: give a BCP 47 tag or an ISO 639 code, such as de, ru, en, deu or pt-BR"
    )


def _subtag(part: str) -> str:
    """Return a script in title case, a region in upper case, the rest in lower case (RFC 5646, 2.1.1)."""
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 and part.isalpha() else part.lower()


def _cyrillic(text: str) -> frozenset[str]:
    """Return the languages whose alphabets have the letters of a Cyrillic text."""
    counts = Counter(re.findall(r"[Ѐ-ԯ]", text.lower()))
    beyond = {letter: count for letter, count in counts.items() if not re.fullmatch("[а-яё]", letter)}
    fits = {code: sum(beyond.get(letter, 0) for letter in own) for code, own in _BEYOND_RUSSIAN.items()}
    if max(fits.values()) * 100 >= sum(
        counts.values()
    ):  # fewer come from names in a text of another language
        return frozenset(code for code, count in fits.items() if count == max(fits.values()))
    if counts.total() < _SHORT or counts.keys() & set("ыэё"):
        return frozenset(["ru"])
    return frozenset(["bg", "mk", "ru", "sr"])


def _classified(text: str, languages: frozenset[str] | None) -> str:
    """Return py3langid's best language, among some if given; German and English lead in short texts."""
    if languages is not None and len(languages) == 1:
        return next(iter(languages))
    import py3langid

    ranked: list[tuple[str, float]]
    ranked = [
        (code, float(score)) for code, score in py3langid.rank(text) if languages is None or code in languages
    ]
    if len(re.findall(r"[^\W\d_]", text)) < _SHORT:
        ours = [pair for pair in ranked if pair[0] in ("de", "en")]
        if ours and ranked[0][1] - ours[0][1] < _MARGIN:
            return ours[0][0]
    return ranked[0][0]
