"""Two loose texts that say the same, one in each language, as a project of one chapter: an abstract pair, mostly.

Title and keywords come from the front matter, or from a closing line such as "Kata kunci: …" or "Keywords: …".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from thesis_build import pandoc_ast
from thesis_build.errors import FilesError
from thesis_build.languages import LOOSE_PAIR, data_files, known, standard_tag
from thesis_build.languages.word_lists import words
from thesis_build.model import (
    Chapter,
    Data,
    Element,
    Elements,
    Glossary,
    Library,
    Manuscript,
    Project,
    Settings,
    Source,
    Span,
)
from thesis_build.readers.markdown import positions
from thesis_build.readers.pasted_text import as_utf8, divided, unbroken
from thesis_build.readers.source import decode
from thesis_build.tools.documents import read_document
from thesis_build.tools.pandoc import MARKDOWN, Answer, Pandoc, Request
from thesis_build.tools.project_files import DISK, Files

NAME = "00-abstract"
"""The name of the one chapter that each text is."""

_DIVIDER = re.compile(r"\s*[,;•·]\s*")


@dataclass(frozen=True, slots=True)
class _Wordings:
    """How every known language labels its keywords, heads its abstract, and joins the last keyword to the others."""

    keywords: re.Pattern[str]
    label: re.Pattern[str]
    heading: re.Pattern[str]
    conjunction: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Text:
    """One of the texts: its source, its running text, and the rest."""

    source: Source
    language: str
    title: str
    keywords: tuple[str, ...]
    keywords_at: Span
    blocks: Elements


def read_loose_pair(paths: Sequence[Path], pandoc: Pandoc, today: date, files: Files = DISK) -> Project:
    """Two files, or one with both texts, as a project dated `today`, in the order given.

    Raises `FilesError` where there are no two texts, `FilesError` or `ToolError` where a file cannot be read.
    """
    data_files.use({})
    sources = _sources(paths, files)
    answers = pandoc.run([Request("read", MARKDOWN, source.text) for source in sources])
    texts = [_text(source, answer) for source, answer in zip(sources, answers, strict=True)]
    texts = _as_many(_in_two_languages(texts))
    settings = Settings(
        title={text.language: text.title for text in texts},
        authors=(),
        date=today,
        languages=tuple(text.language for text in texts),
        keywords={text.language: text.keywords for text in texts},
        spans=dict(_places(texts)),
    )
    return Project(
        root=Path(),
        settings=settings,
        manuscripts={text.language: Manuscript(text.language, (_chapter(text),)) for text in texts},
        library=Library(),
        glossary=Glossary(),
        data=Data(),
        images={},
        style=Source("", ""),
        sources=_shown(sources),
    )


def _shown(sources: Sequence[Source]) -> dict[str, str]:
    """The text of each file by its path: of one that has both texts, the whole."""
    one, other = sources
    if one.path == other.path:
        return {one.path: one.text + other.text[len(other.text) - len(other.text.lstrip("\n")) :]}
    return {source.path: source.text for source in sources}


def _sources(paths: Sequence[Path], files: Files) -> list[Source]:
    """The sources of the two texts, as they are read."""
    if len(paths) == 2 and paths[0] == paths[1]:
        raise _no_pair(paths[0], "both texts are the same file", "kedua teks adalah berkas yang sama")
    found = [decode(as_utf8(read_document(files, path)), path.as_posix()) for path in paths]
    sources = [replace(source, text=unbroken(source.text)) for source in found]
    if len(sources) == 1:
        parts = divided(sources[0].text)
        if parts is None:
            raise _no_pair(paths[0], "the file has a text in one language only", "berkas ini hanya memuat satu bahasa")
        sources = [replace(sources[0], text=part) for part in parts]
    if not any(source.text.strip() for source in sources):
        raise _no_pair(paths[0], "both texts are empty", "kedua teks kosong")
    return sources


def _no_pair(path: Path, reason: str, alasan: str) -> FilesError:
    """The error that there is nothing to compare."""
    hint = {
        "en": "name two texts, one in each language, or one file with both",
        "id": "sebutkan dua teks, satu dalam setiap bahasa, atau satu berkas yang memuat keduanya",
    }
    return FilesError({"en": f"{path}: {reason}", "id": f"{path}: {alasan}"}, hint)


@data_files.remembered()
def _wordings() -> _Wordings:
    lists = [words(tag) for tag in known()]
    labels = _any(label for each in lists for label in each.keyword_labels)
    return _Wordings(
        re.compile(rf"^\W*(?:{labels})\W*?\s*[:：—–-]\s*(?P<list>.+)$", re.IGNORECASE | re.DOTALL),
        re.compile(rf"^\W*(?:{labels})\W*$", re.IGNORECASE),
        re.compile(rf"^\W*(?:{_any(each for lists in lists for each in lists.abstract_headings)})\W*$", re.IGNORECASE),
        re.compile(rf"(?:{_any(word for each in lists for word in each.joining)}|&)\s+", re.IGNORECASE),
    )


def _any(phrases: Iterable[str]) -> str:
    """A pattern for any of these phrases, longest first, with or without the spaces and hyphens in them."""
    forms = sorted(phrases, key=len, reverse=True)
    return "|".join("[- ]?".join(map(re.escape, re.split("[- ]", form))) for form in forms)


def _text(source: Source, answer: Answer) -> _Text:
    blocks = pandoc_ast.loads(answer.text) if not answer.error else [pandoc_ast.paragraph(pandoc_ast.text(source.text))]
    meta = pandoc_ast.metadata(answer.text) if not answer.error else {}
    title = pandoc_ast.meta_text(meta.get("title"))
    listed = tuple(_meta_list(meta.get("keywords")))
    abstract = meta.get("abstract", {})
    if (abstract.get("t") == "MetaBlocks" and not any(block["t"] == "Para" for block in blocks)) or (
        abstract.get("t") == "MetaInlines" and not blocks
    ):
        blocks = pandoc_ast.meta_blocks(abstract)
    kept: Elements = []
    at = Span(source.path)
    labelled = False
    for block in blocks:
        text = " ".join(pandoc_ast.plain_text(block).split())
        found = _wordings().keywords.match(text) if block["t"] in ("Para", "Plain", "Header", "BlockQuote") else None
        if labelled and text and not listed:
            listed, labelled = tuple(_divided(text)), False
        elif _wordings().label.match(text):
            labelled, at = True, positions.find(Chapter("", "", source, []), text[:12].strip("*_ ")) or at
        elif found:
            listed = listed or tuple(_divided(found["list"]))
            at = positions.find(Chapter("", "", source, []), text[:12].strip("*_ ")) or at
        elif block["t"] == "Header" and not title and not _wordings().heading.match(text):
            title = text
        elif not _wordings().heading.match(text):
            kept.append(block)
    return _Text(source, _language(meta, kept), title, listed, at, kept)


def _meta_list(value: Element | None) -> list[str]:
    """Keywords in the front matter: a list, or one text divided by commas."""
    if value is None:
        return []
    if value["t"] == "MetaList":
        return [pandoc_ast.meta_text(item) for item in pandoc_ast.meta_items(value)]
    return _divided(pandoc_ast.meta_text(value))


def _divided(text: str) -> list[str]:
    """The keywords of a list; a conjunction after the last comma is none of them."""
    found = [word for part in _DIVIDER.split(text.strip()) if (word := part.strip(" .*_"))]
    if len(found) > 1 and (last := _wordings().conjunction.match(found[-1])):
        found[-1] = found[-1][last.end() :]
    return found


def _as_many(texts: list[_Text]) -> list[_Text]:
    """Where a list has fewer keywords than the other, and its last one is two joined by “and”: as two."""
    counts = [len(text.keywords) for text in texts]
    between = re.compile(rf"\s+{_wordings().conjunction.pattern}", re.IGNORECASE)
    out = list(texts)
    for number, text in enumerate(texts):
        joined = between.split(text.keywords[-1]) if text.keywords else []
        if counts[number] < counts[1 - number] and len(joined) == 2:
            out[number] = replace(text, keywords=(*text.keywords[:-1], *joined))
    return out


def _language(meta: dict[str, Element], blocks: Elements) -> str:
    """The language that the front matter names, else the one whose function words the text has most of."""
    named = pandoc_ast.meta_text(meta.get("lang")).lower()
    for tag in (standard_tag(named), re.split("[-_]", named)[0]):
        if tag in known():
            return tag
    written = [word.lower() for block in blocks for word in re.findall(r"\w+", pandoc_ast.plain_text(block))]
    counts = {tag: sum(word in words(tag).function for word in written) for tag in known()}
    best = max(counts, key=lambda tag: counts[tag])
    return best if counts[best] else ""


def _in_two_languages(texts: list[_Text]) -> list[_Text]:
    """Texts of different languages; where both seem to be of one, their order decides."""
    first, second = (text.language for text in texts)
    if first and second and first != second:
        return texts
    return [replace(text, language=tag) for text, tag in zip(texts, LOOSE_PAIR, strict=True)]


def _chapter(text: _Text) -> Chapter:
    return Chapter(NAME, text.language, text.source, text.blocks, tuple(pandoc_ast.walk(text.blocks)))


def _places(texts: Sequence[_Text]) -> list[tuple[str, Span]]:
    named = [(f"keywords.{text.language}", text.keywords_at) for text in texts]
    return [*named, *((f"title.{text.language}", Span(text.source.path)) for text in texts)]
