"""Nothing in the tests opens a connection; small real MarianMT checkpoints are made here."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["HF_HUB_OFFLINE"] = "1"

# Speed is shown by benchmarks: a busy machine must fail no test.
settings.register_profile("align", deadline=None)
settings.load_profile("align")

ROOT = Path(__file__).parent.parent


class _ConnectionError(AssertionError):
    pass


@pytest.fixture(autouse=True)
def _sockets_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        # Browsers and event loops talk to themselves through local sockets.
        if self.family == socket.AF_UNIX or (
            isinstance(address, tuple) and address[0] in {"127.0.0.1", "::1"}
        ):
            return connect(self, address)
        raise _ConnectionError(f"a connection to {address!r} was attempted")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", _no_lookup)


def _no_lookup(host: object, *arguments: object, **options: object) -> None:
    raise _ConnectionError(f"{host!r} was looked up")


@pytest.fixture(scope="session")
def reports_folder() -> Path:
    """The real reports; they are other people's texts and stand outside the repository."""
    folder = ROOT.parent / "shared" / "reports"
    if not folder.is_dir():
        pytest.skip("the real reports are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def corpus_folder() -> Path:
    return ROOT / "corpora" / "bishkek"
