"""CIT101."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.cited_works import is_used
from thesis_build.model import Finding, Project, Severity
from thesis_build.rules.rule import Rule

_NOT_WORKS = frozenset({"xdata", "set", "bstcontrol", "ieeetranbstctl", "control"})
"""Types of entries that are settings or parts of others (biblatex manual, 2.1.1; BibTeX styles of ACM and IEEE)."""


class UnusedEntry(Rule):
    """An entry of the library is never cited.

    It is not printed: the reference list holds what is cited, or listed under `nocite`. That is no fault of a library
    that serves several works.

    Flagged: `@book{sutanto2020, …}` without `@sutanto2020` in any language.

    Not flagged: entries under `nocite` in a front matter; those that printed ones name in `crossref`, `xdata`, `xref`,
    `related` or `entryset`.
    """

    code = "CIT101"
    name = "unused-entry"
    severity = Severity.INFO
    message = {"en": "“{key}” is never cited", "id": "“{key}” tidak pernah disitasi"}
    hint = {"en": "cite it, or remove the entry", "id": "sitasi karya ini, atau hapus entrinya"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the library with what the texts cite."""
        for entry in project.library.entries:
            if entry.type not in _NOT_WORKS and not is_used(project, entry.key):
                yield self.finding(entry.span, key=entry.key)
