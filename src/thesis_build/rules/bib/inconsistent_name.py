"""BIB305."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from unicodedata import normalize

from thesis_build.model import Edit, Entry, Field, Finding, Fix, Project, Related, Severity, Span
from thesis_build.rule import Rule
from thesis_build.rules.abbreviations import abbreviates, initials, is_abbreviated, words
from thesis_build.rules.citing import is_cited
from thesis_build.rules.editing import inside
from thesis_build.rules.persons import Person, listed
from thesis_build.rules.tex import folded, plain

_LEGAL_FORM = re.compile(r"\b(?:pt|cv|penerbit|inc|ltd|llc|gmbh)\b")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_SHORTEST = 3
"""Letters of a given name that is no initial."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A name as it stands in a value, from `start` to `end`."""

    text: str
    field: Field
    start: int
    end: int

    def span(self, project: Project) -> Span:
        """Its place in the file."""
        return inside(self.field, self.start, self.end, project)


@dataclass(frozen=True, slots=True)
class _Name:
    """One name: its uses by spelling."""

    spellings: dict[str, list[_Use]] = field(default_factory=dict)

    @property
    def usual(self) -> list[_Use]:
        """The uses of the spelling that is used most; of several, the first."""
        return max(self.spellings.values(), key=len)


class InconsistentName(Rule):
    """A journal, publisher or person is spelled in two ways.

    The reference list prints both. Spellings count as one name where they differ in case, accents, punctuation or a
    legal form (PT, Inc.), and journals also where every word of one abbreviates the word of the other.

    Flagged: `J. Teknol.` and `Jurnal Teknologi`; `PT Gramedia` and `Gramedia`; `García, Ana` and `Garcia, Ana`.

    Not flagged: an abbreviation that fits two journals; initials beside given names; “and” beside “&”; the
    publishers of articles, which are not printed; names in capitals (BIB220); entries that are not cited. The rarer
    spelling is reported, once, where it first stands.
    """

    code = "BIB305"
    name = "inconsistent-name"
    severity = Severity.INFO
    fact = {
        "en": "“{rare}” is also written “{usual}”",
        "id": "“{rare}” juga ditulis “{usual}”",
    }
    hint = {"en": "use one spelling everywhere", "id": "pakai satu ejaan saja di semua entri"}
    other = {"en": "the other spelling", "id": "ejaan yang lain"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare journals, then publishers, then persons."""
        entries = [entry for entry in project.library.entries if is_cited(project, entry.key)]
        journals = _names(_values(entries, ("journal", "journaltitle")), folded)
        books = [entry for entry in entries if entry.type != "article"]
        publishers = _names(_values(books, ("publisher",)), _without_legal_form)
        people: dict[str, _Name] = {}
        for entry in entries:
            for used, person in listed(entry):
                _add_person(people, used, person)
        for names in (journals, publishers, people):
            for name in names.values():
                if len(name.spellings) > 1:
                    rest = (uses for uses in name.spellings.values() if uses is not name.usual)
                    yield from (self._finding(name.usual, rare, project) for rare in rest)
        for usual, rare in _abbreviations(journals.values()):
            yield self._finding(usual, rare, project)

    def _finding(self, usual: list[_Use], rare: list[_Use], project: Project) -> Finding:
        related = (Related(usual[0].span(project), self.other),)
        fix = None
        if all(use.field.literal for use in rare):
            written = usual[0].field.value[usual[0].start : usual[0].end]
            fix = Fix(tuple(Edit(use.span(project), written) for use in rare), safe=False)
        place = rare[0].span(project)
        return self.finding(place, related=related, fix=fix, rare=rare[0].text, usual=usual[0].text)


def _values(entries: Iterable[Entry], names: tuple[str, ...]) -> Iterator[Field]:
    return (entry.fields[name] for entry in entries for name in names if name in entry.fields)


def _names(fields: Iterable[Field], key: Callable[[str], str]) -> dict[str, _Name]:
    """The names that fields hold, by what makes two spellings one."""
    names: dict[str, _Name] = {}
    for used in fields:
        text = normalize("NFC", plain(used.value))
        _add(names, key(text), text, _Use(text, used, 0, len(used.value)))
    return names


def _add(names: dict[str, _Name], key: str, spelling: str, use: _Use) -> None:
    if key:
        names.setdefault(key, _Name()).spellings.setdefault(spelling, []).append(use)


def _add_person(people: dict[str, _Name], used: Field, person: Person) -> None:
    """Take in a name in full; its spelling is its letters, since citation styles settle points and spaces."""
    if len(person.given) < _SHORTEST or "." in person.given or person.family.isupper():
        return
    text = normalize("NFC", f"{person.family}, {person.given}")
    use = _Use(text, used, person.start, person.start + len(person.written))
    _add(people, folded(text), _NO_LETTERS.sub("", text), use)


def _without_legal_form(text: str) -> str:
    name = folded(text)
    return " ".join(_LEGAL_FORM.sub(" ", name).split()) or name


def _abbreviations(journals: Iterable[_Name]) -> Iterator[tuple[list[_Use], list[_Use]]]:
    """The journals that stand in full and abbreviated, the more frequent form first."""
    full: dict[str, list[_Name]] = {}
    short: list[_Name] = []
    for journal in journals:
        of = words(journal.usual[0].text)
        full.setdefault(initials(of), []).append(journal)
        if is_abbreviated(of):
            short.append(journal)
    for journal in short:
        of = words(journal.usual[0].text)
        meant = [other for other in full[initials(of)] if abbreviates(of, words(other.usual[0].text))]
        if len(meant) == 1:
            one, other = journal.usual, meant[0].usual
            yield (one, other) if len(one) > len(other) else (other, one)
