"""Findings as test cases: `pytest` in a thesis repository shows them, without a line of configuration.

Every `paper/thesis.yaml` that pytest collects becomes one test for each rule without findings, and one for each rule
and file with findings; rules that are left out are skipped by name, and those that ask the network are no cases. The
ini option `thesis_fail_on` (error or warning) is the lowest severity of a finding that fails its test; what is below is
shown by `-rA`. A rule that crashes is an error with its traceback, not a failure, and makes the exit status 70.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from thesis_build.commands.check import CheckOptions, check
from thesis_build.errors import SettingsError, ThesisBuildError
from thesis_build.linter.registry import rules
from thesis_build.linter.run import RULE_CRASHED
from thesis_build.model import Checked, Crash, Finding, Severity
from thesis_build.reports import text
from thesis_build.reports.lines import printable, printable_lines
from thesis_build.reports.report_options import ReportOptions
from thesis_build.rules.rule import Rule

_CRASHED = pytest.StashKey[bool]()
_EXIT_STATUS = 70
_FAILING = {"error": (Severity.ERROR,), "warning": (Severity.ERROR, Severity.WARNING)}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the ini option."""
    parser.addini(
        "thesis_fail_on", "lowest severity of findings on a thesis that fails: error or warning", default="error"
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> ThesisFile | None:
    """Collect the thesis that a settings file belongs to."""
    if file_path.name != "thesis.yaml" or file_path.parent.name != "paper":
        return None
    collected: ThesisFile = ThesisFile.from_parent(parent, path=file_path)
    return collected


class ThesisFile(pytest.File):
    """A thesis: its settings file stands for it."""

    def collect(self) -> Iterator[pytest.Item]:
        """One test for each rule, or for each rule and file; one only where the settings cannot be used."""
        root = self.path.parents[1]
        try:
            result = check(CheckOptions(root, datetime.date.today()))
        except SettingsError as error:
            yield self._item("CFG001", error.findings, error.sources)
            return
        except ThesisBuildError as error:
            raise self.CollectError(printable_lines(f"{error.message['en']}\n  hint: {error.hint['en']}")) from error
        crashes = result.checked.crashes
        for crash in crashes:
            yield CrashItem.from_parent(self, name=f"{crash.code} crashed", crash=crash)
        crashed = {crash.code for crash in crashes} | ({RULE_CRASHED} if crashes else set())
        for rule in (rule for rule in rules() if not rule.online):
            found = [finding for finding in result.checked.findings if finding.code == rule.code != RULE_CRASHED]
            if not found and rule.code not in crashed:
                yield self._passing(rule, result.checked)
            for path in sorted({finding.span.path for finding in found}):
                here = [finding for finding in found if finding.span.path == path]
                yield self._item(f"{rule.code} {rule.name} [{printable(path)}]", here, result.project.sources)

    def _passing(self, rule: Rule, checked: Checked) -> RuleItem:
        item = self._item(f"{rule.code} {rule.name}", (), {})
        if rule.code not in checked.ran:
            item.add_marker(pytest.mark.skip(reason=f"{rule.code} {rule.name} is left out, or off by default"))
        return item

    def _item(self, name: str, findings: Iterable[Finding], sources: Any) -> RuleItem:
        item: RuleItem = RuleItem.from_parent(self, name=name, findings=tuple(findings), sources=dict(sources))
        return item


class RuleItem(pytest.Item):
    """The findings of one rule in one file; none is a test that passes."""

    def __init__(self, *, findings: tuple[Finding, ...], sources: dict[str, str], **more: Any) -> None:
        super().__init__(**more)
        self._findings = findings
        self._report = text.report(Checked(findings), ReportOptions(sources, "en"))

    def runtest(self) -> None:
        """Fail where a finding has a severity that fails."""
        failing = _FAILING[self.config.getini("thesis_fail_on")]
        if any(finding.severity in failing for finding in self._findings):
            raise FoundError(self._report)
        if self._findings:
            self.add_report_section("call", "findings", self._report)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The findings as `check` prints them."""
        return str(excinfo.value) if isinstance(excinfo.value, FoundError) else super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """The position of the first finding, else the settings file (lines from 0)."""
        root = self.path.parents[1]
        first = min((finding.span for finding in self._findings), default=None)
        return (root / first.path, first.line - 1, self.name) if first else (self.path, 0, self.name)


class FoundError(Exception):
    """Findings of a severity that fails."""


class CrashItem(pytest.Item):
    """A rule that crashed: a bug of this program, so an error and not a failure."""

    def __init__(self, *, crash: Crash, **more: Any) -> None:
        super().__init__(**more)
        self._crash = crash

    def setup(self) -> None:
        """Stop with the error of the rule."""
        self.config.stash[_CRASHED] = True
        raise CrashedError(printable_lines(self._crash.traceback))

    def runtest(self) -> None:
        """Do nothing: it stopped before."""

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The traceback of the rule."""
        return str(excinfo.value) if isinstance(excinfo.value, CrashedError) else super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """The settings file, which stands for the thesis."""
        return self.path, 0, self.name


class CrashedError(Exception):
    """A rule stopped with an error of its own."""


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Give the exit status of a bug of ours where a rule crashed."""
    if _CRASHED in session.config.stash:
        session.exitstatus = _EXIT_STATUS
