"""What the README shows is what happens."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_the_library_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpora").symlink_to(ROOT / "corpora")
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert tried
    assert failed == 0
    assert (tmp_path / "diff.html").is_file()


def test_the_docstring_of_the_package() -> None:
    import align

    failed, tried = doctest.testmod(align)
    assert tried
    assert failed == 0
