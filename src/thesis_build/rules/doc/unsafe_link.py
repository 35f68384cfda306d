"""DOC031."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Finding, Project
from thesis_build.readers.markdown import positions
from thesis_build.rules.rule import Rule


class UnsafeLink(Rule):
    """The address of a link or image is a script, data, or a file of one computer; it is not printed as a link.

    Flagged: `[here](javascript:alert(1))`, `![](data:image/png;base64,…)`, `[notes](file:///notes.txt)`.
    """

    code = "DOC031"
    name = "unsafe-link"
    message = {
        "en": "“{scheme}:” is not an address that readers can open",
        "id": "“{scheme}:” bukan alamat yang dapat dibuka pembaca",
    }
    hint = {
        "en": "give an address with https:, or remove the link",
        "id": "tulis alamat dengan https:, atau hapus tautannya",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at the scheme of every address."""
        for chapter in project.chapters:
            for element in chapter.elements:
                scheme = pandoc_ast.unsafe_scheme(element)
                if scheme:
                    yield self.finding(positions.address_span(chapter, element), scheme=scheme)
