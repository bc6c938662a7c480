"""Conditions of several reports, by their words, and the graph that they make."""

from __future__ import annotations

import pytest

from reportedly.ledger import Actor, Article, Attribution, Claim, Condition, Ledger, ModelInfo, Span
from reportedly.story.conditions.clauses import clause_of
from reportedly.story.conditions.conditional import Graph
from reportedly.story.conditions.graphs import graph_of
from reportedly.story.conditions.propositions import SAME, nearness
from reportedly.story.conditions.requirements import sense_of
from reportedly.story.conditions.whatif import what_if
from reportedly.story.embedding import embedder
from reportedly.story.report import Report


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def report(
    number: int,
    text: str,
    *conditions: tuple[str, str, str, str],
    claims: tuple[tuple[str, str, str], ...] = (),
    acts: tuple[tuple[str, str, str], ...] = (),
) -> Report:
    """Conditions are (outcome, relation, cue, requirement), claims (words, polarity, time)."""
    falk = Actor(id="A1", name="Ida Falk", kind="person", named=True, anonymity="named")
    outlet = Actor(id="A0", name="", kind="outlet", named=True, anonymity="named")
    ledger = Ledger(
        model=ModelInfo(name="none", version="1"),
        article=Article(text=text, outlet="The Post", published=f"2025-03-{number:02}"),
        actors=(outlet, falk),
        attributions=tuple(
            Attribution(id=f"R{n}", source_spans=(span(text, who),), cue_spans=(span(text, cue),),
                        content_spans=(span(text, what),), chain=("A0", "A1"))
            for n, (who, cue, what) in enumerate(acts, start=1)
        ),
        claims=tuple(
            Claim(id=f"C{n}", spans=(span(text, words),), chain=("A0",), certainty="certain",
                  polarity=polarity, time=time)  # type: ignore[arg-type]
            for n, (words, polarity, time) in enumerate(claims, start=1)
        ),
        conditions=tuple(
            Condition(id=f"K{n}", outcome_spans=(span(text, outcome),),
                      requirement_spans=(span(text, requirement),),
                      relation=relation,  # type: ignore[arg-type]
                      cue_spans=(span(text, cue),), attribution="R1" if acts else None)
            for n, (outcome, relation, cue, requirement) in enumerate(conditions, start=1)
        ),
    )  # fmt: skip
    return Report(number, ledger)


def shown(graph: Graph) -> list[str]:
    return [
        f"{one.outcome} < {'not ' * one.negated}{one.requirement}"
        f"{' | ways' if one.alternative else ''}"
        for one in graph.links
    ]


@pytest.mark.parametrize(
    ("words", "bare", "negated"),
    [
        ("the permit is granted", "the permit is granted", False),
        ("the permit is not granted", "the permit is … granted", True),
        ("the crane cannot be moved", "the crane can … be moved", True),
        ("no permit", "permit", True),
        ("Not a ship sails", "ship sails", True),
        ("the test fails", "the test fails", True),
        ("the test does not fail", "the test does … fail", False),
        ("the bridge stays shut", "the bridge stays shut", True),
        ("trams are kept off the bridge", "trams are kept off the bridge", True),
        ("no later than May", "no later than May", False),
        ("nobody has to leave", "has to leave", True),
    ],
)
def test_what_denies_is_told_apart(words: str, bare: str, negated: bool) -> None:
    own = report(1, words)
    clause = clause_of(own, ((0, len(words)),))
    assert (own.ledger.text_of(clause.bare), clause.negated) == (bare, negated)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the ferry licence is issued", "there will be no licence for the ferry", True),
        ("Selka Lines buys the yard", "the sale goes ahead", True),
        ("dredging begins in May", "the channel has been dredged", True),
        ("the hull passes the test", "the hull fails", True),
        ("the bank will release a loan of 3 million crowns", "the loan", True),
        ("the yard survives", "the strike ends", False),
        ("the union calls off the strike", "the union holds a vote", False),
        ("Selka Lines withdraws", "Orla Bank withdraws", False),
        ("the fare rises by 5 crowns", "the fare rises by 9 crowns", False),
        ("the council approves the plan", "the owner approves the price", False),
    ],
)
def test_which_clauses_mean_one_proposition(one: str, other: str, same: bool) -> None:
    first, second = (clause_of(report(1, words), ((0, len(words)),)) for words in (one, other))
    vectors = embedder()([first.plain, second.plain])
    assert (nearness(first, second, float(vectors[0] @ vectors[1])) >= SAME) is same


