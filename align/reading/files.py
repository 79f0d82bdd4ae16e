"""Files: from a path to a report."""

from __future__ import annotations

import sys
from pathlib import Path

from align._exceptions import InputError
from align.languages import canonical, detect, known, writes
from align.reading.decoding import decode
from align.reading.markup import is_html, page_report
from align.reading.plain import line_report, plain_report
from align.report import Report


def read(path: str | Path, *, language: str | None = None) -> Report:
    """Return the report in a text or HTML file; ``-`` reads standard input.

    The report's id is the file name without its last ending. ``language`` goes before the language part of
    the file name (``kabar.de.txt``), that before the ``lang`` of an HTML page, and that before detection.
    Raises ``InputError`` for a file that is missing, empty, binary or unreadable and ``LanguageError`` for a
    language that is unknown or cannot be told.
    """
    source, name = source_text(path)
    id_, place = _identity(name)
    return _report(source, id=id_, path=place, language=language, hint=_from_name(name, source))


def read_text(text: str, *, id: str, language: str | None = None, path: str | None = None) -> Report:  # noqa: A002
    """Return the report in a plain text that is decoded already; raises ``InputError`` where it is empty."""
    if not text.strip():
        raise InputError(f"{path or id}: the text is empty")
    return plain_report(text, id=id, path=path, language=language, hint=None)


def read_lines(path: str | Path, *, language: str | None = None) -> Report:
    """Return a report with one statement for each line of a file.

    For line-parallel files: nothing is split, joined or set aside, and a statement's id is the number of its
    line, from 0; an empty line is an empty statement. The language may also be the last ending of the file
    name (``corpus.de``). Raises as ``read`` does.
    """
    source, name = source_text(path)
    id_, place = _identity(name)
    tag = language or _from_name(name, source) or detect(source)
    return line_report(source, id=id_, path=place, language=tag)


def _report(source: str, *, id: str, path: str | None, language: str | None, hint: str | None) -> Report:  # noqa: A002
    make = page_report if is_html(source, path or "") else plain_report
    return make(source, id=id, path=path, language=language, hint=hint)


def source_text(path: str | Path) -> tuple[str, str]:
    """Return the text of a file and the name for messages."""
    if str(path) == "-":
        return decode(sys.stdin.buffer.read(), "standard input"), "-"
    return decode(_bytes(Path(path)), str(path)), str(path)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file; check the name and the folder") from error
    except IsADirectoryError as error:
        raise InputError(f"{path}: this is a folder; name the files in it") from error
    except OSError as error:
        raise InputError(
            f"{path}: the file cannot be read ({error.strerror}); check its permissions"
        ) from error


def _identity(name: str) -> tuple[str, str | None]:
    return ("stdin", None) if name == "-" else (Path(name).stem, name)


def _from_name(name: str, source: str) -> str | None:
    """Return the language that a part of the file name gives, if the text can be in it at all.

    A part may be a domain: ``dw.de.html`` can hold a Russian page and ``24.kg.txt`` is no Kongo. It counts if
    it is a language that detection knows and the script of the text fits.
    """
    parts = Path(name).name.split(".")[1:]
    for part in reversed(parts[-2:]):
        if known(part) and writes(canonical(part), source):
            return canonical(part)
    return None
