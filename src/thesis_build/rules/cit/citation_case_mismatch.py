"""CIT002."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Project
from thesis_build.readers import places
from thesis_build.rule import Rule
from thesis_build.rules.citing import cited_keys, same_but_for_case


class CitationCaseMismatch(Rule):
    """A citation key differs from a key of the library only in upper and lower case.

    Keys are compared letter by letter, so Pandoc does not find the entry.

    Flagged: `[@Sutanto2020]` where the library has `sutanto2020`.
    """

    code = "CIT002"
    name = "citation-case-mismatch"
    fact = {
        "en": "the citation key “{key}” is written “{known}” in the library",
        "id": "kunci sitasi “{key}” ditulis “{known}” di pustaka",
    }
    hint = {"en": "write @{known}", "id": "tulis @{known}"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare cited keys with those of the library, ignoring case."""
        known = {entry.key for entry in project.library.entries}
        for chapter in project.chapters:
            wrong = {
                key: twin for key in cited_keys(chapter) if key not in known and (twin := same_but_for_case(key, known))
            }
            for key, spans in places.citations(chapter, wrong).items() if wrong else ():
                for span in spans:
                    yield self.finding(span, key=key, known=wrong[key])
