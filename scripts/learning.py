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
# In so many parts the folders are divided where a step learns from what another says of unseen ones.
PARTS = 5

Labels = npt.NDArray[np.int8]  # 1 same, 0 not, -1 neither right nor wrong
Odds = Mapping[Pair, Floats]
Rows = tuple[Floats, Labels]


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
    alone = [(c.name, row) for c in courses for lesson in c.events or c.twos for row in _alone(lesson)]
    weights = {"alone": _fitted(ALONE, [row for _, row in alone])}
    unseen = _unseen(ALONE, alone)
    for two, ending in ((False, ""), (True, ", two")):
        lessons = [(c.name, lesson) for c in courses for lesson in (c.twos if two else c.events)]
        first = [_odds(lesson, unseen[name]) for name, lesson in lessons]
        odds, names = first, AROUND + AGAIN + (() if two else THIRD)
        for step in ("together", "again"):
            rows = [
                (name, (stacked(around(pair, lesson.seen, before), names), lesson.same[pair]))
                for (name, lesson), before in zip(lessons, odds, strict=True)
                for pair in lesson.seen.pairs
            ]
            weights[f"{step}{ending}"] = _fitted(names, [row for _, row in rows])
            lines = _unseen(names, rows)
            odds = [
                {pair: lines[name].odds(around(pair, lesson.seen, before)) for pair in lesson.seen.pairs}
                for (name, lesson), before in zip(lessons, odds, strict=True)
            ]
        unsaid_names = UNSAID + (() if two else UNSAID_THIRD)
        sides = [
            row
            for (_, lesson), one, every in zip(lessons, first, odds, strict=True)
            for row in unsaid_rows(lesson, Judged(one, every), unsaid_names)
        ]
        weights[f"unsaid{ending}"] = _fitted(unsaid_names, sides)
    return weights  # type: ignore[return-value]  # the keys are those of Step


def _unseen(names: Sequence[str], rows: Sequence[tuple[str, Rows]]) -> dict[str, Line]:
    """Return for each folder a line that was fitted to others; folders come in ``PARTS`` parts."""
    folders = sorted({folder for folder, _ in rows})
    lines: dict[str, Line] = {}
    for part in range(min(PARTS, len(folders))):
        own = folders[part::PARTS]
        line = _fitted(names, [row for folder, row in rows if folder not in own])
        lines |= dict.fromkeys(own, line)
    return lines


def _alone(lesson: Lesson) -> Iterator[Rows]:
    for pair, found in lesson.seen.pairs.items():
        yield stacked(found, ALONE), lesson.same[pair]


def _odds(lesson: Lesson, line: Line) -> Odds:
    return {pair: line.odds(found) for pair, found in lesson.seen.pairs.items()}


def unsaid_rows(lesson: Lesson, found: Judged, names: Sequence[str]) -> list[Rows]:
    """Return what the last step sees of each statement, and whether it is not said."""
    rows = []
    for pair in lesson.seen.pairs:
        for side, signs in zip((pair, pair[::-1]), unsaid(pair, lesson.seen, found), strict=True):
            rows.append((stacked(signs, names)[:, 0], lesson.unsaid[side]))
    return rows


def _fitted(names: Sequence[str], rows: Sequence[Rows]) -> Line:
    """Fit a logistic regression to signs and labels; those below 0 are left out."""
    x = np.concatenate([signs[labels >= 0] for signs, labels in rows]).astype(np.float64)
    y = np.concatenate([labels[labels >= 0] for _, labels in rows]).astype(np.float64)
    intercept, *weights = fit(np.column_stack((x, y)), ridge=RIDGE).tolist()
    return Line(round(intercept, 4), {name: round(w, 4) for name, w in zip(names, weights, strict=True)})
