"""BIB213."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.academic_titles import ET_AL
from thesis_build.bibliography.person_names import Name, name_lists
from thesis_build.model import Field, Finding, Fix, Project
from thesis_build.rules._edits import inside, new_value
from thesis_build.rules.rule import Rule

_HINTS = (" al", ".al", "etal", "\nal", "dkk", "dll", "kawan", "lain", "rekan", "Others", "OTHERS")
"""Every value that may have a finding contains one of these; they are looked for first, because that is fast."""

_TAIL = re.compile(rf"(?<![^\s,])(?:{ET_AL.pattern})$")


class EtAlInAuthor(Rule):
    """A list of names contains “et al.”, “dkk.” or the like.

    It is printed as a person: “Mnih, V., & al, et.” For `and others` the style itself prints “et al.” or “dkk.”, in the
    language of the edition.

    Flagged: `Mnih, V. and et al`; `Mnih, V. et al.`; `Sutanto, Budi, dkk.`; `Sutanto, Budi and Others`.

    Not flagged: `and others`.
    """

    code = "BIB213"
    name = "et-al-in-author"
    message = {
        "en": "“{text}” would be printed as part of a name",
        "id": "“{text}” akan tercetak sebagai bagian dari nama",
    }
    hint = {
        "en": "write “and others” instead, or name all persons",
        "id": "tulis “and others” sebagai gantinya, atau sebutkan semua nama",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every list of names."""
        for _entry, field, listed in name_lists(project):
            if not any(hint in field.value for hint in _HINTS):
                continue
            for index, name in enumerate(listed):
                found = _TAIL.search(name.text)
                if found:
                    start = name.start + found.start()
                    last = index == len(listed) - 1 and (index > 0 or found.start() > 0)
                    yield self.finding(
                        inside(field, start, name.end, project),
                        text=found[0],
                        fix=_fix(field, name, found) if last else None,
                    )


def _fix(field: Field, name: Name, found: re.Match[str]) -> Fix | None:
    """The fix that replaces the end of the last name with `and others`."""
    opened = 1 if name.braced else 0  # braces hold the person and “et al.” together
    before = name.text[opened : found.start()].rstrip(" ,\t\n")
    if before.count("{") != before.count("}"):
        return None
    others = f"{before} and others" if before else "others"
    return new_value(field, f"{field.value[: name.start]}{others}{field.value[name.end :]}")
