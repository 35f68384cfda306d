"""What README and docs say of the code: tables, links, options, rules, paths, the architecture, and a few claims.

`python -m tests.test_docs` writes the generated tables. Commands are in `test_doc_commands.py`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT, Run
from thesis_build.cli import commands
from thesis_build.languages import language
from thesis_build.linter.registry import rules
from thesis_build.linter.rule_pages import catalogue
from thesis_build.readers.project import read_project
from thesis_build.rules.rule import Rule
from thesis_build.tools.pandoc import Pandoc
from thesis_build.tools.project_files import DiskFiles

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("docs/??/*.md")])
SCHEMA = ROOT / "src/thesis_build/readers/settings/thesis.schema.json"
WALK = re.findall(r"^\d+\. `([\w.]+)`", README.split("<!-- walk -->")[1].split("<!-- end of walk -->")[0], re.MULTILINE)

HELD = {
    "PDF/A-2a and PDF/UA-1": ".ci/run: make conformance",
    "works without JavaScript": ".ci/run: make browser",
    "`thesis.html` holds both languages": "test_both_editions_say_it",
    "it needs no network": "test_the_page_holds_no_style_handler_or_outside_address",
    "The same input gives the same bytes": "test_two_builds_give_the_same_bytes",
    "A build that is stopped leaves the last good": "test_a_build_that_is_stopped_leaves_the_last_good_editions",
    "without it, nothing is asked": "test_nothing_is_asked_in_a_plain_run",
    "70: a bug in thesis-build": "test_a_crash_is_70_with_its_traceback",
    "130: Ctrl-C": "test_control_c_is_130",
    "`pytest` in a thesis repository shows the findings": "test_findings_are_cases_with_the_place_and_the_hint",
    "alone makes it stale": "test_one_side_changed_is_stale_with_the_words_that_changed",
    "Numbers are compared by value": "test_both_languages_say_the_same_value",
    "the right one, or that of its block, never a wrong one": (
        "test_of_texts_made_by_chance_no_citation_is_at_a_wrong_place"
    ),
    "A room imports only from those below it": ".ci/run: make lint",
    "A mistake in it is reported with its line, and all mistakes at once": (
        "test_all_mistakes_are_reported_together_in_the_order_of_the_file"
    ),
    "is the translation of its title": "test_a_law_gives_its_year_once_and_a_title_is_translated_for_each_edition",
    "A misspelt key is an error with a suggestion": "test_a_mistake_is_said_with_place_and_way_out",
    "with `--profile release`, as before printing, it is an error": "test_a_release_fails_on_a_stale_pair",
    "the bibliography leads back to the paragraphs": "test_works_link_back_to_the_paragraphs_that_cite_them",
    "the page also remembers your choices": ".ci/run: make browser",
    "`json`, `sarif` and `junit` are stable": "test_the_stable_formats_say_so",
    "A finding in JSON has": "test_a_finding_has_exactly_the_keys_of_the_stable_form",
    "but never those that ask the network": "test_online_rules_run_only_where_they_are_wanted",
    "that are unused, expired or without a reason are findings": "test_the_rule_reports_what_its_cases_expect",
    "What the baseline knows is not reported": "test_a_baseline_knows_what_was_found_and_says_what_is_gone",
    "for a minute at most": "test_the_budget_ends_the_questions",
    "Nothing of it is ever an error": "test_online_findings_are_no_errors",
    "lets warnings fail": "test_a_warning_fails_where_the_ini_file_says_so",
    "branches that confirm different pairs merge without conflict": (
        "test_branches_that_touched_different_paragraphs_merge_without_conflict"
    ),
    "proves that the wheel makes the same bytes": '.ci/run: echo "the wheel builds the same bytes"',
}
"""Sentences of the English pages, and what holds each of them."""


def settings_table() -> str:
    """The settings as a Markdown table, from the schema that editors use."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    rows = "".join(f"| `{name}` | {values} | {what} |\n" for name, values, what in _settings(schema, schema, ""))
    return f"| setting | values | what it is |\n|---|---|---|\n{rows}"


