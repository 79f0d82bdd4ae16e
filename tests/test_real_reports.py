"""The five real reports, which stand outside the repository: what a reader must find in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import align
from align.rendering.document import schema


@pytest.fixture(scope="module")
def document(reports_folder: Path) -> dict[str, Any]:
    reports = [align.read(path) for path in sorted(reports_folder.glob("*.txt"))]
    return json.loads(json.dumps(align.compare(reports).to_dict()))


def test_it_is_valid_and_loses_no_statement(document: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(schema()).validate(document)
    rows = sorted(
        (name, i) for row in document["coverage"] for name, ids in row["statements"].items() for i in ids
    )
    assert rows == sorted((r["id"], s["id"]) for r in document["reports"] for s in r["statements"])


def test_no_furniture_gets_through(document: dict[str, Any]) -> None:
    said = " ".join(s["text"] for r in document["reports"] for s in r["statements"])
    for words in (
        "Doing Business",
        "Байконур",
        "Бакиев",
        "Наш опрос",
        "Комментарии",
        "Autoreload",
        "10484",
        "Tell a",
    ):
        assert words not in said


def test_the_report_of_2024_is_set_apart(document: dict[str, Any]) -> None:
    events = {report["id"]: report["event"] for report in document["reports"]}
    apart = events.pop("astanatimes.en")
    assert set(events.values()) == {1}
    assert apart == 2
    assert not any("astanatimes.en" in (f["report"], *f["missing_from"]) for f in document["findings"])


def test_the_experts_quotation_and_csto_are_only_in_newsasia(document: dict[str, Any]) -> None:
    others = {"dknews.en", "govkz.en", "kabar.de"}
    (quotation,) = (
        f for f in document["findings"] if f["kind"] == "quotation" and f["report"] == "newsasia.ru"
    )
    assert "Абдыров" in quotation["speaker"]
    assert set(quotation["missing_from"]) == others
    (csto,) = (f for f in document["findings"] if f["text"] == "ОДКБ" and f["kind"] == "organisation")
    assert csto["report"] == "newsasia.ru"
    assert set(csto["missing_from"]) == others


def test_kabar_and_newsasia_are_linked_where_they_say_the_same(document: dict[str, Any]) -> None:
    joined = {
        (i, j)
        for link in document["links"]
        if link["left"]["report"] == "kabar.de" and link["right"]["report"] == "newsasia.ru"
        for i in link["left"]["statements"]
        for j in link["right"]["statements"]
    }
    kabar, newsasia = (
        {s["id"]: s["text"] for r in document["reports"] if r["id"] == name for s in r["statements"]}
        for name in ("kabar.de", "newsasia.ru")
    )

    def linked(german: str, russian: str) -> bool:
        return any(german in kabar[i] and russian in newsasia[j] for i, j in joined)

    for project in (
        "торгово-логистический комплекс",
        "распределительный центр",
        "автодорога",
        "пунктов пропуска",
    ):
        assert linked("Handels-Logistik-Komplexes", project)
    assert linked("7. Sitzung", "7-го заседания")
    assert linked("Welt-Nomadenspielen", "играх кочевников")
