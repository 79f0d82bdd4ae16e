"""Firms and clubs, told by what stands beside their name: "Hallbrock Bau AG", "FK Gauja"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.evidence.common_words import is_common
from align.evidence.frame import Frame
from align.evidence.name import TITLED, Name, name_keys
from align.evidence.transliteration import latin

_PROPER = r"[A-ZÄÖÜ][\w’'-]+"
_FIRM = re.compile(
    rf"(?<!\w)(?P<firm>{_PROPER}(?: {_PROPER}){{0,3}}),? (?:GmbH|AG|SE|KG|mbH|gGmbH|Ltd|Inc|LLC|PLC|plc|"
    rf"Corp|NV|Oy|AB|ASA|SA|S\.\s?A\.|S\.p\.A\.|B\.V\.|S\.\s?r\.\s?l\.)(?!\w)|"
    rf"(?<!\w)(?P<partners>{_PROPER} & (?:Co|{_PROPER}))(?!\w)|"
    rf"(?<!\w)(?:FK|FC|SV|TSV|VfL|VfB|SC|BK|HC|ФК|ХК|БК) [«„“\"]?(?P<club>[A-ZÄÖÜА-ЯЁ][\w-]{{2,}})"
)
# Without one of these no firm is looked for, which takes longer.
_MAY_BE_FIRM = re.compile(
    r" (?:[A-Z]{2}|g?G?mbH|Ltd|Inc|plc|Corp|Oy|S\.|B\.|&)|(?:F[KC]|[ST]?S?V|Vf[LB]|[SHB][CK]|[ФХБ]К) "
)


def firms(frame: Frame) -> Iterator[Name]:
    """Find firms and clubs by what stands beside their name: "Hallbrock Bau AG", "FK Gauja"."""
    for match in _FIRM.finditer(frame.text) if _MAY_BE_FIRM.search(frame.text) else ():
        group = next(name for name in ("firm", "partners", "club") if match[name])
        start, end = match.span(group)
        inside = [index for index, word in enumerate(frame.tokens) if start <= word.start < end]
        unknown = (index for index in inside if index not in frame.known)
        own = [index for index in unknown if not is_common(frame.tokens[index].text, frame.language)]
        if not own:
            continue
        # "Bremer Hallbrock Bau AG" is Hallbrock.
        first, last = (own[0], own[-1]) if group == "firm" else (inside[0], inside[-1])
        start, end = frame.tokens[first].start, frame.tokens[last].end
        surface = frame.text[start:end]
        key = f"organisation:{latin(surface)}"
        yield Name(
            "organisation", surface, start, end, key, frozenset({key, *name_keys(surface)}), certainty=TITLED
        )
