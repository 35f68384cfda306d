"""Exit statuses of `check`, which users' CI depends on: 0, 1, 2, 70 and 130."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from thesis_build.commands import check


def append(thesis: Path, text: str, language: str = "en") -> None:
    chapter = next((thesis / "paper" / language).glob("*.md"))
    chapter.write_text(chapter.read_text(encoding="utf-8") + text, encoding="utf-8")


def warn(thesis: Path) -> None:
    """Make the thesis earn a warning and nothing else."""
    library = thesis / "references" / "library.bib"
    library.write_text(library.read_text(encoding="utf-8") + "\nyear = {2020}\n", encoding="utf-8")


def test_a_clean_thesis_is_0(thesis: Path, run: Run) -> None:
    ran = run("check", thesis, "--locale", "en")
    assert (ran.status, ran.out, ran.err) == (0, "", "no findings\n")


def test_a_warning_is_0_unless_it_is_to_fail(thesis: Path, run: Run) -> None:
    warn(thesis)
    ran = run("check", thesis, "--select", "BIB006")
    assert (ran.status, ran.out.count(": warning BIB006 ")) == (0, 1)
    assert run("check", thesis, "--select", "BIB006", "--fail-on", "warning").status == 1
    assert run("check", thesis, "--select", "BIB006").status == 0


def test_an_error_is_1_in_every_format_and_run(thesis: Path, run: Run) -> None:
    append(thesis, "\nSee [@nobody1999].\n")
    append(thesis, "\nLihat [@nobody1999].\n", "id")
    for form in ("text", "json", "text", "sarif"):
        assert run("check", thesis, "--format", form).status == 1
    assert run("check", thesis, "--ignore", "CIT001").status == 0


def test_an_unknown_rule_is_2_and_the_nearest_is_named(thesis: Path, run: Run) -> None:
    ran = run("check", thesis, "--select", "CIT0001", "--locale", "en")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("error: there is no rule “CIT0001”\n  hint: did you mean CIT001?")
    assert run("explain", "CIT0001").status == 2


def test_no_project_is_2(tmp_path: Path, run: Run) -> None:
    for arguments in (("check", tmp_path), ("check", tmp_path / "nowhere"), ("check", tmp_path / "nowhere.bib")):
        ran = run(*arguments, "--locale", "en")
        assert (ran.status, ran.out) == (2, ""), arguments
        assert "\n  hint: " in ran.err


def test_wrong_arguments_are_2(thesis: Path, run: Run) -> None:
    assert run("check", thesis, "--format", "yaml").status == 2
    assert run("check", thesis, thesis).status == 2


def test_a_crash_is_70_with_its_traceback(thesis: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(options: check.CheckOptions, given: object = None) -> check.CheckResult:
        del given
        raise RuntimeError(f"broken at {options.root.name}")

    monkeypatch.setattr(check, "check", crash)
    ran = run("check", thesis, "--locale", "en")
    assert (ran.status, ran.out) == (70, "")
    assert "RuntimeError: broken at my thesis" in ran.err
    assert ran.err.endswith(
        "this is a bug in thesis-build, not in your thesis; please report it with the lines above\n"
    )


def test_control_c_is_130(thesis: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(options: check.CheckOptions, given: object = None) -> check.CheckResult:
        del given
        raise KeyboardInterrupt(options)

    monkeypatch.setattr(check, "check", interrupt)
    ran = run("check", thesis, "--locale", "en")
    assert (ran.status, ran.out) == (130, "")
    assert "Traceback" not in ran.err


def test_fixing_goes_on_until_nothing_is_left(tmp_path: Path, run: Run) -> None:
    library = tmp_path / "library.bib"
    entry = "@book{budi2020, author = {Sutanto, Budi}, title = {Kota}, year = {2020}, pages = {1-9}, doi = {}}\n"
    library.write_text(entry * 3, encoding="utf-8")
    run("check", library, "--fix", "--locale", "en")
    once = library.read_text(encoding="utf-8")
    assert (once.count("@book"), once.count("pages = {1--9}")) == (1, 1)
    assert "mended" not in run("check", library, "--fix", "--locale", "en").err
    assert library.read_text(encoding="utf-8") == once
