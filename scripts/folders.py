"""The folders of corpora/ that weights are fitted on, with their reports linked and indexed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from align.alignment.event import link_event
from align.alignment.kin import Weights
from align.api import MEANING, default_embedder
from align.comparison.coverage import coverage
from align.comparison.index import EventIndex, event_indexes, matches
from align.comparison.words import WordSimilarity
from align.embedding import load_embedder
from align.link import Link
from align.reading import read
from align.scoring.gold import Gold, load_gold
from align.translation import load_translator
from align.translation.texts import translate_report
from scripts.learning import course, learn

CORPORA = Path(__file__).parents[1] / "corpora"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder's gold, and what the comparison knows of its reports before it looks for findings."""

    gold: Gold
    links: tuple[Link, ...]
    events: tuple[EventIndex, ...]
    similarity: WordSimilarity


def development() -> list[Path]:
    """Return the folders of the development half."""
    found = sorted(path.parent for path in CORPORA.glob("*/gold.toml"))
    return [folder for folder in found if not folder.name.startswith("test-")]


def unseen() -> dict[str, Folder]:
    """Return the folders of the development half by name, each linked by what was learned on the others."""
    courses = {path: course(path) for path in development()}
    return {
        path.name: linked(path, learn([other for name, other in courses.items() if name != path]))
        for path in courses
    }


def linked(path: Path, weights: Weights | None = None) -> Folder:
    """Translate and link the reports of a folder; the events are those of the gold."""
    gold, words = load_gold(path), default_embedder()
    events = {report.id: report.event for report in gold.reports}
    reports = [translate_report(load_translator(), read(path / f"{name}.txt")) for name in events]
    groups = [[report for report in reports if report.id in names] for names in gold.events.values()]
    links = tuple(
        link
        for group in groups
        if len(group) > 1
        for link in link_event(group, words=words, meaning=load_embedder(MEANING), weights=weights).links
    )
    indexes = event_indexes(reports, events, matches(links, coverage(reports, links, events)))
    return Folder(gold, links, indexes, WordSimilarity(reports, words))
