"""DOC001."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from thesis_build import pandoc_ast
from thesis_build.bibliography.cited_works import keys_in
from thesis_build.model import Chapter, Finding, Manuscript, Project
from thesis_build.readers.markdown import positions
from thesis_build.resolve.crossrefs import is_cross_reference, target
from thesis_build.rules._citations import in_missing_chapters, nearest, targets
from thesis_build.rules.rule import Rule

_REFERENCE_LINK = re.compile(r"\S\]\[(?!-?@)(?P<name>[^\]\s]+)\]")


class UndefinedCrossReference(Rule):
    """A cross-reference or link points to an identifier that the text in this language does not have.

    Flagged: `@fig:egdi` without a figure `{#fig:egdi}`; `[text](#nowhere)`; `[text][nowhere]`.

    Not flagged: two adjacent citations, `[@adi][@budi]`; what stands in a chapter that this language lacks (PAR001);
    an identifier that is written where it is not read (DOC023).
    """

    code = "DOC001"
    name = "undefined-cross-reference"
    message = {
        "en": "“{name}” points to nothing in the text in this language",
        "id": "“{name}” tidak menunjuk apa pun dalam teks bahasa ini",
    }
    hint = {
        "en": "give the target the identifier {{#{name}}}, or correct the name",
        "id": "beri sasarannya pengenal {{#{name}}}, atau perbaiki namanya",
    }
    near_hint = {"en": "did you mean “{near}”?", "id": "maksud Anda “{near}”?"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look up every target within the manuscript that refers to it."""
        for tag, manuscript in project.manuscripts.items():
            known = targets(project)[tag] | in_missing_chapters(project, tag) | _left(manuscript)
            for chapter in manuscript.chapters:
                yield from self._citations(chapter, known)
                yield from self._links(chapter, known)
                yield from self._reference_links(chapter)

    def _citations(self, chapter: Chapter, known: frozenset[str]) -> Iterator[Finding]:
        missing = [key for key in keys_in(chapter) if is_cross_reference(key) and target(key) not in known]
        for cited in positions.cited(chapter) if missing else ():
            if cited.key in missing:
                near = nearest(target(cited.key), known)
                hint = self.near_hint if near else self.hint
                yield self.finding(cited.span, name=target(cited.key), near=near, hint=hint)

    def _links(self, chapter: Chapter, known: frozenset[str]) -> Iterator[Finding]:
        for element in chapter.elements:
            address = pandoc_ast.address(element, "Link")
            if address.startswith("#") and not known.intersection((address[1:], unquote(address[1:]))):
                span = positions.address_span(chapter, element)
                near = nearest(address[1:], known)
                yield self.finding(span, name=address[1:], near=near, hint=self.near_hint if near else self.hint)

    def _reference_links(self, chapter: Chapter) -> Iterator[Finding]:
        if "][" not in chapter.source.text:
            return
        for match in _REFERENCE_LINK.finditer(pandoc_ast.plain_text(chapter.blocks)):
            span = positions.find_in_prose(chapter, f"][{match['name']}]")
            if span:
                yield self.finding(span, name=match["name"])


def _left(manuscript: Manuscript) -> frozenset[str]:
    """The identifiers that are printed with their brace in a paragraph, and are none."""
    found: set[str] = set()
    for chapter in manuscript.chapters:
        if "{#" in chapter.source.text:
            found.update(_LEFT.findall(pandoc_ast.plain_text(chapter.blocks)))
    return frozenset(found)


_LEFT = re.compile(r"\{#(?!eq:)([\w.-]+:[\w:.-]+)(?=[\s}]|$)")
