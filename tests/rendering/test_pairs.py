import json
import re
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from align._exceptions import FormatError
from align._version import __version__
from align.link import Link
from align.rendering.beads import beads
from align.rendering.linkdocument import schema
from align.rendering.pairs import PAIR_FORMATS, moses_lines, read_links, read_tmx, write_pairs
from tests.rendering import factory

GERMAN = factory.nord()
RUSSIAN = factory.vostok()
LINKS = (
    Link((1,), (1,), 0.97),
    Link((2,), (3, 4), 0.492494),
    Link((5,), (2,), 0.55, moved=True),
    Link((0,), (0,), 0.81),
)

letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def text_report(name, language, texts):
    return factory.report(name, language, [("sentence", text, None) for text in texts])


@st.composite
def free_pairs(draw):
    """Two reports of any texts and links in any order, each statement in one of them at most."""
    left = text_report("a", "de", draw(st.lists(letters, max_size=6)))
    right = text_report("b", "ru", draw(st.lists(letters, max_size=6)))
    sides = [(of, draw(st.permutations(range(len(of.statements))))) for of in (left, right)]
    links = []
    waiting = [list(numbers) for _, numbers in sides]
    while all(waiting) and draw(st.booleans()):
        taken = [[side.pop() for _ in range(draw(st.integers(1, len(side))))] for side in waiting]
        source, target = (tuple(sorted(numbers)) for numbers in taken)
        links.append(Link(source, target, draw(st.floats(0, 1)), moved=draw(st.booleans())))
    return links, left, right


@st.composite
def monotone_pairs(draw):
    """Two reports linked in order, with holes between the links only."""
    steps = draw(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=6))
    ends = [list(accumulate(step[side] for step in steps)) for side in (0, 1)]
    links = []
    for (n, m), left, right in zip(steps, *ends, strict=True):
        if n and m:
            links.append(
                Link(tuple(range(left - n, left)), tuple(range(right - m, right)), draw(st.floats(0, 1)))
            )
    sizes = [side[-1] if side else 0 for side in ends]
    return links, text_report("a", "de", ["x"] * sizes[0]), text_report("b", "ru", ["y"] * sizes[1])


def expected(links, source, target):
    return [(bead.source, bead.target) for bead in beads(links, source, target)]


@given(free_pairs(), st.sampled_from(["tsv", "json", "vecalign"]))
def test_what_is_written_is_read_back_equal(pair, name):
    assert read_links(write_pairs(*pair, format=name), format=name) == expected(*pair)


@given(monotone_pairs())
def test_a_ladder_is_read_back_equal(pair):
    assert read_links(write_pairs(*pair, format="ladder"), format="ladder") == expected(*pair)


@given(free_pairs())
def test_a_translation_memory_is_read_back_equal(pair):
    _, left, right = pair
    units = read_tmx(write_pairs(*pair, format="tmx"))
    kept = [bead for bead in beads(*pair) if bead.link]
    legal = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
    assert [[variant["text"] for variant in unit] for unit in units] == [
        [
            legal.sub("\ufffd", " ".join(left.statements[number].text for number in bead.source)),
            legal.sub("\ufffd", " ".join(right.statements[number].text for number in bead.target)),
        ]
        for bead in kept
    ]


@given(free_pairs())
def test_the_links_of_a_translation_memory_are_read_back_equal(pair):
    kept = [(bead.source, bead.target) for bead in beads(*pair) if bead.link]
    assert read_links(write_pairs(*pair, format="tmx"), format="tmx") == kept


@given(free_pairs())
def test_every_statement_stands_in_one_bead(pair):
    links, left, right = pair
    found = beads(links, left, right)
    assert sorted(number for bead in found for number in bead.source) == list(range(len(left.statements)))
    assert sorted(number for bead in found for number in bead.target) == list(range(len(right.statements)))


def test_vecalign_lines():
    assert write_pairs(LINKS, GERMAN, RUSSIAN, format="vecalign").splitlines() == [
        "[0]:[0]:0.190000",
        "[1]:[1]:0.030000",
        "[2]:[3, 4]:0.507506",
        "[]:[5]:0.000000",
        "[]:[6]:0.000000",
        "[3]:[]:0.000000",
        "[4]:[]:0.000000",
        "[5]:[2]:0.450000",
        "[6]:[]:0.000000",
    ]


