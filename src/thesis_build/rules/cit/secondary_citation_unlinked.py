"""CIT013."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.model import Finding, Project, Severity
from thesis_build.rules._citations import groups
from thesis_build.rules.cit._context import surroundings
from thesis_build.rules.rule import Rule

_PERSON = r"(?P<person>[A-Z][\w'’-]+)(?:[ ](?:dkk\.?|et al\.?|(?:dan|and|&)[ ][A-Z][\w'’-]+))?"
_VERB = (
    r"(?:sebagaimana |seperti )?(?:dikutip|disitir|disitasi) (?:dalam|dari|oleh)"
    r"|(?:as )?(?:cited|quoted) (?:in|by|from)"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_SECONDARY = re.compile(
    rf"{_PERSON}(?P<year>,?[ ]*\({_YEAR}\)?|,[ ]*{_YEAR}\)?)?[,;(]*[ ]*(?:(?P<verb>{_VERB})|dalam|in)[ ]*\(?$"
)


class SecondaryCitationUnlinked(Rule):
    """A work is cited from another one, but has no citation itself.

    Only the work that was read is then in the reference list, and nobody can look up the original.

    Flagged: `Weber (1922, dalam @sutanto2020)`, `[Weber, dikutip dalam @sutanto2020]`.

    Not flagged: `@weber1922 (dalam @sutanto2020)`, where both have entries; `dijelaskan dalam @sutanto2020`.
    """

    code = "CIT013"
    name = "secondary-citation-unlinked"
    severity = Severity.INFO
    message = {
        "en": "the work of {person} is cited from “{key}”, but has no citation of its own",
        "id": "karya {person} dikutip dari “{key}”, tetapi tidak disitasi sendiri",
    }
    hint = {
        "en": "add its entry and write @first (cited in @{key}), or read and cite the original",
        "id": "tambahkan entrinya dan tulis @pertama (dalam @{key}), atau baca dan sitasi sumber aslinya",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at the words before each citation, inside and outside its brackets."""
        for chapter in project.chapters:
            for group in groups(chapter):
                member = group.members[0]
                around = surroundings(chapter).get(id(group.cite))
                before = f"{around.before if around else ''}{member.prefix}".rstrip()
                match = _SECONDARY.search(before[-160:])
                if match and (match["verb"] or match["year"]):
                    yield self.finding(member.cited.span, key=member.key, person=match["person"])
