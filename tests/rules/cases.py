"""The cases of the rules: what stands in a file `CODE.md` beside this one, and the small thesis that a case describes.

A case is a sentence that says why, one or more fences of input, and a ```` ```findings ```` fence that lists what the
rule reports, one finding a line: `LINE:COLUMN CODE severity message`, with the file's name before the position where it
is not the first file. Indented below it, `LINE:COLUMN message` is a related span, and `hint: text` the hint; without
that line the hint is that of the finding before. Message and hint are those of one of the languages, whole; `…` at
either end stands for the rest. An empty fence says that nothing is flagged. Inputs are

- ```` ```bib ```` (a name after it makes another file, of CSL items where it ends in `.json` or `.yaml`; `latin-1`,
  here as below, another encoding): `references/library.bib`;
- ```` ```md ```` (`md en` the English chapter, `md id/02-b.md` another one): `paper/id/01-a.md`;
- ```` ```yaml ````: more settings, under their top-level keys; ```` ```yaml glossary ````: the glossary;
- ```` ```lock ````: `paper/parity.lock`; ```` ```file NAME ````: any other file.

A ```` ```fixed NAME ```` fence after the findings is what `--fix` makes of that file (`fixed unsafe NAME`: with unsafe
fixes too); without NAME it is the first input. Rules are selected alone, so that those that are off run too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from thesis_build.bibliography.printed_fields import printed_texts
from thesis_build.model import Finding, Project, Span, Texts
from thesis_build.readers.project import read_project
from thesis_build.readers.typesetting import with_what_cannot_be_set
from thesis_build.tools.pandoc import Pandoc
from thesis_build.tools.project_files import DiskFiles
from thesis_build.tools.store import Store

HERE = Path(__file__).parent
FENCE = re.compile(r"^(?P<mark>`{3,})(?P<info>[^`\n]*)\n(?P<content>.*?)^(?P=mark)$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#.*$", re.MULTILINE)
LIBRARIES = (".bib", ".json", ".yaml")
INPUTS = ("bib", "md", "yaml", "lock", "file")
SETTINGS = {
    "authors": [{"name": "Siti"}],
    "date": "2026-11-24",
}


@dataclass
class Case:
    """The files of a small thesis, what a rule reports of it and why, and what its fixes make of the files."""

    position: str
    why: str
    files: dict[str, bytes]
    settings: dict[str, object]
    expected: tuple[str, ...]
    fixed: list[tuple[str, bool, str]] = field(default_factory=list)

    @property
    def first(self) -> str:
        return next(path for path in self.files if path.endswith((*LIBRARIES, ".md")))


def codes() -> tuple[str, ...]:
    """The rules that have a file of cases."""
    return tuple(sorted(path.stem for path in HERE.glob("*.md")))


def cases(code: str) -> Iterator[Case]:
    text = (HERE / f"{code}.md").read_text(encoding="utf-8")
    files: dict[str, bytes] = {}
    settings: dict[str, object] = {}
    case: Case | None = None
    why, end = "", 0
    for fence in FENCE.finditer(text):
        between = HEADING.sub("", text[end : fence.start()]).strip()
        end = fence.end()
        kind, *more = fence["info"].split() or [""]
        content = fence["content"]
        if kind in INPUTS and case:
            yield case
            case, files, settings, why = None, {}, {}, ""
        why = f"{why} {between}".strip()
        if kind == "findings":
            expected = tuple(line for line in content.splitlines() if line.strip())
            line = text[: fence.start()].count("\n") + 1
            case = Case(f"{code}.md:{line}", why, files, settings, expected)
        elif kind == "fixed" and case:
            names = [word for word in more if word != "unsafe"]
            path = next((path for path in case.files if names and path.endswith(names[0])), case.first)
            case.fixed.append((path, "unsafe" in more, content))
        elif kind == "yaml" and not more:
            settings = yaml.safe_load(content)
        else:
            files[_path(kind, more)] = content.encode("latin-1" if "latin-1" in more else "utf-8")
    if case:
        yield case


def _path(kind: str, more: list[str]) -> str:
    """Where the content of a fence of input stands in the thesis."""
    if kind == "bib":
        return "references/" + next((word for word in more if word.endswith(LIBRARIES)), "library.bib")
    if kind == "md":
        named = next((word for word in more if word != "latin-1"), "id")
        return f"paper/{named}" if named.endswith(".md") else f"paper/{named}/01-a.md"
    return {"lock": "paper/parity.lock", "yaml": "paper/glossary.yaml", "file": "".join(more)}[kind]


def read(case: Case, root: Path, pandoc: Pandoc) -> Project:
    """Write the thesis of a case below `root`, and read it."""
    languages = [tag for tag in ("id", "en") if any(path.startswith(f"paper/{tag}/") for path in case.files)] or ["id"]
    libraries = [path for path in case.files if path.startswith("references/") and path.endswith(LIBRARIES)]
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
    project = read_project(DiskFiles(root), pandoc)
    return with_what_cannot_be_set(project, pandoc, Store(None), printed_texts(project))


def lines(findings: tuple[Finding, ...], first: str) -> Iterator[tuple[str, Texts]]:
    """The findings in the form of a `findings` fence: what each line begins with, and its text."""
    hint: Texts | None = None
    for finding in sorted(findings, key=lambda finding: (finding.span.path != first, finding.span)):
        yield f"{_position(finding.span, first)} {finding.code} {finding.severity} ", finding.message
        for related in finding.related:
            yield f"  {_position(related.span, first)} ", related.message
        if finding.hint != hint:
            yield "  hint: ", finding.hint
        hint = finding.hint


def _position(span: Span, first: str) -> str:
    name = "" if span.path == first else span.path.removeprefix("references/").removeprefix("paper/") + ":"
    return f"{name}{span.line}:{span.column}"


def agrees(expected: str, texts: Texts) -> bool:
    """Whether a text of a `findings` fence is that of one of the languages."""
    pattern = re.escape(expected.strip("…"))
    pattern = (".*" if expected.startswith("…") else "") + pattern + (".*" if expected.endswith("…") else "")
    return any(re.fullmatch(pattern, " ".join(text.split()), re.DOTALL) for text in texts.values())
