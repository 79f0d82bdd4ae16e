import pytest
from hypothesis import given
from hypothesis import strategies as st

from align._exceptions import FormatError, InputError
from align.link import Link
from align.rendering.pairs import write_pairs
from align.scoring.files import document_files, read_alignments
from tests.rendering import factory
from tests.rendering.test_pairs import expected, free_pairs, monotone_pairs

GERMAN, RUSSIAN = factory.nord(), factory.vostok()
LINKS = (Link((0,), (0,), 0.81), Link((1,), (1,), 0.97), Link((2,), (3, 4), 0.49))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("alignments")


def written(folder, pair, name):
    path = folder / f"found.{name}"
    path.write_text(write_pairs(*pair, format=name), encoding="utf-8", newline="", errors="replace")
    return path


@given(pair=free_pairs(), name=st.sampled_from(["tsv", "json", "vecalign", "tmx"]))
def test_every_format_is_told_and_read(folder, pair, name):
    gold, found = read_alignments(written(folder, pair, "vecalign"), written(folder, pair, name))
    assert gold == expected(*pair)
    assert sorted(found) == sorted(gold)


@given(pair=monotone_pairs())
def test_a_ladder_is_told_and_read(folder, pair):
    gold, found = read_alignments(written(folder, pair, "ladder"), written(folder, pair, "tsv"))
    assert gold == found == expected(*pair)


def test_two_translation_memories_have_nothing_unmatched(folder):
    path = written(folder, (LINKS, GERMAN, RUSSIAN), "tmx")
    assert read_alignments(path, path) == ([((0,), (0,)), ((1,), (1,)), ((2,), (3, 4))],) * 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[0]:[0]\n[1:[1]\n", r"bad\.txt: line 2"),
        ("0\t0\t1\n2\t2\t1\n1\t3\t0\n", r"bad\.txt: line 2"),
        ("source_ids\ttarget_ids\n0\tx\n", r"bad\.txt: line 2"),
        ('{"schema":\n', r"bad\.txt: line 2"),
        ("<tmx><body>\n", r"bad\.txt: line 2"),
        ("Es regnet.\n", r"bad\.txt: line 1: “Es regnet\.”"),
    ],
)
def test_a_bad_file_is_named_with_its_line(tmp_path, text, message):
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_text(text, encoding="utf-8")
    good.write_text("[0]:[0]\n", encoding="utf-8")
    with pytest.raises(FormatError, match=message):
        read_alignments(good, bad)


def test_an_empty_file_has_no_links(tmp_path):
    (tmp_path / "empty").write_text("")
    (tmp_path / "blank").write_text("\n")
    assert read_alignments(tmp_path / "empty", tmp_path / "blank") == ([], [])


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "latin").write_bytes("[0]:[0] für".encode("latin-1"))
    with pytest.raises(InputError, match="latin: not UTF-8 at byte 9"):
        read_alignments(tmp_path / "latin", tmp_path / "latin")
    with pytest.raises(InputError, match="nowhere: cannot be read"):
        read_alignments(tmp_path / "nowhere", tmp_path / "latin")


def made(folder, *names):
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text("[0]:[0]\n")
    return folder


def test_folders_are_paired_by_name(tmp_path):
    gold = made(tmp_path / "gold", "a.gold", "b.gold", "a.src", "a.tgt")
    found = made(tmp_path / "found", "a.tsv", "b.vecalign", "c.tsv")
    assert document_files(gold, found) == [
        ("a", gold / "a.gold", found / "a.tsv"),
        ("b", gold / "b.gold", found / "b.vecalign"),
    ]


def test_the_endings_can_be_named(tmp_path):
    gold = made(tmp_path / "gold", "a.defr", "b.gold")
    found = made(tmp_path / "found", "a.tsv", "a.out")
    files = document_files(gold, found, gold_ending=".defr", found_ending=".out")
    assert files == [("a", gold / "a.defr", found / "a.out")]


@pytest.mark.parametrize(
    ("gold", "found", "message"),
    [
        (["a.gold"], ["b.tsv"], r"no alignment of a \("),
        (["a.gold"], ["a.tsv", "a.json"], r"a\.tsv and a\.json .*--found-ending"),
        (["a.links"], ["a.tsv"], r"no file ends with '\.gold'.*--gold-ending"),
    ],
)
def test_folders_that_do_not_fit_are_refused(tmp_path, gold, found, message):
    with pytest.raises(InputError, match=message):
        document_files(made(tmp_path / "gold", *gold), made(tmp_path / "found", *found))


def test_a_file_and_a_folder_are_refused(tmp_path):
    gold = made(tmp_path / "gold", "a.gold")
    with pytest.raises(InputError, match="two files or two folders"):
        document_files(gold, gold / "a.gold")
