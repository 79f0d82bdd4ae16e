"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def languages(source_help: str, target_help: str, *, target: str | None) -> Decorator:
    """Add ``-f/--from`` and ``-t/--to``, BCP 47 or ISO 639 tags."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        function = click.option("-t", "--to", "target_language", default=target, help=target_help)(function)
        return click.option("-f", "--from", "source_language", help=source_help)(function)

    return decorate


def output(help_text: str = "File to write; - is standard output.") -> Decorator:
    """Add ``-o/--output``."""
    return click.option("-o", "--output", default="-", show_default=True, help=help_text)


def order(default: str) -> Decorator:
    """Add ``--order``."""
    return click.option(
        "--order",
        type=click.Choice(["auto", "monotone", "free"]),
        default=default,
        show_default=True,
        help="monotone: translations of one text; free: different texts about one thing; auto: measure.",
    )


def model() -> Decorator:
    """Add ``-m/--model``."""
    return click.option(
        "-m",
        "--model",
        help="Translation model: a name of `align models list`, a folder, or a cached hub id.",
    )


def embedder() -> Decorator:
    """Add ``--embedder``."""
    return click.option(
        "--embedder",
        metavar="NAME",
        help="Embedding model that statements are linked with: a name of `align models list`, or a folder. "
        "Where missing: semantic for reports that are compared in any order, else static.",
    )
