"""What a writer is: it says what Pandoc has to write, and makes the file of an edition from the answers."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from thesis_build.model import Project, ResolvedManuscript
    from thesis_build.tools.pandoc import Answer, Request


@dataclass(frozen=True, slots=True)
class Material:
    """What editions are written from: the project, its resolved manuscripts, and the content of their images.

    `pictures` maps languages to addresses to contents. `workspace` is a folder for working files, gone afterwards.
    """

    project: Project
    manuscripts: Mapping[str, ResolvedManuscript]
    pictures: Mapping[str, Mapping[str, bytes]]
    workspace: Path


class Writer(Protocol):
    """Writes one file of an edition."""

    @abstractmethod
    def __init__(self, material: Material, languages: Sequence[str]) -> None:
        """A writer of a file that has these languages."""

    @abstractmethod
    def requests(self) -> list[Request]:
        """What Pandoc has to write; an answer to a format such as docx has its bytes in `content`."""

    @abstractmethod
    def write(self, answers: Sequence[Answer]) -> bytes:
        """The file, from Pandoc's answers to `requests`, in their order."""
