"""A short report with its ledger in full: every layer, as a careful editor would keep it.

The words of each entry stand here as they stand in the text; `at` finds where.
"""

from __future__ import annotations

from typing import Any, Final

from reportedly.ledger import (
    Actor,
    Article,
    Attribution,
    Claim,
    Condition,
    Ledger,
    ModelInfo,
    Position,
    Spans,
    validate,
)

TEXT: Final = (
    "Talks on the ferry are reportedly close to collapse.\n\n"
    "Veldmark has drafted a plan to sail in May, two officials cited by the Harbour Courier said. "
    "Fares would be frozen.\n\n"
    "“Nobody should sell tickets yet,” said Marit Solheim, the transport minister. "
    "Tomas Brandt told the Courier that Oster would not sign unless the harbour is dredged. "
    "He called the plan “simplistic”.\n\n"
    "A diplomat with knowledge of the talks said some ministers doubt the plan. "
    "Money could be released if both parliaments approve. "
    "Both parliaments approve once the harbour is dredged, he said. "
    "The insurers declined to comment. The weather was fine.\n"
)


def at(*words: str, after: str = "") -> Spans:
    """Where words stand in the text: the first time, or the first time after other words."""
    start = TEXT.index(after)
    return tuple((TEXT.index(one, start), TEXT.index(one, start) + len(one)) for one in words)


def _actor(id_: str, name: str, kind: Any, anonymity: Any = "named", **others: Any) -> Actor:
    named = anonymity == "named"
    mentions = at(name) if name in TEXT else ()
    return Actor(
        id=id_, name=name, kind=kind, named=named, anonymity=anonymity, mentions=mentions, **others
    )


ACTORS: Final = (
    Actor(id="A0", name="The Daily Example", kind="outlet", named=True, anonymity="named"),
    _actor("A1", "two officials", "group", "unnamed", plural=True, title="officials"),
    _actor("A2", "the Harbour Courier", "outlet"),
    _actor("A3", "Marit Solheim", "person", title="minister"),
    _actor("A4", "Tomas Brandt", "person"),
    _actor("A5", "A diplomat", "person", "withheld", basis="with knowledge of the talks"),
    _actor("A6", "some ministers", "group", "unnamed", plural=True),
    _actor("A7", "The insurers", "group", "unnamed", plural=True),
    _actor("A8", "Veldmark", "government"),
)

ATTRIBUTIONS: Final = (
    Attribution(
        id="R1",
        source="A1",
        source_spans=at("two officials cited by the Harbour Courier"),
        cue_spans=at("said"),
        content_spans=at("Veldmark has drafted a plan to sail in May"),
        carried_spans=at("Fares would be frozen."),
        chain=("A0", "A2", "A1"),
        confidence=0.9,
    ),
    Attribution(
        id="R2",
        source="A3",
        source_spans=at("Marit Solheim, the transport minister"),
        cue_spans=at("said", after="yet,”"),
        content_spans=at("“Nobody should sell tickets yet,”"),
        quotation="direct",
        chain=("A0", "A3"),
        confidence=0.97,
    ),
    Attribution(
        id="R3",
        source="A4",
        source_spans=at("Tomas Brandt"),
        cue_spans=at("told"),
        content_spans=at("that Oster would not sign unless the harbour is dredged"),
        chain=("A0", "A2", "A4"),
        confidence=0.95,
    ),
    Attribution(
        id="R4",
        source="A4",
        source_spans=at("He"),
        cue_spans=at("called"),
        content_spans=at("the plan “simplistic”"),
        act="evaluation",
        quotation="mixed",
        chain=("A0", "A2", "A4"),
        confidence=0.9,
    ),
    Attribution(
        id="R5",
        source="A5",
        source_spans=at("A diplomat with knowledge of the talks"),
        cue_spans=at("said", after="A diplomat"),
        content_spans=at("some ministers doubt the plan"),
        chain=("A0", "A5"),
        confidence=0.9,
    ),
    Attribution(
        id="R6",
        source="A6",
        source_spans=at("some ministers"),
        cue_spans=at("doubt"),
        content_spans=at("the plan", after="doubt"),
        act="doubt",
        within="R5",
        chain=("A0", "A5", "A6"),
        confidence=0.4,
    ),
    Attribution(
        id="R7",
        source="A5",
        source_spans=at("he", after="dredged, "),
        cue_spans=at("said", after="dredged, he"),
        content_spans=at("Both parliaments approve once the harbour is dredged"),
        chain=("A0", "A5"),
        confidence=0.8,
    ),
    Attribution(
        id="R8",
        source="A7",
        source_spans=at("The insurers"),
        cue_spans=at("declined to comment"),
        negated=True,
        chain=("A0", "A7"),
        confidence=0.9,
    ),
)

CLAIMS: Final = (
    Claim(
        id="C1",
        spans=at("Talks on the ferry are reportedly close to collapse"),
        chain=("A0",),
        certainty="certain",
        hearsay=True,
        markers=at("reportedly"),
    ),
    Claim(id="C2", spans=ATTRIBUTIONS[0].content_spans, attribution="R1", certainty="certain"),
    Claim(id="C3", spans=at("Fares would be frozen"), attribution="R1", certainty="unknown"),
    Claim(id="C4", spans=at("Nobody should sell tickets yet"), attribution="R2"),
    Claim(id="C5", spans=ATTRIBUTIONS[5].content_spans, attribution="R6", certainty="possible"),
    Claim(id="C6", spans=ATTRIBUTIONS[6].content_spans, attribution="R7", certainty="certain"),
)

POSITIONS: Final = (
    Position(
        id="P1",
        actor="A8",
        stance="proposes",
        target_spans=at("a plan"),
        attribution="R1",
        evidence_spans=at("has drafted a plan"),
    ),
    Position(
        id="P2",
        actor="A4",
        stance="conditional",
        target_spans=at("sign"),
        attribution="R3",
        evidence_spans=at("would not sign unless"),
    ),
    Position(
        id="P3",
        actor="A4",
        stance="opposes",
        target_spans=at("the plan"),
        attribution="R4",
        evidence_spans=at("called the plan “simplistic”"),
    ),
    Position(
        id="P4",
        actor="A6",
        stance="doubts",
        target_spans=at("the plan", after="doubt"),
        attribution="R6",
        evidence_spans=at("doubt the plan"),
    ),
)

CONDITIONS: Final = (
    Condition(
        id="K1",
        outcome_spans=at("Oster would not sign"),
        requirement_spans=at("the harbour is dredged"),
        relation="unless",
        cue_spans=at("unless"),
        attribution="R3",
    ),
    Condition(
        id="K2",
        outcome_spans=at("Money could be released"),
        requirement_spans=at("both parliaments approve"),
        relation="if",
        cue_spans=at("if"),
    ),
    Condition(
        id="K3",
        outcome_spans=at("Both parliaments approve"),
        requirement_spans=at("the harbour is dredged", after="once"),
        relation="requires",
        cue_spans=at("once"),
        attribution="R7",
    ),
)

STORY: Final = Ledger(
    model=ModelInfo(name="by hand", version="1"),
    article=Article(text=TEXT, title="Ferry", outlet="The Daily Example", published="2024-03-04"),
    actors=ACTORS,
    attributions=ATTRIBUTIONS,
    claims=CLAIMS,
    positions=POSITIONS,
    conditions=CONDITIONS,
)
validate(STORY)
