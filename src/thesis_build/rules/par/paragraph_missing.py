"""PAR006."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.alignment.blocks.pairing import LoneBlocks, MovedBlocks, UnclearBlocks
from thesis_build.alignment.pair_states import agreement
from thesis_build.model import Chapter, Finding, Profile, Project, Related, Severity, Span, Texts
from thesis_build.readers.markdown import positions
from thesis_build.rules.par._block_pairs import COUNTERPART, kind, whole
from thesis_build.rules.rule import Rule


class ParagraphMissing(Rule):
    """A paragraph, list, figure or table stands in one language only, or in another place.

    Blocks pair by explicit identifier, then by heading, then by what they say: words that translate each other,
    numbers, citations, names. What could be paired in two ways stays unpaired and is reported once. A block
    without counterpart on purpose goes into `::: {.only-id}`.

    A warning for a block of words only, most of which stand in one block of the other language; a note in a draft.

    Flagged: three paragraphs under `## Latar belakang`, two under `## Background`; two paragraphs in another order;
    one paragraph that is two in the other language.

    Not flagged: whole sections (PAR002, PAR004); a paragraph in the wrong language (PAR402); the paragraphs of an
    abstract, which is compared as a whole.
    """

    code = "PAR006"
    name = "paragraph-missing"
    profiles = {Profile.DRAFT: Severity.INFO}
    severities = (Severity.WARNING,)
    message = {
        "en": "this {kind} is not in paper/{other}/{name}.md",
        "id": "{kind} ini tidak ada di paper/{other}/{name}.md",
    }
    hint = {
        "en": "write it there, or put one that stands alone on purpose into ::: {{.only-{tag}}}",
        "id": "tulis di sana, atau letakkan yang sengaja berdiri sendiri di dalam ::: {{.only-{tag}}}",
    }
    order: Texts = {
        "en": "this {kind} stands in another place in paper/{other}/{name}.md",
        "id": "{kind} ini ada di tempat lain di paper/{other}/{name}.md",
    }
    order_hint: Texts = {
        "en": "put it in the same place in both languages",
        "id": "letakkan di tempat yang sama dalam kedua bahasa",
    }
    unclear: Texts = {
        "en": "{count} blocks here ({kinds}), but {other_count} in paper/{other}/{name}.md ({other_kinds})",
        "id": "{count} blok di sini ({kinds}), tetapi {other_count} di paper/{other}/{name}.md ({other_kinds})",
    }
    unclear_hint: Texts = {
        "en": "divide the text in both languages in the same way, or write what is missing",
        "id": "bagilah teks kedua bahasa dengan cara yang sama, atau tulis yang kurang",
    }
    neighbour: Texts = {"en": "it should follow this", "id": "seharusnya ada setelah ini"}
    beginning: Texts = {"en": "it should stand at the beginning", "id": "seharusnya ada di awal"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Report what stands alone, what stands elsewhere, and what could not be paired."""
        found = agreement(project).unpaired
        for lone in found.lone:
            chapters = project.in_each_language(lone.chapter)
            if whole(project, lone.chapter) and not _heads(chapters[lone.language], lone.blocks):
                yield self._lone(lone, chapters)
        for moved in found.moved:
            chapters = project.in_each_language(moved.chapter)
            if whole(project, moved.chapter) and not any(_heads(chapters[t], b) for t, b in moved.blocks.items()):
                yield self._moved(moved, chapters)
        for unclear in found.unequal:
            if whole(project, unclear.chapter):
                yield self._unclear(unclear, project.in_each_language(unclear.chapter))

    def _lone(self, lone: LoneBlocks, chapters: dict[str, Chapter]) -> Finding:
        here, there = chapters[lone.language], chapters[lone.other]
        return self.finding(
            positions.block_span(here, lone.blocks[0]),
            related=(
                Related(positions.block_span(there, lone.after), self.neighbour)
                if lone.after >= 0
                else Related(positions.line(there.source, 1), self.beginning),
            ),
            severity=Severity.ERROR if lone.sure else Severity.WARNING,
            kind=kind(here.blocks[lone.blocks[0]]),
            tag=lone.language,
            other=lone.other,
            name=lone.chapter,
        )

    def _moved(self, moved: MovedBlocks, chapters: dict[str, Chapter]) -> Finding:
        here, there = moved.blocks
        block = moved.blocks[here][0]
        return self.finding(
            positions.block_span(chapters[here], block),
            related=(Related(positions.block_span(chapters[there], moved.blocks[there][0]), COUNTERPART),),
            message=self.order,
            hint=self.order_hint,
            kind=kind(chapters[here].blocks[block]),
            other=there,
            name=moved.chapter,
        )

    def _unclear(self, unclear: UnclearBlocks, chapters: dict[str, Chapter]) -> Finding:
        here = max(unclear.blocks, key=lambda tag: len(unclear.blocks[tag]))
        other = next(tag for tag in unclear.blocks if tag != here)
        kinds = {
            language: {tag: _listed(chapters[tag], found, language) for tag, found in unclear.blocks.items()}
            for language in self.message
        }
        return self.finding(
            positions.block_span(chapters[here], unclear.blocks[here][0]),
            related=(Related(_place(unclear, chapters, other), COUNTERPART),),
            message=self.unclear,
            hint=self.unclear_hint,
            other=other,
            name=unclear.chapter,
            count=len(unclear.blocks[here]),
            other_count=len(unclear.blocks[other]),
            kinds={language: listed[here] for language, listed in kinds.items()},
            other_kinds={language: listed[other] for language, listed in kinds.items()},
        )


def _heads(chapter: Chapter, blocks: tuple[int, ...]) -> bool:
    """Whether these blocks are a section."""
    return bool(chapter.blocks[blocks[0]]["t"] == "Header")


def _place(unclear: UnclearBlocks, chapters: dict[str, Chapter], tag: str) -> Span:
    if unclear.blocks[tag]:
        return positions.block_span(chapters[tag], unclear.blocks[tag][0])
    if tag in unclear.heading:
        return positions.block_span(chapters[tag], unclear.heading[tag])
    return positions.line(chapters[tag].source, 1)


def _listed(chapter: Chapter, blocks: tuple[int, ...], language: str) -> str:
    """Kinds of blocks, counted: `3 × paragraph, 1 × table`."""
    kinds = [kind(chapter.blocks[index])[language] for index in blocks]
    return ", ".join(f"{kinds.count(each)} × {each}" for each in dict.fromkeys(kinds)) or "–"
