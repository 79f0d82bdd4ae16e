"""The counts of links, by hand and against the counting script of the development sets."""

import importlib.util
import tarfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import align
from align.rendering.pairs import read_links
from align.scoring.links import MEASURES, LinkScores, score_links
from align.scoring.score import Score

SETS = Path(__file__).parents[2].parent / "shared" / "eval" / "align"

GOLD = [((0,), (0,)), ((1,), (1, 2)), ((2, 3), (3,)), ((4,), ()), ((), (4,))]
ids = st.lists(st.integers(0, 6), max_size=3, unique=True).map(lambda found: tuple(sorted(found)))
alignments = st.lists(st.tuples(ids, ids), max_size=8)


def counted(found):
    scores = score_links(GOLD, found)
    return {name: tuple(getattr(getattr(scores, name), f) for f in Score.__slots__) for name in MEASURES}


def test_the_gold_itself_is_right():
    assert counted(GOLD) == {
        "strict": (5, 5, 3, 3),
        "lax": (5, 5, 3, 3),
        "links": (3, 3, 3, 3),
        "unmatched": (2, 2, 2, 2),
    }


def test_nothing_found_is_no_precision():
    assert counted([])["strict"] == (0, 0, 0, 3)
    scores = score_links(GOLD, [])
    assert (scores.strict.precision, scores.strict.recall, scores.strict.f1) == (None, 0.0, 0.0)


def test_what_is_nowhere_has_no_figures():
    unmatched = score_links([((0,), (0,))], [((0,), (0,))]).unmatched
    assert (unmatched.precision, unmatched.recall, unmatched.f1) == (None, None, None)


def test_a_part_of_a_link_is_lax():
    # 1–1 of the 1–(1, 2) and the whole 2–3 of (2, 3)–3: none strict, both lax, and one statement left alone.
    found = [((0,), (0,)), ((1,), (1,)), ((), (2,)), ((2,), (3,)), ((3,), ()), ((4,), ()), ((), (4,))]
    assert counted(found) == {
        "strict": (3, 7, 1, 3),
        "lax": (5, 7, 3, 3),
        "links": (1, 3, 1, 3),
        "unmatched": (2, 4, 2, 2),
    }


def test_a_wrong_null_costs_precision_and_not_recall():
    scores = score_links(GOLD, [*GOLD, ((5,), ())])
    assert scores.strict.precision == 5 / 6
    assert scores.strict.recall == 1
    assert scores.links.f1 == 1
    assert scores.unmatched.precision == 2 / 3


def test_several_unmatched_in_one_bead_are_counted_one_by_one():
    assert score_links([((0, 1), ())], [((0,), ()), ((1,), ())]).unmatched == Score(2, 2, 2, 2)


def test_an_empty_bead_and_a_repeated_one_do_not_count():
    assert score_links(GOLD, [*GOLD, ((), ()), GOLD[0]]) == score_links(GOLD, GOLD)


def test_scores_of_documents_are_added():
    once = score_links(GOLD, GOLD[:2])
    assert (once + once).strict == Score(4, 4, 4, 6)
    assert sum([once], LinkScores()) == once


@given(alignments, alignments)
def test_strict_is_never_above_lax(gold, found):
    scores = score_links(gold, found)
    assert scores.strict.right <= scores.lax.right <= scores.lax.found == scores.strict.found
    assert scores.strict.recalled <= scores.lax.recalled <= scores.lax.gold == scores.strict.gold
    assert scores.links.right == scores.strict.recalled


@given(alignments, alignments)
def test_mirrored_alignments_have_mirrored_links(gold, found):
    def turned(beads):
        return [(target, source) for source, target in beads]

    there, back = score_links(gold, found), score_links(turned(gold), turned(found))
    assert (there.strict, there.links, there.unmatched) == (back.strict, back.links, back.unmatched)


@pytest.fixture(scope="module")
def reference():
    """The script that the figures of the development sets were counted with."""
    path = SETS / "score_align.py"
    if not path.is_file():
        pytest.skip("the counting script of the development sets is not beside this checkout")
    spec = importlib.util.spec_from_file_location("score_align", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(pairs):
    scores = sum((score_links(*pair) for pair in pairs), LinkScores())
    measured = {name: getattr(scores, name) for name in ("strict", "lax", "unmatched")}
    return {name: (s.precision or 0.0, s.recall or 0.0, s.f1 or 0.0) for name, s in measured.items()}


def test_counts_as_the_script_of_the_field_counts(reference):
    @given(st.lists(st.tuples(alignments, alignments), min_size=1, max_size=3))
    def compare(pairs):
        assert figures(pairs) == {name: pytest.approx(f) for name, f in reference.score(pairs).items()}

    compare()


def test_counts_our_links_as_the_script_of_the_field_counts(reference, tmp_path):
    if not (SETS / "constructed.tar.gz").is_file():
        pytest.skip("the constructed sets are not beside this checkout")
    names = [
        f"constructed/de-en.ntrex.medium/{number:03}.{end}"
        for number in (3, 7, 11)
        for end in ("src", "tgt", "gold")
    ]
    with tarfile.open(SETS / "constructed.tar.gz") as archive:
        archive.extraction_filter = getattr(tarfile, "data_filter", None)  # since Python 3.11.4
        for name in names:
            archive.extract(name, tmp_path)
    pairs = []
    for name in names[::3]:
        source, target = (tmp_path / name).with_suffix(".src"), (tmp_path / name).with_suffix(".tgt")
        texts = [path.read_text(encoding="utf-8").splitlines() for path in (source, target)]
        links = align.pair(*texts, order="monotone", source_language="de", target_language="en")
        beads = [(link.source, link.target) for link in links]
        beads += [((i,), ()) for i in range(len(texts[0])) if not any(i in link.source for link in links)]
        beads += [((), (j,)) for j in range(len(texts[1])) if not any(j in link.target for link in links)]
        gold = (tmp_path / name).with_suffix(".gold").read_text(encoding="utf-8")
        pairs.append((read_links(gold, format="vecalign"), beads))
    assert figures(pairs) == {name: pytest.approx(f) for name, f in reference.score(pairs).items()}
    assert figures(pairs)["strict"][2] > 0.5
