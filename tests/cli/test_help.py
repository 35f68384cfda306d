"""The help of every command, in the language of the environment, and its examples."""

from __future__ import annotations

import re
import shlex
import shutil
import string
from pathlib import Path

import pytest

from tests.conftest import Run
from thesis_build import __version__
from thesis_build.alignment.lock_matching import State
from thesis_build.cli import commands
from thesis_build.cli.help_texts import COMMANDS, HELP
from thesis_build.cli.locales import LOCALES, locale_of
from thesis_build.cli.words import STATES, STEPS, WORDS

ENGLISH = re.compile(r"\b(?:usage|options|arguments|show|this|the|and|exit|error|default|folder that)\b")


@pytest.fixture(params=LOCALES)
def locale(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each language of the messages, as the environment asks for it."""
    tag = str(request.param)
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "300")
    monkeypatch.setenv("LANG", {"id": "id_ID.UTF-8", "en": "en_GB.UTF-8"}[tag])
    return tag


@pytest.mark.parametrize("command", ["", *commands()])
def test_help_is_in_the_language_of_the_environment_with_examples(command: str, locale: str, run: Run) -> None:
    ran = run(*command.split(), "--help")
    assert ran.status == 0
    first, *_ = ran.out.splitlines()
    name = f"thesis-build {command}".strip()
    assert first == f"{HELP[locale]['usage']}: {name} {COMMANDS[locale][command][0]}"
    assert f"\n{HELP[locale]['options']}:\n" in ran.out
    assert f"\n{HELP[locale]['examples']}:\n" in ran.out
    if locale == "id":
        assert not ENGLISH.findall(re.sub(r"\{[^}]*\}|\(bawaan: \w+\)|--\S+", "", ran.out))


@pytest.mark.parametrize("arguments", [("--locale", "id"), ("--locale=id",)])
def test_an_option_asks_for_the_language_of_the_help(arguments: tuple[str, ...], run: Run) -> None:
    assert run("check", *arguments, "--help").out.startswith("pemakaian: thesis-build check")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "id"}, "id"),
        ({"LANG": "Indonesian_Indonesia.1252"}, "id"),
        ({"LANG": "id_ID.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "id_ID.UTF-8", "LC_MESSAGES": "en_US.UTF-8", "LC_ALL": ""}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "id_ID.UTF-8"}, "id"),
        ({"LANG": "idx_XX"}, "en"),
        ({"LANG": "ms_MY.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_environment_names_the_language(environment: dict[str, str], expected: str) -> None:
    assert locale_of((), environment) == expected


@pytest.mark.parametrize("command", commands())
def test_the_top_help_lists_every_command(command: str, locale: str, run: Run) -> None:
    summary = re.escape(COMMANDS[locale][command][1])
    assert re.search(rf"^    {command}\s+{summary}$", run("--help").out, re.MULTILINE)


def test_the_help_of_parity_names_its_sub_commands(locale: str, run: Run) -> None:
    shown = run("parity", "--help").out.split(HELP[locale]["subcommands"])[1]
    for name in ("confirm", "terms"):
        assert re.search(rf"^  {name} +{re.escape(COMMANDS[locale][f'parity {name}'][1])}$", shown, re.MULTILINE)


EXAMPLES = sorted({line for texts in COMMANDS.values() for _, _, examples in texts.values() for _, line in examples})


@pytest.mark.parametrize("line", EXAMPLES)
def test_the_examples_run(line: str, thesis: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for tag in ("id", "en"):
        shutil.copy(thesis / f"paper/{tag}/01-start.md", thesis / f"paper/{tag}/03-method.md")
        text = (thesis / f"paper/{tag}/03-method.md").read_text(encoding="utf-8").replace("sec:start", "sec:method")
        (thesis / f"paper/{tag}/03-method.md").write_text(text + "\n" * 20 + f"Tiga {tag}.\n", encoding="utf-8")
    shutil.copytree(thesis, thesis / "terms")
    monkeypatch.chdir(thesis)
    line = line.replace("abstrak.docx", "paper/id/01-start.md").replace("abstract.docx", "paper/en/01-start.md")
    line = line.replace("03-method.md:28", "03-method.md:3")
    ran = run(*shlex.split(line.split(">")[0])[1:])
    if line == "thesis-build parity confirm":  # asks on a terminal, of which a test has none
        assert ran.status == 2
        assert WORDS["en"]["no position"] in ran.err
    else:
        assert ran.status == 0, ran.said


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("texts", [WORDS, STEPS, STATES, HELP], ids=["words", "steps", "states", "help"])
def test_each_language_has_every_text_with_the_same_fields(texts: dict[str, dict[str, str]]) -> None:
    assert texts["en"].keys() == texts["id"].keys()
    for key, text in texts["en"].items():
        assert fields(texts["id"][key]) == fields(text), key


def test_every_state_of_a_pair_has_a_word() -> None:
    assert set(STATES["en"]) == set(State)


def test_each_language_has_the_same_examples() -> None:
    assert COMMANDS["en"].keys() == COMMANDS["id"].keys() == {"", *commands()}
    for name, (_, _, examples) in COMMANDS["en"].items():
        assert [line for _, line in examples] == [line for _, line in COMMANDS["id"][name][2]]


def test_the_version_is_one_line(run: Run) -> None:
    ran = run("--version")
    assert (ran.status, ran.out) == (0, f"thesis-build {__version__}\n")
