"""BIB220."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.institutions import is_corporate
from thesis_build.bibliography.latex_text import plain
from thesis_build.bibliography.person_names import Person, persons
from thesis_build.bibliography.title_case import small_words
from thesis_build.bibliography.word_lists import word_set
from thesis_build.model import Edit, Field, Finding, Fix, Library, Project, Severity, derived
from thesis_build.rules._edits import inside, new_value
from thesis_build.rules.rule import Rule

_TITLES = ("title", "subtitle", "booktitle")
_LEAST_LETTERS = 12
"""A title in capitals of fewer letters may be a name, and is not reported."""

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMAND = re.compile(r"\\[A-Za-z]+")
_ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_SENTENCE_END = re.compile(r"[.?!:]\s*[{“\"']*\s*$|^[{“\"']*$")
_PARTICLES = word_set("VAN VON DER DEN DE LA BIN BINTI IBN AL")
_ACRONYMS = word_set(
    "AI ASEAN ASN BPJS BPK BPS BRI BUMD BUMN COVID CSR DKI DNA DPR DPRD EU GIS HIV HRM ICT IKN IMF IOT IPA IPS IT KPK"
    " KUHP LSM NGO NTB NTT OECD PBB PLN PNS RI RNA SARS SD SDGS SMA SMK SMP SOP TNI UI UGM ITB UII UIN UK UMKM UN"
    " UNESCO UNICEF UPT US USA USAID UU UUD WHO WTO"
)


class AllCaps(Rule):
    """A title or a name is written entirely in capitals.

    No citation style undoes that, so that one reference shouts among the others. Catalogues and the portals of
    Indonesian journals often export titles this way.

    Flagged: `EKSTRAKSI LATAR DEPAN PADA CITRA`; `SUTANTO, BUDI`; `SUTANTO, Budi`.

    Not flagged: acronyms and short titles (`UUD 1945`); names of a few letters (`LI, B.`); organisations in braces.
    The fix guesses which words are acronyms, so look at what it made: names of places become lower case as well.
    """

    code = "BIB220"
    name = "all-caps"
    severity = Severity.INFO
    message = {
        "en": "the field “{field}” is written entirely in capitals: {text}",
        "id": "ruas “{field}” seluruhnya ditulis dengan huruf kapital: {text}",
    }
    hint = {
        "en": "write it in sentence case, with capitals for names and acronyms only",
        "id": "tulis seperti dalam kalimat, dengan huruf kapital hanya untuk nama dan singkatan",
    }

    name_hint = {
        "en": "write {better}",
        "id": "tulis {better}",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at titles and names without small letters."""
        for entry in project.library.entries:
            for name in _TITLES:
                field = entry.fields.get(name)
                if field and _is_shouted(field.value):
                    fix = _title_fix(field, project.library)
                    yield self.finding(field.written, fix=fix, field=name, text=_short(plain(field.value)))
            for name in ("author", "editor"):
                field = entry.fields.get(name)
                shouted = _shouted_names(field.value) if field else []
                if field and shouted:
                    written = shouted[0].written
                    yield self.finding(
                        inside(field, shouted[0].start, shouted[0].start + len(written), project),
                        hint=self.name_hint,
                        fix=_name_fix(field, shouted, project),
                        field=name,
                        text=_short(written),
                        better=_short(_TOKEN.sub(_capitalised, written)),
                    )


def _is_shouted(value: str) -> bool:
    if not value.isupper() and ("\\" not in value or not _COMMAND.sub("", value).isupper()):
        return False
    text = plain(value)
    if " " not in text:  # one word, or the name of a function: JSON_CONTAINS_PATH
        return False
    return text.isupper() and len(_WORD.findall(text)) > 1 and sum(map(str.isupper, text)) >= _LEAST_LETTERS


def _shouted_names(value: str) -> list[Person]:
    if not _WORD.search(value) or value.istitle():
        return []
    return [person for person in persons(value) if _is_shouted_name(person)]


def _is_shouted_name(person: Person) -> bool:
    if person.whole or not _WORD.search(person.family) or not person.family.isupper() or is_corporate(person.written):
        return False
    if not person.written[0].isalpha():
        return False
    return person.inverted or (person.given.isupper() and _WORD.search(person.given) is not None)


def _title_fix(field: Field, library: Library) -> Fix | None:
    if "\\" in field.value:
        return None
    known = _acronyms(library)
    value = field.value

    def lowered(match: re.Match[str]) -> str:
        word = match[0]
        if _stays(word, known):
            return word
        begins = _SENTENCE_END.search(value[max(0, match.start() - 8) : match.start()])
        return word.capitalize() if begins else word.lower()

    fix = new_value(field, _TOKEN.sub(lowered, value))
    return Fix(fix.edits, safe=False) if fix else None


def _stays(word: str, known: frozenset[str]) -> bool:
    """Whether a word is an acronym: known as one, a Roman numeral, with a digit, or without vowels."""
    if word in known or not word.isalpha() or (len(word) > 1 and _ROMAN.fullmatch(word)):
        return True
    return len(word) > 1 and not re.search("[AEIOUY]", word) and word.isascii()


@derived
def _acronyms(library: Library) -> frozenset[str]:
    """Words in capitals among others in lower case, and never in lower case themselves, and some well-known ones."""
    found = {
        word
        for entry in library.entries
        if not (title := entry.value("title")).isupper()
        for word in _TOKEN.findall(title)
        if len(word) > 1 and word.isupper()
    }
    small = small_words(library)
    return _ACRONYMS | {word for word in found if word.lower() not in small}


def _name_fix(field: Field, shouted: list[Person], project: Project) -> Fix | None:
    if not field.literal or any("\\" in person.written for person in shouted):
        return None
    edits = [
        Edit(inside(field, p.start, p.start + len(p.written), project), _TOKEN.sub(_capitalised, p.written))
        for p in shouted
    ]
    return Fix(tuple(edits), safe=False)


def _capitalised(match: re.Match[str]) -> str:
    word = match[0]
    if word in _PARTICLES:
        return word.lower()
    return word.title() if len(word) > 2 and word.isupper() else word


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
