"""The reports written for this project and the gold beside them agree with each other."""

import itertools
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align._exceptions import InputError
from align.report import Report, Statement
from align.scoring.gold import ELLIPSIS, GoldError, GoldReport, Passage, chain_order, load_gold, statement_ids

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "corpora" / "bishkek"
REAL = ROOT.parent / "shared" / "reports"

GOLD = load_gold(FOLDER)
IDS = [report.id for report in GOLD.reports]
THINGS = [pytest.param(thing, id=f"{thing.kind}-{thing.key}") for thing in GOLD.things]

# What ends a sentence in these texts, and what only looks like it: 13. Februar, VI. Welt…, Ж. Кулубаев, Mr.
SENTENCE_END = re.compile(r"[.!?][\"”»“]?\s+(?=[\"„«]?[A-ZА-ЯЁÄÖÜ])")
NO_END = re.compile(r"(\b\d\d?|\b[A-ZА-ЯЁ]|\bVI|\bMr|\bJan)\.\s+$")
# Marks before the first word of a statement: bullets and opening quotation marks.
LEADING = ' \t•"„«'


def test_there_are_five_reports_of_two_events() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == sorted(IDS)
    assert sorted(report.language for report in GOLD.reports) == ["de", "en", "en", "en", "ru"]
    assert GOLD.events[2] == ("kestrel.en",)


@pytest.mark.parametrize("name", IDS)
def test_every_statement_stands_in_a_row_or_in_only(name: str) -> None:
    report = GOLD.report(name)
    assert [p.start for p in GOLD.statements(name)] == statement_starts(report)


def statement_starts(report: GoldReport) -> list[int]:
    body = report.body
    if report.dateline:
        body = body.replace(report.dateline.text, " " * len(report.dateline.text))
    starts = []
    for line in re.finditer(r"[^\n]+", body):
        ends = [m.end() for m in SENTENCE_END.finditer(line[0]) if not NO_END.search(line[0][: m.end()])]
        for offset in [0, *ends]:
            rest = line[0][offset:]
            if rest.strip():
                starts.append(line.start() + offset + len(rest) - len(rest.lstrip(LEADING)))
    return starts


@pytest.mark.parametrize("name", IDS)
def test_furniture_is_whole_lines_and_holds_no_statement(name: str) -> None:
    report = GOLD.report(name)
    pieces = sorted((piece.start, piece.end) for piece in report.furniture)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(pieces))
    for start, end in pieces:
        assert not any(start < p.end and p.start < end for p in GOLD.statements(name))
        assert not report.source[:start].rpartition("\n")[2].strip()
        assert not report.source[end:].partition("\n")[0].strip()


@pytest.mark.parametrize("name", IDS)
def test_headings_are_whole_lines_and_items_have_bullets(name: str) -> None:
    report = GOLD.report(name)
    lines = {line.strip() for line in report.body.splitlines() if line.strip()}
    headings = [line for line in lines if not line.startswith("•") and not re.search(r"[.:,!?»\"]$", line)]
    assert len(headings) == len(report.headings)
    assert all(any(line.startswith(p.text) for line in headings) for p in report.headings)
    assert report.body.count("•") == len(report.items)
    assert all(report.source[: p.start].endswith("• ") for p in report.items)


@pytest.mark.parametrize("name", IDS)
def test_title_and_place_stand_in_the_report(name: str) -> None:
    report = GOLD.report(name)
    if report.title is not None:
        assert report.title in report.body.splitlines()
        assert report.title.startswith(report.headings[0].text)
    assert (report.place is None) == (report.dateline is None)
    if report.place is not None and report.dateline is not None:
        assert report.place in report.dateline.text


def test_row_names_are_unique() -> None:
    names = [row.id for row in GOLD.rows]
    assert len(names) == len(set(names))
    things = [(thing.kind, thing.key) for thing in GOLD.things]
    assert len(things) == len(set(things))


