"""BIB403."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from thesis_build.bibliography import registry_comparison
from thesis_build.bibliography.latex_text import folded
from thesis_build.model import Entry, Field, Finding, Project, Severity, Standing, Texts, Work
from thesis_build.rules import _edits
from thesis_build.rules.rule import Rule

_KINDS = frozenset({"journal-article", "proceedings-article"})
"""Kinds of works that appear once: the dates and pages of editions and reprints of books differ."""

_YEAR = re.compile(r"^\s*(\d{4})(?!\d)")
_FIRST_PAGE = re.compile(r"^\s*[A-Za-z]?0*(\d+)\s*[-–]")
"""The first page of a range: a single number may be that of the article."""

_NUMBER = re.compile(r"^\s*0*(\d+)\s*$")


class MetadataMismatch(Rule):
    """An article's year, first author, volume or first page differs from what Crossref has.

    One of the two is wrong, and it is not always the entry: publishers register mistakes, too.

    Flagged: `year = {2012}` where the article appeared in 2021; `pages = {15--30}` where it begins on page 51.

    Not flagged: the year of the first publication online, and any that differs by one; books, which have editions; a
    different work altogether (BIB402).
    """

    code = "BIB403"
    name = "metadata-mismatch"
    severity = Severity.INFO
    online = True
    message = {
        "en": "the {what} is “{ours}” here, “{theirs}” at Crossref",
        "id": "{what} di sini “{ours}”, di Crossref “{theirs}”",
    }
    hint = {
        "en": "compare with the work itself, and correct the entry if it is wrong",
        "id": "bandingkan dengan karyanya sendiri, dan perbaiki entri ini bila salah",
    }
    names = {
        "year": {"en": "year", "id": "tahun"},
        "author": {"en": "first author", "id": "penulis pertama"},
        "volume": {"en": "volume", "id": "volume"},
        "pages": {"en": "first page", "id": "halaman pertama"},
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the entries of articles whose title is the same."""
        for entry, _, work in registry_comparison.registered(project, Standing.FOUND):
            if work.kind not in _KINDS or not _is_the_same(entry, work):
                continue
            yield from self._year(entry, work)
            yield from self._author(entry, work)
            yield from self._number("volume", _NUMBER, entry, work.volume)
            yield from self._number("pages", _FIRST_PAGE, entry, work.pages)

    def _year(self, entry: Entry, work: Work) -> Iterator[Finding]:
        field = entry.fields.get("date") or entry.fields.get("year")
        found = _YEAR.match(field.value) if field else None
        if field and found and work.years and all(abs(int(found[1]) - year) > 1 for year in work.years):
            yield self._differs(field, "year", found[1], str(work.years[0]), field.value.strip() == found[1])

    def _author(self, entry: Entry, work: Work) -> Iterator[Finding]:
        field = entry.fields.get("author")
        ours = registry_comparison.people(field.value) if field else ()
        theirs = registry_comparison.name_words(work.authors[0]) if work.authors else frozenset()
        if field and ours and theirs and not registry_comparison.is_same_person(ours[0], theirs):
            first = " ".join(field.value.split()).split(" and ")[0]
            yield self._differs(field, "author", first, work.authors[0], False)

    def _number(self, name: str, form: re.Pattern[str], entry: Entry, registered: str) -> Iterator[Finding]:
        field = entry.fields.get(name)
        ours, theirs = form.match(field.value) if field else None, form.match(registered)
        if field and ours and theirs and ours.groups() != theirs.groups():
            yield self._differs(field, name, field.value, registered, True)

    def _differs(self, field: Field, name: str, ours: str, theirs: str, mendable: bool) -> Finding:
        value = re.sub(r"[-–]+", "--", theirs) if name == "pages" else theirs
        fix = _edits.new_value(field, value) if mendable else None
        what: Texts = self.names[name]
        unsafe = replace(fix, safe=False) if fix else None
        return self.finding(field.written, what=what, ours=ours.strip(), theirs=theirs, fix=unsafe)


def _is_the_same(entry: Entry, work: Work) -> bool:
    """Whether it is the same work by its titles; otherwise there is nothing to compare."""
    theirs = [words for title in work.titles if (words := folded(title))]
    similarity = registry_comparison.similarity(registry_comparison.titles(entry), theirs)
    return similarity is not None and similarity >= 85
