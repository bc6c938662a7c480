"""Scoring by article: the same figures as the ruler's own, with intervals around them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.accuracy import (
    DISGUISES,
    LOWER_CASE,
    MEASURES,
    Counts,
    Gold,
    count,
    disguised,
    f1,
    figures,
    outermost,
    resampled,
    table,
)
from reportedly.ledger import Article, Attribution, Ledger, ModelInfo
from training.reference import write_reference
from training.ruler import ruler


def ledger(text: str, *entries: Attribution) -> Ledger:
    info = ModelInfo(name="none", version="0")
    return Ledger(model=info, article=Article(text=text), attributions=entries)


@pytest.fixture
def split(tmp_path: Path, shared: Path) -> Path:
    """Two articles, the second of them with two annotators."""
    assert shared.is_dir()
    stories = {
        "first": ("Rain is likely, she said.\n", {"ab12": "16 19,20 24,0 14"}),
        "second": (
            "It may snow, he added. Nobody agreed, said Bo.\n",
            {"ab12": "13 15,16 21,0 11", "cd34": "43 45,38 42,23 36"},
        ),
    }
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    for name, (text, versions) in stories.items():
        (tmp_path / "text" / f"{name}.txt").write_text(text, encoding="utf-8")
        for annotator, spans in versions.items():
            source, cue, content = spans.split(",")
            (tmp_path / "attributions" / f"{name}_{annotator}.ann").write_text(
                f"T1\tSource {source}\tx\nT2\tCue {cue}\tx\nT3\tContent {content}\tx\n"
                "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n",
                encoding="utf-8",
            )
    with gzip.open(tmp_path / "corenlp.jsonl.gz", "wt") as handle:
        handle.write("")
    return tmp_path


def test_counts_add_up_to_the_rulers_own(split: Path) -> None:
    gold = Gold.read(split)
    right = Attribution(
        id="R1", source_spans=((16, 19),), cue_spans=((20, 24),), content_spans=((0, 14),)
    )
    nested = Attribution(id="R2", cue_spans=((5, 7),), content_spans=((8, 14),), within="R1")
    partly = Attribution(id="R1", cue_spans=((38, 42),), content_spans=((0, 11), (23, 36)))
    ledgers = {
        "first": ledger(gold.texts["first"], right, nested),
        "second": ledger(gold.texts["second"], partly),
    }
    counts = count(gold, ledgers)
    assert counts[0].tolist() == [[1, 1, 1]] * 4

    predictions, reference = split / "predictions.jsonl", split / "reference.jsonl"
    rows = [
        {"id": name, "attributions": [vars(one) for one in outermost(own)]}
        for name, own in ledgers.items()
    ]
    predictions.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    write_reference(split, reference)
    told = ruler().score(split, predictions, reference)
    expected = [told["exact"][role] for role in MEASURES[:3]] + [told["linked"]]
    assert counts.sum(axis=0).tolist() == [
        [row["correct"], row["predicted"], row["gold"]] for row in expected
    ]


def test_every_nth_article(split: Path) -> None:
    assert list(Gold.read(split, step=2).texts) == ["first"]


def some_counts(articles: int = 30) -> Counts:
    draw = np.random.default_rng(3)
    correct = draw.integers(0, 20, size=(articles, 4, 1))
    return np.concatenate([correct, correct + 5, correct + draw.integers(0, 9, correct.shape)], 2)


def test_intervals_hold_the_figure_and_stay_the_same() -> None:
    counts = some_counts()
    found = figures(counts)
    for measure, value in zip(MEASURES, f1(counts.sum(axis=0)), strict=True):
        assert found[measure]["f1"] == pytest.approx(value)
        assert found[measure]["low"] < value < found[measure]["high"]
    assert figures(counts) == found


def test_articles_that_are_alike_leave_nothing_to_chance() -> None:
    alike = np.repeat(some_counts(1), 12, axis=0)
    for value in figures(alike).values():
        assert value["low"] == pytest.approx(value["f1"])
        assert value["high"] == pytest.approx(value["f1"])


def test_more_articles_make_for_narrower_intervals() -> None:
    few = resampled(some_counts(10)).std(axis=0)
    many = resampled(np.tile(some_counts(10), (9, 1, 1))).std(axis=0)
    assert many == pytest.approx(few / 3, rel=0.2)


def test_the_loss_is_against_the_text_as_printed() -> None:
    counts = some_counts()
    worse = counts - np.array([1, 0, 0]) * (counts[..., :1] > 0)
    found = figures(worse, counts)
    assert all(value["loss"] > 0 for value in found.values())
    row = table({"no quotes": found}).splitlines()[-1]
    assert row.startswith(f"| no quotes | {found['source']['f1']:.1f} (")
    assert f", -{found['source']['loss']:.1f} |" in row


@given(st.text(max_size=80))
def test_disguises_keep_every_offset(text: str) -> None:
    for name in (*DISGUISES, LOWER_CASE):
        assert len(disguised(text, name)) == len(text)
    assert not set("“”‘’") & set(disguised(text, "straight quotes"))
    assert not set("\n\r") & set(disguised(text, "no paragraph breaks"))
