"""Translation memories in TMX 1.4b (LISA/OSCAR, gala-global.org/tmx-14b)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from align._exceptions import FormatError
from align._version import __version__
from align.rendering.beads import Bead, Ids, joined
from align.report import Report

# Production [2] Char of XML 1.0; everything else must not stand in a file, not even as a reference.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Inline elements whose content is code of the formatted document, not text.
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})

# The props in which a unit says which statements it joins: their ids, from 0, joined by commas.
_STATEMENTS = ("x-source-statements", "x-target-statements")


def write(beads: Sequence[Bead], source: Report, target: Report) -> str:
    """Return a translation memory of the linked statements; those without a counterpart are left out.

    A character that XML forbids becomes U+FFFD; the unit then has a prop ``x-replaced-characters`` with their
    number. A unit of several statements on a side has the segtype ``block``. Which statements a unit joins
    stands in its props ``x-source-statements`` and ``x-target-statements``.
    """
    units = "".join(_unit(bead, source, target) for bead in beads if bead.link)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
        f'<header creationtool="align" creationtoolversion={_attribute(__version__)} segtype="sentence" '
        f'o-tmf="align" adminlang="en" srclang={_attribute(source.language)} datatype="plaintext"/>\n'
        f"<body>\n{units}</body>\n</tmx>\n"
    )


def read(text: str) -> list[tuple[Ids, Ids]]:
    """Return the beads of a translation memory that says the ids of its statements, as ``write`` does.

    Raises ``FormatError``, with the number of the unit, for one that does not.
    """
    return [_bead(unit, number) for number, unit in enumerate(read_tmx(text), start=1)]


def read_tmx(text: str) -> list[tuple[dict[str, str], ...]]:
    """Return the units of a translation memory, each as its variants in the order of the file.

    A variant has ``language``, ``text`` and what its props and those of its unit say, by their type. Inline
    codes are left out of the text. Raises ``FormatError`` for what is not TMX, and for a document type with
    declarations of its own: entities are never expanded.
    """
    root = _parse(text)
    if root.tag != "tmx":
        raise FormatError(f"expected a tmx element at the root, found “{root.tag}”")
    return [tuple(_variant(tuv, unit) for tuv in unit.iterfind("tuv")) for unit in root.iterfind("body/tu")]


def _bead(unit: tuple[dict[str, str], ...], number: int) -> tuple[Ids, Ids]:
    fields = [(unit[0] if unit else {}).get(name, "").split(",") for name in _STATEMENTS]
    if not all(part.isascii() and part.isdigit() for field in fields for part in field):
        raise FormatError(
            f"unit {number}: its props {' and '.join(_STATEMENTS)} do not say which statements it joins; "
            "only a translation memory of align pair can be read as links"
        )
    source, target = (tuple(int(part) for part in field) for field in fields)
    return source, target


def _unit(bead: Bead, source: Report, target: Report) -> str:
    texts = joined(source, bead.source), joined(target, bead.target)
    replaced = sum(len(_ILLEGAL.findall(text)) for text in texts)
    props = f'<prop type="x-confidence">{bead.link.confidence if bead.link else 0:.6f}</prop>\n'
    for name, ids in zip(_STATEMENTS, (bead.source, bead.target), strict=True):
        props += f'<prop type="{name}">{",".join(map(str, ids))}</prop>\n'
    if replaced:
        props += f'<prop type="x-replaced-characters">{replaced}</prop>\n'
    opening = '<tu segtype="block">' if len(bead.source) + len(bead.target) > 2 else "<tu>"
    variants = _segment(source.language, texts[0]) + _segment(target.language, texts[1])
    return f"{opening}\n{props}{variants}</tu>\n"


def _segment(language: str, text: str) -> str:
    # A bare carriage return would be read back as a line feed.
    content = escape(_ILLEGAL.sub("\ufffd", text), {"\r": "&#13;"})
    return f"<tuv xml:lang={_attribute(language)}><seg>{content}</seg></tuv>\n"


def _attribute(value: str) -> str:
    return quoteattr(_ILLEGAL.sub("\ufffd", value))


def _parse(text: str) -> Element:
    builder = TreeBuilder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse_declarations
    parser.SkippedEntityHandler = _refuse_entity
    try:
        parser.Parse(text.removeprefix("\ufeff"), True)
    except expat.ExpatError as error:
        raise FormatError(
            f"line {error.lineno}: not well-formed XML: {expat.ErrorString(error.code)}"
        ) from error
    return builder.close()


def _refuse_declarations(name: str, system_id: str | None, public_id: str | None, internal: int) -> None:
    if internal:
        raise FormatError(
            "the document type has declarations of its own; they are refused, entities with them"
        )


def _refuse_entity(name: str, is_parameter_entity: bool) -> None:
    raise FormatError(f"the entity “{name}” is not defined")


def _variant(tuv: Element, unit: Element) -> dict[str, str]:
    language = tuv.get("xml:lang") or tuv.get("lang")
    segment = tuv.find("seg")
    if language is None or segment is None:
        raise FormatError("a tuv needs an xml:lang and a seg")
    props = {
        prop.get("type", ""): prop.text or "" for prop in [*unit.iterfind("prop"), *tuv.iterfind("prop")]
    }
    return props | {"language": language, "text": _text(segment)}


def _text(segment: Element) -> str:
    pieces: list[str] = []
    waiting: list[Element | str] = [segment]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            pieces.append(part)
        else:
            waiting.extend(reversed(_parts(part)))
    return "".join(pieces)


def _parts(element: Element) -> list[Element | str]:
    parts: list[Element | str] = [element.text or ""]
    for child in element:
        parts += ["" if child.tag in _CODES else child, child.tail or ""]
    return parts
