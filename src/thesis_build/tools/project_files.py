"""The files of a project as an argument: on the disk, or in memory."""

from __future__ import annotations

import errno
import os
import posixpath
import stat
from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from thesis_build.model import Texts

LIMIT = 64 * 1024 * 1024
"""Bytes; a larger file of a project is not read."""

TEXT_LIMIT = 16 * 1024 * 1024
"""Bytes; a larger text of a project is not read."""


class RefusedFile(OSError):
    """A file of a project that is not read; `reason` says why, `message` as a sentence, `shown` which one it is."""

    def __init__(self, kind: str, path: str) -> None:
        english, indonesian, hint_en, hint_id = _REASONS[kind]
        super().__init__(errno.EACCES, english)
        self.reason: Texts = {"en": english, "id": indonesian}
        self.message: Texts = {
            "en": f"this file is not read: {english}",
            "id": f"berkas ini tidak dibaca: {indonesian}",
        }
        self.hint: Texts = {"en": hint_en, "id": hint_id}
        self.shown = shown(path)


_REASONS = {
    "outside": (
        "it leads out of the folder of the thesis", "berkas ini berada di luar folder skripsi",
        "copy the file itself into the folder of the thesis", "salin berkas aslinya ke dalam folder skripsi",
    ),
    "broken": (
        "its link leads nowhere", "tautannya tidak menunjuk ke berkas mana pun",
        "replace the link by the file, or delete it", "ganti tautan itu dengan berkasnya, atau hapus",
    ),
    "folder": (
        "it is a folder", "ini sebuah folder",
        "rename the folder", "ganti nama folder itu",
    ),
    "special": (
        "it is not a regular file", "ini bukan berkas biasa",
        "replace it by a file, or delete it", "ganti dengan berkas biasa, atau hapus",
    ),
    "large": (
        "it is larger than 64 MB", "ukurannya lebih dari 64 MB",
        "shorten it, or split it", "perkecil berkas itu, atau bagi menjadi beberapa berkas",
    ),
    "long": (
        "it is a text of more than 16 MB", "ini teks yang lebih besar dari 16 MB",
        "shorten it, or split it", "perkecil berkas itu, atau bagi menjadi beberapa berkas",
    ),
    "name": (
        "its name is not UTF-8", "namanya bukan UTF-8",
        "rename the file", "ganti nama berkas itu",
    ),
    "unreadable": (
        "it cannot be read", "berkas ini tidak dapat dibaca",
        "check who may read it", "periksa siapa yang boleh membacanya",
    ),
}  # fmt: skip
"""Why a file is not read in English and Indonesian, and what to do in English and Indonesian."""


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


def shown(path: str) -> str:
    """A path as it can be printed: what in it is not UTF-8 is replaced."""
    return path.encode(errors="surrogateescape").decode(errors="replace")


def leaves(path: str) -> bool:
    """Whether a path without inner `..` leaves the folder that it starts from."""
    return path == ".." or path.startswith(("../", "/"))


@dataclass(frozen=True, slots=True)
class DiskFiles(Files):
    """The files of a folder on the disk: regular files inside it, of at most `LIMIT` bytes, with names in UTF-8."""

    root: Path

    def read(self, path: str) -> bytes | None:
        """The content of a file; None where there is none. Raises `RefusedFile` where it is not read."""
        whole = self.root / path
        try:
            if not os.path.lexists(whole):
                return None
            return self._read(path, whole)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except RefusedFile:
            raise
        except OSError as error:
            raise RefusedFile("unreadable", path) from error
        except ValueError:  # a name that no file can have
            return None

    def _read(self, path: str, whole: Path) -> bytes:
        if shown(path) != path:
            raise RefusedFile("name", path)
        if self.leads_out(path):
            raise RefusedFile("outside", path)
        if not whole.exists():
            raise RefusedFile("broken", path)
        _require_regular(whole.stat(), path)  # before it is opened: to open a pipe or a device is to act
        with open(whole, "rb", opener=_without_waiting) as file:
            _require_regular(os.fstat(file.fileno()), path)
            content = file.read(LIMIT + 1)
        if len(content) > LIMIT:
            raise RefusedFile("large", path)
        return content

    def size(self, path: str) -> int | None:
        """How many bytes a file has; None where there is none."""
        return None if self.leads_out(path) else _size(self.root / path)

    def names(self, folder: str) -> list[str]:
        """The names of the files in a folder, sorted, links that lead nowhere and pipes among them.

        Those in folders below it are not, but folders that are named as files are ("01-a.md"): to read one says so.
        """
        whole = self.root / folder
        try:
            if self.leads_out(folder) and os.path.lexists(whole):
                raise RefusedFile("outside", folder)
            return sorted(path.name for path in whole.iterdir() if path.suffix or not path.is_dir())
        except (FileNotFoundError, NotADirectoryError):
            return []
        except RefusedFile:
            raise
        except OSError as error:
            raise RefusedFile("unreadable", folder) from error

    def leads_out(self, path: str) -> bool:
        """Whether a path leads out of the project, by `..` or by a link."""
        return _leads_out(self.root, path)


def _leads_out(root: Path, path: str) -> bool:
    try:
        return not (root / path).resolve().is_relative_to(root.resolve())
    except (OSError, ValueError, RuntimeError):  # a name that no file can have, or a circle of links
        return False


def _size(path: Path) -> int | None:
    try:
        found = path.stat()
    except (OSError, ValueError):  # or a name that no file can have
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None


def _require_regular(found: os.stat_result, path: str) -> None:
    """Raise `RefusedFile` where this is no regular file, or one that is too large."""
    if stat.S_ISDIR(found.st_mode):
        raise RefusedFile("folder", path)
    if not stat.S_ISREG(found.st_mode):
        raise RefusedFile("special", path)
    if found.st_size > LIMIT:
        raise RefusedFile("large", path)


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


@dataclass(frozen=True, slots=True)
class TrustedFiles(Files):
    """The files of a folder on the disk wherever their links lead: what users name themselves, and our own."""

    root: Path

    def read(self, path: str) -> bytes | None:
        """The content of a file; None where there is none. Raises `OSError` where it cannot be read."""
        try:
            return (self.root / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def size(self, path: str) -> int | None:
        """How many bytes a file has; None where there is none."""
        return _size(self.root / path)

    def names(self, folder: str) -> list[str]:
        """The names of the files in a folder, sorted; those in folders below it are not among them."""
        try:
            return sorted(path.name for path in (self.root / folder).iterdir() if path.is_file())
        except (FileNotFoundError, NotADirectoryError):
            return []

    def leads_out(self, path: str) -> bool:
        """Whether a path leads out of the folder, by `..` or by a link."""
        return _leads_out(self.root, path)


DISK = TrustedFiles(Path())
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
