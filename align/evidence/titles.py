"""Titles of works and the like in quotation marks, whole or with one half missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.evidence.apposition import apposed_kind
from align.evidence.common_words import is_common
from align.evidence.frame import Frame
from align.evidence.function_words import FUNCTION_WORDS
from align.evidence.lists import listed
from align.evidence.name import LOOKS_SO, TITLED, Name, NameKind, name_keys
from align.evidence.name_words import PARTICLES, SPEECH
from align.evidence.transliteration import latin

_QUOTED = re.compile(
    r"«([^«»]{2,60})»|„([^„“”\"]{2,60})[“”\"]|“([^“”]{2,60})”|\"([^\"]{2,60})\"|»([^«»]{2,60})«"
)
_OPENING_MARKS = '"„“«'
_OPENING_MARK = re.compile(rf"[{_OPENING_MARKS}](?<![^\s(].)(?=[^\W\d_])")
_SAID_BEHIND = re.compile(r",\s?[–—-]\s|,\s[a-zäöüß]+te\b")
_MAX_TITLE_WORDS = 5
# With these begin Russian sentences rather than titles.
_SUBJECTS = frozenset(listed("я ты мы вы он она оно они все всё это что как кто нет да не"))
_MAX_WORK_WORDS = 9  # behind a noun such as film or guide


def quoted_titles(frame: Frame) -> Iterator[Name]:
    """Find titles in quotation marks: few words, the first with a capital, no sentence and no speech."""
    for match in _QUOTED.finditer(frame.text):
        group = next(number for number in range(1, 6) if match[number])
        title = match[group].rstrip(",. ")
        parts = re.findall(r"[^\W_]+", title)
        longest = _MAX_TITLE_WORDS
        if frame.language != "ru" and _apposed(frame, match.start(), match.end()) == "other":
            longest = _MAX_WORK_WORDS
        if (
            0 < len(parts) <= longest
            and title[0].isupper()
            and _is_title(title, parts, frame, match)
            and not _is_tabled(frame, match.start(group), match.start(group) + len(title))
            and not _scare_quoted(title, parts, frame, match.start())
        ):
            start = match.start(group)
            end = start + len(title)
            literal = len(parts) > 1 or is_common(title, frame.language)
            yield Name(
                _apposed(frame, start, end) or "other", title, start, end, f"title:{latin(title).strip()}",
                name_keys(title), certainty=TITLED, quoted=True, literal=literal,
            )  # fmt: skip


def _is_tabled(frame: Frame, start: int, end: int) -> bool:
    """Tell whether a title is the whole name of a known body: «Human Rights Watch»."""
    inside = [index for index, word in enumerate(frame.tokens) if start <= word.start < end]
    known = frame.known.get(inside[0]) if inside else None
    return (
        known is not None
        and known.entry.kind == "organisation"
        and (known.first, known.last) == (inside[0], inside[-1] + 1)
    )


def _apposed(frame: Frame, start: int, end: int) -> NameKind | None:
    """Return what the noun beside a stretch of text calls it: «завод „Гранит“» is an organisation."""
    inside = [index for index, word in enumerate(frame.tokens) if start <= word.start < end]
    return apposed_kind(frame, inside[0], inside[-1] + 1) if inside else None


def _scare_quoted(title: str, parts: list[str], frame: Frame, start: int) -> bool:
    """Tell whether a German noun is quoted as a term, and not, behind another noun, as a name: Film „Eis“."""
    if frame.language != "de" or len(parts) > 1 or not is_common(title, "de"):
        return False
    before = re.search(r"(\w+)[ \u00a0]$", frame.text[:start])
    return before is None or not before[1][0].isupper()


def unclosed_titles(frame: Frame) -> Iterator[Name]:
    """Find titles whose closing mark is missing, as in 'the "Golden Bridge monument'."""
    if not any(mark in frame.text for mark in _OPENING_MARKS):
        return  # told faster than by the pattern
    for match in _OPENING_MARK.finditer(frame.text):
        first = next((i for i, word in enumerate(frame.tokens) if word.start == match.end()), None)
        inside = frame.text[: match.start()].rstrip()[-1:].isalpha()
        if first is None or not inside:
            continue
        last = first
        while (
            last < len(frame.tokens)
            and frame.tokens[last].capital
            and (last == first or frame.adjacent(last))
        ):
            last += 1
        if 0 < last - first <= _MAX_TITLE_WORDS and last < len(frame.tokens):
            start, end = frame.tokens[first].start, frame.tokens[last - 1].end
            title = frame.text[start:end]
            if last - first == 1 and title.casefold() in FUNCTION_WORDS.get(frame.language, ()):
                continue  # „Die weiße Stunde“
            if frame.language == "de" and frame.text[end : end + 1] in tuple('“”"»'):
                continue  # closed, and judged before
            if _is_tabled(frame, start, end):
                continue
            if last - first == 1 and _closed_later(frame.text, match.start(), end):
                continue  # der „Sicherung der Grenze“
            yield Name(
                "other", title, start, end, f"title:{latin(title)}", name_keys(title),
                certainty=LOOKS_SO, quoted=True, literal=last - first > 1,
            )  # fmt: skip


def _closed_later(text: str, start: int, end: int) -> bool:
    """Tell whether the words that a mark opens go on up to its other half."""
    closing = re.search(r'[“”"»„«]', text[end:])
    if closing is None or closing[0] in "„«":
        return False
    return text[start] != '"' or text[:start].count('"') % 2 == 0


def _is_said(text: str, match: re.Match[str]) -> bool:
    """Tell whether words in quotation marks open a sentence that tells who says them: "Yea," he said."""
    opens = re.search(r"(?:^|[.!?:…]\s*|[–—-]\s+)$", text[: match.start()]) is not None
    return opens and (match[0][-2] == "," or _SAID_BEHIND.match(text, match.end()) is not None)


def _is_title(title: str, parts: list[str], frame: Frame, match: re.Match[str]) -> bool:
    if re.search(r"[!?;]|\.\s", title) or len(title) == 1 or _is_said(frame.text, match):
        return False
    after = frame.text[match.end() : match.end() + 25]
    speech = SPEECH.get(frame.language)
    if match[0].rstrip('“”"»«')[-1] == "," and speech and re.match(r"\s*" + speech.pattern, after):
        return False
    content = [
        part
        for part in parts
        if part.casefold() not in PARTICLES | FUNCTION_WORDS.get(frame.language, frozenset())
    ]
    # English titles capitalise their words, German ones their nouns, Russian ones only the first.
    if frame.language == "ru" and len(parts) > 1 and parts[0].casefold() in _SUBJECTS:
        return _apposed(frame, match.start(), match.end()) == "other"  # «Мы потеряем всё»
    if frame.language == "ru" or (
        frame.language == "de" and _apposed(frame, match.start(), match.end()) == "other"
    ):
        return True
    return all(part[0].isupper() or part[0].isdigit() for part in content)
