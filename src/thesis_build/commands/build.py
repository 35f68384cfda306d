"""The straight line: read → check → resolve → write. Everything heavy is imported when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from thesis_build.tools import files

if TYPE_CHECKING:
    from thesis_build.model import Checked, Profile, Project, ResolvedManuscript
    from thesis_build.tools.pandoc import Pandoc
    from thesis_build.tools.project_files import Files


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to build: empty `languages` or `formats` mean all; `draft` builds in spite of errors.

    Without `scripts` no script of the project is run: placeholders stand for the figures that they draw.
    """

    root: Path
    output: Path
    today: date
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    jobs: int = 2
    draft: bool = False
    scripts: bool = True
    profile: Profile | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gave: findings, the editions (none where errors stopped it), the text of files for the report.

    `placeholders` are the addresses of figures that were not drawn.
    """

    checked: Checked
    editions: tuple[Path, ...]
    sources: Mapping[str, str]
    placeholders: tuple[str, ...] = ()


def build(options: BuildOptions, progress: Callable[[str, str], None], given: Files | None = None) -> Built:
    """Check the thesis and write its editions; errors or a crash stop it before anything is written, unless `draft`."""
    from thesis_build.bibliography.cited_works import needed_to_print
    from thesis_build.bibliography.printed_fields import printed_texts
    from thesis_build.linter.run import Selection, check
    from thesis_build.model import Severity
    from thesis_build.readers.bibtex.csl_references import read_references
    from thesis_build.readers.project import read_project
    from thesis_build.readers.typesetting import with_what_cannot_be_set
    from thesis_build.resolve import resolve
    from thesis_build.tools.drawings import draw_all, draw_none
    from thesis_build.tools.pandoc import Pandoc
    from thesis_build.tools.project_files import DiskFiles
    from thesis_build.tools.store import Store

    store = Store.of(options.root)
    with Pandoc(options.jobs, store) as pandoc:
        progress("read", "")
        project = replace(read_project(given or DiskFiles(options.root), pandoc), cache=store)
        project = with_what_cannot_be_set(project, pandoc, store, printed_texts(project))
        project = read_references(project, needed_to_print(project), pandoc)
        _check_languages(options.languages, project.settings.languages)
        checked = check(project, Selection(options.today, profile=options.profile))
        failed = checked.crashes or any(f.severity is Severity.ERROR for f in checked.findings)
        if failed and not options.draft:
            return Built(checked, (), project.sources)
        progress("resolve", "")
        manuscripts = resolve(project, pandoc)
        pictures, instead = (draw_all(project, store, progress), ()) if options.scripts else draw_none(project)
        editions = _write(options, project, manuscripts, pictures, pandoc, progress)
    store.prune()
    return Built(checked, editions, project.sources, instead)


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


def _write(
    options: BuildOptions,
    project: Project,
    manuscripts: Mapping[str, ResolvedManuscript],
    pictures: Mapping[str, Mapping[str, bytes]],
    pandoc: Pandoc,
    progress: Callable[[str, str], None],
) -> tuple[Path, ...]:
    """Write the editions asked for; all are complete before the first file is put in its place."""
    from thesis_build.tools.typst_process import stopped_at_the_end
    from thesis_build.writers.editions import EDITIONS
    from thesis_build.writers.writer import Material

    languages = [tag for tag in project.settings.languages if tag in (options.languages or manuscripts)]
    editions = [edition for name, edition in EDITIONS.items() if name in (options.formats or EDITIONS)]
    with files.scratch() as workspace, stopped_at_the_end():
        material = Material(project, manuscripts, pictures, workspace)
        writers = {
            options.output / file: edition.load()(material, shown)
            for edition in editions
            for file, shown in edition.files(languages).items()
        }
        progress("write", "")
        asked = {path: writer.requests() for path, writer in writers.items()}
        answers = iter(pandoc.run([request for requests in asked.values() for request in requests]))
        answered = {path: [next(answers) for _ in requests] for path, requests in asked.items()}
        progress("typeset", "")
        with ThreadPoolExecutor(max_workers=options.jobs) as pool, stopped_at_the_end():
            pages = {path: pool.submit(writers[path].write, answered[path]) for path in writers}
            contents = {path: page.result() for path, page in pages.items()}
    for path in contents:
        files.remove_leftovers(path)
    files.write_all(contents)
    return tuple(contents)
