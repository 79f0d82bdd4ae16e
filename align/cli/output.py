"""Where output and progress go."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from align._exceptions import InputError
from align.translation import Progress


def write_text(text: str, path: str) -> None:
    """Write to a file, or to standard output for ``-``; a file is replaced only once it is whole."""
    if path == "-":
        click.echo(text, nl=not text.endswith("\n"))
        return
    target = Path(path)
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text if text.endswith("\n") else text + "\n")
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(target)
    except OSError as error:
        raise InputError(
            f"{path}: cannot be written ({error.strerror}); choose another place with -o"
        ) from error


def write_paged(text: str) -> None:
    """Show text on the terminal a page at a time, with the colours it has."""
    # Of less, unless the reader has set it up: quit where it fits on one screen, keep colours, do not clear.
    os.environ.setdefault("LESS", "FRX")
    click.echo_via_pager(text, color=True)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


@contextmanager
def progress(label: str) -> Iterator[Progress | None]:
    """Give a callback that draws a line on standard error where that is a terminal, else ``None``."""
    if not sys.stderr.isatty():
        yield None
        return

    def show(done: int, total: int) -> None:
        click.echo(f"\r{label} {done}/{total}", err=True, nl=False)

    yield show
    click.echo("\r" + " " * (len(label) + 16) + "\r", err=True, nl=False)
