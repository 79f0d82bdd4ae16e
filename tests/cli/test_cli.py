"""The command line, run as a user runs it."""

from __future__ import annotations

import fcntl
import json
import os
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import jsonschema
import pytest

from align._version import __version__
from align.rendering.columns import display_width
from align.rendering.document import schema
from align.rendering.pairs import read_links, read_tmx

ROOT = Path(__file__).parents[2]
GERMAN = "Die Minister sprachen über den Handel.\nEs regnete den ganzen Tag.\n\nAm Abend reisten sie ab.\n"
ENGLISH = "The ministers talked about trade.\nIt rained all day.\n\nIn the evening they left.\n"


def align(*arguments: str | Path, stdin: bytes = b"", cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    process = subprocess.run(
        [sys.executable, "-W", "error", "-m", "align", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8",
            "HOME": "/nonexistent",
        },
        check=False,
    )
    return subprocess.CompletedProcess(
        process.args, process.returncode, process.stdout.decode(), process.stderr.decode()
    )


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    source, target = tmp_path / "rain.de", tmp_path / "rain.en"
    source.write_text(GERMAN, encoding="utf-8")
    target.write_text(ENGLISH, encoding="utf-8")
    return source, target


def test_translate_reads_stdin_and_writes_one_line_a_line() -> None:
    result = align("translate", "-f", "de", stdin=GERMAN.encode())
    assert result.returncode == 0, result.stderr
    lines = result.stdout.split("\n")
    assert len(lines) == len(GERMAN.split("\n"))
    assert lines[2] == ""
    assert "rain" in lines[1].lower()


def test_translate_of_nothing_is_nothing() -> None:
    result = align("translate", "-f", "de", stdin=b"")
    assert (result.returncode, result.stdout.strip()) == (0, "")


def test_translate_writes_one_line_a_statement_and_says_what_it_set_aside() -> None:
    result = align("translate", "corpora/bishkek/chinara.ru.txt", "--format", "tsv")
    assert result.returncode == 0, result.stderr
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert all(len(row) == 2 for row in rows)
    assert "set aside" in result.stderr
    from align import read

    statements = read(ROOT / "corpora/bishkek/chinara.ru.txt").statements
    assert [row[0] for row in rows] == [statement.text for statement in statements]


def test_translate_json_has_offsets() -> None:
    result = align("translate", "corpora/bishkek/steppendienst.de.txt", "--format", "json")
    source = (ROOT / "corpora/bishkek/steppendienst.de.txt").read_text(encoding="utf-8")
    for line in json.loads(result.stdout):
        assert " ".join(source[line["start"] : line["end"]].split()) == line["source"]


@pytest.mark.parametrize("order", ["auto", "monotone"])
def test_pair_lines_counts_lines(pair: tuple[Path, Path], order: str) -> None:
    result = align("pair", *pair, "--lines", "--order", order, "--format", "vecalign")
    assert result.returncode == 0, result.stderr
    beads = read_links(result.stdout, format="vecalign")
    assert {b for b in beads if b[0] and b[1]} == {((i,), (i,)) for i in (0, 1, 3)}
    assert {((2,), ()), ((), (2,))} <= set(beads)


def test_pair_says_which_order_it_chose(pair: tuple[Path, Path]) -> None:
    result = align("pair", *pair, "--lines", "--format", "json")
    chosen, why = re.search(r"(monotone|free) order \((.+)\)", result.stderr).groups()
    embedder, order, version = json.loads(result.stdout)["signature"].split("|")
    assert embedder.startswith("emb:static")
    assert (order, version) == (f"order:{chosen}, {why}", f"version:{__version__}")


@pytest.mark.parametrize("order", ["free", "monotone"])
def test_pair_takes_an_embedder_by_name_and_by_folder(tmp_path: Path, order: str) -> None:
    source, target = tmp_path / "club.de", tmp_path / "club.en"
    source.write_text("Es regnete den ganzen Tag.\nDer Verein bangt um seinen Stürmer.\n", encoding="utf-8")
    target.write_text("It rained all day.\nThe club fears for its injured player.\n", encoding="utf-8")
    folder = align("models", "path", "semantic", "--kind", "embedding").stdout.strip()
    command = ("pair", source, target, "--lines", "--order", order, "--embedder")
    static, named, by_folder = (align(*command, name) for name in ("static", "semantic", folder))
    assert named.returncode == 0, named.stderr
    beads = read_links(named.stdout, format="tsv")
    assert {b for b in beads if b[0] and b[1]} == {((0,), (0,)), ((1,), (1,))}
    assert by_folder.stdout == named.stdout != static.stdout


def test_diff_takes_an_embedder() -> None:
    reports = ["corpora/bishkek/bulletin.en.txt", "corpora/bishkek/karlygash.en.txt"]
    result = align("diff", *reports, "--format", "json", "--embedder", "semantic")
    assert result.returncode == 0, result.stderr
    document = json.loads(result.stdout)
    jsonschema.Draft202012Validator(schema()).validate(document)
    assert "+semantic@" in document["signature"]
    assert document["links"]


def test_pair_writes_a_translation_memory(pair: tuple[Path, Path], tmp_path: Path) -> None:
    output = tmp_path / "memory.tmx"
    result = align("pair", *pair, "--format", "tmx", "-o", output)
    assert (result.returncode, result.stdout) == (0, ""), result.stderr
    units = read_tmx(output.read_text(encoding="utf-8"))
    assert [[side["language"] for side in unit] for unit in units] == [["de", "en"]] * 3
    assert units[1][0]["text"] == "Es regnete den ganzen Tag."


@pytest.mark.parametrize(
    ("mark", "options", "crossing"),
    [("<p>", ["--borders", "<p>"], False), (".EOA", [], False), (".EOA", ["--borders", "none"], True)],
)
def test_pair_keeps_hard_borders(tmp_path: Path, mark: str, options: list[str], crossing: bool) -> None:
    source, target = tmp_path / "text.de", tmp_path / "text.en"
    source.write_text(f"Es regnete.\nPeter ging nach Hause.\n{mark}\nAlle schliefen.\n", encoding="utf-8")
    target.write_text(f"It rained.\n{mark}\nPeter went home.\nAll were asleep.\n", encoding="utf-8")
    command = ("pair", source, target, "--lines", "--order", "monotone", "--format", "vecalign")
    result = align(*command, *options)
    assert result.returncode == 0, result.stderr
    beads = read_links(result.stdout, format="vecalign")
    assert (((2,), (1,)) not in beads) == crossing
    assert any(1 in left and 2 in right for left, right in beads) == crossing


def test_pair_says_where_hard_borders_are_missing(tmp_path: Path) -> None:
    source, target = tmp_path / "text.de", tmp_path / "text.en"
    source.write_text("Es regnete.\n.EOA\nAlle schliefen.\n", encoding="utf-8")
    target.write_text("It rained.\nAll were asleep.\n", encoding="utf-8")
    result = align("pair", source, target, "--lines")
    assert result.returncode == 1
    assert f"{source} has 1 hard borders “.EOA”, {target} has 0" in result.stderr


def test_pair_list_pairs_many_files(pair: tuple[Path, Path], tmp_path: Path) -> None:
    jobs = tmp_path / "jobs.tsv"
    jobs.write_text("".join(f"{pair[0]}\t{pair[1]}\t{tmp_path / name}\n" for name in ("a.tsv", "b.tsv")))
    result = align("pair", "--lines", "--list", jobs)
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "a.tsv").read_text() == (tmp_path / "b.tsv").read_text()
    assert read_links((tmp_path / "a.tsv").read_text(), format="tsv")


