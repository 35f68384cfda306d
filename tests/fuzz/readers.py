"""Every reader as a function of the bytes of one file, in a folder of its own; what it may raise is raised."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.bibliography import registry_comparison
from thesis_build.commands.check import read_known
from thesis_build.model import Chapter, Data, Glossary, Library, Manuscript, Project, Settings, Source, Standing
from thesis_build.readers.bibtex.library import read_library
from thesis_build.readers.data import read_data
from thesis_build.readers.glossary import read_glossary
from thesis_build.readers.markdown import positions
from thesis_build.readers.settings.settings import read_settings
from thesis_build.readers.source import decode
from thesis_build.readers.style import read_style
from thesis_build.readers.suppressions import read_suppressions
from thesis_build.tools.crossref_records import work_of
from thesis_build.tools.project_files import DiskFiles
from thesis_build.tools.stamp import Ended, Stamp

TODAY = date(2026, 11, 24)
SETTINGS = Settings({}, (), TODAY, ("id", "en"), {})

Reader = Callable[[bytes, Path], object]


def project(root: Path, library: Library, *chapters: Chapter) -> Project:
    manuscripts = {"id": Manuscript("id", chapters)} if chapters else {}
    return Project(root, SETTINGS, manuscripts, library, Glossary(), Data(), {}, Source("", ""))


def library(content: bytes, root: Path) -> object:
    """The library, the suppressions in it, and what online rules make of its fields."""
    read = read_library([decode(content, "a.bib")])
    for entry in read.entries:
        registry_comparison.titles(entry)
        registry_comparison.people(entry.value("author"))
        registry_comparison.doi_field(entry)
        registry_comparison.address(entry)
    lines = read.sources[0].text.count("\n") + 1
    assert all(1 <= entry.span.line <= entry.whole.end_line <= lines for entry in read.entries)
    assert all(1 <= fault.span.line <= lines for fault in read.broken)
    return read_suppressions(project(root, read))


def chapter(content: bytes, root: Path) -> object:
    """The places in a chapter and its suppressions; its blocks are some of its words and keys: Pandoc is not asked."""
    source = decode(content, "paper/id/a.md")
    words = re.findall(r"\w+", source.text[:100_000])[::7][:30]
    keys = re.findall(r"@([\w:.-]+)", source.text[:10_000])
    blocks = [{"t": "Para", "c": [{"t": "Str", "c": word}]} for word in words]
    blocks += [{"t": "Para", "c": [citation(key)]} for key in keys]
    read = Chapter("a", "id", source, blocks, tuple(pandoc_ast.walk(blocks)))
    lines = source.text.count("\n") + 1
    found = [cited.span for cited in positions.cited(read)]
    found += [*positions.block_spans(read), *(located.span for located in positions.identifiers(source))]
    found += [span for word in words[:3] if (span := positions.find(read, word))]
    assert all(1 <= span.line <= lines and span.column >= 1 for span in found)
    return read_suppressions(project(root, Library(), read))


def citation(key: str) -> dict[str, Any]:
    """What Pandoc makes of `[@key]`."""
    mode = {"t": "NormalCitation"}
    cited = {"citationId": key, "citationPrefix": [], "citationSuffix": [], "citationMode": mode}
    return {"t": "Cite", "c": [[{**cited, "citationNoteNum": 0, "citationHash": 0}], [{"t": "Str", "c": f"@{key}"}]]}


def settings(content: bytes, root: Path) -> object:
    write(root / "paper" / "thesis.yaml", content)
    return read_settings(DiskFiles(root), ("id", "en"))


def glossary(content: bytes, root: Path) -> object:
    del root
    return read_glossary(decode(content, "paper/glossary.yaml"), ("id", "en"))


def table(content: bytes, root: Path) -> object:
    write(root / "paper" / "data" / "a.csv", content)
    beside(root / "paper" / "data" / "a.yaml", b"columns: {year: {head: {id: Tahun, en: Year}, format: number}}\n")
    beside(root / "paper" / "data" / "values.yaml", b"a: {file: a.csv, where: {year: 2020}, column: year}\n")
    return read_data(DiskFiles(root))


def heads(content: bytes, root: Path) -> object:
    beside(root / "paper" / "data" / "a.csv", b"year,egdi\n2020,0.5\n")
    write(root / "paper" / "data" / "a.yaml", content)
    beside(root / "paper" / "data" / "values.yaml", b"")
    return read_data(DiskFiles(root))


def values(content: bytes, root: Path) -> object:
    beside(root / "paper" / "data" / "a.csv", b"year,egdi\n2020,0.5\n")
    beside(root / "paper" / "data" / "a.yaml", b"")
    write(root / "paper" / "data" / "values.yaml", content)
    return read_data(DiskFiles(root))


def style(content: bytes, root: Path) -> object:
    write(root / "references" / "apa.csl", content)
    return read_style(DiskFiles(root), SETTINGS)


def baseline(content: bytes, root: Path) -> object:
    write(root / "baseline.json", content)
    return read_known(root / "baseline.json")


def stamp(content: bytes, root: Path) -> object:
    (root / "empty").mkdir(exist_ok=True)
    known = Stamp(root / "empty", "fuzz")
    known.keep(Ended(0, ""))
    for path in (root / "empty" / ".thesis-build").glob("stamp-*.json"):
        path.write_bytes(content)
    return known.recall()


def record(content: bytes, root: Path) -> object:
    """A registry's record, where the bytes are JSON."""
    del root
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return work_of("10.1/x", Standing.FOUND, data)


def beside(path: Path, content: bytes) -> None:
    """A file that is the same each time."""
    if not path.exists():
        write(path, content)


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


READERS: dict[str, Reader] = {
    reader.__name__: reader
    for reader in (
        library, chapter, settings, glossary, table, heads, values, style, baseline, stamp, record,
    )
}  # fmt: skip