@pytest.mark.parametrize(
    ("text", "relation", "cue", "no_outcome", "no_requirement", "necessary", "opposite"),
    [
        ("it sails if it is dry", "if", "if", False, False, False, False),
        ("it sails if it does not rain", "if", "if", False, True, False, True),
        ("it does not sail if it rains", "if", "if", True, False, True, True),
        ("it does not sail if it is not dry", "if", "if", True, True, True, False),
        ("it sails only if it is dry", "if", "only if", False, False, True, False),
        ("it sails unless it rains", "unless", "unless", False, False, False, True),
        ("it does not sail unless it is dry", "unless", "unless", True, False, True, False),
        ("it does not sail until it is dry", "until", "until", True, False, True, False),
        ("it cannot sail without a permit", "requires", "without", True, False, True, False),
        ("sailing depends on a permit", "requires", "depends on", False, False, True, False),
    ],
)
def test_what_a_condition_means(
    text: str, relation: str, cue: str, no_outcome: bool, no_requirement: bool,
    necessary: bool, opposite: bool,
) -> None:  # fmt: skip
    assert sense_of(relation, cue, no_outcome, no_requirement) == (necessary, opposite)


FIRST = report(
    1,
    "The yard will not be sold unless the hull passes the test. It could go to Orla if the bank "
    "lends the money. The bank will lend the money if the port stays open.",
    ("The yard will not be sold", "unless", "unless", "the hull passes the test"),
    ("The bank will lend the money", "if", "if the port", "the port stays open"),
)
SECOND = report(
    2,
    "If the hull fails, the sale cannot go ahead, Ida Falk said. The loan hangs on a guarantee.",
    ("the sale cannot go ahead", "if", "If", "the hull fails"),
    ("The loan", "requires", "hangs on", "a guarantee"),
    acts=(("Ida Falk", "said", "If the hull fails, the sale cannot go ahead"),),
)


def test_reports_join_in_one_graph() -> None:
    graph = graph_of([SECOND, FIRST])
    assert shown(graph) == [
        "yard-sold < hull-passes-test",
        "bank-lend-money < port-open | ways",
        "yard-sold < hull-passes-test",
        "bank-lend-money < guarantee",
    ]
    assert graph.links[2].chain == ("The Post", "Ida Falk")
    glosses = {one.id: one.gloss.words for one in graph.propositions}
    assert glosses["hull-passes-test"] == "the hull passes the test"
    assert {one.id: one.kind for one in graph.propositions} == {
        "yard-sold": "plan",
        "bank-lend-money": "plan",
        "hull-passes-test": "event",
        "port-open": "event",
        "guarantee": "event",
    }


def test_everything_points_at_words_of_a_report() -> None:
    texts = {one.number: one.text for one in (FIRST, SECOND)}
    graph = graph_of([FIRST, SECOND])
    quotes = [one.quote for one in graph.links]
    quotes += [mention.quote for one in graph.propositions for mention in one.mentions]
    quotes += [one.gloss for one in graph.propositions]
    for quote in quotes:
        assert quote.words == " … ".join(texts[quote.report][a:b] for a, b in quote.spans)


def test_what_is_said_later_renames_nothing() -> None:
    before = [one.id for one in graph_of([FIRST]).propositions]
    assert [one.id for one in graph_of([FIRST, SECOND]).propositions][: len(before)] == before


