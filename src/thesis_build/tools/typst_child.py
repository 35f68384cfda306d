"""The child process in which Typst runs: a job as JSON on standard input, its answer on standard output.

It ends with its parent, at once on Ctrl-C, and where it wants more memory than it may have.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import typst

STANDARDS = ["a-2a", "ua-1"]
_PAUSE = 0.5
"""Seconds between two looks whether the parent still lives."""


def main(parent: int) -> None:
    """Do one job; the answer is a line of JSON, and the PDF after it where one was asked for."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Typst would not let Python see it
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    job: dict[str, Any] = json.load(sys.stdin.buffer)
    _limit(job["memory"])
    fonts = typst.Fonts(include_system_fonts=False, font_paths=job["fonts"])
    pdf = b""
    if job["operation"] == "compile":
        moment = datetime.fromisoformat(job["moment"])
        answer, pdf = _compiled(job["page"], fonts, root=job["root"], timestamp=moment)
    else:
        answer = {"refused": _refused(job["preamble"], job["pieces"], fonts, job["root"])}
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + pdf)
    sys.stdout.buffer.flush()
    os._exit(0)  # what Typst has in memory need not be tidied up


def _compiled(page: str, fonts: Any, **options: Any) -> tuple[dict[str, Any], bytes]:
    """Nothing and the PDF of a page, or why Typst cannot set it."""
    compile_with: Any = typst.compile  # its stubs want all inputs of one type
    try:
        pdf = compile_with(
            page.encode(), font_paths=fonts, ignore_system_fonts=True, pdf_standards=STANDARDS, format="pdf", **options
        )
    except typst.TypstError as error:
        said = {"message": str(error.message), "diagnostic": str(error.diagnostic), "hints": list(error.hints)}
        return {"error": said}, b""
    return {}, pdf


def _refused(preamble: str, pieces: Sequence[str], fonts: Any, root: str | None) -> dict[int, str]:
    """The pieces of a text that cannot be set, by their place, and what Typst says; found by halves."""
    found: dict[int, str] = {}
    waiting = [range(len(pieces))]
    while waiting:
        part = waiting.pop()
        if not part:
            continue
        answer, _ = _compiled("\n\n".join([preamble, *(pieces[index] for index in part)]), fonts, root=root)
        if "error" in answer and len(part) == 1:
            found[part[0]] = f"{answer['error']['message']}\n{answer['error']['diagnostic']}"
        elif "error" in answer:
            middle = len(part) // 2
            waiting += [part[:middle], part[middle:]]
    return found


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_PAUSE)
    os._exit(1)


def _limit(memory: int) -> None:
    """Bound the memory of this process, where the system can do that."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
