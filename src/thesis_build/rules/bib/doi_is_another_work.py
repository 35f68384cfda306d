"""BIB402."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography import registry_comparison
from thesis_build.bibliography.latex_text import folded
from thesis_build.model import Entry, Finding, Project, Severity, Standing, Work
from thesis_build.rules.rule import Rule

_DIFFERENT = 60
"""A similarity (0 to 100) that 99 % of 20,000 pairs of different works stay below."""

_DIFFERENT_ALONE = 50
"""The same where there are no authors to compare: 90 % stay below."""


class DoiIsAnotherWork(Rule):
    """A DOI belongs to another work: neither the title nor any author is that of the entry.

    Readers who follow the printed link find something else. It is the surest sign of a reference that nobody looked up.

    Flagged: an entry “Kota Bersaudara” by Rahayu whose DOI Crossref has as “Deep Learning for Crops” by Smith.

    Not flagged: a title without its subtitle, shortened, or in another language by the same author; the DOI of the
    book or proceedings that the entry is a part of; titles in different scripts.
    """

    code = "BIB402"
    name = "doi-is-another-work"
    severity = Severity.WARNING
    online = True
    message = {
        "en": "the DOI {doi} belongs to another work: “{title}”{author}",
        "id": "DOI {doi} milik karya lain: “{title}”{author}",
    }
    hint = {
        "en": "look the work up and copy its DOI; make sure that it exists",
        "id": "cari karya ini dan salin DOI-nya; pastikan karya itu memang ada",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare titles and authors with those that Crossref has."""
        for entry, field, work in registry_comparison.registered(project, Standing.FOUND):
            if _is_another(entry, work):
                author = f" ({work.authors[0]})" if work.authors else ""
                yield self.finding(field.written, doi=work.doi, title=work.titles[0], author=author)


def _is_another(entry: Entry, work: Work) -> bool:
    ours = registry_comparison.people(entry.value("author") or entry.value("editor"))
    names = [name for author in work.authors if (name := registry_comparison.name_words(author))]
    comparable = bool(ours and names)
    if comparable and any(registry_comparison.is_same_person(one, name) for one in ours for name in names):
        return False
    theirs = [words for title in work.titles if (words := folded(title))]
    similarity = registry_comparison.similarity(registry_comparison.titles(entry), theirs)
    limit = _DIFFERENT if comparable else _DIFFERENT_ALONE
    return similarity is not None and similarity < limit and not _is_part(entry, work, theirs)


def _is_part(entry: Entry, work: Work, theirs: list[str]) -> bool:
    """Whether one of the two is the book, journal or proceedings that contains the other."""
    wholes = [words for name in ("booktitle", "maintitle", "series") if (words := folded(entry.value(name)))]
    containers = [words for title in work.containers if (words := folded(title))]
    return any(
        similarity is not None and similarity >= _DIFFERENT
        for similarity in (
            registry_comparison.similarity(wholes, theirs),
            registry_comparison.similarity(registry_comparison.titles(entry), containers),
        )
    )
