"""The address of a page → the network addresses that may be connected to for it.

In: what a person, a page or a feed gives as an address. Out: the numbers that its host has, once
each of them is known to be public; or an error. A machine within a newsroom can reach much that an
outsider cannot, and no outsider's page or feed shall have it asked for them (CWE-918).
"""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
from collections.abc import Sequence
from typing import Final

from reportedly.errors import RefusedAddress, Unreachable

#: How the addresses begin that are asked; others (files, mail, data) are not.
SCHEMES: Final = ("http", "https")

# The unicast addresses of IPv6 that the world can reach (RFC 4291), and those within them that lead
# to an address of IPv4 which is not looked at here, or nowhere (RFC 3056, 4380, 7526, 9637).
_WORLD: Final = ipaddress.IPv6Network("2000::/3")
_ELSEWHERE: Final = tuple(
    ipaddress.ip_network(one) for one in ("2001::/23", "2002::/16", "3fff::/20", "192.88.99.0/24")
)

# An address of IPv4 in the last four bytes of one of IPv6, as networks without IPv4 have it
# (RFC 6052).
_TRANSLATED: Final = ipaddress.IPv6Network("64:ff9b::/96")

_HOST: Final = re.compile(r"(?P<host>\[[0-9a-f:.]+\]|[^\s\[\]/@:]+)(?::(?P<port>[0-9]{1,5}))?")


def is_public(address: str) -> bool:
    """Whether a network address is one that the whole world can reach.

    Args:
        address: of IPv4 or IPv6, in numbers.

    >>> [is_public(one) for one in ("93.184.215.14", "2606:2800::1", "64:ff9b::5db8:d70e")]
    [True, True, True]
    >>> [is_public(one) for one in ("127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "224.0.0.1")]
    [False, False, False, False]
    """
    number = ipaddress.ip_address(address)
    if isinstance(number, ipaddress.IPv6Address):
        if number in _TRANSLATED:
            number = ipaddress.IPv4Address(number.packed[-4:])
        elif number.ipv4_mapped:
            number = number.ipv4_mapped
        elif number not in _WORLD:
            return False
    barred = number.is_multicast or number.is_reserved or any(number in one for one in _ELSEWHERE)
    return number.is_global and not barred


def is_allowed(host: str, port: int, allowed: Sequence[str]) -> bool:
    """Whether a host is on a list of those that may be asked wherever they are.

    Args:
        host: as the address has it.
        port: likewise, or that of the scheme.
        allowed: ``host`` for all of its ports, or ``host:port``; IPv6 in brackets.

    >>> is_allowed("desk.example", 8000, ["desk.example:8000"]), is_allowed("::1", 80, ["[::1]"])
    (True, True)
    >>> is_allowed("desk.example", 80, ["desk.example:8000"])
    False
    """
    asked = host.lower().strip("[]").rstrip(".")
    matches = (_HOST.fullmatch(one.strip().lower()) for one in allowed)
    return any(
        match["host"].strip("[]") == asked and (match["port"] or str(port)) == str(port)
        for match in matches
        if match
    )


def resolved(
    host: str, port: int, name: str, *, allowed: Sequence[str] = (), seconds: float = 30.0
) -> list[str]:
    """The network addresses of a host, asked for once, each of them checked.

    Args:
        host: a name or a number.
        port: to be connected to.
        name: what to call the page in an error.
        allowed: hosts that may be asked wherever they are; see `is_allowed`.
        seconds: how long to wait for the answer.

    Raises:
        RefusedAddress: one of the addresses is not public.
        Unreachable: the host is not known, or the answer does not come.

    >>> resolved("127.1", 80, "http://127.1/")
    Traceback (most recent call last):
    reportedly.errors.RefusedAddress: [R701] http://127.1/ is not asked: 127.0.0.1 is not a public
    address. Give a public http or https address; --allow-host lets a host of your own in.
    """
    found = _looked_up(host, port, name, seconds)
    if not is_allowed(host, port, allowed):
        for address in found:
            if not is_public(address):
                raise RefusedAddress(name=name, reason=f"{address} is not a public address")
    return found


def _looked_up(host: str, port: int, name: str, seconds: float) -> list[str]:
    answers: list[list[str] | OSError | UnicodeError] = []

    def ask() -> None:
        try:
            known = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.append(list(dict.fromkeys(str(one[4][0]) for one in known)))
        except (OSError, UnicodeError) as error:
            answers.append(error)

    # The system's own look-up cannot be told when to stop; a thread can be left behind.
    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(max(seconds, 0.0))
    if not answers:
        raise Unreachable(name=name, reason="its host's address could not be found in time")
    if isinstance(answers[0], (OSError, UnicodeError)) or not answers[0]:
        raise Unreachable(name=name, reason=f"the host {host} is not known")
    return answers[0]
