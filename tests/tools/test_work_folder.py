"""Caches that come with a branch: not read, not written through."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run
from thesis_build.tools.store import Store
from thesis_build.tools.work_folder import work_folder


def test_a_piece_put_under_another_key_is_not_served(tmp_path: Path) -> None:
    store, one, other = Store(tmp_path), Store.key("one"), Store.key("other")
    store.put(one, b"value")
    assert store.get(one) == b"value"
    moved = tmp_path / other[:2] / other[2:]
    moved.parent.mkdir(exist_ok=True)
    (tmp_path / one[:2] / one[2:]).rename(moved)
    assert store.get(other) is None


def test_nothing_is_read_or_written_through_a_link(tmp_path: Path) -> None:
    store, outside, key = Store(tmp_path / "cache"), tmp_path / "outside", Store.key("one")
    outside.mkdir()
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / key[:2]).symlink_to(outside)
    store.put(key, b"value")
    assert store.get(key) is None
    assert not list(outside.iterdir())


@pytest.mark.parametrize("linked", [".thesis-build", ".thesis-build/cache", ".thesis-build/confirmed.json"])
def test_a_linked_folder_is_refused_and_said(thesis: Path, tmp_path: Path, run: Run, linked: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (thesis / linked).parent.mkdir(exist_ok=True)
    (thesis / linked).symlink_to(outside)
    ran = run("check", thesis, "--locale", "en")
    assert "symbolic link" in ran.err
    assert work_folder(thesis) is None
    assert not list(outside.iterdir())


def test_a_tracked_folder_is_refused_and_said(thesis: Path, run: Run) -> None:
    """What a check kept, committed with the thesis: it counts as absent, and stays as it is."""
    first = run("check", thesis, "--locale", "en")
    for command in (("init", "-q"), ("add", "-f", ".")):
        subprocess.run(["git", *command], cwd=thesis, check=True)
    (stamp,) = (thesis / ".thesis-build").glob("stamp-*.json")
    spoilt = stamp.read_text(encoding="utf-8").replace('"report": "', '"report": "forged')
    stamp.write_text(spoilt, encoding="utf-8")
    second = run("check", thesis, "--locale", "en")
    assert (second.status, second.out) == (first.status, first.out)
    assert "tracked by git" in second.err
    assert "tracked" not in first.err
    assert stamp.read_text(encoding="utf-8") == spoilt
