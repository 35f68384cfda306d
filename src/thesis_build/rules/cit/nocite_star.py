"""CIT103."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Project, Severity
from thesis_build.readers.markdown import positions
from thesis_build.rules.rule import Rule


class NociteStar(Rule):
    """A front matter asks for every entry of the library by `nocite: '@*'`.

    Every edition then prints the whole library in its reference list, works that the text never mentions among them,
    and an entry that is no longer cited is not noticed any more (CIT101).

    Flagged: `nocite: '@*'`.

    Not flagged: `nocite: '@sutanto2020'`, which names its works.
    """

    code = "CIT103"
    name = "nocite-star"
    severity = Severity.INFO
    message = {
        "en": "`nocite: '@*'` prints every entry of the library, whether it is cited or not",
        "id": "`nocite: '@*'` mencetak semua entri pustaka, baik disitasi maupun tidak",
    }
    hint = {"en": "name the works, or remove the line", "id": "sebutkan karyanya, atau hapus baris itu"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for the asterisk in each front matter."""
        for chapter in project.chapters:
            for located in positions.nocite(chapter.source):
                if located.name == "*":
                    yield self.finding(located.span)
