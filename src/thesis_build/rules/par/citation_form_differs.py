"""PAR103."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.alignment.pair_states import agreement
from thesis_build.model import Element, Finding, Project, Related, Severity
from thesis_build.readers.markdown import positions
from thesis_build.rules.par._difference_rule import COUNTERPART
from thesis_build.rules.rule import Rule


class CitationFormDiffers(Rule):
    """A work is named in the sentence of one language, and cited in brackets in the other; off by default.

    Both are right, and a translation may need the other one; a work whose house style asks for one form can have it
    checked.

    Flagged: `@budi2020 menunjukkan` beside `It was shown [@budi2020]`.

    Not flagged: a citation that one language lacks (PAR101).
    """

    code = "PAR103"
    name = "citation-form-differs"
    severity = Severity.INFO
    default = False
    message = {
        "en": "“{key}” is cited {here} here, {there} in the other language",
        "id": "“{key}” disitasi {here} di sini, {there} dalam bahasa yang lain",
    }
    hint = {"en": "cite it in the same form", "id": "sitasi dengan bentuk yang sama"}
    forms = {
        True: {"en": "in the sentence", "id": "dalam kalimat"},
        False: {"en": "in brackets", "id": "dalam kurung"},
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare how the works cited in each pair of blocks are cited."""
        for chapter in agreement(project).chapters:
            chapters = project.in_each_language(chapter.name)
            for pair in chapter.pairs:
                first, *others = pair.blocks
                ours = _forms(chapters[first].blocks[pair.blocks[first]])
                for tag in others:
                    theirs = _forms(chapters[tag].blocks[pair.blocks[tag]])
                    for key in ours:
                        if key in theirs and ours[key] != theirs[key] and ours[key].total() == theirs[key].total():
                            here = next(iter(theirs[key] - ours[key]))
                            span = positions.block_span(chapters[first], pair.blocks[first])
                            yield self.finding(
                                positions.block_span(chapters[tag], pair.blocks[tag]),
                                key=key,
                                here=self.forms[here],
                                there=self.forms[not here],
                                related=(Related(span, COUNTERPART),),
                            )


def _forms(block: Element) -> dict[str, Counter[bool]]:
    """How often each work of a block is named in the sentence, and how often it is in brackets."""
    found: dict[str, Counter[bool]] = {}
    for cite in pandoc_ast.walk(block):
        for citation in pandoc_ast.citations(cite) if cite["t"] == "Cite" else ():
            forms = found.setdefault(pandoc_ast.citation_key(citation), Counter())
            forms[pandoc_ast.names_author_in_text(citation)] += 1
    return found
