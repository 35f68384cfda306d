"""Every rule, on the cases in the file `CODE.md` beside this one; `cases.py` says what a case looks like."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from tests.conftest import ROOT
from tests.rules.cases import agrees, cases, codes, lines, read
from thesis_build.linter.fixes import apply_fixes
from thesis_build.linter.registry import rules
from thesis_build.linter.run import Selection, check
from thesis_build.model import Finding, Texts
from thesis_build.rules.rule import Rule
from thesis_build.tools.pandoc import Pandoc

TODAY = date(2026, 11, 24)
TESTED_ELSEWHERE = {
    "BIB401": "tests/rules/test_online.py::test_a_doi_that_does_not_exist",
    "BIB402": "tests/rules/test_online.py::test_a_doi_of_another_work",
    "BIB403": "tests/rules/test_online.py::test_what_differs_is_named_and_can_be_taken_over",
    "BIB404": "tests/rules/test_online.py::test_a_retracted_work",
    "BIB405": "tests/rules/test_online.py::test_a_preprint_that_has_been_published",
    "BIB406": "tests/rules/test_online.py::test_what_could_not_be_compared_is_said_once",
    "BIB407": "tests/rules/test_online.py::test_a_dead_address",
    "DOC030": "tests/rules/test_chapter_too_large.py::test_each_reason_has_its_message",
    "LNT005": "tests/linter/test_crashes.py::test_what_a_rule_found_before_it_crashed_is_shown",
    "LNT006": "tests/test_suppressions.py::test_a_baseline_knows_what_was_found_and_says_what_is_gone",
}
"""Rules whose cases no file can hold: they need a network, a crash or a baseline."""

TEXTS_TESTED_ELSEWHERE = {
    "BIB001": (
        "tests/rules/test_unparseable_entry.py::test_what_pandoc_says_is_passed_on",
        {
            "Pandoc rejects the file here: {reason}",
            "close every brace and quote, and put a comma after the key and each field",
        },
    ),
    "BIB009": (
        "tests/rules/test_library_not_utf8.py::test_line_ends_of_two_kinds_are_a_note",
        {
            "from this line on the file has another kind of line end",
            "save it again with one kind of line end",
        },
    ),
    "DOC004": (
        "tests/test_mistakes.py::huge_image",
        {
            "the image {address} is larger than {limit} MB",
            "the image {address} has more than {pixels} million pixels",
            "make it smaller",
        },
    ),
}
"""Texts that no case brings about, by rule, with the test that does: mixed line ends, 40 MB, another Pandoc."""


@pytest.fixture(scope="module")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc(1) as started:
        yield started


@pytest.mark.parametrize("code", codes())
def test_the_rule_reports_what_its_cases_expect(code: str, tmp_path: Path, pandoc: Pandoc) -> None:
    found = list(cases(code))
    assert any(case.expected for case in found), "no case that is flagged"
    assert any(not case.expected for case in found), "no case that is right"
    reported_texts: list[Texts] = []
    for number, case in enumerate(found):
        assert case.why, f"{case.position}: a sentence before the case says why"
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
            reported_texts += (finding.message, finding.hint, *(related.message for related in finding.related))
        for path, unsafe, wanted in case.fixed:
            texts = apply_fixes(findings, project.sources, unsafe=unsafe).texts
            assert texts.get(path, project.sources[path]) == wanted, f"{case.position}: fixed {path}"

    _, known = TEXTS_TESTED_ELSEWHERE.get(code, ("", set()))
    unused = {template["en"] for template in templates(code) if not any(occurs(template, t) for t in reported_texts)}
    assert unused == known, "texts that no case brings about"


def templates(code: str) -> Iterator[Texts]:
    """Every text that a rule can fill in: of its class, of those above, and of its module."""
    rule = next(type(rule) for rule in rules() if rule.code == code)
    for owner in (*rule.__mro__, sys.modules[rule.__module__]):
        for value in vars(owner).values():
            yield from _texts(value)


def _texts(value: object) -> Iterator[Texts]:
    if isinstance(value, Mapping) and set(value) == {"en", "id"}:
        yield {tag: str(text) for tag, text in value.items()}
    elif isinstance(value, Mapping):
        yield from (texts for part in value.values() for texts in _texts(part))
    elif isinstance(value, list | tuple):
        yield from (texts for part in value for texts in _texts(part))


def occurs(template: Texts, reported: Texts) -> bool:
    """Whether a reported text is a template filled in; one without arguments may itself be an argument."""
    parsed = list(Formatter().parse(template["en"]))
    if all(name is None for _, name, _, _ in parsed):
        return "".join(literal for literal, *_ in parsed) in reported["en"]
    pattern = "".join(re.escape(literal) + ("" if name is None else ".*") for literal, name, _, _ in parsed)
    return re.fullmatch(pattern, reported["en"], re.DOTALL) is not None


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


def test_every_rule_has_cases_or_a_test_of_its_own() -> None:
    assert {rule.code for rule in rules()} == set(codes()) | set(TESTED_ELSEWHERE)
    assert not set(codes()) & set(TESTED_ELSEWHERE)
    for named in (*TESTED_ELSEWHERE.values(), *(test for test, _ in TEXTS_TESTED_ELSEWHERE.values())):
        path, _, function = named.partition("::")
        assert f"\ndef {function}(" in (ROOT / path).read_text(encoding="utf-8")
