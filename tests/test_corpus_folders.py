"""Every folder of ``corpora/`` agrees with its gold, and the gold with what ``align.read`` yields."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

import align
from align.scoring.gold import Gold, GoldReport, Thing, load_gold, statement_ids

ROOT = Path(__file__).parent.parent
REAL = ROOT.parent / "shared" / "reports"
FOLDERS = sorted(path.parent for path in (ROOT / "corpora").glob("*/gold.toml"))
GOLDS = {folder.name: load_gold(folder) for folder in FOLDERS}

folders = pytest.mark.parametrize("gold", [pytest.param(gold, id=name) for name, gold in GOLDS.items()])
reports = pytest.mark.parametrize(
    ("gold", "report"),
    [pytest.param(gold, r, id=f"{name}-{r.id}") for name, gold in GOLDS.items() for r in gold.reports],
)
# What the reader makes of the test half is measured, not asserted: nothing is tuned on it.
developed = pytest.mark.parametrize(
    ("gold", "report"),
    [
        pytest.param(gold, r, id=f"{name}-{r.id}")
        for name, gold in GOLDS.items()
        if not name.startswith("test-")
        for r in gold.reports
    ],
)
# What the reader gets wrong on these pages, which are as real pages are.
JOINED = {
    "fk-spilve.en": ["Rain has come"],  # behind "10 a.m." at the end of a sentence
    "zarafshon-info.ru": ["Потребление в тот"],  # behind "600 МВт." at the end of a sentence
}
KEPT = {
    "southeast-desk.en": ["By Marcus Ellery in Chisinau"],  # a byline with a place
    "brenz-maschinenbau.de": ["Ansprechpartner: presse@brenz-maschinenbau.example"],
    "brenz-maschinenbau-2025.de": ["Ansprechpartner: presse@brenz-maschinenbau.example"],
    "wielkopolska-info.ru": ["Великопольша по-русски", "Автор: редакция"],
    "arbitration-media.en": ["For further information: media@arbitration.example"],
    "sportrecht-brief.de": ["Im Browser ansehen", "Newsletter abbestellen"],
    "silesian-observer.en": ["By Harriet Lomax in Bohumin"],
    "steppe-herald.en": ["By Colin Mears in Abai"],
    "thw-oberlausitz.de": ["Pressemitteilung", "Rückfragen an: presse@thw-oberlausitz.example"],
    "patientenbrief.de": ["Bund für Patientenrechte e. V.", "Rundbrief 9/2026"],
    "data-inspectorate.en": ["Press release", "Contact: press@data-inspectorate.example"],
    "aussenamt.de": ["Mitteilung für die Presse", "Rückfragen: presse@aussenamt.example"],
    "spreewelle.de": ["Spreewelle – das Inforadio", "Audio herunterladen (3:12 Minuten)"],
    "open-ledger.en": ["Open Ledger", "Support our work"],
    "klimablick.de": ["Klimablick"],
    "meridian-post.en": ["By Hannah Oakes in Samarkand"],
    "eisack-tagblatt.de": ["Brixen."],  # a dateline without an agency
}
# Whether a word says no, perhaps or who said it is a matter of its place: these words stand elsewhere, too.
OF_A_ROW = ("negation", "hedge", "attribution")


def test_there_are_folders() -> None:
    assert "bishkek" in GOLDS


@folders
def test_the_gold_names_all_files_of_the_folder(gold: Gold) -> None:
    ids = [report.id for report in gold.reports]
    assert sorted(ids) == sorted(path.stem for path in gold.reports[0].path.parent.glob("*.txt"))
    assert len(ids) == len(set(ids))


def test_no_two_folders_name_a_report_alike() -> None:
    ids = [report.id for gold in GOLDS.values() for report in gold.reports]
    assert len(ids) == len(set(ids))


@reports
def test_each_statement_of_the_gold_is_read(gold: Gold, report: GoldReport) -> None:
    read = align.read(report.path)
    assert all(statement_ids([p], read) for p in gold.statements(report.id))


@developed
def test_each_statement_read_is_one_of_the_gold(gold: Gold, report: GoldReport) -> None:
    read = align.read(report.path)
    joined, kept = JOINED.get(report.id, []), KEPT.get(report.id, [])
    opening = [statement_ids([p], read) for p in gold.statements(report.id) if p.text not in joined]
    assert opening == [(s.id,) for s in read.statements if s.text not in kept]


@developed
def test_furniture_is_set_aside(gold: Gold, report: GoldReport) -> None:
    read = align.read(report.path)
    for piece in report.furniture:
        inside = [s.text for s in read.statements if s.start < piece.end and piece.start < s.end]
        assert [text for text in inside if text not in KEPT.get(report.id, [])] == []


@reports
def test_items_and_language_are_read(gold: Gold, report: GoldReport) -> None:
    read = align.read(report.path)
    assert read.language == report.language
    assert statement_ids(report.items, read) == tuple(s.id for s in read.statements if s.kind == "item")


@reports
def test_title_and_place_stand_in_the_report(gold: Gold, report: GoldReport) -> None:
    assert report.title is None or report.title in report.body.splitlines()
    assert (report.place is None) == (report.dateline is None)
    if report.place is not None and report.dateline is not None:
        assert report.place in report.dateline.text


@folders
def test_names_of_rows_and_things_are_unique(gold: Gold) -> None:
    rows = [row.id for row in gold.rows]
    things = [(thing.kind, thing.key) for thing in gold.things]
    assert len(rows) == len(set(rows))
    assert len(things) == len(set(things))


@folders
def test_a_thing_stands_where_it_is_said_to_stand(gold: Gold) -> None:
    for thing in gold.things:
        for name, forms in thing.forms.items():
            assert forms
            assert [form for form in forms if not stands_in(form, gold.report(name))] == []


@folders
def test_a_thing_stands_nowhere_else_in_its_event(gold: Gold) -> None:
    for thing in gold.things:
        if thing.kind not in OF_A_ROW:
            wordings = {form for forms in thing.forms.values() for form in forms} | set(thing.aliases)
            lacking = [gold.report(name) for name in gold.missing_from(thing)]
            assert [(thing.key, w, r.id) for r in lacking for w in wordings if stands_in(w, r)] == []


@folders
def test_words_of_a_row_stand_in_a_statement_of_that_row(gold: Gold) -> None:
    for thing in gold.things:
        if thing.kind in OF_A_ROW:
            assert rows_of(thing, gold), thing.key


def rows_of(thing: Thing, gold: Gold) -> set[str]:
    """Return the rows in which all reports that have the words have them; each words stand there once."""
    common = {row.id for row in gold.rows}
    for name, forms in thing.forms.items():
        found: set[str] = set()
        for form in forms:
            (at,) = (m.start() for m in re.finditer(re.escape(form), gold.report(name).source))
            opening = max((p for p in gold.statements(name) if p.start <= at), key=lambda p: p.start)
            found |= {row.id for row in gold.rows if opening in row.statements.get(name, ())}
        common &= found
    return common


def stands_in(wording: str, report: GoldReport) -> bool:
    """Look for a wording at the beginning of a word; acronyms and figures must end with the word, too."""
    whole = wording.isupper() or wording[-1].isdigit() or len(wording) < 4
    pattern = r"(?<![\w.,])" + re.escape(wording) + (r"(?!\w)" if whole else "")
    return re.search(pattern, report.body) is not None


@folders
def test_quotations_have_a_known_speaker(gold: Gold) -> None:
    known = {thing.key for thing in gold.things if thing.kind in ("person", "organisation")}
    for thing in gold.things:
        assert (thing.speaker in known) == (thing.kind == "quotation"), thing.key


@folders
def test_conflicts_name_each_report_once(gold: Gold) -> None:
    for conflict in gold.conflicts:
        names = [name for said in conflict.says.values() for name in said]
        assert len(names) == len(set(names))
        assert len(conflict.says) > 1


@folders
def test_links_read_the_same_from_both_sides(gold: Gold) -> None:
    turned = {"narrower": "broader", "broader": "narrower", "same": "same"}
    for left, right in itertools.combinations([report.id for report in gold.reports], 2):
        there = {link.row: (turned[link.relation], link.order) for link in gold.links(left, right)}
        assert there == {link.row: (link.relation, link.order) for link in gold.links(right, left)}


@reports
def test_no_run_of_sixty_characters_is_taken_from_the_real_reports(gold: Gold, report: GoldReport) -> None:
    if not REAL.is_dir():
        pytest.skip("the real reports are not in ../shared/reports")
    real = [runs(path.read_text("utf-8")) for path in sorted(REAL.glob("*.txt"))]
    assert real
    assert runs(report.source) & set().union(*real) == set()


def runs(text: str, length: int = 60) -> set[str]:
    folded = " ".join(text.split()).casefold()
    return {folded[i : i + length] for i in range(len(folded) - length + 1)}
