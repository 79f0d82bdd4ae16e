"""What the bench adds of its own: sets that are cut, and the method of Bleualign."""

from itertools import combinations, pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.bench.alignment.bleualign import Anchor, best_path, bleu, bleualign
from scripts.bench.alignment.galechurch import gale_church
from scripts.bench.alignment.peers import by_document
from scripts.bench.alignment.sets import Document, chosen, cut

sizes = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)).filter(any), max_size=8)


def in_order(steps):
    """Return a document whose beads have these sizes."""
    left = right = 0
    gold = []
    for n, m in steps:
        gold.append((tuple(range(left, left + n)), tuple(range(right, right + m))))
        left, right = left + n, right + m
    return Document("d", tuple("x" * left), tuple("y" * right), tuple(gold))


@given(sizes, st.integers(1, 10))
def test_a_cut_document_is_its_beginning_with_whole_beads(steps, most):
    document = in_order(steps)
    short = cut(document, most)
    assert short.gold == document.gold[: len(short.gold)]
    assert sum(len(source) for source, _ in short.gold) == len(short.source)
    assert sum(len(target) for _, target in short.gold) == len(short.target)
    if steps and max(steps[0]) <= most:
        assert max(len(short.source), len(short.target)) <= most


def test_crossing_beads_are_not_cut_apart():
    crossing = Document("d", ("a", "b", "c"), ("x", "y", "z"), (((0,), (1,)), ((1,), (0,)), ((2,), (2,))))
    assert cut(crossing, 2).gold == crossing.gold[:2]
    assert cut(crossing, 1) == crossing


def test_long_sets_are_asked_for():
    assert not [name for name in chosen(()) if name.startswith("long")]
    assert chosen(["*.de-en.5000"]) == ["long.de-en.5000"]


@given(st.lists(sizes, max_size=4))
def test_the_beads_of_all_documents_are_shared_out(many):
    documents = [in_order(steps) for steps in many]
    beads = [bead for document in documents for bead in document.gold]
    assert [tuple(taken) for taken in by_document(beads, documents)] == [d.gold for d in documents]


@pytest.mark.parametrize(
    ("hypothesis", "reference", "expected"),
    [
        ("the train is late", "the train is late", 1.0),
        ("the train is late", "it rains", 0.0),
        ("a b", "b a", 0.0),  # no bigram in common
        ("a b c", "a b d", (2 / 3 * 1 / 2) ** 0.5),
        ("a b", "a b c d", 2.718281828459045**-1),  # too short by half
        ("a a a", "a a", (2 / 3 * 1 / 2) ** 0.5),
        ("", "a b", 0.0),
    ],
)
def test_bleu_of_two_sentences(hypothesis, reference, expected):
    assert bleu(hypothesis.split(), reference.split()) == pytest.approx(expected)


@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 4), st.integers(1, 9)), max_size=3, unique_by=lambda c: c[0]),
        max_size=4,
    )
)
def test_the_path_is_as_good_as_the_best_of_all(candidates):
    nodes = [(left, right, score) for left, row in enumerate(candidates) for right, score in row]
    rising = (
        chosen
        for size in range(len(nodes) + 1)
        for chosen in combinations(nodes, size)
        if all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chosen))
    )
    scores = {(left, right): score for left, right, score in nodes}
    path = best_path(candidates)
    assert all(a.left < b.left and a.right < b.right for a, b in pairwise(path))
    assert sum(scores[a.left, a.right] for a in path) == max(sum(n[2] for n in chain) for chain in rising)
    assert all(a == Anchor(a.left, a.right, a.left + 1, a.right + 1) for a in path)


words = st.lists(st.sampled_from("abcd"), max_size=5).map(" ".join)


@settings(deadline=None)  # the first call imports nltk
@given(st.lists(words, max_size=6), st.lists(words, max_size=6))
def test_links_hold_each_sentence_once_and_in_order(left, right):
    links = bleualign(left, right)
    assert [i for source, _ in links for i in source] == sorted({i for source, _ in links for i in source})
    assert [j for _, target in links for j in target] == sorted({j for _, target in links for j in target})
    assert all(source and target for source, target in links)


def test_a_sentence_that_was_split_is_found():
    left = ["the old ferry left the port at noon and nobody was hurt", "it rained all day", "they went home"]
    right = [
        "the old ferry left the port",
        "at noon and nobody was hurt",
        "it rained all day",
        "they went home",
    ]
    assert bleualign(left, right) == [((0,), (0, 1)), ((1,), (2,)), ((2,), (3,))]


def test_what_shares_no_words_is_aligned_by_length():
    left = ["it rained all day", "x" * 30, "they went home at last"]
    right = ["it rained all day", "y" * 30, "they went home at last"]
    assert bleualign(left, right)[1] == ((1,), (1,))


def test_by_length_joins_what_is_short():
    lines = {8: "eightchr", 20: "twenty characters it", 29: "twenty-nine characters, it is"}
    assert gale_church([lines[20], lines[29]], [lines[20], lines[20], lines[8]])[0] == ((0,), (0,))
    assert gale_church(["a" * 20], ["a" * 20]) == [((0,), (0,))]
    assert list(product(*gale_church(["a" * 40], ["a" * 19, "a" * 20])[0])) == [(0, 0), (0, 1)]
