"""BIB301."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.latex_text import folded
from thesis_build.bibliography.same_work import doi, same_doi
from thesis_build.model import Entry, Finding, Project, Related, Severity
from thesis_build.rules.bib._replaced_entry import replaced_entry
from thesis_build.rules.rule import Rule


class DuplicateDoi(Rule):
    """Two entries have the same DOI.

    They are the same work, which appears twice in the reference list, as 2020a and 2020b, if it is cited under both
    keys. Or one of the two has the DOI of another work.

    Flagged: `10.1234/ABC` and `https://doi.org/10.1234/abc`.

    Not flagged: chapters that have the DOI of their book; entries that inherit a DOI; two keys that differ only in
    case, which BIB003 reports.
    """

    code = "BIB301"
    name = "duplicate-doi"
    severity = Severity.WARNING
    message = {
        "en": "“{key}” has the same DOI as “{other}”: {doi}",
        "id": "“{key}” memiliki DOI yang sama dengan “{other}”: {doi}",
    }
    hint = {
        "en": "keep one entry and cite that one, or correct the DOI if the works differ",
        "id": "pertahankan satu entri dan sitasi yang itu, atau perbaiki DOI-nya bila karyanya berbeda",
    }
    first = {"en": "the other entry", "id": "entri yang satunya"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at the entries whose DOI an earlier entry has."""
        found = same_doi(project.library)
        for entry in project.library.entries if found else ():
            earlier = found.get(entry.key)
            if earlier:
                related = (Related(earlier.span, self.first),)
                fix = replaced_entry(entry, earlier, project) if _have_one_title(earlier, entry) else None
                span = entry.fields["doi"].written
                yield self.finding(span, related=related, fix=fix, key=entry.key, other=earlier.key, doi=doi(entry))


def _have_one_title(one: Entry, other: Entry) -> bool:
    """Whether the titles are similar enough for the works to be one, so that neither of the DOIs is wrong."""
    first, second = folded(one.value("title")), folded(other.value("title"))
    return first.startswith(second) or second.startswith(first)
