"""CIT103."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Project, Severity
from thesis_build.readers.markdown import positions
from thesis_build.rules.rule import Rule


class NociteStar(Rule):
    """A front matter asks for every entry of the library by `nocite: '@*'`.

    The bibliography of an edition holds what is cited, so this prints nothing; but it hides entries that nobody cites
    (CIT101).

    Flagged: `nocite: '@*'`.

    Not flagged: `nocite: '@sutanto2020'`, which names its works.
    """

    code = "CIT103"
    name = "nocite-star"
    severity = Severity.INFO
    message = {
        "en": "`nocite: '@*'` counts every entry of the library as cited",
        "id": "`nocite: '@*'` menganggap semua entri pustaka sudah disitasi",
    }
    hint = {"en": "name the works, or remove the line", "id": "sebutkan karyanya, atau hapus baris itu"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for the star in each front matter."""
        for chapter in project.chapters:
            for located in positions.nocite(chapter.source):
                if located.name == "*":
                    yield self.finding(located.span)