def test_pair_writes_moses_files(pair: tuple[Path, Path], tmp_path: Path) -> None:
    result = align("pair", *pair, "--lines", "--format", "moses", "-o", tmp_path / "out")
    assert result.returncode == 0, result.stderr
    german, english = ((tmp_path / f"out.{tag}").read_text().splitlines() for tag in ("de", "en"))
    assert len(german) == len(english) == 3


def test_diff_writes_the_page(tmp_path: Path) -> None:
    output = tmp_path / "diff.html"
    reports = sorted((ROOT / "corpora/bishkek").glob("*.txt"))
    result = align("diff", *reports, "-o", output, "--base", "bulletin.en")
    assert (result.returncode, result.stdout) == (0, ""), result.stderr
    page = output.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "http://" not in page.replace("http://www.w3.org", "")


def test_diff_json_is_valid_and_exit_code_tells_of_differences() -> None:
    reports = ["corpora/bishkek/bulletin.en.txt", "corpora/bishkek/karlygash.en.txt"]
    result = align("diff", *reports, "--format", "json", "--exit-code")
    assert result.returncode == 1
    document = json.loads(result.stdout)
    jsonschema.Draft202012Validator(schema()).validate(document)
    assert [report["id"] for report in document["reports"]] == ["bulletin.en", "karlygash.en"]


