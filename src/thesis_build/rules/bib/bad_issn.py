"""BIB205."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Entry, Field, Finding, Project, Severity
from thesis_build.rule import Rule
from thesis_build.rules.editing import inside, renamed_field, unsafe
from thesis_build.rules.identifiers import is_isbn, is_issn, numbers
from thesis_build.rules.values import shown


class BadIssn(Rule):
    """The field `issn` holds a number that is not an ISSN.

    Its last digit is worked out from the others, so that a slip shows; with such a number the journal is not found.

    Flagged: `issn = {2049-3631}` (should end in 0); `issn = {123}`; an ISBN in `issn` (as information).

    Not flagged: several numbers in one field, also with words such as “(Print)”; a number without its hyphen.
    """

    code = "BIB205"
    name = "bad-issn"
    severity = Severity.WARNING
    fact = {
        "en": "“{number}” is not an ISSN: its last digit does not fit the others",
        "id": "“{number}” bukan ISSN: digit terakhirnya tidak cocok dengan yang lain",
    }
    hint = {
        "en": "compare it with the journal's own page, or remove the field",
        "id": "bandingkan dengan laman jurnalnya, atau hapus ruas ini",
    }
    form_fact = {
        "en": "“{number}” is not an ISSN, which has 8 digits: 1234-5679",
        "id": "“{number}” bukan ISSN, yang terdiri atas 8 digit: 1234-5679",
    }
    isbn_fact = {
        "en": "“{number}” is an ISBN, but stands in the field issn",
        "id": "“{number}” adalah ISBN, tetapi berada di ruas issn",
    }
    isbn_hint = {
        "en": "name the field isbn",
        "id": "beri ruas itu nama isbn",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every `issn`: one finding for a field, about its first bad number."""
        for entry in project.library.entries:
            field = entry.fields.get("issn")
            if field and field.value and not is_issn(field.value.replace("-", "")):
                yield from self._judged(entry, field, project)

    def _judged(self, entry: Entry, field: Field, project: Project) -> Iterator[Finding]:
        found = list(numbers(field.value))
        bad = next((number for number in found if not is_issn(number.digits)), None)
        if found and not bad:
            return
        if not bad:
            value = shown(field.value)
            yield self.finding(field.written, number=value, fact=self.form_fact)
            return
        span = inside(field, bad.start, bad.start + len(bad.text), project)
        if is_isbn(bad.digits):
            alone = len(found) == 1 and "isbn" not in entry.fields
            fix = unsafe(renamed_field(field, "isbn")) if alone else None
            yield self.finding(
                span, number=bad.text, fact=self.isbn_fact, hint=self.isbn_hint, severity=Severity.INFO, fix=fix
            )
            return
        yield self.finding(span, number=bad.text, fact=None if len(bad.digits) == 8 else self.form_fact)
