"""No thesis passes the check and then stops the build."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pypandoc
import pytest

from tests.clean.theses import write_thesis
from thesis_build import pandoc_ast
from thesis_build.commands.build import BuildOptions, build
from thesis_build.model import Element, Severity
from thesis_build.templating import asset
from thesis_build.tools import typst
from thesis_build.tools.pandoc import Pandoc, Request

THESES = int(os.environ.get("CLEAN_THESES", "24"))
"""How many theses are tried; 500 were when this was written."""

COMMAND = re.compile(rb"\x00(\\(?:[A-Za-z]{1,28}|[!-@\[-`{-~]))(?=\x00)")
ALONE = {r"\bangle", r"\brace", r"\brack", r"\choose", r"\cuberoot", r"\fourthroot", r"\sqrt"}
"""Commands that are no formula without what belongs to them: the check refuses them (DOC008)."""


@pytest.mark.parametrize("seed", range(THESES))
def test_what_checks_clean_builds(seed: int, tmp_path: Path) -> None:
    write_thesis(tmp_path / "thesis", seed)
    options = BuildOptions(tmp_path / "thesis", tmp_path / "build", date(2024, 2, 1))
    built = build(options, lambda *_: None)
    errors = [finding for finding in built.checked.findings if finding.severity is Severity.ERROR]
    assert built.editions or errors
    assert {finding.code for finding in errors} <= {"DOC001", "DOC008", "DOC013", "DOC015", "DOC017", "DOC023"}


def test_every_command_that_pandoc_reads_can_be_set() -> None:
    commands = sorted({found.decode() for found in COMMAND.findall(Path(pypandoc.get_pandoc_path()).read_bytes())})
    assert len(commands) > 3000
    forms = [form for command in commands for form in (command, f"{command}{{x}}", f"{command}{{x}}{{y}}")]
    with Pandoc(1) as pandoc:
        answer = pandoc.ask(Request("write", "typst-citations-smart", pandoc_ast.dumps(_paragraphs(forms))))
    unread = {message.subject for message in answer.messages}
    written = answer.text.split("// cut")[1:]
    pieces = {form: text.strip() for form, text in zip(forms, written, strict=True) if form not in unread}
    assert len(pieces) > 6000
    preamble = f'#set document(title: "x")\n#set math.equation(alt: "x")\n{asset(Path(), "pdf", "symbols.typ")}'
    distinct = list(dict.fromkeys(pieces.values()))
    refused = {distinct[place]: said for place, said in typst.refused(preamble, distinct, []).items()}
    left = {form for form, text in pieces.items() if text in refused and not _lacks_glyph(refused[text])}
    assert left <= ALONE


def _paragraphs(forms: list[str]) -> list[Element]:
    return [
        block
        for form in forms
        for block in (
            pandoc_ast.raw_block("typst", "// cut"),
            pandoc_ast.paragraph([{"t": "Math", "c": [{"t": "InlineMath"}, form]}]),
        )
    ]


def _lacks_glyph(said: str) -> bool:
    return bool(typst.characters_without_glyph(said))