def test_diff_text_has_no_escape_sequences_when_piped() -> None:
    result = align("diff", "corpora/bishkek/bulletin.en.txt", "corpora/bishkek/karlygash.en.txt")
    assert result.returncode == 0
    assert "\x1b" not in result.stdout
    assert "bulletin.en beside karlygash.en" in result.stdout


def test_diff_applies_corrections_and_refuses_those_of_other_files(tmp_path: Path) -> None:
    from align import read

    names = [f"corpora/bishkek/{name}.en.txt" for name in ("bulletin", "karlygash")]
    reports = [read(ROOT / name) for name in names]
    sides = [
        {"report": r.id, "statements": [{"start": s.start, "end": s.end, "text": s.text}]}
        for r in reports
        for s in r.statements[3:4]
    ]
    link = {"verdict": "redrawn", "left": sides[0], "right": sides[1]}
    path = tmp_path / "corrections.json"
    path.write_text(json.dumps({"schema": "align.corrections/1", "links": [link], "findings": []}))
    result = align("diff", *names, "--corrections", path, "--format", "json")
    assert result.returncode == 0, result.stderr
    document = json.loads(result.stdout)
    drawn = {"left": {"report": "bulletin.en", "statements": [3]}, "confidence": 1.0}
    assert any(drawn.items() <= found.items() for found in document["links"])
    assert document["signature"].endswith("corrections:1")
    shared = [row["statements"] for row in document["coverage"] if len(row["statements"]) > 1]
    assert any(3 in row["bulletin.en"] and 3 in row["karlygash.en"] for row in shared)
    changed = tmp_path / "bulletin.en.txt"
    changed.write_text(
        (ROOT / names[0]).read_text(encoding="utf-8").replace(" the ", " a "), encoding="utf-8"
    )
    result = align("diff", changed, names[1], "--corrections", path)
    assert (result.returncode, result.stdout) == (1, "")
    assert "links[0].left.statements" in result.stderr
    assert "changed since the corrections were saved" in result.stderr


def on_terminal(*arguments: str, **environment: str) -> str:
    """Run align with a terminal of 80 columns as its output and return what is written there."""
    main, side = os.openpty()
    fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "align", *arguments],
        stdin=side,
        stdout=side,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "TERM": "xterm", "LANG": "C.UTF-8"}
        | environment,
    )
    os.close(side)
    written = b""
    while True:
        try:
            piece = os.read(main, 65536)
        except OSError:  # the other side is closed
            break
        if not piece:
            break
        written += piece
    os.close(main)
    assert process.wait() == 0
    return written.decode()


