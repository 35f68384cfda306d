"""BIB221."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.cited_works import is_used
from thesis_build.bibliography.title_case import TITLES, small_words
from thesis_build.bibliography.word_lists import word_set
from thesis_build.languages import standard_tag
from thesis_build.model import Edit, Entry, Field, Finding, Fix, Library, Project, Severity, Source, derived
from thesis_build.rules._edits import inside
from thesis_build.rules.rule import Rule

_TITLE_ELEMENT = re.compile(r"<text\b(?=[^>]*\bvariable=\"title\")(?![^>]*\bform=\"short\")[^>]*>")
_BRACED = re.compile(r"(?<!\{)\{([A-Z][a-z]{2,})\}(?!\})")
_HIDDEN = re.compile(r"\\[A-Za-z]+\s*|\\.|\$[^$]*\$|\{[^{}]*\}")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEGINNING = re.compile(r"[:.?!;–—“\"(\[/]\W*$")
_SMALL_WORDS = word_set(
    "a an the and or of in on at to for from by with as is its via into over between through during under about"
    " against among across within without toward towards after before until than per vs"
)
"""Words that English title case writes in lower case."""


class UnprotectedCapitals(Rule):
    """A name in an English title loses its capital.

    Pandoc expects English titles in title case and writes them in lower case, so that styles which print titles in
    sentence case (APA, IEEE and most others) print “The role of jakarta”. Braces keep a word as it is.

    Flagged: `The role of Jakarta in trade` with `langid = {english}`, because the other words are in lower case; a
    single word that is in braces in another title of the library, and in lower case in none.

    Not flagged: words with a second capital (`DNA`, `YOLOv8`), which Pandoc leaves alone; titles in other
    languages, and titles without `langid`, which BIB108 reports; words in title case, where nothing distinguishes names
    from other words (Zotero puts every capital into double braces); all of it under a style that prints titles in
    title case (Chicago, MLA); a library without a thesis.
    """

    code = "BIB221"
    name = "unprotected-capitals"
    of_bibtex = True
    severity = Severity.INFO
    message = {
        "en": "“{name}” is printed as “{printed}” by this citation style",
        "id": "“{name}” tercetak “{printed}” oleh gaya sitasi ini",
    }
    hint = {"en": "protect it with braces: {{{name}}}", "id": "lindungi dengan kurung kurawal: {{{name}}}"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at English titles of a thesis whose style prints them in sentence case."""
        if not project.manuscripts or _prints_title_case(project.style):
            return
        names = _names(project.library)
        for entry in project.library.entries:
            if _is_english(entry) and is_used(project, entry.key):
                for title in TITLES:
                    field = entry.fields.get(title)
                    if field:
                        yield from self._title(field, names, project)

    def _title(self, field: Field, names: frozenset[str], project: Project) -> Iterator[Finding]:
        text = _HIDDEN.sub(lambda hidden: "\0" * len(hidden[0]), field.value)
        words = list(_WORD.finditer(text))
        inner = [word for word in words[1:] if not _BEGINNING.search(text[max(0, word.start() - 8) : word.start()])]
        in_capitals = [word for word in inner if _is_lowered(word[0])]
        counted = [word[0] for word in inner if word[0].lower() not in _SMALL_WORDS and not word[0].isupper()]
        small = sum(word[0].islower() for word in counted)
        is_sentence = small >= len(counted) / 2 and small > 1
        for word in in_capitals:
            if is_sentence or word[0] in names:
                span = inside(field, word.start(), word.end(), project)
                fix = Fix((Edit(span, f"{{{word[0]}}}"),), safe=False) if field.literal else None
                yield self.finding(span, fix=fix, name=word[0], printed=word[0][0].lower() + word[0][1:])


def _is_lowered(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()


def _is_english(entry: Entry) -> bool:
    return standard_tag(entry.value("langid")).split("-")[0] == "en"


@derived
def _prints_title_case(style: Source) -> bool:
    """Whether a style mostly asks for title case where it prints a title (`text-case="title"`, CSL 1.0.2)."""
    elements = _TITLE_ELEMENT.findall(style.text)
    return sum('text-case="title"' in element for element in elements) * 2 > len(elements)


@derived
def _names(library: Library) -> frozenset[str]:
    """The words that some title protects with single braces, each alone, and none writes in lower case."""
    titles = (entry.fields[title].value for entry in library.entries for title in TITLES if title in entry.fields)
    braced = {word for title in titles if "{" in title for word in _BRACED.findall(title)}
    return frozenset(word for word in braced if word.lower() not in small_words(library)) if braced else frozenset()
