"""BIB207."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.page_ranges import Range, ranges
from thesis_build.model import Finding, Project, Severity
from thesis_build.rules._edits import inside
from thesis_build.rules.rule import Rule


class ReversedPageRange(Rule):
    """A range of pages ends before it begins.

    Digits were swapped or left out, and readers are sent to pages that the article does not have.

    Flagged: `pages = {120--110}`; `pages = {xv--xi}`. Where a single hyphen joins two short numbers, which may be one
    number together, it is a warning.

    Not flagged: shortened ranges, `123--9`; pages with a hyphen in them, `1-1--1-20` and `12-1`.
    """

    code = "BIB207"
    name = "reversed-page-range"
    message = {
        "en": "the pages {range} end before they begin",
        "id": "halaman {range} berakhir sebelum dimulai",
    }
    hint = {
        "en": "check the pages in the work itself",
        "id": "periksa halamannya pada karya itu sendiri",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every `pages`."""
        for entry in project.library.entries:
            field = entry.fields.get("pages")
            if not field:
                continue
            for found in ranges(field.value):
                if found.is_reversed and not _is_number(found):
                    mild = found.dash == "-" and found.first < 100
                    yield self.finding(
                        inside(field, found.start, found.end, project),
                        range=field.value[found.start : found.end],
                        severity=Severity.WARNING if mild else None,
                    )


def _is_number(found: Range) -> bool:
    """Whether it may be one number: a chapter and a page (`12-1`), or an article of a year (`2020-15`)."""
    return found.short and found.dash == "-"
