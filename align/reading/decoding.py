"""Bytes into text: the encodings that reports are saved in."""

from __future__ import annotations

import codecs
import math
import re

from align._exceptions import InputError

_MARKS = (  # the longer first: UTF-32 LE opens as UTF-16 LE does
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FORMATS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MAX_CONTROL = 0.005  # share of characters above which a file is binary
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_HEAD = 4096  # bytes in which a page declares its encoding (HTML asks for 1024)

_CYRILLIC = ("cp1251", "koi8_r", "iso8859_5", "cp866")
# Russian letters per ten thousand, ё with е (frequencies of the Russian National Corpus, rounded).
_FREQUENCY = dict(
    zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
        (1097, 845, 801, 735, 670, 626, 547, 473, 454, 440, 349, 321, 298, 281, 262, 201, 190, 174, 170, 165,
         159, 144, 121, 97, 94, 73, 64, 48, 36, 32, 26, 4, 4),
        strict=True,
    )
)  # fmt: skip
_INSIDE_CAPITAL, _FIRST_CAPITAL = 0.01, 0.2  # how often a letter is a capital, inside a word and at its start
_UNLIKELY = math.log(1e-5)
_WORST_RUSSIAN = (
    -4.6
)  # mean log-probability per letter; Russian text has about -3.2, its wrong decodings below -6
# What a text in a western language has beyond ASCII, on the whole.
_WESTERN = frozenset("äöüßÄÖÜéèêëàâáãçñóòôõíìîïúùûœæøåÉÈÀÁÇÑÓÍÚØÅÆ„“”‚‘’«»‹›–—…•·€£§°®©™½¼²³±×´\u00a0\u00ad")


def decode(data: bytes, name: str) -> str:
    """Return the text of a file's bytes, without its byte order mark; line ends stay as they are.

    Raises ``InputError``, which names the file, for what is empty, binary or in no encoding that can be told.
    """
    if not data.strip():
        raise InputError(f"{name}: the file is empty; give one with text")
    for magic, what in _OTHER_FORMATS:
        if data.startswith(magic):
            raise InputError(f"{name}: this is {what}, not text; save its text as UTF-8 or the page as HTML")
    text = _decoded(data, name)
    if "\x00" in text or len(_CONTROL.findall(text)) > len(text) * _MAX_CONTROL:
        raise _binary(name)
    if not text.strip("\ufeff\u200b \t\r\n\f\v"):
        raise InputError(f"{name}: the file has white space only; give one with text")
    return text


def _decoded(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name)
    wide = _wide(data)
    if wide is not None:
        return _strictly(data, wide, name)
    if b"\x00" in data:
        raise _binary(name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged(data, error, name)
    return data.decode(_declared(data) or _eight_bit(data, name))


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: byte {error.start} is not {encoding.upper()}, as which the file begins;"
            " save it again as UTF-8"
        ) from error


def _binary(name: str) -> InputError:
    return InputError(f"{name}: the file is binary, not text; give a text or an HTML file")


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: in Latin and Cyrillic every second byte is 0, 4 or 32 (punctuation)."""
    if len(data) % 2:
        return None
    shares = [sum(data[side::2].count(byte) for byte in (0, 4, 32)) / (len(data) / 2) for side in (0, 1)]
    zeros = [data[side::2].count(0) + data[side::2].count(4) for side in (0, 1)]
    for side, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if shares[side] > 0.9 and zeros[side] * 4 > len(data) and shares[1 - side] < 0.5:
            return encoding
    return None


def _refuse_damaged(data: bytes, error: UnicodeDecodeError, name: str) -> None:
    """Raise where a file is UTF-8 but for a few bytes: any other encoding would spoil all its letters."""
    replaced = data.decode("utf-8", errors="replace")
    bad = replaced.count("\ufffd")
    good = sum(letter > "\x7f" for letter in replaced) - bad
    if good >= 5 * bad:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(
            f"{name}, line {line}: byte 0x{data[error.start]:02x} is not UTF-8, though the rest"
            " of the file is; save it again as UTF-8"
        ) from error


def _declared(data: bytes) -> str | None:
    """Return the encoding that a page declares, where it exists and fits."""
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return None
    try:
        encoding = codecs.lookup(match[1].decode("ascii")).name
        data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None
    return "cp1252" if encoding == "iso8859-1" and _decodes(data, "cp1252") else encoding  # as browsers do


def _eight_bit(data: bytes, name: str) -> str:
    """Tell the encoding of a text with one byte per letter."""
    if _in_words(data):
        scores = {encoding: _russian(data, encoding) for encoding in _CYRILLIC}
        best = max(scores, key=lambda encoding: scores[encoding])
        if scores[best] > _WORST_RUSSIAN:
            return best
    elif _decodes(data, "cp1252") and set(re.findall(r"[^\x00-\x7f]", data.decode("cp1252"))) <= _WESTERN:
        return "cp1252"
    return _guessed(data, name)


def _in_words(data: bytes) -> bool:
    """Say whether most bytes above ASCII stand in runs of three and more, as in another alphabet."""
    runs = [len(run) for run in re.findall(rb"[\x80-\xff]+", data) if len(set(run)) > 1 or len(run) < 3]
    return sum(run for run in runs if run > 2) * 2 > sum(runs)


def _russian(data: bytes, encoding: str) -> float:
    """Return the mean log-probability of the bytes above ASCII, read as Russian words with their capitals.

    cp1251 and KOI8-R hold the same letters in another order and with small and capital letters exchanged, so
    that frequency and case together tell them apart in a dozen words.
    """
    text = data.decode(encoding, errors="replace")
    scores = []
    for before, letter in zip(" " + text, text, strict=False):
        if letter > "\x7f" and letter not in _WESTERN and letter not in "№Ё":
            scores.append(_letter(before, letter))
    return sum(scores) / len(scores) if scores else -math.inf


def _letter(before: str, letter: str) -> float:
    small = letter.lower()
    if small not in _FREQUENCY:
        return _UNLIKELY
    capitals = _INSIDE_CAPITAL if before.islower() else _FIRST_CAPITAL
    return math.log(_FREQUENCY[small] / 10_000 * (1 - capitals if letter == small else capitals))


def _guessed(data: bytes, name: str) -> str:
    """Let charset-normalizer tell the rarer encodings."""
    from charset_normalizer import from_bytes

    match = from_bytes(data).best()
    if match is None:
        raise InputError(f"{name}: the encoding cannot be told; save the file as UTF-8")
    return match.encoding


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
