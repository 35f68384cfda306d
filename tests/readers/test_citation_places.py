"""Places of citations: never a wrong one. Every key that was located is renamed in the source, all to different
names of the same length; Pandoc then must read exactly these names at exactly these citations, and nothing else new.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from thesis_build import pandoc_ast
from thesis_build.model import Chapter, Source, Span
from thesis_build.readers.markdown import positions
from thesis_build.readers.markdown.positions import Cited
from thesis_build.tools.pandoc import MARKDOWN, Pandoc, Request

HERE = Path(__file__).parent
TEXTS = sorted((ROOT / "paper").glob("??/*.md")) + sorted((ROOT / "tests" / "projects").glob("*/paper/??/*.md"))
NASTY = sorted((HERE / "citations").glob("*.md"))


@pytest.fixture(scope="module")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc(1) as started:
        yield started


def chapter(pandoc: Pandoc, text: str) -> Chapter:
    answer = pandoc.ask(Request("read", MARKDOWN, text))
    assert not answer.error
    blocks = pandoc_ast.loads(answer.text)
    return Chapter("a", "id", Source("a.md", text), blocks, tuple(pandoc_ast.walk(blocks)))


@dataclass(frozen=True)
class Place:
    start: int
    end: int


def keys(value: object) -> list[str]:
    """The keys of the citations of a document, as a walk of our own finds them: an image repeats its caption."""
    found: list[str] = []
    if isinstance(value, list):
        for child in value:
            found += keys(child)
    elif isinstance(value, dict) and value.get("t") == "Cite":
        for citation in value["c"][0]:
            found += [*keys(citation["citationPrefix"]), citation["citationId"], *keys(citation["citationSuffix"])]
    elif isinstance(value, dict) and value.get("t") == "Figure":
        caption = keys(value["c"][1])
        found += caption + ([] if keys(value["c"][2]) == caption else keys(value["c"][2]))
    elif isinstance(value, dict):
        found += keys(list(value.values()))
    return found


def place(text: str, span: Span) -> Place:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return Place(starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1)


def renamed(text: str, cited: Sequence[Cited]) -> tuple[str, list[str]]:
    """The text with every located key renamed, and the keys that Pandoc then has to read."""
    names: dict[Place, str] = {}
    for number, there in enumerate(sorted({place(text, c.span) for c in cited if c.exact}, key=lambda p: p.start)):
        old = text[there.start : there.end]
        room = len(old) - (3 if old.startswith("@{") else 1)
        names[there] = f"z{number}".ljust(room, "z")
    out = text
    for there, name in sorted(names.items(), key=lambda item: -item[0].start):
        braced = text[there.start : there.start + 2] == "@{"
        out = out[: there.start] + (f"@{{{name}}}" if braced else f"@{name}") + out[there.end :]
    return out, [names[place(text, c.span)] if c.exact else c.key for c in cited]


def check(pandoc: Pandoc, text: str) -> tuple[Cited, ...]:
    """The citations of a text, after proof that none is placed wrongly."""
    read = chapter(pandoc, text)
    cited = positions.cited(read)
    assert [c.key for c in cited] == keys(read.blocks)
    changed, wanted = renamed(text, cited)
    assert keys(chapter(pandoc, changed).blocks) == wanted
    return cited


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parents[2].name}/{path.parent.name}/{path.stem}")
def test_every_citation_of_the_texts_is_at_its_place(path: Path, pandoc: Pandoc) -> None:
    assert all(c.exact for c in check(pandoc, path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", NASTY, ids=lambda path: path.stem)
def test_citations_in_every_kind_of_place_are_never_at_a_wrong_one(path: Path, pandoc: Pandoc) -> None:
    cited = check(pandoc, path.read_text(encoding="utf-8"))
    least = 0.9 if path.stem != "uneven" else 0.3  # Pandoc cuts the cells of tables that are drawn unevenly
    assert sum(c.exact for c in cited) >= len(cited) * least


CASES = {
    "code and maths": ("`@alpha1` $@alpha1$ <!-- @alpha1 --> @alpha1\n\n    @alpha1\n\n~~~\n@alpha1\n~~~\n", [(1, 38)]),
    "addresses": ("ani@alpha1 <https://x.org/@alpha1> [x](y/@alpha1 '@alpha1') [@alpha1]\n", [(1, 62)]),
    "bare address": ("https://x.org/@alpha1 \\@alpha1 &#64;alpha1 @alpha1\n", [(1, 15), (1, 44)]),
    "front matter": ("---\nx: '@alpha1'\n---\n\n@alpha1\n", [(5, 1)]),
    "group over lines": ("Kota [lihat @alpha1, hlm. 3;\n-@bravo1; @alpha1].\n", [(1, 13), (2, 2), (2, 11)]),
    "key forms": ("x @alpha1. @{al.pha;1} @ключ2020, @alpha1:x?\n", [(1, 3), (1, 12), (1, 24), (1, 35)]),
    "note twice": ("x[^1] @alpha1 y[^1]\n\n[^1]: z @alpha1\n", [(3, 9), (1, 7), (3, 9)]),
    "note in note": ("x^[y^[z @alpha1][^1] @bravo1]\n\n[^1]: w @alpha1\n", [(1, 9), (3, 9), (1, 22)]),
    "caption below": ("| @alpha1 |\n|---|\n| @alpha1 |\n\n: x @alpha1 {#tbl:x}\n", [(5, 5), (1, 3), (3, 3)]),
    "figure": ("![x @alpha1](y.png){#fig:z alt='@alpha1'}\n\n@alpha1\n", [(1, 5), (3, 1)]),
    "comment in note": ("x[^1]\n\n[^1]: <!-- @alpha1\n@alpha1 -->\n    y @alpha1\n", [(5, 7)]),
    "example list": ("(@alpha1) x\n\nsee (@alpha1) and @bravo1\n", [(3, 19)]),
}


@pytest.mark.parametrize("name", CASES)
def test_a_citation_is_found_where_it_is_written(name: str, pandoc: Pandoc) -> None:
    text, wanted = CASES[name]
    cited = check(pandoc, text)
    assert [(c.span.line, c.span.column) for c in cited if c.exact] == wanted
    assert all(c.exact for c in cited)


def test_a_place_that_is_not_certain_is_that_of_the_block(pandoc: Pandoc) -> None:
    rows = ["+-----------------------+", "| x @alpha1 | @alpha1 |", "| @alpha1   | y |", "+-----------------------+"]
    text = "\n".join(["Satu.", "", *rows, ""])
    for c in check(pandoc, text):
        assert not c.exact
        assert (c.span.line, c.block) == (4, 1)


def test_what_is_not_cited_is_told_apart_by_the_document(pandoc: Pandoc) -> None:
    assert check(pandoc, "nihil `@alpha1` \\@bravo1\n") == ()


def test_nocite_is_read_from_the_front_matter() -> None:
    source = Source(
        "a.md", "---\ntitle: x @no\nnocite: |\n  @alpha1, @*,\n  @{b c}; @bravo1\nlang: '@no'\n---\n\n@no\n"
    )
    assert [(n.name, n.span.line, n.span.column) for n in positions.nocite(source)] == [
        ("alpha1", 4, 3),
        ("*", 4, 12),
        ("bravo1", 5, 11),
    ]
    assert positions.nocite(Source("a.md", "nocite: '@*'\n")) == ()


# ── texts made by chance ────────────────────────────────────────────────────────────────────────

KEYS = st.sampled_from(["alpha19", "bravo19", "charl19"])
WORDS = st.sampled_from(["kota", "data.", "pemerintah", "*daring*", "di-", "1.234,5", "“kutip”", "a@b.org", "50 %"])
MENTIONS = st.one_of(
    KEYS.map(lambda key: f"@{key}"),
    KEYS.map(lambda key: f"[@{key}]"),
    KEYS.map(lambda key: f"[-@{key}]"),
    KEYS.map(lambda key: f"@{{{key}}}"),
    KEYS.map(lambda key: f"@{key} [hlm. 3]"),
    KEYS.map(lambda key: f"`@{key}`"),
    KEYS.map(lambda key: f"\\@{key}"),
    KEYS.map(lambda key: f"$@{key}$"),
    KEYS.map(lambda key: f"<!-- @{key} -->"),
    KEYS.map(lambda key: f"<https://x.org/@{key}>"),
    KEYS.map(lambda key: f"[taut @{key}](x/@{key})"),
    KEYS.map(lambda key: f"^[catat @{key} `@{key}`]"),
    st.tuples(KEYS, KEYS).map(lambda two: f"[lihat @{two[0]}, hlm. 3;\n@{two[1]}]"),
    st.sampled_from(["[^1]", "[^2]", "[^9]"]),
)
SHORT = st.lists(st.one_of(WORDS, MENTIONS), min_size=1, max_size=6).map(" ".join)
LINE = SHORT.map(lambda text: text.replace("\n", " "))
CELL = st.one_of(
    st.just("x"),
    KEYS.map(lambda key: f"@{key}"),
    KEYS.map(lambda key: f"[@{key}]"),
    KEYS.map(lambda key: f"`@{key}`"),
    KEYS.map(lambda key: f"^[@{key}]"),
    st.sampled_from(["x[^1]", "[^2]"]),
).map(lambda text: text.ljust(12))
CAPTION = st.one_of(KEYS.map(lambda key: f"isi @{key}"), LINE)


def grid(cells: list[tuple[str, str]]) -> str:
    rule = "+" + "-" * 14 + "+" + "-" * 14 + "+"
    lines = [f"| {one} | {other} |" for one, other in cells]
    return "\n".join([rule, *lines[:2], rule, *lines[2:], rule] if len(lines) > 2 else [rule, *lines, rule])


def multiline(cells: list[tuple[str, str]]) -> str:
    rule, columns = "-" * 30, "-" * 14 + "  " + "-" * 14
    rows = [f" {one}    {other}".rstrip() for one, other in cells]
    return "\n".join([rule, f" {'kepala':16}{'kepala'}", columns, *rows[:2], "", *rows[2:], rule])


BLOCKS = st.one_of(
    SHORT,
    LINE.map(lambda text: f"## {text}"),
    LINE.map(lambda text: f"> {text}\n> @alpha19"),
    st.lists(LINE, min_size=1, max_size=3).map(lambda lines: "\n".join(f"- {line}" for line in lines)),
    st.tuples(LINE, LINE).map(lambda two: f"Istilah {two[0]}\n\n:   {two[1]}"),
    KEYS.map(lambda key: f"~~~\n@{key}\n~~~"),
    KEYS.map(lambda key: f"    @{key}"),
    KEYS.map(lambda key: f"![Peta @{key}](x.png){{#fig:x}}"),
    LINE.map(lambda text: f"::: {{.only-id title='@alpha19'}}\n{text}\n:::"),
    LINE.map(lambda text: f"<div title='@bravo19'>\n\n{text}\n\n</div>"),
    LINE.map(lambda text: f"1. satu\n\n    {text}\n\n        @alpha19\n\n2. @alpha19"),
    st.tuples(LINE, KEYS).map(lambda made: f"[{made[0]}][r]\n\n[r]: x.html '@{made[1]}'"),
    st.tuples(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=4), CAPTION).map(
        lambda made: f"{grid(made[0])}\n\n: {made[1]} {{#tbl:x}}"
    ),
    st.tuples(st.lists(st.tuples(CELL, CELL), min_size=3, max_size=5), CAPTION).map(
        lambda made: f"{multiline(made[0])}\n\n: {made[1]}"
    ),
    st.tuples(CELL, CELL, CAPTION).map(
        lambda made: f"Table: {made[2]}\n\n| a | {made[0]} |\n|--|--|\n| {made[1]} | b |"
    ),
    st.tuples(st.sampled_from("12"), SHORT, LINE).map(lambda made: f"[^{made[0]}]: {made[1]}\n\n    {made[2]}"),
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(BLOCKS, min_size=1, max_size=8))
def test_of_texts_made_by_chance_no_citation_is_at_a_wrong_place(pandoc: Pandoc, blocks: list[str]) -> None:
    check(pandoc, "\n\n".join(blocks) + "\n")
