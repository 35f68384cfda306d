"""What holds of every thesis, however spoilt; a check of one in this process, in little time."""

from __future__ import annotations

import contextlib
import json
import shutil
import signal
import traceback
import xml.etree.ElementTree
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator

from tests.conftest import ROOT
from thesis_build.bibliography.cited_works import needed_to_print
from thesis_build.commands.build import BuildOptions, build
from thesis_build.commands.check import CheckOptions
from thesis_build.commands.check import check as check_folder
from thesis_build.errors import ThesisBuildError
from thesis_build.linter.run import Selection, check
from thesis_build.model import Checked, Finding, Project, Severity, Span
from thesis_build.readers.bibtex.csl_references import refusals
from thesis_build.readers.project import read_project
from thesis_build.readers.typesetting import with_what_cannot_be_set
from thesis_build.reports import FORMATS, report
from thesis_build.reports.report_options import ReportOptions
from thesis_build.tools.pandoc import Pandoc
from thesis_build.tools.project_files import MemoryFiles

TODAY = date(2026, 11, 24)
SECONDS = 3.0
"""Of the processor, for one input."""

Thesis = Mapping[str, bytes]


class Broken(Exception):
    """A property that does not hold; `cause` is the same for failures that are probably one."""

    def __init__(self, cause: str, detail: str = "") -> None:
        super().__init__(f"{cause}\n{detail}")
        self.cause = cause


