"""The lists of the HTML page: abbreviations, figures, tables."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from html import escape
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.model import ChapterPairs, Element, Pair, Project, ResolvedChapter
from thesis_build.templating import Html
from thesis_build.writers.abbreviations import abbreviations


def abbreviation_list(project: Project, languages: Collection[str]) -> list[dict[str, dict[str, str]]]:
    """Abbreviations with one entry for all languages, in the order of the first language."""
    entries: dict[str, dict[str, dict[str, str]]] = {}
    for tag in languages:
        for found in abbreviations(project, tag):
            entry = entries.setdefault(found.term, {"short": {}, "long": {}})
            entry["short"][tag], entry["long"][tag] = found.short, found.long
    return list(entries.values())


def captioned_lists(
    pairs: Sequence[ChapterPairs], chapters: Mapping[str, Mapping[str, ResolvedChapter]]
) -> dict[str, list[dict[str, Any]]]:
    """The lists of figures and tables: anchor, number and caption of each, by language."""
    lists: dict[str, list[dict[str, Any]]] = {"figures": [], "tables": []}
    for chapter in pairs:
        for pair in chapter.pairs:
            blocks = {
                tag: chapters[tag][chapter.name].blocks[index]
                for tag, index in pair.blocks.items()
                if chapter.name in chapters.get(tag, {})
            }
            for name, kind in (("figures", "Figure"), ("tables", "Table")):
                if blocks and all(b["t"] == kind and pandoc_ast.attribute(b, "number") for b in blocks.values()):
                    lists[name].append(_listed(pair, blocks))
    return lists


def _listed(pair: Pair, blocks: Mapping[str, Element]) -> dict[str, Any]:
    captions = {
        tag: " ".join(pandoc_ast.plain_text(pandoc_ast.caption_inlines(b)).split()) for tag, b in blocks.items()
    }
    return {
        "anchor": pair.identifier,
        "number": {tag: pandoc_ast.attribute(block, "number") for tag, block in blocks.items()},
        "title": {tag: Html(escape(_first_sentence(caption))) for tag, caption in captions.items()},
    }


def _first_sentence(text: str) -> str:
    match = re.match(r".{4,}?\.(?= )", text)
    return match[0] if match else text
