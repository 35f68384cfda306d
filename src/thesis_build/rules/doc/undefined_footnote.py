"""DOC003."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Elements, Finding, Project
from thesis_build.readers.markdown import positions
from thesis_build.rules.rule import Rule

_MARK = re.compile(r"\[\^(?P<name>[^\]\s]+)\]")


class UndefinedFootnote(Rule):
    """A footnote mark has no note; Pandoc prints the mark as it is.

    Flagged: `as shown[^2]` without a line `[^2]: …`.
    """

    code = "DOC003"
    name = "undefined-footnote"
    message = {"en": "the footnote [^{name}] has no text", "id": "catatan kaki [^{name}] tidak memiliki isi"}
    hint = {
        "en": "add a line `[^{name}]: …` to this file, or remove the mark",
        "id": "tambahkan baris `[^{name}]: …` di berkas ini, atau hapus tandanya",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for marks that are left in the text."""
        for chapter in project.chapters:
            if "[^" not in chapter.source.text:
                continue
            seen: Counter[str] = Counter()
            for match in _MARK.finditer(pandoc_ast.plain_text(_prose(chapter.blocks))):
                span = positions.find_in_prose(chapter, match[0], seen[match[0]])
                seen[match[0]] += 1
                if span:
                    yield self.finding(span, name=match["name"])


def _prose(blocks: Elements) -> Elements:
    """The blocks without code and maths, in which `[^x]` is not a mark; notes are included."""
    changes: dict[str, pandoc_ast.Change] = {
        "Code": lambda _: [],
        "Math": lambda _: [],
        "CodeBlock": lambda _: [],
        "Note": pandoc_ast.blocks,
    }
    out: Elements = pandoc_ast.rewrite(blocks, changes)
    return out
