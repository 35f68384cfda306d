"""A new thesis: a folder that builds at once, to be filled with one's own text. Nothing is ever overwritten."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from thesis_build.errors import FilesError, ThesisBuildError
from thesis_build.tools import files

_LIBRARY = "references/library.bib"
_MOST_WORDS = 250
"""Words of an abstract, as most guides for authors have it; the author changes it in the settings."""


@dataclass(frozen=True, slots=True)
class NewOptions:
    """What the new thesis is to have; what is empty is filled with words that ask to be replaced.

    `titles` are by language; `locale` is the language of the comments and of the page that says what comes next.
    """

    folder: Path
    today: date
    locale: str
    languages: tuple[str, ...]
    abstracts: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    author: str = ""
    institution: str = ""
    bibliography: Path | None = None


def beginnings() -> dict[str, Any]:
    """What a thesis begins with in each language: those that a new thesis can have."""
    import yaml

    from thesis_build.templating import shipped

    read: dict[str, Any] = yaml.safe_load(shipped("new/beginnings.yaml").read_text(encoding="utf-8"))
    return read


def new(options: NewOptions) -> tuple[Path, ...]:
    """Write a new thesis; the result is its files.

    Raises `ThesisBuildError` where a language has no beginning, `FilesError` where the folder has something in it, the
    bibliography cannot be read, or a file cannot be written.
    """
    known = beginnings()
    for tag in (*options.languages, *options.abstracts):
        if tag not in known:
            raise _unknown(tag, known)
    _refuse_what_is_there(options.folder)
    contents = dict(_files(options, known))
    for name, content in contents.items():
        files.write_whole(options.folder / name, content)
    return tuple(options.folder / name for name in contents)


def _files(options: NewOptions, known: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """The files of the thesis, by their path in it."""
    from thesis_build.templating import render_plain, shipped

    context = _context(options, known)
    yield "paper/thesis.yaml", render_plain(f"thesis-{options.locale}.yaml.j2", context).encode()
    for tag in context["every"]:
        for path in sorted(shipped(f"new/paper/{tag}").glob("*.md")):
            if tag in options.languages or path.name == "00-abstract.md":
                yield f"paper/{tag}/{path.name}", path.read_bytes()
    for folder in ("data", "figures"):
        for path in sorted(shipped(f"new/paper/{folder}").glob("*.*")):
            yield f"paper/{folder}/{path.name}", path.read_bytes()
    yield "paper/glossary.yaml", shipped("new/paper/glossary.yaml").read_bytes()
    yield from _libraries(options.bibliography)
    for name in ("gitignore", "pre-commit-config.yaml"):
        yield f".{name}", shipped(f"new/{name}").read_bytes()
    yield ".vscode/settings.json", shipped("new/vscode-settings.json").read_bytes()
    yield ".vscode/thesis.schema.json", _schema()
    yield _START[options.locale], render_plain(f"START-{options.locale}.md.j2", context).encode()


_START = {"en": "START.md", "id": "MULAI.md"}
"""The page that says what comes next, by the language of the author."""


def _context(options: NewOptions, known: Mapping[str, Any]) -> dict[str, Any]:
    every = tuple(dict.fromkeys((*options.languages, *options.abstracts)))
    first = options.languages[0]
    return {
        "every": every,
        "languages": options.languages,
        "abstracts": options.abstracts or options.languages,
        "only": [tag for tag in every if tag not in options.languages],
        "folders": ", ".join(f"`paper/{tag}/`" for tag in options.languages),
        "titles": {tag: options.titles.get(tag) or known[tag]["title"] for tag in every},
        "types": {tag: known[tag]["type"] for tag in options.languages},
        "institution": dict.fromkeys(options.languages, options.institution) if options.institution else {},
        "author": options.author or known[first]["author"],
        "date": options.today.isoformat(),
        "keywords": {tag: known[tag]["keywords"] for tag in every},
        "libraries": [name for name, _ in _libraries(options.bibliography)],
        "limits": dict.fromkeys(every, _MOST_WORDS),
    }


def _schema() -> bytes:
    from importlib import resources

    return resources.files("thesis_build.readers.settings").joinpath("thesis.schema.json").read_bytes()


def _libraries(given: Path | None) -> Iterator[tuple[str, bytes]]:
    """The bibliography, by its path: the works that the sample cites, after those of the author.

    A file of CSL items (`refs.json`) stays beside them. A work that the author has under the same key is not added.
    """
    from thesis_build.templating import shipped

    sample = shipped(f"new/{_LIBRARY}").read_bytes().decode()
    own = _content(given) if given else b""
    is_bibtex = given is None or given.suffix.lower() == ".bib"
    if given and not is_bibtex:
        yield f"references/{given.name}", own
    known = own.decode(errors="replace")
    added = [entry for entry in _ENTRY.findall(sample) if f"{{{_KEY.findall(entry)[0]}," not in known.replace(" ", "")]
    before = [own.rstrip()] if own and is_bibtex else []
    if before or added:
        yield _LIBRARY, b"\n\n".join([*before, *(entry.encode() for entry in added)]) + b"\n"


_ENTRY = re.compile(r"^@.*?^}", re.MULTILINE | re.DOTALL)
_KEY = re.compile(r"^@\w+\{([^,]+),")


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FilesError(
            {
                "en": f"cannot read {path}: {error.strerror}",
                "id": f"tidak dapat membaca {path}: {error.strerror}",
            },
            {
                "en": "give a .bib, .json or .yaml file that exists",
                "id": "sebutkan berkas .bib, .json, atau .yaml yang ada",
            },
        ) from error


def _refuse_what_is_there(folder: Path) -> None:
    """Raise `FilesError` where there is something in the folder: nothing is overwritten."""
    if not folder.exists() or (folder.is_dir() and not _names(folder)):
        return
    what = {"en": "is not empty", "id": "tidak kosong"}
    if not folder.is_dir():
        what = {"en": "is a file", "id": "adalah berkas"}
    raise FilesError(
        {tag: f"{folder} {text}" for tag, text in what.items()},
        {
            "en": "name a folder that is not there yet: thesis-build new my-thesis",
            "id": "sebutkan folder yang belum ada: thesis-build new skripsi-saya",
        },
    )


def _names(folder: Path) -> Sequence[str]:
    """What is in a folder, but for the folder of git."""
    return [path.name for path in folder.iterdir() if path.name != ".git"]


def _unknown(tag: str, known: Mapping[str, Any]) -> ThesisBuildError:
    names = ", ".join(f"{each} ({about['name']})" for each, about in known.items())
    return ThesisBuildError(
        {
            "en": f"a new thesis cannot begin in the language “{tag}”",
            "id": f"skripsi baru tidak dapat dimulai dalam bahasa “{tag}”",
        },
        {
            "en": f"choose one of: {names}; other languages are data that a thesis can bring itself",
            "id": f"pilih salah satu: {names}; bahasa lain adalah data yang dapat dibawa skripsi itu sendiri",
        },
    )
