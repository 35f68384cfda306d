"""BIB110."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.entry_types import HALF_PARTS, KNOWN, NOT_PRINTED, PARTS, WHOLES
from thesis_build.model import Entry, Finding, Fix, Project, Severity, Span, Texts
from thesis_build.rules._citations import severity_for
from thesis_build.rules._edits import renamed_field, renamed_type, type_span, unsafe
from thesis_build.rules.rule import Rule

_BOOKS = WHOLES | {"book", "mvbook"}
_ADDRESSES = frozenset({"arxiv", "jstor", "pubmed", "googlebooks"})
_PERSONS = frozenset(
    {"afterword", "annotator", "commentator", "editora", "editorb", "editorc", "foreword", "introduction"}
)
_NUMBER = re.compile(r"\d+(?: ?[-–/]+ ?\d+)?")
_NUMBERED = frozenset({"article", "periodical", "suppperiodical"})
_WATCHED = frozenset({"booktitle", "crossref", "eid", "eprint", "holder", "issue", "xref"}) | _PERSONS
"""Fields that Pandoc drops under some condition; an entry without them need not be looked at."""


class ExoticEntryDropped(Rule):
    """Pandoc drops this type or field, so that a part of the printed reference is missing.

    Measured with Pandoc 3.9, which converts the library to CSL data. LaTeX with biblatex prints most of it.

    Flagged: `@conference` with `booktitle` (`@inproceedings` is printed with it); a `booktitle` in a type that is not
    part of a book; `@set`; `xref` where the `booktitle` is missing; an article number in `eid` without `pages`; an
    `issue` without `number`; the `holder` of a patent without author; `eprint` of an unknown `eprinttype` without
    another address or journal; as a note, persons such as `commentator` and `editora`.

    Not flagged: a `booktitle` together with a journal, or in a book for its chapters to inherit; fields that no style
    prints.
    """

    code = "BIB110"
    name = "exotic-entry-dropped"
    of_bibtex = True
    severity = Severity.WARNING
    message = {
        "en": "the field “{name}” of “{key}” is not printed: Pandoc ignores it in @{type}",
        "id": "ruas “{name}” pada “{key}” tidak tercetak: Pandoc mengabaikannya dalam @{type}",
    }
    hint = {
        "en": "write @incollection or @inproceedings if it is part of a book, otherwise remove the field",
        "id": "tulis @incollection atau @inproceedings bila karya ini bagian dari buku; bila bukan, hapus ruasnya",
    }
    type_hint = {"en": "write @{other}", "id": "tulis @{other}"}
    set_message = {
        "en": "“{key}” is a @set, which Pandoc does not print",
        "id": "“{key}” adalah @set, yang tidak dicetak oleh Pandoc",
    }
    set_hint = {"en": "cite its works one by one", "id": "sitasi karya-karyanya satu per satu"}
    field_hint = {"en": "write {other} instead of {name}", "id": "tulis {other} sebagai ganti {name}"}
    eprint_hint = {
        "en": "add the address as url, or eprinttype = {{arxiv}} if it is there",
        "id": "tambahkan alamatnya sebagai url, atau eprinttype = {{arxiv}} bila ada di sana",
    }
    xref_hint = {
        "en": "write crossref instead of xref, or add the booktitle here",
        "id": "tulis crossref sebagai ganti xref, atau tambahkan booktitle di sini",
    }
    person_hint = {
        "en": "name the person in note if readers need to know",
        "id": "sebutkan orang itu dalam note bila pembaca memerlukannya",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for types and fields that Pandoc drops."""
        for entry in project.library.entries:
            if entry.type == "set":
                severity = severity_for(project, entry.key, self.severity)
                yield self.finding(
                    type_span(entry), severity=severity, message=self.set_message, hint=self.set_hint, key=entry.key
                )
            elif entry.type not in NOT_PRINTED and not _WATCHED.isdisjoint(entry.fields):
                yield from self._of_type(entry, project)
                yield from self._of_fields(entry, project)

    def _of_type(self, entry: Entry, project: Project) -> Iterator[Finding]:
        """A `booktitle` that Pandoc drops in this type, or that is missing from the type."""
        own = entry.value("booktitle")
        if entry.type in HALF_PARTS and (own or "crossref" in entry.fields):
            other = HALF_PARTS[entry.type]
            fix = renamed_type(entry, other)  # `conference` is another name of `inproceedings` (biblatex, 2.1.2)
            fix = fix if entry.type == "conference" else unsafe(fix)
            yield self._lost(entry, project, "booktitle", self.type_hint, type_span(entry), fix, other)
        elif entry.type in PARTS:
            if "xref" in entry.fields and not own:
                fix = unsafe(renamed_field(entry.fields["xref"], "crossref"))
                yield self._lost(entry, project, "xref", self.xref_hint, fix=fix)
        elif own and entry.type in KNOWN - _BOOKS and not entry.value("journal") and not entry.value("journaltitle"):
            yield self._lost(entry, project, "booktitle")

    def _of_fields(self, entry: Entry, project: Project) -> Iterator[Finding]:
        fields = entry.fields
        for name, other in (("eid", "pages"), ("issue", "number")):
            applies = name == "eid" or entry.type in _NUMBERED
            if applies and name in fields and fields[name].value and other not in fields:
                fix = renamed_field(fields[name], other)
                fix = fix if name == "issue" and _NUMBER.fullmatch(fields[name].value) else unsafe(fix)
                yield self._lost(entry, project, name, self.field_hint, fix=fix, other=other)
        if "holder" in fields and not entry.value("author"):
            fix = unsafe(renamed_field(fields["holder"], "author"))
            yield self._lost(entry, project, "holder", self.field_hint, fix=fix, other="author")
        if "eprint" in fields and _is_address_lost(entry):
            yield self._lost(entry, project, "eprint", self.eprint_hint)
        for name in sorted(_PERSONS & fields.keys()):
            yield self._lost(entry, project, name, self.person_hint, worst=Severity.INFO)

    def _lost(
        self,
        entry: Entry,
        project: Project,
        name: str,
        hint: Texts | None = None,
        span: Span | None = None,
        fix: Fix | None = None,
        other: str = "",
        worst: Severity = Severity.WARNING,
    ) -> Finding:
        field = entry.fields.get(name)
        return self.finding(
            span or (field.span if field else entry.span),
            severity=severity_for(project, entry.key, worst),
            hint=hint,
            fix=fix,
            key=entry.key,
            type=entry.type,
            name=name,
            other=other,
        )


def _is_address_lost(entry: Entry) -> bool:
    """Whether an `eprint` is all that says where the work is, and Pandoc makes no address from it."""
    kind = entry.value("eprinttype") or entry.value("archiveprefix")
    elsewhere = ("url", "doi", "journal", "journaltitle", "booktitle")
    return kind.lower() not in _ADDRESSES and not any(entry.value(name) for name in elsewhere)
