"""What a careful reader says of a folder of reports: ``gold.toml``, schema ``align.gold/1``.

``corpora/README.md`` describes the format.
"""

from __future__ import annotations

import datetime
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from align._exceptions import FormatError, InputError
from align.link import Relation
from align.report import Report

SCHEMA = "align.gold/1"
ELLIPSIS = " […] "

Order = Literal["kept", "moved", "either"]
ThingKind = Literal[
    "person",
    "organisation",
    "place",
    "number",
    "date",
    "quotation",
    "name",
    "negation",
    "hedge",
    "attribution",
]


# What a statement says otherwise than another that it shares a row with.
STANCES = frozenset({"negation", "hedge", "attribution"})


class GoldError(FormatError):
    """A gold file that does not fit its reports, or not its own format."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words with which a statement opens; ``start`` and ``end`` are character offsets into the file."""

    report: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the file, from ``start`` to ``end``, that is not part of the report."""

    report: str
    start: int
    end: int
    what: str


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One report: its file as decoded and what the gold says of it alone.

    ``only`` are the statements that no other report of the same event has. ``dateline`` may be read as part
    of the first statement or be set aside: either is right.
    """

    id: str
    language: str
    event: int
    path: Path
    source: str = field(repr=False)
    only: tuple[Passage, ...] = field(repr=False)
    headings: tuple[Passage, ...] = field(repr=False)
    items: tuple[Passage, ...] = field(repr=False)
    furniture: tuple[Furniture, ...] = field(repr=False)
    dateline: Passage | None = None
    date: datetime.date | None = None
    place: str | None = None
    title: str | None = None

    @property
    def body(self) -> str:
        """The file with its furniture blanked, so that offsets stay what they are."""
        characters = list(self.source)
        for piece in self.furniture:
            characters[piece.start : piece.end] = " " * (piece.end - piece.start)
        return "".join(characters)


@dataclass(frozen=True, slots=True)
class GoldLink:
    """A row seen between two reports; ``order`` says whether it stands in the order that both share."""

    row: str
    source: tuple[Passage, ...]
    target: tuple[Passage, ...]
    relation: Relation
    order: Order


@dataclass(frozen=True, slots=True)
class GoldRow:
    """Statements of several reports that say the same; the reports in ``narrower`` say only a part of it."""

    id: str
    statements: Mapping[str, tuple[Passage, ...]]
    narrower: frozenset[str]

    def relation(self, left: str, right: str) -> Relation:
        """Return how the statements of one report stand to those of the other."""
        if (left in self.narrower) == (right in self.narrower):
            return "same"
        return "narrower" if left in self.narrower else "broader"


@dataclass(frozen=True, slots=True)
class Related:
    """Statements that touch each other without saying the same: a link there is neither right nor wrong."""

    note: str
    statements: Mapping[str, tuple[Passage, ...]]


