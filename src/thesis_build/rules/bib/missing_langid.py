"""BIB108."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.cited_works import printed
from thesis_build.bibliography.entry_types import NOT_PRINTED
from thesis_build.model import Entry, Finding, Fix, Project, Severity
from thesis_build.rules._edits import added_field, unsafe
from thesis_build.rules.rule import Rule

_INDONESIAN = frozenset(
    {"dan", "yang", "di", "pada", "dalam", "untuk", "dengan", "terhadap", "dari", "antara", "melalui", "oleh"}
)
_ENGLISH = frozenset(
    {"the", "of", "and", "in", "for", "on", "with", "from", "to", "an", "by", "between", "at", "as", "through"}
)
_ENOUGH = 2
"""The language of a title is certain from that many function words of one language and none of the other."""


class MissingLangid(Rule):
    """A printed entry does not say in which language its title is.

    Pandoc takes a title without `langid` for English and prints it in lower case where the style asks for it:
    “Kerja sama kota bandung dan seoul”. The field `language` does not help.

    Flagged: in a thesis in several languages, an entry that is cited or listed under `nocite`, with a title and
    without `langid`.

    Not flagged: entries that are not printed; a thesis in one language; a library without a thesis.
    """

    code = "BIB108"
    name = "missing-langid"
    severity = Severity.INFO
    message = {
        "en": "“{key}” does not say in which language its title is",
        "id": "“{key}” tidak menyebut bahasa judulnya",
    }
    hint = {
        "en": "add langid = {{indonesian}} or {{english}}",
        "id": "tambahkan langid = {{indonesian}} atau {{english}}",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for printed entries without the field, in a thesis of several languages."""
        if len(project.settings.languages) < 2 or not project.manuscripts:
            return
        for entry in project.library.entries:
            silent = not entry.value("langid") and not entry.value("hyphenation")
            if silent and entry.value("title") and entry.type not in NOT_PRINTED and entry.key in printed(project):
                yield self.finding(entry.span, fix=_fix(entry), key=entry.key)


def _fix(entry: Entry) -> Fix | None:
    """The fix that adds the language of the title, where its function words leave no doubt."""
    words = set(entry.value("title").lower().split())
    indonesian, english = len(words & _INDONESIAN), len(words & _ENGLISH)
    if max(indonesian, english) < _ENOUGH or min(indonesian, english) or "langid" in entry.fields:
        return None
    return unsafe(added_field(entry, "langid", "indonesian" if indonesian else "english"))
