"""A request → an answer, over a connection that goes only where it may, and ends in time.

In: requests of ``httpx``. Out: answers. The addresses that a host has are asked for once, checked,
and connected to as numbers: a host that has another address the next time gains nothing by it
(DNS rebinding). The host's name stays what the page's server and its certificate are held to.
"""

from __future__ import annotations

import contextlib
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import httpcore
import httpx

from reportedly.intake.addresses import resolved


class Deadline:
    """A time by which all has to be done, however many steps it takes.

    Args:
        seconds: from now on.
        clock: tells the seconds.

    >>> Deadline(30.0, clock=lambda: 5.0).left()
    30.0
    """

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._end = clock() + seconds

    def left(self) -> float:
        """Seconds that are left.

        Raises:
            httpcore.ReadTimeout: there are none.
        """
        seconds = self._end - self._clock()
        if seconds <= 0:
            raise httpcore.ReadTimeout("the time is up")
        return seconds

    @contextlib.contextmanager
    def halted(self) -> Iterator[None]:
        """Within the block, no time runs off."""
        began = self._clock()
        try:
            yield
        finally:
            self._end += self._clock() - began


class _Stream(httpcore.NetworkStream):
    """A stream whose every step ends by the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _Stream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Network(httpcore.NetworkBackend):
    """Connects to the checked addresses of a host, one after another until one answers."""

    def __init__(self, name: str, allowed: Sequence[str], deadline: Deadline) -> None:
        self._name = name
        self._allowed = allowed
        self._deadline = deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = resolved(
            host, port, self._name, allowed=self._allowed, seconds=self._deadline.left()
        )
        for number, address in enumerate(addresses, start=1):
            # What is left is shared with those that are still to be tried.
            seconds = self._deadline.left() / (len(addresses) - number + 1)
            try:
                stream = self._plain.connect_tcp(
                    address, port, seconds, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if number == len(addresses):
                    raise
            else:
                return _Stream(stream, self._deadline)
        raise httpcore.ConnectError("it has no address")


class _Body(httpx.SyncByteStream):
    """The bytes of an answer as they come."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        self._stream.close()


class Transport(httpx.BaseTransport):
    """What ``httpx`` hands its requests to.

    Args:
        name: what to call the page in an error.
        allowed: hosts that may be asked wherever they are.
        deadline: by which all has to be done, redirections included.
    """

    def __init__(self, name: str, allowed: Sequence[str], deadline: Deadline) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=_certificates(),
            max_keepalive_connections=0,
            network_backend=_Network(name, allowed, deadline),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, and return the answer as soon as it begins.

        Raises:
            RefusedAddress, Unreachable: see `resolved`.
            httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError: as it says.
        """
        url = request.url
        asked = httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
            ),
            headers=request.headers.raw,
            extensions=request.extensions,
        )
        answer = self._pool.handle_request(asked)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer.stream))

    def close(self) -> None:
        """Let go of all connections."""
        self._pool.close()


@cache
def _certificates() -> ssl.SSLContext:
    return httpx.create_ssl_context()
