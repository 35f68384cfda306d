"""BIB219."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from thesis_build.bibliography.cited_works import is_used
from thesis_build.bibliography.latex_text import PRINTED, SELDOM_PRINTED
from thesis_build.model import Entry, Field, Finding, Fix, Project, Severity
from thesis_build.rules._edits import inside, new_value
from thesis_build.rules.rule import Rule

_LESS = r"(?:<|\{\\textless\}|\\textless(?:\{\}|\s)?)"
_GREATER = r"(?:>|\{\\textgreater\}|\\textgreater(?:\{\}|\s)?)"
_ENTITY = re.compile(r"(?:\{\\&\}|\\?&)(?P<name>\\?#\d{1,6}|\\?#[xX][0-9A-Fa-f]{1,5}|[A-Za-z][A-Za-z0-9]{1,30});")
_TAG = re.compile(
    rf"{_LESS}(?P<close>/?)(?P<tag>i|b|em|strong|sub|sup|inf|scp?|u|span|p|br|italic|bold|jats:[\w-]+|mml:[\w-]+)"
    rf"(?:\s+[\w:-]+\s*=[^<>]*?)?\s*/?{_GREATER}"
)
_COMMANDS = {
    "i": "emph",
    "em": "emph",
    "italic": "emph",
    "jats:italic": "emph",
    "b": "textbf",
    "strong": "textbf",
    "bold": "textbf",
    "jats:bold": "textbf",
    "sub": "textsubscript",
    "inf": "textsubscript",
    "jats:sub": "textsubscript",
    "sup": "textsuperscript",
    "jats:sup": "textsuperscript",
    "sc": "textsc",
    "scp": "textsc",
    "jats:sc": "textsc",
    "u": "underline",
}
_NEEDS_BACKSLASH = "&%$#_"
_NO_TEXT = "{}\\"


class HtmlInField(Rule):
    """A value contains HTML, which is printed as it is.

    The library is written in TeX, not HTML: `&amp;` and `<i>` appear in the reference literally. They come from
    Crossref and from publishers' pages. A numeric entity such as `&#39;` even makes the whole field disappear, because
    `#3` means something else in TeX (measured with Pandoc 3.9).

    Flagged: `Penelitian &amp; Pengembangan`; `<i>Escherichia coli</i>`; `{\\textless}sub{\\textgreater}`; `&amp;` in
    a `url`.

    Not flagged: `A & B`; `p < 0,05`; tags and entities in the abstract, which is not printed. In `note` and
    `addendum`, which few styles print, they are only noted.
    """

    code = "BIB219"
    name = "html-in-field"
    of_bibtex = True
    severity = Severity.WARNING
    message = {
        "en": "“{name}” is HTML and is printed as it is",
        "id": "“{name}” adalah HTML dan tercetak apa adanya",
    }
    hint = {
        "en": "write the character itself, or TeX: \\emph{{…}}, \\textsubscript{{…}}",
        "id": "tulis karakternya langsung, atau TeX: \\emph{{…}}, \\textsubscript{{…}}",
    }
    lost = {
        "en": "because of “{name}” the field “{field}” is not printed at all",
        "id": "karena “{name}”, seluruh ruas “{field}” tidak tercetak",
    }
    in_address = {
        "en": "“{name}” is HTML and breaks the address",
        "id": "“{name}” adalah HTML dan merusak alamatnya",
    }
    address_hint = {"en": "write the character itself", "id": "tulis karakternya langsung"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at the printed fields, and at addresses."""
        for entry in project.library.entries:
            for field in entry.fields.values():
                value = field.value
                if "&" in value or "<" in value or "\\textless" in value:
                    if field.name == "url":
                        yield from self._address(field, project)
                    elif field.name in PRINTED or field.name in SELDOM_PRINTED:
                        yield from self._text(entry, field, project)

    def _address(self, field: Field, project: Project) -> Iterator[Finding]:
        found = next(_entities(field.value), None)
        if found:
            span = inside(field, found.start(), found.end(), project)
            fix = new_value(field, _ENTITY.sub(lambda entity: _character(entity) or entity[0], field.value))
            yield self.finding(span, message=self.in_address, hint=self.address_hint, fix=fix, name=found[0])

    def _text(self, entry: Entry, field: Field, project: Project) -> Iterator[Finding]:
        entities = list(_entities(field.value))
        found = min([*entities, *_TAG.finditer(field.value)], key=lambda match: match.start(), default=None)
        if not found:
            return
        vanishes = next((e for e in entities if re.match(r"#\d", e["name"])), None)
        found = vanishes or found
        severity = Severity.ERROR if vanishes and is_used(project, entry.key) else Severity.WARNING
        yield self.finding(
            inside(field, found.start(), found.end(), project),
            message=self.lost if vanishes else None,
            severity=severity if field.name in PRINTED else Severity.INFO,
            fix=_fix(field),
            name=found[0],
            field=field.name,
        )


def _entities(value: str) -> Iterator[re.Match[str]]:
    return (match for match in _ENTITY.finditer(value) if _character(match))


def _character(entity: re.Match[str]) -> str:
    """The character that an entity means; empty where it means none."""
    name = entity["name"].removeprefix("\\")
    if name[0] != "#" and f"{name};" not in html5:
        return ""
    return unescape(f"&{name};")


def _fix(field: Field) -> Fix | None:
    """The value in TeX; None where it has formulas, or tags that are not closed."""
    open_tags: list[str] = []
    broken = False

    def command(match: re.Match[str]) -> str:
        nonlocal broken
        tag = match["tag"]
        broken = broken or tag.startswith("mml:")
        if tag not in _COMMANDS:
            return " " if tag == "br" else ""
        if not match["close"]:
            open_tags.append(tag)
            return f"\\{_COMMANDS[tag]}{{"
        broken = broken or not open_tags or open_tags.pop() != tag
        return "}"

    value = _ENTITY.sub(_in_tex, _TAG.sub(command, field.value))
    return None if broken or open_tags or value == field.value else new_value(field, value)


def _in_tex(entity: re.Match[str]) -> str:
    character = _character(entity)
    if not character or character in _NO_TEXT:
        return entity[0]
    if character == "\xa0":
        return "~"
    return f"\\{character}" if character in _NEEDS_BACKSLASH else '{"}' if character == '"' else character
