"""Files of the wrong shape, or nested thousands deep: each is a finding with its position, never a crash."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Run

GLOSSARY, VALUES, CSV, HEADS = "paper/glossary.yaml", "paper/data/values.yaml", "paper/data/t.csv", "paper/data/t.yaml"
CHAPTER, BIB, SETTINGS = "paper/id/01-start.md", "references/library.bib", "paper/thesis.yaml"
DEEP = "[" * 1000 + "]" * 1000
BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
TABLE = "a,b\nx,1\ny,2\n"


def value(more: str) -> str:
    return f"v: {{file: t.csv, column: b, where: {{a: x}}, {more}}}\n"


SHAPES = {
    "glossary a mapping": (GLOSSARY, "a: b\n", GLOSSARY),
    "glossary a text": (GLOSSARY, "hello\n", GLOSSARY),
    "glossary of numbers": (GLOSSARY, "- 3\n- [a]\n- null\n", GLOSSARY),
    "variants a number": (GLOSSARY, "- {id: a, en: b, variants: {id: 3}}\n", f"{GLOSSARY}:1:28"),
    "variants a text": (GLOSSARY, "- {id: a, en: b, variants: abc}\n", f"{GLOSSARY}:1:28"),
    "forbidden of mappings": (GLOSSARY, "- {id: a, en: b, forbidden: {en: [{a: b}]}}\n", f"{GLOSSARY}:1:29"),
    "abbreviation a list": (GLOSSARY, "- {id: a, en: b, abbreviation: [x]}\n", f"{GLOSSARY}:1:32"),
    "note a mapping": (GLOSSARY, "- {id: a, en: b, note: {c: d}}\n", f"{GLOSSARY}:1:24"),
    "glossary, unknown key": (GLOSSARY, "- {id: a, en: b, colour: x}\n", f"{GLOSSARY}:1:18"),
    "glossary, near key": (GLOSSARY, "- {id: a, en: b, variant: {id: [x]}}\n", f"{GLOSSARY}:1:18"),
    "glossary, key a list": (GLOSSARY, "- {[1, 2]: a, id: b, en: c}\n", f"{GLOSSARY}:1:4"),
    "glossary, deep": (GLOSSARY, DEEP, f"{GLOSSARY}:1:31"),
    "glossary, bomb": (GLOSSARY, BOMB, f"{GLOSSARY}:1:4"),
    "glossary in itself": (GLOSSARY, "&a [*a]\n", f"{GLOSSARY}:1:"),
    "glossary, tag": (GLOSSARY, "- !!python/object/apply:os.system [id]\n", f"{GLOSSARY}:1:"),
    "values a list": (VALUES, "- a\n", VALUES),
    "values a text": (VALUES, "hello\n", VALUES),
    "values, where a text": (VALUES, "v: {file: t.csv, column: b, where: x}\n", f"{VALUES}:1:1"),
    "values, where a list": (VALUES, "v: {file: t.csv, column: b, where: [x]}\n", f"{VALUES}:1:1"),
    "values, file a list": (VALUES, "v: {file: [t.csv], column: b}\n", f"{VALUES}:1:1"),
    "values, decimals a text": (VALUES, value("format: {kind: number, decimals: abc}"), f"{VALUES}:1:1"),
    "values, decimals huge": (VALUES, value("format: {kind: number, decimals: 999999999}"), f"{VALUES}:1:1"),
    "values, kind a list": (VALUES, value("format: {kind: [x]}"), f"{VALUES}:1:1"),
    "values, deep": (VALUES, DEEP, f"{VALUES}:1:31"),
    "values, bomb": (VALUES, BOMB, f"{VALUES}:1:4"),
    "heads a list": (HEADS, "- a\n", f"{HEADS}:1:1"),
    "heads, columns a list": (HEADS, "columns: [a, b]\n", f"{HEADS}:1:10"),
    "heads, column a text": (HEADS, "columns: {a: text}\n", f"{HEADS}:1:11"),
    "heads, head a text": (HEADS, "columns: {a: {head: Nama}}\n", f"{HEADS}:1:11"),
    "heads, head of lists": (HEADS, "columns: {a: {head: {id: [x], en: {a: b}}}}\n", f"{HEADS}:1:11"),
    "heads, key a list": (HEADS, "columns: {[a]: {format: text}}\n", f"{HEADS}:1:11"),
    "heads, deep": (HEADS, DEEP, f"{HEADS}:1:31"),
    "quotations": (CHAPTER, "# Judul\n\n" + ">" * 2000 + " a\n", f"{CHAPTER}:3:"),
    "400 quotations": (CHAPTER, "# Judul\n\n" + "> " * 400 + "a\n", f"{CHAPTER}:3:"),
    "lists": (CHAPTER, "# Judul\n\n" + "- " * 1000 + "a\n", f"{CHAPTER}:3:"),
    "divisions": (CHAPTER, "# Judul\n\n" + "::: a\n" * 600 + "x\n" + ":::\n" * 600, f"{CHAPTER}:"),
    "front matter, deep": (CHAPTER, f"---\na: {DEEP}\n---\n\n# Judul\n", f"{CHAPTER}:"),
    "braces": (BIB, "@book{a, title={" + "{" * 2000 + "}" * 2000 + "}}\n", BIB),
    "braces, open": (BIB, "@book{a, title=" + "{" * 3000, BIB),
    "strings in themselves": (BIB, "@string{a = a # a}\n@book{k, title = a, year = 2000}\n", BIB),
    "CSL, deep": ("references/l.json", "[" * 3000 + "]" * 3000, "references/l.json"),
    "CSL, a number of 5000 digits": (
        "references/l.json", '[{"id":"a","type":"book","volume":' + "9" * 5000 + "}]", "references/l.json"),
    "CSL, a deep value": (
        "references/l.json", '[{"id":"a","type":"book","title":' + "[" * 900 + "]" * 900 + "}]", "references/l.json"),
}  # fmt: skip
"""The file, what is written into it, and what a finding has to begin with."""


@pytest.mark.parametrize("name", SHAPES)
def test_a_wrong_shape_is_a_finding_with_its_position(name: str, thesis: Path, run: Run) -> None:
    path, text, where = SHAPES[name]
    root = thesis
    (root / CSV).write_text(TABLE, encoding="utf-8")
    (root / path).write_text(text, encoding="utf-8")
    if path.endswith(".json"):
        settings = (root / SETTINGS).read_text(encoding="utf-8")
        (root / SETTINGS).write_text(settings.replace("library.bib", "l.json"), encoding="utf-8")
    ran = run("check", root, "--format", "concise", "--locale", "en")
    assert ran.status in (0, 1), ran.err
    assert "Traceback" not in ran.err
    assert re.search(rf"^{re.escape(where)}", ran.said, re.MULTILINE), ran.said