@pytest.mark.parametrize(("left", "right"), list(itertools.combinations(IDS, 2)))
def test_links_read_the_same_from_both_sides(left: str, right: str) -> None:
    turned = {"narrower": "broader", "broader": "narrower", "same": "same"}
    there = {link.row: link for link in GOLD.links(left, right)}
    back = {link.row: link for link in GOLD.links(right, left)}
    assert there.keys() == back.keys()
    for row, link in there.items():
        assert back[row].relation == turned[link.relation]
        assert back[row].order == link.order
        assert (back[row].source, back[row].target) == (link.target, link.source)


def test_reports_of_different_events_share_no_row() -> None:
    assert all(not GOLD.links(name, "kestrel.en") for name in GOLD.events[1])


def test_the_russian_report_tells_of_the_world_before_it_tells_of_the_projects() -> None:
    links = GOLD.links("steppendienst.de", "chinara.ru")
    assert [link.row for link in links if link.order == "moved"] == ["region-and-world", "mutual-support"]
    assert all(link.order != "either" for link in links)


def stands_in(wording: str, report: GoldReport) -> bool:
    """Look for a wording at the beginning of a word; acronyms and figures must end with the word, too."""
    whole = wording.isupper() or wording[-1].isdigit() or len(wording) < 4
    pattern = r"(?<![\w.,])" + re.escape(wording) + (r"(?!\w)" if whole else "")
    return re.search(pattern, report.body) is not None


@pytest.mark.parametrize("thing", THINGS)
def test_a_thing_stands_where_it_is_said_to_stand(thing) -> None:
    for name, forms in thing.forms.items():
        assert forms
        assert all(stands_in(form, GOLD.report(name)) for form in forms)


@pytest.mark.parametrize("thing", THINGS)
def test_a_thing_stands_nowhere_else(thing) -> None:
    wordings = {form for forms in thing.forms.values() for form in forms} | set(thing.aliases)
    for report in GOLD.reports:
        if report.id not in thing.forms:
            assert [w for w in wordings if stands_in(w, report)] == []


@pytest.mark.parametrize("thing", [t for t in GOLD.things if t.kind == "quotation"], ids=lambda t: t.key)
def test_a_quotation_has_a_mark_and_a_known_speaker(thing) -> None:
    assert thing.speaker in {other.key for other in GOLD.things if other.kind in ("person", "organisation")}
    for name, (quotation,) in thing.forms.items():
        source = GOLD.report(name).source
        before, _, after = source.partition(quotation)
        assert before[-1] in '"«' or after.lstrip(",.")[0] in '"»'


def test_only_quotations_have_a_speaker() -> None:
    assert {thing.kind for thing in GOLD.things if thing.speaker} == {"quotation"}


@pytest.mark.parametrize(
    ("key", "missing"),
    [
        ("CSTO", ("steppendienst.de", "bulletin.en", "karlygash.en")),
        ("Nurlan Abdyrov", ("steppendienst.de", "bulletin.en", "karlygash.en")),
        ("1.4e9 USD", ("steppendienst.de", "chinara.ru", "karlygash.en")),
        ("2e9 USD", ("steppendienst.de",)),  # the report of the other event names the figure, too
        ("Murat Nurtleu", ()),
    ],
)
def test_what_is_missing_is_missing_within_the_event(key: str, missing: tuple[str, ...]) -> None:
    (thing,) = [thing for thing in GOLD.things if thing.key == key]
    assert GOLD.missing_from(thing) == missing


def test_conflicts_name_each_report_once() -> None:
    for conflict in GOLD.conflicts:
        reports = [name for said in conflict.says.values() for name in said]
        assert len(reports) == len(set(reports))
        assert len(conflict.says) > 1


@pytest.mark.parametrize("name", IDS)
def test_no_run_of_sixty_characters_is_taken_from_the_real_reports(name: str) -> None:
    if not REAL.is_dir():
        pytest.skip("the real reports are not in ../shared/reports")
    real = [runs(path.read_text("utf-8")) for path in sorted(REAL.glob("*.txt"))]
    assert real
    assert runs(GOLD.report(name).source) & set().union(*real) == set()


