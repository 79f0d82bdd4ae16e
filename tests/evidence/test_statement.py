"""Keys of a statement are the same in three languages."""

import pytest

from align.evidence import statement_evidence

THREE = [
    (
        "Am 13. Februar 2026 sprach Außenminister Dscheenbek Kulubajew in Bischkek mit Vertretern der GUS.",
        "13 февраля 2026 года министр иностранных дел Жээнбек Кулубаев был в Бишкеке с коллегами из СНГ.",
        "On February 13, 2026 Foreign Minister Zheenbek Kulubaev spoke in Bishkek with members of the CIS.",
    ),
    (
        "Der Handel mit Kasachstan wuchs um 3,5 Prozent auf 1,4 Mrd. Dollar.",
        "Торговля с Казахстаном выросла на 3,5 процента до 1,4 млрд долларов.",
        "Trade with Kazakhstan grew by 3.5 percent to 1.4 billion dollars.",
    ),
    (
        "Die 7. Sitzung fand vor den VI Welt-Nomadenspielen statt.",
        "Седьмое заседание прошло перед VI Всемирными играми кочевников.",
        "The seventh session took place before the VI World Nomad Games.",
    ),
]


@pytest.mark.parametrize(("de", "ru", "en"), THREE)
def test_keys_agree(de: str, ru: str, en: str) -> None:
    keys = [
        statement_evidence(text, language).keys for text, language in ((de, "de"), (ru, "ru"), (en, "en"))
    ]
    assert keys[1] == keys[2]
    # German ch, j and z are ambiguous: such names have further readings.
    assert keys[1] <= keys[0]
    assert all(key.startswith("name:") for key in keys[0] - keys[1])
    assert len(keys[1]) > 2
