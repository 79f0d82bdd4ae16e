"""What two reports give differently, and what only looks so."""

import pytest

from align.api import default_embedder
from align.comparison.compare import compare_reports
from align.comparison.result import Comparison
from align.report import Report
from tests.comparison.build import link, report_of


def compared(left: Report, right: Report, *, linked: bool = True) -> Comparison:
    links = [link(left.id, [0], right.id, [0])] if linked else []
    return compare_reports([left, right], links, events={left.id: 1, right.id: 1}, signature="test")


def clashes(left: str, right: str, *, linked: bool = True) -> set[tuple[str, str]]:
    reports = [report_of(name, text, date="2026-03-12") for name, text in (("a", left), ("b", right))]
    found = compared(reports[0], reports[1], linked=linked).findings
    return {(f.kind, f.text) for f in found if f.conflicts_with}


CONFLICTS = [
    ("Nine people were hurt in the fire.", "Eleven people were hurt in the fire.",
     {("number", "Nine people"), ("number", "Eleven people")}),
    ("The bridge was closed on 3 March.", "The bridge was closed on 5 March.",
     {("date", "3 March"), ("date", "5 March")}),
    ("Prices rose by 3.1 percent.", "Prices rose by 3.4 percent.",
     {("number", "3.1 percent"), ("number", "3.4 percent")}),
    ("Minister Anna Petrova spoke.", "Minister Maria Petrova spoke.",
     {("person", "Anna Petrova"), ("person", "Maria Petrova")}),
    ("The firm owes 380 million euros.", "The firm owes 830 million euros.",
     {("number", "380 million euros"), ("number", "830 million euros")}),
    ("Prosecutors had wanted twelve years in prison.", "Prosecutors asked for eleven years in prison.",
     {("number", "twelve years"), ("number", "eleven years")}),
    ("The bank lent $204m for the tunnel.", "240 million for the tunnel came from the bank.",
     {("number", "$204m"), ("number", "240 million")}),
    ("The powder keeps until May 2028.", "The powder keeps until 17 June 2028.",
     {("date", "May 2028"), ("date", "17 June 2028")}),
    ("The blast came at 7:20.", "The blast came at 6:40 (4:40 Moscow time).",
     {("date", "7:20"), ("date", "6:40")}),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), CONFLICTS)
def test_what_linked_statements_give_differently(
    left: str, right: str, expected: set[tuple[str, str]]
) -> None:
    assert clashes(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Trade reached 2 billion dollars.", "The goal is trade of 3 billion dollars."),
        ("The hall seats 12,400 people.", "The hall seats about 12,000 people."),
        ("More than 110 people were on board.", "On board were 112 people."),
        ("The road is 65 kilometres long.", "The road is 40 miles long."),
        ("It will be open for three weeks.", "It will be open for 21 days."),
        (
            "The Frenchman, 67, lost by 61 votes to 58.",
            "The Frenchman lost by 61 votes to 58, with 52 at first.",
        ),
        ("Nobody will be sacked until the end of 2029.", "Nobody will be sacked before 2030."),
        ("Minister A. Petrova spoke.", "Minister Maria Petrova spoke."),
        ("Minister Jeenbek Kulubaev spoke.", "Minister Zheenbek Kulubayev spoke."),
        ("Some 1,200 people work there.", "1,150 people work there."),
        ("There are 320 jobs, of which 280 are filled.", "There are 320 jobs."),
        ("The fire broke out at 22:40 Baku time.", "The fire broke out at 23:40 local time."),
        ("In 2024 the firm lost 38 million euros.", "In 2025 the firm lost 52 million euros."),
        ("The powder keeps until 17 May 2028.", "The powder keeps until May 2028."),
    ],
)
def test_what_only_looks_like_a_conflict(left: str, right: str) -> None:
    assert clashes(left, right) == set()


def test_figures_of_statements_that_are_not_linked_do_not_conflict() -> None:
    assert clashes("Nine people were hurt.", "Eleven people came to watch.", linked=False) == set()


def test_figures_of_statements_that_likely_say_the_same_conflict() -> None:
    left = report_of(
        "a",
        "Am Montag meldete die Fluglinie Insolvenz an.",
        "Die Linie betreibt 24 Flugzeuge.",
        language="de",
        translations=("The airline filed for insolvency on Monday.", "The line operates 24 aircraft."),
    )
    right = report_of(
        "b", "An airline has collapsed.", "It operates 21 aircraft.", "Nobody answers the phone."
    )
    compared = compare_reports(
        [left, right], [], events={"a": 1, "b": 1}, signature="", embedder=default_embedder()
    )
    assert {f.text for f in compared.findings if f.conflicts_with} == {"24", "21"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The coalition of Rot-Grün lost.", "The coalition of Blau-Grün lost."),
        ("The head of EPA Pruitt resigned.", "Scott Pruitt resigned."),
    ],
)
def test_what_is_no_first_name_does_not_conflict(left: str, right: str) -> None:
    assert clashes(left, right) == set()