def test_vecalign_gold_has_no_cost():
    assert read_links("[0]:[0, 1]\n[]:[2]:\n", format="vecalign") == [((0,), (0, 1)), ((), (2,))]


def test_table():
    lines = write_pairs(LINKS, GERMAN, RUSSIAN, format="tsv").splitlines()
    assert lines[0] == "source_ids\ttarget_ids\tconfidence\tsource\ttarget"
    assert lines[3] == (
        "2\t3,4\t0.492494\tBeide vereinbarten, den Nachtzug ab Dezember wieder fahren zu lassen.\t"
        "Поезд снова пойдёт в декабре. Договорённость касается и ночных рейсов."
    )
    assert lines[4].split("\t")[:4] == ["", "5", "", ""]


def test_a_table_escapes_what_would_break_a_line():
    source = text_report("a", "de", ["Spalte\tZeile\nPfad C:\\temp"])
    target = text_report("b", "ru", ["да"])
    line = write_pairs([Link((0,), (0,), 1.0)], source, target, format="tsv").split("\n")[1]
    assert line == "0\t0\t1.000000\tSpalte\\tZeile\\nPfad C:\\\\temp\tда"


def test_the_json_is_valid_and_names_what_has_no_link():
    document = json.loads(write_pairs(LINKS, GERMAN, RUSSIAN, format="json"))
    Draft202012Validator.check_schema(schema())
    Draft202012Validator(schema()).validate(document)
    assert document["source"] == {"id": "nord.de", "language": "de"}
    assert document["links"][3]["moved"] is True
    assert document["links"][2]["confidence"] == 0.492494
    assert [statement["id"] for statement in document["unmatched"]["source"]] == [3, 4, 6]
    assert document["unmatched"]["target"][1]["text"] == "Билеты поступят в продажу в октябре."


def test_the_json_says_how_the_links_were_found():
    signature = "emb:static|order:monotone, as asked|version:0.1.0"
    document = json.loads(write_pairs(LINKS, GERMAN, RUSSIAN, format="json", signature=signature))
    Draft202012Validator(schema()).validate(document)
    assert document["signature"] == signature
    assert "signature" not in json.loads(write_pairs(LINKS, GERMAN, RUSSIAN, format="json"))


def test_the_header_of_a_translation_memory_is_complete():
    text = write_pairs(LINKS, GERMAN, RUSSIAN, format="tmx")
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n')
    header = re.search(r"<header ([^>]*)/>", text)[1]
    assert dict(re.findall(r'([\w-]+)="([^"]*)"', header)) == {
        "creationtool": "align",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "align",
        "adminlang": "en",
        "srclang": "de",
        "datatype": "plaintext",
    }


def test_units_carry_language_and_confidence():
    units = read_tmx(write_pairs(LINKS, GERMAN, RUSSIAN, format="tmx"))
    assert len(units) == len(LINKS)
    props = {"x-confidence": "0.550000", "x-source-statements": "5", "x-target-statements": "2"}
    assert units[3] == (
        {"language": "de", "text": "Fahrräder werden kostenlos mitgenommen", **props},
        {"language": "ru", "text": "Для велосипедов отдельная плата не предусмотрена.", **props},
    )


def test_what_xml_forbids_is_replaced_and_counted():
    source = text_report("a", "de", ["vor\x0bnach\x00 <b>&amp;</b> ]]>"])
    target = text_report("b", "ru", ["да\ud800"])
    text = write_pairs([Link((0,), (0,), 1.0)], source, target, format="tmx")
    text.encode("utf-8")
    ((german, russian),) = read_tmx(text)
    assert german["text"] == "vor\ufffdnach\ufffd <b>&amp;</b> ]]>"
    assert russian["text"] == "да\ufffd"
    assert german["x-replaced-characters"] == "3"


def test_inline_codes_are_not_text():
    text = """<tmx version="1.4"><body><tu><tuv xml:lang="de"><seg>Ein <bpt i="1">&lt;b></bpt><hi>sehr
</hi>kurzer<ept i="1">&lt;/b></ept> Satz</seg></tuv></tu></body></tmx>"""
    assert read_tmx(text)[0][0]["text"] == "Ein sehr\nkurzer Satz"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><tmx><body><tu>&b;</tu></body></tmx>',
            "declarations",
        ),
        ('<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/hostname">]><tmx>&a;</tmx>', "declarations"),
        (
            '<!DOCTYPE tmx SYSTEM "a.dtd"><tmx><body><tu><tuv><seg>&a;</seg></tuv></tu></body></tmx>',
            "entity",
        ),
        ("<tmx><body>", "line 1"),
        ("<xliff/>", "xliff"),
        ("<tmx><body><tu><tuv><seg>x</seg></tuv></tu></body></tmx>", "xml:lang"),
        ("", "not well-formed"),
    ],
)
def test_a_bad_translation_memory_is_refused(text, message):
    with pytest.raises(FormatError, match=message):
        read_tmx(text)


