"""BIB223."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.institutions import is_corporate
from thesis_build.bibliography.person_names import Person, listed, persons
from thesis_build.model import Edit, Field, Finding, Fix, Project, Severity
from thesis_build.rules._edits import inside
from thesis_build.rules.rule import Rule


class CorporateAuthor(Rule):
    """An organisation is named among persons without the braces that keep its name together.

    Pandoc takes the last word as a family name: “Badan Pusat Statistik” is cited as “Statistik” and listed as
    “Statistik, B. P.”, the World Health Organization as “Organization, W. H.”.

    Flagged: `author = {Badan Pusat Statistik}`; `Kementerian Pendidikan dan Kebudayaan`; `Ministry of Health`.

    Not flagged: `{Badan Pusat Statistik}` in its own braces; `Organization, World Health`, which is cited as it stands;
    a single word (`UNESCO`); names of persons, and
    organisations that might be a person.
    """

    code = "BIB223"
    name = "corporate-author-unbraced"
    severity = Severity.WARNING
    message = {
        "en": "the organisation “{name}” is cited as “{family}”",
        "id": "lembaga “{name}” disitasi sebagai “{family}”",
    }
    hint = {
        "en": "put the whole name in another pair of braces: {{{name}}}",
        "id": "apit seluruh namanya dengan sepasang kurung kurawal lagi: {{{name}}}",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every name."""
        for entry in project.library.entries:
            for field, person in listed(entry):
                if not person.whole and not person.inverted and is_corporate(person.written):
                    if not person.given:
                        continue  # one word is printed as it is
                    span = inside(field, person.start, person.start + len(person.written), project)
                    fix = _fix(field, person, project)
                    name = person.written.replace("{", "").replace("}", "")
                    yield self.finding(span, fix=fix, name=name, family=person.family)


def _fix(field: Field, person: Person, project: Project) -> Fix | None:
    """Puts braces around the name; None where what follows may belong to it (`Ministry of Health and Welfare`)."""
    others = [other for other in persons(field.value) if other.start > person.start]
    if not field.literal or any(_is_loose(other) for other in others[:1]):
        return None
    start, end = person.start, person.start + len(person.written)
    name = person.written.replace("{", "").replace("}", "")
    return Fix((Edit(inside(field, start, end, project), f"{{{name}}}"),), safe=False)


def _is_loose(person: Person) -> bool:
    """Whether a name may be the rest of the one before it."""
    return not person.whole and not person.inverted and not is_corporate(person.written)
