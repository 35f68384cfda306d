"""Files of a project that note what was read and looked for, so that a later run can see whether it still holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from thesis_build.tools.project_files import Files

Answers = dict[tuple[str, str], str]
"""What was asked, `read`, `size`, `names` or `out` and a path, and the answer in short."""


class RecordingFiles(Files):
    """The files of `beneath`; `answers` says what was asked of them, files that do not exist included."""

    def __init__(self, beneath: Files) -> None:
        self.root: Path = beneath.root
        self.answers: Answers = {}
        self._beneath = beneath

    def read(self, path: str) -> bytes | None:
        """The content of a file; None where there is none. Raises `OSError` where it cannot be read."""
        self.answers["read", path] = "unreadable"
        content = self._beneath.read(path)
        self.answers["read", path] = "none" if content is None else hashlib.sha256(content).hexdigest()
        return content

    def size(self, path: str) -> int | None:
        """How many bytes a file has; None where there is none."""
        size = self._beneath.size(path)
        self.answers["size", path] = str(size)
        return size

    def names(self, folder: str) -> list[str]:
        """The names of the files in a folder, sorted; those in folders below it are not among them."""
        names = self._beneath.names(folder)
        self.answers["names", folder] = repr(names)
        return names

    def leads_out(self, path: str) -> bool:
        """Whether a path leads out of the project, by `..` or by a link."""
        leads_out = self._beneath.leads_out(path)
        self.answers["out", path] = str(leads_out)
        return leads_out

    def ask_again(self, questions: Iterable[tuple[str, str]]) -> Answers:
        """The answers to these questions as they are now."""
        for kind, path in questions:
            try:
                {"read": self.read, "size": self.size, "names": self.names, "out": self.leads_out}[kind](path)
            except OSError:
                continue
        return self.answers