def test_persons_of_one_family_in_statements_that_differ_are_no_conflict() -> None:
    left = report_of("a", "Rain fell all day.", "Later on Anna Petrova, aged nine, sang three old songs.")
    right = report_of(
        "b", "It rained.", "The brewery was sold to Maria Petrova.", "Music was played by children."
    )
    compared = compare_reports(
        [left, right], [], events={"a": 1, "b": 1}, signature="", embedder=default_embedder()
    )
    assert not [f for f in compared.findings if f.conflicts_with]


def test_persons_of_one_family_in_one_office_conflict_without_a_link() -> None:
    left, right = "Judge Natalia Vesela read the verdict.", "He had lied, Judge Nadejda Vesela found."
    assert clashes(left, right, linked=False) == {("person", "Natalia Vesela"), ("person", "Nadejda Vesela")}
    assert clashes(left, "Guard Nadejda Vesela had lied, he found.", linked=False) == set()


def test_katrin_is_not_katja() -> None:
    found = clashes("Minister Katrin Vesela spoke.", "Minister Katja Vesela spoke.")
    assert found == {("person", "Katrin Vesela"), ("person", "Katja Vesela")}


def test_two_persons_of_one_family_in_one_report_are_no_conflict() -> None:
    assert clashes("Anna Petrova met Maria Petrova.", "Minister Maria Petrova spoke.") == set()


def test_each_side_shows_the_other_and_the_link_is_conflicting() -> None:
    left = report_of("a", "Nine people were hurt in the fire.")
    right = report_of("b", "Eleven people were hurt in the fire.")
    comparison = compared(left, right)
    (ours,) = [f for f in comparison.findings if f.report == "a" and f.conflicts_with]
    assert ours.conflicts_with == ("b",)
    assert "Eleven people" in {passage.text for passage in ours.counterparts}
    assert [found.relation for found in comparison.links] == ["conflicting"]


UNLINKED = [
    ("Five people died and three are missing.", "Four people lost their lives.", "number"),
    ("No one was hurt in the crash.", "Nine people were hurt in the crash.", "negation"),
]


@pytest.mark.parametrize(("left", "right", "kind"), UNLINKED)
def test_the_dead_and_the_injured_are_compared_without_a_link(left: str, right: str, kind: str) -> None:
    assert kind in {found for found, _ in clashes(left, right, linked=False)}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Twelve people died, three of them at sea.", "Twelve people died."),
        ("Five people died.", "In 2019 seven people had died there."),
        ("The flood killed 11 people.", "It killed 7 people in Poland, 4 in Germany."),
        ("Five people died.", "Another two people died on Monday."),
    ],
)
def test_parts_and_sums_and_other_times_do_not_conflict(left: str, right: str) -> None:
    assert clashes(left, right, linked=False) == set()


OPPOSITES = [
    ("The price of bread rose in March.", "The price of bread fell in March.", True),
    ("The council approved the plan.", "The council rejected the plan.", True),
    ("The price of bread rose in March.", "The price of bread did not fall in March.", False),
    ("The price of bread rose, then fell.", "The price of bread fell.", False),
]


@pytest.mark.parametrize(("left", "right", "expected"), OPPOSITES)
def test_statements_that_say_the_opposite(left: str, right: str, expected: bool) -> None:
    assert (("statement", left) in clashes(left, right)) is expected


def test_a_preposition_is_no_first_name() -> None:
    assert clashes("Near Bohumin a dike broke.", "Of Bohumin little is left.", linked=False) == set()


STANCES = [
    ("The contract was not signed on Monday.", "The contract was signed on Monday.", ("negation", "not")),
    ("The mayor reportedly resigned.", "The mayor resigned.", ("hedge", "reportedly")),
    ("According to the police, two cars burnt.", "Two cars burnt.", ("attribution", "According to")),
]


