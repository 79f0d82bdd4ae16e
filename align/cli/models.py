"""``align models``."""

from __future__ import annotations

import json

import click

from align.models import Model, find, models


@click.group("models")
def command() -> None:
    """Show the models that are built in or installed."""


@command.command("list")
@click.option(
    "--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def list_models(output_format: str) -> None:
    """List every model: name, kind, languages, engine, size, where it comes from."""
    found = models()
    if output_format == "json":
        click.echo(json.dumps([_described(model) for model in found], ensure_ascii=False, indent=1))
        return
    for model in found:
        languages = ", ".join(model.sources) + (f" → {model.target}" if model.target else "")
        click.echo(
            f"{model.name:<16} {model.kind:<12} {languages:<16} {model.engine:<13} "
            f"{model.size / 1e6:6.1f} MB  {model.origin}"
        )


@command.command("path")
@click.argument("name")
@click.option(
    "--kind", type=click.Choice(["translation", "embedding"]), default="translation", show_default=True
)
def path(name: str, kind: str) -> None:
    """Print the folder of the model NAME."""
    click.echo(find(name, kind).path)  # type: ignore[arg-type]  # click has checked the choice


def _described(model: Model) -> dict[str, object]:
    return {
        "name": model.name,
        "kind": model.kind,
        "version": model.version,
        "sources": list(model.sources),
        "target": model.target or None,
        "engine": model.engine,
        "bytes": model.size,
        "origin": model.origin,
        "path": str(model.path),
    }
