"""Ledgers of a line or two: each sentence of a text is a claim in the outlet's own voice."""

from __future__ import annotations

from reportedly.ledger import Actor, Article, Claim, Ledger, ModelInfo
from reportedly.sentences import sentences

MODEL = ModelInfo(name="none", version="1.0")


def ledger_of(text: str, *, model: ModelInfo = MODEL, **about: str) -> Ledger:
    """A ledger of a text; ``about`` are fields of the article."""
    outlet = Actor(id="A0", name="", kind="outlet", named=True, anonymity="named")
    claims = tuple(
        Claim(
            id=f"C{number}",
            spans=(span,),
            chain=("A0",),
            certainty="certain",
            polarity="positive",
            time="past",
            confidence=0.9,
        )
        for number, span in enumerate(sentences(text), start=1)
    )
    return Ledger(model=model, article=Article(text=text, **about), actors=(outlet,), claims=claims)
