"""The HTML edition: one file with every language, each block beside its pair."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.alignment.pair_states import agreement
from thesis_build.languages import language
from thesis_build.model import (
    ChapterPairs,
    Element,
    Elements,
    Pair,
    Project,
    ResolvedChapter,
    ResolvedManuscript,
)
from thesis_build.templating import Html, asset, render_html
from thesis_build.tools.pandoc import Answer, Request
from thesis_build.writers.html_body import CUT, HtmlBody, Notes, page_id
from thesis_build.writers.html_images import Pictures
from thesis_build.writers.html_maths import tidy_maths
from thesis_build.writers.html_metadata import basis, meta, record
from thesis_build.writers.parts import abbreviations

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
class _Cited:
    """A pair of blocks that cites a work."""

    anchor: str
    number: int


class HtmlWriter:
    """Writes the HTML edition of the given manuscripts.

    `requests` are what Pandoc has to write; `write` takes its answers and gives the file. `pictures` has the content
    of each image by language and address.
    """

    def __init__(
        self,
        project: Project,
        manuscripts: Mapping[str, ResolvedManuscript],
        pictures: Mapping[str, Mapping[str, bytes]],
    ) -> None:
        self._project = project
        self._manuscripts = manuscripts
        self._pictures = Pictures({tag: pictures[tag] for tag in manuscripts})
        self._chapters = {tag: {c.name: c for c in m.chapters} for tag, m in manuscripts.items()}
        agreed = agreement(project)
        self._pairs = [_shown(chapter, manuscripts) for chapter in agreed.chapters]
        self._changed = {page_id(name) for name, known in agreed.known.items() if known.changed}
        self._notes = {tag: Notes() for tag in manuscripts}
        self._plan: list[tuple[str, str]] = []

    def requests(self) -> list[Request]:
        """What Pandoc has to write: for each language its chapters, then its notes, then its bibliography."""
        documents: list[Elements] = []
        for tag, manuscript in self._manuscripts.items():
            whole = self._anchors(tag)
            for chapter in manuscript.chapters:
                body = HtmlBody(tag, {**whole, **self._own_anchors(tag, chapter)}, self._notes[tag], self._picture(tag))
                blocks = body.inlines(chapter.title)
                for block in chapter.blocks:
                    blocks += body.block(block)
                documents.append(blocks)
                self._plan.append((tag, chapter.name))
            body = HtmlBody(tag, whole, Notes(), self._picture(tag))
            documents.append(
                [b for note in self._notes[tag].blocks for b in (pandoc_ast.raw_block("html", CUT), *note)]
            )
            documents.append([b for reference in manuscript.references for b in body.blocks(reference.blocks)])
            self._plan += [(tag, "\0notes"), (tag, "\0references")]
        return [Request("write", "html", pandoc_ast.dumps(blocks)) for blocks in documents]

    def write(self, answers: Sequence[Answer]) -> bytes:
        """The page, from Pandoc's answers to `requests`; raises `TemplateError`."""
        written = {
            where: [Html(tidy_maths(part.strip(), where[0])) for part in answer.text.split(CUT)[1:]]
            for where, answer in zip(self._plan, answers, strict=True)
        }
        return render_html(self._project.root, "thesis.html.j2", self._context(written)).encode()

    # ── where things are ────────────────────────────────────────────────────────────────────────

    def _anchors(self, tag: str) -> dict[str, str]:
        """The page's identifier for every identifier of a manuscript; the first of equal ones counts."""
        anchors: dict[str, str] = {}
        for chapter in self._manuscripts[tag].chapters:
            for name, anchor in self._own_anchors(tag, chapter).items():
                anchors.setdefault(name, anchor)
        return anchors

    def _own_anchors(self, tag: str, chapter: ResolvedChapter) -> dict[str, str]:
        anchors: dict[str, str] = {}
        pairs = next((c.pairs for c in self._pairs if c.name == chapter.name), ())
        of_block = {pair.blocks[tag]: pair.identifier for pair in pairs if tag in pair.blocks}
        for index, block in enumerate(chapter.blocks):
            for element in pandoc_ast.walk(block):
                name = pandoc_ast.identifier(element)
                if not name:
                    continue
                alone = element is block or (len(_named(block)) == 1 and page_id(name) == of_block.get(index))
                anchors.setdefault(name, of_block.get(index, "") if alone else page_id(f"{tag}-{name}"))
        return {name: anchor for name, anchor in anchors.items() if anchor}

    def _picture(self, tag: str) -> Any:
        return lambda address, alt, width: self._pictures.html(tag, address, alt, width)

    # ── the template's context ──────────────────────────────────────────────────────────────────

    def _context(self, written: Mapping[tuple[str, str], list[Html]]) -> dict[str, Any]:
        project, settings = self._project, self._project.settings
        css = asset(project.root, "html", "edition.css").strip()
        js = asset(project.root, "html", "edition.js").strip()
        parts, uses = self._parts(written)
        source = basis(project)
        described = record(settings, self._manuscripts, source)
        jsonld = json.dumps(described, ensure_ascii=False, indent=1).replace("<", "\\u003c")
        return {
            "csp": _policy(css, js),
            "css": Html(css),
            "js": Html(js),
            "languages": [
                {"tag": tag, "name": language(tag).name, "labels": language(tag).labels} for tag in self._manuscripts
            ],
            "title": settings.title,
            "subtitle": settings.subtitle,
            "type": settings.type,
            "institution": settings.institution,
            "date": {tag: language(tag).date(settings.date.isoformat()) for tag in self._manuscripts},
            "authors": settings.authors,
            "keywords": settings.keywords,
            "meta": list(meta(settings, self._manuscripts, source)),
            "jsonld": Html(jsonld),
            "defs": self._pictures.shared(),
            "parts": parts,
            "notes": {tag: self._endnotes(tag, written) for tag in self._manuscripts},
            "references": {tag: self._references(tag, written, uses[tag]) for tag in self._manuscripts},
            "abbreviations": self._abbreviations(),
            "lists": self._lists(),
            "front": settings.front,
            "back": settings.back,
            "pdf": {tag: f"thesis-{tag}.pdf" for tag in self._manuscripts},
        }

    def _parts(
        self, written: Mapping[tuple[str, str], list[Html]]
    ) -> tuple[list[dict[str, Any]], dict[str, dict[str, list[_Cited]]]]:
        """The parts of the page in reading order, and where each work is cited, by language and key."""
        uses: dict[str, dict[str, list[_Cited]]] = {tag: {} for tag in self._manuscripts}
        parts = []
        number = 0
        for chapter in self._pairs:
            versions = {tag: c[chapter.name] for tag, c in self._chapters.items() if chapter.name in c}
            if not versions:
                continue
            sections: list[dict[str, Any]] = [{"anchor": None, "level": 1, "number": {}, "title": {}, "pairs": []}]
            anchor = ""
            for pair in chapter.pairs:
                blocks = {tag: versions[tag].blocks[i] for tag, i in pair.blocks.items() if tag in versions}
                html = {tag: written[tag, chapter.name][pair.blocks[tag] + 1] for tag in blocks}
                if not blocks or not any(html.values()):
                    continue
                first = next(iter(blocks.values()))
                if pandoc_ast.level(first) == 1 and not anchor:
                    anchor = pair.identifier
                elif first["t"] == "Header":
                    sections.append(_section(pair, blocks, html))
                else:
                    number += 1
                    sections[-1]["pairs"].append(_pair(pair, number, first, html))
                    sections[-1]["pairs"][-1]["changed"] = pair.identifier in self._changed
                    _note_uses(uses, blocks, pair.identifier, number)
            parts.append(self._part(chapter.name, anchor, versions, sections, written))
        return parts, uses

    def _part(
        self,
        name: str,
        anchor: str,
        versions: Mapping[str, ResolvedChapter],
        sections: list[dict[str, Any]],
        written: Mapping[tuple[str, str], list[Html]],
    ) -> dict[str, Any]:
        return {
            "kind": str(next(iter(versions.values())).kind),
            "name": name,
            "anchor": anchor or f"part-{name}",
            "number": {tag: chapter.number for tag, chapter in versions.items()},
            "title": {tag: written[tag, name][0] for tag in versions},
            "sections": sections,
        }

    def _endnotes(self, tag: str, written: Mapping[tuple[str, str], list[Html]]) -> list[dict[str, Any]]:
        numbers = self._notes[tag].numbers
        return [
            {"anchor": f"{tag}-note-{n}", "number": n, "html": html, "backs": [f"{tag}-noteref-{n}"]}
            for n, html in zip(numbers, written[tag, "\0notes"], strict=True)
        ]

    def _references(
        self, tag: str, written: Mapping[tuple[str, str], list[Html]], uses: Mapping[str, list[_Cited]]
    ) -> list[dict[str, Any]]:
        references = self._manuscripts[tag].references
        return [
            {
                "anchor": page_id(f"ref-{tag}-{reference.key}"),
                "key": reference.key,
                "language": reference.language if reference.language != tag else "",
                "html": html,
                "uses": [{"anchor": use.anchor, "number": use.number} for use in uses.get(reference.key, ())],
            }
            for reference, html in zip(references, written[tag, "\0references"], strict=True)
        ]

    def _abbreviations(self) -> list[dict[str, dict[str, str]]]:
        """Abbreviations with one entry for all languages, in the order of the first language."""
        listed = {tag: abbreviations(self._project, tag) for tag in self._manuscripts}
        entries: dict[str, dict[str, dict[str, str]]] = {}
        for tag, found in listed.items():
            for entry in found:
                place = entries.setdefault(entry.term, {"short": {}, "long": {}})
                place["short"][tag], place["long"][tag] = entry.short, entry.long
        return list(entries.values())

    def _lists(self) -> dict[str, list[dict[str, Any]]]:
        """The lists of figures and tables: place, number and caption of each, by language."""
        lists: dict[str, list[dict[str, Any]]] = {"figures": [], "tables": []}
        for chapter in self._pairs:
            for pair in chapter.pairs:
                blocks = {
                    tag: self._chapters[tag][chapter.name].blocks[index]
                    for tag, index in pair.blocks.items()
                    if chapter.name in self._chapters.get(tag, {})
                }
                for name, kind in (("figures", "Figure"), ("tables", "Table")):
                    if blocks and all(b["t"] == kind and pandoc_ast.attribute(b, "number") for b in blocks.values()):
                        lists[name].append(_listed(pair, blocks))
        return lists


