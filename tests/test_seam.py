"""The seam: what differs is found below the rules, what it means (code, severity, message) is said by a rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.rules.cases import cases, codes, read
from thesis_build.alignment.evidence_of_kinds import EVIDENCE
from thesis_build.alignment.kinds import Kind
from thesis_build.linter.registry import rules
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule
from thesis_build.rules.rule import Rule
from thesis_build.tools.pandoc import Pandoc

SOURCE = ROOT / "src/thesis_build"
BELOW = ("alignment", "bibliography", "languages", "model", "readers", "resolve", "tools")
"""What stands below the rules."""

CODE = re.compile(r"\b(?:BIB|CFG|CIT|DOC|LNT|PAR)\d{1,3}\b")
CODES_EXPECTED = {
    "model/settings.py",  # how rules are named, in an example
    "readers/suppressions.py",  # the syntax of suppressions, in examples
    "readers/language_files.py",  # faults of settings and of files are reported before any rule runs
    "readers/refused_files.py",
    "readers/settings/settings.py",
}
SEVERITIES_EXPECTED = {
    "model/__init__.py",
    "model/findings.py",  # what a severity is
    "model/settings.py",  # those that the settings give to rules
    "readers/language_files.py",
    "readers/refused_files.py",
    "readers/settings/settings.py",
}


def below() -> Iterator[tuple[str, str]]:
    """The modules below the rules, by path, with their text."""
    for folder in BELOW:
        for path in (SOURCE / folder).rglob("*.py"):
            yield path.relative_to(SOURCE).as_posix(), path.read_text(encoding="utf-8")


def test_no_code_of_a_rule_stands_below_the_rules() -> None:
    assert {path for path, text in below() if CODE.search(text)} == CODES_EXPECTED


def test_no_severity_stands_below_the_rules() -> None:
    assert {path for path, text in below() if re.search(r"\bSeverity\b", text)} == SEVERITIES_EXPECTED


def test_every_kind_has_its_evidence_and_is_reported_by_one_rule() -> None:
    reported = Counter(kind for rule in rules() if isinstance(rule, DifferenceRule) for kind in rule.kinds)
    assert reported == Counter(Kind)
    assert set(EVIDENCE) == set(Kind)


# ── what a rule documents as its severity is what it gives ──────────────────────────────────────


@pytest.fixture(scope="module")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc(1) as started:
        yield started


PARITY: dict[str, Rule] = {rule.code: rule for rule in rules() if rule.code.startswith("PAR")}


@pytest.mark.parametrize("code", [code for code in codes() if code in PARITY])
def test_the_cases_of_a_rule_have_the_severities_it_declares(code: str, tmp_path: Path, pandoc: Pandoc) -> None:
    rule = PARITY[code]
    given = set()
    for number, case in enumerate(cases(code)):
        project = read(case, tmp_path / str(number), pandoc)
        given |= {finding.severity for finding in rule.check(project)}
    assert rule.severity in given, "no case of the severity that is documented"
    assert given <= {rule.severity, *rule.severities}
    assert rule.severity not in rule.severities


def test_what_changes_the_severity_is_said_on_the_page_of_the_rule() -> None:
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    for rule in PARITY.values():
        for severity in rule.severities:
            assert words[severity] in (type(rule).__doc__ or "").lower(), f"{rule.code}: {severity}"
