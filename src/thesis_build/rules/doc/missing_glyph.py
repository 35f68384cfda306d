"""DOC015."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Project, Span
from thesis_build.rules.rule import Rule


class MissingGlyph(Rule):
    """No font of the PDF edition has a character of the text.

    The edition could not be written: a box in place of the letter is no PDF that archives and screen readers accept.

    Flagged: “中” or “😀” where the font of the thesis has no such letters.

    Not flagged: signs that a font which comes with the program has (☐, →, ≤); the library, of which a part
    is printed.
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
    texts = {chapter.source.path: range(1, chapter.source.text.count("\n") + 2) for chapter in project.chapters}
    for path, lines in texts.items():
        yield from _first(character, path, project.sources[path], lines)
    yield from _first(character, "paper/thesis.yaml", project.sources.get("paper/thesis.yaml", ""), range(1, 10_000))


def _first(character: str, path: str, text: str, lines: range) -> Iterator[Span]:
    for number, line in enumerate(text.split("\n")[lines.start - 1 : lines.stop - 1], lines.start):
        column = line.find(character) + 1
        if column:
            yield Span(path, number, column, number, column + 1)
            return
