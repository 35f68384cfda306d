"""BIB101."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thesis_build.bibliography.required_fields import Importance, Need, missing
from thesis_build.model import Finding, Project, Severity, Texts
from thesis_build.rules._citations import severity_for
from thesis_build.rules.rule import Rule

_SEVERITIES = {
    Importance.OPTIONAL: Severity.INFO,
    Importance.RECOMMENDED: Severity.WARNING,
    Importance.REQUIRED: Severity.ERROR,
}
_RISING = tuple(_SEVERITIES)
_OR = {"en": " or ", "id": " atau "}


class MissingRequiredField(Rule):
    """An entry lacks a field that its printed reference needs.

    Pandoc prints what there is, without a warning: “(n.d.)” where the year is missing, “Andi, A. (2020). Kota. 3(2),
    1–2.” where a journal is. Only what readers miss is asked for, not all that biblatex requires: no
    pages. What comes through `crossref` or `xdata` counts.

    Flagged: an `@article` without `journal` (an error if it is cited and has no address either); any work without
    `title`; a book, article or thesis without author and editor, or without date; a thesis without university; a web
    page without address; as a note, a book without publisher. Only a note if the entry is not printed; at most a
    warning in a library without a thesis.

    Not flagged: a law without author; a web page without author; a missing title, journal or date whose field is
    there under a misspelt name (BIB104), or dropped by Pandoc (BIB110); a thesis without `type` (BIB107).
    """

    code = "BIB101"
    name = "missing-required-field"
    message = {
        "en": "“{key}” (@{type}) lacks {fields}",
        "id": "“{key}” (@{type}) tidak memiliki {fields}",
    }
    hint = {
        "en": "take it from the source itself, or choose another type",
        "id": "lengkapi dari sumbernya langsung, atau pilih jenis entri lain",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare each entry with what its type needs."""
        for entry in project.library.entries:
            lacking = list(missing(entry))
            if lacking:
                most = max((importance for _, importance in lacking), key=_RISING.index)
                yield self.finding(
                    entry.span,
                    severity=severity_for(project, entry.key, _SEVERITIES[most]),
                    key=entry.key,
                    type=entry.type,
                    fields=_as_text([need for need, _ in lacking]),
                )


def _as_text(needs: Sequence[Need]) -> Texts:
    """The fields that are needed: “author or editor; date or year”."""
    return {language: "; ".join(word.join(need.asked_for) for need in needs) for language, word in _OR.items()}