def test_a_deep_translation_memory_is_read():
    deep = "<hi>" * 5000 + "tief" + "</hi>" * 5000
    text = f'<tmx><body><tu><tuv lang="de"><seg>{deep}</seg></tuv></tu></body></tmx>'
    assert read_tmx(text)[0][0]["text"] == "tief"


def test_ladder():
    links = [Link((0,), (0,), 0.8), Link((1, 2), (2,), 0.5)]
    source, target = text_report("a", "de", ["x"] * 4), text_report("b", "ru", ["y"] * 3)
    assert write_pairs(links, source, target, format="ladder") == (
        "0\t0\t0.800000\n1\t1\t0.000000\n1\t2\t0.500000\n3\t3\t0.000000\n4\t3\t0.000000\n"
    )


@pytest.mark.parametrize(
    "links",
    [
        [Link((0,), (1,), 0.8), Link((1,), (0,), 0.8)],
        [Link((0, 2), (0,), 0.8)],
    ],
)
def test_a_ladder_holds_links_in_order_only(links):
    source, target = text_report("a", "de", ["x"] * 3), text_report("b", "ru", ["y"] * 3)
    with pytest.raises(FormatError, match="in order"):
        write_pairs(links, source, target, format="ladder")


def test_moses_is_two_texts():
    left, right = moses_lines(LINKS, GERMAN, RUSSIAN)
    assert len(left.splitlines()) == len(right.splitlines()) == len(LINKS)
    assert right.splitlines()[2] == "Поезд снова пойдёт в декабре. Договорённость касается и ночных рейсов."
    with pytest.raises(FormatError, match="two"):
        write_pairs(LINKS, GERMAN, RUSSIAN, format="moses")


def test_moses_lines_stay_parallel():
    source = text_report("a", "de", ["eins\nzwei\u2028drei", ""])
    target = text_report("b", "ru", ["раз\r\nдва", "три"])
    left, right = moses_lines([Link((0,), (0,), 1.0), Link((1,), (1,), 1.0)], source, target)
    assert left == "eins zwei drei\n\n"
    assert right == "раз два\nтри\n"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("vecalign", "[0]:[0]:0.1\n[1:[1]", "line 2"),
        ("vecalign", "0-0 1-2", "line 1"),
        ("tsv", "a\tb\n", "header"),
        ("tsv", "source_ids\ttarget_ids\nx\t1\n", "line 2"),
        ("tsv", "source_ids\ttarget_ids\n1\n", "line 2"),
        ("ladder", "0\t0\t0\n2\t2\t0\n1\t3\t0\n", "line 2"),
        ("ladder", "nought\n", "line 1"),
        ("json", "{", "line 1"),
        ("json", "[]", "align.links/1"),
        ("json", '{"schema": "align.comparison/1"}', "align.comparison/1"),
        ("json", '{"schema": "align.links/1", "links": [{"source": ["0"], "target": [1]}]}', "statement ids"),
        ("tmx", "<tmx><body><tu><tuv lang='de'><seg>x</seg></tuv></tu></body></tmx>", "unit 1"),
        ("tmx", "<tmx><body><tu/></body></tmx>", "unit 1"),
        ("xliff", "", "unknown format"),
    ],
)
def test_a_bad_file_of_links_is_refused(name, text, message):
    with pytest.raises(FormatError, match=message):
        read_links(text, format=name)


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(FormatError, match="vecalign"):
        write_pairs(LINKS, GERMAN, RUSSIAN, format="xls")
    assert PAIR_FORMATS == ("tsv", "json", "tmx", "vecalign", "ladder", "moses")


def test_a_link_to_a_statement_that_is_not_there_is_refused():
    with pytest.raises(FormatError, match="0 to 6"):
        write_pairs([Link((7,), (0,), 0.9)], GERMAN, RUSSIAN, format="tsv")
