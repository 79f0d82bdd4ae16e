"""Learn to link the reports of one event from the development half of corpora/, folder by folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt

from align.alignment.event import look
from align.alignment.kin import (
    AGAIN,
    ALONE,
    AROUND,
    THIRD,
    UNSAID,
    UNSAID_THIRD,
    Judged,
    Line,
    Pair,
    Seen,
    Weights,
    around,
    unsaid,
)
from align.alignment.nearest import Floats
from align.alignment.signs import stacked
from align.api import default_embedder
from align.embedding import load_embedder
from align.reading import read
from align.report import Report
from align.scoring.gold import Gold, Passage, load_gold, statement_ids
from scripts.logistic import fit

RIDGE = 3.0

Labels = npt.NDArray[np.int8]  # 1 same, 0 not, -1 neither right nor wrong
Odds = Mapping[Pair, Floats]


@dataclass(frozen=True)
class Lesson:
    """An event, or two reports of it, as it is seen, and what the gold says of it."""

    seen: Seen
    same: Mapping[Pair, Labels]
    unsaid: Mapping[tuple[str, str], Labels]  # of each statement of the first report, in the second


@dataclass(frozen=True)
class Course:
    """All lessons of one folder: its events, and every two reports of them by themselves."""

    name: str
    events: tuple[Lesson, ...]
    twos: tuple[Lesson, ...]


@cache
def course(folder: Path) -> Course:
    """Read a folder."""
    gold = load_gold(folder)
    events = [[read(folder / f"{name}.txt") for name in names] for names in gold.events.values()]
    events = [reports for reports in events if len(reports) > 1]
    twos = [pair for reports in events for pair in combinations(reports, 2)]
    return Course(
        folder.name,
        tuple(_lesson(gold, reports) for reports in events if len(reports) > 2),
        tuple(_lesson(gold, reports) for reports in twos),
    )


def _lesson(gold: Gold, reports: Sequence[Report]) -> Lesson:
    seen = look(reports, words=default_embedder(), meaning=load_embedder("semantic"))
    sides = [side for pair in seen.pairs for side in (pair, pair[::-1])]
    return Lesson(
        seen,
        {pair: _same(gold, seen, pair) for pair in seen.pairs},
        {side: _unsaid(gold, seen, *side) for side in sides},
    )


def _same(gold: Gold, seen: Seen, pair: Pair) -> Labels:
    left, right = (seen.bodies[name] for name in pair)
    labels = np.zeros((len(left.statements), len(right.statements)), dtype=np.int8)
    related = [group.statements for group in gold.related if {*pair} <= group.statements.keys()]
    linked = [(link.source, link.target) for link in gold.links(*pair)]
    for value, groups in ((-1, [(group[pair[0]], group[pair[1]]) for group in related]), (1, linked)):
        for source, target in groups:
            labels[np.ix_(_places(seen, pair[0], source), _places(seen, pair[1], target))] = value
    return labels


def _unsaid(gold: Gold, seen: Seen, report: str, other: str) -> Labels:
    labels = np.full(len(seen.bodies[report].statements), -1, dtype=np.int8)
    labels[_places(seen, report, gold.statements(report))] = 1
    for value, groups in (
        (-1, [group.statements for group in gold.related]),
        (0, [row.statements for row in gold.rows]),
    ):
        for statements in groups:
            if {report, other} <= statements.keys():
                labels[_places(seen, report, statements[report])] = value
    return labels


def _places(seen: Seen, report: str, passages: Sequence[Passage]) -> list[int]:
    body = seen.bodies[report]
    ids = statement_ids(passages, body.report)
    return [place for place, statement in enumerate(body.statements) if statement.id in ids]


def learn(courses: Sequence[Course]) -> Weights:
    """Return the weights of all steps.

    Each step learns from what the steps before it say of folders that they have not seen.
    """
    alone = _fitted(ALONE, [rows for lesson in _events(courses) for rows in _alone(lesson)])
    unseen = {
        folder.name: _fitted(
            ALONE, [rows for lesson in _events(courses, but=folder) for rows in _alone(lesson)]
        )
        for folder in courses
    }
    weights: dict[str, Line] = {"alone": alone}
    for two, ending in ((False, ""), (True, ", two")):
        lessons = {c.name: c.twos if two else c.events for c in courses}
        first = {name: [_odds(lesson, unseen[name]) for lesson in found] for name, found in lessons.items()}
        around_names = AROUND + AGAIN + (() if two else THIRD)
        rows = {
            name: [
                (stacked(around(pair, lesson.seen, odds), around_names), lesson.same[pair])
                for lesson, odds in zip(lessons[name], first[name], strict=True)
                for pair in lesson.seen.pairs
            ]
            for name in lessons
        }
        weights[f"together{ending}"] = _fitted(around_names, [r for found in rows.values() for r in found])
        unsaid_names = UNSAID + (() if two else UNSAID_THIRD)
        sides = []
        for name in lessons:
            line = _fitted(around_names, [r for other in rows if other != name for r in rows[other]])
            for lesson, odds in zip(lessons[name], first[name], strict=True):
                together = {p: line.odds(around(p, lesson.seen, odds)) for p in lesson.seen.pairs}
                sides += unsaid_rows(lesson, Judged(odds, together), unsaid_names)
        weights[f"unsaid{ending}"] = _fitted(unsaid_names, sides)
    return weights  # type: ignore[return-value]  # the keys are those of Step


def _events(courses: Sequence[Course], but: Course | None = None) -> Iterator[Lesson]:
    for folder in courses:
        if folder is not but:
            yield from folder.events or folder.twos


def _alone(lesson: Lesson) -> Iterator[tuple[Floats, Labels]]:
    for pair, found in lesson.seen.pairs.items():
        yield stacked(found, ALONE), lesson.same[pair]


def _odds(lesson: Lesson, line: Line) -> Odds:
    return {pair: line.odds(found) for pair, found in lesson.seen.pairs.items()}


def unsaid_rows(lesson: Lesson, found: Judged, names: Sequence[str]) -> list[tuple[Floats, Labels]]:
    """Return what the last step sees of each statement, and whether it is not said."""
    rows = []
    for pair in lesson.seen.pairs:
        for side, signs in zip((pair, pair[::-1]), unsaid(pair, lesson.seen, found), strict=True):
            rows.append((stacked(signs, names)[:, 0], lesson.unsaid[side]))
    return rows


def _fitted(names: Sequence[str], rows: Sequence[tuple[Floats, Labels]]) -> Line:
    """Fit a logistic regression to signs and labels; those below 0 are left out."""
    x = np.concatenate([signs[labels >= 0] for signs, labels in rows]).astype(np.float64)
    y = np.concatenate([labels[labels >= 0] for _, labels in rows]).astype(np.float64)
    intercept, *weights = fit(np.column_stack((x, y)), ridge=RIDGE).tolist()
    return Line(round(intercept, 4), {name: round(w, 4) for name, w in zip(names, weights, strict=True)})