def _settings(schema: Mapping[str, Any], part: Mapping[str, Any], above: str) -> Iterator[tuple[str, str, str]]:
    for name, each in part.get("properties", {}).items():
        whole = {**schema["$defs"].get(each.get("$ref", "").rpartition("/")[2], {}), **each}
        values = whole.get("enum") or [json.dumps(value, ensure_ascii=False) for value in whole.get("examples", [])[:2]]
        mark = " (required)" if name in part.get("required", ()) else ""
        yield f"{above}{name}", ", ".join(f"`{value}`" for value in values), f"{whole.get('description', '')}{mark}"
        yield from _settings(schema, whole, f"{above}{name}.")


GENERATED = {
    "docs/rules.md": (
        "# Rules",
        "The page of a rule, with reasons and examples: `thesis-build explain CODE`.",
        catalogue,
    ),
    "docs/settings.md": ("# Settings", "What can stand in `paper/thesis.yaml`.", settings_table),
}


def generated(name: str) -> str:
    title, note, table = GENERATED[name]
    return f"{title}\n\n{note} Made by `python -m tests.test_docs`.\n\n{table().strip()}\n"


@pytest.mark.parametrize("name", GENERATED)
def test_generated_tables_are_current(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == generated(name)


def test_the_readme_fits_on_a_few_screens() -> None:
    assert len(README.splitlines()) <= 200


def test_most_of_the_code_is_the_checker() -> None:
    lines = {
        room: sum(
            len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / "src").rglob(f"{room}/**/*.py")
        )
        for room in ("thesis_build", "linter", "rules", "bibliography", "alignment", "reports")
    }
    assert sum(lines.values()) - lines["thesis_build"] > lines["thesis_build"] / 2, lines


@pytest.mark.parametrize("command", commands())
def test_every_command_is_in_the_readme(command: str) -> None:
    assert re.search(rf"^\$ thesis-build {command}\b", README, re.MULTILINE)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_a_page_points_to_is_there(path: Path, example: Path) -> None:
    text = path.read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", prose)):
        name, _, anchor = target.partition("#")
        page = (path.parent / name) if name else path
        assert page.exists(), target
        headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE) if anchor else []
        slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
        assert not anchor or anchor in slugs, target
    for name in re.findall(r"`((?:src|tests|docs|\.ci)/[\w./-]*)`", prose):
        assert (ROOT / name).exists(), name
    for name in re.findall(r"`((?:paper|references)/[\w./-]*\.\w+)`", prose):
        later = ("paper/parity.lock", "references/NAME.csl")
        assert name in later or (example / name).exists(), name


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_rules_and_options_of_a_page_exist(path: Path, run: Run) -> None:
    text = path.read_text(encoding="utf-8")
    codes = {rule.code for rule in rules()} | {"DOC099"}  # the example of CONTRIBUTING
    assert set(re.findall(r"\b(?:BIB|CIT|DOC|LNT|PAR)\d{3}\b", text)) <= codes
    known = {"--annotate", "--message", "--follow-tags", "--citeproc", "--only"}  # of git, Pandoc, mutants
    for command in ("", *commands()):
        known |= set(re.findall(r"--[a-z-]+", run(*command.split(), "--help").out))
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) <= known


@pytest.mark.parametrize(("tag", "name"), [("en", "reviewer"), ("id", "pembimbing")])
def test_the_words_of_the_page_are_those_that_it_prints(tag: str, name: str) -> None:
    text = (ROOT / f"docs/{tag}/{name}.md").read_text(encoding="utf-8")
    labels = set(language(tag).labels.values())
    named = set(re.findall(r"“([^”]+)”", " ".join(text.split())))
    assert len(named) == 5
    assert named <= labels


def test_each_guide_is_in_both_languages() -> None:
    for pair in (("en/author.md", "id/penulis.md"), ("en/reviewer.md", "id/pembimbing.md"), ("en/ci.md", "id/ci.md")):
        levels = [
            re.findall(r"^(#+) ", (ROOT / "docs" / name).read_text(encoding="utf-8"), re.MULTILINE) for name in pair
        ]
        assert levels[0] == levels[1], pair
        assert all(f"docs/{name}" in README for name in pair)


