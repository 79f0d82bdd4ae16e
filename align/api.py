"""The four verbs of the library: translate, read, pair, compare."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from align._exceptions import InputError
from align._version import __version__
from align.alignment import Order, Pairing, link_event, may_be_linked_together, pair_reports
from align.alignment.borders import END_OF_ARTICLE
from align.comparison.absences import Absences
from align.comparison.compare import compare_reports, same_event_pairs
from align.comparison.events import group_events
from align.comparison.result import Comparison
from align.corrections import Corrections, corrected_links, resolve, without_wrong
from align.embedding import Embedder, load_embedder
from align.garbage import garbage_left
from align.languages import base, canonical, detect
from align.link import Link
from align.reading import read as read
from align.report import Report, Statement
from align.translation import Progress, Translator, load_translator
from align.translation.load import check_languages
from align.translation.texts import translate_report, translate_texts

# What statements of reports are linked with, beside the embedder of words.
MEANING = "semantic"


@overload
def translate(  # type: ignore[overload-overlap]  # a str is a Sequence[str], too
    text: str, *, source: str | None = None, target: str = "en", model: str | None = None
) -> str: ...
@overload
def translate(
    text: Sequence[str], *, source: str | None = None, target: str = "en", model: str | None = None
) -> list[str]: ...
def translate(
    text: str | Sequence[str],
    *,
    source: str | None = None,
    target: str = "en",
    model: str | None = None,
) -> str | list[str]:
    """Translate a text, or each text of a sequence.

    ``source`` and ``target`` are BCP 47 or ISO 639 tags; a missing ``source`` is told from the texts.
    ``model`` is a name of ``align models list``, a folder, or the id of a cached hub model. Raises
    ``LanguageError`` where the model does not translate between the two, ``ModelError`` for no such model.
    """
    texts = [text] if isinstance(text, str) else list(text)
    translated = translate_lines(texts, source=source, target=target, model=model)
    return translated[0] if isinstance(text, str) else translated


def translate_lines(
    texts: Sequence[str],
    *,
    source: str | None = None,
    target: str = "en",
    model: str | None = None,
    progress: Progress | None = None,
) -> list[str]:
    """Translate each text; see ``translate``."""
    if not any(text.strip() for text in texts):
        return list(texts)
    language = canonical(source) if source else detect("\n".join(texts))
    if base(language) == base(target):
        return list(texts)
    translator = load_translator(model)
    check_languages(translator, source=language, target=canonical(target))
    return translate_texts(translator, texts, source=language, progress=progress)


def translate_statements(
    report: Report, *, target: str = "en", model: str | None = None, progress: Progress | None = None
) -> Report:
    """Return the report with a translation beside each statement; one in ``target`` as it is.

    Raises ``LanguageError`` and ``ModelError`` as ``translate`` does.
    """
    if base(report.language) == base(target):
        return report
    translator = load_translator(model)
    check_languages(translator, source=report.language, target=canonical(target))
    return translate_report(translator, report, progress=progress)


def pair(
    source: Report | Sequence[str],
    target: Report | Sequence[str],
    *,
    order: Order = "auto",
    source_language: str | None = None,
    target_language: str | None = None,
    embedder: str | None = None,
    borders: str | None = END_OF_ARTICLE,
) -> tuple[Link, ...]:
    """Link the statements of two texts that say the same, by ascending source statement.

    Sequences of strings hold one statement each. ``order`` is ``monotone`` for translations of one text,
    ``free`` for different texts about one thing, ``auto`` to let the anchors decide. ``embedder`` is the
    embedding model that statements are compared by, a name of ``align models list`` or a folder; ``None`` is
    the built-in ``static``. ``borders`` is the text of statements that no link crosses, as many in both
    texts, which are then aligned in order; ``"paragraph"`` takes the ends of paragraphs, ``None`` nothing.

    Raises ``ModelError`` for no such model, ``InputError`` where one text has more borders than the other,
    where neither has any (but for the usual ``.EOA``), and for borders in any order.
    """
    return pairing(
        _as_report(source, "source", source_language),
        _as_report(target, "target", target_language),
        order=order,
        embedder=embedder,
        borders=borders,
    ).links


def pairing(
    source: Report,
    target: Report,
    *,
    order: Order = "auto",
    embedder: str | None = None,
    borders: str | None = END_OF_ARTICLE,
) -> Pairing:
    """Link two reports and say how: ``pair`` with the order that was chosen and why."""
    with garbage_left():
        return pair_reports(source, target, embedder=load_embedder(embedder), order=order, borders=borders)


def compare(
    reports: Iterable[Report],
    *,
    order: Order = "free",
    model: str | None = None,
    embedder: str | None = None,
    corrections: Iterable[Corrections] = (),
    progress: Progress | None = None,
) -> Comparison:
    """Compare reports: what they share, and what each has alone.

    Reports that are not translated yet are translated first, where the model knows their language.
    In any order (``free``) all reports of an event are linked together, by the built-in ``static`` for words
    and ``semantic`` for what statements mean; ``embedder`` names another model for the latter. Otherwise, and
    where a report has more than 1,000 statements, they are linked two by two as in ``pair``.
    ``corrections`` are what readers of a page of these reports saved (``align.corrections.load``), the latest
    last. Raises ``InputError`` for fewer than two reports and for two of one id, ``CorrectionsError`` for
    corrections of other files, ``ModelError`` for no such model.
    """
    given = list(reports)
    _check_reports(given)
    resolved = resolve(corrections, given)
    translator = load_translator(model)
    named = None if embedder is None else load_embedder(embedder)
    translated = [_in_english(report, translator, progress) for report in given]
    with garbage_left():
        events = group_events(translated)
        linked = _linked(translated, events, order=order, embedder=named)
        links = corrected_links(linked.links, resolved, events)
        signature = f"mt:{translator.name}|{linked.how}|version:{__version__}"
        if resolved.count:
            signature += f"|corrections:{resolved.count}"
        compared = compare_reports(
            translated,
            links,
            events=events,
            signature=signature,
            absences=linked.absences,
            unsaid=linked.unsaid,
            embedder=default_embedder(),
            attention=translator.attention,
        )
    return without_wrong(compared, resolved)


@dataclass(frozen=True, slots=True)
class _Linked:
    """Links, what is known of statements without one (see ``compare_reports``), and how they were found."""

    links: tuple[Link, ...]
    how: str
    absences: Absences
    unsaid: Absences


def _linked(
    reports: Sequence[Report], events: Mapping[str, int], *, order: Order, embedder: Embedder | None
) -> _Linked:
    if order == "free" and may_be_linked_together(reports):
        return _together(reports, events, meaning=embedder or load_embedder(MEANING))
    return _two_by_two(reports, events, order=order, embedder=embedder or default_embedder())


def _together(reports: Sequence[Report], events: Mapping[str, int], *, meaning: Embedder) -> _Linked:
    words = default_embedder()
    groups = [[r for r in reports if events[r.id] == event] for event in sorted(set(events.values()))]
    found = [link_event(group, words=words, meaning=meaning) for group in groups if len(group) > 1]
    names = dict.fromkeys((words.name, meaning.name))
    return _Linked(
        links=tuple(link for event in found for link in event.links),
        how=f"emb:{'+'.join(names)}|split:rules|order:free",
        absences={},
        unsaid={key: probability for event in found for key, probability in event.unsaid.items()},
    )


def _two_by_two(
    reports: Sequence[Report], events: Mapping[str, int], *, order: Order, embedder: Embedder
) -> _Linked:
    pairs = same_event_pairs(reports, events)
    pairings = [pair_reports(left, right, embedder=embedder, order=order) for left, right in pairs]
    orders = "+".join(sorted({found.order for found in pairings})) or order
    return _Linked(
        links=tuple(link for found in pairings for link in found.links),
        how=f"emb:{embedder.name}|split:rules|order:{orders}",
        absences={
            (name, statement, left.id if name == right.id else right.id): probability
            for (left, right), found in zip(pairs, pairings, strict=True)
            for (name, statement), probability in found.absences.items()
        },
        unsaid={},
    )


def default_embedder() -> Embedder:
    """Return the built-in embedder: what words are compared by, and statements where no other is named."""
    return load_embedder()


def _as_report(text: Report | Sequence[str], id: str, language: str | None) -> Report:  # noqa: A002
    if isinstance(text, Report):
        return text
    if isinstance(text, str):
        raise InputError(f"{id}: a single string; give a sequence of statements, or a Report of align.read")
    tag = canonical(language) if language else detect("\n".join(text))
    statements, offset = [], 0
    for number, line in enumerate(text):
        statements.append(Statement(number, "sentence", offset, offset + len(line), line, paragraph=number))
        offset += len(line) + 1
    return Report(id=id, language=tag, source="\n".join(text), statements=tuple(statements))


def _check_reports(reports: Sequence[Report]) -> None:
    if len(reports) < 2:
        raise InputError(f"{len(reports)} report given; a comparison needs at least two")
    seen: dict[str, str | None] = {}
    for report in reports:
        if report.id in seen:
            raise InputError(
                f"{report.path or report.id}: a report named {report.id!r} is there already "
                f"({seen[report.id] or 'given earlier'}); rename one of the files"
            )
        seen[report.id] = report.path


def _in_english(report: Report, translator: Translator, progress: Progress | None) -> Report:
    known = {base(tag) for tag in translator.sources}
    if any(s.translation is not None for s in report.statements) or (
        known and base(report.language) not in known
    ):
        return report
    return translate_report(translator, report, progress=progress)
