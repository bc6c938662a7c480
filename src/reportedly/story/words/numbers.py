"""Words → the numbers in them, and where each stands.

In: any words. Out: `Number`s, in digits or spelled out, with the scale behind them ("3.5 million").
What they are numbers of is told in `quantities`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from reportedly.ledger import Span

#: Numbers in words (AP Stylebook: those below ten are spelled out, and all that begin a sentence).
NUMBERS: Final = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
SCALES: Final = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

#: Signs that stand before a sum of money.
MONEY: Final = "$€£"

_VALUES: Final = {
    **{word: float(n) for n, word in enumerate(NUMBERS.split())},
    **{word: 10.0 * n for n, word in enumerate(TENS.split(), start=2)},
}
_ONES: Final = "|".join(NUMBERS.split()[1:10])
_TENS: Final = "|".join(TENS.split())
_NUMBER: Final = re.compile(
    rf"(?<![\w.])(?:(?P<sign>[{MONEY}])\s?)?"
    r"(?:(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\w*\d)"
    rf"|(?P<tens>{_TENS})-(?P<ones>{_ONES})\b"
    rf"|(?P<word>{'|'.join(sorted(_VALUES, key=len, reverse=True))})\b)"
    rf"(?:[\s-]+(?P<scale>{'|'.join(SCALES)})\b)?",
    re.IGNORECASE,
)


class Number(NamedTuple):
    """A number: its value, and where it stands with its sign and scale.

    ``sign`` is that of a currency, or empty; ``plain`` what stands there without sign and scale.
    """

    value: float
    span: Span
    sign: str
    plain: str
    scaled: bool


def numbers(words: str) -> Iterator[Number]:
    """The numbers in some words, in order.

    >>> [(one.value, one.span) for one in numbers("$14 million, not twenty-one")]
    [(14000000.0, (0, 11)), (21.0, (17, 27))]
    """
    for match in _NUMBER.finditer(words):
        scale = match["scale"]
        value = _value(match) * (SCALES[scale.lower()] if scale else 1.0)
        start = match.end("sign") if match["sign"] else match.start()
        end = match.start("scale") if scale else match.end()
        plain = words[start:end].strip(" -").lower()
        yield Number(value, match.span(), match["sign"] or "", plain, bool(scale))


def _value(match: re.Match[str]) -> float:
    if match["digits"]:
        return float(match["digits"].replace(",", ""))
    if match["tens"]:
        return _VALUES[match["tens"].lower()] + _VALUES[match["ones"].lower()]
    return _VALUES[match["word"].lower()]


def numbers_in(words: str) -> Iterator[float]:
    """The values of the numbers in some words.

    >>> list(numbers_in("Two of 1,250 sailors want 3.5 million crowns, or twenty each."))
    [2.0, 1250.0, 3500000.0, 20.0]
    """
    return (one.value for one in numbers(words))
