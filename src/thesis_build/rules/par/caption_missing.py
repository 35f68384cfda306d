"""PAR015."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Project, Severity
from thesis_build.rules.par._block_pairs import both, caption, kind
from thesis_build.rules.rule import Rule


class CaptionMissing(Rule):
    """A figure or table has a caption in one language and none in the other.

    It then has a number in one language only, and is not in the list of figures or tables of the other.

    Flagged: `: Hasil {#tbl:result}` below the Indonesian table, nothing below the English one.

    Not flagged: a missing alternative text (DOC009); tables without caption in both languages.
    """

    code = "PAR015"
    name = "caption-missing"
    severity = Severity.WARNING
    message = {
        "en": "this {kind} has no caption; the one in the other language has",
        "id": "{kind} ini tanpa keterangan; dalam bahasa yang lain ada",
    }
    hint = {"en": "write the caption here too", "id": "tulis keterangannya di sini juga"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the captions of paired figures and tables."""
        for where in both(project):
            captions = [caption(block) for block in where.blocks]
            if None in captions or all(captions) or not any(captions):
                continue
            side = captions.index("")
            yield self.finding(where.span(side), related=where.related(1 - side), kind=kind(where.blocks[1 - side]))
