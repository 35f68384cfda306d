"""BIB007."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.dates import SHORT
from thesis_build.languages.months import month_numbers
from thesis_build.model import BrokenEntry, Edit, Field, Finding, Fix, LibraryFault, Project, Related
from thesis_build.rules.rule import Rule


class UndefinedString(Rule):
    """A value without braces names a string that is not defined.

    Pandoc prints the name itself instead of the journal or the publisher, without a warning. It knows a
    string only after its definition and only in the same file. A month that is not one of the twelve
    abbreviations is left out of the printed date.

    Flagged: `journal = jti` without `@string{jti = {…}}`; `month = mei`.

    Not flagged: numbers, `jan` to `dec`, and anything in braces or quotation marks.
    """

    code = "BIB007"
    name = "undefined-string"
    message = {
        "en": "“{name}” is not a defined string; the word itself would be printed",
        "id": "“{name}” bukan string yang terdefinisi; kata itu sendiri yang akan tercetak",
    }
    hint = {
        "en": "put the value in braces, or define it above with @string{{{name} = {{…}}}}",
        "id": "apit nilainya dengan kurung kurawal, atau definisikan di atas dengan @string{{{name} = {{…}}}}",
    }
    late_message = {
        "en": "the string “{name}” is defined only further down; the word itself would be printed",
        "id": "string “{name}” baru didefinisikan di bawah; kata itu sendiri yang akan tercetak",
    }
    late_hint = {
        "en": "move the definition to the top of the file",
        "id": "pindahkan definisinya ke awal berkas",
    }
    elsewhere_message = {
        "en": "the string “{name}” is defined in another file only; the word itself would be printed",
        "id": "string “{name}” hanya didefinisikan di berkas lain; kata itu sendiri yang akan tercetak",
    }
    elsewhere_hint = {
        "en": "define it in this file as well",
        "id": "definisikan juga di berkas ini",
    }
    month_message = {
        "en": "the month “{name}” is not a defined string, and would not be printed",
        "id": "bulan “{name}” bukan string yang terdefinisi dan tidak akan tercetak",
    }
    month_hint = {"en": "write month = {better}", "id": "tulis month = {better}"}
    definition = {"en": "the definition", "id": "definisinya"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Report what reading the library found."""
        undefined = [broken for broken in project.library.broken if broken.fault is LibraryFault.UNDEFINED_STRING]
        entries = project.library.entries if undefined else ()
        months = {entry.fields["month"].span: entry.fields["month"] for entry in entries if "month" in entry.fields}
        for broken in undefined:
            month = months.get(broken.span)
            number = month_numbers().get(broken.name.lower())
            yield self._month(broken, month, SHORT[number - 1]) if month and number else self._finding(broken)

    def _month(self, broken: BrokenEntry, month: Field, better: str) -> Finding:
        alone = month.value.strip() == broken.name
        fix = Fix((Edit(month.written, better),)) if alone else None
        return self.finding(
            broken.span, message=self.month_message, hint=self.month_hint, fix=fix, name=broken.name, better=better
        )

    def _finding(self, broken: BrokenEntry) -> Finding:
        if not broken.other:
            return self.finding(broken.span, name=broken.name)
        late = broken.other.path == broken.span.path
        message, hint = (self.late_message, self.late_hint) if late else (self.elsewhere_message, self.elsewhere_hint)
        related = (Related(broken.other, self.definition),)
        return self.finding(broken.span, name=broken.name, related=related, message=message, hint=hint)
