"""BIB208."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.page_ranges import Range, ranges
from thesis_build.model import Edit, Finding, Fix, Project, Severity
from thesis_build.rules._edits import inside
from thesis_build.rules.rule import Rule

_RIGHT = ("--", "–")


class PageDash(Rule):
    """A range of pages is not written with `--`.

    Pandoc and biber turn a single hyphen into a dash, so that this is about order in the library; but a minus sign, an
    unusual hyphen, or three hyphens are printed as they are.

    Flagged: `pages = {12-18}`; `pages = {12 - 18}`; `pages = {12---18}`.

    Not flagged: `12--18` and `12–18`; `A-1`, `1-1--1-20`; a range that ends before it begins (BIB207).
    """

    code = "BIB208"
    name = "page-dash"
    of_bibtex = True
    severity = Severity.INFO
    message = {
        "en": "the range {range} has “{dash}” where BibTeX expects “--”",
        "id": "rentang {range} memakai “{dash}”, padahal BibTeX meminta “--”",
    }
    hint = {
        "en": "write two hyphens",
        "id": "tulis dua tanda hubung",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every `pages`: one finding for a field, about its first range; the fix changes all."""
        for entry in project.library.entries:
            field = entry.fields.get("pages")
            if not field:
                continue
            odd = [found for found in ranges(field.value) if _is_odd(found)]
            if odd:
                edits = [_edit(field.value, found) for found in odd]
                spans = [inside(field, start, end, project) for start, end in edits]
                fix = Fix(tuple(Edit(span, "--") for span in spans)) if field.literal else None
                first = odd[0]
                yield self.finding(
                    inside(field, first.start, first.end, project),
                    range=field.value[first.start : first.end],
                    dash=first.dash.strip(),
                    fix=fix,
                )


def _is_odd(found: Range) -> bool:
    return found.dash.strip() not in _RIGHT and not found.is_reversed


def _edit(value: str, found: Range) -> tuple[int, int]:
    start = value.index(found.dash, found.start)
    return start, start + len(found.dash)
