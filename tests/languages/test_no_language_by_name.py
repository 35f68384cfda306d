"""No language of a thesis is named outside `languages/`: what the program knows of a language is data."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import thesis_build
from thesis_build.languages import known

SOURCE = Path(thesis_build.__file__).parent
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "languages" not in path.relative_to(SOURCE).parts[:1])

EXCEPTIONS = {
    # the languages of the program's own messages
    "cli": "chooses the language of the messages",
    "errors.py": "an exception's own text is its English message",
    "linter": "compares findings by their English messages, and joins messages",
    "pytest_plugin.py": "pytest shows the English messages",
    "readers/language_files.py": "fills messages",
    "readers/settings/messages.py": "fills messages",
    "rules/bib/unverifiable.py": "joins messages",
    "templating.py": "fills messages",
    "tools/stamp.py": "the reason why a file is refused, by which it differs from what it was before",
    "tools/web.py": "an exception's own text is its English message",
    # "id" as an identifier
    "reports/sarif.py": "a key of SARIF",
    "readers/bibtex/csl_references.py": "a field of CSL",
    "readers/csl/library.py": "a field of CSL",
    "readers/style.py": "a field of CSL",
    "resolve/citations.py": "a field of CSL",
    "tools/crossref_records.py": "a key of Crossref's answers",
    "writers/html_metadata.py": "a field of CSL",
    "writers/html_images.py": "an attribute of SVG",
    # a fact of CSL, not of a thesis
    "rules/bib/unprotected_capitals.py": "CSL changes the capitals of titles that are in English only",
}


def named(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Tags of languages that stand for themselves: not the keys of a message, which is there in every language."""
    messages = {
        id(key)
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        and {"en", "id"} <= {key.value for key in node.keys if isinstance(key, ast.Constant)}
        for key in node.keys
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value in known() and id(node) not in messages:
            yield node.lineno, str(node.value)


def is_excepted(name: str) -> bool:
    return any(name == each or name.startswith(f"{each}/") for each in EXCEPTIONS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_module_names_a_language(path: Path) -> None:
    found = list(named(ast.parse(path.read_text(encoding="utf-8"))))
    assert not found or is_excepted(path.relative_to(SOURCE).as_posix())


def test_every_exception_is_needed() -> None:
    needed = {path.relative_to(SOURCE).as_posix() for path in MODULES if list(named(ast.parse(path.read_text())))}
    assert {each for each in EXCEPTIONS if not any(f"{name}/".startswith(f"{each}/") for name in needed)} == set()


def test_what_is_cached_by_language_is_forgotten_with_its_data() -> None:
    """A cache by the tag of a language is `data_files.remembered`; one by project is that of one set of languages."""
    wrong = []
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                cached = any(re.search(r"\b(lru_)?cache\b", ast.unparse(each)) for each in node.decorator_list)
                names = {each.arg for each in node.args.args}
                if cached and names & {"language", "languages", "tag", "tags", "other"} and "project" not in names:
                    wrong.append(f"{path.name}: {node.name}")
    assert wrong == []


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('if tag == "id": pass', [1]),
        ('pair = ("id", "en")', [1, 1]),
        ('chapters["en"]', [1]),
        ('{"id": 1}', [1]),
        ('{"en": "the file", "id": "berkas"}', []),
    ],
)
def test_a_name_is_seen(source: str, lines: list[int]) -> None:
    assert [line for line, _ in named(ast.parse(source))] == lines
