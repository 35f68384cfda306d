"""Addresses that are scripts, data or local files reach no edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JAVA%0ASCRIPT:x", "data:text/html,x", "file:///etc/hostname"]
)
def test_an_unsafe_address_is_reported_and_printed_as_text(address: str, thesis: Path, run: Run) -> None:
    for tag in ("id", "en"):
        chapter = thesis / f"paper/{tag}/01-start.md"
        text = chapter.read_text(encoding="utf-8")
        chapter.write_text(f"{text}\n[Lorem ipsum]({address})\n", encoding="utf-8")
    ran = run("build", thesis, "--draft", "--format", "html", "--locale", "en")
    assert ran.status == 0
    assert "DOC031 unsafe-link" in ran.err
    page = (thesis / "build/thesis.html").read_text(encoding="utf-8")
    assert "Lorem ipsum" in page
    assert address.lower() not in page.lower()
