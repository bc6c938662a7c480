"""Visits to hosts, as seldom as they ask for: robots.txt, pauses between requests, rest when asked.

In: a function that fetches, and a clock. Out: answers, each after the wait that it takes. What a
host has said is kept on the desk, for the next time and for other programs that follow feeds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

from protego import Protego
from sqlalchemy import select, update

from reportedly.desk.desk import Desk
from reportedly.desk.followed import Due, moment_of, stamp
from reportedly.desk.structure import insert_new
from reportedly.desk.tables import hosts
from reportedly.errors import (
    HostResting,
    HttpStatus,
    RobotsForbid,
    TooSlow,
    Unreachable,
)
from reportedly.intake.web import ANYTHING, ARTICLE, FEED, ROBOT, Answer, Wanted

#: Seconds between two requests to a host, unless its robots.txt asks for more.
PAUSE: Final = 2.0

#: Seconds of a host's first rest; each one after another is twice as long, up to the longest.
FIRST_REST: Final = 60
LONGEST_REST: Final = 3_600

#: Seconds that are waited for a host; one that asks for more is left to the next time.
PATIENCE: Final = 60

#: Seconds at most that a host is believed to want (``Retry-After``).
BELIEVED: Final = 86_400

#: A robots.txt is asked for again after so long (RFC 9309, 2.4), and no more of it is read
#: (2.5 asks for 500 KiB).
ROBOTS_KEPT: Final = timedelta(days=1)
ROBOTS_READ: Final = 512_000

#: Statuses of HTTP that ask for a rest.
RESTS: Final = (429, 503)


class Fetch(Protocol):
    """What `reportedly.intake.web.fetch` does."""

    def __call__(
        self,
        address: str,
        wanted: Wanted,
        *,
        etag: str | None = None,
        modified: str | None = None,
        admit: Callable[[str], None] = ...,
    ) -> Answer:
        """Ask for what is at an address."""


@dataclass(frozen=True)
class Clock:
    """Tells the time, in UTC, and waits some seconds."""

    now: Callable[[], datetime]
    sleep: Callable[[float], None]


@dataclass
class _Host:
    """What is known of a host; see the table, which has ``last`` to the second after it."""

    name: str
    robots: str | None
    robots_asked: str | None
    asked: str | None
    rests_until: str | None
    rest: int
    rules: Protego | None = None
    last: datetime | None = None


@dataclass
class Visits:
    """Asks hosts for what they have, politely.

    Args:
        desk: where what they say is kept.
        fetch: asks them.
        clock: of the pauses.
        pause: seconds between two requests to a host at least.
    """

    desk: Desk
    fetch: Fetch
    clock: Clock
    pause: float = PAUSE
    _known: dict[str, _Host] = field(default_factory=dict)

    def get(self, due: Due) -> Answer:
        """Ask for a feed or a page, once it is its host's turn.

        Raises:
            RobotsForbid: the outlet does not wish it.
            HostResting: the host is not to be asked for a while; see `PATIENCE`.
            HttpStatus: the answer is neither the page nor that it has not changed.
            ReportedlyError: whatever `fetch` raises.
        """
        wanted = ARTICLE if due.kind == "page" else FEED
        try:
            answer = self.fetch(
                due.address, wanted, etag=due.etag, modified=due.modified, admit=self._admit
            )
        except TooSlow:
            self._rest(self._host(due.address), None)
            raise
        host = self._host(answer.address)
        if answer.status in RESTS:
            self._rest(host, answer.retry_after)
        elif host.rest:
            self._note(host, rest=0, rests_until=None)
        if answer.status not in (200, 304):
            raise HttpStatus(name=due.address, status=answer.status)
        return answer

    def turn(self, address: str) -> datetime:
        """When the host of an address may next be asked."""
        host = self._host(address)
        times = [self.clock.now()]
        if host.asked:
            wanted = host.rules.crawl_delay(ROBOT) if host.rules else None
            spacing = min(max(self.pause, wanted or 0.0), BELIEVED)
            times.append((host.last or moment_of(host.asked)) + timedelta(seconds=spacing))
        if host.rests_until:
            times.append(moment_of(host.rests_until))
        return max(times)

    def is_left(self, address: str) -> bool:
        """Whether the host of an address is left to the next time."""
        return (self.turn(address) - self.clock.now()).total_seconds() > PATIENCE

    def _admit(self, address: str) -> None:
        """Before an address is asked: see what its robots.txt says, and wait for its turn."""
        host = self._host(address)
        if not self._rules(host, address).can_fetch(address, ROBOT):
            raise RobotsForbid(name=address)
        self._wait(host, address)

    def _wait(self, host: _Host, address: str) -> None:
        turn = self.turn(address)
        seconds = (turn - self.clock.now()).total_seconds()
        if seconds > PATIENCE:
            raise HostResting(name=address, until=stamp(turn))
        if seconds > 0:
            self.clock.sleep(seconds)
        host.last = self.clock.now()
        self._note(host, asked=stamp(host.last))

    def _rules(self, host: _Host, address: str) -> Protego:
        """What a host's robots.txt says (RFC 9309).

        One that is not there allows everything. While one cannot be had, nothing is asked for.
        """
        now = self.clock.now()
        kept = host.robots_asked and moment_of(host.robots_asked) + ROBOTS_KEPT > now
        if host.robots is None or not kept:
            robots = self._robots(host, urlsplit(address).scheme)
            self._note(host, robots=robots, robots_asked=stamp(self.clock.now()))
            host.rules = None
        if host.rules is None:
            host.rules = Protego.parse(host.robots or "")
        return host.rules

    def _robots(self, host: _Host, scheme: str) -> str:
        asked = f"{scheme}://{host.name}/robots.txt"

        def admit(hop: str) -> None:
            self._wait(self._host(hop), hop)

        try:
            answer = self.fetch(asked, ANYTHING, admit=admit)
        except (TooSlow, Unreachable) as error:
            self._rest(host, None)
            raise Unreachable(name=asked, reason=_reason(error)) from None
        if answer.status == 429 or answer.status >= 500:
            self._rest(host, answer.retry_after)
            raise HttpStatus(name=asked, status=answer.status)
        told = answer.body[:ROBOTS_READ] if answer.status == 200 else b""
        return told.decode("utf-8", errors="replace").replace("\0", "")

    def _rest(self, host: _Host, asked_for: int | None) -> None:
        """Leave a host alone for as long as it asks for, or for twice as long as the last time."""
        doubled = min(2 * host.rest, LONGEST_REST) if host.rest else FIRST_REST
        seconds = doubled if asked_for is None else min(asked_for, BELIEVED)
        until = self.clock.now() + timedelta(seconds=seconds)
        self._note(host, rest=doubled, rests_until=stamp(until))

    def _host(self, address: str) -> _Host:
        name = urlsplit(address).netloc.lower()
        if name not in self._known:
            columns = [column for column in hosts.c if column.name not in ("id", "host")]
            query = select(*columns).where(hosts.c.host == name)
            with self.desk.writing() as connection:
                insert_new(connection, hosts, host=name, rest=0)
                row = connection.execute(query).one()
            self._known[name] = _Host(name, **row._mapping)
        return self._known[name]

    def _note(self, host: _Host, **told: Any) -> None:
        for name, value in told.items():
            setattr(host, name, value)
        with self.desk.writing() as connection:
            connection.execute(update(hosts).where(hosts.c.host == host.name).values(**told))


def _reason(error: TooSlow | Unreachable) -> str:
    return error.reason if isinstance(error, Unreachable) else "it took too long"
