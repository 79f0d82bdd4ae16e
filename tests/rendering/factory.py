"""Small comparisons built by hand: three reports of one meeting, and one of a meeting two years before."""

from __future__ import annotations

import datetime
from dataclasses import replace

from align.comparison.result import Comparison, Row
from align.finding import Finding, Passage
from align.link import Link
from align.mark import Mark
from align.report import Report, SetAside, Statement

GERMAN = [
    ("heading", "Nachtzug nach Tallinn kommt zurück", "The night train to Tallinn returns"),
    (
        "sentence",
        "Verkehrsministerin Anna Keller traf am 3. März 2026 in Riga ihren Kollegen Pavel Orlow.",
        "Transport minister Anna Keller met her colleague Pavel Orlov in Riga on 3 March 2026.",
    ),
    (
        "sentence",
        "Beide vereinbarten, den Nachtzug ab Dezember wieder fahren zu lassen.",
        "Both agreed to let the night train run again from December.",
    ),
    (
        "sentence",
        "Für neue Wagen sind 48 Millionen Euro vorgesehen.",
        "48 million euros are set aside for new carriages.",
    ),
    (
        "sentence",
        "„Wer abends einsteigt, frühstückt am Meer“, sagte Keller.",
        "“Whoever boards in the evening has breakfast by the sea,” said Keller.",
    ),
    ("item", "Fahrräder werden kostenlos mitgenommen", "Bicycles travel free of charge"),
    ("item", "Der Speisewagen bleibt die ganze Nacht offen", "The dining car stays open all night"),
]

RUSSIAN = [
    ("heading", "Ночной поезд возвращается на линию", "The night train returns to the line"),
    (
        "sentence",
        "Третьего марта в Риге встретились министры транспорта Анна Келлер и Павел Орлов.",
        "On 3 March the ministers of transport Anna Keller and Pavel Orlov met in Riga.",
    ),
    (
        "sentence",
        "Для велосипедов отдельная плата не предусмотрена.",
        "No separate fee is charged for bicycles.",
    ),
    (
        "sentence",
        "Поезд снова пойдёт в декабре.",
        "The train will run again in December.",
    ),
    (
        "sentence",
        "Договорённость касается и ночных рейсов.",
        "The arrangement also concerns the night runs.",
    ),
    (
        "sentence",
        "Эксперт МСЖД Ольга Бельская считает: «Без новых вагонов линия не выдержит и трёх зим».",
        "UIC expert Olga Belskaya thinks: “Without new carriages the line will not last three winters.”",
    ),
    ("sentence", "Билеты поступят в продажу в октябре.", "Tickets go on sale in October."),
]

ENGLISH = [
    ("sentence", "The overnight train between Berlin and Tallinn will be back in December.", None),
    ("sentence", "Ministers Keller and Orlov settled it in Riga on Tuesday.", None),
    ("sentence", "The carriages will cost 52 million euros.", None),
    ("sentence", "Residents of Valga asked for a stop of their own.", None),
]

EARLIER = [
    ("sentence", "In May 2024 the deputy minister Ilse Brandt visited the works in Daugavpils.", None),
    ("sentence", "She was shown a carriage built in 1987.", None),
]


def report(
    name: str,
    language: str,
    statements: list[tuple[str, str, str | None]],
    *,
    before: str = "",
    after: str = "",
    **more,
) -> Report:
    """Return a report whose file has each statement on a line of its own, broken in the middle."""
    source = before
    found = []
    for number, (kind, text, translation) in enumerate(statements):
        source += "\n  "
        written = text.replace(" ", "  \n ", 1)
        found.append(
            Statement(number, kind, len(source), len(source) + len(written), text, number, translation)
        )
        source += written
    aside = []
    if before:
        aside.append(SetAside(0, len(before), before, "furniture"))
    if after:
        aside.append(SetAside(len(source) + 1, len(source) + 1 + len(after), after, "poll"))
        source += "\n" + after
    return Report(name, language, source, tuple(found), set_aside=tuple(aside), **more)


