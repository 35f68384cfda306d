"""Pandoc as a few long-lived processes that answer requests; answers are cached by content.

Every process has a memory limit (`+RTS -M`), every request a time limit, and the reader may open no file
(`worker.lua`). What Pandoc warns of comes back as `Message` values; what it refuses comes back as `Answer.error`.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import re
import select
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from thesis_build.errors import ToolError
from thesis_build.model import Message
from thesis_build.tools.store import Store

MARKDOWN = "markdown"
"""Pandoc's Markdown as authors know it (https://pandoc.org/MANUAL.html#pandocs-markdown)."""

_WORKER = Path(__file__).with_name("worker.lua")
_MEMORY = "768m"
_SECONDS = 6.0
_LEAST = 1.0
"""Seconds for a request, and at the least for those after some that were not answered in time."""
_EPOCH = "315532800"
"""The time that files of binary formats name: 1980, the first year that a ZIP archive knows."""

_BINARY = frozenset({"docx", "odt", "pptx", "epub", "epub2", "epub3"})
"""Pandoc's formats that are files, not texts."""


@dataclass(frozen=True, slots=True)
class Request:
    """One thing to ask of Pandoc: `operation` is read, accept, write or cite; `format` is Pandoc's name of a format.

    Written in a binary format, a document shows only images whose address is a `data:` address: Pandoc would look
    for any other on the disk or in the network.
    """

    operation: str
    format: str
    text: str
    seconds: float = 0.0
    """The most that the answer may take; 0 for the usual."""

    @property
    def is_binary(self) -> bool:
        """Whether the answer is a file and no text."""
        return self.operation == "write" and re.split("[-+]", self.format)[0] in _BINARY


@dataclass(frozen=True, slots=True)
class Answer:
    """What Pandoc answered: a text, or the `content` of a file; `error` is empty where it did what was asked.

    `exhausted` is "time" or "memory" where it took too much of that.
    """

    text: str
    messages: tuple[Message, ...] = ()
    error: str = ""
    content: bytes = b""
    exhausted: str = ""


