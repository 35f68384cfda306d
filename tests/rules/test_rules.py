"""Every rule, on the cases in the file `CODE.md` beside this one; `cases.py` says what a case looks like."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.rules.cases import agrees, cases, codes, lines, read
from thesis_build.linter.fixes import mend
from thesis_build.linter.registry import rules
from thesis_build.linter.run import Selection, check
from thesis_build.model import Finding
from thesis_build.rules.rule import Rule
from thesis_build.tools.pandoc import Pandoc

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc(1) as started:
        yield started


@pytest.mark.parametrize("code", codes())
def test_the_rule_reports_what_its_cases_expect(code: str, tmp_path: Path, pandoc: Pandoc) -> None:
    found = list(cases(code))
    assert any(case.expected for case in found), "no case that is flagged"
    assert any(not case.expected for case in found), "no case that is right"
    for number, case in enumerate(found):
        project = read(case, tmp_path / str(number), pandoc)
        # rules about the run need a run: what they review is everything
        only = ("ALL",) if code.startswith("LNT") else (code,)
        every = check(project, Selection(TODAY, only=only)).findings
        assert not [f.message["en"] for f in every if f.code == "LNT005"], case.position
        findings = tuple(finding for finding in every if finding.code == code)
        reported = list(lines(findings, case.first))
        assert len(reported) == len(case.expected), f"{case.position}: {reported}"
        for (start, texts), expected in zip(reported, case.expected, strict=True):
            assert expected.startswith(start), f"{case.position}: {start}{texts['en']}"
            assert agrees(expected.removeprefix(start), texts), f"{case.position}: {texts}"
        for finding in findings:
            in_both_languages(finding)
        for path, unsafe, wanted in case.fixed:
            texts = mend(findings, project.sources, unsafe=unsafe).texts
            assert texts.get(path, project.sources[path]) == wanted, f"{case.position}: fixed {path}"


def in_both_languages(finding: Finding) -> None:
    for texts in (finding.message, finding.hint, *(related.message for related in finding.related)):
        assert set(texts) == {"id", "en"}
        assert texts["id"].strip() and texts["id"] != texts["en"]
        assert "{{" not in texts["id"] + texts["en"]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_the_rule_explains_itself(rule: Rule) -> None:
    text = type(rule).__doc__ or ""
    assert len(text.strip().splitlines()) > 2
    assert "Flagged: " in text
    assert set(rule.message) == set(rule.hint) == {"id", "en"}


def test_every_file_of_cases_belongs_to_a_rule() -> None:
    assert set(codes()) <= {rule.code for rule in rules()}
