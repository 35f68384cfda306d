"""Every rule, on the cases in the file `CODE.md` beside this one.

A case is one or more fences of input and a ```` ```findings ```` fence that lists what the rule says, one line each:
`LINE:COLUMN CODE …fragment`, with the file's name before the place where it is not the first; below, indented,
`LINE:COLUMN …fragment` of a second place. An empty fence says that nothing is flagged. Inputs are

- ```` ```bib ```` (a name behind it makes a second file, `latin-1`, here as below, another encoding):
  `references/library.bib`;
- ```` ```md ```` (`md en` the English version, `md id/02-b.md` another chapter): `paper/id/01-a.md`;
- ```` ```yaml ````: more settings, under their top-level keys; ```` ```yaml glossary ````: the glossary;
- ```` ```lock ````: `paper/parity.lock`.

A ```` ```fixed NAME ```` fence behind the findings is what `--fix` makes of that file (`fixed unsafe NAME`: with
unsafe fixes too); without NAME it is the first input. Rules are selected alone, so that those that are off run too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
import yaml

from thesis_build.linter.fixes import mend
from thesis_build.linter.registry import rules
from thesis_build.linter.run import Selection, check
from thesis_build.model import Finding, Project, Span, Texts
from thesis_build.readers.project import read_project
from thesis_build.rules.rule import Rule
from thesis_build.tools.pandoc import Pandoc
from thesis_build.tools.project_files import DiskFiles

HERE = Path(__file__).parent
TODAY = date(2026, 11, 24)
FENCE = re.compile(r"^(?P<mark>`{3,})(?P<info>[^`\n]*)\n(?P<content>.*?)^(?P=mark)$", re.MULTILINE | re.DOTALL)
RULES = {rule.code: rule for rule in rules() if (HERE / f"{rule.code}.md").exists()}
SETTINGS = {
    "authors": [{"name": "Siti"}],
    "date": "2026-11-24",
}


@dataclass
class Case:
    """The files of a small thesis, what the rule says of it, and what its fixes make of the files."""

    place: str
    files: dict[str, bytes]
    settings: dict[str, object]
    expected: tuple[str, ...]
    fixed: list[tuple[str, bool, str]] = field(default_factory=list)

    @property
    def first(self) -> str:
        return next(path for path in self.files if path not in ("paper/glossary.yaml", "paper/parity.lock"))


def cases(code: str) -> Iterator[Case]:
    text = (HERE / f"{code}.md").read_text(encoding="utf-8")
    files: dict[str, bytes] = {}
    settings: dict[str, object] = {}
    case: Case | None = None
    for fence in FENCE.finditer(text):
        kind, *more = fence["info"].split() or [""]
        content = fence["content"]
        if kind in ("bib", "md", "yaml", "lock") and case:
            yield case
            case, files, settings = None, {}, {}
        encoding = "latin-1" if "latin-1" in more else "utf-8"
        if kind == "bib":
            name = next((word for word in more if word.endswith(".bib")), "library.bib")
            files[f"references/{name}"] = content.encode(encoding)
        elif kind == "md":
            named = next((word for word in more if word != "latin-1"), "id")
            files[f"paper/{named}" if named.endswith(".md") else f"paper/{named}/01-a.md"] = content.encode(encoding)
        elif kind == "lock":
            files["paper/parity.lock"] = content.encode()
        elif kind == "yaml" and more == ["glossary"]:
            files["paper/glossary.yaml"] = content.encode()
        elif kind == "yaml":
            settings = yaml.safe_load(content)
        elif kind == "findings":
            expected = tuple(line for line in content.splitlines() if line.strip())
            line = text[: fence.start()].count("\n") + 1
            case = Case(f"{code}.md:{line}", files, settings, expected)
        elif kind == "fixed" and case:
            names = [word for word in more if word != "unsafe"]
            path = next((path for path in case.files if names and path.endswith(names[0])), case.first)
            case.fixed.append((path, "unsafe" in more, content))
    if case:
        yield case


def read(case: Case, root: Path, pandoc: Pandoc) -> Project:
    languages = [tag for tag in ("id", "en") if any(path.startswith(f"paper/{tag}/") for path in case.files)] or ["id"]
    libraries = [path for path in case.files if path.endswith(".bib")]
    settings: dict[str, object] = {
        **SETTINGS,
        "languages": languages,
        "title": dict.fromkeys(languages, "Kota"),
        "keywords": {tag: ["kota"] for tag in languages},
        "bibliography": libraries or ["references/library.bib"],
        **case.settings,
    }
    files = {"references/library.bib": b"", "paper/id/01-a.md": b"# Judul\n", **case.files}
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    (root / "paper/thesis.yaml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return read_project(DiskFiles(root), pandoc)


@pytest.fixture(scope="module")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc(1) as started:
        yield started


def place(span: Span, first: str) -> str:
    name = "" if span.path == first else span.path.removeprefix("references/").removeprefix("paper/") + ":"
    return f"{name}{span.line}:{span.column}"


def said(findings: tuple[Finding, ...], first: str) -> Iterator[tuple[str, Texts]]:
    """The findings with their second places, in the form of a `findings` fence: place and code, text."""
    for finding in sorted(findings, key=lambda finding: (finding.span.path != first, finding.span)):
        yield f"{place(finding.span, first)} {finding.code} ", finding.message
        for related in finding.related:
            yield f"{place(related.span, first)} ", related.message


@pytest.mark.parametrize("code", RULES)
def test_the_rule_says_what_its_cases_expect(code: str, tmp_path: Path, pandoc: Pandoc) -> None:
    found = list(cases(code))
    assert any(case.expected for case in found), "no case that is flagged"
    assert any(not case.expected for case in found), "no case that is right"
    for number, case in enumerate(found):
        project = read(case, tmp_path / str(number), pandoc)
        # rules about the run need a run: what they review is everything
        only = ("ALL",) if code.startswith("LNT") else (code,)
        findings = tuple(f for f in check(project, Selection(TODAY, only=only)).findings if f.code == code)
        lines = list(said(findings, case.first))
        assert len(lines) == len(case.expected), f"{case.place}: {lines}"
        for (head, texts), expected in zip(lines, case.expected, strict=True):
            start, _, fragment = expected.strip().partition("…")
            assert head == start, f"{case.place}: {head}{texts['en']}"
            assert any(fragment in text for text in texts.values()), f"{case.place}: {texts}"
        for finding in findings:
            in_both_languages(finding)
        for path, unsafe, wanted in case.fixed:
            texts = mend(findings, project.sources, unsafe=unsafe).texts
            assert texts.get(path, project.sources[path]) == wanted, f"{case.place}: fixed {path}"


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
    assert {path.stem for path in HERE.glob("*.md")} <= {rule.code for rule in rules()}
