"""The HTML edition: one file with every language, each block beside its pair."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.alignment.pair_states import agreement
from thesis_build.languages import language
from thesis_build.model import Elements
from thesis_build.templating import Html, asset, render_html
from thesis_build.tools.pandoc import Answer, Request
from thesis_build.writers.editions import EDITIONS
from thesis_build.writers.html_abstracts import other_abstracts
from thesis_build.writers.html_anchors import anchors, chapter_anchors, page_id, page_pairs
from thesis_build.writers.html_body import CUT, HtmlBody, Notes
from thesis_build.writers.html_images import Pictures
from thesis_build.writers.html_lists import abbreviation_list, captioned_lists
from thesis_build.writers.html_maths import tidy_maths
from thesis_build.writers.html_metadata import basis, meta, record
from thesis_build.writers.html_parts import Parts, Use, Written
from thesis_build.writers.writer import Material, Writer


class HtmlWriter(Writer):
    """Writes the HTML edition of the given languages."""

    def __init__(self, material: Material, languages: Sequence[str]) -> None:
        self._project = material.project
        self._manuscripts = {tag: material.manuscripts[tag] for tag in languages}
        self._others = list(other_abstracts(material.manuscripts, languages))
        self._pictures = Pictures({tag: material.pictures[tag] for tag in languages})
        self._chapters = {tag: {c.name: c for c in m.chapters} for tag, m in self._manuscripts.items()}
        agreed = agreement(self._project)
        self._pairs = [page_pairs(chapter, languages) for chapter in agreed.chapters]
        self._changed = {page_id(name) for name, known in agreed.known.items() if known.changed}
        self._notes = {tag: Notes() for tag in languages}
        self._plan: list[tuple[str, str]] = []

    def requests(self) -> list[Request]:
        """What Pandoc has to write: for each language its chapters, then its notes, then its bibliography."""
        documents: list[Elements] = []
        for tag, manuscript in self._manuscripts.items():
            whole = anchors(manuscript, self._pairs)
            for chapter in manuscript.chapters:
                own = {**whole, **chapter_anchors(chapter, self._pairs)}
                body = HtmlBody(tag, own, self._notes[tag], self._picture(tag))
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
        for abstract in self._others:
            documents.append(abstract.document(self._picture(next(iter(self._manuscripts)))))
            self._plan.append(abstract.key)
        return [Request("write", "html", pandoc_ast.dumps(blocks)) for blocks in documents]

    def write(self, answers: Sequence[Answer]) -> bytes:
        """The page, from Pandoc's answers to `requests`; raises `TemplateError`."""
        written = {
            where: [Html(tidy_maths(part.strip(), where[0])) for part in answer.text.split(CUT)[1:]]
            for where, answer in zip(self._plan, answers, strict=True)
        }
        return render_html(self._project.root, "thesis.html.j2", self._context(written)).encode()

    def _picture(self, tag: str) -> Any:
        return lambda address, alt, width: self._pictures.html(tag, address, alt, width)

    # ── the template's context ──────────────────────────────────────────────────────────────────

    def _context(self, written: Written) -> dict[str, Any]:
        project, settings = self._project, self._project.settings
        css = asset(project.root, "html", "edition.css").strip()
        js = asset(project.root, "html", "edition.js").strip()
        parts = Parts(self._chapters, written, self._changed)
        listed = parts.all(self._pairs)
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
            "parts": listed,
            "other_abstracts": [each.context(written[each.key], settings) for each in self._others],
            "notes": {tag: self._endnotes(tag, written) for tag in self._manuscripts},
            "references": {tag: self._references(tag, written, parts.uses[tag]) for tag in self._manuscripts},
            "abbreviations": abbreviation_list(project, self._manuscripts),
            "lists": captioned_lists(self._pairs, self._chapters),
            "front": settings.front,
            "back": settings.back,
            "pdf": {tag: EDITIONS["pdf"].file.format(language=tag) for tag in self._manuscripts},
        }

    def _endnotes(self, tag: str, written: Written) -> list[dict[str, Any]]:
        numbers = self._notes[tag].numbers
        return [
            {"anchor": f"{tag}-note-{n}", "number": n, "html": html, "backs": [f"{tag}-noteref-{n}"]}
            for n, html in zip(numbers, written[tag, "\0notes"], strict=True)
        ]

    def _references(self, tag: str, written: Written, uses: Mapping[str, list[Use]]) -> list[dict[str, Any]]:
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


def _policy(css: str, js: str) -> str:
    """A content security policy that lets the page load nothing but its own style, script and inlined images."""

    def digest(text: str) -> str:
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    return (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest(css)}'; script-src 'sha256-{digest(js)}'; "
        "base-uri 'none'; form-action 'none'"
    )
