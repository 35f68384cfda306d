"""What a command costs: its wall time, the processor's time, and the memory of all its processes together."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 0.1
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the wall and of the processor, MiB of memory; `status` is None where the command was stopped."""

    wall: float
    processor: float
    memory: float
    status: int | None
    output: str


def cost_of(line: Sequence[str], seconds: float = 600.0) -> Cost:
    """Run a command, for so many seconds at most, and measure it with its children."""
    start = time.monotonic()
    with subprocess.Popen(
        line, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    ) as process:
        assert process.stdout is not None
        os.set_blocking(process.stdout.fileno(), False)
        output, memory, stopped = b"", 0.0, False
        while True:
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
            output += process.stdout.read() or b""
            if ended:
                break
            memory = max(memory, sum(map(_memory, _family(process.pid))))
            if time.monotonic() - start > seconds and not stopped:
                stopped = True
                os.killpg(process.pid, signal.SIGKILL)
            time.sleep(_PAUSE)
        process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(
        time.monotonic() - start,
        usage.ru_utime + usage.ru_stime,
        memory,
        None if stopped else process.returncode,
        output.decode(errors="replace"),
    )


def _family(process: int) -> list[int]:
    """A process and all that it started, by number."""
    found = [process]
    for one in found:
        with contextlib.suppress(OSError):
            for listed in Path(f"/proc/{one}/task").glob("*/children"):
                found += map(int, listed.read_text(encoding="ascii").split())
    return found


def _memory(process: int) -> float:
    """What a process holds in MiB; what several share counts for each in part."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0