def runs(text: str, length: int = 60) -> set[str]:
    folded = " ".join(text.split()).casefold()
    return {folded[i : i + length] for i in range(len(folded) - length + 1)}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            '"Festgelegt wurde außerdem"',
            '"Vertagt wurde"',
            r"steppendienst\.de\.txt: .*'Vertagt wurde'.* 0 times",
        ),
        (
            '"Festgelegt wurde außerdem"',
            '"die"',
            r"steppendienst\.de\.txt: the passage 'die' stands there \d+ times",
        ),
        ('"Festgelegt wurde außerdem"', '"Danach wandten sich die Minister"', "must stand in one row"),
        ('"Das geht aus einer Mitteilung"', '"Sie kamen überein"', "must stand in one row, or in 'only'"),
        (
            '"bulletin.en" = ["At the UN',
            '"bulletin.fr" = ["At the UN',
            r"row 'mutual-support': .*'bulletin\.fr'",
        ),
        ('narrower = ["bulletin.en"] # one', 'narower = ["bulletin.en"] # one', "unknown field 'narower'"),
        (
            'narrower = ["bulletin.en"] # one',
            'narrower = ["karlygash.en"] # one',
            "some of the row's reports",
        ),
        (
            '"chinara.ru" = ["ОДКБ"]',
            '"chinara.ru" = ["ШОС"]',
            r"chinara\.ru\.txt: organisation 'CSTO' .*'ШОС'",
        ),
        ("[…] по-настоящему не срастутся", "[…] Вчера", "'Вчера' does not follow"),
        ('"kestrel.en"\nlanguage', '"kite.en"\nlanguage', r"kite\.en\.txt: .*no such file"),
        ("align.gold/1", "align.gold/9", "schema"),
        ('kind = "person"', 'kind = "human"', "unknown kind; there are person, "),
        ('key = "CSTO"', "", r"organisation None: the field 'key' is missing"),
        ("event = 1", "", r"report 'steppendienst\.de': the field 'event' is missing"),
        ("event = 1", "event = ", "gold.toml: not TOML"),
    ],
)
def test_a_gold_that_does_not_fit_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "corpus")
    text = (folder / "gold.toml").read_text("utf-8")
    assert old in text
    (folder / "gold.toml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(GoldError, match=message):
        load_gold(folder)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gold\.toml: cannot be read"):
        load_gold(tmp_path)


def test_the_body_keeps_offsets_and_drops_furniture() -> None:
    report = GOLD.report("chinara.ru")
    assert len(report.body) == len(report.source)
    assert "Всего голосов" in report.source
    assert "Всего голосов" not in report.body
    assert all(report.body[p.start : p.end] == p.text for p in GOLD.statements("chinara.ru"))


def test_a_span_in_the_gold_takes_in_all_between_its_ends() -> None:
    (quotation,) = [t for t in GOLD.things if t.speaker == "Nurlan Abdyrov"]
    (text,) = quotation.forms["chinara.ru"]
    assert ELLIPSIS not in text
    assert "„рывок в инфраструктуре“" in text


def test_passages_are_found_in_statements_however_they_are_split() -> None:
    text = "Es begann spät. Danach kam Regen."
    passages = [Passage("a", "Es begann", 0, 9), Passage("a", "Danach", 16, 22)]
    split = (Statement(0, "sentence", 0, 15, text[:15]), Statement(1, "sentence", 16, 33, text[16:]))
    whole = (Statement(0, "sentence", 0, 33, text),)
    assert statement_ids(passages, Report("a", "de", text, split)) == (0, 1)
    assert statement_ids(passages, Report("a", "de", text, whole)) == (0,)
    with pytest.raises(GoldError, match="Danach"):
        statement_ids(passages, Report("a", "de", text, split[:1]))


@given(st.lists(st.integers(0, 50), unique=True, max_size=7))
def test_chain_order_equals_trying_all_chains(positions: list[int]) -> None:
    indices = range(len(positions))
    chains = [c for n in range(len(positions) + 1) for c in itertools.combinations(indices, n)]
    rising = [c for c in chains if all(positions[a] < positions[b] for a, b in itertools.pairwise(c))]
    longest = [set(c) for c in rising if len(c) == max(map(len, rising))]
    for index, order in enumerate(chain_order(positions)):
        share = sum(index in chain for chain in longest)
        assert order == ("moved" if share == 0 else "kept" if share == len(longest) else "either")
