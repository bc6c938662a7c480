"""Small reports for tests: texts, with the claims, positions and dates that a reader found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportedly.ledger import (
    Actor,
    Article,
    Attribution,
    Claim,
    Condition,
    Date,
    Ledger,
    ModelInfo,
    Position,
    Span,
)
from reportedly.story.actors.bearers import Bearer, bearers
from reportedly.story.report import Report

OUTLETS = {1: "The Harbour Post", 2: "Radio Sund", 3: "The Evening Gull", 4: "Quayside"}


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def told(words: str, by: str = "", **more: Any) -> dict[str, Any]:
    """A claim by somebody, or by the outlet; ``cue``, ``act`` and ``on`` are of its attribution.

    ``dates`` are triples of words, start and end.
    """
    return {"words": words, "by": by, **more}


def report(
    number: int,
    text: str,
    claims: Sequence[dict[str, Any]],
    *,
    day: str = "",
    outlet: str = "",
    url: str | None = None,
    positions: Sequence[tuple[str, str, str]] = (),
    conditions: Sequence[tuple[str, str]] = (),
) -> Report:
    """A report of May 2025, on the day of its number if no other is given.

    Positions are actor, stance and target; conditions outcome and requirement.
    """
    names = [one["by"] for one in claims if one["by"]] + [who for who, _, _ in positions]
    ids = {name: f"A{n}" for n, name in enumerate(dict.fromkeys(names), start=1)}
    actors = [Actor(id="A0", name="", kind="outlet", named=True, anonymity="named")]
    for name, id_ in ids.items():
        named = name[0].isupper()
        anonymity = "named" if named else "withheld"
        actors.append(Actor(id=id_, name=name, kind="person", named=named, anonymity=anonymity))  # type: ignore[arg-type]
    found, acts = [], []
    for n, one in enumerate(claims, start=1):
        rest = dict(one)
        words, by, cue = rest.pop("words"), rest.pop("by"), rest.pop("cue", "")
        act, on = rest.pop("act", "statement"), rest.pop("on", None)
        dates = tuple(Date(span=at(text, d), start=a, end=b) for d, a, b in rest.pop("dates", ()))
        chain = ("A0", ids[by]) if by else ("A0",)
        span = at(text, words)
        if by:
            said = (Date(span=span, start=on, end=on),) if on else ()
            acts.append(
                Attribution(id=f"R{n}", source=ids[by], cue_spans=(at(text, cue),) if cue else (),
                            content_spans=(span,), act=act, chain=chain, dates=said)
            )  # fmt: skip
        fields = {"certainty": "certain", "polarity": "positive", "time": "past", **rest}
        found.append(
            Claim(id=f"C{n}", spans=(span,), attribution=f"R{n}" if by else None, chain=chain,
                  dates=dates, **fields)
        )  # fmt: skip
    stands = tuple(
        Position(id=f"P{n}", actor=ids[who], stance=stance, target_spans=(at(text, target),),  # type: ignore[arg-type]
                 evidence_spans=(at(text, target),), confidence=0.8)
        for n, (who, stance, target) in enumerate(positions, start=1)
    )  # fmt: skip
    hangs = tuple(
        Condition(id=f"K{n}", outcome_spans=(at(text, what),), requirement_spans=(at(text, on),),
                  relation="if", claim=_around(found, at(text, what)))
        for n, (what, on) in enumerate(conditions, start=1)
    )  # fmt: skip
    article = Article(text=text, outlet=outlet or OUTLETS.get(number, "The Gazette"), url=url,
                      published=day or f"2025-05-{number:02}")  # fmt: skip
    ledger = Ledger(model=ModelInfo(name="none", version="1"), article=article,
                    actors=tuple(actors), attributions=tuple(acts), claims=tuple(found),
                    positions=stands, conditions=hangs)  # fmt: skip
    return Report(number, ledger)


def _around(claims: Sequence[Claim], span: Span) -> str | None:
    return next(
        (c.id for c in claims if c.spans[0][0] <= span[0] and span[1] <= c.spans[-1][1]), None
    )


def known(reports: Sequence[Report]) -> list[Bearer]:
    return bearers(reports)
