"""What a trial changes in the settings."""

from __future__ import annotations

import click
import pytest

from scripts.train.trial import AS_IT_IS, changed

CONFIG = {
    "translation": {"sampled": 0.3},
    "sources": {"de-en/php_manual": {"weight": 0.05}},
    "further": {
        "stages": [{"max_pieces": 90, "batch_pieces": 4000, "millions": 45.0}],
        "cooldown_millions": 18.0,
    },
}


def test_both_sides_of_a_trial_train_as_long_and_differ_in_one_value() -> None:
    plain = changed(CONFIG, AS_IT_IS, 3.0)
    other = changed(CONFIG, "translation.sampled=0.0", 3.0)
    assert plain["further"] == {
        "stages": [{"max_pieces": 90, "batch_pieces": 4000, "millions": 3.0}],
        "cooldown_millions": 2.0,
    }
    assert other == {**plain, "translation": {"sampled": 0.0}}
    assert CONFIG["translation"] == {"sampled": 0.3}


def test_names_of_sources_are_reached() -> None:
    found = changed(CONFIG, "sources.de-en/php_manual.weight=1.0", 3.0)
    assert found["sources"] == {"de-en/php_manual": {"weight": 1.0}}


@pytest.mark.parametrize("change", ["translation.sampeld=0.0", "translatoin.sampled=0.0"])
def test_what_the_config_does_not_have_is_refused(change: str) -> None:
    with pytest.raises(click.ClickException, match="the config has no"):
        changed(CONFIG, change, 3.0)
