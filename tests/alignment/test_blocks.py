"""Blocks pair by explicit identifier, then by order in the section; an unequal stretch is left alone."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from thesis_build import document
from thesis_build.alignment.blocks import Alignment, align
from thesis_build.model import Author, Chapter, Data, Glossary, Library, Manuscript, Project, Settings, Source
from thesis_build.tools.pandoc import MARKDOWN, Pandoc, Request


def aligned(indonesian: str, english: str) -> Alignment:
    texts = {"id": indonesian, "en": english}
    with Pandoc(jobs=1) as pandoc:
        answers = pandoc.run([Request("read", MARKDOWN, text) for text in texts.values()])
    manuscripts = {
        tag: Manuscript(tag, (Chapter("01-a", tag, Source(f"paper/{tag}/01-a.md", text), document.loads(answer.text)),))
        for (tag, text), answer in zip(texts.items(), answers, strict=True)
    }
    settings = Settings({"id": "a", "en": "a"}, (Author("a"),), datetime.date(2024, 1, 1), ("id", "en"), {})
    return align(Project(Path(), settings, manuscripts, Library(), Glossary(), Data(), {}, Source("a.csl", "")))


def pairs(alignment: Alignment) -> list[tuple[int | None, int | None]]:
    (chapter,) = alignment.chapters
    return [(pair.blocks.get("id"), pair.blocks.get("en")) for pair in chapter.pairs]


CASES = {
    "equal": ("# A\n\na\n\nb", "# B\n\nc\n\nd", [(0, 0), (1, 1), (2, 2)], 0),
    "one too many": ("# A\n\na\n\nb", "# B\n\nc", [(0, 0), (1, None), (2, None), (None, 1)], 1),
    "anchors hold the rest": (
        "# A {#a}\n\na\n\n## B {#b}\n\nb\n\nc",
        "# A {#a}\n\na\n\nx\n\n## B {#b}\n\nb\n\nc",
        [(0, 0), (1, None), (None, 1), (None, 2), (2, 3), (3, 4), (4, 5)],
        1,
    ),
    "headings hold without identifiers": (
        "# A\n\na\n\nb\n\n## B\n\nc",
        "# A\n\na\n\n## B\n\nc",
        [(0, 0), (1, None), (2, None), (None, 1), (3, 2), (4, 3)],
        1,
    ),
    "alone on purpose": (
        "# A\n\na\n\n::: {.only-id}\nx\n:::\n\nb",
        "# A\n\na\n\nb",
        [(0, 0), (1, 1), (2, None), (3, 2)],
        0,
    ),
    "comments are no blocks": ("# A\n\n<!-- x -->\n\na", "# A\n\na", [(0, 0), (2, 1)], 0),
    "an equation by its identifier": (
        "# A\n\na\n\n$$x$$ {#eq:x}",
        "# A\n\na\n\nb\n\n$$x$$ {#eq:x}",
        [(0, 0), (1, None), (None, 1), (None, 2), (2, 3)],
        1,
    ),
    "nothing": ("", "", [], 0),
}


@pytest.mark.parametrize("name", CASES)
def test_blocks_pair(name: str) -> None:
    indonesian, english, expected, unequal = CASES[name]
    alignment = aligned(indonesian, english)
    assert pairs(alignment) == expected
    assert len(alignment.unequal) == unequal


def test_every_block_is_in_one_pair_and_every_identifier_is_one_pairs() -> None:
    text = "# A {#a}\n\nsame\n\nsame\n\n## B {#a}\n\nsame\n\n![c](x.png){#fig:x}\n"
    (chapter,) = aligned(text, text).chapters
    assert sorted(pair.blocks["id"] for pair in chapter.pairs) == list(range(6))
    names = [pair.identifier for pair in chapter.pairs]
    assert len(set(names)) == len(names)
    assert names[0] == "a"
    assert "fig:x" in names


def test_an_identifier_from_content_changes_with_the_content_only() -> None:
    before = aligned("# A\n\nsatu\n\ndua", "# A\n\none\n\ntwo").chapters[0].pairs
    after = aligned("# A\n\nbaru\n\nsatu\n\ndua", "# A\n\nnew\n\none\n\ntwo").chapters[0].pairs
    assert [pair.identifier for pair in before[1:]] == [pair.identifier for pair in after[2:]]
