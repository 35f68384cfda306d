"""CIT002."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.cited_works import keys_in
from thesis_build.model import Finding, Project
from thesis_build.rules._citations import all_cited, rekeyed
from thesis_build.rules.rule import Rule


class CitationCaseMismatch(Rule):
    """A citation key differs from a key of the library only in upper and lower case.

    Keys are compared letter by letter, so Pandoc does not find the entry and prints the key with a question mark.

    Flagged: `[@Sutanto2020]` where the library has `sutanto2020`.

    Not flagged: a key that is not in the library in any case (CIT001).
    """

    code = "CIT002"
    name = "citation-case-mismatch"
    message = {
        "en": "the citation key “{key}” is written “{known}” in the library",
        "id": "kunci sitasi “{key}” ditulis “{known}” di pustaka",
    }
    hint = {"en": "write @{known}", "id": "tulis @{known}"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare cited keys with those of the library, ignoring case."""
        known = {entry.key for entry in project.library.entries}
        spelt: dict[str, list[str]] = {}
        for key in sorted(known):
            spelt.setdefault(key.lower(), []).append(key)
        for chapter in project.chapters:
            wrong = {key for key in keys_in(chapter) if key not in known and key.lower() in spelt}
            for cited in all_cited(chapter) if wrong else ():
                if cited.key in wrong:
                    twins = spelt[cited.key.lower()]
                    fix = rekeyed(cited, twins[0]) if len(twins) == 1 else None
                    yield self.finding(cited.span, key=cited.key, known=twins[0], fix=fix)
