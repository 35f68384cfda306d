"""The plugin, on a thesis with and without faults, as a repository with nothing but `paper/` runs it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ONE_PAGE

pytest_plugins = ["pytester"]


@pytest.fixture
def repository(pytester: pytest.Pytester) -> Path:
    shutil.copytree(ONE_PAGE, pytester.path, dirs_exist_ok=True)
    return pytester.path


def spoil(repository: Path, old: str, new: str, name: str = "paper/id/01-start.md") -> None:
    path = repository / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_clean_thesis_passes_and_names_what_is_left_out(repository: Path, pytester: pytest.Pytester) -> None:
    with (repository / "paper/thesis.yaml").open("a", encoding="utf-8") as settings:
        settings.write("check: {ignore: [DOC011]}\n")
    ran = pytester.runpytest("-rs")
    outcomes = ran.parseoutcomes()
    assert outcomes["passed"] > 20 and "failed" not in outcomes
    ran.stdout.fnmatch_lines(["*SKIPPED*DOC011 placeholder-left is left out*"])


def test_findings_are_cases_with_the_place_and_the_hint(repository: Path, pytester: pytest.Pytester) -> None:
    spoil(repository, "[@budi2020]", "[@budi2021] dan [@wati]")
    spoil(repository, "[@budi2020]", "[@budi2021] and [@wati]", "paper/en/01-start.md")
    ran = pytester.runpytest("-q", "-k", "CIT001 and id")
    assert ran.parseoutcomes()["failed"] == 1
    ran.stdout.fnmatch_lines(
        [
            "*CIT001 undefined-citation*paper/id/01-start.md*",
            "paper/id/01-start.md:3:*: error CIT001 undefined-citation: *budi2021*",
            "*hint: did you mean “budi2020”?",
            "paper/id/01-start.md:3:*: error CIT001 undefined-citation: *wati*",
        ]
    )


def test_one_case_for_each_file(repository: Path, pytester: pytest.Pytester) -> None:
    spoil(repository, "[@budi2020]", "[@wati]")
    spoil(repository, "[@budi2020]", "[@wati]", "paper/en/01-start.md")
    assert pytester.runpytest().parseoutcomes()["failed"] == 2


def test_a_warning_fails_where_the_ini_file_says_so(repository: Path, pytester: pytest.Pytester) -> None:
    with (repository / "references/library.bib").open("a", encoding="utf-8") as library:
        library.write("\njournal = {Jurnal},\n")
    assert "failed" not in pytester.runpytest().parseoutcomes()
    pytester.makeini("[pytest]\nthesis_fail_on = warning\n")
    assert pytester.runpytest("-k", "BIB006").parseoutcomes()["failed"] == 1


def test_settings_that_cannot_be_used_are_one_case(repository: Path, pytester: pytest.Pytester) -> None:
    spoil(repository, "languages: [id, en]", "languages: [id, xx]", "paper/thesis.yaml")
    ran = pytester.runpytest()
    ran.assert_outcomes(failed=1)
    ran.stdout.fnmatch_lines(["paper/thesis.yaml:4:*: error CFG001*"])
