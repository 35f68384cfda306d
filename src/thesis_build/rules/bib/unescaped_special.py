"""BIB218."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from thesis_build.bibliography.cited_works import is_used
from thesis_build.bibliography.latex_text import PRINTED, SELDOM_PRINTED
from thesis_build.model import Edit, Entry, Field, Finding, Fix, Project, Severity, Texts
from thesis_build.rules._edits import inside
from thesis_build.rules.rule import Rule

_SUSPECT = re.compile(r"[%$~&]|#\d|\\\\[&%#_$]")
_ADDRESS = re.compile(r"\\(?:url|path|nolinkurl)\s*\{[^{}]*\}|\\href\s*\{[^{}]*\}|\\verb\*?([^\sA-Za-z*]).*?\1")
_SIGN = re.compile(
    r"(?P<twice>\\\\[&%#_$])|\\.|(?P<percent>(?<=\d)%|%(?!\n))|(?P<dollar>\$)|(?<!&)(?P<hash>#\d)"
    r"|(?P<ampersand>&(?!#?\w+;))|(?P<tilde>(?<=/)~(?=[A-Za-z])|(?<!\S)~(?=\d))",
    re.DOTALL,
)
_WORD = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,}")
_LETTERS_BEFORE = re.compile(r"[A-Z]+$")


class UnescapedSpecial(Rule):
    r"""A character with a meaning in TeX removes text from the printed reference.

    Measured with Pandoc 3.9: the rest of the line after a `%` is missing from the printed reference, a single `$` or
    a `#` before a digit makes the whole field disappear, a `~` is printed as a space, and two backslashes as a line
    break. There is no warning.

    Flagged: `50% naik`; `biaya $5 juta`; `dari $5 ke $6` (printed as a formula, without spaces); `Top #1`;
    `http://x.org/~budi` outside `\url`; `A \\& B`; as a note `Kota & Wilayah`, at which only
    LaTeX stops.

    Not flagged: `_`, `^` and `#` before letters, which Pandoc prints as they are; `\%`; formulas; `\url{…}`;
    a `%` at the end of a line, which joins two lines, unless there is a digit before it;
    fields that are not read as TeX or not printed (url, doi, file, keywords, abstract); `&#39;`, which is BIB219.
    Entries that are not used are only noted, and so are `note` and `addendum`, which few styles print.
    """

    code = "BIB218"
    name = "unescaped-special"
    of_bibtex = True
    message = {
        "en": "the rest of “{field}” after this “%” is not printed",
        "id": "sisa ruas “{field}” sesudah “%” ini tidak tercetak",
    }
    hint = {"en": "write \\{character}", "id": "tulis \\{character}"}
    messages: Mapping[str, Texts] = {
        "dollar": {
            "en": "because of this “$”, the field “{field}” is not printed as written",
            "id": "karena “$” ini, ruas “{field}” tidak tercetak sebagaimana ditulis",
        },
        "hash": {
            "en": "because of this “#”, the field “{field}” is not printed at all",
            "id": "karena “#” ini, ruas “{field}” sama sekali tidak tercetak",
        },
        "ampersand": {
            "en": "LaTeX stops at this “&” in the field “{field}”; Pandoc prints it",
            "id": "LaTeX berhenti di “&” ini pada ruas “{field}”; Pandoc mencetaknya",
        },
        "tilde": {"en": "this “~” is printed as a space", "id": "“~” ini tercetak sebagai spasi"},
        "twice": {
            "en": "two backslashes are printed as a line break",
            "id": "dua garis miring terbalik tercetak sebagai ganti baris",
        },
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at the fields that Pandoc reads as TeX and prints."""
        for entry in project.library.entries:
            for field in entry.fields.values():
                if (field.name in PRINTED or field.name in SELDOM_PRINTED) and _SUSPECT.search(field.value):
                    yield from self._field(entry, field, project)

    def _field(self, entry: Entry, field: Field, project: Project) -> Iterator[Finding]:
        value = _ADDRESS.sub(lambda found: " " * len(found[0]), field.value)
        found: dict[str, list[re.Match[str]]] = {}
        for match in _SIGN.finditer(value):
            if match.lastgroup:
                found.setdefault(match.lastgroup, []).append(match)
        found["dollar"] = _misread_dollars(value, found.get("dollar", []))
        seldom = field.name in SELDOM_PRINTED or not is_used(project, entry.key)
        for kind, matches in found.items():
            if not matches:
                continue
            yield self.finding(
                inside(field, matches[0].start(), matches[0].end(), project),
                message=self.messages.get(kind),
                severity=Severity.INFO if seldom or kind == "ampersand" else None,
                fix=_fix(kind, matches, field, project),
                field=field.name,
                character=_escaped(kind, matches[0][0]).removeprefix("\\"),
            )


def _misread_dollars(value: str, dollars: list[re.Match[str]]) -> list[re.Match[str]]:
    """The dollar signs that begin no formula: an odd one, or both of a pair around a price and words."""
    if len(dollars) % 2:
        return dollars
    misread: list[re.Match[str]] = []
    for first, last in zip(dollars[::2], dollars[1::2], strict=True):
        content = value[first.end() : last.start()]
        currency = _LETTERS_BEFORE.search(value, 0, first.start())
        ends_before_price = content.endswith(currency[0] if currency else " ")
        if content[:1].isdigit() and ends_before_price and _WORD.search(content):
            misread += [first, last]
    return misread


def _escaped(kind: str, written: str) -> str:
    if kind == "tilde":
        return "\\textasciitilde{}"
    return written[1:] if kind == "twice" else f"\\{written}"


def _fix(kind: str, matches: list[re.Match[str]], field: Field, project: Project) -> Fix | None:
    """Escape all of them; None where of three or more dollar signs any may be the odd one."""
    if not field.literal or (kind == "dollar" and len(matches) % 2 and len(matches) > 1):
        return None
    return Fix(
        tuple(Edit(inside(field, match.start(), match.end(), project), _escaped(kind, match[0])) for match in matches)
    )
