"""PAR006."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.alignment.blocks.pairing import Lone, Moved, Stretch
from thesis_build.alignment.pair_states import agreement
from thesis_build.model import Chapter, Finding, Project, Related, Severity, Span, Texts
from thesis_build.readers.markdown import positions
from thesis_build.rules.par._block_pairs import COUNTERPART, kind, whole
from thesis_build.rules.rule import Rule


class ParagraphMissing(Rule):
    """A paragraph, list, figure or table stands in one language only, or in another place.

    Blocks pair by explicit identifier, then by heading, then by what they say: words that translate each other,
    numbers, citations, names. What could be paired in two ways stays unpaired and is reported as one stretch. A block
    without counterpart on purpose goes into `::: {.only-id}`.

    A warning for a block of words only, most of which stand in one block of the other language.

    Flagged: three paragraphs under `## Latar belakang`, two under `## Background`; two paragraphs in another order;
    one paragraph that is two in the other language.

    Not flagged: whole sections (PAR002, PAR004); a paragraph in the wrong language (PAR402); the paragraphs of an
    abstract, which is compared as a whole.
    """

    code = "PAR006"
    name = "paragraph-missing"
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
            versions = project.versions(lone.chapter)
            if whole(project, lone.chapter) and not _heads(versions[lone.language], lone.blocks):
                yield self._lone(lone, versions)
        for moved in found.moved:
            versions = project.versions(moved.chapter)
            if whole(project, moved.chapter) and not any(_heads(versions[t], b) for t, b in moved.blocks.items()):
                yield self._moved(moved, versions)
        for stretch in found.unequal:
            if whole(project, stretch.chapter):
                yield self._stretch(stretch, project.versions(stretch.chapter))

    def _lone(self, lone: Lone, versions: dict[str, Chapter]) -> Finding:
        here, there = versions[lone.language], versions[lone.other]
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

    def _moved(self, moved: Moved, versions: dict[str, Chapter]) -> Finding:
        here, there = moved.blocks
        block = moved.blocks[here][0]
        return self.finding(
            positions.block_span(versions[here], block),
            related=(Related(positions.block_span(versions[there], moved.blocks[there][0]), COUNTERPART),),
            message=self.order,
            hint=self.order_hint,
            kind=kind(versions[here].blocks[block]),
            other=there,
            name=moved.chapter,
        )

    def _stretch(self, stretch: Stretch, versions: dict[str, Chapter]) -> Finding:
        here = max(stretch.blocks, key=lambda tag: len(stretch.blocks[tag]))
        other = next(tag for tag in stretch.blocks if tag != here)
        kinds = {
            language: {tag: _listed(versions[tag], found, language) for tag, found in stretch.blocks.items()}
            for language in self.message
        }
        return self.finding(
            positions.block_span(versions[here], stretch.blocks[here][0]),
            related=(Related(_place(stretch, versions, other), COUNTERPART),),
            message=self.unclear,
            hint=self.unclear_hint,
            other=other,
            name=stretch.chapter,
            count=len(stretch.blocks[here]),
            other_count=len(stretch.blocks[other]),
            kinds={language: listed[here] for language, listed in kinds.items()},
            other_kinds={language: listed[other] for language, listed in kinds.items()},
        )


def _heads(version: Chapter, blocks: tuple[int, ...]) -> bool:
    """Whether these blocks are a section."""
    return bool(version.blocks[blocks[0]]["t"] == "Header")


def _place(stretch: Stretch, versions: dict[str, Chapter], tag: str) -> Span:
    if stretch.blocks[tag]:
        return positions.block_span(versions[tag], stretch.blocks[tag][0])
    if tag in stretch.heading:
        return positions.block_span(versions[tag], stretch.heading[tag])
    return positions.line(versions[tag].source, 1)


def _listed(version: Chapter, blocks: tuple[int, ...], language: str) -> str:
    """Kinds of blocks, counted: `3 × paragraph, 1 × table`."""
    kinds = [kind(version.blocks[index])[language] for index in blocks]
    return ", ".join(f"{kinds.count(each)} × {each}" for each in dict.fromkeys(kinds)) or "–"