@dataclass(frozen=True, slots=True)
class Thing:
    """Something named: ``forms`` maps each report that mentions it to its wordings there, verbatim.

    ``aliases`` are wordings that no report uses which does not mention it. ``speaker`` is the key of a person
    or organisation, for a quotation.
    """

    kind: ThingKind
    key: str
    forms: Mapping[str, tuple[str, ...]]
    aliases: tuple[str, ...] = ()
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that reports give differently: what is said, then by which report in which words."""

    about: str
    says: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Trap:
    """Something planted to be got wrong: its kind, and what a program may fall for."""

    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class Gold:
    """All that is known of the reports of one folder."""

    reports: tuple[GoldReport, ...]
    rows: tuple[GoldRow, ...]
    related: tuple[Related, ...]
    things: tuple[Thing, ...]
    conflicts: tuple[Conflict, ...]
    traps: tuple[Trap, ...] = ()

    def report(self, id: str) -> GoldReport:  # noqa: A002 - the word the whole library uses
        """Return the report of that id; raises ``KeyError`` where there is none."""
        for report in self.reports:
            if report.id == id:
                return report
        raise KeyError(id)

    @property
    def events(self) -> dict[int, tuple[str, ...]]:
        """The ids of the reports of each event."""
        numbers = sorted({report.event for report in self.reports})
        return {n: tuple(report.id for report in self.reports if report.event == n) for n in numbers}

    def statements(self, report: str) -> tuple[Passage, ...]:
        """Return the openings of all statements of a report, in the order of its text."""
        shared = [passage for row in self.rows for passage in row.statements.get(report, ())]
        return tuple(sorted([*shared, *self.report(report).only], key=lambda passage: passage.start))

    def missing_from(self, thing: Thing) -> tuple[str, ...]:
        """Return the reports that do not mention a thing though another report of their event does.

        A negation, hedge or attribution is missing only from reports that say the same without it.
        """
        if thing.kind in STANCES:
            peers = {name for row in self._rows_of(thing) for name in row.statements}
        else:
            events = {self.report(name).event for name in thing.forms}
            peers = {report.id for report in self.reports if report.event in events}
        return tuple(r.id for r in self.reports if r.id in peers and r.id not in thing.forms)

    def texts(self, report: str) -> dict[int, str]:
        """Return each statement of a report by its start: the text up to the start of the next."""
        body, starts = self.report(report).body, [passage.start for passage in self.statements(report)]
        return {start: body[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)}

    def _rows_of(self, thing: Thing) -> list[GoldRow]:
        """Return the rows in which most of the reports that mention a thing do so."""
        texts = {name: self.texts(name) for name in thing.forms}
        mentions = [
            sum(
                any(form in texts[name][p.start] for p in row.statements.get(name, ()) for form in forms)
                for name, forms in thing.forms.items()
            )
            for row in self.rows
        ]
        most = max(mentions, default=0)
        return [row for row, count in zip(self.rows, mentions, strict=True) if most and count == most]

    def links(self, left: str, right: str) -> tuple[GoldLink, ...]:
        """Return the rows that two reports share, in the order of the left one."""
        shared = [row for row in self.rows if left in row.statements and right in row.statements]
        shared.sort(key=lambda row: row.statements[left][0].start)
        orders = chain_order([row.statements[right][0].start for row in shared])
        return tuple(
            GoldLink(row.id, row.statements[left], row.statements[right], row.relation(left, right), order)
            for row, order in zip(shared, orders, strict=True)
        )


def chain_order(positions: Sequence[int]) -> list[Order]:
    """Tell of each position whether all, none or some of the longest rising chains hold it.

    Positions are distinct. What all of them hold is ``"kept"``, what none holds ``"moved"``.
    """
    before = _chain_lengths(positions)
    after = _chain_lengths([-p for p in reversed(positions)])[::-1]
    longest = max(before, default=0)
    on_chain = [b + a - 1 == longest for b, a in zip(before, after, strict=True)]
    rivals = Counter(b for b, on in zip(before, on_chain, strict=True) if on)
    orders: list[Order] = []
    for length, on in zip(before, on_chain, strict=True):
        orders.append("moved" if not on else "kept" if rivals[length] == 1 else "either")
    return orders


def _chain_lengths(positions: Sequence[int]) -> list[int]:
    """Return for each position the length of the longest rising chain that ends there."""
    lengths: list[int] = []
    for i, position in enumerate(positions):
        lengths.append(1 + max((lengths[j] for j in range(i) if positions[j] < position), default=0))
    return lengths


def statement_ids(passages: Iterable[Passage], report: Report) -> tuple[int, ...]:
    """Return the ids, ascending, of the statements of a read report in which the passages begin.

    Raises ``GoldError`` for a passage that begins in no statement.
    """
    found = set()
    for passage in passages:
        ids = [s.id for s in report.statements if s.start <= passage.start < s.end]
        if not ids:
            raise GoldError(f"{report.id}: no statement holds the passage {passage.text!r}")
        found.update(ids)
    return tuple(sorted(found))


def load_gold(folder: Path) -> Gold:
    """Read ``gold.toml`` and the reports beside it.

    Raises ``InputError`` where there is none, and ``GoldError``, naming file and passage, where a passage
    does not stand in its file exactly once, where a report or field is unknown or missing, or where a
    statement stands in two rows or in a row and in ``only``.
    """
    path = folder / "gold.toml"
    data = _parsed(path)
    if data.pop("schema", None) != SCHEMA:
        raise GoldError(f"{path}: the schema must be {SCHEMA!r}")
    try:
        return _gold(data, folder)
    except GoldError as error:
        raise GoldError(f"{path}: {error}") from error
    except (AttributeError, TypeError) as error:
        raise GoldError(f"{path}: a field holds what it should not: {error}") from error


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); is this a folder with gold?") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: not TOML in UTF-8: {error}") from error


def _gold(data: dict[str, Any], folder: Path) -> Gold:
    _check_fields(data, "report", "row related thing conflict trap", "the file")
    reports = tuple(_read_report(entry, folder) for entry in data["report"])
    known = {report.id: report for report in reports}
    gold = Gold(
        reports=reports,
        rows=tuple(_read_row(entry, known) for entry in data.get("row", [])),
        related=tuple(_read_related(entry, known) for entry in data.get("related", [])),
        things=tuple(_read_thing(entry, known) for entry in data.get("thing", [])),
        conflicts=tuple(_read_conflict(entry, known) for entry in data.get("conflict", [])),
        traps=tuple(_read_trap(entry) for entry in data.get("trap", [])),
    )
    for report in reports:
        _check_statements(gold, report)
    return gold


def _read_report(entry: dict[str, Any], folder: Path) -> GoldReport:
    optional = "date place title dateline headings items furniture"
    _check_fields(entry, "id language event only", optional, f"report {entry.get('id')!r}")
    name: str = entry["id"]
    path = folder / f"{name}.txt"
    source = _source(path)
    dateline = entry.get("dateline")
    for piece in entry.get("furniture", []):
        _check_fields(piece, "span what", "", f"furniture of {name}")
    furniture = (
        (*_find_span(piece["span"], name, source), piece["what"]) for piece in entry.get("furniture", [])
    )
    return GoldReport(
        id=name,
        language=entry["language"],
        event=entry["event"],
        path=path,
        source=source,
        only=_find_passages(entry["only"], name, source),
        headings=_find_passages(entry.get("headings", []), name, source),
        items=_find_passages(entry.get("items", []), name, source),
        furniture=tuple(Furniture(name, start, end, what) for start, end, what in furniture),
        dateline=_find_passage(dateline, name, source) if dateline else None,
        date=entry.get("date"),
        place=entry.get("place"),
        title=entry.get("title"),
    )


def _source(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        raise GoldError(f"{path.name}: the gold names this report, but there is no such file") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path.name}: not UTF-8 at byte {error.start}") from error


def _read_row(entry: dict[str, Any], known: dict[str, GoldReport]) -> GoldRow:
    where = f"row {entry.get('id')!r}"
    _check_fields(entry, "id statements", "narrower", where)
    statements = _read_statements(entry["statements"], known, where)
    narrower = frozenset(entry.get("narrower", []))
    if not narrower < statements.keys():
        raise GoldError(f"{where}: 'narrower' must name some of the row's reports, and not all of them")
    return GoldRow(entry["id"], statements, narrower)


def _read_related(entry: dict[str, Any], known: dict[str, GoldReport]) -> Related:
    where = f"related {entry.get('note')!r}"
    _check_fields(entry, "note statements", "", where)
    return Related(entry["note"], _read_statements(entry["statements"], known, where))


def _read_statements(
    table: dict[str, list[str]], known: dict[str, GoldReport], where: str
) -> dict[str, tuple[Passage, ...]]:
    if len({report.event for report in _reports(table, known, where)}) != 1 or len(table) < 2:
        raise GoldError(f"{where}: it must join two or more reports of one event")
    return {name: _find_passages(texts, name, known[name].source) for name, texts in table.items()}


def _read_thing(entry: dict[str, Any], known: dict[str, GoldReport]) -> Thing:
    where = f"{entry.get('kind')} {entry.get('key')!r}"
    _check_fields(entry, "kind key forms", "aliases speaker", where)
    if entry["kind"] not in get_args(ThingKind):
        raise GoldError(f"{where}: unknown kind; there are {', '.join(get_args(ThingKind))}")
    forms = {
        report.id: tuple(_find_form(text, report, where) for text in entry["forms"][report.id])
        for report in _reports(entry["forms"], known, where)
    }
    return Thing(entry["kind"], entry["key"], forms, tuple(entry.get("aliases", [])), entry.get("speaker"))


def _read_conflict(entry: dict[str, Any], known: dict[str, GoldReport]) -> Conflict:
    where = f"conflict {entry.get('about')!r}"
    _check_fields(entry, "about says", "", where)
    says = {
        said: {
            report.id: _find_form(words[report.id], report, where) for report in _reports(words, known, where)
        }
        for said, words in entry["says"].items()
    }
    return Conflict(entry["about"], says)


def _read_trap(entry: dict[str, Any]) -> Trap:
    _check_fields(entry, "kind note", "", f"trap {entry.get('kind')!r}")
    return Trap(entry["kind"], entry["note"])


def _reports(table: Iterable[str], known: dict[str, GoldReport], where: str) -> Iterator[GoldReport]:
    for name in table:
        if name not in known:
            raise GoldError(f"{where}: there is no report {name!r}")
        yield known[name]


def _check_fields(entry: dict[str, Any], needed: str, optional: str, where: str) -> None:
    unknown = sorted(entry.keys() - set(needed.split()) - set(optional.split()))
    if unknown:
        raise GoldError(f"{where}: unknown field {unknown[0]!r}")
    missing = [name for name in needed.split() if name not in entry]
    if missing:
        raise GoldError(f"{where}: the field {missing[0]!r} is missing")


def _check_statements(gold: Gold, report: GoldReport) -> None:
    counts = Counter(passage.start for passage in gold.statements(report.id))
    for passage in gold.statements(report.id):
        if counts[passage.start] > 1:
            raise GoldError(
                f"{report.path.name}: {passage.text!r} must stand in one row, or in 'only', and there once"
            )
    for passage in report.headings + report.items:
        if passage.start not in counts:
            raise GoldError(f"{report.path.name}: {passage.text!r} stands in no row and not in 'only'")


def _find_form(text: str, report: GoldReport, where: str) -> str:
    """Return the wording of a thing in the report: the text itself, or all that a span takes in."""
    if ELLIPSIS in text:
        start, end = _find_span(text, report.id, report.source)
        return report.source[start:end]
    if text not in report.body:
        raise GoldError(f"{report.path.name}: {where} is said to be written {text!r}, which is not there")
    return text


def _find_span(text: str, report: str, source: str) -> tuple[int, int]:
    """Find ``opening […] closing``, the first closing after it; without ``[…]`` all is opening."""
    opening, _, closing = text.partition(ELLIPSIS)
    passage = _find_passage(opening, report, source)
    end = source.find(closing, passage.end)
    if end < 0:
        raise GoldError(f"{report}.txt: {closing!r} does not follow {opening!r}")
    return passage.start, end + len(closing)


def _find_passages(texts: Iterable[str], report: str, source: str) -> tuple[Passage, ...]:
    passages = (_find_passage(text, report, source) for text in texts)
    return tuple(sorted(passages, key=lambda passage: passage.start))


def _find_passage(text: str, report: str, source: str) -> Passage:
    times = source.count(text)
    if not text or times != 1:
        raise GoldError(f"{report}.txt: the passage {text!r} stands there {times} times, but must once")
    start = source.index(text)
    return Passage(report, text, start, start + len(text))