def test_what_is_denied_by_all_is_a_proposition_by_its_own_words() -> None:
    text = "If the strike collapses, the yard will reopen."
    graph = graph_of(
        [report(1, text, ("the yard will reopen", "if", "If", "the strike collapses"))]
    )
    assert shown(graph) == ["yard-reopen < strike-collapses | ways"]
    assert graph.propositions[1].gloss.words == "the strike collapses"
    answer = what_if(graph, {"strike-collapses": True})
    assert [one.proposition.id for one in answer.stand] == ["yard-reopen"]


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ((("The hull passed the test", "positive", "past"),), True),
        ((("The hull failed the test", "positive", "past"),), False),
        ((("The hull will not pass the test", "negative", "future"),), False),
        ((("The hull has not passed the test", "negative", "past"),), None),  # it may yet
        ((("The hull may pass the test", "positive", "present"),), None),
        ((("The hull will pass the test", "positive", "future"),), None),
        ((("The hull failed the test", "positive", "past"),
          ("The hull passed the test", "positive", "past")), True),
    ],
)  # fmt: skip
def test_what_reports_say_has_happened(
    claims: tuple[tuple[str, str, str], ...], expected: bool | None
) -> None:
    later = report(3, ". ".join(words for words, _, _ in claims) + ".", claims=claims)
    found = {one.id: one for one in graph_of([FIRST, later]).propositions}["hull-passes-test"]
    assert found.given is expected
    assert (found.told is None) == (expected is None)


def test_claims_mention_propositions_too() -> None:
    later = report(3, "The yard will be sold. The yard will not be sold.",
                   claims=(("The yard will be sold", "positive", "future"),
                           ("The yard will not be sold", "negative", "hypothetical")))  # fmt: skip
    sold = next(one for one in graph_of([FIRST, later]).propositions if one.id == "yard-sold")
    assert [(one.quote.report, one.quote.words, one.negated) for one in sold.mentions] == [
        (1, "The yard will not be sold", True),
        (3, "The yard will be sold", False),
        (3, "The yard will not be sold", True),
    ]
    assert sold.given is None


def test_what_somebody_did_by_saying_it_has_happened() -> None:
    text = "The beach stays closed until the laboratory has published a map."
    first = report(1, text, ("The beach stays closed", "until", "until",
                             "the laboratory has published a map"))  # fmt: skip
    second = report(
        2,
        "On Friday the laboratory published a map.",
        acts=(("the laboratory", "published", "a map"),),
    )
    by_id = {one.id: one for one in graph_of([first, second]).propositions}
    assert by_id["laboratory-published-map"].given is True
    told = by_id["laboratory-published-map"].told
    assert told is not None
    assert told.words == "the laboratory published a map"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Why is it sold if it is sound?", ("Why is it sold", "if", "if", "it is sound")),
        ("Everything fails if it rains.", ("Everything fails", "if", "if", "it rains")),
        ("The truce, if it lasts, will help.", ("will help", "if", "if", "it lasts")),
        ("Publish if you dare.", ("Publish", "if", "if", "you dare")),
    ],
)
def test_questions_orders_and_vague_words_are_no_propositions(
    text: str, condition: tuple[str, str, str, str]
) -> None:
    assert graph_of([report(1, text, condition)]) == Graph((), ())


@pytest.mark.parametrize(
    ("outcome", "name"),
    [
        ("the pool stays empty", "pool-full"),
        ("trams are kept off the bridge", "trams-bridge-open"),
        ("nobody has to go", "has-to-go"),
        ("the ferry will not sail", "ferry-sail"),
        ("the long freight ferry of Selka Lines sails", "long-freight-ferry-sails"),
    ],
)
def test_names_say_what_is_so_if_they_are(outcome: str, name: str) -> None:
    text = f"{outcome} until the pumps are repaired. The pool is full if it rains on the bridge."
    found = graph_of(
        [
            report(
                1,
                text,
                (outcome, "until", "until", "the pumps are repaired"),
                ("The pool is full", "if", "if", "rains on the bridge"),
            ),
            report(2, "The bridge opens if it snows.", ("The bridge opens", "if", "if", "snows")),
        ]
    )
    assert found.links[0].outcome == name


def test_nothing_to_join() -> None:
    assert graph_of([]) == Graph((), ())
