"""The models there are: built into the package, installed by the user, or in a folder.

A translation model is a folder with ``model.bin`` (CTranslate2) or ``model.safetensors`` or
``pytorch_model.bin`` (transformers Marian), beside ``source.spm``. An embedding model is one with
``table.npz`` (static) or with ``model.bin`` (semantic), beside ``vocabulary.model``. ``model.toml`` names
languages and version; a folder without one is a foreign checkpoint and its languages are the caller's
business.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from align._exceptions import ModelError

BUILTIN = Path(__file__).parent / "builtin"
CARD = "model.toml"
_DEFAULTS = {"translation": "de-ru-en", "embedding": "static"}


@dataclass(frozen=True, slots=True)
class Model:
    """A model on this machine. ``sources`` is empty where the folder does not say its languages."""

    name: str
    kind: Literal["translation", "embedding"]
    path: Path
    origin: Literal["built in", "installed", "folder"]
    version: str = ""
    sources: tuple[str, ...] = ()
    target: str = ""

    @property
    def size(self) -> int:
        """Size of its files in bytes."""
        return sum(file.stat().st_size for file in self.path.rglob("*") if file.is_file())

    @property
    def engine(self) -> Literal["ctranslate2", "transformers", "static"]:
        """What runs it."""
        if (self.path / "model.bin").is_file():
            return "ctranslate2"
        return "static" if (self.path / "table.npz").is_file() else "transformers"


def home() -> Path:
    """Return the folder of installed models: ``ALIGN_HOME``, or ``align`` in the XDG data folder."""
    if os.environ.get("ALIGN_HOME"):
        return Path(os.environ["ALIGN_HOME"])
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "align"


def models() -> tuple[Model, ...]:
    """Return every model built in or installed, sorted by origin and name."""
    found: list[Model] = []
    places: tuple[tuple[Literal["built in", "installed"], Path], ...] = (
        ("built in", BUILTIN),
        ("installed", home() / "models"),
    )
    for origin, folder in places:
        if folder.is_dir():
            found += [
                _described(path, origin) for path in sorted(folder.iterdir()) if (path / CARD).is_file()
            ]
    return tuple(found)


def find(name: str, kind: Literal["translation", "embedding"]) -> Model:
    """Return the model of that name, or the one in that folder; raises ``ModelError`` where there is none."""
    for model in models():
        if model.name == name and model.kind == kind:
            return model
    folder = Path(name)
    if folder.is_dir():
        found = _described(folder, "folder") if (folder / CARD).is_file() else _foreign(folder, kind)
        if found.kind != kind:
            raise ModelError(f"{folder}: its model.toml says kind = {found.kind!r}; {kind!r} is needed here")
        return found
    known = ", ".join(m.name for m in models() if m.kind == kind) or "none"
    raise ModelError(f"no {kind} model named {name!r} (there are: {known}); give a name of these or a folder")


def default(kind: Literal["translation", "embedding"]) -> Model:
    """Return the built-in model that is used where none is named."""
    for model in models():
        if model.origin == "built in" and model.name == _DEFAULTS[kind]:
            return model
    raise ModelError(
        f"this installation of align lacks its built-in {kind} model ({BUILTIN}); install it again"
    )


def _described(folder: Path, origin: Literal["built in", "installed", "folder"]) -> Model:
    try:
        card = tomllib.loads((folder / CARD).read_text(encoding="utf-8"))
        return Model(
            name=card["name"],
            kind=card["kind"],
            path=folder,
            origin=origin,
            version=card.get("version", ""),
            sources=tuple(card.get("sources", ())),
            target=card.get("target", ""),
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as error:
        raise ModelError(f"{folder / CARD}: not a model description: {error}") from error


def _foreign(folder: Path, kind: Literal["translation", "embedding"]) -> Model:
    return Model(name=folder.name, kind=kind, path=folder, origin="folder")
