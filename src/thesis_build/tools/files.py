"""Files that appear whole: written beside and renamed, so that a build that dies leaves the last good edition."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from thesis_build.errors import FilesError

WORK = ".thesis-build"
"""The folder of caches and working files in a project; it can be deleted at any time."""


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path` in one step; the folder is made where it is missing.

    Raises `FilesError` where that cannot be done (disk full, no permission); the old file then stays.
    """
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        raise _cannot_write(path, error) from error
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                Path(temporary).unlink(missing_ok=True)


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
