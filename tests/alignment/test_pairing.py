"""Blocks pair by explicit identifier, by heading, then by what they say; what is not clear is left alone."""

from __future__ import annotations

import datetime
import random
from pathlib import Path

import pytest

from thesis_build import pandoc_ast
from thesis_build.alignment.blocks.pairing import Alignment, align, rows
from thesis_build.model import Author, Chapter, Data, Glossary, Library, Manuscript, Project, Settings, Source
from thesis_build.tools.pandoc import MARKDOWN, Pandoc, Request


def aligned(indonesian: str, english: str) -> Alignment:
    texts = {"id": indonesian, "en": english}
    with Pandoc(jobs=1) as pandoc:
        answers = pandoc.run([Request("read", MARKDOWN, text) for text in texts.values()])
    manuscripts = {
        tag: Manuscript(
            tag, (Chapter("01-a", tag, Source(f"paper/{tag}/01-a.md", text), pandoc_ast.loads(answer.text)),)
        )
        for (tag, text), answer in zip(texts.items(), answers, strict=True)
    }
    settings = Settings({"id": "a", "en": "a"}, (Author("a"),), datetime.date(2024, 1, 1), tuple(texts), {})
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


TRAIN = ("Kota membangun jalur kereta baru untuk para pekerja.", "The city built a new railway line for the workers.")
BUS = ("Warga menilai tarif bus terlalu mahal bagi pelajar.", "Residents think the bus fare too expensive for pupils.")
MARKET = ("Pasar kebanjiran; pedagang kehilangan sayur dan beras.", "The market was flooded; traders lost vegetables.")
SCHOOL = ("Sekolah meminta guru bahasa dari pemerintah pusat.", "The school asked the central government for teachers.")


def text(language: int, *paragraphs: tuple[str, str]) -> str:
    return "\n\n".join(["# A", *(paragraph[language] for paragraph in paragraphs)])


def test_the_surplus_stands_alone_and_the_rest_is_paired() -> None:
    alignment = aligned(text(0, TRAIN, BUS, MARKET), text(1, TRAIN, MARKET))
    assert pairs(alignment) == [(0, 0), (1, 1), (2, None), (3, 2)]
    (lone,) = alignment.lone
    assert (lone.language, lone.other, lone.blocks, lone.after, lone.sure) == ("id", "en", (2,), 1, True)
    assert not alignment.unequal


def test_as_many_blocks_with_another_content_are_no_pairs() -> None:
    alignment = aligned(text(0, TRAIN, BUS, MARKET), text(1, TRAIN, MARKET, SCHOOL))
    assert pairs(alignment) == [(0, 0), (1, 1), (2, None), (3, 2), (None, 3)]
    assert [(lone.language, lone.blocks, lone.after) for lone in alignment.lone] == [("id", (2,), 1), ("en", (3,), 3)]


def test_a_moved_block_is_told_once() -> None:
    alignment = aligned(text(0, TRAIN, BUS, MARKET, SCHOOL), text(1, SCHOOL, TRAIN, BUS, MARKET))
    assert pairs(alignment) == [(0, 0), (None, 1), (1, 2), (2, 3), (3, 4), (4, None)]
    assert [moved.blocks for moved in alignment.moved] == [{"id": (4,), "en": (1,)}]
    assert not alignment.lone
    assert not alignment.unequal


def test_a_paragraph_that_was_split_is_not_paired_with_a_part() -> None:
    joined = (f"{TRAIN[0]} {BUS[0]}", "")
    alignment = aligned(text(0, joined, MARKET), text(1, TRAIN, BUS, MARKET))
    assert [stretch.blocks for stretch in alignment.unequal] == [{"id": (1,), "en": (1, 2)}]
    assert (2, 3) in pairs(alignment)


def test_a_moved_section_is_told_once() -> None:
    indonesian = "# A\n\n## B {#b}\n\n" + TRAIN[0] + "\n\n## C {#c}\n\n" + BUS[0] + "\n\n" + MARKET[0]
    english = "# A\n\n## C {#c}\n\n" + BUS[1] + "\n\n" + MARKET[1] + "\n\n## B {#b}\n\n" + TRAIN[1]
    alignment = aligned(indonesian, english)
    assert [moved.blocks for moved in alignment.moved] == [{"id": (1, 2), "en": (4, 5)}]
    assert not alignment.lone


def test_three_languages_pair_with_the_first() -> None:
    columns = {"id": [0, 1, 2], "en": [0, 1, 2, 3], "ms": [0, 1]}
    partners = {"en": {0: 0, 2: 2}, "ms": {0: 0, 1: 1}}
    assert list(rows(columns, partners)) == [
        {"id": 0, "en": 0, "ms": 0},
        {"id": 1, "ms": 1},
        {"en": 1},
        {"id": 2, "en": 2},
        {"en": 3},
    ]


def test_a_chapter_of_one_language_stands_alone() -> None:
    alignment = aligned(text(0, TRAIN, BUS), "")
    assert pairs(alignment) == [(0, None), (1, None), (2, None)]


def test_every_block_stands_in_one_pair_whatever_is_taken_away() -> None:
    chance = random.Random(1)
    for _ in range(10):
        sides = [chance.sample((TRAIN, BUS, MARKET, SCHOOL) * 2, chance.randint(0, 6)) for _ in (0, 1)]
        alignment = aligned(text(0, *sides[0]), text(1, *sides[1]))
        for tag, side in zip(("id", "en"), sides, strict=True):
            blocks = [pair.blocks[tag] for pair in alignment.chapters[0].pairs if tag in pair.blocks]
            assert blocks == list(range(len(side) + 1))
