"""The running text of blocks, and the objects in it."""

from __future__ import annotations

import pytest

from thesis_build import pandoc_ast
from thesis_build.alignment.text.passages import (
    OBJECT,
    Mark,
    Passage,
    from_blocks,
    from_text,
    joined,
    locator,
    of_chapter,
    starts,
)
from thesis_build.model import Chapter, Source
from thesis_build.tools.pandoc import MARKDOWN, Pandoc, Request

MARKDOWN_TEXT = """\
# Hasil *utama*

Menurut @sari2020 [hlm. 4], nilainya $x^2$ (lihat @fig:peta dan [situs](https://example.org)).^[Catatan.]

- satu [@a; @b, pasal 3]
- “dua” `kode`

| a | b |
|---|---|
| c | d |

: Judul tabel. {#tbl:x}
"""


@pytest.fixture(scope="module")
def passages() -> tuple[Passage, ...]:
    with Pandoc(jobs=1) as pandoc:
        (answer,) = pandoc.run([Request("read", MARKDOWN, MARKDOWN_TEXT)])
    return from_blocks(pandoc_ast.loads(answer.text), "id")


def test_a_passage_for_each_block(passages: tuple[Passage, ...]) -> None:
    assert [passage.text for passage in passages] == [
        "Hasil utama",
        f"Menurut {OBJECT}, nilainya {OBJECT} (lihat {OBJECT} dan situs{OBJECT}).",
        f"satu {OBJECT}{OBJECT}",
        f"“dua” {OBJECT}",
        "Judul tabel. {#tbl:x}" if "{#tbl" in passages[4].text else "Judul tabel.",
        "a",
        "b",
        "c",
        "d",
    ]


def test_marks_stand_where_their_sign_is(passages: tuple[Passage, ...]) -> None:
    for passage in passages:
        assert sorted(passage.marks) == [at for at, sign in enumerate(passage.text) if sign == OBJECT]
    assert list(passages[1].marks.values()) == [
        Mark("citation", "sari2020", "hlm. 4"),
        Mark("maths", "x^2"),
        Mark("crossref", "fig:peta"),
        Mark("link", "https://example.org"),
    ]
    assert list(passages[2].marks.values()) == [Mark("citation", "a"), Mark("citation", "b", "pasal 3")]


def test_plain_text_has_emphasis_and_citations() -> None:
    one, other = from_text("A *long* over\u00adview [see @x2020, p. 3; @y].\n\nB", "en")
    assert one.text == f"A long overview {OBJECT}{OBJECT}."
    assert list(one.marks.values()) == [Mark("citation", "x2020", "p. 3"), Mark("citation", "y")]
    assert other == Passage("en", "B")


def test_joined_passages_keep_their_places() -> None:
    passages = from_text("One [@a].\n\nTwo [@b].", "en")
    whole = joined(passages)
    assert [whole.text[at:].split()[0] for at in starts(passages)] == ["One", "Two"]
    assert [whole.text[at] for at in whole.marks] == [OBJECT, OBJECT]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hlm. 5", "p. 5"),
        ("halaman 5-7", "pp. 5–7"),
        ("5", "p. 5"),
        ("pasal 367 ayat (2)", "art. 367(2)"),
        ("bab 3", "ch. 3"),
    ],
)
def test_locators_are_compared_by_meaning(one: str, other: str) -> None:
    assert locator(Mark("citation", "x", one)) == locator(Mark("citation", "x", other)) != ("", "")


@pytest.mark.parametrize(("one", "other"), [("hlm. 5", "p. 15"), ("hlm. 5", "ch. 5"), ("", "p. 5")])
def test_locators_that_differ(one: str, other: str) -> None:
    assert locator(Mark("citation", "x", one)) != locator(Mark("citation", "x", other))


@pytest.mark.parametrize(
    ("below", "said"),
    [
        ('<p align="center"><i>Map of rice</i></p>', ["Map of rice"]),
        ("Farmers plant rice.", ["a map", "Farmers plant rice."]),
    ],
)
def test_a_caption_in_html_below_a_figure_is_said_once(below: str, said: list[str]) -> None:
    text = f"![a map](a.png)\n{'' if below.startswith('<') else chr(10)}{below}\n"
    with Pandoc(jobs=1) as pandoc:
        (answer,) = pandoc.run([Request("read", MARKDOWN, text)])
    chapter = Chapter("01-a", "en", Source("paper/en/01-a.md", text), pandoc_ast.loads(answer.text))
    assert [passage.text for passages in of_chapter(chapter) for passage in passages] == said
