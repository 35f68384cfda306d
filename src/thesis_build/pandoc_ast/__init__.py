"""Reading and rebuilding a Pandoc document, kept as the JSON that Pandoc writes: the only place that knows its shape.

Source of the shapes: pandoc-types 1.23 as `pandoc -t json` prints them. Elements are never changed in place:
`rewrite` shares what stays and rebuilds what changes.
"""

from thesis_build.pandoc_ast.attributes import address, attribute, classes, identifier, with_attributes
from thesis_build.pandoc_ast.build import div, link, paragraph, plain, raw, raw_block, span, text
from thesis_build.pandoc_ast.documents import dumps, loads, metadata
from thesis_build.pandoc_ast.elements import caption_inlines, level, table_rows
from thesis_build.pandoc_ast.texts import cited_keys, opening, plain_text
from thesis_build.pandoc_ast.traversal import Change, rewrite, walk

__all__ = [
    "Change",
    "address",
    "attribute",
    "caption_inlines",
    "cited_keys",
    "classes",
    "div",
    "dumps",
    "identifier",
    "level",
    "link",
    "loads",
    "metadata",
    "opening",
    "paragraph",
    "plain",
    "plain_text",
    "raw",
    "raw_block",
    "rewrite",
    "span",
    "table_rows",
    "text",
    "walk",
    "with_attributes",
]
