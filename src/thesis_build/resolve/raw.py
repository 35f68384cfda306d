"""Raw content of the prose: what is not allowed in `thesis.yaml` reaches no edition."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from thesis_build import pandoc_ast
from thesis_build.model import Element, Manuscript


def drop_raw(manuscript: Manuscript, allowed: Collection[str]) -> Manuscript:
    """The manuscript without raw content of formats that are not allowed; blocks keep their index."""

    def block(element: Element) -> Element | None:
        return pandoc_ast.raw_block("none", "") if is_refused(element, allowed) else None

    def inline(element: Element) -> list[Element] | None:
        return [] if is_refused(element, allowed) else None

    def link(element: Element) -> list[Element] | None:
        return pandoc_ast.inlines(element) if pandoc_ast.unsafe_scheme(element) else None

    changes: dict[str, pandoc_ast.Change] = {"RawBlock": block, "RawInline": inline, "Link": link, "Image": link}
    return replace(
        manuscript,
        chapters=tuple(replace(c, blocks=pandoc_ast.rewrite(c.blocks, changes)) for c in manuscript.chapters),
    )


def is_refused(element: Element, allowed: Collection[str]) -> bool:
    """Whether an element is raw content of a format that the settings do not allow (a comment is never printed)."""
    if element["t"] not in ("RawInline", "RawBlock"):
        return False
    return pandoc_ast.raw_format(element) not in allowed or is_comment(element)


def is_comment(element: Element) -> bool:
    """Whether raw content is an HTML comment, where remarks and instructions to the checker stand."""
    written = pandoc_ast.raw_text(element).strip()
    return pandoc_ast.raw_format(element) == "html" and written.startswith("<!--") and written.endswith("-->")
