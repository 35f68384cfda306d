"""A rule that crashes: status 70 whatever is asked for, the other findings are shown, and nothing is built."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as XML

import pytest

from tests.conftest import Run
from thesis_build.linter.registry import rules
from thesis_build.model import Finding, Project, Span
from thesis_build.reports import FORMATS
from thesis_build.rules.rule import Rule, RunRule
from thesis_build.rules.rule import Run as RulesRun

pytest_plugins = ["pytester"]

CHAPTER = "paper/id/01-start.md"
MESSAGE = "the rule ZZZ001 crashed: RuntimeError: no my thesis"


class Crashing(Rule):
    """Finds something, then stops."""

    code, name = "ZZZ001", "crashing"
    message, hint = {"en": "odd", "id": "ganjil"}, {"en": "even it", "id": "genapkan"}

    def check(self, project: Project) -> Iterator[Finding]:
        yield self.finding(Span(CHAPTER, 3))
        raise RuntimeError(f"no {project.root.name}")


class CrashingInReview(RunRule):
    """Stops where it looks at the run."""

    code, name, message, hint = "LNT099", "crashing-in-review", {"en": "", "id": ""}, {"en": "", "id": ""}

    def review(self, run: RulesRun, project: Project) -> Iterator[Finding]:
        raise LookupError(f"{project.root.name}, {len(run.crashed)}")


@pytest.fixture
def crashing(thesis: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A thesis with one mistake, checked by all rules and by one that crashes."""
    for path, text in ((CHAPTER, "Satu [@satu]."), (CHAPTER.replace("/id/", "/en/"), "One [@satu].")):
        chapter = thesis / path
        chapter.write_text(f"{chapter.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")
    use(monkeypatch, Crashing())
    return thesis


def use(monkeypatch: pytest.MonkeyPatch, *more: Rule) -> None:
    everything = (*rules(), *more)
    monkeypatch.setattr("thesis_build.linter.run.rules_for", lambda _: everything)
    monkeypatch.setattr("thesis_build.linter.registry.rules", lambda *_: everything)


@pytest.mark.parametrize("form", FORMATS)
def test_a_crash_is_70_in_every_format_with_the_findings_and_the_traceback(form: str, crashing: Path, run: Run) -> None:
    for _ in range(2):  # the second time nothing has changed, and it is said all the same
        ran = run("check", crashing, "--format", form, "--locale", "en")
        assert ran.status == 70
        assert "RuntimeError: no my thesis" in ran.out
        assert ran.out.count("CIT001") >= 2
        assert ran.err.startswith("ZZZ001: Traceback (most recent call last):\n")
        assert ran.err.endswith(
            "RuntimeError: no my thesis\n"
            "this is a bug in thesis-build, not in your thesis; please report it with the lines above\n"
        )


def test_what_a_rule_found_before_it_crashed_is_shown(crashing: Path, run: Run) -> None:
    found = json.loads(run("check", crashing, "--format", "json", "--locale", "en").out)
    assert [f["severity"] for f in found if f["message"] == MESSAGE] == ["error"]
    assert [f["message"] for f in found if f["code"] == "ZZZ001"] == ["odd"]


def test_a_crash_is_named_whatever_is_selected(crashing: Path, run: Run) -> None:
    ran = run("check", crashing, "--format", "json", "--select", "ZZZ001")
    assert ran.status == 70
    assert {found["code"] for found in json.loads(ran.out)} == {"ZZZ001", "LNT005"}


@pytest.mark.parametrize("ignored", ["LNT005", "ALL"])
def test_a_crash_can_be_neither_ignored_nor_made_a_note(ignored: str, crashing: Path, run: Run) -> None:
    settings = crashing / "paper/thesis.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "check: {severity: {LNT005: info}}\n", encoding="utf-8")
    assert run("check", crashing).status == 70
    ran = run("check", crashing, "--ignore", ignored)
    assert (ran.status, "Traceback" in ran.err) == ((0, False) if ignored == "ALL" else (70, True))  # ALL: nothing ran


def test_a_crash_while_the_run_is_looked_at_counts_too(thesis: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, CrashingInReview())
    ran = run("check", thesis, "--format", "concise", "--locale", "en")
    assert (ran.status, ran.out.count("LNT005 rule-crashed: the rule LNT099 crashed: LookupError: my thesis, 0")) == (
        70,
        1,
    )


def test_a_suppression_of_a_rule_that_crashed_is_not_called_unused(crashing: Path, run: Run) -> None:
    chapter = crashing / CHAPTER
    instruction = '<!-- check: ignore[ZZZ001] reason="x" -->'
    chapter.write_text(f"{chapter.read_text(encoding='utf-8')}\n{instruction}\n", encoding="utf-8")
    assert "LNT001" not in run("check", crashing, "--format", "concise").out


def test_accepting_what_is_found_says_that_a_rule_crashed(crashing: Path, run: Run) -> None:
    known = crashing / "known.json"
    ran = run("check", crashing, "--write-baseline", known)
    assert (ran.status, "Traceback" in ran.err) == (70, True)
    assert "LNT005" not in known.read_text(encoding="utf-8")
    assert "CIT001" in known.read_text(encoding="utf-8")


def test_parity_is_70_too(crashing: Path, run: Run) -> None:
    for _ in range(2):
        assert run("parity", crashing, "--select", "ZZZ001").status == 70


def test_build_writes_nothing_and_a_draft_is_written_with_70(
    thesis: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, Crashing())
    ran = run("build", thesis, "--format", "html", "--locale", "en")
    assert (ran.status, ran.out, (thesis / "build").exists()) == (70, "", False)
    assert MESSAGE in ran.err
    assert ran.err.endswith("nothing was written, because an error may have been missed; --draft writes all the same\n")
    for _ in range(2):  # a draft is not remembered as done
        ran = run("build", thesis, "--format", "html", "--locale", "en", "--draft")
        assert (ran.status, ran.out) == (70, f"{thesis / 'build/thesis.html'}\n")


def test_servers_are_told_that_the_tool_failed(crashing: Path, run: Run) -> None:
    sarif = json.loads(run("check", crashing, "--format", "sarif").out)
    (invocation,) = sarif["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"] == [
        {"level": "error", "message": {"text": "ZZZ001: RuntimeError: no my thesis"}}
    ]
    junit = XML.fromstring(run("check", crashing, "--format", "junit").out)
    assert (junit.get("errors"), junit.get("failures")) == ("1", "3")  # two files without the entry, and the odd one
    (error,) = junit.iter("error")
    assert error.get("type") == "error"


def test_pytest_shows_an_error_and_the_findings(crashing: Path, pytester: pytest.Pytester) -> None:
    ran = pytester.inline_run(crashing, "-p", "no:cacheprovider")
    assert ran.ret == 70
    errors = [
        report for report in ran.getreports("pytest_runtest_logreport") if report.failed and report.when == "setup"
    ]
    assert [report.nodeid.rpartition("::")[2] for report in errors] == ["ZZZ001 crashed"]
    assert "RuntimeError: no my thesis" in str(errors[0].longrepr)
    failures = [
        report for report in ran.getreports("pytest_runtest_logreport") if report.failed and report.when == "call"
    ]
    assert {report.nodeid.rpartition("::")[2].split()[0] for report in failures} == {"CIT001"}
