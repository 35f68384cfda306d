"""BIB230."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thesis_build.bibliography.academic_titles import is_degree_alone
from thesis_build.bibliography.person_names import Name, name_lists, outside
from thesis_build.model import Field, Finding, Fix, Project, Severity
from thesis_build.rules._edits import inside, new_value, unsafe
from thesis_build.rules.bib._values import shown
from thesis_build.rules.rule import Rule

_NUMBER = re.compile(
    r"(?:(?<![\s,.:])[\s,.:]++)?(?:[-–(\[][.:\s]*+)?(?:(?:NIM|NPM|NRP|NIP|NIDN)[.:\s]*+)?"
    r"\b\d[\d./ ]{4,}\d\b\s*[)\]]?",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"^\s*[\])}>|*]+\s*|(?:(?<!\s)\s++)?(?<![\[(<|*])[\[(<|*]++\s*+$")
_SUSPECT = re.compile(r"[^\w\s.,'’{}\\-]|\d{5}|^[^\W\d_]{2,4}$|^\W*$|^[\d\W]+$|^\w+\.?\w*\.?$")
"""What every improper name has; most names have nothing of it."""

_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"https?:|www\.|[\w.-]+@[\w-]+\.[\w.]+")


class ImproperName(Rule):
    """A name in a list of names is none, or has something in it that is no part of a name.

    It is printed as the name of a person, and gets initials: “143310009, V. R.”, “MSi”. It comes from title pages that
    were copied as they are, and from exports.

    Flagged: a student number, alone or after the name (`Budi Sutanto (13512045)`); a bracket that is left over
    (`] Kirti`); a degree alone, without dots (`Budi Sutanto and MSi`); an address in a name.

    Not flagged: anything in braces; degrees with dots, or after a comma (BIB214); the name of an institution; an
    empty name (BIB210).
    """

    code = "BIB230"
    name = "improper-name"
    severity = Severity.WARNING
    message = {
        "en": "“{name}” in the field {field} is no name of a person",
        "id": "“{name}” di ruas {field} bukan nama orang",
    }
    hint = {
        "en": "remove it, or write the name that is meant; put the name of an institution in braces",
        "id": "hapus, atau tulis nama yang dimaksud; apit nama lembaga dengan kurung kurawal",
    }
    part_message = {
        "en": "the name “{name}” contains “{part}”, which is no part of it",
        "id": "nama “{name}” memuat “{part}”, yang bukan bagian nama",
    }
    part_hint = {"en": "write only the name", "id": "tulis namanya saja"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every name of every list."""
        for _entry, field, listed in name_lists(project):
            for index, name in enumerate(listed):
                if name.text and _SUSPECT.search(name.text) and not name.braced and not name.keyed:
                    yield from self._name(field, listed, index, project)

    def _name(self, field: Field, listed: Sequence[Name], index: int, project: Project) -> Iterator[Finding]:
        name = listed[index]
        visible = outside(name.text)
        span = inside(field, name.start, name.end, project)
        if (not _LETTER.search(name.text) and "\\" not in name.text) or is_degree_alone(name.text):
            kept = [other.text for at, other in enumerate(listed) if at != index]
            fix = unsafe(new_value(field, " and ".join(kept))) if kept else None
            yield self.finding(span, name=shown(name.text), field=field.name, fix=fix)
            return
        if name.is_institution:
            return
        found = _ADDRESS.search(visible)
        part = found or _NUMBER.search(visible) or _BRACKET.search(visible)
        if part and part[0].strip():
            yield self.finding(
                span,
                message=self.part_message,
                hint=self.part_hint,
                name=shown(name.text),
                part=part[0].strip(" ,-–"),
                fix=None if found else _without(field, name, part),
            )


def _without(field: Field, name: Name, part: re.Match[str]) -> Fix | None:
    text = f"{name.text[: part.start()]} {name.text[part.end() :]}".strip(" ,")
    return unsafe(new_value(field, f"{field.value[: name.start]}{text}{field.value[name.end :]}"))
