"""A program that puts an outlet's articles on a desk: ``… tests.desk.copier ADDRESS OUTLET LAST``.

Each article has a text that other outlets have as well.
"""

from __future__ import annotations

import sys

from reportedly.desk import Desk
from tests.desk.ledgers import ledger_of


def text_of(number: int) -> str:
    """The text of an article, which has no run of words in common with those of other numbers."""
    return " ".join(f"Word {n} of {number}." for n in range(40))


def main() -> None:
    """Put articles on a desk."""
    address, outlet, last = sys.argv[1:]
    with Desk.open(address) as desk:
        print("ready", flush=True)
        for number in range(int(last)):
            desk.add(ledger_of(text_of(number), outlet=outlet, title=f"No. {number}"))


if __name__ == "__main__":
    main()
