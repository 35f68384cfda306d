"""A server on this machine that plays Crossref, doi.org and any web site, as a test says."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from thesis_build.tools.crossref import Service
from thesis_build.tools.web import Limits

Reply = Callable[["Asked"], None]


class Asked(BaseHTTPRequestHandler):
    """One request, and the ways to answer it."""

    protocol_version = "HTTP/1.1"
    registry: Registry

    def send(self, status: int, content: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(content)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def send_json(self, data: Any, status: int = 200, **headers: str) -> None:
        self.send(status, json.dumps(data).encode(), **headers)

    def do_GET(self) -> None:
        self.registry.answer(self)

    do_HEAD = do_GET

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@dataclass
class Registry:
    """`records` by DOI are Crossref's, `elsewhere` DOIs of others, `replies` what stands first in line to answer."""

    records: dict[str, Any] = field(default_factory=dict)
    elsewhere: frozenset[str] = frozenset()
    replies: dict[str, list[Reply]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    base: str = ""

    def answer(self, asked: Asked) -> None:
        whole = urlsplit(asked.path)
        self.asked.append(f"{asked.command} {unquote(asked.path)}")
        self.agents.append(asked.headers["User-Agent"])
        for path, replies in self.replies.items():
            if whole.path.startswith(path) and replies:
                (replies.pop(0) if len(replies) > 1 else replies[0])(asked)
                return
        self._as_registry(asked, whole.path, parse_qs(whole.query))

    def _as_registry(self, asked: Asked, path: str, query: dict[str, list[str]]) -> None:
        doi = unquote(path.split("/", 2)[2]).lower() if path.count("/") > 1 else ""
        if path == "/works":
            wanted = [part.removeprefix("doi:") for part in query["filter"][0].split(",")]
            items = [{"DOI": d.upper(), **self.records[d]} for d in wanted if d in self.records]
            asked.send_json({"status": "ok", "message": {"items": items}}, **self.headers)
        elif path.startswith("/works/"):
            record = self.records.get(doi)
            if record is None:
                asked.send(404, b"Resource not found.")
            else:
                asked.send_json({"status": "ok", "message": {"DOI": doi, **record}})
        elif path.startswith("/handles/"):
            known = doi in self.records or doi in self.elsewhere
            asked.send_json({"responseCode": 1 if known else 100}, 200 if known else 404)
        else:
            asked.send(200, b"a page")

    def service(self, **limits: Any) -> Service:
        quick = {"timeout": 0.3, "budget": 5.0, "backoff": 0.01, "size": 100_000, **limits}
        local = frozenset({self.base.removeprefix("http://")})
        return Service(f"{self.base}/works", f"{self.base}/handles", Limits(**{"local": local, **quick}))


@contextmanager
def serving() -> Iterator[Registry]:
    """A registry that is asked at its `base`."""
    registry = Registry()
    handler = type("Handler", (Asked,), {"registry": registry})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.block_on_close = False
    server.handle_error = lambda *_: None  # type: ignore[method-assign] # a client that goes away is part of the tests
    registry.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield registry
    finally:
        server.shutdown()
        server.server_close()


# ── ways to answer badly ──


def status(code: int, **headers: str) -> Reply:
    return lambda asked: asked.send(code, b"{}", **headers)


def content(text: bytes) -> Reply:
    return lambda asked: asked.send(200, text)


def hang(asked: Asked) -> None:
    """No answer until whoever asked goes away."""
    asked.rfile.read(1)
    asked.close_connection = True


def drip(asked: Asked) -> None:
    """A byte of the head at a time, each soon enough to keep a reader waiting."""
    for sign in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"y" * 40:
        asked.wfile.write(bytes([sign]))
        asked.wfile.flush()
        time.sleep(0.1)


def close(asked: Asked) -> None:
    """The first half of an answer, and the end of the connection."""
    asked.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")
    asked.close_connection = True
    asked.connection.close()


def huge(asked: Asked) -> None:
    asked.send_response(200)
    asked.end_headers()
    for _ in range(10_000):
        asked.wfile.write(b" " * 100_000)


def redirect(to: str) -> Reply:
    return lambda asked: asked.send(302, Location=to)
