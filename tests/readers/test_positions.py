"""Places in the source: what Pandoc's document has, found where the author wrote it."""

from __future__ import annotations

import pytest

from tests.conftest import KITCHEN_SINK, ROOT
from thesis_build import pandoc_ast
from thesis_build.model import Chapter, Source
from thesis_build.readers.markdown import positions
from thesis_build.tools.pandoc import MARKDOWN, Pandoc, Request

FILES = sorted([*(ROOT / "paper").glob("??/*.md"), *(KITCHEN_SINK / "paper").glob("??/*.md")])


def chapter(text: str) -> Chapter:
    with Pandoc(jobs=1) as pandoc:
        blocks = pandoc_ast.loads(pandoc.ask(Request("read", MARKDOWN, text)).text)
    return Chapter("a", "id", Source("a.md", text), blocks, tuple(pandoc_ast.walk(blocks)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_block_of_the_texts_begins_on_the_line_it_is_said_to(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined] # a path
    read = chapter(text)
    lines = [span.line for span in positions.block_spans(read)]
    assert lines == sorted(lines)
    starts = [n for n, line in enumerate(text.split("\n"), 1) if line.startswith("#") and not line.startswith("#!")]
    headings = [line for line, block in zip(lines, read.blocks, strict=True) if block["t"] == "Header"]
    fenced = text.count("```")
    assert headings == starts or fenced


def test_identifiers_are_found_with_their_hash() -> None:
    read = chapter("# A {#sec:a .x}\n\n`{#no}`\n\n$$x$$ {#eq:b}\n")
    assert [(i.name, i.span.line, i.span.column) for i in positions.identifiers(read.source)] == [
        ("sec:a", 1, 6),
        ("eq:b", 5, 8),
    ]
