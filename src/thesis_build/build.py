"""The straight line: read → check → resolve → write. Everything heavy is imported when it is needed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from thesis_build.tools import files

if TYPE_CHECKING:
    from thesis_build.model import Finding, Project, ResolvedManuscript
    from thesis_build.tools.pandoc import Pandoc
    from thesis_build.tools.store import Store

FORMATS = ("pdf", "html")
WORK = ".thesis-build"
"""The folder of caches and working files in a project; it can be deleted at any time."""


@dataclass(frozen=True, slots=True)
class Options:
    """What to build: empty `languages` or `formats` mean all; `draft` builds in spite of errors."""

    root: Path
    output: Path
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    jobs: int = 2
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gave: findings, the editions (none where errors stopped it), the text of files for the report."""

    findings: tuple[Finding, ...]
    editions: tuple[Path, ...]
    sources: Mapping[str, str]


def build(options: Options, progress: Callable[[str], None]) -> Built:
    """Check the thesis and write its editions; errors stop it before anything is written, unless `draft`."""
    from thesis_build.checker import check
    from thesis_build.model import Severity
    from thesis_build.readers.project import read_project
    from thesis_build.resolve import resolve
    from thesis_build.tools.pandoc import Pandoc
    from thesis_build.tools.store import Store

    store = Store(options.root / WORK / "cache")
    with Pandoc(options.jobs, store) as pandoc:
        progress("read")
        project = read_project(options.root, pandoc)
        _check_languages(options.languages, project.settings.languages)
        findings = check(project)
        sources = source_texts(project)
        if any(f.severity is Severity.ERROR for f in findings) and not options.draft:
            return Built(findings, (), sources)
        progress("resolve")
        manuscripts = resolve(project, pandoc)
        editions = _write(options, project, manuscripts, pandoc, store, progress)
    store.prune()
    return Built(findings, editions, sources)


def _check_languages(asked: Sequence[str], languages: Sequence[str]) -> None:
    """Raise `ThesisBuildError` where a language is asked for that the thesis does not have."""
    from thesis_build.errors import ThesisBuildError

    unknown = ", ".join(tag for tag in asked if tag not in languages)
    if unknown:
        known = ", ".join(languages)
        raise ThesisBuildError(
            {"en": f"the thesis has no language “{unknown}”", "id": f"skripsi ini tidak punya bahasa “{unknown}”"},
            {"en": f"its languages are: {known}", "id": f"bahasanya: {known}"},
        )


def source_texts(project: Project) -> dict[str, str]:
    """The text of every file that a finding can stand in, by path."""
    sources = [c.source for m in project.manuscripts.values() for c in m.chapters]
    sources += [*project.library.sources, *(table.source for table in project.data.tables.values())]
    texts = {source.path: source.text for source in sources}
    for name in ("paper/thesis.yaml", "paper/glossary.yaml", "paper/data/values.yaml"):
        content = files.read(project.root / name)
        texts[name] = content.decode(errors="replace") if content else ""
    return texts


def _write(
    options: Options,
    project: Project,
    manuscripts: Mapping[str, ResolvedManuscript],
    pandoc: Pandoc,
    store: Store,
    progress: Callable[[str], None],
) -> tuple[Path, ...]:
    """Write the editions asked for; all are complete before the first file is put in its place."""
    from thesis_build.tools.drawings import draw_all
    from thesis_build.writers.html import HtmlWriter
    from thesis_build.writers.pdf import PdfWriter

    pictures = draw_all(project, store, progress)
    languages = [tag for tag in project.settings.languages if tag in (options.languages or manuscripts)]
    formats = options.formats or FORMATS
    writers: dict[Path, PdfWriter | HtmlWriter] = {}
    with files.scratch() as workspace:
        if "pdf" in formats:
            for tag in languages:
                path = options.output / f"thesis-{tag}.pdf"
                writers[path] = PdfWriter(project, manuscripts, tag, pictures[tag], workspace)
        if "html" in formats:
            shown = {tag: manuscripts[tag] for tag in languages}
            writers[options.output / "thesis.html"] = HtmlWriter(project, shown, pictures)
        progress("write")
        asked = {path: writer.requests() for path, writer in writers.items()}
        answers = iter(pandoc.run([request for requests in asked.values() for request in requests]))
        answered = {path: [next(answers) for _ in requests] for path, requests in asked.items()}
        progress("typeset")
        with ThreadPoolExecutor(max_workers=options.jobs) as pool:
            pages = {path: pool.submit(writers[path].write, answered[path]) for path in writers}
            contents = {path: page.result() for path, page in pages.items()}
    for path, content in contents.items():
        files.write_whole(path, content)
    return tuple(contents)


# ── nothing to do ───────────────────────────────────────────────────────────────────────────────


def unchanged(options: Options) -> str | None:
    """What the last build with these options reported, if neither inputs nor editions changed since; else None."""
    content = files.read(_stamp_path(options))
    try:
        stamp = json.loads(content or b"null")
        same = stamp is not None and stamp["inputs"] == fingerprint(options.root)
        if same and all(_digest(Path(path)) == digest for path, digest in stamp["editions"].items()):
            return str(stamp["report"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return None


def remember(options: Options, inputs: str, editions: Sequence[Path], report: str) -> None:
    """Keep what a build made, so that the next one with the same inputs has nothing to do."""
    from thesis_build.errors import FilesError

    stamp = {
        "inputs": inputs,
        "editions": {str(path.absolute()): _digest(path) for path in editions},
        "report": report,
    }
    try:
        files.write_whole(_stamp_path(options), json.dumps(stamp).encode())
    except FilesError:  # a full disk makes the next build slower, not wrong
        return


def fingerprint(root: Path) -> str:
    """A digest of everything a build reads: the project's files, and this program."""
    digest = hashlib.sha256()
    for name in ("paper", "references", "templates"):
        for path in sorted((root / name).rglob("*")):
            if path.is_file():
                digest.update(f"{path.relative_to(root)}\0{_digest(path)}\n".encode())
    package = Path(__file__).parent
    for folder in (package, package.parents[1] / "templates"):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".yaml", ".json", ".lua", ".j2", ".css", ".js", ".tsv"):
                stat = path.stat()
                digest.update(f"{path.name}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _digest(path: Path) -> str:
    return hashlib.sha256(files.read(path) or b"").hexdigest()


def _stamp_path(options: Options) -> Path:
    asked = f"{options.output.absolute()}\0{options.languages}\0{options.formats}\0{options.draft}"
    return options.root / WORK / f"stamp-{hashlib.sha256(asked.encode()).hexdigest()[:16]}.json"
