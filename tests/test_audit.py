"""On whose word an article rests: a report, and what an editor would count in it by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from reportedly.audit import Words, audit, stretches
from reportedly.ledger import Actor, Article, Attribution, Ledger, ModelInfo
from tests.formats.ledgers import FERRY, any_ledgers
from tests.formats.story import STORY, TEXT

INFO = ModelInfo(name="by hand", version="1")


def actor(id_: str, anonymity: Any = "named", kind: Any = "person") -> Actor:
    named = anonymity == "named"
    return Actor(id=id_, name=id_, kind=kind, named=named, anonymity=anonymity)


ACTORS = (
    actor("A0", kind="outlet"),
    actor("falk"),
    actor("aide", "unnamed"),
    actor("envoy", "withheld"),
    actor("gazette", kind="outlet"),
)


def ledger(text: str, *said: dict[str, Any]) -> Ledger:
    """A ledger of a text; each attribution has its content, source and cue as words of it."""
    entries = []
    for number, one in enumerate(said, 1):
        fields = dict(one)
        for role in ("content", "source", "cue", "carried"):
            words = fields.pop(f"{role}_words", "")
            fields[f"{role}_spans"] = ((text.index(words), text.index(words) + len(words)),)
            if not words:
                fields[f"{role}_spans"] = ()
        entries.append(Attribution(id=f"R{number}", **fields))
    return Ledger(
        model=INFO, article=Article(text=text), actors=ACTORS, attributions=tuple(entries)
    )


def told(ledger: Ledger) -> Iterator[str]:
    """Each sentence that rests on one source without a name."""
    for one in audit(ledger).sentences:
        if one.single:
            yield ledger.article.text[slice(*one.span)]


RAIN = "Rain is likely, Falk said. It was dark."


def said(chain: list[str], **others: Any) -> dict[str, Any]:
    return {
        "content_words": "Rain is likely",
        "source_words": "Falk",
        "cue_words": "said",
        "chain": tuple(chain),
        **others,
    }


# What vouches for "Rain is likely, Falk said. It was dark.", and whose words these eight are.
VOICES: list[tuple[dict[str, Any], dict[str, int]]] = [
    (said(["A0", "falk"]), {"named": 5, "own": 3}),
    (said(["A0", "aide"]), {"unnamed": 5, "own": 3}),
    (said(["A0", "envoy"]), {"withheld": 5, "own": 3}),
    (said(["A0", "gazette", "envoy"]), {"withheld": 5, "own": 3, "relayed": 5}),
    (said(["A0", "gazette", "falk"]), {"named": 5, "own": 3, "relayed": 5}),
    (said([], source="aide"), {"unnamed": 5, "own": 3}),
    # Nobody is named as the source: the outlet itself says so, or nobody knows who does.
    (said(["A0"]), {"own": 8}),
    (said([]), {"unidentified": 5, "own": 3}),
    # Sentences that go on without a cue belong to it.
    (said(["A0", "falk"], carried_words="It was dark."), {"named": 8}),
    # That somebody kept silent, the outlet tells on its own word; a denial is its speaker's.
    (said(["A0", "envoy"], negated=True), {"own": 8}),
    (said(["A0", "envoy"], content_words=""), {"own": 8}),
    (said(["A0", "envoy"], negated=True, act="belief"), {"withheld": 5, "own": 3}),
]


@pytest.mark.parametrize(("entry", "expected"), VOICES)
def test_voices(entry: dict[str, Any], expected: dict[str, int]) -> None:
    assert audit(ledger(RAIN, entry)).words == Words(**expected)


def test_only_outermost_attributions_count() -> None:
    text = "Falk said an aide fears rain."
    outer = {
        "source_words": "Falk",
        "cue_words": "said",
        "content_words": "an aide fears rain",
        "chain": ("A0", "falk"),
    }
    inner = {
        "source_words": "an aide",
        "cue_words": "fears",
        "content_words": "rain",
        "chain": ("A0", "falk", "aide"),
        "within": "R1",
    }
    found = audit(ledger(text, outer, inner))
    assert found.words == Words(named=6)
    assert found.origins == ("falk",)


def test_where_an_outlet_quotes_somebody_that_is_the_origin() -> None:
    text = "The Gazette reported that an aide fears rain."
    outer = {
        "source_words": "The Gazette",
        "cue_words": "reported",
        "content_words": "that an aide fears rain",
        "chain": ("A0", "gazette"),
    }
    inner = {
        "source_words": "an aide",
        "cue_words": "fears",
        "content_words": "rain",
        "chain": ("A0", "gazette", "aide"),
        "within": "R1",
    }
    assert audit(ledger(text, outer)).origins == ("gazette",)
    assert audit(ledger(text, outer, inner)).origins == ("aide",)


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        (["A0", "aide"], ["Rain is likely, Falk said."]),
        (["A0", "gazette", "envoy"], ["Rain is likely, Falk said."]),
        (["A0", "falk"], []),
        ([], []),
    ],
)
def test_a_sentence_that_rests_on_one_source_without_a_name(
    chain: list[str], expected: list[str]
) -> None:
    assert list(told(ledger(RAIN, said(chain)))) == expected


def test_a_sentence_that_has_another_source_or_is_mostly_the_outlets_own_is_none() -> None:
    text = "It is dark, an aide fears, and the wind has been high all day. Falk said so."
    aide = {
        "content_words": "It is dark",
        "source_words": "an aide",
        "cue_words": "fears",
        "chain": ("A0", "aide"),
    }
    falk = {
        "content_words": "the wind has been high all day",
        "source_words": "Falk",
        "cue_words": "said",
        "chain": ("A0", "falk"),
    }
    assert list(told(ledger(text, aide))) == []
    assert list(told(ledger(text, aide, falk))) == []


def test_statements_are_runs_of_sentences_within_a_paragraph() -> None:
    text = "Rain, Falk said. It is wet. It is cold.\n\nIt is dark. She went home. It is late."
    entry = {
        "content_words": "Rain",
        "carried_words": "It is wet. It is cold.\n\nIt is dark.",
        "chain": ("A0", "falk"),
    }
    late = {"content_words": "It is late.", "chain": ("A0", "falk")}
    (source,) = audit(ledger(text, entry, late)).sources
    assert (source.words, source.statements) == (13, 3)


def test_a_report_in_full() -> None:
    found = audit(STORY)
    assert found.words == Words(own=28, named=29, unnamed=21, withheld=23, relayed=39)
    assert found.origins == ("A1", "A3", "A4", "A5")
    assert [(one.actor, one.words, one.statements) for one in found.sources] == [
        ("A5", 23, 2),
        ("A1", 21, 1),
        ("A4", 18, 1),
        ("A3", 11, 1),
    ]
    assert [number for number, one in enumerate(found.sentences, 1) if one.single] == [2, 3, 7, 9]
    assert [TEXT[slice(*found.sentences[number - 1].span)] for number in (3, 9)] == [
        "Fares would be frozen.",
        "Both parliaments approve once the harbour is dredged, he said.",
    ]


def test_without_actors_nobody_is_identified() -> None:
    found = audit(FERRY)
    assert (found.words.own, found.words.unidentified, found.origins) == (4, 14, ())


@given(any_ledgers())
def test_every_word_has_one_voice(ledger: Ledger) -> None:
    found = audit(ledger)
    words = [word for word in ledger.article.text.split() if any(map(str.isalnum, word))]
    assert found.words.total == len(words)
    assert sum(one.words.total for one in found.sentences) == found.words.total
    assert found.words.relayed <= found.words.total - found.words.own
    ends = [0]
    for piece in stretches(ledger):
        assert ends[-1] <= piece.start < piece.end
        ends.append(piece.end)
    identified = found.words.total - found.words.own - found.words.unidentified
    assert sum(one.words for one in found.sources) == identified
    assert len(set(found.origins)) == len(found.origins)
