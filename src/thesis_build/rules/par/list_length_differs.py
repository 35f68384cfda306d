"""PAR010."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Finding, Project
from thesis_build.rules.par._block_pairs import LISTS, both, differing
from thesis_build.rules.rule import Rule

_EXPLAINED = frozenset({Kind.SENTENCE_MISSING, Kind.SENTENCE_REPEATED, Kind.TEXT_UNTRANSLATED})


class ListLengthDiffers(Rule):
    """A list has more items in one language than in the other.

    Flagged: three research questions in Indonesian, two in English.

    Not flagged: a list whose missing item is reported as a missing sentence (PAR120); a list that is a paragraph in
    the other language (PAR014).
    """

    code = "PAR010"
    name = "list-length-differs"
    message = {
        "en": "this list has {here} items, but {there} in the other language",
        "id": "daftar ini berisi {here} butir, tetapi {there} dalam bahasa yang lain",
    }
    hint = {"en": "give both lists the same items", "id": "samakan butir kedua daftar"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the lists in paired blocks, in order, where both have as many lists."""
        for where in both(project):
            lists = where.found(*LISTS)
            if not lists[0] or len(lists[0]) != len(lists[1]):
                continue
            for one, other in zip(*lists, strict=True):
                counts = [len(pandoc_ast.list_items(one)), len(pandoc_ast.list_items(other))]
                if counts[0] != counts[1] and not _EXPLAINED & differing(project, where):
                    side = counts.index(min(counts))
                    yield self.finding(
                        where.span(side), related=where.related(1 - side), here=min(counts), there=max(counts)
                    )
                    break
