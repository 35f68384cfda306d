"""Why a command cannot go on: a message that the names of files cannot turn into commands or colours."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Run


def test_the_message_cannot_steer_a_terminal_or_a_build_server(tmp_path: Path, run: Run) -> None:
    ran = run("check", tmp_path, "--baseline", tmp_path / "\x1b[1m ##[error]\n::error::x", "--locale", "en")
    assert ran.status == 2
    assert "\x1b" not in ran.err
    assert r"\x1b[1m ##［error]" in ran.err
    assert not [line for line in ran.err.splitlines() if line.startswith("::")]
