"""PAR503."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.alignment.pair_states import agreement
from thesis_build.alignment.text.passages import of_chapter
from thesis_build.model import Chapter, Finding, Pair, Project, Related, Span
from thesis_build.readers.markdown import positions
from thesis_build.rules.par._difference_rule import COUNTERPART
from thesis_build.rules.rule import Rule

_TEXTS = frozenset({"Para", "Plain", "Header", "BlockQuote", "Div", "BulletList", "OrderedList", "DefinitionList"})


class EmptyTranslation(Rule):
    """What has words in one language has none in the other: a chapter of one heading, a heading without a text.

    Flagged: `## {#sec:data}` beside `## Data {#sec:data}`; an English chapter that is a title only.

    Not flagged: a paragraph that is missing altogether (PAR006), a chapter whose file is missing (PAR001).
    """

    code = "PAR503"
    name = "empty-translation"
    message = {"en": "nothing is written here", "id": "di sini belum ada teks"}
    hint = {"en": "translate it", "id": "terjemahkan"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare whether both sides of a pair, and a chapter in every language, have words."""
        for chapter in agreement(project).chapters:
            chapters = project.in_each_language(chapter.name)
            empty = [tag for tag, chapter in chapters.items() if not _has_text(chapter)]
            for tag in empty if len(empty) < len(chapters) else ():
                other = next(name for name in chapters if name not in empty)
                span = positions.line(chapters[tag].source, 1)
                there = positions.line(chapters[other].source, 1)
                yield self.finding(span, related=(Related(there, COUNTERPART),))
            for pair in chapter.pairs:
                said = {tag: bool(of_chapter(chapters[tag])[index]) for tag, index in pair.blocks.items()}
                kinds = {chapters[tag].blocks[index]["t"] for tag, index in pair.blocks.items()}
                for tag in said if kinds <= _TEXTS and any(said.values()) else ():
                    if not said[tag]:
                        other = next(name for name in said if said[name])
                        there = positions.block_span(chapters[other], pair.blocks[other])
                        span = _span(chapters[tag], pair, tag)
                        yield self.finding(span, related=(Related(there, COUNTERPART),))


def _span(chapter: Chapter, pair: Pair, tag: str) -> Span:
    """The place of a block without words: that of its identifier, where it has one."""
    written = (located.span for located in positions.identifiers(chapter.source) if located.name == pair.identifier)
    return next(written, positions.block_span(chapter, pair.blocks[tag]))


def _has_text(chapter: Chapter) -> bool:
    """Whether a chapter has anything but headings; one that could not be read may have."""
    return chapter.error is not None or any(
        block["t"] not in ("Header", "RawBlock", "HorizontalRule") for block in chapter.blocks
    )
