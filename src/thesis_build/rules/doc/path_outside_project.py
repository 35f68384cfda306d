"""DOC005."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Finding, Project
from thesis_build.readers.markdown import positions
from thesis_build.rules.rule import Rule


class PathOutsideProject(Rule):
    """An image address leaves the project's folder; such a file is never read.

    Flagged: `![](../../secret.png)`, or a link in `paper/` to a file elsewhere.
    """

    code = "DOC005"
    name = "path-outside-project"
    message = {"en": "{address} is outside the project", "id": "{address} berada di luar proyek"}
    hint = {
        "en": "copy the file into paper/figures/ and give that address",
        "id": "salin berkasnya ke paper/figures/ dan tulis alamat itu",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for images that were not read because of where they are."""
        for chapter in project.chapters:
            for element in chapter.elements:
                address = pandoc_ast.address(element, "Image")
                image = project.images.get(address) if address else None
                if image is not None and image.error == "outside":
                    span = positions.address_span(chapter, element)
                    yield self.finding(span, address=address)
