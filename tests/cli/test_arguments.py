"""What arguments mean, and what is printed where they are wrong."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.mark.parametrize(
    ("line", "english", "indonesian"),
    [
        ((), "the following arguments are required: COMMAND", "argumen ini wajib ada: PERINTAH"),
        (("chek",), "argument COMMAND: invalid choice: 'chek'", "argumen PERINTAH: 'chek' bukan pilihan yang ada"),
        (("check", "--formt", "json"), "unrecognized arguments: --formt", "argumen ini tidak dikenal: --formt"),
        (("check", "--format"), "argument --format: expected one", "argumen --format: memerlukan satu nilai"),
        (("check", "--format", "x"), "--format: invalid choice: 'x'", "--format: 'x' bukan pilihan yang ada"),
        (("check", "--fi"), None, None),
        (("check", "--f"), "ambiguous option: --f could match", "opsi --f rancu, dapat berarti --format"),
        (("check", "--fix=yes"), "--fix: ignored explicit argument 'yes'", "--fix: tidak menerima nilai 'yes'"),
        (("build", "--jobs", "0"), "argument --jobs: must be a whole", "argumen --jobs: harus bilangan bulat"),
        (("check", "a", "b"), "name one project", "sebutkan satu proyek"),
        (("parity", "a", "b", "c"), "name one project, or two texts", "sebutkan satu proyek, atau dua teks"),
        (("parity", "confirm"), "name what to confirm", "sebutkan apa yang dinyatakan sama"),
        (("parity", "--project", "x"), "unrecognized arguments: --project", "argumen ini tidak dikenal: --project"),
    ],
)
def test_wrong_arguments_are_reported_in_the_language_of_the_environment(
    line: tuple[str, ...],
    english: str | None,
    indonesian: str | None,
    thesis: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(thesis)
    for locale, expected, usage, error in (
        ("en_US.UTF-8", english, "usage", "error"),
        ("id_ID.UTF-8", indonesian, "pemakaian", "kesalahan"),
    ):
        monkeypatch.setenv("LC_ALL", locale)
        ran = run(*line)
        if expected is None:  # an abbreviation of one option only
            assert ran.status == 0, ran.said
            continue
        assert ran.status == 2
        assert ran.err.startswith(f"{usage}: thesis-build")
        assert f": {error}: " in ran.err
        assert expected in ran.err


@pytest.mark.parametrize("name", ["confirm", "terms"])
def test_a_thesis_in_a_folder_with_the_name_of_a_sub_command(
    name: str, thesis: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(thesis)
    shutil.copytree(thesis, thesis / name)
    english = thesis / name / "paper/en/01-start.md"
    english.write_text(english.read_text(encoding="utf-8") + "\nThere are 12 cities.\n", encoding="utf-8")
    for spelled in (f"./{name}", f"{name}/"):
        found = json.loads(run("parity", spelled, "--format", "json").out)
        assert [(each["code"], each["line"]) for each in found] == [("PAR006", 7)]
    assert run("parity", "--format", "json").out == "[]\n"


def test_a_sub_command_stays_one_beside_a_folder_of_its_name(
    thesis: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(thesis)
    shutil.copytree(thesis, thesis / "terms")
    shutil.copytree(thesis, thesis / "confirm")
    assert run("parity", "terms").out == "no further pair of terms is used consistently\n"
    assert run("parity", "confirm", ".").err == "confirmed: 3\n"
    assert (thesis / "paper/parity.lock").is_file()
    assert not (thesis / "confirm/paper/parity.lock").exists()


def test_a_position_with_the_name_of_a_sub_command_is_a_position(thesis: Path, run: Run) -> None:
    ran = run("parity", "confirm", "terms", "--project", thesis)
    assert (ran.status, ran.err.splitlines()[0]) == (2, "error: no pair is at terms")


@pytest.mark.parametrize(("answers", "count"), [("yyy", 3), ("yny", 2), ("yq", 1), ("?yyy", 3)])
def test_without_a_position_each_pair_is_shown_and_asked_for(
    answers: str, count: int, thesis: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = iter(answers)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda prompt: print(prompt, end="") or next(given))
    ran = run("parity", "confirm", "--project", thesis, "--locale", "id")
    assert (ran.status, ran.err) == (0, f"dinyatakan sama: {count}\n")
    assert "paper/id/01-start.md:3 (baru)\n  id: Satu" in ran.out
    assert ran.out.count("Apakah isinya sama? [y,n,q] ") == len(answers)
    assert next(given, None) is None
    assert ("y: ya, nyatakan sama; n: nanti saja; q: berhenti" in ran.out) == ("?" in answers)
