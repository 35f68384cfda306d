"""PAR013."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from thesis_build import pandoc_ast
from thesis_build.model import Element, Finding, Project, Severity
from thesis_build.rules.par._block_pairs import both
from thesis_build.rules.rule import Rule

_DRAWINGS = frozenset({"mermaid", "plantuml", "dot", "graphviz", "d2"})
"""Languages of drawings, whose code is full of words for the reader."""

_WORDED = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|/\*.*?\*/|(?:#|//|--|(?<!\\)%)[^\n]*", re.DOTALL)


class CodeBlockDiffers(Rule):
    """A program is not the same in both languages.

    Comments and texts in quotation marks may be translated; the rest has to be the same, character by character. Of a
    drawing (Mermaid, PlantUML, Graphviz, D2) only the number of lines is compared, as its labels stand unmarked.

    Flagged: `x = 10` beside `x = 100`; a line that the other language lacks.

    Not flagged: `print("selesai")  # cetak` beside `print("done")  # print`.
    """

    code = "PAR013"
    name = "code-block-differs"
    severity = Severity.WARNING
    message = {
        "en": "this line of code differs in the other language: {line}",
        "id": "baris kode ini berbeda dalam bahasa yang lain: {line}",
    }
    hint = {"en": "take over the code that runs", "id": "pakai kode yang benar-benar berjalan"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the code of paired blocks, each in order."""
        for where in both(project):
            for one, other in zip(*where.found("CodeBlock"), strict=False):
                lines = [_lines(code) for code in (one, other)]
                bare = [[line for line, _ in rows] for rows in lines]
                step = next((n for n, (a, b) in enumerate(zip_longest(*bare)) if a != b), None)
                if step is not None:
                    side = 0 if len(lines[0]) > len(lines[1]) else 1
                    here, there = (rows[step][1] if step < len(rows) else "" for rows in (lines[side], lines[1 - side]))
                    yield self.finding(where.span(side, here), related=where.related(1 - side, there), line=here)


def _lines(code: Element) -> list[tuple[str, str]]:
    """The lines of code, each without comment and with its texts left empty, and as it is."""
    written = pandoc_ast.code_text(code)
    bare = _WORDED.sub(lambda match: '""' if match[0][0] in "\"'" else re.sub(r"[^\n]", "", match[0]), written)
    if not _DRAWINGS.isdisjoint(pandoc_ast.classes(code)):
        return [("line", line.strip()) for line in written.split("\n") if line.strip()]
    rows = zip(bare.split("\n"), written.split("\n"), strict=True)
    return [(line.rstrip(), whole.strip()) for line, whole in rows if line.strip()]
