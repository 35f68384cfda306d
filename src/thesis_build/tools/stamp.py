"""Whether anything has changed since a command last ran with the same options; kept in `.thesis-build/`.

Nothing heavy is imported here: it is all that a command with nothing to do costs.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from thesis_build.errors import FilesError
from thesis_build.tools import files
from thesis_build.tools.project_files import DiskFiles, RefusedFile
from thesis_build.tools.recording_files import RecordingFiles
from thesis_build.tools.work_folder import work_folder

_INPUTS = ("paper", "references", "templates")
_PROGRAM = frozenset((".py", ".yaml", ".json", ".lua", ".j2", ".css", ".js", ".tsv"))


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit status, and what it reported."""

    status: int
    report: str


class Stamp:
    """What a command read when it ran: the folders of the project at `root`, what it asked of `files`, this program.

    `asked` are its options, everything but the project that its report depends on.
    """

    def __init__(self, root: Path, *asked: object) -> None:
        name = hashlib.sha256(repr(asked).encode()).hexdigest()[:16]
        folder = work_folder(root)
        self._path = folder / f"stamp-{name}.json" if folder else None
        self._inputs = _fingerprint(root)
        self.files = RecordingFiles(DiskFiles(root))

    def recall(self) -> Ended | None:
        """How the command ended, if neither what it read nor what it made has changed since; else None."""
        content = files.read(self._path) if self._path else None
        try:
            stamp = json.loads(content or b"null")
            same = stamp is not None and stamp["inputs"] == self._inputs and self._still(stamp["answers"])
            if same and all(_digest(Path(path)) == digest for path, digest in stamp["made"].items()):
                return Ended(int(stamp["status"]), str(stamp["report"]))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None
        return None

    def keep(self, ended: Ended, made: Iterable[Path] = ()) -> None:
        """Remember how the command ended and which files it made."""
        if self._path is None:
            return
        stamp = {
            "inputs": self._inputs,
            "answers": [[kind, path, answer] for (kind, path), answer in self.files.answers.items()],
            "made": {str(path.absolute()): _digest(path) for path in made},
            "status": ended.status,
            "report": ended.report,
        }
        try:
            files.write_whole(self._path, json.dumps(stamp).encode())
        except FilesError:  # a full disk makes the next run slower, not wrong
            return

    def _still(self, rows: list[list[str]]) -> bool:
        """Whether the files give the same answers as before."""
        before = {(kind, path): answer for kind, path, answer in rows}
        return RecordingFiles(DiskFiles(self.files.root)).ask_again(before) == before


def _fingerprint(root: Path) -> str:
    digest = hashlib.sha256()
    project = DiskFiles(root)
    for folder in _INPUTS:
        for path in sorted((root / folder).rglob("*")):
            name = str(path.relative_to(root))
            digest.update(f"{name}\0{_content(project, name)}\n".encode(errors="surrogateescape"))
    digest.update(program().encode())
    return digest.hexdigest()


def _content(project: DiskFiles, path: str) -> str:
    """A digest of a file, or why it is not read."""
    try:
        return hashlib.sha256(project.read(path) or b"").hexdigest()
    except RefusedFile as refused:
        return refused.reason["en"]


@cache
def program() -> str:
    """A digest of the size and time of every file of this program that shapes what it makes."""
    digest = hashlib.sha256()
    package = Path(__file__).parents[1]
    for folder in (package, package.parents[1] / "templates"):
        for path in sorted(folder.rglob("*")):
            if path.suffix in _PROGRAM:
                stat = path.stat()
                digest.update(f"{path.name}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _digest(path: Path) -> str:
    return hashlib.sha256(files.read(path) or b"").hexdigest()
