"""Finding the citation style, dependent or not."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from thesis_build.errors import SettingsError
from thesis_build.model import Settings
from thesis_build.readers.style import read_style
from thesis_build.tools.project_files import DiskFiles

PARENT = "http://www.zotero.org/styles/ieee"


def read(root: Path, content: str) -> str:
    (root / "references").mkdir(exist_ok=True)
    (root / "references" / "own.csl").write_text(content, encoding="utf-8")
    return read_style(DiskFiles(root), Settings({}, (), date(2026, 11, 24), ("id",), {}, style="own")).path


@pytest.mark.parametrize(
    ("links", "path"),
    [
        ("", "references/own.csl"),
        (f'<link href="{PARENT}" rel="self"/>', "references/own.csl"),
        (f'<link href="http://a.org/own" rel="self"/><link href="{PARENT}" rel="independent-parent"/>', "ieee.csl"),
        (f'<link rel="independent-parent" href="{PARENT}"/>', "ieee.csl"),
        (f'<link\n href="{PARENT}"\n rel="independent-parent"/>', "ieee.csl"),
    ],
)
def test_a_dependent_style_stands_for_its_parent(tmp_path: Path, links: str, path: str) -> None:
    assert read(tmp_path, f"<style><info>{links}</info></style>") == path


def test_a_parent_that_is_not_there_is_a_mistake_of_the_settings(tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        read(tmp_path, '<link href="http://a.org/styles/nowhere" rel="independent-parent"/>')


@pytest.mark.parametrize("piece", ["<link", "<link href=", '<link href="/a/a"', '<link href="/'])
def test_the_time_is_in_proportion_to_the_text(tmp_path: Path, piece: str) -> None:
    start = time.process_time()
    read(tmp_path, piece * (200_000 // len(piece)))
    assert time.process_time() - start < 2
