"""What a stranger's style or raw Typst names on the network is never asked for: a server here counts the requests."""

from __future__ import annotations

import datetime
import os
import socketserver
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Run
from thesis_build.errors import ToolError
from thesis_build.tools import typst


@pytest.fixture
def server() -> Iterator[tuple[str, list[bytes]]]:
    """The address of a server on this machine, and the first bytes of all that it was asked."""
    asked: list[bytes] = []

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            asked.append(self.request.recv(200))

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as listening:
        thread = threading.Thread(target=listening.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_address[1]}", asked
        listening.shutdown()
        thread.join()


def test_the_parent_of_a_style_is_not_asked_for(thesis: Path, run: Run, server: tuple[str, list[bytes]]) -> None:
    address, asked = server
    link = f"<link rel = 'independent-parent' href='{address}/styles/ieee'/>"
    style = f"<style class='in-text'><info>{link}</info></style>"
    (thesis / "references" / "own.csl").write_text(style, encoding="utf-8")
    settings = thesis / "paper" / "thesis.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\nstyle: own\n", encoding="utf-8")
    assert run("build", thesis, "--format", "html").status == 0
    assert not asked


def test_typst_downloads_no_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: tuple[str, list[bytes]]
) -> None:
    """Typst would ask the proxy that the environment names, as on a server that has one."""
    address, asked = server
    monkeypatch.setenv("HTTPS_PROXY", address)
    monkeypatch.setenv("NO_PROXY", "localhost")
    page = '#import "@preview/cetz:0.3.0": *\nA'
    with pytest.raises(ToolError, match="package"):
        typst.compile_pdf(page, tmp_path, (), datetime.date(2026, 11, 24))
    assert not asked
    assert (os.environ["HTTPS_PROXY"], os.environ["NO_PROXY"]) == (address, "localhost")
    assert "ALL_PROXY" not in os.environ