def test_diff_on_a_terminal_is_coloured_paged_and_fits_it(tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho PAGED $LESS\ncat\n")
    pager.chmod(0o755)
    reports = ("corpora/bishkek/bulletin.en.txt", "corpora/bishkek/karlygash.en.txt")
    text = on_terminal("diff", *reports, PAGER=str(pager))
    assert text.startswith("PAGED FRX")
    assert "\x1b[1m" in text
    plain = re.sub(r"\x1b\[\d*m", "", text)
    assert max(display_width(line) for line in plain.splitlines()) <= 80
    assert "bulletin.en beside karlygash.en" in plain
    assert "\x1b[" not in on_terminal("diff", *reports, PAGER=str(pager), NO_COLOR="1")


def test_models_list_names_the_built_in_models() -> None:
    result = align("models", "list", "--format", "json")
    models = {model["name"]: model for model in json.loads(result.stdout)}
    assert models["de-ru-en"]["engine"] == "ctranslate2"
    assert models["de-ru-en"]["sources"] == ["de", "ru"]
    assert models["static"]["kind"] == models["semantic"]["kind"] == "embedding"
    assert models["semantic"]["origin"] == "built in"
    assert re.search(r"^semantic +embedding +de, ru, en ", align("models", "list").stdout, re.MULTILINE)
    assert Path(align("models", "path", "de-ru-en").stdout.strip()).is_dir()


ERRORS = [
    (["diff", "nowhere.txt", "corpora/bishkek/bulletin.en.txt"], 1, "no such file"),
    (["diff", "corpora/bishkek/bulletin.en.txt"], 1, "at least two"),
    (["diff"], 2, "Missing argument"),
    (["diff", "corpora", "corpora/bishkek/bulletin.en.txt"], 1, "folder"),
    (["diff", *["corpora/bishkek/bulletin.en.txt"] * 2], 1, "rename"),
    (
        ["diff", "corpora/bishkek/bulletin.en.txt", "corpora/bishkek/kestrel.en.txt", "-o", "x.pdf"],
        2,
        ".html",
    ),
    (
        ["diff", "corpora/bishkek/bulletin.en.txt", "corpora/bishkek/kestrel.en.txt", "--base", "no"],
        1,
        "bulletin.en, kestrel.en",
    ),
    (
        [
            *("diff", "corpora/bishkek/bulletin.en.txt", "corpora/bishkek/kestrel.en.txt"),
            *("--corrections", "corpora/README.md"),
        ],
        1,
        "corpora/README.md: no JSON",
    ),
    (["pair", "corpora/README.md"], 2, "TARGET"),
    (["pair", "a", "b", "--list", "c"], 2, "not both"),
    (["pair", "--list", "corpora/README.md"], 1, "line 1"),
    (["pair", "corpora/README.md", "corpora/README.md", "--format", "moses"], 2, "-o"),
    (["translate", "-f", "klingon-x", "corpora/README.md"], 1, "language"),
    (["translate", "-m", "nonesuch", "corpora/bishkek/steppendienst.de.txt"], 1, "de-ru-en"),
    (
        ["pair", *["corpora/bishkek/bulletin.en.txt"] * 2, "--embedder", "nonesuch"],
        1,
        "no embedding model named 'nonesuch' (there are: semantic, static)",
    ),
    (
        [
            *("diff", "corpora/bishkek/bulletin.en.txt", "corpora/bishkek/kestrel.en.txt"),
            *("--embedder", "nonesuch"),
        ],
        1,
        "no embedding model named 'nonesuch' (there are: semantic, static)",
    ),
    (["pair", *["corpora/bishkek/bulletin.en.txt"] * 2, "--embedder", "corpora"], 1, "vocabulary.model"),
    (["translate", "-t", "fr", "corpora/bishkek/steppendienst.de.txt"], 1, "into fr"),
    (["nonsense"], 2, "No such command"),
]


@pytest.mark.parametrize(("arguments", "code", "words"), ERRORS, ids=[" ".join(e[0])[:60] for e in ERRORS])
def test_errors_say_what_where_and_what_to_do(arguments: list[str], code: int, words: str) -> None:
    result = align(*arguments)
    assert result.returncode == code, result.stderr
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_a_reader_that_goes_away_is_no_error() -> None:
    # The reader is gone long before the first line comes, so that writing fails whatever the pipe holds.
    command = f"{sys.executable} -m align translate --lines corpora/bishkek/chinara.ru.txt | true"
    command += "; exit ${PIPESTATUS[0]}"
    result = subprocess.run(["bash", "-c", command], capture_output=True, cwd=ROOT, check=False)
    assert (result.returncode, result.stderr) == (1, b"")


def test_an_output_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    result = align(
        "diff",
        "corpora/bishkek/bulletin.en.txt",
        "corpora/bishkek/kestrel.en.txt",
        "-o",
        tmp_path / "no/x.html",
    )
    assert result.returncode == 1
    assert "cannot be written" in result.stderr
