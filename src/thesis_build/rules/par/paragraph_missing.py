"""PAR006."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.alignment.agreement import agreement
from thesis_build.alignment.blocks import Stretch
from thesis_build.model import Chapter, Finding, Project, Related, Span
from thesis_build.readers import places
from thesis_build.rule import Rule


class ParagraphMissing(Rule):
    """A section has more blocks in one language than in the other, so that its paragraphs cannot be set side by side.

    Blocks pair by explicit identifier, then by order within the section. A block without counterpart on purpose
    goes into `::: {.only-id}`.

    Flagged: three paragraphs under `## Latar belakang`, two under `## Background`.
    """

    code = "PAR006"
    name = "paragraph-missing"
    fact = {
        "en": "{count} blocks here ({kinds}), but {other_count} in paper/{other}/{name}.md ({other_kinds})",
        "id": "{count} blok di sini ({kinds}), tetapi {other_count} di paper/{other}/{name}.md ({other_kinds})",
    }
    hint = {
        "en": "write the missing one, or put one that stands alone on purpose into ::: {{.only-{tag}}}",
        "id": "tulis yang kurang, atau letakkan yang sengaja berdiri sendiri di dalam ::: {{.only-{tag}}}",
    }
    counterpart = {"en": "the same section in the other language", "id": "bagian yang sama dalam bahasa lain"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Report every stretch of blocks that could not be paired."""
        for stretch in agreement(project).unequal:
            versions = project.versions(stretch.chapter)
            if len(versions) > 1 and not any(chapter.error for chapter in versions.values()):
                yield self._stretch(stretch, versions)

    def _stretch(self, stretch: Stretch, versions: dict[str, Chapter]) -> Finding:
        longest = max(stretch.blocks, key=lambda tag: len(stretch.blocks[tag]))
        other = min(stretch.blocks, key=lambda tag: len(stretch.blocks[tag]))
        kinds = {tag: [versions[tag].blocks[i]["t"] for i in found] for tag, found in stretch.blocks.items()}
        step = next(
            (n for n, (a, b) in enumerate(zip(kinds[longest], kinds[other], strict=False)) if a != b),
            len(kinds[other]),
        )
        return self.finding(
            places.block_span(versions[longest], stretch.blocks[longest][step]),
            tag=longest,
            other=other,
            name=stretch.chapter,
            count=len(kinds[longest]),
            other_count=len(kinds[other]),
            kinds=_listed(kinds[longest]),
            other_kinds=_listed(kinds[other]),
            related=(Related(_section(stretch, versions, other), self.counterpart),),
        )


def _section(stretch: Stretch, versions: dict[str, Chapter], tag: str) -> Span:
    if tag in stretch.heading:
        return places.block_span(versions[tag], stretch.heading[tag])
    return places.line(versions[tag].source, 1)


def _listed(kinds: list[str]) -> str:
    """Kinds of blocks as Pandoc names them, counted: `3 Para, 1 Table`."""
    return ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds)) or "–"
