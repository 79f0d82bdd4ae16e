import pytest
from sacrebleu import corpus_bleu, corpus_chrf

from align._exceptions import InputError
from align.scoring.translations import score_translations

SYSTEM = ["The ferry left the harbour at noon.", "Nobody was hurt.", "It had been late before."]
REFERENCES = [
    ["The ferry left port at noon.", "No one was injured.", "It had been late before."],
    ["At noon the ferry left the harbour.", "Nobody came to harm.", "It was not late for the first time."],
]


def test_figures_are_those_of_sacrebleu():
    scores = score_translations(SYSTEM, REFERENCES)
    expected = [corpus_bleu(SYSTEM, REFERENCES).score, corpus_chrf(SYSTEM, REFERENCES).score]
    assert [(metric.name, metric.score) for metric in scores.metrics] == list(
        zip(("BLEU", "chrF2"), expected, strict=True)
    )
    assert 30 < expected[0] < 90
    assert all("nrefs:2|" in metric.signature for metric in scores.metrics)
    assert (scores.lines, scores.untranslated) == (3, None)


def test_only_lines_with_letters_can_be_left_untranslated():
    lines = ["Es regnete.", "14:30", "", "Riga"]
    scores = score_translations(["It rained.", "14:30", "", " Riga"], [lines], sources=lines)
    assert scores.untranslated == 1


@pytest.mark.parametrize(
    ("hypotheses", "references", "sources"),
    [([], [[]], None), (["a"], [["a", "b"]], None), (["a"], [["a"]], [])],
)
def test_lines_that_do_not_fit_are_refused(hypotheses, references, sources):
    with pytest.raises(InputError):
        score_translations(hypotheses, references, sources=sources)
