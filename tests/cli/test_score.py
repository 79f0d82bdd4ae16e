"""``align score``, run as a user runs it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from align import Comparison, read
from align.rendering.document import to_json
from align.scoring.gold import load_gold
from tests.cli.test_cli import ROOT, align


def test_links_of_two_files_as_text(tmp_path: Path) -> None:
    (tmp_path / "rain.gold").write_text("[0]:[0]\n[1]:[1, 2]\n[2]:[]\n")
    (tmp_path / "rain.ladder").write_text("0\t0\t0.9\n1\t1\t0.7\n2\t3\t0.0\n3\t3\t0.0\n")
    result = align("score", "links", tmp_path / "rain.gold", tmp_path / "rain.ladder")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines()[2].split() == ["rain.gold", *["1.000"] * 12]
    assert "documents:1|" in result.stdout


def test_links_of_two_folders_as_json(tmp_path: Path) -> None:
    for name, found in (("a", "[0]:[0]\n"), ("b", "[0]:[]\n[]:[0]\n")):
        (tmp_path / f"{name}.gold").write_text("[0]:[0]\n")
        (tmp_path / f"{name}.vecalign").write_text(found)
    result = align("score", "links", tmp_path, tmp_path, "--found-ending", ".vecalign", "--format", "json")
    assert result.returncode == 0, result.stderr
    document = json.loads(result.stdout)
    assert document["schema"] == "align.score.links/1"
    assert [scores["name"] for scores in document["documents"]] == ["a", "b"]
    assert document["documents"][1]["links"]["precision"] is None
    strict = document["pooled"]["strict"]
    assert (strict["right"], strict["found"], strict["recalled"], strict["gold"]) == (1, 3, 1, 2)


def test_a_bad_alignment_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.gold").write_text("[0]:[0]\n")
    (tmp_path / "a.txt").write_text("[0]:[0]\nnought\n")
    result = align("score", "links", tmp_path / "a.gold", tmp_path / "a.txt")
    assert result.returncode == 1
    assert result.stderr.startswith(f"align: {tmp_path / 'a.txt'}: line 2:")


def test_what_pair_writes_can_be_scored(tmp_path: Path) -> None:
    (tmp_path / "rain.de").write_text("Die Minister sprachen über den Handel.\nEs regnete den ganzen Tag.\n")
    (tmp_path / "rain.en").write_text("The ministers talked about trade.\nIt rained all day.\n")
    for ending in ("tmx", "json"):
        output = tmp_path / f"rain.{ending}"
        result = align("pair", tmp_path / "rain.de", tmp_path / "rain.en", "--format", ending, "-o", output)
        assert result.returncode == 0, result.stderr
    result = align("score", "links", tmp_path / "rain.json", tmp_path / "rain.tmx")
    assert result.stdout.splitlines()[2].split()[:10] == ["rain.json", *["1.000"] * 9]


def test_findings_of_a_comparison_that_was_made_before(tmp_path: Path) -> None:
    folder, made = ROOT / "corpora" / "bishkek", tmp_path / "diff.json"
    reports = [replace(read(folder / f"{gold.id}.txt"), source="") for gold in load_gold(folder).reports]
    events = {report.id: 2 if report.id == "kestrel.en" else 1 for report in reports}
    made.write_text(to_json(Comparison("by hand", tuple(reports), events, (), (), ())), encoding="utf-8")
    arguments = ("score", "findings", folder, "--comparison", made)
    result = align(*arguments)
    assert result.returncode == 0, result.stderr
    rows = {line.split()[0]: line.split()[1:] for line in result.stdout.splitlines()[:-1]}
    assert rows["event"] == ["1.000", "1.000", "1.000", "6", "6", "6", "0", "1.000"]
    assert rows["number"][:4] == ["–", "0.000", "0.000", "0"]
    assert result.stdout.splitlines()[-1].startswith("by hand; average:micro|folders:1|least:0")
    document = json.loads(align(*arguments, "--format", "json").stdout)
    assert document["schema"] == "align.score.findings/1"
    assert document["kinds"]["event"]["languages"]["de-ru"]["f1"] == 1
    assert {claim["verdict"] for claim in document["claims"]} == {"right", "missed"}
    lines = align(*arguments, "--claims").stdout.splitlines()
    assert all(line.startswith("missed\t") for line in lines)


def test_a_comparison_for_each_folder_is_needed(tmp_path: Path) -> None:
    result = align(
        "score", "findings", "corpora/bishkek", "corpora/bishkek", "--comparison", tmp_path / "a.json"
    )
    assert result.returncode == 2
    assert "2 folders and 1 times --comparison" in result.stderr


def test_findings_are_scored_with_the_embedder_that_is_named() -> None:
    folder = ROOT / "corpora" / "bishkek"
    result = align("score", "findings", folder, "--embedder", "no-such")
    assert result.returncode == 1
    assert "no embedding model named 'no-such' (there are: semantic, static)" in result.stderr
    result = align("score", "findings", folder, "--embedder", "semantic")
    assert result.returncode == 0, result.stderr
    assert "semantic@" in result.stdout.splitlines()[-1]


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    result = align("score", "findings", tmp_path)
    assert result.returncode == 1
    assert "gold.toml: cannot be read" in result.stderr


def test_translations_have_scores_with_signatures(tmp_path: Path) -> None:
    (tmp_path / "de").write_text("Es regnete.\nDie Züge fahren.\n", encoding="utf-8")
    (tmp_path / "hyp").write_text("It rained all day.\nDie Züge fahren.\n", encoding="utf-8")
    (tmp_path / "ref").write_text("It rained all day.\nThe trains are running.\n", encoding="utf-8")
    result = align("score", "mt", "-", tmp_path / "ref", stdin=(tmp_path / "ref").read_bytes())
    assert result.returncode == 0, result.stderr
    bleu, chrf = result.stdout.splitlines()
    assert bleu.startswith("BLEU 100.00  nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:")
    assert chrf.startswith("chrF2 100.00  nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:")
    arguments = ("score", "mt", tmp_path / "hyp", tmp_path / "ref", "--source", tmp_path / "de")
    assert align(*arguments).stdout.splitlines()[-1] == "untranslated 1 of 2 lines"
    document = json.loads(align(*arguments, "--format", "json").stdout)
    assert (document["schema"], document["lines"], document["untranslated"]) == ("align.score.mt/1", 2, 1)
    assert 0 < document["metrics"][0]["score"] < 100


def test_translations_of_another_length_are_refused(tmp_path: Path) -> None:
    (tmp_path / "hyp").write_text("One.\n")
    (tmp_path / "ref").write_text("One.\nTwo.\n")
    result = align("score", "mt", tmp_path / "hyp", tmp_path / "ref")
    assert result.returncode == 1
    assert "1 translations, but 2 lines" in result.stderr
