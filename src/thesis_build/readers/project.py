"""Reading a whole thesis from its folder into one `Project`."""

from __future__ import annotations

import errno
import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

from thesis_build import pandoc_ast
from thesis_build.errors import FilesError
from thesis_build.languages import known
from thesis_build.model import (
    Chapter,
    Data,
    Glossary,
    Library,
    Manuscript,
    Message,
    Project,
    Settings,
    Source,
    is_abstract,
)
from thesis_build.readers.bibtex.library import read_library
from thesis_build.readers.data import FOLDER, VALUES, beside, read_data
from thesis_build.readers.formulas import bad_formulas
from thesis_build.readers.glossary import read_glossary
from thesis_build.readers.images import read_images
from thesis_build.readers.language_files import use_languages
from thesis_build.readers.markdown.chunks import with_plain_code
from thesis_build.readers.pandoc_errors import error_span
from thesis_build.readers.refused_files import as_mistake
from thesis_build.readers.settings.messages import PATH as SETTINGS
from thesis_build.readers.settings.settings import read_settings
from thesis_build.readers.source import TEXTS, read_source, read_text
from thesis_build.readers.style import read_style, try_style
from thesis_build.tools.pandoc import MARKDOWN, Answer, Pandoc, Request
from thesis_build.tools.project_files import DISK, Files, RefusedFile, shown

LOCK = "paper/parity.lock"
"""The file that says which pairs were confirmed."""

GLOSSARY = "paper/glossary.yaml"
"""The file of the agreed terms."""

CHAPTER_LIMIT = 1_000_000
"""Characters; a longer chapter is not read."""

_DEPTH = 160
"""Levels of Pandoc's tree; a list inside a list takes four. Deeper chapters are not read."""

_BUILT_IN = frozenset(
    {"title-page", "abstracts", "contents", "list-of-tables", "list-of-figures", "abbreviations"}
    | {"bibliography", "appendices"}
)


def read_project(files: Files, pandoc: Pandoc, earlier: Project | None = None) -> Project:
    """The thesis in these files, as it is: what is wrong inside it is a value for the checker.

    Its library has no references yet: see `read_references`. Chapters and the library are taken from the `earlier`
    project where their texts have not changed, with all that was worked out from them.

    Raises `SettingsError` where `paper/thesis.yaml`, the citation style or the data of a language cannot be used, or
    a file is refused.
    """
    try:
        return _project(files, pandoc, earlier)
    except RefusedFile as refused:
        raise as_mistake(refused) from refused


def _project(files: Files, pandoc: Pandoc, earlier: Project | None) -> Project:
    languages = use_languages(files)
    kept = earlier if earlier and earlier.language_files == languages else None
    settings = read_settings(files, known())
    style = read_style(files, settings)
    try_style(style, pandoc)
    sources = {tag: _chapter_sources(files, tag, settings) for tag in settings.languages}
    sources |= {tag: _abstract_sources(files, tag) for tag in settings.abstract_only}
    with ThreadPoolExecutor(max_workers=1) as beside:  # Pandoc reads the chapters while we read the library
        reading = beside.submit(_manuscripts, sources, pandoc, kept)
        library = _library(_library_sources(files, settings), kept)
        manuscripts = reading.result()
    glossary, data = _glossary(files, settings, read_data(files))
    images = read_images(files, manuscripts.values())
    bad = bad_formulas(manuscripts.values(), pandoc)
    return Project(
        root=files.root,
        settings=settings,
        manuscripts=manuscripts,
        library=library,
        glossary=glossary,
        data=data,
        images=images,
        style=style,
        bad_formulas=bad,
        sources=_texts(files, manuscripts.values(), library, data),
        language_files=languages,
        unread=tuple(_unread(files, sources)),
    )


def read_loose_library(paths: Sequence[Path], today: date, files: Files = DISK) -> Project:
    """Bibliography files without a thesis, as a project without manuscripts, dated `today`.

    Raises `FilesError` where a file cannot be read.
    """
    library = read_library([_loose_source(files, path.as_posix()) for path in paths])
    settings = Settings({}, (), today, (), {}, bibliography=tuple(source.path for source in library.sources))
    return Project(
        root=Path(),
        settings=settings,
        manuscripts={},
        library=library,
        glossary=Glossary(),
        data=Data(),
        images={},
        style=Source("", ""),
        sources={source.path: source.text for source in library.sources},
    )


def _loose_source(files: Files, path: str) -> Source:
    try:
        source, reason = read_source(files, path), os.strerror(errno.ENOENT)
    except OSError as error:
        source, reason = None, error.strerror or str(error)
    if source:
        return source
    raise FilesError(
        {"en": f"cannot read {path}: {reason}", "id": f"tidak dapat membaca {path}: {reason}"},
        {"en": "give a .bib file that exists", "id": "sebutkan berkas .bib yang ada"},
    )


