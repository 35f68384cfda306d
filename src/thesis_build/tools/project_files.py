"""The files of a project as an argument: on the disk, or in memory."""

from __future__ import annotations

import posixpath
import stat
from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol


class Files(Protocol):
    """The files of a project, by their path from its root: "paper/thesis.yaml".

    `root` is the folder itself, for what is not read through here: templates, caches, scripts.
    """

    root: Path

    @abstractmethod
    def read(self, path: str) -> bytes | None:
        """The content of a file; None where there is none. Raises `OSError` where it cannot be read."""

    @abstractmethod
    def size(self, path: str) -> int | None:
        """How many bytes a file has; None where there is none."""

    @abstractmethod
    def names(self, folder: str) -> list[str]:
        """The names of the files in a folder, sorted; those in folders below it are not among them."""

    @abstractmethod
    def leads_out(self, path: str) -> bool:
        """Whether a path leads out of the project, by `..` or by a link."""

    def exists(self, path: str) -> bool:
        """Whether there is such a file."""
        return self.size(path) is not None


def leaves(path: str) -> bool:
    """Whether a path without inner `..` leaves the folder that it starts from."""
    return path == ".." or path.startswith(("../", "/"))


@dataclass(frozen=True, slots=True)
class DiskFiles(Files):
    """The files of a folder on the disk."""

    root: Path

    def read(self, path: str) -> bytes | None:
        """The content of a file; None where there is none. Raises `OSError` where it cannot be read."""
        try:
            return (self.root / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def size(self, path: str) -> int | None:
        """How many bytes a file has; None where there is none."""
        try:
            found = (self.root / path).stat()
        except (OSError, ValueError):  # or a name that no file can have
            return None
        return found.st_size if stat.S_ISREG(found.st_mode) else None

    def names(self, folder: str) -> list[str]:
        """The names of the files in a folder, sorted; those in folders below it are not among them."""
        try:
            return sorted(path.name for path in (self.root / folder).iterdir() if path.is_file())
        except (FileNotFoundError, NotADirectoryError):
            return []

    def leads_out(self, path: str) -> bool:
        """Whether a path leads out of the project, by `..` or by a link."""
        try:
            return not (self.root / path).resolve().is_relative_to(self.root.resolve())
        except (OSError, ValueError):  # a name that no file can have
            return False


DISK = DiskFiles(Path())
"""The files of the whole disk, by a path as a user types it."""


@dataclass(frozen=True, slots=True)
class MemoryFiles(Files):
    """Files given as a mapping, before those `beneath`: unsaved texts of an editor, or the whole of a project."""

    contents: Mapping[str, bytes]
    beneath: Files | None = None
    root: Path = field(default=Path())

    def read(self, path: str) -> bytes | None:
        """The content of a file; None where there is none. Raises `OSError` where it cannot be read."""
        found = self.contents.get(posixpath.normpath(path))
        return self.beneath.read(path) if found is None and self.beneath else found

    def size(self, path: str) -> int | None:
        """How many bytes a file has; None where there is none."""
        found = self.contents.get(posixpath.normpath(path))
        if found is None:
            return self.beneath.size(path) if self.beneath else None
        return len(found)

    def names(self, folder: str) -> list[str]:
        """The names of the files in a folder, sorted; those in folders below it are not among them."""
        wanted = posixpath.normpath(folder) if folder else ""
        own = {posixpath.basename(path) for path in self.contents if posixpath.dirname(path) == wanted}
        return sorted(own.union(self.beneath.names(folder) if self.beneath else ()))

    def leads_out(self, path: str) -> bool:
        """Whether a path leads out of the project, by `..` or by a link."""
        plain = posixpath.normpath(path)
        if plain in self.contents or self.beneath is None:
            return leaves(plain)
        return self.beneath.leads_out(path)