class Memory:
    """A cache in memory, for what does not change from input to input."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """What is kept under a key."""
        return self._kept.get(key)

    def put(self, key: str, value: bytes) -> None:
        """Keep a value."""
        if len(self._kept) > 2000:
            self._kept.clear()
        self._kept[key] = value


@dataclass
class Checker:
    """Checks theses; Pandoc and what was read last stay at hand."""

    pandoc: Pandoc
    sound: Project
    cache: Memory

    @classmethod
    def of(cls, files: Thesis, pandoc: Pandoc) -> Checker:
        """One for theses that are like this one but for a file."""
        return cls(pandoc, read_project(MemoryFiles(files), pandoc), Memory())

    def check(
        self, files: Thesis, only: tuple[str, ...] = (), *, typeset: bool = True
    ) -> tuple[Project, Checked] | None:
        """What the rules find; None where the thesis cannot be read, for a reason that is given to the author."""
        with in_time():
            try:
                project = replace(read_project(MemoryFiles(files), self.pandoc, self.sound), cache=self.cache)
                if typeset:
                    project = with_what_cannot_be_set(project, self.pandoc, self.cache)
                refused = refusals(project.library, needed_to_print(project), self.pandoc)
                project = replace(project, library=replace(project.library, broken=(*project.library.broken, *refused)))
            except ThesisBuildError as error:
                _known(error, files)
                return None
            checked = check(project, Selection(TODAY, only))
        for crash in checked.crashes:
            raise Broken(f"{crash.code} crashes: {_last(crash.traceback)}", crash.traceback)
        positions(checked.findings, project.sources)
        return project, checked


@contextlib.contextmanager
def in_time() -> Iterator[None]:
    """A few seconds of the processor, then `Broken`; a regular expression is stopped, too."""

    def stop(*_: object) -> None:
        raise Broken(f"more than {SECONDS} s: {_last(''.join(traceback.format_stack()))}")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _last(trace: str) -> str:
    """The last position in our code that a traceback names, and the error."""
    lines = trace.strip().splitlines()
    ours = [line.split("thesis_build/")[-1] for line in lines if "thesis_build/" in line and "File" in line]
    return f"{ours[-1] if ours else ''} {lines[-1][:80]}"


def crash(error: BaseException) -> Broken:
    """An exception that no author should see."""
    trace = "".join(traceback.format_exception(error))
    return error if isinstance(error, Broken) else Broken(f"{type(error).__name__}: {_last(trace)}", trace)


def _known(error: ThesisBuildError, files: Thesis) -> None:
    """Whether an error has a position in the file, where it has one."""
    spans = [error.span] if error.span else []
    sources = {path: content.decode(errors="replace") for path, content in files.items()}
    for span in [*spans, *(finding.span for finding in getattr(error, "findings", ()))]:
        _inside(span, sources, type(error).__name__)


def positions(findings: tuple[Finding, ...], sources: Mapping[str, str]) -> None:
    """Every finding stands inside a file that was read."""
    for finding in findings:
        for span in (finding.span, *(related.span for related in finding.related)):
            _inside(span, sources, finding.code)
        for edit in finding.fix.edits if finding.fix else ():
            _inside(edit.span, sources, f"fix of {finding.code}")


def _inside(span: Span, sources: Mapping[str, str], code: str) -> None:
    text = sources.get(span.path)
    if text is None:
        if (span.line, span.column) != (1, 1):
            raise Broken(f"{code}: a position in a file that was not read", str(span))
        return
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for line, column in ((span.line, span.column), (span.end_line or span.line, span.end_column or span.column)):
        if not (1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1):
            raise Broken(f"{code}: a position outside the file", f"{span}; {len(lines)} lines")
    if (span.end_line or span.line, span.end_column or span.column) < (span.line, span.column):
        raise Broken(f"{code}: a span that ends before it begins", str(span))


def reports(project: Project, checked: Checked) -> None:
    """Every format can be written, in both languages, and is well-formed."""
    for locale in ("id", "en"):
        made = {form: report(form, checked, ReportOptions(project.sources, locale)) for form in FORMATS}
        for form in ("json", "sarif", "gitlab"):
            json.loads(made[form])
        xml.etree.ElementTree.fromstring(made["junit"])
        for error in _sarif().iter_errors(json.loads(made["sarif"])):
            raise Broken("SARIF that breaks its schema", error.message[:300])
        for form in ("text", "concise", "github"):
            if "\x1b" in made[form] or "\x07" in made[form]:
                raise Broken(f"a control character in the report {form}")


@cache
def _sarif() -> Any:
    return Draft4Validator(json.loads((ROOT / "tests/reports/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")))


# ── on the disk ─────────────────────────────────────────────────────────────────────────────────


def written(files: Thesis, root: Path) -> None:
    """Put a thesis on the disk."""
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)


def clean_builds(files: Thesis, root: Path) -> None:
    """What checks without an error is built."""
    shutil.rmtree(root, ignore_errors=True)
    written(files, root)
    try:
        built = build(BuildOptions(root, root / "build", TODAY, jobs=1), lambda *_: None)
    except ThesisBuildError as error:
        raise Broken(f"it checks clean and is not built: {error.message['en'][:60]}", error.message["en"]) from error
    if not built.editions:
        raise Broken("it checks clean and is not built", str(built.checked.findings[:2]))


def fix_twice(files: Thesis, root: Path) -> None:
    """Fixing twice is fixing once, and makes nothing worse."""
    shutil.rmtree(root, ignore_errors=True)
    written(files, root)
    options = CheckOptions(root, TODAY, fix=True, unsafe=True, jobs=1)
    check_folder(options)
    once = _contents(root, files)
    again = check_folder(options)
    if _contents(root, files) != once:
        raise Broken("fixing again changes more", again.diff[:2000])


def incremental(first: Thesis, then: Thesis, root: Path) -> None:
    """A check after a change, with what the one before has kept, finds the same as one that has nothing."""
    shutil.rmtree(root, ignore_errors=True)
    found: list[object] = []
    for files in (first, then):
        written(files, root)
        found.append(_found(root))
    shutil.rmtree(root / ".thesis-build", ignore_errors=True)
    if _found(root) != found[-1]:
        raise Broken("a check with a cache finds other things than one without")


def _found(root: Path) -> object:
    try:
        return check_folder(CheckOptions(root, TODAY, jobs=1)).checked.findings
    except ThesisBuildError as error:
        return error.message, error.span


def _contents(root: Path, files: Thesis) -> dict[str, bytes]:
    return {path: (root / path).read_bytes() for path in files}


def is_clean(checked: Checked) -> bool:
    """Whether nothing stops a build."""
    return not any(finding.severity is Severity.ERROR for finding in checked.findings)


Property = Callable[[], None]
