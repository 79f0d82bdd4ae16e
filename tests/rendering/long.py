"""A long comparison, and the plain table that the page is measured against."""

from __future__ import annotations

import html
import random
from itertools import chain
from pathlib import Path

from align.comparison.result import Comparison, Row
from align.finding import Finding
from align.link import Link
from align.mark import Mark
from align.reading import read
from align.report import Report, Statement

CORPUS = Path(__file__).parents[2] / "corpora" / "bishkek"
FILES = ("steppendienst.de", "chinara.ru", "bulletin.en")


def statements_of(name: str) -> list[list[str]]:
    """Return the words of the statements of a report of the corpus."""
    return [statement.text.split() for statement in read(CORPUS / f"{name}.txt").statements]


def long_report(name: str, statements: int, chance: random.Random) -> Report:
    """Return a report of made-up statements, as long as those of the corpus, with made-up translations."""
    originals, translations = statements_of(name), statements_of("bulletin.en")
    words, english = (list(chain.from_iterable(of)) for of in (originals, translations))
    language = name.rsplit(".", 1)[1]
    made, offset = [], 0
    for number in range(statements):
        length = len(chance.choice(originals))
        text = " ".join(chance.choices(words, k=length))
        translation = None if language == "en" else " ".join(chance.choices(english, k=length))
        made.append(Statement(number, "sentence", offset, offset + len(text), text, number, translation))
        offset += len(text) + 1
    return Report(name, language, "\n".join(s.text for s in made), tuple(made), path=f"{name}.txt")


def long_comparison(statements: int = 3000) -> Comparison:
    """Return three reports of which three statements in four are in all; every tenth has a finding, every
    fifth marked words.
    """
    chance = random.Random(6)
    reports = tuple(long_report(name, statements, chance) for name in FILES)
    rows: list[Row] = []
    links, findings, marks = [], [], []
    for n in range(statements):
        groups = [FILES] if n % 4 else [(name,) for name in FILES]
        rows += [Row(len(rows) + i, dict.fromkeys(group, (n,))) for i, group in enumerate(groups)]
        if n % 4:
            for a, b in ((0, 1), (0, 2), (1, 2)):
                links.append(Link((n,), (n,), 0.9, source_report=FILES[a], target_report=FILES[b]))
    for report in reports:
        others = tuple(name for name in FILES if name != report.id)
        for s in report.statements:
            if s.id % 20 == 0:
                found = Finding(
                    "", "statement", report.id, s.id, s.start, s.end, s.text, s.translation, others, 0.8
                )
                findings.append(found)
            elif s.id % 20 == 10:
                word = s.text.split()[0]
                start = s.start + s.text.index(word)
                end = start + len(word)
                findings.append(Finding("", "person", report.id, s.id, start, end, word, word, others, 0.9))
            elif s.id % 5 == 1:
                marks.append(Mark(report.id, s.id, others[0], "original", s.start, s.start + 9))
    numbered = tuple(
        Finding(f"f{n}", *(getattr(f, name) for name in list(Finding.__slots__)[1:]))
        for n, f in enumerate(findings)
    )
    events = dict.fromkeys(FILES, 1)
    return Comparison("x", reports, events, tuple(links), numbered, tuple(rows), tuple(marks))


def plain_table(comparison: Comparison) -> str:
    """Return the same texts as a table without anything."""
    lines = ['<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>plain</title><body><table>']
    for row in comparison.coverage:
        cells = []
        for report in comparison.reports:
            said = [report.statements[number] for number in row.statements.get(report.id, ())]
            texts = [f"<p>{html.escape(s.text)}</p><p>{html.escape(s.translation or '')}</p>" for s in said]
            cells.append(f"<td>{''.join(texts)}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return "\n".join([*lines, "</table></body></html>"])


def text_bytes(comparison: Comparison) -> int:
    """Return the bytes of all originals and translations in UTF-8."""
    statements = [s for report in comparison.reports for s in report.statements]
    return sum(len(s.text.encode()) + len((s.translation or "").encode()) for s in statements)


# Interactive: loaded, drawn, and the script answers.
INTERACTIVE = (
    """() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"""
)
SCROLL = """async () => {
    const frame = () => new Promise(done => requestAnimationFrame(done));
    const times = [];
    for (let n = 1; n <= 40; n += 1) {
        const began = performance.now();
        scrollTo(0, document.documentElement.scrollHeight * n / 40);
        await frame();
        await frame();
        times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    return [times[20], times[39]];
}"""


def interactive(page, address: str) -> float:
    """Open a page and return the seconds until it answers."""
    page.set_default_timeout(120_000)  # a busy machine is no reason to give up
    page.goto(address)
    return page.evaluate(INTERACTIVE) / 1000
