"""BIB305."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from unicodedata import normalize

from thesis_build.bibliography.abbreviated_names import abbreviated, words
from thesis_build.bibliography.cited_works import is_used
from thesis_build.bibliography.latex_text import folded, plain
from thesis_build.bibliography.person_names import Person, listed
from thesis_build.model import Edit, Entry, Field, Finding, Fix, Project, Related, Severity, Span
from thesis_build.rules._edits import inside
from thesis_build.rules.rule import Rule

_LEGAL_FORM = re.compile(r"\b(?:pt|cv|penerbit|inc|ltd|llc|gmbh)\b")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_PUNCTUATION = str.maketrans("", "", string.punctuation + string.digits + " ")
_SHORTEST = 3
"""The letters that a given name has at least; fewer are an initial."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A name in a value: the whole value, or that of one person."""

    text: str
    field: Field
    person: Person | None = None

    @property
    def written(self) -> str:
        """The name as it is written."""
        return self.person.written if self.person else self.field.value

    def span(self, project: Project) -> Span:
        """Where it is in the file."""
        start = self.person.start if self.person else 0
        return inside(self.field, start, start + len(self.written), project)


_Spellings = dict[str, list[_Use]]
"""The uses of one name by spelling."""


class InconsistentName(Rule):
    """A journal, publisher or person is spelled in two ways.

    The reference list prints both. Spellings count as one name where they differ in case, accents, punctuation or a
    legal form (PT, Inc.), and journals also where every word of one abbreviates the word of the other.

    Flagged: `J. Teknol.` and `Jurnal Teknologi`; `PT Gramedia` and `Gramedia`; `García, Ana` and `Garcia, Ana`.

    The fix writes the usual spelling, unless that has fewer accents or capitals, or is the abbreviated one.

    Not flagged: an abbreviation that fits two journals; initials and given names; “and” and “&”; the
    publishers of articles, which are not printed; names in capitals (BIB220); entries that are not cited. The rarer
    spelling is reported, once, where it first occurs.
    """

    code = "BIB305"
    name = "inconsistent-name"
    severity = Severity.INFO
    message = {
        "en": "“{rare}” is also written “{usual}”",
        "id": "“{rare}” juga ditulis “{usual}”",
    }
    hint = {"en": "use one spelling everywhere", "id": "pakai satu ejaan saja di semua entri"}
    other = {"en": "the other spelling", "id": "ejaan yang lain"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare journals, then publishers, then persons."""
        entries = [entry for entry in project.library.entries if is_used(project, entry.key)]
        books = [entry for entry in entries if entry.type != "article"]
        journals = _values(entries, ("journal", "journaltitle"))
        for names in (_groups(journals, folded), _groups(_values(books, ("publisher",)), _without_legal_form)):
            for name in names:
                yield from self._findings(name, project)
        for name in _groups(_people(entries), _letters):
            yield from self._findings(_by_letters(name), project)
        for usual, rare in _abbreviations(journals):
            yield self._finding(usual, rare, project)

    def _findings(self, name: _Spellings, project: Project) -> Iterator[Finding]:
        usual = max(name.values(), key=len)
        for rare in name.values():
            if rare is not usual:
                yield self._finding(usual, rare, project)

    def _finding(self, usual: list[_Use], rare: list[_Use], project: Project) -> Finding:
        related = (Related(usual[0].span(project), self.other),)
        fix = None
        written = usual[0].written
        if all(use.field.literal for use in rare) and not _loses(rare[0], usual[0]):
            fix = Fix(tuple(Edit(use.span(project), written) for use in rare), safe=False)
        span = rare[0].span(project)
        return self.finding(span, related=related, fix=fix, rare=rare[0].text, usual=usual[0].text)


def _loses(rare: _Use, usual: _Use) -> bool:
    """Whether the usual spelling may be the wrong one: it has fewer accents or capitals, or abbreviates the other."""
    accents, capitals = (
        [sum(test(letter) for letter in use.text) for use in (rare, usual)]
        for test in (lambda letter: letter.isalpha() and not letter.isascii(), str.isupper)
    )
    if rare.person and rare.text.casefold() == usual.text.casefold():
        return True
    if accents[0] > accents[1]:
        return True
    if not rare.field.name.startswith("journal"):
        return False
    shorter = usual.text.count(".") > rare.text.count(".")
    return shorter or (capitals[0] > capitals[1] and not rare.text.isupper())


def _values(entries: Iterable[Entry], names: tuple[str, ...]) -> _Spellings:
    """The values of fields by what a reader sees."""
    found: _Spellings = {}
    for entry in entries:
        for name in names:
            used = entry.fields.get(name)
            if used:
                text = _composed(plain(used.value))
                found.setdefault(text, []).append(_Use(text, used))
    return found


def _people(entries: Iterable[Entry]) -> _Spellings:
    """The names of persons in full, without those in capitals."""
    found: _Spellings = {}
    for entry in entries:
        for used, person in listed(entry):
            given = person.given
            if len(given) >= _SHORTEST and "." not in given and not person.family.isupper():
                text = _composed(f"{person.family}, {given}")
                found.setdefault(text, []).append(_Use(text, used, person))
    return found


def _composed(text: str) -> str:
    return text if text.isascii() else normalize("NFC", text)


def _groups(spellings: _Spellings, key: Callable[[str], str]) -> Iterator[_Spellings]:
    """The spellings of each name that has more than one."""
    names: dict[str, list[str]] = {}
    for text in spellings:
        names.setdefault(key(text), []).append(text)
    return ({text: spellings[text] for text in texts} for key, texts in names.items() if key and len(texts) > 1)


def _by_letters(name: _Spellings) -> _Spellings:
    """The spellings of a person that differ in letters: citation styles set full stops and spaces."""
    found: _Spellings = {}
    for text, uses in name.items():
        found.setdefault(_NO_LETTERS.sub("", text), []).extend(uses)
    return found


def _letters(text: str) -> str:
    """The letters of a name, folded."""
    return text.casefold().translate(_PUNCTUATION) if text.isascii() else folded(text).replace(" ", "")


def _without_legal_form(text: str) -> str:
    name = folded(text)
    return " ".join(_LEGAL_FORM.sub(" ", name).split()) or name


def _abbreviations(journals: _Spellings) -> Iterator[tuple[list[_Use], list[_Use]]]:
    """The journals that are written in full and abbreviated, the more frequent form first."""
    names: dict[str, list[_Use]] = {}
    for text, uses in journals.items():
        if len(uses) > len(names.get(folded(text), ())):
            names[folded(text)] = uses
    forms = [(words(uses[0].text), uses) for uses in names.values()]
    for short, full in abbreviated([of for of, _ in forms]):
        one, other = forms[short][1], forms[full][1]
        yield (one, other) if len(one) > len(other) else (other, one)
