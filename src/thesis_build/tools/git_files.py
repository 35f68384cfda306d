"""The files of a project as they were at a revision in git."""

from __future__ import annotations

import posixpath
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from thesis_build.errors import FilesError
from thesis_build.tools.project_files import Files, leaves

_SECONDS = 60
_LINK = "120000"
"""The mode of a symbolic link in git."""


@dataclass(frozen=True, slots=True)
class _Blob:
    """A file in git: the name of its content, and how many bytes that has."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class GitFiles(Files):
    """The files of the folder `root` at a revision; `tree` is git's name of it.

    A symbolic link to a file is that file, as on the disk; one to a folder is not followed.
    """

    root: Path
    tree: str
    blobs: Mapping[str, _Blob]
    links: Mapping[str, str]

    def read(self, path: str) -> bytes | None:
        """The content of a file; None where there is none. Raises `FilesError` where git cannot give it."""
        blob = self.blobs.get(self._followed(path))
        return _git(self.root, "cat-file", "blob", blob.name) if blob else None

    def size(self, path: str) -> int | None:
        """How many bytes a file has; None where there is none."""
        blob = self.blobs.get(self._followed(path))
        return blob.size if blob else None

    def names(self, folder: str) -> list[str]:
        """The names of the files in a folder, sorted; those in folders below it are not among them."""
        wanted = posixpath.normpath(folder) if folder else ""
        listed = [*self.blobs, *(path for path in self.links if self.exists(path))]
        return sorted(posixpath.basename(path) for path in listed if posixpath.dirname(path) == wanted)

    def leads_out(self, path: str) -> bool:
        """Whether a path leads out of the project, by `..` or by a link."""
        return leaves(self._followed(path))

    def _followed(self, path: str) -> str:
        """The path without `..`, with the links followed that it names."""
        plain = posixpath.normpath(path)
        for _ in self.links:  # a circle of links ends, too
            if plain not in self.links:
                break
            plain = posixpath.normpath(posixpath.join(posixpath.dirname(plain), self.links[plain]))
        return plain


def git_files(root: Path, revision: str) -> GitFiles:
    """The files of the project in `root` at a revision ("HEAD~3", "main", a tag).

    Raises `FilesError` where there is no git, no repository or no such revision.
    """
    tree = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}", named=revision)
    name = tree.decode().strip()
    blobs, links = {}, {}
    for line in _git(root, "ls-tree", "-r", "-z", "--long", name).decode(errors="surrogateescape").split("\0"):
        about, _, path = line.partition("\t")
        mode, kind, blob, size = about.split() if path else ("", "", "", "")
        if mode == _LINK:
            links[path] = _git(root, "cat-file", "blob", blob).decode(errors="surrogateescape")
        elif kind == "blob":
            blobs[path] = _Blob(blob, int(size))
    return GitFiles(root, name, blobs, links)


def _git(root: Path, *arguments: str, named: str = "") -> bytes:
    try:
        return subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, timeout=_SECONDS, check=True
        ).stdout
    except subprocess.CalledProcessError as error:
        raise _failed(error.stderr.decode(errors="replace").strip() or f"no revision “{named}”") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _failed(str(error)) from error


def _failed(reason: str) -> FilesError:
    return FilesError(
        {"en": f"git cannot read the files: {reason}", "id": f"git tidak dapat membaca berkasnya: {reason}"},
        {
            "en": "name a revision of the repository that holds the thesis, such as HEAD or a tag",
            "id": "sebutkan revisi dari repositori yang memuat skripsi ini, misalnya HEAD atau sebuah tag",
        },
    )
