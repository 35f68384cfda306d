"""LNT001."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Edit, Finding, Fix, Project, Severity, Suppression
from thesis_build.readers.suppressions import FIELD
from thesis_build.rules import _edits
from thesis_build.rules.rule import Run, RunRule, matches


class UnusedSuppression(RunRule):
    """A suppression suppresses nothing.

    What it was written for was fixed, or it names the wrong rule or is in the wrong position; left there, it would hide
    the next fault.

    Flagged: `<!-- check: ignore[CIT001] … -->` before a paragraph in which every key is in the library.

    Not flagged: one whose rules did not run, and one that has expired (LNT003).
    """

    code = "LNT001"
    name = "unused-suppression"
    severity = Severity.WARNING
    message = {
        "en": "this suppression suppresses nothing ({rules})",
        "id": "peredaman ini tidak meredam temuan apa pun ({rules})",
    }
    hint = {"en": "remove the suppression", "id": "hapus peredaman ini"}

    def review(self, run: Run, project: Project) -> Iterator[Finding]:
        """Look for suppressions that are valid and suppressed nothing, although all rules that they name ran."""
        for suppression in run.suppressions:
            expired = suppression.until is not None and suppression.until < run.today
            if suppression not in run.used and not expired and _all_ran(suppression, run):
                rules = ", ".join(suppression.rules)
                yield self.finding(suppression.span, rules=rules, fix=_removal(suppression, project))


def _all_ran(suppression: Suppression, run: Run) -> bool:
    named = [{rule.code for rule in run.rules if matches(name, rule)} for name in suppression.rules]
    return all(codes and codes <= run.ran for codes in named)


def _removal(suppression: Suppression, project: Project) -> Fix | None:
    """The edit that takes a suppression out; None for one in the settings."""
    span = suppression.span
    if span.path.endswith(".md"):
        text = project.sources[span.path]
        start = _edits.offset(text, span.line, span.column)
        end = _edits.offset(text, span.end_line, span.end_column)
        while start and text[start - 1] in " \t":
            start -= 1
        if start == 0 or text[start - 1] == "\n":  # alone on its line, with the blank line after it
            end += len(text[end:]) - len(text[end:].lstrip("\n"))
        return Fix((Edit(_edits.between(text, span.path, start, end), ""),))
    fields = (entry.fields[FIELD] for entry in project.library.entries if FIELD in entry.fields)
    field = next((field for field in fields if field.span == span), None)
    return _edits.removed_field(field, project) if field else None
