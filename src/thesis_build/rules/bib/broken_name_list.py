"""BIB210."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thesis_build.bibliography.academic_titles import persons_meant, separators, untitled
from thesis_build.bibliography.person_names import Name, name_lists, outside
from thesis_build.model import Field, Finding, Fix, Project, Severity, Texts
from thesis_build.rules._edits import inside, new_value, unsafe
from thesis_build.rules.bib._name_parts import are_full, is_misplaced
from thesis_build.rules.bib._values import shown
from thesis_build.rules.rule import Rule

_CAPITAL_AND = re.compile(r"(?<!\S)(?:AND|And)(?!\S)")
_COMMAS = re.compile(r",(?:\s*,)+")


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with a list: where in the value, the message and hint, and the fix."""

    start: int
    end: int
    message: Texts
    hint: Texts
    severity: Severity
    fix: Fix | None


class BrokenNameList(Rule):
    """A list of names has an `and` or a comma where none belongs.

    Names are separated by `and` in lower case, a family name from given names by one comma. A second `and` becomes
    part of a name (“Wijaya, A. and.”), `AND` does not separate at all, and biber skips names with too many commas.

    Flagged: `A and and B`, `A and`, `and B`; `A AND B`; `Sutanto, Budi, and Wijaya, Ana`; more than two commas in one
    name; as a warning `Sutanto, Budi, Jr.` and `Sutanto,, Budi` (a problem only for LaTeX).

    Not flagged: anything in braces; `Sutanto, Jr., Budi`; `and others`; commas before titles (BIB214) or “et al.”
    (BIB213); three persons separated by commas (BIB212) or by `;`, `&` or `dan` (BIB211); institutions without braces
    (BIB223).
    """

    code = "BIB210"
    name = "broken-name-list"
    message = {
        "en": "there is no name before or after this “and”, which would be printed",
        "id": "tidak ada nama sebelum atau sesudah “and” ini, sehingga kata itu akan tercetak",
    }
    hint = {
        "en": "remove that “and”, or add the name that is missing",
        "id": "hapus “and” itu, atau tambahkan nama yang kurang",
    }
    capital_message = {
        "en": "“{separator}” does not separate names; only “and” in lower case does",
        "id": "“{separator}” tidak memisahkan nama; hanya “and” dengan huruf kecil yang memisahkan",
    }
    capital_hint = {
        "en": "write “and”; put the name of an institution in braces",
        "id": "tulis “and”; apit nama lembaga dengan kurung kurawal",
    }
    comma_message = {
        "en": "“{name}” has too many commas",
        "id": "koma dalam “{name}” terlalu banyak",
    }
    comma_hint = {
        "en": "write “Family, Given and Family, Given”; put the name of an institution in braces",
        "id": "tulis “Keluarga, Depan and Keluarga, Depan”; apit nama lembaga dengan kurung kurawal",
    }

    suffix_message = {
        "en": "the suffix in “{name}” is in the wrong position",
        "id": "letak akhiran dalam “{name}” tidak tepat",
    }
    suffix_hint = {
        "en": "write it after the family name: Sutanto, Jr., Budi",
        "id": "tulis sesudah nama keluarga: Sutanto, Jr., Budi",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every list of names: one finding for a list, about its first fault."""
        for _entry, field, listed in name_lists(project):
            fault = self._fault(field, listed)
            if fault:
                text = shown(field.value[fault.start : fault.end])
                yield self.finding(
                    inside(field, fault.start, fault.end, project),
                    message=fault.message,
                    hint=fault.hint,
                    severity=fault.severity,
                    fix=fault.fix,
                    name=text,
                    separator=text,
                )

    def _fault(self, field: Field, listed: tuple[Name, ...]) -> _Fault | None:
        if any(not name.text for name in listed):
            kept = [name.text for name in listed if name.text]
            fix = new_value(field, " and ".join(kept)) if kept else None
            return _Fault(0, len(field.value), self.message, self.hint, Severity.ERROR, fix)
        for name in listed:
            fault = self._capital(field, name) or (self._commas(field, name) if "," in name.text else None)
            if fault:
                return fault
        return None

    def _capital(self, field: Field, name: Name) -> _Fault | None:
        if "AND" not in name.text and "And" not in name.text:
            return None
        found = _CAPITAL_AND.search(outside(name.text))
        if not found or name.is_institution:
            return None
        start = name.start + found.start()
        fix = new_value(field, f"{field.value[:start]}and{field.value[start + 3 :]}")
        sure = all("," in side for side in (name.text[: found.start()], name.text[found.end() :]))
        safe = fix if sure else unsafe(fix)
        return _Fault(start, start + 3, self.capital_message, self.capital_hint, Severity.ERROR, safe)

    def _commas(self, field: Field, name: Name) -> _Fault | None:
        if (len(name.parts) == 2 and all(name.parts)) or name.keyed or name.is_institution or separators(name):
            return None
        parts, _titles = untitled(name)
        if len(parts) == 3 and is_misplaced(parts):
            moved = f"{field.value[: name.start]}{parts[0]}, {parts[2]}, {parts[1]}{field.value[name.end :]}"
            fix = new_value(field, moved)
            return _Fault(name.start, name.end, self.suffix_message, self.suffix_hint, Severity.WARNING, fix)
        if "" not in parts and len(parts) < 4:
            return None
        text, severity, safe = "", Severity.ERROR, False
        if len(parts) == 3 and not parts[2]:
            if are_full(parts[:2]):
                return None  # BIB212
            text, safe = ", ".join(parts[:2]), True
        elif len(parts) == 2 and not parts[1]:
            text, severity = parts[0], Severity.WARNING
        elif "" in parts and len([part for part in parts if part]) <= 2 and parts[0]:
            text, severity, safe = _COMMAS.sub(",", name.text).rstrip(", "), Severity.WARNING, True
        elif "" not in parts:
            text = " and ".join(persons_meant(parts))
        fix = new_value(field, f"{field.value[: name.start]}{text}{field.value[name.end :]}") if text else None
        return _Fault(name.start, name.end, self.comma_message, self.comma_hint, severity, fix if safe else unsafe(fix))