def finding(
    name: str,
    kind: str,
    of: Report,
    number: int,
    passage: str | None = None,
    translation: str | None = None,
    *,
    missing: tuple[str, ...] = (),
    confidence: float = 0.9,
    speaker: str | None = None,
) -> Finding:
    """Return a finding of that passage, or of the whole statement, with its offsets into the file."""
    statement = of.statements[number]
    start, end = statement.start, statement.end
    if passage is None:
        passage, translation = statement.text, statement.translation
    else:
        start = of.source.index(passage, statement.start)
        end = start + len(passage)
    return Finding(
        name, kind, of.id, number, start, end, passage, translation, missing, confidence, speaker=speaker
    )


def nord() -> Report:
    return report(
        "nord.de",
        "de",
        GERMAN,
        path="reports/nord.de.txt",
        title="Nachtzug nach Tallinn kommt zurück",
        date=datetime.date(2026, 3, 3),
        place="Riga",
    )


def vostok() -> Report:
    return report(
        "vostok.ru",
        "ru",
        RUSSIAN,
        before="Новости  Погода  Архив",
        after="Как вы ездите летом?\n31% поездом",
        path="reports/vostok.ru.txt",
        title="Ночной поезд возвращается на линию",
        date=datetime.date(2026, 3, 4),
    )


def daily() -> Report:
    return report("daily.en", "en", ENGLISH, path="reports/daily.en.txt", date=datetime.date(2026, 3, 3))


def archive() -> Report:
    return report("archive.en", "en", EARLIER, date=datetime.date(2024, 5, 14), title="A visit to the works")


def link(
    left: str, source: tuple[int, ...], right: str, target: tuple[int, ...], confidence: float, **more
) -> Link:
    return Link(source, target, confidence, source_report=left, target_report=right, **more)


def comparison(order: tuple[str, ...] = ("nord.de", "vostok.ru", "daily.en", "archive.en")) -> Comparison:
    """Return the comparison of the four reports, given in that order."""
    by_name = {of.id: of for of in (nord(), vostok(), daily(), archive())}
    german, russian, english = by_name["nord.de"], by_name["vostok.ru"], by_name["daily.en"]
    return Comparison(
        signature="mt:none|emb:none|split:hand|order:free|version:0",
        reports=tuple(by_name[name] for name in order),
        events={"nord.de": 1, "vostok.ru": 1, "daily.en": 1, "archive.en": 2},
        links=(
            link("nord.de", (0,), "vostok.ru", (0,), 0.81),
            link("nord.de", (1,), "vostok.ru", (1,), 0.97),
            link("nord.de", (2,), "vostok.ru", (3, 4), 0.88),
            link("vostok.ru", (2,), "nord.de", (5,), 0.55, moved=True),
            link("nord.de", (2,), "daily.en", (0,), 0.91, moved=True),
            link("nord.de", (3,), "daily.en", (2,), 0.74, relation="conflicting"),
            link("vostok.ru", (1,), "daily.en", (1,), 0.79, relation="broader"),
        ),
        findings=(
            finding("f1", "statement", german, 4, missing=("vostok.ru", "daily.en"), confidence=0.86),
            finding(
                "f2",
                "quotation",
                german,
                4,
                "„Wer  \n abends einsteigt, frühstückt am Meer“",
                "“Whoever boards in the evening has breakfast by the sea,”",
                missing=("vostok.ru", "daily.en"),
                confidence=0.93,
                speaker="Anna Keller",
            ),
            finding("f3", "statement", german, 6, missing=("vostok.ru", "daily.en"), confidence=0.71),
            finding(
                "f4", "number", german, 3, "48 Millionen Euro", "48 million euros", missing=("vostok.ru",)
            ),
            finding("f5", "statement", russian, 5, missing=("nord.de", "daily.en"), confidence=0.9),
            finding(
                "f6",
                "quotation",
                russian,
                5,
                "«Без новых вагонов линия не выдержит и трёх зим»",
                "“Without new carriages the line will not last three winters.”",
                missing=("nord.de", "daily.en"),
                confidence=0.95,
                speaker="Olga Belskaya",
            ),
            finding(
                "f7",
                "organisation",
                russian,
                5,
                "МСЖД",
                "UIC",
                missing=("nord.de", "daily.en"),
                confidence=0.92,
            ),
            finding(
                "f8", "person", russian, 5, "Ольга Бельская", "Olga Belskaya", missing=("nord.de", "daily.en")
            ),
            finding(
                "f9",
                "date",
                russian,
                6,
                "октябре",
                "October",
                missing=("nord.de", "daily.en"),
                confidence=0.48,
            ),
            finding(
                "f10", "place", english, 3, "Valga", None, missing=("nord.de", "vostok.ru"), confidence=0.83
            ),
            finding(
                "f11", "translation-gap", russian, 4, "Договорённость", "The arrangement", confidence=0.66
            ),
            finding("f12", "negation", russian, 5, "не выдержит", "will not last", missing=("nord.de",)),
        ),
        coverage=(
            Row(1, {"nord.de": (0,), "vostok.ru": (0,)}),
            Row(2, {"nord.de": (1,), "vostok.ru": (1,), "daily.en": (1,)}),
            Row(3, {"nord.de": (2,), "vostok.ru": (3, 4), "daily.en": (0,)}),
            Row(4, {"nord.de": (3,), "daily.en": (2,)}),
            Row(5, {"nord.de": (4,)}),
            Row(6, {"nord.de": (5,), "vostok.ru": (2,)}),
            Row(7, {"nord.de": (6,)}),
            Row(8, {"vostok.ru": (5,)}),
            Row(9, {"vostok.ru": (6,)}),
            Row(10, {"daily.en": (3,)}),
            Row(11, {"archive.en": (0,)}),
            Row(12, {"archive.en": (1,)}),
        ),
    )


