"""BIB204."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Entry, Field, Finding, Project, Severity
from thesis_build.rule import Rule
from thesis_build.rules.editing import inside, renamed_field, unsafe
from thesis_build.rules.identifiers import is_isbn, is_issn, numbers
from thesis_build.rules.values import shown


class BadIsbn(Rule):
    """The field `isbn` holds a number that is not an ISBN.

    Its last digit is worked out from the others, so that a slip shows. Whoever looks for the book with such a number
    finds none, or another one. A reference manager often puts the ISSN of a journal there; that is only mentioned.

    Flagged: `isbn = {0-306-40615-3}` (should end in 2); `isbn = {123}`; an ISSN in `isbn` (as information).

    Not flagged: several numbers in one field, hyphens or spaces in them, words such as “ISBN” or “(pbk.)”.
    """

    code = "BIB204"
    name = "bad-isbn"
    severity = Severity.WARNING
    fact = {
        "en": "“{number}” is not an ISBN: its last digit does not fit the others",
        "id": "“{number}” bukan ISBN: digit terakhirnya tidak cocok dengan yang lain",
    }
    hint = {
        "en": "compare it with the back of the title page",
        "id": "bandingkan dengan halaman balik judul buku",
    }
    form_fact = {
        "en": "“{number}” is not an ISBN, which has 10 digits, or 13 that begin with 978 or 979",
        "id": "“{number}” bukan ISBN, yang terdiri atas 10 digit, atau 13 digit dengan awalan 978 atau 979",
    }
    issn_fact = {
        "en": "“{number}” is an ISSN, but stands in the field isbn",
        "id": "“{number}” adalah ISSN, tetapi berada di ruas isbn",
    }
    issn_hint = {
        "en": "name the field issn",
        "id": "beri ruas itu nama issn",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every `isbn`: one finding for a field, about its first bad number."""
        for entry in project.library.entries:
            field = entry.fields.get("isbn")
            if field and field.value and not is_isbn(field.value.replace("-", "")):
                yield from self._judged(entry, field, project)

    def _judged(self, entry: Entry, field: Field, project: Project) -> Iterator[Finding]:
        found = list(numbers(field.value))
        bad = next((number for number in found if not is_isbn(number.digits)), None)
        if found and not bad:
            return
        if not bad:
            value = shown(field.value)
            yield self.finding(field.written, number=value, fact=self.form_fact)
            return
        span = inside(field, bad.start, bad.start + len(bad.text), project)
        if is_issn(bad.digits):
            alone = len(found) == 1 and "issn" not in entry.fields
            fix = unsafe(renamed_field(field, "issn")) if alone else None
            yield self.finding(
                span, number=bad.text, fact=self.issn_fact, hint=self.issn_hint, severity=Severity.INFO, fix=fix
            )
            return
        shaped = len(bad.digits) == 10 or (len(bad.digits) == 13 and bad.digits.startswith(("978", "979")))
        yield self.finding(span, number=bad.text, fact=None if shaped else self.form_fact)
