"""PAR504."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from thesis_build import pandoc_ast
from thesis_build.alignment.pair_states import agreement
from thesis_build.model import Chapter, ChapterPairs, Finding, Project, Related, Severity
from thesis_build.readers.markdown import positions
from thesis_build.rules.par._block_pairs import COUNTERPART, whole
from thesis_build.rules.rule import Rule

_MOST = 1.25
_LEAST = 0.03
"""Share of the chapter below which a section is too short to be compared."""


@dataclass(frozen=True, slots=True)
class _Section:
    """A paired heading with the characters up to the next paired one, as a share of the chapter."""

    heading: int
    share: float


class SectionShare(Rule):
    """A section takes a much greater part of its chapter in one language than in the other.

    Off by default: it says where to look first in a thesis that is being translated.

    Flagged: a third of the chapter in Indonesian, a fifth of it in English.

    Not flagged: differences of less than a quarter; very short sections.
    """

    code = "PAR504"
    name = "section-share"
    severity = Severity.INFO
    default = False
    message = {
        "en": "this section is {here} % of its chapter, but {there} % in the other language",
        "id": "bagian ini {here} % dari babnya, tetapi {there} % dalam bahasa yang lain",
    }
    hint = {"en": "see whether both are complete", "id": "periksa apakah keduanya lengkap"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the shares of paired sections."""
        first, *others = project.manuscripts or ("",)
        for pairs in agreement(project).chapters:
            chapters = project.in_each_language(pairs.name)
            for other in others:
                if whole(project, pairs.name) and first in chapters and other in chapters:
                    yield from self._chapter(pairs, (chapters[first], chapters[other]))

    def _chapter(self, pairs: ChapterPairs, chapters: tuple[Chapter, Chapter]) -> Iterator[Finding]:
        for one, other in zip(*(_sections(pairs, chapters, side) for side in (0, 1)), strict=True):
            less, more = sorted((one.share, other.share))
            if more >= _LEAST and more > _MOST * less:
                yield self.finding(
                    positions.block_span(chapters[1], other.heading),
                    related=(Related(positions.block_span(chapters[0], one.heading), COUNTERPART),),
                    here=round(100 * other.share),
                    there=round(100 * one.share),
                )


def _sections(pairs: ChapterPairs, chapters: tuple[Chapter, Chapter], side: int) -> list[_Section]:
    """The sections of a chapter that begin with a heading paired in both."""
    chapter = chapters[side]
    headings = [
        pair.blocks[chapter.language]
        for pair in pairs.pairs
        if all(each.language in pair.blocks for each in chapters)
        and all(pandoc_ast.level(each.blocks[pair.blocks[each.language]]) for each in chapters)
    ]
    sizes = [len(pandoc_ast.plain_text(block)) for block in chapter.blocks]
    total = max(1, sum(sizes))
    ends = [*headings[1:], len(sizes)] if headings else []
    return [_Section(start, sum(sizes[start:end]) / total) for start, end in zip(headings, ends, strict=True)]
