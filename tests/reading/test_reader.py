"""Article to ledger: what it says of plain sentences, and that it always says the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.consistency import validate
from reportedly.errors import DamagedModel, UnknownModel
from reportedly.ledger import (
    LAYERS,
    Article,
    Attribution,
    Claim,
    Condition,
    Layer,
    Ledger,
    Position,
)
from reportedly.reading.reader import Reader

SAMPLE = Path(__file__).parents[2] / "samples" / "ferry.txt"

# Sentences that any reader settles alike: text, then who, how and what of each attribution.
PLAIN = [
    (
        "The bridge is safe, the mayor said on Monday.",
        [("the mayor", "said", "The bridge is safe")],
    ),
    (
        "“We will rebuild the school,” said Ana Duarte, the governor.",
        [("Ana Duarte, the governor", "said", "“We will rebuild the school,”")],
    ),
    (
        "The company told reporters that it had paid the fine.",
        [("The company", "told", "that it had paid the fine")],
    ),
    (
        "Nobody was hurt, according to the police.",
        [("the police", "according to", "Nobody was hurt")],
    ),
    ("The mayor declined to comment.", [("The mayor", "declined to comment", "")]),
    ("It rained all night, and the river rose by a metre.", []),
]

NESTED = "The minister said that her aides doubt that the bridge will ever be finished."


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="module")
def sample(reader: Reader) -> Ledger:
    return reader.read(Article(text=SAMPLE.read_text(encoding="utf-8")))


def parent_of(ledger: Ledger, entry: Attribution) -> Attribution:
    return next(one for one in ledger.attributions if one.id == entry.within)


def in_words(ledger: Ledger, entry: Attribution) -> tuple[str, str, str]:
    source, cue, content = entry.source_spans, entry.cue_spans, entry.content_spans
    return ledger.text_of(source), ledger.text_of(cue), ledger.text_of(content)


@pytest.mark.parametrize(("text", "expected"), PLAIN, ids=[text[:24] for text, _ in PLAIN])
def test_plain_sentences(reader: Reader, text: str, expected: list[tuple[str, str, str]]) -> None:
    ledger = reader.read(Article(text=text))
    assert [in_words(ledger, a) for a in ledger.attributions if a.within is None] == expected


def test_what_somebody_says_that_others_think_lies_within(reader: Reader) -> None:
    ledger = reader.read(Article(text=NESTED))
    outer, inner = ledger.attributions
    assert in_words(ledger, outer)[:2] == ("The minister", "said")
    assert in_words(ledger, inner)[:2] == ("her aides", "doubt")
    assert (outer.within, inner.within) == (None, outer.id)


def test_a_nested_attribution_stays_inside_the_content_around_it(sample: Ledger) -> None:
    nested = [entry for entry in sample.attributions if entry.within]
    assert nested
    for entry in nested:
        around = parent_of(sample, entry).content_spans
        for start, end in (*entry.source_spans, *entry.cue_spans, *entry.content_spans):
            assert any(a <= start and end <= b for a, b in around)


def test_entries_are_numbered_as_they_begin_in_the_text(sample: Ledger) -> None:
    entries = sample.attributions
    assert [entry.id for entry in entries] == [f"R{n}" for n in range(1, len(entries) + 1)]
    starts = [
        min(start for start, _ in (*e.source_spans, *e.cue_spans, *e.content_spans))
        for e in entries
    ]
    assert starts == sorted(starts)
    seen: set[str] = set()
    for entry in entries:
        assert entry.within is None or entry.within in seen
        seen.add(entry.id)


def test_every_attribution_has_a_cue_and_a_content(sample: Ledger) -> None:
    assert len(sample.attributions) > 10
    assert all(entry.cue_spans and entry.content_spans for entry in sample.attributions)


def test_the_ledger_holds_together(sample: Ledger) -> None:
    validate(sample)
    assert sample.article.text == SAMPLE.read_text(encoding="utf-8")
    assert sample.model.name == "small"
    assert all(0 < entry.confidence < 1 for entry in sample.attributions)


@pytest.mark.parametrize("text", ["", "   \n\n\t", "\ufeff", "```", "."])
def test_a_text_without_words_yields_an_empty_ledger(reader: Reader, text: str) -> None:
    assert reader.read(Article(text=text)).attributions == ()


@pytest.mark.parametrize(("language", "flags"), [("en", ()), (None, ()), ("de", ("not-english",))])
def test_another_language_is_flagged(
    reader: Reader, language: str | None, flags: tuple[str, ...]
) -> None:
    assert reader.read(Article(text=NESTED, language=language)).flags == flags


def test_long_texts_are_read_in_stretches_with_offsets_of_the_whole(reader: Reader) -> None:
    filler = "The harbour lay quiet under a grey sky that week.\n\n" * 850
    text = f"{PLAIN[0][0]}\n\n{filler}{NESTED}\n"
    ledger = reader.read(Article(text=text))
    validate(ledger)
    found = [in_words(ledger, entry) for entry in ledger.attributions]
    assert found[0] == PLAIN[0][1][0]
    *_, outer, inner = ledger.attributions
    assert in_words(ledger, outer)[:2] == ("The minister", "said")
    assert in_words(ledger, inner)[:2] == ("her aides", "doubt")
    assert inner.within == outer.id
    assert outer.cue_spans == ((text.rindex(" said ") + 1, text.rindex(" said ") + 5),)


def articles() -> list[Article]:
    texts = [SAMPLE.read_text(encoding="utf-8"), NESTED, *(text for text, _ in PLAIN)]
    return [Article(text=text) for text in texts]


def test_the_same_text_gives_the_same_bytes_whatever_is_read_beside_it(reader: Reader) -> None:
    alone = [Reader().read(article).to_json() for article in articles()[:2]]
    threads = Reader(threads=2)
    assert [threads.read(article).to_json() for article in articles()[:2]] == alone
    together = [ledger.to_json() for ledger in reader.read_many(articles())]
    assert together[:2] == alone
    backwards = [ledger.to_json() for ledger in reader.read_many(reversed(articles()))]
    assert backwards[::-1] == together
    assert [ledger.to_json() for ledger in reader.read_many(articles(), jobs=2)] == together


def test_articles_are_taken_as_they_are_needed(reader: Reader) -> None:
    taken: list[int] = []

    def endless() -> Iterator[Article]:
        while True:
            taken.append(len(taken))
            yield Article(text=PLAIN[0][0])

    ledgers = reader.read_many(endless())
    for _ in range(3):
        next(ledgers)
    assert len(taken) == 3


def test_jobs_hold_few_articles_at_a_time(reader: Reader) -> None:
    taken: list[int] = []

    def endless() -> Iterator[Article]:
        while True:
            taken.append(len(taken))
            yield Article(text=f"{len(taken)} bridges are safe, the mayor said.")

    ledgers = reader.read_many(endless(), jobs=2)
    first = [next(ledgers).article.text.split()[0] for _ in range(5)]
    ledgers.close()  # type: ignore[attr-defined]
    assert first == ["1", "2", "3", "4", "5"]
    assert len(taken) <= 20


class Sinking(Reader):
    """Fails over one article."""

    def read(self, article: Article) -> Ledger:
        if "sank" in article.text:
            raise ZeroDivisionError("at sea")
        return super().read(article)


def test_an_article_that_cannot_be_read_is_passed_over_if_the_caller_is_told() -> None:
    boats = [Article(text=text) for text in ("It sailed.", "It sank.", "It came back.")]
    told: list[tuple[str, str]] = []
    ledgers = Sinking().read_many(boats, on_error=lambda a, e: told.append((a.text, str(e))))
    assert [ledger.article.text for ledger in ledgers] == ["It sailed.", "It came back."]
    assert told == [("It sank.", "at sea")]
    with pytest.raises(ZeroDivisionError):
        list(Sinking().read_many(boats))


def test_a_model_that_cannot_be_loaded_is_no_fault_of_the_article() -> None:
    with pytest.raises(UnknownModel):
        list(Reader("enormous").read_many([Article(text=NESTED)], on_error=lambda a, e: None))


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    article = Article(text=NESTED)
    with pytest.raises(UnknownModel, match="enormous"):
        Reader("enormous").read(article)
    with pytest.raises(UnknownModel):
        Reader(str(tmp_path)).read(article)


@pytest.mark.parametrize(
    "config", ["", "[]", '{"name": "x"}'], ids=["empty", "a list", "incomplete"]
)
def test_a_damaged_model_is_told(tmp_path: Path, config: str) -> None:
    (tmp_path / "config.json").write_text(config, encoding="utf-8")
    with pytest.raises(DamagedModel):
        Reader(str(tmp_path)).read(Article(text=NESTED))


#: Texts, then what the whole ledger says of them: actors, chains, claims, positions, conditions.
TOLD = "“I will sign the law,” Governor Ana Duarte told the Gazette. “We owe it to the farmers.”"
TAX = "Finance Minister Jana Novak opposes the tax. She said rents may rise."
GRAIN = "Sylvania will not ship the grain unless the ceasefire holds, its foreign ministry said."
NATIONS = (
    "France and Britain proposed a truce. The two nations doubt that it would hold, they said."
)


def named(ledger: Ledger) -> dict[str, str]:
    return {actor.id: actor.name for actor in ledger.actors}


def claim_of(ledger: Ledger, entry: Position | Condition) -> Claim:
    return next(claim for claim in ledger.claims if claim.id == entry.claim)


def test_i_and_we_are_the_speaker_and_who_was_told_passes_it_on(reader: Reader) -> None:
    ledger = reader.read(Article(text=TOLD, outlet="The Echo"))
    [said] = ledger.attributions
    names = named(ledger)
    assert [names[actor] for actor in said.chain] == ["The Echo", "Gazette", "Ana Duarte"]
    duarte = next(actor for actor in ledger.actors if actor.name == "Ana Duarte")
    assert [TOLD[slice(*m)] for m in duarte.mentions] == ["I", "Governor Ana Duarte", "We"]
    assert (duarte.kind, duarte.title, duarte.anonymity) == ("person", "Governor", "named")


def test_a_pronoun_is_whom_it_means_and_an_opponent_opposes(reader: Reader) -> None:
    ledger = reader.read(Article(text=TAX))
    [novak] = [actor for actor in ledger.actors if actor.id != "A0"]
    assert [entry.source for entry in ledger.attributions] == [novak.id, novak.id]
    [stands] = ledger.positions
    assert (stands.actor, stands.stance) == (novak.id, "opposes")
    assert ledger.text_of(stands.target_spans) == "the tax"
    assert ledger.text_of(claim_of(ledger, stands).spans) == "the tax"
    last = ledger.claims[-1]
    assert ledger.text_of(last.spans) == "rents may rise"
    assert (last.certainty, last.polarity, last.time) == ("possible", "positive", "future")


def test_what_hangs_on_what(reader: Reader) -> None:
    ledger = reader.read(Article(text=GRAIN))
    [condition] = ledger.conditions
    assert "ship the grain" in ledger.text_of(claim_of(ledger, condition).spans)
    assert condition.relation == "unless"
    assert GRAIN[slice(*condition.requirement_spans[0])] == "the ceasefire holds"
    assert "ship the grain" in GRAIN[slice(*condition.outcome_spans[0])]


def test_a_pair_is_one_actor_also_when_it_is_counted(reader: Reader) -> None:
    ledger = reader.read(Article(text=NATIONS))
    pair = next(actor for actor in ledger.actors if actor.name == "France and Britain")
    assert "The two nations" in [NATIONS[slice(*mention)] for mention in pair.mentions]


@pytest.mark.parametrize(
    ("layers", "filled"),
    [
        (["attributions"], {"attributions"}),
        (["claims"], {"attributions", "claims"}),
        (["positions"], {"actors", "attributions", "positions"}),
        (["conditions", "actors"], {"actors", "attributions", "conditions"}),
        (LAYERS, set(LAYERS)),
    ],
)
def test_what_was_not_asked_for_is_empty_and_flagged(
    reader: Reader, layers: list[Layer], filled: set[str]
) -> None:
    article = Article(text=f"{TOLD}\n\n{TAX}\n\n{GRAIN}")
    whole, ledger = reader.read(article), Reader(layers=layers).read(article)
    assert {layer for layer in LAYERS if getattr(ledger, layer)} == filled
    assert set(ledger.flags) == {f"without-{layer}" for layer in set(LAYERS) - filled}
    assert [in_words(ledger, a) for a in ledger.attributions] == [
        in_words(whole, a) for a in whole.attributions
    ]
    assert all(bool(a.chain) == ("actors" in filled) for a in ledger.attributions)
    validate(ledger)
    [same] = Reader(layers=layers).read_many([article], jobs=2)
    assert same == ledger


def test_entries_are_made_of_whole_words(reader: Reader) -> None:
    inside = re.compile(r"(?<=\w)(?=\w)")
    for path in sorted(SAMPLE.parent.rglob("*.txt")):
        ledger = reader.read(Article(text=path.read_text(encoding="utf-8")))
        text = ledger.article.text
        cut = {match.start() for match in inside.finditer(text)}
        spans = [span for claim in ledger.claims for span in claim.spans]
        for said in ledger.attributions:
            spans += [*said.source_spans, *said.cue_spans, *said.content_spans]
        assert [text[slice(*span)] for span in spans if not cut.isdisjoint(span)] == [], path.name
