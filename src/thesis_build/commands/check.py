"""The straight line of a check: read → check → apply fixes, of a thesis or of bibliography files alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from thesis_build.tools import files

if TYPE_CHECKING:
    from thesis_build.linter.baseline import Baseline
    from thesis_build.linter.fix_proof import Proved
    from thesis_build.linter.run import Selection
    from thesis_build.model import Checked, Finding, Profile, Project, Source
    from thesis_build.tools.project_files import Files
    from thesis_build.tools.store import Store


_ROUNDS = 5
"""How often fixes are applied: an edit may uncover a finding, or overlap with another edit that has to wait."""


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What to check: the project at `root`, the `libraries` alone where there are any, or a loose `pair` of texts.

    Rules are named by code, by the beginning of one, by name, or ALL. `fix` applies the safe fixes, `unsafe` the
    others too; both only show the edits where `diff` is set. `online` asks the network about works and addresses.
    """

    root: Path
    today: date
    libraries: tuple[Path, ...] = ()
    pair: tuple[Path, ...] = ()
    only: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: Profile | None = None
    baseline: Path | None = None
    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    online: bool = False
    jobs: int = 2


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The result of a check of a project; `diff` shows the edits, `fixed` is how many findings they fix.

    `withheld` are findings whose fix was not applied, since the library would have been read wrongly afterwards.
    """

    checked: Checked
    project: Project
    diff: str = ""
    fixed: int = 0
    withheld: tuple[Finding, ...] = ()


def check(options: CheckOptions, given: Files | None = None) -> CheckResult:
    """Check what is asked for, in the `given` files or on the disk; where asked, apply fixes and check again."""
    from thesis_build.linter.run import Selection

    _know(options.only + options.ignore)
    baseline = read_known(options.baseline)
    selection = Selection(options.today, options.only, options.ignore, options.profile, baseline, options.online)
    project, checked = _checked(options, selection, given)
    if not options.fix:
        return CheckResult(checked, project)

    proved = _proved(checked, project, options)
    if options.diff:
        return CheckResult(checked, project, proved.fixed.diff, proved.fixed.count, proved.withheld)
    root = Path() if options.libraries or options.pair else options.root
    diff, count, withheld = "", 0, proved.withheld
    for _ in range(_ROUNDS):
        if not proved.fixed.texts:
            break
        for path, content in proved.fixed.contents(root).items():
            files.rewrite(root / path, content)
        diff, count = diff + proved.fixed.diff, count + proved.fixed.count
        project, checked = _checked(options, selection)
        proved = _proved(checked, project, options)
        withheld = proved.withheld
    return CheckResult(checked, project, diff, count, withheld)


def _proved(checked: Checked, project: Project, options: CheckOptions) -> Proved:
    """The fixes of what was found, proved with Pandoc."""
    from thesis_build.linter.fix_proof import prove_fixes
    from thesis_build.readers.bibtex.csl_references import readings
    from thesis_build.tools.pandoc import Pandoc

    lossy = {source.path for source in _read(project) if source.broken_at}  # what is lost in the text, the file keeps
    with Pandoc(options.jobs) as pandoc:
        return prove_fixes(
            checked.findings,
            {path: text for path, text in project.sources.items() if path not in lossy},
            project.library,
            lambda texts: readings(texts, pandoc),
            unsafe=options.unsafe,
        )


def _read(project: Project) -> Iterator[Source]:
    """The files that were read as text."""
    yield from (chapter.source for chapter in project.chapters)
    yield from project.library.sources
    yield from (table.source for table in project.data.tables.values())


def read_known(path: Path | None) -> Baseline | None:
    """The baseline in a file; raises `FilesError` where it cannot be read or is none."""
    from thesis_build.errors import FilesError
    from thesis_build.linter.baseline import read_baseline

    if path is None:
        return None
    content = files.read(path)
    try:
        return read_baseline((content or b"").decode())
    except ValueError as error:
        raise FilesError(
            {"en": f"{path} is no baseline", "id": f"{path} bukan garis dasar"},
            {
                "en": f"write one with: thesis-build check --write-baseline {path}",
                "id": f"buat dengan: thesis-build check --write-baseline {path}",
            },
        ) from error


def write_known(result: CheckResult, path: Path) -> int:
    """Write a baseline that knows every finding about the thesis; the result is how many these are."""
    from thesis_build.linter.baseline import acceptable, write_baseline

    accepted = acceptable(result.checked.findings)
    files.write_whole(path, write_baseline(accepted, result.project.sources).encode())
    return len(accepted)


def _checked(options: CheckOptions, selection: Selection, given: Files | None = None) -> tuple[Project, Checked]:
    """The project, and what the rules find in it; meanwhile Pandoc reads the library."""
    from thesis_build.bibliography.cited_works import needed_to_print
    from thesis_build.bibliography.printed_fields import printed_texts
    from thesis_build.commands.confirmed import keep_texts
    from thesis_build.linter import run as linter
    from thesis_build.readers.bibtex.csl_references import refusals
    from thesis_build.readers.language_files import use_languages
    from thesis_build.readers.loose_pair import read_loose_pair
    from thesis_build.readers.project import read_loose_library, read_project
    from thesis_build.readers.typesetting import with_what_cannot_be_set
    from thesis_build.tools.pandoc import Pandoc
    from thesis_build.tools.project_files import DiskFiles
    from thesis_build.tools.store import Store

    is_project = not (options.libraries or options.pair)
    project_files = given or DiskFiles(options.root)
    use_languages(project_files if is_project else None)  # before they are loaded beside
    store = Store.of(options.root) if is_project else Store(None)
    with Pandoc(options.jobs, store) as pandoc, ThreadPoolExecutor(max_workers=1) as beside:
        beside.submit(_prepare, options)
        if options.libraries:
            project = read_loose_library(options.libraries, options.today)
        elif options.pair:
            project = read_loose_pair(options.pair, pandoc, options.today)
        else:
            project = replace(read_project(project_files, pandoc), cache=store)
            project = with_what_cannot_be_set(project, pandoc, store, printed_texts(project))
        if options.online:
            project = _asked(project, options, store)
        refused = beside.submit(refusals, project.library, needed_to_print(project), pandoc)
        checked = linter.check(project, selection)
        if refused.result():
            broken = (*project.library.broken, *refused.result())
            project = replace(project, library=replace(project.library, broken=broken))
            checked = linter.check(project, selection)
        if is_project:
            keep_texts(project)
        return project, checked


def _prepare(options: CheckOptions) -> None:
    """Load the rules, and the tables by which languages are compared, while Pandoc reads the chapters."""
    from thesis_build.languages import known
    from thesis_build.languages.lexicon import lexicon
    from thesis_build.languages.quantities import read as quantities
    from thesis_build.languages.stems import stem
    from thesis_build.linter.registry import rules_for

    rules_for(options.only)
    if options.libraries:
        return
    for tag in known():
        stem("kota", tag)
        quantities.read("5", tag)
    for one, other in combinations(known(), 2):
        lexicon(one, other)


def _asked(project: Project, options: CheckOptions, store: Store) -> Project:
    """The project with what the network says of its works and addresses."""
    from thesis_build.bibliography import registry_comparison
    from thesis_build.tools import crossref

    registry = crossref.Registry(crossref.SERVICE, store, options.today, project.settings.check.mailto)
    known = registry.works(registry_comparison.dois(project))
    return replace(project, works=known, addresses=registry.addresses(registry_comparison.addresses(project)))


def _know(named: Sequence[str]) -> None:
    """Raise `ThesisBuildError` where a name on the command line means no rule."""
    from thesis_build.linter.registry import families, rules_for, unknown_rule
    from thesis_build.rules.rule import matches

    for name in named:
        if name not in families() and not any(matches(name, rule) for rule in rules_for(named)):
            raise unknown_rule(name)
