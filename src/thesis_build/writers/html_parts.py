"""The parts of the HTML page: chapters with their sections, pairs side by side, and where each work is cited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.model import ChapterPairs, Element, Pair, ResolvedChapter
from thesis_build.templating import Html

Written = Mapping[tuple[str, str], list[Html]]
"""What Pandoc wrote, by language and by chapter: the title, then each block."""

Uses = dict[str, dict[str, list["Use"]]]
"""Where each work is cited, by language and key."""

_KINDS = {
    "Para": "para",
    "Plain": "para",
    "LineBlock": "para",
    "Figure": "figure",
    "Table": "table",
    "BulletList": "list",
    "OrderedList": "list",
    "DefinitionList": "list",
    "BlockQuote": "quote",
    "CodeBlock": "code",
}


@dataclass(frozen=True, slots=True)
class Use:
    """A pair of blocks that cites a work."""

    anchor: str
    number: int


class Parts:
    """Gathers the parts of the page in reading order; `chapters` are those of each language, by name.

    `changed` are the pairs whose text changed since they were confirmed. Pairs are numbered through the whole page.
    """

    def __init__(
        self, chapters: Mapping[str, Mapping[str, ResolvedChapter]], written: Written, changed: set[str]
    ) -> None:
        self._chapters = chapters
        self._written = written
        self._changed = changed
        self._number = 0
        self.uses: Uses = {tag: {} for tag in chapters}

    def all(self, pairs: Sequence[ChapterPairs]) -> list[dict[str, Any]]:
        """The parts, in the order of the chapters; `uses` is filled with the works that they cite."""
        return [part for chapter in pairs if (part := self._part(chapter))]

    def _part(self, chapter: ChapterPairs) -> dict[str, Any] | None:
        shown = {tag: chapters[chapter.name] for tag, chapters in self._chapters.items() if chapter.name in chapters}
        if not shown:
            return None
        sections: list[dict[str, Any]] = [{"anchor": None, "level": 1, "number": {}, "title": {}, "pairs": []}]
        anchor = ""
        for pair in chapter.pairs:
            blocks = {tag: shown[tag].blocks[i] for tag, i in pair.blocks.items() if tag in shown}
            html = {tag: self._written[tag, chapter.name][pair.blocks[tag] + 1] for tag in blocks}
            if not blocks or not any(html.values()):
                continue
            first = next(iter(blocks.values()))
            if pandoc_ast.level(first) == 1 and not anchor:
                anchor = pair.identifier
            elif first["t"] == "Header":
                sections.append(_section(pair, blocks, html))
            else:
                sections[-1]["pairs"].append(self._pair(pair, first, html))
                self._note_uses(blocks, pair.identifier)
        return {
            "kind": str(next(iter(shown.values())).kind),
            "name": chapter.name,
            "anchor": anchor or f"part-{chapter.name}",
            "number": {tag: each.number for tag, each in shown.items()},
            "title": {tag: self._written[tag, chapter.name][0] for tag in shown},
            "sections": sections,
        }

    def _pair(self, pair: Pair, first: Element, html: Mapping[str, Html]) -> dict[str, Any]:
        self._number += 1
        return {
            "anchor": pair.identifier,
            "number": self._number,
            "kind": _kind(first),
            "html": html,
            "alone": pair.alone,
            "changed": pair.identifier in self._changed,
        }

    def _note_uses(self, blocks: Mapping[str, Element], anchor: str) -> None:
        for tag, block in blocks.items():
            for key in sorted(set(pandoc_ast.cited_keys(pandoc_ast.walk(block)))):
                self.uses[tag].setdefault(key, []).append(Use(anchor, self._number))


def _section(pair: Pair, blocks: Mapping[str, Element], html: Mapping[str, Html]) -> dict[str, Any]:
    return {
        "anchor": pair.identifier,
        "level": pandoc_ast.level(next(iter(blocks.values()))),
        "number": {tag: pandoc_ast.attribute(block, "number") for tag, block in blocks.items()},
        "title": html,
        "pairs": [],
    }


def _kind(block: Element) -> str:
    kind = _KINDS.get(block["t"], "other")
    spans = (element for element in pandoc_ast.walk(block) if element["t"] == "Span")
    return "equation" if kind == "para" and any("equation" in pandoc_ast.classes(span) for span in spans) else kind
