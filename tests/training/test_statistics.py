"""The tables of `docs/data.md`."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.polnear import GoldArticle, GoldAttribution, read_split
from training.statistics import ROLES, agreement, polnear_rows

TEXT = "Rain is likely, she said. It may snow, he added."
SHE = GoldAttribution(((16, 19),), ((20, 24),), ((0, 14),))
HE = GoldAttribution(((39, 41),), ((42, 47),), ((26, 37),))
NOBODY = GoldAttribution((), ((42, 47),), ((26, 28), (29, 37)))


def article(*versions: tuple[GoldAttribution, ...]) -> GoldArticle:
    return GoldArticle("story", TEXT, {f"a{n}": version for n, version in enumerate(versions)})


def test_counts_are_of_the_first_annotator() -> None:
    rows = dict(polnear_rows([[article((SHE, NOBODY), ()), article((HE,))]]))
    assert rows == {
        "articles": ["2"],
        "words": ["20"],
        "attributions": ["3"],
        "without source": ["1 (33.3%)"],
        "without cue": ["0 (0.0%)"],
        "without content": ["0 (0.0%)"],
        "with source in several pieces": ["0 (0.0%)"],
        "with content in several pieces": ["1 (33.3%)"],
        "articles with several annotators": ["1"],
    }


@pytest.mark.usefixtures("shared")
def test_annotators_who_mark_the_same_agree() -> None:
    assert agreement([article((SHE, HE), (HE, SHE))]) == dict.fromkeys((*ROLES, "linked"), (100, 1))


@pytest.mark.usefixtures("shared")
def test_agreement_is_f1_over_all_pairs() -> None:
    # Pairs: she and he against she; she and he against she and nobody; she against the last.
    found = agreement([article((SHE, HE), (SHE,), (SHE, NOBODY)), article((SHE,))])
    assert {pairs for _, pairs in found.values()} == {3}
    assert found["source"][0] == pytest.approx(100 * 2 * 3 / (3 + 3 + 2))
    assert found["cue"][0] == pytest.approx(100 * 2 * 4 / (3 + 4 + 3))
    assert found["content"][0] == pytest.approx(100 * 2 * 3 / (3 + 5 + 4))
    assert found["linked"][0] == pytest.approx(100 * 2 * 3 / (3 + 4 + 3))


def test_the_documented_counts_are_those_of_the_corpus(shared: Path) -> None:
    dev = list(read_split(shared / "data" / "polnear" / "dev"))
    page = (Path(__file__).parents[2] / "docs" / "data.md").read_text(encoding="utf-8")
    documented = page[page.index("| PolNeAR |") :].split("\n\n")[0].splitlines()[2:]
    rows = [(line.split(" | ")[0], line.split(" | ")[-1]) for line in documented]
    assert rows == [(f"| {name}", f"{value} |") for name, [value] in polnear_rows([dev])]
