"""The table of editions: a format is a row here, and a module with its writer."""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thesis_build.writers.writer import Writer


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition: the name of its file, and its writer as "module:class", which is loaded when it is needed.

    An edition whose file name has `{language}` in it is one file for each language, any other one for all.
    """

    file: str
    writer: str

    def files(self, languages: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The names of its files, and the languages in each."""
        if "{language}" in self.file:
            return {self.file.format(language=tag): (tag,) for tag in languages}
        return {self.file: tuple(languages)}

    def load(self) -> type[Writer]:
        """The class of its writer."""
        found: type[Writer] = pkgutil.resolve_name(self.writer)
        return found


EDITIONS = {
    "pdf": Edition("thesis-{language}.pdf", "thesis_build.writers.pdf:PdfWriter"),
    "html": Edition("thesis.html", "thesis_build.writers.html:HtmlWriter"),
}
"""The editions by the name of their format, in the order in which they are written."""
