"""A program that puts articles on a desk: ``python -m tests.desk.writer ADDRESS FIRST LAST``.

It says of each article that it is kept, once it is.
"""

from __future__ import annotations

import sys

from reportedly.desk import Desk
from tests.desk.ledgers import ledger_of


def text_of(number: int) -> str:
    """The text of an article, some of them long."""
    return " ".join(f"Report {number} has sentence {n}." for n in range(1 + number * 7 % 60))


def main() -> None:
    """Put articles on a desk, by their numbers."""
    address, first, last = sys.argv[1:]
    with Desk.open(address) as desk:
        print("ready", flush=True)
        for number in range(int(first), int(last)):
            url = f"https://harbour.example/{number}"
            outcome = desk.add(ledger_of(text_of(number), url=url)).outcome
            print(number, outcome, flush=True)


if __name__ == "__main__":
    main()
