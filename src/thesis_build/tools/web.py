"""The network, politely and within limits: one request at a time, and nothing that an answer can do without a bound.

A request has a time limit for the whole of it and a limit of size; a server that says when to ask again is obeyed; all
requests together have a budget of time, after which nothing is asked any more.
"""

from __future__ import annotations

import email.utils
import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urljoin, urlsplit

from thesis_build.model import Texts

if TYPE_CHECKING:
    import httpx2

_T = TypeVar("_T")
_TRY_AGAIN = frozenset({408, 429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much: times in seconds, sizes in bytes.

    `local` are hosts with their port (`127.0.0.1:8000`) that may be asked although they are on a private network.
    """

    timeout: float = 10.0
    budget: float = 60.0
    retries: int = 2
    backoff: float = 1.0
    size: int = 8 * 1024 * 1024
    redirects: int = 5
    local: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class WebAnswer:
    """What a server answered; names of `headers` are in lower case, `content` is empty where it was not asked for."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""


class NotAskedError(Exception):
    """There is no answer, for this `reason`; `lasting` says that there is no use in asking that server again."""

    def __init__(self, kind: str, lasting: bool = False, **arguments: object) -> None:
        self.kind = kind
        self.lasting = lasting
        self.status = arguments.get("status")
        self.reason: Texts = {tag: text.format(**arguments) for tag, text in _REASONS[kind].items()}
        super().__init__(self.reason["en"])


class Web:
    """Asks servers, one request at a time, from now on until the budget is used up."""

    def __init__(self, limits: Limits, agent: str) -> None:
        self._limits = limits
        self._headers = {"User-Agent": agent, "Accept-Encoding": "gzip"}
        self._end = time.monotonic() + limits.budget
        self._next: dict[str, float] = {}
        self.answered = False
        """Whether any server has answered: then there is a network."""

    def get(self, url: str, parameters: Mapping[str, str] | None = None) -> WebAnswer:
        """What a trusted server answers; raises `NotAskedError`. Redirects are not followed."""
        import httpx2

        return self._patiently(str(httpx2.URL(url, params=parameters) if parameters else url), "GET", trusted=True)

    def look(self, url: str) -> int:
        """The status of any address, redirects followed, the content not read; raises `NotAskedError`."""
        for _ in range(self._limits.redirects + 1):
            answer = self._patiently(url, "HEAD", trusted=False)
            if answer.status >= 400:  # many servers do not know HEAD
                answer = self._patiently(url, "GET", trusted=False)
            if answer.status not in _REDIRECTS or not answer.headers.get("location"):
                return answer.status
            url = _joined(url, answer.headers["location"])
        raise NotAskedError("redirects")

    def _patiently(self, url: str, method: str, *, trusted: bool) -> WebAnswer:
        """One answer; a trusted server is asked again where it or the network asks for patience."""
        host = _host(url)
        retries = self._limits.retries if trusted else 0
        for attempt in range(retries + 1):
            last = attempt == retries
            self._wait(max(0.0, self._next.get(host, 0.0) - time.monotonic()))
            try:
                answer = self._bounded(lambda: self._ask(url, method, trusted=trusted))
            except NotAskedError as error:
                if last or error.kind not in ("connection", "timeout", "closed"):
                    raise
                self._wait(self._limits.backoff * 2**attempt)
                continue
            self.answered = True
            self._pace(host, answer.headers)
            if last or answer.status not in _TRY_AGAIN:
                return answer
            self._wait(_seconds(answer.headers.get("retry-after", "")) or self._limits.backoff * 2**attempt)
        raise AssertionError("the last attempt returns or raises")

    def _pace(self, host: str, headers: Mapping[str, str]) -> None:
        """Ask a server that states a limit (`50` requests in `1s`) no faster than that."""
        limit, interval = headers.get("x-rate-limit-limit", ""), headers.get("x-rate-limit-interval", "")
        if limit.isdecimal() and int(limit) > 0 and interval.removesuffix("s").isdecimal():
            self._next[host] = time.monotonic() + int(interval.removesuffix("s")) / int(limit)

    def _wait(self, seconds: float) -> None:
        if seconds > self._end - time.monotonic():
            raise NotAskedError("budget" if seconds <= 0 else "wait", lasting=True, seconds=round(seconds))
        if seconds > 0:
            time.sleep(seconds)

    def _bounded(self, function: Callable[[], _T]) -> _T:
        """The result of a request that has to end in time, however slowly its server talks or a name is looked up."""
        results: list[_T] = []
        errors: list[BaseException] = []

        def run() -> None:
            try:
                results.append(function())
            except BaseException as error:  # it is raised below, in the thread that asked
                errors.append(error)

        left = self._end - time.monotonic()
        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        thread.join(max(0.0, min(2 * self._limits.timeout, left)))
        if errors:
            raise errors[0]
        if results:
            return results[0]
        raise NotAskedError("budget", lasting=True) if left <= 2 * self._limits.timeout else NotAskedError("timeout")

    def _ask(self, url: str, method: str, *, trusted: bool) -> WebAnswer:
        import httpx2

        timeout = self._limits.timeout
        try:
            whole = httpx2.URL(url)
            if whole.scheme not in ("http", "https") or not whole.host:
                raise NotAskedError("address")
            with httpx2.Client(timeout=timeout, trust_env=trusted) as client:
                request = client.build_request(method, whole, headers=self._headers)
                if not trusted:
                    self._pin(request)
                response = client.send(request, stream=True)
                try:
                    headers = {name.lower(): value for name, value in response.headers.items()}
                    return WebAnswer(response.status_code, headers, self._content(response) if trusted else b"")
                finally:
                    response.close()
        except httpx2.TimeoutException as error:
            raise NotAskedError("timeout") from error
        except (httpx2.ConnectError, httpx2.ProxyError, socket.gaierror) as error:
            raise NotAskedError("connection") from error
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, OSError, ValueError) as error:
            raise NotAskedError("closed" if isinstance(error, httpx2.HTTPError) else "address") from error

    def _content(self, response: httpx2.Response) -> bytes:
        parts: list[bytes] = []
        size = 0
        for part in response.iter_bytes():
            size += len(part)
            if size > self._limits.size:
                raise NotAskedError("size", size=self._limits.size // 1024 // 1024)
            parts.append(part)
        return b"".join(parts)

    def _pin(self, request: httpx2.Request) -> None:
        """Send a request to the address that was looked at, which is never one of a private network.

        The name is looked up once, so that it cannot mean another address when it is asked for.
        """
        url = request.url
        port = url.port or (443 if url.scheme == "https" else 80)
        if f"{url.host}:{port}" in self._limits.local:
            return
        found = socket.getaddrinfo(url.raw_host.decode("ascii"), port, type=socket.SOCK_STREAM)
        addresses = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
        if not addresses or any(not _is_public(address) for address in addresses):
            raise NotAskedError("private")
        request.url = url.copy_with(host=str(addresses[0]))
        request.extensions = {**request.extensions, "sni_hostname": url.host}


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError as error:
        raise NotAskedError("address") from error


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise NotAskedError("address") from error


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    return address.is_global and not address.is_multicast and (inner is None or bool(inner.is_global))


def _seconds(written: str) -> float:
    """The value of `Retry-After`: seconds, or a date; 0 where it is neither."""
    if written.strip().isdecimal():
        return float(written)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(written).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return 0.0


_REASONS: Mapping[str, Texts] = {
    "connection": {"en": "there is no connection to the server", "id": "tidak ada sambungan ke peladen"},
    "timeout": {"en": "the server does not answer in time", "id": "peladen tidak menjawab pada waktunya"},
    "closed": {"en": "the server closed the connection", "id": "peladen memutus sambungan"},
    "budget": {"en": "the time for online checks is used up", "id": "waktu untuk pemeriksaan daring sudah habis"},
    "wait": {
        "en": "the server asks to wait for {seconds} seconds",
        "id": "peladen meminta menunggu {seconds} detik",
    },
    "size": {"en": "the answer is larger than {size} MB", "id": "jawabannya lebih besar dari {size} MB"},
    "status": {"en": "the server answers {status}", "id": "peladen menjawab {status}"},
    "answer": {"en": "the answer cannot be understood", "id": "jawabannya tidak dapat dipahami"},
    "redirects": {"en": "the address redirects without end", "id": "alamat ini dialihkan tanpa henti"},
    "address": {"en": "this is not a web address", "id": "ini bukan alamat web"},
    "private": {"en": "the address is on a private network", "id": "alamatnya ada di jaringan privat"},
}
