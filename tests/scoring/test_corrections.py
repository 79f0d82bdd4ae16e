"""A comparison scored by what readers of its page saved."""

from __future__ import annotations

import json
from pathlib import Path

from align.rendering.document import to_json
from align.scoring.corrections import score_corrections
from align.scoring.score import Score
from tests.cli.test_cli import align
from tests.corrections.test_corrections import COMPARISON, NORD, VOSTOK, document, read, side, verdict


def test_only_judged_links_count() -> None:
    scores = score_corrections(COMPARISON, [read()])
    assert (scores.links, scores.wrong_findings, scores.marked_findings) == (Score(), 0, 0)


def test_confirmed_links_are_right_and_rejected_ones_wrong() -> None:
    first = COMPARISON.links[0]
    left, right = COMPARISON.report(first.source_report), COMPARISON.report(first.target_report)
    said = verdict("confirmed", side(left, *first.source), side(right, *first.target))
    refused = verdict("rejected", side(VOSTOK, 3, 4), side(NORD, 2))
    assert score_corrections(COMPARISON, [read(said)]).links == Score(1, 1, 1, 1)
    assert score_corrections(COMPARISON, [read(said, refused)]).links == Score(1, 2, 1, 1)


def test_a_redrawn_link_is_missed_and_what_stands_in_its_place_is_wrong() -> None:
    drawn = verdict("redrawn", side(VOSTOK, 3), side(NORD, 2))
    assert score_corrections(COMPARISON, [read(drawn)]).links == Score(0, 1, 0, 1)


def test_the_latest_verdict_holds() -> None:
    pair = side(VOSTOK, 3, 4), side(NORD, 2)
    scores = score_corrections(
        COMPARISON, [read(verdict("rejected", *pair)), read(verdict("confirmed", *pair))]
    )
    assert scores.links == Score(1, 1, 1, 1)


def test_findings_marked_as_wrong_are_counted_while_they_are_told() -> None:
    finding = next(f for f in COMPARISON.findings if f.missing_from)
    report = COMPARISON.report(finding.report)
    statement = report.statements[finding.statement]
    marked = {
        "verdict": "wrong",
        "kind": finding.kind,
        "report": report.id,
        "statement": {"start": statement.start, "end": statement.end, "text": statement.text},
        "start": finding.start,
        "end": finding.end,
    }
    scores = score_corrections(COMPARISON, [read(findings=(marked,))])
    assert (scores.wrong_findings, scores.marked_findings) == (1, 1)


def test_the_command_reads_both_files(tmp_path: Path) -> None:
    (tmp_path / "diff.json").write_text(to_json(COMPARISON), encoding="utf-8")
    refused = document(verdict("rejected", side(VOSTOK, 3, 4), side(NORD, 2)))
    (tmp_path / "reader.json").write_text(json.dumps(refused), encoding="utf-8")
    result = align("score", "corrections", tmp_path / "diff.json", tmp_path / "reader.json")
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines()[1].split() == ["judged", "links", "0.000", "–", "0.000", "0", "1", "0"]
    refused["links"][0]["left"]["report"] = "other.ru"
    (tmp_path / "reader.json").write_text(json.dumps(refused), encoding="utf-8")
    result = align("score", "corrections", tmp_path / "diff.json", tmp_path / "reader.json")
    assert result.returncode == 1
    assert "no report “other.ru”" in result.stderr