@pytest.mark.parametrize("claim", HELD)
def test_what_holds_a_claim_is_there(claim: str) -> None:
    assert any(claim in " ".join(path.read_text(encoding="utf-8").split()) for path in PAGES)
    place, _, line = HELD[claim].partition(": ") if ": " in HELD[claim] else ("", "", HELD[claim])
    if place:
        assert f"\n{line}\n" in (ROOT / place).read_text(encoding="utf-8")
    else:
        assert any(f"def {line}(" in path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))


def test_every_module_is_in_the_architecture_section() -> None:
    section = README.split("## Architecture")[1]
    folders = {path.parent.name for path in (ROOT / "src/thesis_build").glob("*/__init__.py")}
    modules = {path.stem for path in (ROOT / "src/thesis_build").glob("*.py")} - {"__init__", "__main__"}
    for name in folders | modules:
        assert f"`{name}`" in section, name


def resolved(name: str) -> Any:
    """What a dotted name of the walk names."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: Any = import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            found = getattr(found, part)
        return found
    raise AssertionError(name)


def test_the_walk_of_a_rule_is_walked_in_that_order(thesis: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for tag, sentence in (("id", "Anggarannya Rp5 juta setahun."), ("en", "The budget is USD 5 million a year.")):
        chapter = thesis / f"paper/{tag}/01-start.md"
        chapter.write_text(f"{chapter.read_text(encoding='utf-8')}\n{sentence}\n", encoding="utf-8")
    monkeypatch.chdir(thesis)
    steps = [resolved(name) for name in WALK]
    codes = [getattr(step, "__wrapped__", step).__code__ for step in steps]
    called: dict[CodeType, None] = {}
    sys.setprofile(lambda frame, event, _: _note(frame, event, called))
    try:
        ran = run("check", "--select", "PAR207")
    finally:
        sys.setprofile(None)
    assert "PAR207 currency-differs: “USD 5 million” here is “Rp5 juta” in the other language" in ran.out, ran.said
    assert [code for code in called if code in codes] == codes
    assert len({step.__module__ for step in steps}) <= 12


def _note(frame: FrameType, event: str, called: dict[CodeType, None]) -> None:
    if event == "call":
        called.setdefault(frame.f_code)


def test_the_example_of_a_rule_is_one(thesis: Path) -> None:
    code = re.findall(r"^```python\n(.*?)^```$", CONTRIBUTING, re.MULTILINE | re.DOTALL)[0]
    names: dict[str, Any] = {"__name__": "example"}
    exec(compile(code, "CONTRIBUTING.md", "exec"), names)
    rule = names["LongTitle"]()
    assert isinstance(rule, Rule)
    settings = thesis / "paper/thesis.yaml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("en: Title", f"en: {'word ' * 21}"), encoding="utf-8"
    )
    with Pandoc(1) as pandoc:
        found = list(rule.check(read_project(DiskFiles(thesis), pandoc)))
    assert [(each.span.line, each.message["en"]) for each in found] == [(1, "the title has 21 words")]


def test_examples_of_settings_and_hooks_are_valid(example: Path, run: Run) -> None:
    hooks = {each["id"] for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    begun = (example / "paper/thesis.yaml").read_text(encoding="utf-8")
    for path in PAGES:
        for block in re.findall(r"^```yaml\n(.*?)^```$", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
            data = yaml.safe_load(block)
            if "check" in data:
                settings = begun.split("\ncheck:")[0]
                (example / "paper/thesis.yaml").write_text(f"{settings}\n{block}", encoding="utf-8")
                assert run("check", example).status == 0
            for repo in data.get("repos", ()):
                assert {hook["id"] for hook in repo["hooks"]} <= hooks


def test_no_file_names_a_host_of_packages_or_a_path_of_a_machine() -> None:
    wanted = re.compile(r"pypi\.org|pythonhosted|registry\.npmjs|/(?:work|root|home)/\w")
    locks = ["requirements.lock", "tests/conformance/requirements.lock", "tests/browser/package-lock.json"]
    for path in (*(ROOT / name for name in locks), *PAGES):
        assert not wanted.search(path.read_text(encoding="utf-8")), path


if __name__ == "__main__":
    for name in GENERATED:
        (ROOT / name).write_text(generated(name), encoding="utf-8")
