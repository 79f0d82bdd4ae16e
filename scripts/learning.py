"""Learn to link the reports of one event from the development half of corpora/, folder by folder."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
from align.scoring.gold import Gold, Passage, load_gold
from scripts.logistic import fit

RIDGE = 3.0
# In so many parts the folders are divided where a step learns from what another says of unseen ones.
PARTS = 5
# Share of the statements that a reprint drops.
DROPPED = 0.25

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
    """All lessons of one folder: its events, and every two reports of them by themselves.

    In ``reprints`` one report of each event, and in ``reprints_of_two`` every report, stands beside a copy of
    it from which statements were dropped: outlets print what others wrote, and cut it.
    """

    name: str
    events: tuple[Lesson, ...]
    twos: tuple[Lesson, ...]
    reprints: tuple[Lesson, ...]
    reprints_of_two: tuple[Lesson, ...]

    def lessons(self, *, two: bool) -> tuple[Lesson, ...]:
        """Return the lessons of two reports, or of more."""
        return self.twos + self.reprints_of_two if two else self.events + self.reprints


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
        tuple(
            _lesson(gold, reports, reprinted=random.Random(folder.name).choice(reports)) for reports in events
        ),
        tuple(_lesson(gold, [report], reprinted=report) for reports in events for report in reports),
    )


def _lesson(gold: Gold, reports: Sequence[Report], *, reprinted: Report | None = None) -> Lesson:
    origin = {report.id: report.id for report in reports}
    if reprinted is not None:
        reports = [*reports, reprint := _reprint(reprinted)]
        origin[reprint.id] = reprinted.id
    seen = look(reports, words=default_embedder(), meaning=load_embedder("semantic"))
    sides = [side for pair in seen.pairs for side in (pair, pair[::-1])]
    return Lesson(
        seen,
        {pair: _same(gold, seen, pair, origin) for pair in seen.pairs},
        {side: _unsaid(gold, seen, side, origin) for side in sides},
    )


def _reprint(report: Report) -> Report:
    """Return a report without some of its statements; where they stand in the file stays as it is."""
    rng = random.Random(report.id)
    kept = [statement for statement in report.statements if rng.random() >= DROPPED]
    numbered = (replace(statement, id=number) for number, statement in enumerate(kept))
    return replace(report, id=f"{report.id} reprinted", statements=tuple(numbered))


def _same(gold: Gold, seen: Seen, pair: Pair, origin: Mapping[str, str]) -> Labels:
    left, right = (seen.bodies[name] for name in pair)
    names = origin[pair[0]], origin[pair[1]]
    labels = np.zeros((len(left.statements), len(right.statements)), dtype=np.int8)
    if names[0] == names[1]:
        together = [row.statements[names[0]] for row in gold.rows if names[0] in row.statements]
        neither, linked = [(passages, passages) for passages in together], []
    else:
        related = [group.statements for group in gold.related if {*names} <= group.statements.keys()]
        neither = [(group[names[0]], group[names[1]]) for group in related]
        linked = [(link.source, link.target) for link in gold.links(*names)]
    for value, groups in ((-1, neither), (1, linked)):
        for source, target in groups:
            labels[np.ix_(_places(seen, pair[0], source), _places(seen, pair[1], target))] = value
    if names[0] == names[1]:
        starts = ([statement.start for statement in body.statements] for body in (left, right))
        labels[np.equal.outer(*starts)] = 1
    return labels


def _unsaid(gold: Gold, seen: Seen, side: tuple[str, str], origin: Mapping[str, str]) -> Labels:
    (report, other), (own, others) = side, (origin[side[0]], origin[side[1]])
    labels = np.full(len(seen.bodies[report].statements), -1, dtype=np.int8)
    labels[_places(seen, report, gold.statements(own))] = 1
    for statements in [group.statements for group in gold.related]:
        if own != others and {own, others} <= statements.keys():
            labels[_places(seen, report, statements[own])] = -1
    for statements in [row.statements for row in gold.rows]:
        if {own, others} <= statements.keys():
            every = len(_places(seen, others, statements[others]))
            left = len(_places(seen, other, statements[others]))
            # Where the reprint has dropped a part of what says the same, either is right.
            labels[_places(seen, report, statements[own])] = 0 if left == every else -1 if left else 1
    if own == others:
        kept = {statement.start for statement in seen.bodies[other].statements}
        labels[[statement.start in kept for statement in seen.bodies[report].statements]] = 0
    return labels


def _places(seen: Seen, report: str, passages: Sequence[Passage]) -> list[int]:
    """Return which statements the passages stand in, of those that the report has."""
    return [
        place
        for place, statement in enumerate(seen.bodies[report].statements)
        if any(statement.start <= passage.start < statement.end for passage in passages)
    ]


def learn(courses: Sequence[Course]) -> Weights:
    """Return the weights of all steps.

    Each step learns from what the steps before it say of folders that they have not seen.
    """
    alone = [
        (c.name, row) for c in courses for lesson in c.lessons(two=not c.events) for row in _alone(lesson)
    ]
    weights = {"alone": _fitted(ALONE, [row for _, row in alone])}
    unseen = _unseen(ALONE, alone)
    for two, ending in ((False, ""), (True, ", two")):
        lessons = [(c.name, lesson) for c in courses for lesson in c.lessons(two=two)]
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
