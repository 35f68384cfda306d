"""Files that appear whole: written beside and renamed, so that a build that dies leaves the last good edition."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import secrets
import stat
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from thesis_build.errors import FilesError

WORK = ".thesis-build"
"""The folder of caches and working files in a project; it can be deleted at any time."""


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path` in one step; the folder is made where it is missing.

    Raises `FilesError` where that cannot be done (disk full, no permission); the old file then stays.
    """
    write_all({path: content})


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write files that belong together: all are complete beside their places before the first is renamed.

    Raises `FilesError` where that cannot be done; then every old file stays, or is put back.
    """
    with contextlib.ExitStack() as stack:
        beside = {path: _beside(path, content, stack) for path, content in contents.items()}
        old = {path: _kept(path, stack) for path in beside} if len(beside) > 1 else {}
        done: list[Path] = []
        for path, temporary in beside.items():
            try:
                temporary.replace(path)
            except OSError as error:
                _put_back(done, old)
                raise _cannot_write(path, error) from error
            done.append(path)


def remove_leftovers(path: Path) -> None:
    """Remove what a process that was killed left beside a file; what another process still writes stays."""
    pattern = re.compile(rf"\.{re.escape(path.name)}\.[a-z0-9_]{{8}}\.tmp")
    with contextlib.suppress(OSError):
        for found in path.parent.iterdir():
            if pattern.fullmatch(found.name) and found.is_file() and not found.is_symlink():
                with contextlib.suppress(OSError), found.open("rb") as file:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    found.unlink()


def _beside(path: Path, content: bytes, stack: contextlib.ExitStack) -> Path:
    """A file beside `path` that holds `content`, locked until the end, when it is removed if it is still there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        stack.callback(_unlink, Path(name))
        file = stack.enter_context(os.fdopen(handle, "wb"))
        with contextlib.suppress(OSError):  # some network drives have no locks
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        file.write(content)
        file.flush()
        Path(name).chmod(0o644)
    except OSError as error:
        raise _cannot_write(path, error) from error
    return Path(name)


def _kept(path: Path, stack: contextlib.ExitStack) -> Path | None:
    """A second name for the old file, gone at the end; None where there is no file or the drive has no such names."""
    second = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    stack.callback(_unlink, second)
    try:
        second.hardlink_to(path)
    except OSError:
        return None
    return second


def _put_back(done: list[Path], old: Mapping[Path, Path | None]) -> None:
    for path in done:
        kept = old.get(path)
        with contextlib.suppress(OSError):
            if kept:
                kept.replace(path)


def _unlink(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def rewrite(path: Path, content: bytes) -> None:
    """Write `content` to a file of the author's in one step: a link stays a link, and the file keeps its mode."""
    target = path.resolve()
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    write_whole(target, content)
    if mode is not None:
        target.chmod(mode)


@contextlib.contextmanager
def scratch() -> Iterator[Path]:
    """A folder for working files, gone afterwards; raises `FilesError` where none can be made."""
    try:
        folder = tempfile.TemporaryDirectory(prefix="thesis-build-")
    except OSError as error:
        raise _cannot_write(Path(tempfile.gettempdir()), error) from error
    with folder as name:
        yield Path(name)


def read(path: Path) -> bytes | None:
    """The content of a file, or None where there is none that can be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _cannot_write(path: Path, error: OSError) -> FilesError:
    reason = error.strerror or str(error)
    return FilesError(
        {
            "en": f"cannot write {path}: {reason}",
            "id": f"tidak dapat menulis {path}: {reason}",
        },
        {
            "en": "free some disk space, or choose another folder (build: --output); what was there is untouched",
            "id": "kosongkan ruang disk, atau pilih folder lain (build: --output); yang sudah ada tidak berubah",
        },
    )
