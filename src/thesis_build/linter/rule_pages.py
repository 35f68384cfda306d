"""What the rules say of themselves: a page for every code that a report can show, and the catalogue of them all."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

from thesis_build.linter.registry import rules, unknown_rule
from thesis_build.model import Texts
from thesis_build.rules.rule import Rule

_HEAD = "| code | name | severity | what |\n|---|---|---|---|\n"
_HINT = {"en": "hint", "id": "saran"}

_SETTINGS = """
The settings in `paper/thesis.yaml` are wrong or incomplete, so that nothing can be checked or built by them.

Every mistake is shown at once, each with a hint of its own; the exit status is 2. An editor that is given the schema
`thesis.schema.json` shows them while you write.

Flagged: `keyword:` for `keywords:`; `languages: [id, xx]`; a bibliography file that does not exist.

Not flagged: a setting that is left out and has a default.

It is not a rule: it can be neither selected, ignored nor suppressed.
"""
_SETTINGS_HINT = {
    "en": "correct the setting at the position that is named; the README lists the settings",
    "id": "perbaiki setelan di posisi yang disebut; README memuat daftar setelan",
}

PLACEHOLDERS: dict[str, Texts] = {
    "wanted": {"en": "FIELD", "id": "RUAS"},
    "chapter": {"en": "CHAPTER", "id": "BAB"},
    "character": {"en": "CHARACTER", "id": "KARAKTER"},
    "doi": {"en": "DOI", "id": "DOI"},
    "field": {"en": "FIELD", "id": "RUAS"},
    "file": {"en": "FILE", "id": "BERKAS"},
    "files": {"en": "FILE", "id": "BERKAS"},
    "format": {"en": "FORMAT", "id": "FORMAT"},
    "instead": {"en": "WORD", "id": "KATA"},
    "key": {"en": "KEY", "id": "KUNCI"},
    "known": {"en": "KEY", "id": "KUNCI"},
    "language": {"en": "LANGUAGE", "id": "BAHASA"},
    "markdown": {"en": "CITATION", "id": "SITASI"},
    "marks": {"en": "##", "id": "##"},
    "month": {"en": "MONTH", "id": "BULAN"},
    "name": {"en": "NAME", "id": "NAMA"},
    "names": {"en": "NAMES", "id": "NAMA"},
    "near": {"en": "NAME", "id": "NAMA"},
    "number": {"en": "NUMBER", "id": "ANGKA"},
    "other": {"en": "TYPE", "id": "JENIS"},
    "over": {"en": "N", "id": "N"},
    "place": {"en": "FILE:LINE", "id": "BERKAS:BARIS"},
    "right": {"en": "FIELD", "id": "RUAS"},
    "stem": {"en": "NAME", "id": "NAMA"},
    "tag": {"en": "LANGUAGE", "id": "BAHASA"},
    "term": {"en": "TERM", "id": "ISTILAH"},
    "value": {"en": "NUMBER", "id": "ANGKA"},
}
"""What a page shows for an argument of a hint, as a manual names what the reader puts in."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What is to be said of a code; `occasions` are the severities that it has in some profiles."""

    code: str
    name: str
    severity: str
    text: str
    hint: Texts
    occasions: str = ""

    @property
    def summary(self) -> str:
        return self.text.splitlines()[0]

    def printed(self, locale: str) -> str:
        head = f"{self.code} {self.name}: {self.severity}{self.occasions}"
        return f"{head}\n\n{self.text}\n\n{_HINT[locale]}: {_shown(self.hint[locale], locale)}\n"


def explain(named: str, locale: str) -> str:
    """The page of the rule with this code or name; raises `ThesisBuildError` where there is none."""
    for page in _pages():
        if named.upper() == page.code or named == page.name:
            return page.printed(locale)
    raise unknown_rule(named)


def catalogue() -> str:
    """A Markdown table of every code that a report can show."""
    rows = (f"| {page.code} | {page.name} | {page.severity} | {page.summary} |\n" for page in _pages())
    return _HEAD + "".join(rows)


def text_of(rule: Rule) -> str:
    """What a rule checks and why, with examples."""
    return inspect.cleandoc(type(rule).__doc__ or "")


def _pages() -> Iterator[_Page]:
    """The pages in the order of the codes."""
    settings = _Page("CFG001", "settings", "error", inspect.cleandoc(_SETTINGS), _SETTINGS_HINT)
    pages = [settings, *(_page(rule) for rule in rules())]
    return iter(sorted(pages, key=lambda page: page.code))


def _page(rule: Rule) -> _Page:
    severity = str(rule.severity) + ("" if rule.default else ", off") + (", online" if rule.online else "")
    occasions = "".join(f", {severity} ({profile})" for profile, severity in rule.profiles.items())
    return _Page(rule.code, rule.name, severity, text_of(rule), rule.hint, occasions)


def _shown(template: str, locale: str) -> str:
    """A hint with words for what only a finding can fill in."""
    named = {name for _, name, _, _ in Formatter().parse(template) if name}
    return template.format(**{name: PLACEHOLDERS.get(name, {}).get(locale, name.upper()) for name in named})