@pytest.mark.parametrize(("left", "right", "expected"), STANCES)
def test_how_a_linked_statement_is_meant(left: str, right: str, expected: tuple[str, str]) -> None:
    comparison = compared(report_of("a", left), report_of("b", right))
    found = [f for f in comparison.findings if f.kind in ("negation", "hedge", "attribution")]
    assert [(f.kind, f.text) for f in found] == [expected]
    assert found[0].missing_from == ("b",)
    assert found[0].conflicts_with == (("b",) if expected[0] == "negation" else ())


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Nine people were taken to hospital; nobody died.", "Doctors treated nine.", "negation"),
        ("The works are safe and clean, the police said that day.", "Order was kept.", "attribution"),
        ("The cows reportedly number 4,200.", "The cows number about 4,200.", "hedge"),
    ],
)
def test_a_sure_link_tells_that_only_the_stance_is_lacking(left: str, right: str, kind: str) -> None:
    reports = [report_of("a", left), report_of("b", right)]
    for confidence, expected in ((0.95, True), (0.6, kind == "hedge")):
        links = [link("a", [0], "b", [0], confidence=confidence)]
        found = compare_reports(reports, links, events={"a": 1, "b": 1}, signature="test").findings
        assert any(f.kind == kind and f.missing_from == ("b",) for f in found) is expected


DENIALS = [
    ("The director was not detained.", "The director was detained on Monday.", True),
    ("Inspectors found no faults in May.", "In May inspectors found fourteen faults.", True),
    ("No faults came to light then.", "A letter to the owner lists fourteen faults and their costs.", True),
    ("No faults came to light then.", "A letter to the owner lists faults and their costs.", False),
    ("The director was not detained.", "The director was not arrested on Monday.", False),
    ("The director was not detained.", "The director refused to be detained.", False),
    ("The director was not detained, nor did he leave.", "The director was detained and left.", False),
    ('"I was not detained," the director said.', "The director was detained.", False),
    ("The director was not there.", "The accountant sold the old lorry.", False),
    (
        "The ferry was not insured against fire.",
        "The cargo, worth two million, was insured in London.",
        False,
    ),
]


@pytest.mark.parametrize(
    ("third", "expected"),
    [
        ("The firm has two loans, one of 380 million euros and one of 830 million euros.", False),
        ("The firm owes 380 million euros.", True),
    ],
)
def test_figures_that_a_third_report_has_both_of_stand_for_two_things(third: str, expected: bool) -> None:
    texts = {"a": "The firm owes 380 million euros.", "b": "The firm owes 830 million euros.", "c": third}
    reports = [report_of(name, text, date="2026-03-12") for name, text in texts.items()]
    links = [link("a", [0], "b", [0])]
    found = compare_reports(reports, links, events=dict.fromkeys(texts, 1), signature="test").findings
    assert any("b" in finding.conflicts_with for finding in found if finding.report == "a") is expected


def test_a_third_report_that_has_both_for_other_things_says_nothing_of_them() -> None:
    texts = {
        "a": ["Four people died in the flood."],
        "b": ["Five people died in the flood."],
        "c": ["Four people died in the flood.", "Mrs Vesela has lost her house, two barns and five goats."],
    }
    reports = [report_of(name, *found, date="2026-03-12") for name, found in texts.items()]
    found = compare_reports(reports, [], events=dict.fromkeys(texts, 1), signature="test").findings
    assert any("b" in finding.conflicts_with for finding in found if finding.report == "a")


@pytest.mark.parametrize(("left", "right", "expected"), DENIALS)
def test_what_one_denies_and_the_other_says(left: str, right: str, expected: bool) -> None:
    assert bool(clashes(left, right)) is expected
    assert bool(clashes(right, left)) is expected


def test_a_denial_is_shown_beside_what_is_denied() -> None:
    comparison = compared(
        report_of("a", "The director was not detained."), report_of("b", "The director was detained.")
    )
    found = {f.report: f for f in comparison.findings if f.conflicts_with}
    assert (found["a"].text, found["a"].kind) == ("not", "negation")
    assert (found["b"].text, found["b"].kind) == ("The director was detained.", "statement")
    assert [p.text for p in found["b"].counterparts] == ["not"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Not only the mayor resigned.", "The mayor resigned."),
        ("No one was hurt.", "Everybody escaped unhurt."),
        ("The mayor probably resigned.", "The mayor is said to have resigned."),
        ("According to the police, two cars burnt.", "Two cars burnt, the police said."),
        ("It cost no less than 5 million euros.", "It cost 5 million euros."),
    ],
)
def test_the_same_in_other_words_is_no_stance(left: str, right: str) -> None:
    found = compared(report_of("a", left), report_of("b", right)).findings
    assert not [f for f in found if f.kind in ("negation", "hedge", "attribution")]
