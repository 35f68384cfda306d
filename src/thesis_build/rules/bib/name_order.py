"""BIB226."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.person_names import Person, listed
from thesis_build.model import Entry, Field, Finding, Project, Related, Severity, Span
from thesis_build.rules._edits import inside
from thesis_build.rules.rule import Rule

_SHORTEST = 3
"""The letters that a word has at least that is a name in full."""


class NameOrder(Rule):
    """A name is written in both orders.

    Many Indonesian names have no family name, and libraries write them either way round. One person is then sorted
    twice in the reference list and cited under two names.

    Flagged: `Sutanto, Budi` in one entry and `Budi, Sutanto` in another.

    Not flagged: `Sutanto, Budi` and `Budi Sutanto`, which is the same to Pandoc; initials; names of one word; two
    such names in one entry, which are two persons.
    """

    code = "BIB226"
    name = "patronymic-name-order"
    severity = Severity.INFO
    message = {
        "en": "“{family}, {given}” is also written the other way round: “{given}, {family}”",
        "id": "“{family}, {given}” juga ditulis terbalik: “{given}, {family}”",
    }
    hint = {
        "en": "if this is one person, write the name the same way everywhere",
        "id": "bila orangnya sama, tulis namanya dengan urutan yang sama di semua entri",
    }
    other = {"en": "the other way round", "id": "urutan sebaliknya"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Remember each full name and look for the same one in the other order."""
        seen: dict[tuple[str, str], tuple[Entry, Field, Person]] = {}
        for entry in project.library.entries:
            for field, person in listed(entry):
                if not _is_full(person):
                    continue
                name = person.family.casefold(), person.given.casefold()
                if name in seen or name[0] == name[1]:
                    continue
                seen[name] = entry, field, person
                mirrored = seen.get((name[1], name[0]))
                if mirrored and mirrored[0] is not entry:
                    related = (Related(_span(*mirrored[1:], project), self.other),)
                    span = _span(field, person, project)
                    yield self.finding(span, related=related, family=person.family, given=person.given)


def _is_full(person: Person) -> bool:
    """Whether both parts are words, not initials."""
    both = f"{person.family} {person.given}"
    return "." not in both and min(map(len, both.split(" "))) >= _SHORTEST and not both.isupper()


def _span(field: Field, person: Person, project: Project) -> Span:
    return inside(field, person.start, person.start + len(person.written), project)