def passage(of: Report, number: int, text: str, translation: str | None = None) -> Passage:
    """Return words of a statement with their offsets into the file."""
    start = of.source.index(text, of.statements[number].start)
    return Passage(of.id, number, start, start + len(text), text, translation)


def mark(of: Report, number: int, against: str, words: str) -> Mark:
    """Return a mark on words of the original."""
    start = of.source.index(words, of.statements[number].start)
    return Mark(of.id, number, against, "original", start, start + len(words))


def mark_in_english(of: Report, number: int, against: str, words: str) -> Mark:
    """Return a mark on words of the translation."""
    start = (of.statements[number].translation or "").index(words)
    return Mark(of.id, number, against, "translation", start, start + len(words))


def rich(order: tuple[str, ...] = ("nord.de", "vostok.ru", "daily.en", "archive.en")) -> Comparison:
    """Return the comparison with a conflict, its evidence, word marks and all relations."""
    plain = comparison(order)
    german, russian, english = (plain.report(name) for name in ("nord.de", "vostok.ru", "daily.en"))
    conflict = finding("f13", "number", german, 3, "48 Millionen Euro", "48 million euros", confidence=0.88)
    looked_for = replace(
        plain.findings[3], counterparts=(passage(russian, 5, "Без новых вагонов", "Without new carriages"),)
    )
    links = (
        replace(plain.links[0], relation="narrower"),
        *plain.links[1:],
        link("nord.de", (1,), "daily.en", (1,), 0.9, relation="broader"),
    )
    return replace(
        plain,
        links=links,
        findings=(
            *plain.findings[:3],
            looked_for,
            *plain.findings[4:],
            replace(
                conflict,
                conflicts_with=("daily.en",),
                counterparts=(passage(english, 2, "52 million euros"),),
            ),
        ),
        marks=(
            mark(german, 2, "vostok.ru", "Beide  \n vereinbarten"),
            mark_in_english(german, 2, "vostok.ru", "Both agreed"),
            mark(russian, 4, "nord.de", "касается"),
            mark_in_english(russian, 4, "nord.de", "concerns"),
            mark(english, 0, "nord.de", "Berlin"),
            mark(german, 2, "daily.en", "vereinbarten"),
        ),
    )
