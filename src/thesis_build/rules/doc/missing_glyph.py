"""DOC015."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.latex_text import plain
from thesis_build.bibliography.printed_fields import printed_fields
from thesis_build.model import Finding, Project, Span
from thesis_build.readers.data import printed_data
from thesis_build.readers.settings.messages import PATH as SETTINGS
from thesis_build.rules.rule import Rule


class MissingGlyph(Rule):
    """No font of the PDF edition has a character of the text.

    The edition could not be written: a box in place of the letter is no PDF that archives and screen readers accept.

    Flagged: “中” or “😀” where the font of the thesis has no such letters.

    Not flagged: signs that a font which comes with the program has (☐, →, ≤); works of the library that are not
    printed, and fields such as `abstract`.
    """

    code = "DOC015"
    name = "missing-glyph"
    message = {
        "en": "no font has the character “{character}”",
        "id": "tidak ada fon yang memuat karakter “{character}”",
    }
    hint = {
        "en": "put a font that has it (.ttf or .otf) into paper/fonts/, or write it differently",
        "id": "letakkan fon yang memuatnya (.ttf atau .otf) di paper/fonts/, atau tulis dengan cara lain",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Find the characters that could not be set when the project was read."""
        for character in sorted(project.unprintable):
            for span in _uses(character, project):
                yield self.finding(span, character=character)


def _uses(character: str, project: Project) -> Iterator[Span]:
    """The first use in each file that is printed."""
    paths = dict.fromkeys(chapter.source.path for chapter in project.chapters)
    paths |= dict.fromkeys(path for path, text in printed_data(project) if character in text)
    for path in (*paths, SETTINGS):
        yield from _first(character, Span(path, 1, 1, _LAST, 1), project.sources.get(path, ""))
    told: set[str] = set()
    for entry, field in printed_fields(project):
        if entry.whole.path not in told and character in plain(field.value):
            told.add(entry.whole.path)
            found = _first(character, field.written, project.sources[entry.whole.path])
            yield next(found, field.span)  # the field, where the character is written as a command of TeX


def _first(character: str, within: Span, text: str) -> Iterator[Span]:
    """Where a character stands first in a span of a text, if it does."""
    lines = text.split("\n")[within.line - 1 : within.end_line]
    for number, line in enumerate(lines, within.line):
        column = line.find(character, within.column - 1 if number == within.line else 0) + 1
        if column:
            yield Span(within.path, number, column, number, column + 1)
            return


_LAST = 1_000_000_000
