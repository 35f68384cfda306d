"""DOC017."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Project
from thesis_build.rules.rule import Rule


class MissingFont(Rule):
    """The font that the settings name is neither among those that come with the program nor in `paper/fonts/`.

    The PDF edition could not be written; fonts that are installed on a computer are not used, so that every computer
    makes the same file.

    Flagged: `layout: {font: Comic Neue}` without a file of that font in `paper/fonts/`.
    """

    code = "DOC017"
    name = "missing-font"
    message = {"en": "the font “{font}” is not there", "id": "fon “{font}” tidak ada"}
    hint = {
        "en": "put its .ttf or .otf files into paper/fonts/, or use one of: {names}",
        "id": "letakkan berkas .ttf atau .otf-nya di paper/fonts/, atau pakai salah satu: {names}",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at what was found of the fonts when the project was read."""
        if project.fonts_instead:
            names = ", ".join(project.fonts_instead)
            yield self.finding(project.settings.spans["layout.font"], font=project.settings.layout.font, names=names)