def _texts(files: Files, manuscripts: Iterable[Manuscript], library: Library, data: Data) -> dict[str, str]:
    """The text of every file that a finding can stand in, by path."""
    sources = [chapter.source for manuscript in manuscripts for chapter in manuscript.chapters]
    sources += [*library.sources, *(table.source for table in data.tables.values())]
    texts = {source.path: source.text for source in sources}
    for name in (SETTINGS, GLOSSARY, VALUES, LOCK, *(f"{FOLDER}/{beside(table)}" for table in data.tables)):
        content = read_text(files, name)
        texts[name] = content.decode(errors="replace") if content else ""
    return texts


def _chapter_sources(files: Files, tag: str, settings: Settings) -> list[Source]:
    """The files of one language in reading order: pages before, numbered files, pages after."""
    folder = f"{TEXTS}/{tag}"
    found = [name.removesuffix(".md") for name in files.names(folder) if name.endswith(".md")]
    numbered = [name for name in found if name[:1].isdigit()]
    before = [name for name in settings.front if name not in _BUILT_IN and name in found]
    after = [name for name in settings.back if name not in _BUILT_IN and name in found]
    names = [*before, *numbered, *after]
    return _read(files, (f"{folder}/{name}.md" for name in names))


def _abstract_sources(files: Files, tag: str) -> list[Source]:
    """The abstract of a language that has nothing else."""
    folder = f"{TEXTS}/{tag}"
    names = [name for name in files.names(folder) if name.endswith(".md") and is_abstract(name.removesuffix(".md"))]
    return _read(files, (f"{folder}/{name}" for name in names))


def _unread(files: Files, sources: Mapping[str, list[Source]]) -> Iterator[str]:
    """The files in the folders of the chapters that look like texts of the thesis, and are not read."""
    for tag, chapters in sources.items():
        stems = {PurePosixPath(source.path).stem for source in chapters}
        for name in files.names(f"{TEXTS}/{tag}"):
            stem, ending = posixpath.splitext(name)
            if ending.lower() in _ENDINGS and stem not in stems and name[0] not in "._~" and stem.lower() != "readme":
                yield f"{TEXTS}/{tag}/{shown(name)}"


_ENDINGS = frozenset({".md", ".markdown", ".mdown", ".rmd", ".qmd", ".tex", ".docx", ".odt"})
"""What the names of texts end in; of these, chapters are `.md`."""


def _library_sources(files: Files, settings: Settings) -> list[Source]:
    return _read(files, settings.bibliography)


def _read(files: Files, paths: Iterable[str]) -> list[Source]:
    return [source for path in paths if (source := read_source(files, path))]


def _library(sources: Sequence[Source], earlier: Project | None) -> Library:
    same = earlier and not earlier.library.references and earlier.library.sources == tuple(sources)
    return earlier.library if earlier and same else read_library(sources)


def _manuscripts(sources: Mapping[str, list[Source]], pandoc: Pandoc, earlier: Project | None) -> dict[str, Manuscript]:
    """The manuscript in each language; of the chapters only those are read that are not in the earlier project."""
    found = {(chapter.language, chapter.source): chapter for chapter in (earlier.chapters if earlier else ())}
    new = [(tag, source) for tag, listed in sources.items() for source in listed if (tag, source) not in found]
    short = [(tag, source) for tag, source in new if len(source.text) <= CHAPTER_LIMIT]
    answers = pandoc.run([Request("read", MARKDOWN, with_plain_code(source)) for _, source in short])
    found |= {(tag, source): _too_large(source, tag, "length") for tag, source in new}
    found |= {
        (tag, source): _chapter(source, tag, answer) for (tag, source), answer in zip(short, answers, strict=True)
    }
    return {tag: Manuscript(tag, tuple(found[tag, source] for source in listed)) for tag, listed in sources.items()}


def _too_large(source: Source, tag: str, reason: str, said: str = "") -> Chapter:
    """A chapter that is too much to be read, for this reason: length, time, or memory."""
    return Chapter(PurePosixPath(source.path).stem, tag, source, [], (), (), Message(f"TooLarge {reason}", said))


def _chapter(source: Source, tag: str, answer: Answer) -> Chapter:
    name = PurePosixPath(source.path).stem
    if answer.exhausted:
        return _too_large(source, tag, answer.exhausted, answer.error)
    if answer.error:
        return Chapter(name, tag, source, [], (), answer.messages, error_span(answer.error))
    blocks = pandoc_ast.loads_shallow(answer.text, _DEPTH)
    if blocks is None:
        return _too_large(source, tag, "depth")
    return Chapter(name, tag, source, blocks, tuple(pandoc_ast.walk(blocks)), answer.messages)


def _glossary(files: Files, settings: Settings, data: Data) -> tuple[Glossary, Data]:
    source = read_source(files, GLOSSARY)
    if source is None:
        return Glossary(), data
    glossary, problems = read_glossary(source, settings.languages)
    return glossary, replace(data, problems=data.problems + problems)
