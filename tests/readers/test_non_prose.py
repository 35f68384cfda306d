"""What in a chapter's source is not prose, and that finding it takes time in proportion to the text."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from thesis_build.model import Chapter, Data, Glossary, Library, Manuscript, Project, Settings, Source
from thesis_build.readers.markdown.non_prose import hidden_pieces
from thesis_build.readers.markdown.positions import identifiers
from thesis_build.readers.suppressions import read_suppressions

CASES = [
    ("---\ntitle: a\n---\nText", ["front"], ["---\ntitle: a\n---"]),
    ("a <!-- b --> c", ["comment"], ["<!-- b -->"]),
    ("a <!-- b", [], []),
    ("```py\na\n```\nb", ["fence"], ["```py\na\n```"]),
    ("````\n```\na\n````\nb", ["fence"], ["````\n```\na\n````"]),
    ("~~~\n```\n~~~\n", ["fence"], ["~~~\n```\n~~~"]),
    ("```\na `b` c", ["code"], ["`b`"]),
    ("a `b` ``c ` d`` e", ["code", "code"], ["`b`", "``c ` d``"]),
    ("a `b\nc` d", ["code"], ["`b\nc`"]),
    ("a `b\n\nc` d", [], []),
    ("a `b\n \nc` d", [], []),
    ("$a$ and $5 or $6", ["maths"], ["$a$"]),
    ("$$\na\n$$ {#eq:a}", ["maths"], ["$$\na\n$$"]),
    ("`<!--` a <!-- `b` -->", ["code", "comment"], ["`<!--`", "<!-- `b` -->"]),
]


@pytest.mark.parametrize(("text", "kinds", "pieces"), CASES, ids=[row[0] for row in CASES])
def test_pieces_that_are_not_prose(text: str, kinds: list[str], pieces: list[str]) -> None:
    found = list(hidden_pieces(text))
    assert [piece.kind.value for piece in found] == kinds
    assert [text[piece.start : piece.end] for piece in found] == pieces


HOSTILE = [
    "<!--",
    "```x\n",
    "````x\n```\n",
    "~~~\n~~~~\n",
    "$$ ",
    "$a",
    "`a ``",
    "{#",
    "#a",
    "<!-- check: ignore[A] -->\n",
    "<!-- check: ignore[A] -->\n```\n",
    "<!-- check: ignore-start[A] -->\n",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_time_is_in_proportion_to_the_text(piece: str) -> None:
    source = Source("paper/id/a.md", "{" + piece * (200_000 // len(piece)))
    start = time.process_time()
    list(hidden_pieces(source.text))
    identifiers(source)
    manuscript = Manuscript("id", (Chapter("a", "id", source, []),))
    settings = Settings({}, (), date(2026, 11, 24), ("id",), {})
    project = Project(Path(), settings, {"id": manuscript}, Library(), Glossary(), Data(), {}, Source("", ""))
    read_suppressions(project)
    assert time.process_time() - start < 3
