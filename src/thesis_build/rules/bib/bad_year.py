"""BIB206."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.dates import DateState, read_date
from thesis_build.model import Entry, Field, Finding, Fix, Project, Severity, Texts
from thesis_build.rules._edits import new_value, renamed_field, unsafe
from thesis_build.rules.bib._values import is_undefined, shown
from thesis_build.rules.rule import Rule

_YEAR = re.compile(r"-?\d{4}|-\d{1,3}")
_EDTF_YEAR = re.compile(r"[~]?\d{4}[?~%]?(?:/(?:\d{4}[?~%]?)?)?|\{\d{4}\}")
_PUNCTUATED = re.compile(r"\W*(?P<first>\d{4})[.,;:\s]*")
_RANGE = re.compile(r"(?P<first>\d{4})\s*(?:-{2,3}|[/–—]|-(?!(?:0\d|1[0-2])$))\s*(?P<last>\d{4}|\d{2})")
_YEARS_OR_MONTH = re.compile(r"\d\d(\d\d)-(\d\d)")
_FIRST_YEAR = re.compile(r"\d{4}")
_WITH_ERA = re.compile(r"\d+\s*(?:BCE?|CE|AD|SM|M|AH|H)\.?|(?:AD|AH)\s*\d+", re.IGNORECASE)


class BadYear(Rule):
    """The field `year` is not a year, or the year is in the future.

    Pandoc prints what it cannot read as it is, double hyphens and all, in every language alike, and cannot sort by it.
    What a style prints by itself in each language (“n.d.”, “in press”) is better left to the style.

    Flagged: `year = {20XX}`, `year = {2020.}`, `year = {Mei 2020}`, `year = {2020--2021}`; a year later than the
    next one; as information `year = {n.d.}`, `year = {akan terbit}`, `year = {c. 1920}`.

    Not flagged: `year = {2020/2021}`; a year BC; anything in an entry with a `date`, which is what
    Pandoc prints; a `date` that is not a date (BIB209); a value that runs on into the next field
    because a comma is missing (BIB001).
    """

    code = "BIB206"
    name = "bad-year"
    severity = Severity.WARNING
    message = {
        "en": "“{value}” is not a year; it is printed as it is",
        "id": "“{value}” bukan tahun dan akan tercetak apa adanya",
    }
    hint = {
        "en": "write four digits, or use date = {{2020-05-17}}",
        "id": "tulis empat digit, atau pakai date = {{2020-05-17}}",
    }
    better_hint = {
        "en": "write {name} = {{{better}}}",
        "id": "tulis {name} = {{{better}}}",
    }
    future_message = {
        "en": "the year {value} is in the future",
        "id": "tahun {value} ada di masa depan",
    }
    future_hint = {
        "en": "correct the year; for a work not yet published write pubstate = {{inpress}}",
        "id": "perbaiki tahunnya; untuk karya yang belum terbit tulis pubstate = {{inpress}}",
    }
    absent_hint = {
        "en": "remove the year: the style prints “n.d.” in the language of the edition",
        "id": "hapus ruas year: gaya sitasi mencetak “t.t.” sesuai bahasa edisinya",
    }
    pending_hint = {
        "en": "remove the year and write pubstate = {{inpress}}, which is printed in the language of the edition",
        "id": "hapus ruas year dan tulis pubstate = {{inpress}}, yang dicetak sesuai bahasa edisinya",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every `year`, and at the year of every `date`."""
        last = project.settings.date.year + 1
        for entry in project.library.entries:
            field = entry.fields.get("date") or entry.fields.get("year")
            if not field or not field.value or _is_broken(field):
                continue
            year = _FIRST_YEAR.match(field.value.lstrip("{~"))
            if (
                year
                and int(year[0]) > last
                and (field.name == "year" or read_date(field.value).state is DateState.GOOD)
            ):
                yield self.finding(field.written, value=year[0], message=self.future_message, hint=self.future_hint)
            elif field.name == "year" and not _YEAR.fullmatch(field.value) and not is_undefined(project, field):
                yield from self._judged(entry, field)

    def _judged(self, entry: Entry, field: Field) -> Iterator[Finding]:
        value = " ".join(field.value.split())
        if _EDTF_YEAR.fullmatch(value):
            return
        reading = read_date(value)
        hints: dict[DateState, Texts] = {DateState.ABSENT: self.absent_hint, DateState.PENDING: self.pending_hint}
        if reading.state in hints:
            yield self.finding(field.written, value=value, hint=hints[reading.state], severity=Severity.INFO)
            return
        mild = reading.state is DateState.ABOUT or bool(_WITH_ERA.fullmatch(value))
        name, better, fix = self._better(entry, field, value)
        yield self.finding(
            field.written,
            value=shown(value),
            name=name,
            better=better,
            hint=self.better_hint if better else None,
            severity=Severity.INFO if mild else None,
            fix=fix,
        )

    def _better(self, entry: Entry, field: Field, value: str) -> tuple[str, str, Fix | None]:
        """The field and the value that mean the same and that Pandoc reads, and the fix that writes them."""
        year = _PUNCTUATED.fullmatch(value) or _RANGE.fullmatch(value)
        if year and not value.startswith("["):
            better = _year(year)
            return "year", better, new_value(field, better) if better else None
        reading = read_date(value)
        better = value if reading.state is DateState.GOOD else reading.better
        if not better or reading.state is DateState.LOST or entry.fields.keys() & {"date", "month"}:
            return "", "", None
        fix = new_value(field, better)
        whole = Fix((*renamed_field(field, "date").edits, *fix.edits)) if fix else None
        return "date", better, unsafe(whole) if reading.state is DateState.ABOUT or _may_be_years(value) else whole


def _is_broken(field: Field) -> bool:
    """Whether a comma is missing after the value, so that it contains the next field as well."""
    return not field.literal and "=" in field.value


def _year(found: re.Match[str]) -> str:
    """A year without punctuation, or two years as Pandoc reads them; empty where the second is not the later one."""
    parts = found.groupdict()
    first, last = parts["first"], parts.get("last", "")
    if len(last) == 2:
        century = int(first[:2]) + (last < first[2:] and first[2] == "9")
        last = f"{century:02}{last}"
    if not last:
        return first
    return f"{first}/{last}" if first < last else ""


def _may_be_years(value: str) -> bool:
    """Whether `2010-12` may mean two years as well as a month."""
    found = _YEARS_OR_MONTH.fullmatch(value)
    return found is not None and found[1] < found[2]
