"""What `import align` promises."""

from __future__ import annotations

import subprocess
import sys

import pytest

import align

HEAVY = ("torch", "transformers", "ctranslate2", "sentencepiece", "numpy", "nltk", "trafilatura", "jinja2")


def test_every_public_name_is_there_and_sorted() -> None:
    assert align.__all__ == sorted(align.__all__)
    for name in align.__all__:
        assert getattr(align, name) is not None
    assert set(dir(align)) == set(align.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonesuch"):
        _ = align.nonesuch


@pytest.mark.parametrize("code", ["import align", "import align.cli; align.cli.main(['--help'])"])
def test_import_and_help_load_nothing_heavy(code: str) -> None:
    check = (
        f"import sys\ntry:\n    exec({code!r})\nexcept SystemExit:\n    pass\n"
        f"print('LOADED', [m for m in {HEAVY!r} if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "LOADED []"
