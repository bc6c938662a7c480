"""Who copied whom, how much, and what became stronger on the way."""

from __future__ import annotations

import msgspec

from reportedly.ledger import Actor, Ledger
from reportedly.story.copying.copies import copies
from reportedly.story.copying.inflations import inflations
from reportedly.story.report import Report
from tests.desk.ledgers import ledger_of

WIRE = (
    "The port of Sund will sell four of its cranes to a shipping line, two officials said. "
    "The cranes are reportedly worth 12 million crowns and were built only nine years ago. "
    "The council will vote on the sale at its next meeting in the first week of June."
)
QUOTE = (
    "“We were never asked whether these cranes should go, and we will not work under strangers,” "
    "Ida Falk said."
)


def report(number: int, text: str, day: str = "2025-06-02", outlet: str = "Wire") -> Report:
    return Report(number, ledger_of(text, published=day, outlet=outlet))


def test_the_earlier_report_comes_first() -> None:
    later = report(1, f"Sund. {WIRE} More soon.", "2025-06-03", "Post")
    earlier = report(2, WIRE)
    (copied,) = copies([later, earlier])
    assert (copied.earlier, copied.later) == (earlier, later)
    assert copied.share > 0.9
    (passage,) = copied.passages
    assert later.text[slice(*passage.other)] in WIRE


def test_reports_in_their_own_words_are_no_copies() -> None:
    own = (
        "Four cranes of the port of Sund are to be sold, according to officials. They cost 12 "
        "million crowns, by some accounts, and a vote of the council is due in early June."
    )
    assert copies([report(1, WIRE), report(2, own, "2025-06-03", "Post")]) == []


def test_the_same_quotation_is_no_copy_of_the_report() -> None:
    one = report(1, f"Dockers were angry on Monday. {QUOTE}")
    other = report(2, f"{QUOTE} She leads the union at the port.", "2025-06-03", "Post")
    (copied,) = copies([one, other])
    assert [shared.kind for shared in copied.shared] == ["quotation"]
    assert copied.passages == []
    assert copied.share == 0


def test_a_copied_report_is_a_copy_even_if_most_of_it_is_quoted() -> None:
    said = (
        f"{QUOTE} Her union has three hundred members and meets on Thursday in the old customs "
        f"house. {QUOTE.replace('these cranes', 'the sheds').replace('strangers', 'them')}"
    )
    (copied,) = copies([report(1, said), report(2, f"{said} More soon.", "2025-06-03", "Post")])
    assert [shared.kind for shared in copied.shared] == ["text"]
    assert copied.share > 0.9


def test_what_an_outlet_prints_under_every_article_is_left_out() -> None:
    notice = (
        "This newsletter goes out every morning to all who want to know what the harbour does; "
        "write to us if you want it as well."
    )
    same = [report(n, f"Report {n} of the day. {notice}") for n in range(1, 5)]
    assert copies(same) == []
    assert len(copies([*same[:1], report(9, f"News. {notice}", outlet="Post")])) == 1


def _with(ledger: Ledger, number: int, **fields: object) -> Ledger:
    claims = list(ledger.claims)
    claims[number] = msgspec.structs.replace(claims[number], **fields)
    officials = Actor(id="A1", name="officials", kind="group", named=False, anonymity="unnamed")
    return msgspec.structs.replace(ledger, claims=tuple(claims), actors=(*ledger.actors, officials))


def test_what_the_retelling_drops_is_told() -> None:
    first = _with(report(1, WIRE).ledger, 0, chain=("A0", "A1"))
    first = _with(first, 1, hearsay=True)
    first = _with(first, 2, certainty="probable")
    bolder = (
        WIRE.replace(", two officials said", "")
        .replace("reportedly ", "")
        .replace("will vote", "has agreed to vote")
    )
    later = report(2, bolder, "2025-06-03", "Post")
    (copied,) = copies([Report(1, first), later])
    dropped = [(one.dropped, one.before.id, one.after.id) for one in inflations(copied)]
    assert dropped == [("source", "C1", "C1"), ("hearsay", "C2", "C2"), ("certainty", "C3", "C3")]


def test_the_same_words_are_never_an_inflation() -> None:
    unsure = _with(report(1, WIRE).ledger, 1, hearsay=True, certainty="possible")
    (copied,) = copies([Report(1, unsure), report(2, WIRE, "2025-06-03", "Post")])
    assert inflations(copied) == []
