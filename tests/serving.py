"""A web site on this machine alone, for tests: what it answers, and what it was asked."""

from __future__ import annotations

import contextlib
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

#: What writes an answer by itself, to be as slow, endless or broken as it likes.
Writes = Callable[[BaseHTTPRequestHandler], None]


class Asked(NamedTuple):
    """A request: its path, and its headers by their names in lower case."""

    path: str
    headers: Mapping[str, str]


class Site:
    """What is at each path: ``put`` it there, and see in ``asked`` what was asked for."""

    def __init__(self, port: int) -> None:
        self.host = f"127.0.0.1:{port}"
        self.asked: list[Asked] = []
        self.answers: dict[str, Writes] = {}

    def at(self, path: str) -> str:
        """The address of a path."""
        return f"http://{self.host}{path}"

    def put(
        self,
        path: str,
        body: bytes | str = b"",
        kind: str = "text/html",
        status: int = 200,
        **headers: str,
    ) -> str:
        """Answer like this from now on, with 304 to whoever has the same ETag; returns the address.

        ``headers`` are written with underscores for hyphens.
        """
        data = body.encode() if isinstance(body, str) else body

        def write(handler: BaseHTTPRequestHandler) -> None:
            known = headers.get("ETag") and handler.headers["If-None-Match"] == headers["ETag"]
            handler.send_response(304 if known else status)
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            if kind:
                handler.send_header("Content-Type", kind)
            handler.send_header("Content-Length", "0" if known else str(len(data)))
            handler.end_headers()
            if not known:
                handler.wfile.write(data)

        self.answers[path] = write
        return self.at(path)

    def paths(self) -> list[str]:
        """The paths that were asked for since the last time."""
        found = [one.path for one in self.asked]
        self.asked.clear()
        return found


@contextlib.contextmanager
def serving(secured: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site with nothing on it yet; what is not there answers 404."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append(Asked(self.path, headers))
            self.close_connection = True
            answer = site.answers.get(self.path)
            with contextlib.suppress(ConnectionError):
                if answer is not None:
                    answer(self)
                else:
                    self.send_response(404)
                    self.send_header("Content-Length", "0")
                    self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if secured is not None:
        server.socket = secured.wrap_socket(server.socket, server_side=True)
    site = Site(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def page(text: str, head: str = "") -> str:
    """A page with an article."""
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n"))
    return f"<html><head>{head}</head><body><article>{paragraphs}</article></body></html>"
