"""A content-addressed cache of computed texts: the key says everything that the value depends on.

Entries carry a digest of key and value; a damaged or half-written one counts as absent, as does one that was put
under another key, or that stands behind a symbolic link. A folder that cannot be
written (read-only checkout, full disk) makes the cache useless, never the build wrong.
"""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from thesis_build.errors import FilesError
from thesis_build.tools import files
from thesis_build.tools.work_folder import work_folder

_LIMIT = 256 * 1024 * 1024
"""Bytes kept; the entries used longest ago go first."""


class Store:
    """The cache in one folder (`.thesis-build/cache` of a project)."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @classmethod
    def of(cls, root: Path) -> Store:
        """The cache of the project at `root`; one that keeps nothing where its folder is refused."""
        folder = work_folder(root)
        return cls(folder / "cache" if folder else None)

    @staticmethod
    def key(*parts: str | bytes) -> str:
        """A key made from everything a value depends on."""
        digest = hashlib.sha256()
        for part in parts:
            content = part.encode() if isinstance(part, str) else part
            digest.update(len(content).to_bytes(8, "big"))
            digest.update(content)
        return digest.hexdigest()

    def get(self, key: str) -> bytes | None:
        """The value stored under `key`, or None."""
        if self._folder is None:
            return None
        content = files.read(self._path(key)) if self._is_plain(key) else None
        if content is None or _digest(key, content[32:]) != content[:32]:
            return None
        return content[32:]

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`; says nothing where that is not possible."""
        if self._folder is not None and self._is_plain(key):
            with contextlib.suppress(FilesError):
                files.write_whole(self._path(key), _digest(key, value) + value)

    def prune(self) -> None:
        """Drop the oldest entries while the cache is larger than its limit."""
        if self._folder is None:
            return
        with contextlib.suppress(OSError):
            entries = [(path, path.stat()) for path in self._folder.glob("??/*")]
            total = sum(stat.st_size for _, stat in entries)
            for path, stat in sorted(entries, key=lambda entry: entry[1].st_mtime):
                if total <= _LIMIT:
                    break
                path.unlink(missing_ok=True)
                total -= stat.st_size

    def _is_plain(self, key: str) -> bool:
        """Whether neither the file nor its folder is a link."""
        path = self._path(key)
        return not (path.is_symlink() or path.parent.is_symlink())

    def _path(self, key: str) -> Path:
        assert self._folder is not None
        return self._folder / key[:2] / key[2:]


def _digest(key: str, value: bytes) -> bytes:
    return hashlib.sha256(key.encode() + value).digest()