def _shown(chapter: ChapterPairs, manuscripts: Mapping[str, ResolvedManuscript]) -> ChapterPairs:
    """The pairs with identifiers of the page, and without the languages that are not in this edition."""
    pairs = [
        Pair(page_id(pair.identifier), {tag: i for tag, i in pair.blocks.items() if tag in manuscripts}, pair.alone)
        for pair in chapter.pairs
    ]
    return ChapterPairs(chapter.name, tuple(pair for pair in pairs if pair.blocks))


def _named(block: Element) -> list[str]:
    return [name for element in pandoc_ast.walk(block) if (name := pandoc_ast.identifier(element))]


def _section(pair: Pair, blocks: Mapping[str, Element], html: Mapping[str, Html]) -> dict[str, Any]:
    return {
        "anchor": pair.identifier,
        "level": pandoc_ast.level(next(iter(blocks.values()))),
        "number": {tag: pandoc_ast.attribute(block, "number") for tag, block in blocks.items()},
        "title": html,
        "pairs": [],
    }


def _pair(pair: Pair, number: int, first: Element, html: Mapping[str, Html]) -> dict[str, Any]:
    kind = _KINDS.get(first["t"], "other")
    if kind == "para" and any("equation" in pandoc_ast.classes(e) for e in pandoc_ast.walk(first) if e["t"] == "Span"):
        kind = "equation"
    return {"anchor": pair.identifier, "number": number, "kind": kind, "html": html, "alone": pair.alone}


def _note_uses(
    uses: dict[str, dict[str, list[_Cited]]], blocks: Mapping[str, Element], anchor: str, number: int
) -> None:
    for tag, block in blocks.items():
        for key in sorted(set(pandoc_ast.cited_keys(pandoc_ast.walk(block)))):
            uses[tag].setdefault(key, []).append(_Cited(anchor, number))


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


def _policy(css: str, js: str) -> str:
    """A content security policy that lets the page load nothing but its own style, script and inlined images."""

    def digest(text: str) -> str:
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    return (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest(css)}'; script-src 'sha256-{digest(js)}'; "
        "base-uri 'none'; form-action 'none'"
    )
