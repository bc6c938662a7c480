"""Which addresses are asked, and which never."""

from __future__ import annotations

import socket
import time
from typing import Any

import pytest

from reportedly.errors import RefusedAddress, Unreachable
from reportedly.intake.addresses import is_allowed, is_public, resolved

PUBLIC = "93.184.215.14"


def answers(*numbers: str) -> list[Any]:
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80)) for number in numbers]


@pytest.mark.parametrize(
    "number",
    ["93.184.215.14", "1.1.1.1", "2606:2800:21f::1", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e"],
)
def test_the_world_is_asked(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "number",
    [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.0.1",
        "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1",
        "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1",
        "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "2002:a00:1::1", "3fff::1", "fc00::1",
        "fd12:3456::1", "fe80::1", "fe80::1%1", "fec0::1", "ff02::1", "ff0e::1",
    ],
)  # fmt: skip
def test_what_is_not_the_world_is_not_asked(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize(
    ("host", "port", "allowed", "expected"),
    [
        ("desk.example", 80, ["desk.example"], True),
        ("desk.example", 8080, ["other.example", "Desk.Example"], True),
        ("desk.example", 8080, ["desk.example:8080"], True),
        ("desk.example", 8080, ["desk.example:80", "desk.example:8080"], True),
        ("desk.example.", 80, ["desk.example"], True),
        ("::1", 80, ["[::1]:80"], True),
        ("desk.example", 80, ["desk.example:8080"], False),
        ("www.desk.example", 80, ["desk.example"], False),
        ("desk.example.evil.example", 80, ["desk.example"], False),
        ("desk.example", 80, ["*", "", "http://desk.example"], False),
    ],
)
def test_hosts_are_let_in_by_name(host: str, port: int, allowed: list[str], expected: bool) -> None:
    assert is_allowed(host, port, allowed) is expected


@pytest.mark.parametrize("host", ["localhost", "127.1", "0x7f.1", "2130706433", "0", "::1"])
def test_this_machine_is_refused_however_it_is_written(host: str) -> None:
    with pytest.raises(RefusedAddress, match="not a public address"):
        resolved(host, 80, "a page")


def test_one_private_answer_among_others_is_one_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers(PUBLIC, "10.0.0.1"))
    with pytest.raises(RefusedAddress, match=r"10\.0\.0\.1"):
        resolved("harbour.example", 80, "a page")
    assert resolved("harbour.example", 80, "", allowed=["harbour.example"]) == [PUBLIC, "10.0.0.1"]


def test_a_resolver_that_is_slow_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object, **__: object) -> list[Any]:
        time.sleep(5)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    began = time.monotonic()
    with pytest.raises(Unreachable, match="in time"):
        resolved("harbour.example", 80, "a page", seconds=0.1)
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("host", ["nowhere.invalid", "a" * 300, "\udcff"])
def test_a_host_that_is_not_there_is_told(host: str) -> None:
    with pytest.raises(Unreachable, match="is not known"):
        resolved(host, 80, "a page")
