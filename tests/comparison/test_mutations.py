"""What is taken out of a report, put in or changed shows up, at its place, and nothing else does."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from align.comparison.compare import compare_reports
from align.comparison.result import Comparison
from align.comparison.things import Thing, things
from align.evidence import Name, Number, names, numbers
from align.finding import Finding
from align.link import Link
from align.reading import read
from align.report import Report, Statement

CORPORA = Path(__file__).parents[2] / "corpora"
FILES = sorted(path for path in CORPORA.glob("*/*.txt") if not path.parent.name.startswith("test"))
MUTATIONS = 200
NOBODY = {"en": "somebody", "de": "jemand", "ru": "кто-то"}
NOWHERE = {"en": "there", "de": "dort", "ru": "там"}
SOME = {"en": "many", "de": "viele", "ru": "много"}
INSERTED = {
    "en": (
        ("person", " Minister Torvald Kesselring was there.", "Torvald Kesselring"),
        ("number", " It took 8,351 tonnes of it.", "8,351 tonnes"),
        ("place", " It happened in Ulaanbaatar, too.", "Ulaanbaatar"),
        ("organisation", " UNICEF was there.", "UNICEF"),
    ),
    "de": (
        ("person", " Auch Minister Torvald Kesselring war da.", "Torvald Kesselring"),
        ("number", " Es waren 8.351 Tonnen davon.", "8.351 Tonnen"),
        ("place", " Das geschah auch in Addis Abeba.", "Addis Abeba"),
        ("organisation", " Auch UNICEF war da.", "UNICEF"),
    ),
    "ru": (
        ("person", " Там был и министр Торвальд Кессельринг.", "Торвальд Кессельринг"),
        ("number", " Это была 8351 тонна.", "8351 тонна"),
        ("place", " Так было и в Аддис-Абебе.", "Аддис-Абебе"),
        ("organisation", " Там была и ЮНИСЕФ.", "ЮНИСЕФ"),
    ),
}  # fmt: skip
QUOTED = {
    "en": ' "We shall paint every lamp green before the guests come," the mayor said.',
    "de": " „Wir streichen vor der Feier jede Laterne grün und gelb“, sagte der Bürgermeister.",
    "ru": " «Мы до праздника покрасим каждый фонарь в зелёный цвет», – сказал мэр.",
}


@dataclass(frozen=True, slots=True)
class Mutation:
    """A report, what became of it, and which (report, kind, text) must be all that is found."""

    before: Report
    after: Report
    expected: frozenset[tuple[str, str, str]]
    what: str


@cache
def reports() -> tuple[Report, ...]:
    return tuple(read(path) for path in FILES)


def rewritten(report: Report, number: int, text: str) -> Report:
    """Return a copy of a report in which one statement has another text."""
    statements: list[Statement] = []
    source, shift, title = report.source, 0, report.title
    for statement in report.statements:
        start, end = statement.start + shift, statement.end + shift
        if statement.id == number:
            source = source[:start] + text + source[end:]
            shift += len(text) - (end - start)
            if title is not None and title == statement.text:
                title = " ".join(text.split())
            statement = replace(statement, text=" ".join(text.split()))
            end = start + len(text)
        statements.append(replace(statement, start=start, end=end))
    return replace(report, id="after", title=title, source=source, statements=tuple(statements))


def compared(before: Report, after: Report) -> Comparison:
    before = replace(before, id="before")
    links = [
        Link((s.id,), (s.id,), 1.0, source_report="before", target_report="after") for s in before.statements
    ]
    return compare_reports([before, after], links, events={"before": 1, "after": 1}, signature="test")


def language(report: Report) -> str:
    return report.language.split("-")[0]


def said_once(report: Report) -> list[Thing]:
    """Return the things that only one statement of a report says, and that stand in it as they are."""
    days = (report.date,) if report.date else ()
    kinds = ("person", "place", "number")
    found = [thing for thing in things(report, days) if thing.kind in kinds and len(thing.statements) == 1]
    return [thing for thing in found if lonely(report, thing)]


def lonely(report: Report, thing: Thing) -> bool:
    """Tell whether nothing else in the file begins like a word of a name, or has the figure.

    A country is named by its adjective and its acronym, too, and the place of a dateline is the report's.
    """
    if isinstance(thing.probe, Name) and (thing.text == report.place or named_again(report, thing.probe)):
        return False
    parts = thing.text.split() if thing.kind != "number" else [thing.text.split()[0]]
    in_place = report.source[thing.start : thing.end] == thing.text
    stems = [part[: min(4, max(3, len(part) - 2))].casefold() for part in parts]
    once = all(report.source.casefold().count(stem) == 1 for stem in stems)
    return in_place and once and (thing.kind != "number" or only_figure(report, thing))


def named_again(report: Report, name: Name) -> bool:
    every = (other for s in report.statements for other in names(s.text, language=language(report)))
    return sum(name.key in other.keys for other in every) > 1


def only_figure(report: Report, thing: Thing) -> bool:
    """Tell whether a figure in digits has a value that no other of the report has, in digits or words.

    A half of a score such as 61:58 is no figure without the other.
    """
    if not isinstance(thing.probe, Number) or not thing.text[0].isdigit():
        return False
    if ":" in report.source[thing.start - 1 : thing.end + 1]:
        return False
    every = [n for s in report.statements for n in numbers(s.text, language=language(report))]
    return sum(n.value == thing.probe.value for n in every) == 1


def taken_out(report: Report, thing: Thing) -> str:
    filler = {"person": NOBODY, "place": NOWHERE, "number": SOME}[thing.kind][language(report)]
    statement = report.statements[thing.statements[0]]
    start, end = thing.start - statement.start, thing.end - statement.start
    raw = report.source[statement.start : statement.end]
    return raw[:start] + filler + raw[end:]


def deletion(report: Report, rng: random.Random) -> Mutation | None:
    thing = rng.choice(said_once(report) or [None])
    if thing is None:
        return None
    after = rewritten(report, thing.statements[0], taken_out(report, thing))
    return Mutation(report, after, frozenset({("before", thing.kind, thing.text)}), f"without {thing.text}")


def insertion(report: Report, rng: random.Random) -> Mutation | None:
    statement = rng.choice([s for s in report.statements if s.kind == "sentence"])
    raw = report.source[statement.start : statement.end]
    kind, added, text = rng.choice(INSERTED[language(report)])
    after = rewritten(report, statement.id, raw + added)
    return Mutation(report, after, frozenset({("after", kind, text)}), f"with {text}")


def quotation(report: Report, rng: random.Random) -> Mutation | None:
    plain = [s for s in report.statements if s.kind == "sentence" and not quotes_near(report, s)]
    if not plain:
        return None
    statement = rng.choice(plain)
    raw = report.source[statement.start : statement.end]
    added = QUOTED[language(report)]
    after = rewritten(report, statement.id, raw + added)
    text = added.strip(' "„«').split(',"')[0].split("“")[0].split("»")[0]
    return Mutation(report, after, frozenset({("after", "quotation", text)}), "with a quotation")


def quotes_near(report: Report, statement: Statement) -> bool:
    near = report.statements[max(0, statement.id - 3) : statement.id + 4]
    return any(sign in other.text for other in near for sign in '"“”„«»')


def change(report: Report, rng: random.Random) -> Mutation | None:
    figures = [thing for thing in said_once(report) if thing.kind == "number" and thing.text.isdigit()]
    thing = rng.choice(figures or [None])
    if thing is None:
        return None
    other = str(int(thing.text) * 7 + 5013)  # no year
    statement = report.statements[thing.statements[0]]
    raw = report.source[statement.start : statement.end]
    start, end = thing.start - statement.start, thing.end - statement.start
    after = rewritten(report, statement.id, raw[:start] + other + raw[end:])
    expected = frozenset({("before", "number", thing.text), ("after", "number", other)})
    return Mutation(report, after, expected, f"{other} for {thing.text}")


def mutations() -> Iterator[Mutation]:
    rng = random.Random(5)
    makers = (deletion, deletion, insertion, insertion, quotation, change)
    for _ in range(MUTATIONS):
        made = None
        while made is None:
            made = rng.choice(makers)(rng.choice(reports()), rng)
        yield made


def seen(finding: Finding) -> tuple[str, str, str]:
    return (finding.report, finding.kind, finding.text)


def test_exactly_what_was_changed_shows_up() -> None:
    wrong = []
    for mutation in mutations():
        comparison = compared(mutation.before, mutation.after)
        found = [finding for finding in comparison.findings if finding.kind != "translation-gap"]
        for finding in found:
            source = comparison.report(finding.report).source
            assert " ".join(source[finding.start : finding.end].split()) == finding.text
        if {seen(finding) for finding in found} != mutation.expected:
            wrong.append((mutation.before.id, mutation.what, [seen(finding) for finding in found]))
    assert wrong == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_untouched_copy_shows_nothing(path: Path) -> None:
    report = read(path)
    comparison = compared(report, replace(report, id="after"))
    assert comparison.findings == ()
    assert comparison.marks == ()
    assert {link.relation for link in comparison.links} <= {"same"}
