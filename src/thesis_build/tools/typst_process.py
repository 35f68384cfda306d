"""Typst in processes of its own, which may take so much time and memory; started ahead, a build does not wait for them.

They ask no network: Typst has no option for that, but goes through the proxy of the environment, and nothing can
listen on the port that theirs names.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_MIB = 1024 * 1024
_START = "import sys; sys.path[:] = {path!r}; from thesis_build.tools.typst_child import main; main({parent})"
_NOWHERE = "http://127.0.0.1:0"
_NO_NETWORK = {
    **dict.fromkeys(("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"), _NOWHERE),
    **dict.fromkeys(("no_proxy", "NO_PROXY"), ""),
}
_LARGE = 2_000_000
"""Characters of a page description; so large ones are set one after the other, for want of memory."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a job may take: seconds, and MiB of memory."""

    seconds: float
    memory: int


class Exhausted(Exception):
    """A job took more time or memory than it may; `reason` is "time", "memory" or "stopped", `limits` what it had."""

    def __init__(self, reason: str, limits: Limits) -> None:
        super().__init__(reason)
        self.reason = reason
        self.limits = limits


class _Processes:
    """The processes that wait for a job, and those that have one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ready: list[subprocess.Popen[bytes]] = []
        self._busy: set[subprocess.Popen[bytes]] = set()

    def prepare(self, count: int) -> None:
        with self._lock:
            while len(self._ready) < count:
                self._ready.append(_started())

    def run(self, job: bytes, limits: Limits) -> bytes:
        with self._lock:
            process = self._ready.pop() if self._ready else _started()
            self._busy.add(process)
        try:
            answer, said = process.communicate(job, timeout=limits.seconds)
        except subprocess.TimeoutExpired as error:
            raise Exhausted("time", limits) from error
        finally:
            with self._lock:
                self._busy.discard(process)
            _end(process)
        if process.returncode:
            is_memory = b"memory allocation" in said or b"MemoryError" in said
            raise Exhausted("memory" if is_memory else "stopped", limits)
        return answer

    def stop(self) -> None:
        with self._lock:
            ready, self._ready = self._ready, []
            for process in self._busy:  # ended by those who wait for it
                process.kill()
        for process in ready:
            _end(process)


_PROCESSES = _Processes()
_ONE_BY_ONE = threading.Lock()


def prepare(count: int) -> None:
    """Start that many processes, so that they are there when there are jobs; see `stopped_at_the_end`."""
    _PROCESSES.prepare(count)


def ask(job: Mapping[str, Any], limits: Limits) -> tuple[dict[str, Any], bytes]:
    """What the child answers to a job, and the file that it made; raises `Exhausted`."""
    text = json.dumps({**job, "memory": limits.memory * _MIB}).encode()
    with _ONE_BY_ONE if len(text) > _LARGE else contextlib.nullcontext():
        answer = _PROCESSES.run(text, limits)
    head, _, content = answer.partition(b"\n")
    return json.loads(head), content


@contextlib.contextmanager
def stopped_at_the_end() -> Iterator[None]:
    """End, after the block, the processes that had no job; where it is interrupted, the others too."""
    try:
        yield
    finally:
        _PROCESSES.stop()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Stop a process that may still run, and close what it was written to and read from."""
    process.kill()
    for stream in (process.stdin, process.stdout, process.stderr):
        with contextlib.suppress(OSError):
            if stream:
                stream.close()
    process.wait()


def _started() -> subprocess.Popen[bytes]:
    """A process that has loaded Typst and waits; isolated, since a folder that we are in may hold Python files."""
    start = _START.format(path=[entry for entry in sys.path if entry], parent=os.getpid())
    return subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", start],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **_NO_NETWORK},
    )