class Pandoc:
    """A pool of up to `jobs` Pandoc processes, started when first needed."""

    def __init__(self, jobs: int = 2, store: Store | None = None, progress: Callable[[], None] = lambda: None) -> None:
        self._jobs = max(1, jobs)
        self._store = store or Store(None)
        self._progress = progress
        self._idle: list[_Worker] = []
        self._lock = threading.Lock()
        self._unanswered: dict[str, Answer] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._idle:
            worker.stop()
        self._idle.clear()

    def run(self, requests: Sequence[Request]) -> list[Answer]:
        """The answers to `requests`, in their order; the work is shared among the processes."""
        answers: list[Answer | None] = [self._cached(request) for request in requests]
        missing = [index for index, answer in enumerate(answers) if answer is None]
        for index, answer in zip(missing, self._ask([requests[index] for index in missing]), strict=True):
            answers[index] = answer
        return [answer for answer in answers if answer is not None]

    def ask(self, request: Request) -> Answer:
        """The answer to one request."""
        return self.run([request])[0]

    def _ask(self, requests: list[Request]) -> list[Answer]:
        answers: list[Answer] = [Answer("")] * len(requests)
        failures: list[BaseException] = []
        todo: queue.SimpleQueue[int] = queue.SimpleQueue()
        for index in sorted(range(len(requests)), key=lambda index: -len(requests[index].text)):
            todo.put(index)

        def work() -> None:
            worker = self._take()
            try:
                while not failures:
                    index = todo.get_nowait()
                    answers[index] = worker.ask(requests[index], self._patience(requests[index]))
                    self._keep(requests[index], answers[index])
                    self._progress()
            except queue.Empty:
                pass
            except BaseException as error:  # handed to the caller's thread below
                failures.append(error)
            finally:
                with self._lock:
                    self._idle.append(worker)

        threads = [threading.Thread(target=work, daemon=True) for _ in range(min(self._jobs, len(requests)))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if failures:
            raise failures[0]
        return answers

    def _patience(self, request: Request) -> float:
        """How many seconds a request may take: the less, the more have not been answered in time."""
        times = sum(answer.exhausted == "time" for answer in self._unanswered.values())
        return min(request.seconds or _SECONDS, max(_LEAST, _SECONDS / float(2**times)))

    def _take(self) -> _Worker:
        with self._lock:
            return self._idle.pop() if self._idle else _Worker()

    def _cached(self, request: Request) -> Answer | None:
        content = self._store.get(_key(request))
        if content is None:
            return self._unanswered.get(_key(request))
        said, _, result = content.partition(b"\n")
        return _answer(request, tuple(Message(*message) for message in json.loads(said)), result)

    def _keep(self, request: Request, answer: Answer) -> None:
        if answer.exhausted:
            self._unanswered[_key(request)] = answer
        if not answer.error:
            said = json.dumps([[m.kind, m.text, m.line, m.column, m.subject] for m in answer.messages])
            self._store.put(_key(request), said.encode() + b"\n" + (answer.content or answer.text.encode()))


class _Worker:
    """One process of `worker.lua`."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._stuck = False

    def ask(self, request: Request, seconds: float) -> Answer:
        """The answer to a request, within so many seconds."""
        payload = request.text.encode("utf-8", "replace")
        operation = "pack" if request.is_binary else request.operation
        head = f"{operation} {request.format} {len(payload)}\n".encode()
        process = self._start()
        assert process.stdin is not None
        try:
            process.stdin.write(head + payload)
            process.stdin.flush()
            return self._answer(request, time.monotonic() + seconds)
        except TimeoutError:
            self._stuck = True
            self.stop()
            self._stuck = False
            return Answer("", error=f"no answer within {seconds:.0f} s", exhausted="time")
        except (BrokenPipeError, EOFError):
            self.stop()
            return Answer("", error=f"out of memory ({_MEMORY}) or stopped", exhausted="memory")

    def stop(self) -> None:
        """End the process: by the end of its input, or by force where it does not listen."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None and process.stdout is not None
        with contextlib.suppress(OSError):
            process.stdin.close()
        try:
            process.wait(timeout=0 if process.poll() is None and self._stuck else 2)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()

    def _start(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            try:
                self._process = subprocess.Popen(
                    [program(), "lua", str(_WORKER), "+RTS", f"-M{_MEMORY}", "-A64m", "-RTS"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env={"PATH": os.defpath, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": _EPOCH},
                )
            except OSError as error:
                raise _missing(str(error)) from error
        return self._process

    def _answer(self, request: Request, deadline: float) -> Answer:
        head = bytearray()
        while not head.endswith(b"\n"):
            head += self._read(1, deadline)
        status, said_length, text_length = head.split()
        said = self._read(int(said_length), deadline)
        result = self._read(int(text_length), deadline)
        messages = tuple(_message(entry) for entry in json.loads(said or b"[]"))
        return _answer(request, messages, result) if status == b"ok" else Answer("", messages, result.decode())

    def _read(self, length: int, deadline: float) -> bytes:
        assert self._process is not None and self._process.stdout is not None
        stream = self._process.stdout.fileno()
        parts: list[bytes] = []
        while length:
            ready, _, _ = select.select([stream], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise TimeoutError
            part = os.read(stream, min(length, 1 << 20))
            if not part:
                raise EOFError
            parts.append(part)
            length -= len(part)
        return b"".join(parts)


@cache
def program() -> str:
    """The path of the Pandoc that comes with the wheel `pypandoc_binary`."""
    import pypandoc

    try:
        return str(pypandoc.get_pandoc_path())
    except OSError as error:
        raise _missing(str(error)) from error


@cache
def version() -> str:
    """Pandoc's version, with what of ours shapes its answers."""
    from importlib.metadata import version as installed

    return f"{installed('pypandoc_binary')} {Path(program()).stat().st_size} {_WORKER.read_text()}"


def _key(request: Request) -> str:
    return Store.key("pandoc", version(), request.operation, request.format, request.text)


def _answer(request: Request, messages: tuple[Message, ...], result: bytes) -> Answer:
    return Answer("", messages, content=result) if request.is_binary else Answer(result.decode(), messages)


def _message(entry: dict[str, Any]) -> Message:
    return Message(
        kind=str(entry.get("type", "")),
        text=str(entry.get("pretty", "")),
        line=int(entry.get("line", 0) or 0),
        column=int(entry.get("column", 0) or 0),
        subject=str(entry.get("contents", "")),
    )


def _missing(reason: str) -> ToolError:
    return ToolError(
        {"en": f"Pandoc cannot be started: {reason}", "id": f"Pandoc tidak dapat dijalankan: {reason}"},
        {
            "en": "install the package again: it brings Pandoc in the wheel pypandoc_binary",
            "id": "pasang ulang paket ini: Pandoc ikut di dalam wheel pypandoc_binary",
        },
    )
