"""BIB102."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.cited_works import is_used
from thesis_build.bibliography.entry_types import COMMON, KNOWN, meant_type
from thesis_build.model import Finding, Project, Severity
from thesis_build.rules._edits import renamed_type, type_span, unsafe
from thesis_build.rules.rule import Rule


class UnknownEntryType(Rule):
    """An entry has a type that no program knows.

    Pandoc and LaTeX print it like `@misc`: not in the form of an article, and without the title of the book it is in.

    Flagged: `@artcle`, with the most similar type; as a warning, `@skripsi` and `@website`; only a note if the entry
    is not used.

    Not flagged: any type of BibTeX or biblatex; `@software`, `@dataset`, `@IEEEtranBSTCTL`; types with a character
    that Pandoc rejects, such as `@web_page` (BIB001).
    """

    code = "BIB102"
    name = "unknown-entry-type"
    message = {
        "en": "“@{type}” is not an entry type; it is printed like @misc",
        "id": "“@{type}” bukan jenis entri dan akan tercetak seperti @misc",
    }
    hint = {
        "en": "choose one that fits: @article, @book, @inproceedings, @thesis, @online …",
        "id": "pilih yang cocok: @article, @book, @inproceedings, @thesis, @online …",
    }
    near_hint = {"en": "did you mean @{near}?", "id": "maksud Anda @{near}?"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look each type up."""
        for entry in project.library.entries:
            if entry.type in KNOWN or not entry.type.isalpha():
                continue
            near = meant_type(entry.type)
            slip = near and entry.type not in COMMON
            severity = self.severity if slip else Severity.WARNING
            yield self.finding(
                type_span(entry),
                severity=severity if is_used(project, entry.key) else Severity.INFO,
                hint=self.near_hint if near else None,
                fix=unsafe(renamed_type(entry, near)) if near else None,
                type=entry.type,
                near=near,
            )
