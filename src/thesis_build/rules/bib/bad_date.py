"""BIB209."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.dates import DateState, read_date
from thesis_build.model import Entry, Field, Finding, Project, Severity
from thesis_build.rules._edits import new_value
from thesis_build.rules.bib._values import is_undefined, shown
from thesis_build.rules.rule import Rule

_FIELDS = ("date", "origdate", "eventdate", "urldate")


class BadDate(Rule):
    """A date is written in a way that Pandoc does not read, or there is no such day.

    Pandoc wants 2020, 2020-05, 2020-05-17, or two of them with `/` between. Anything else is left out of the
    reference without a warning, and “(n.d.)” is printed; 2020-13-45 is printed as “Spring 45”.

    Flagged: `date = {17 Mei 2020}` and `date = {2020-5-17}` (with a fix); `date = {2020-02-30}`;
    `date = {2021/2020}`. In `urldate`, `eventdate` and `origdate`, and where there is a `year` as well, it is a
    warning, and so is what biblatex reads and Pandoc does not, such as `date = {199X}`.

    Not flagged: ranges, times, `2020?`, `2020~`, seasons (`2020-21`); a year in the future (BIB206).
    """

    code = "BIB209"
    name = "bad-date"
    message = {
        "en": "Pandoc cannot read the date “{value}”; it is printed wrongly or not at all",
        "id": "Pandoc tidak dapat membaca tanggal “{value}”; hasil cetaknya kosong atau salah",
    }
    hint = {
        "en": "write it as 2020-05-17, 2020-05, 2020, or 2020/2021",
        "id": "tulis seperti 2020-05-17, 2020-05, 2020, atau 2020/2021",
    }
    better_hint = {
        "en": "write {name} = {{{better}}}",
        "id": "tulis {name} = {{{better}}}",
    }
    reversed_message = {
        "en": "the dates “{value}” end before they begin",
        "id": "rentang tanggal “{value}” berakhir sebelum dimulai",
    }
    reversed_hint = {
        "en": "put the earlier date first",
        "id": "dahulukan tanggal yang lebih awal",
    }
    absent_hint = {
        "en": "remove the field: the style prints “n.d.” in the language of the edition",
        "id": "hapus ruas ini: gaya sitasi mencetak “t.t.” sesuai bahasa edisinya",
    }
    pending_hint = {
        "en": "remove the field and write pubstate = {{inpress}}",
        "id": "hapus ruas ini dan tulis pubstate = {{inpress}}",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every field that is a date."""
        for entry in project.library.entries:
            for name in _FIELDS:
                field = entry.fields.get(name)
                if field and field.value and not is_undefined(project, field):
                    yield from self._judged(entry, field)

    def _judged(self, entry: Entry, field: Field) -> Iterator[Finding]:
        value = " ".join(field.value.split())
        reading = read_date(value)
        state = reading.state
        if state is DateState.GOOD:
            return
        lost = field.name == "date" and not entry.value("year")  # Pandoc falls back on the year
        severity = None if lost and state is not DateState.LOST else Severity.WARNING
        if state is DateState.REVERSED:
            message, hint = self.reversed_message, self.reversed_hint
        elif state is DateState.ABSENT:
            message, hint, severity = None, self.absent_hint, Severity.INFO
        elif state is DateState.PENDING:
            message, hint, severity = None, self.pending_hint, Severity.WARNING
        else:
            message, hint = None, self.better_hint if reading.better else self.hint
        yield self.finding(
            field.written,
            value=shown(value),
            name=field.name,
            better=reading.better,
            message=message,
            hint=hint,
            severity=severity,
            fix=new_value(field, reading.better) if reading.better else None,
        )
