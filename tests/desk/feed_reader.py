"""A program that follows feeds: ``python -m tests.desk.feed_reader ADDRESS HOST FEED``.

It says of each page what became of it, once it is settled.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from functools import partial

from reportedly.desk import Desk, followed
from reportedly.desk.following import poll
from reportedly.desk.visits import Clock, Visits
from reportedly.intake import Options
from reportedly.intake.web import fetch
from reportedly.ledger import Article, Ledger
from tests.desk.ledgers import ledger_of


def read(article: Article) -> Ledger:
    """A ledger of an article, at once."""
    return Ledger(model=ledger_of("Rain.").model, article=article)


def main() -> None:
    """Follow one feed, once."""
    address, host, feed = sys.argv[1:]
    with Desk.open(address) as desk:
        followed.follow(desk, feed)
        clock = Clock(lambda: datetime.now(UTC), time.sleep)
        visits = Visits(desk, partial(fetch, allowed=[host]), clock, pause=0.0)
        for one in poll(desk, visits, read, options=Options(allow_hosts=(host,))):
            print(one.outcome, one.address, flush=True)


if __name__ == "__main__":
    main()
