"""Files that belong together appear together, and what a killed process left is removed."""

from __future__ import annotations

import errno
import fcntl
from pathlib import Path

import pytest

from thesis_build.errors import FilesError
from thesis_build.tools import files


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("failing", ["thesis-id.pdf", "thesis.html"])
def test_where_one_file_cannot_be_renamed_the_others_are_put_back(
    failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / name for name in ("thesis-id.pdf", "thesis-en.pdf", "thesis.html")]
    for path in paths:
        path.write_text("old", encoding="utf-8")
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if Path(target).name == failing:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(FilesError):
        files.write_all(dict.fromkeys(paths, b"new"))
    assert [path.read_text(encoding="utf-8") for path in paths] == ["old", "old", "old"]
    assert names(tmp_path) == {path.name for path in paths}


def test_where_the_last_file_cannot_be_written_nothing_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / "thesis-id.pdf", tmp_path / "thesis.html"]
    for path in paths:
        path.write_text("old", encoding="utf-8")
    real = files.tempfile.mkstemp

    def full(prefix: str, suffix: str, dir: Path) -> tuple[int, str]:  # the name that is called
        if "html" in prefix:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(prefix=prefix, suffix=suffix, dir=dir)

    monkeypatch.setattr(files.tempfile, "mkstemp", full)
    with pytest.raises(FilesError):
        files.write_all(dict.fromkeys(paths, b"new"))
    assert [path.read_text(encoding="utf-8") for path in paths] == ["old", "old"]
    assert names(tmp_path) == {"thesis-id.pdf", "thesis.html"}


def test_leftovers_are_removed_and_nothing_else(tmp_path: Path) -> None:
    mine, others = (
        tmp_path / ".thesis.html.ab12_xyz.tmp",
        {".thesis.html.swp", "thesis.html.ab12_xyz.tmp", ".x.html.ab12_xyz.tmp"},
    )
    busy = tmp_path / ".thesis.html.busybusy.tmp"
    for path in (mine, busy, *(tmp_path / name for name in others)):
        path.touch()
    with busy.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        files.remove_leftovers(tmp_path / "thesis.html")
    assert names(tmp_path) == others | {busy.name}
