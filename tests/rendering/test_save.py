import json
import subprocess
import sys
from dataclasses import replace

import pytest

from align._exceptions import FormatError
from align.rendering import FORMATS, render, save
from tests.rendering import factory


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("diff.html", "<!DOCTYPE html>"),
        ("diff.HTML", "<!DOCTYPE html>"),
        ("diff.json", '{\n "schema": "align.comparison/1"'),
        ("diff.txt", "3 reports of one event"),
        ("diff.md", "# 3 reports of one event"),
    ],
)
def test_the_ending_tells_the_format(tmp_path, name, start):
    factory.comparison().save(tmp_path / name)
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize("name", ["diff.pdf", "diff"])
def test_another_ending_is_refused_and_nothing_written(tmp_path, name):
    with pytest.raises(FormatError, match=r"\.html, \.json, \.txt, \.md"):
        save(factory.comparison(), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_written_whatever_the_reports_held(tmp_path):
    comparison = replace(factory.comparison(), signature="\ud800\x00")
    for name in ("a.html", "a.json", "a.txt", "a.md"):
        save(comparison, tmp_path / name)
        (tmp_path / name).read_text(encoding="utf-8")


def test_formats():
    comparison = factory.comparison()
    for name in FORMATS:
        assert render(comparison, name)
    assert json.loads(render(comparison, "json")) == comparison.to_dict()
    assert "\x1b[" in render(comparison, "text", colour=True)
    with pytest.raises(FormatError, match="markdown"):
        render(comparison, "pdf")


def test_importing_loads_no_template_engine():
    code = "import sys, align.rendering, align.rendering.pairs; sys.exit('jinja2' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
