"""BIB109."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from thesis_build.bibliography.cited_works import is_used
from thesis_build.model import Entry, Finding, Project, Severity
from thesis_build.rules.rule import Rule

_COMPARED = {
    "doi": ("doi",),
    "pages": ("pages", "eid", "articleno", "articlenumber"),
    "volume": ("volume",),
    "publisher": ("publisher", "institution", "organization", "school", "howpublished"),
}
"""The fields in which entries of a type are compared, each with those that may replace it."""

_FEWEST = 8
_MOST_WITHOUT = 0.25
"""The share of entries of a type that may lack a field that the others have."""


class InconsistentFields(Rule):
    """Nearly all works of this type have a field that this one lacks.

    References of one kind then look different in the reference list. Usually the field was forgotten; but the work may
    not have it, so this rule is off unless it is selected.

    Flagged: an `@article` without `pages`, where three quarters of at least eight articles have them; likewise
    `doi`, `volume` and `publisher`.

    Not flagged: an article number (`eid`) instead of pages; types of which fewer than eight works are printed.
    """

    code = "BIB109"
    name = "inconsistent-fields"
    severity = Severity.INFO
    default = False
    message = {
        "en": "“{key}” has no {name}, as {share} % of the works of type @{type} do",
        "id": "“{key}” tidak punya {name}, padahal {share} % karya berjenis @{type} punya",
    }
    hint = {"en": "add it if the work has one", "id": "tambahkan bila karya itu memilikinya"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare each cited entry with those of its type."""
        siblings: dict[str, list[Entry]] = defaultdict(list)
        for entry in project.library.entries:
            if is_used(project, entry.key):
                siblings[entry.type].append(entry)
        for entries in siblings.values():
            if len(entries) >= _FEWEST:
                for name, fields in _COMPARED.items():
                    yield from self._compare(entries, name, fields)

    def _compare(self, entries: list[Entry], name: str, fields: tuple[str, ...]) -> Iterator[Finding]:
        without = [entry for entry in entries if not any(entry.value(field) for field in fields)]
        if len(without) <= _MOST_WITHOUT * len(entries):
            share = 100 * (len(entries) - len(without)) // len(entries)
            for entry in without:
                yield self.finding(entry.span, key=entry.key, name=name, share=share, type=entry.type)
