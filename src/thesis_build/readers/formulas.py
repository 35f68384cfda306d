"""The formulas that Pandoc cannot convert."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from thesis_build import pandoc_ast
from thesis_build.model import Element, Manuscript
from thesis_build.tools.pandoc import Pandoc, Request

_FORMULAS_SECONDS = 3.0
"""The most that converting formulas may take; thousands are converted in one."""


def bad_formulas(manuscripts: Iterable[Manuscript], pandoc: Pandoc) -> dict[str, str]:
    """The formulas that Pandoc cannot convert, and why: all are converted once to see."""
    formulas = {
        pandoc_ast.tex(element): element
        for manuscript in manuscripts
        for chapter in manuscript.chapters
        for element in chapter.elements
        if element["t"] == "Math"
    }
    return dict(_refused_formulas(formulas, pandoc)) if formulas else {}


def _refused_formulas(formulas: Mapping[str, Element], pandoc: Pandoc) -> Iterator[tuple[str, str]]:
    """The formulas that cannot be converted, and why; those that keep Pandoc busy are found by halves."""
    blocks = [pandoc_ast.paragraph([formula]) for formula in formulas.values()]
    answer = pandoc.ask(Request("write", "html", pandoc_ast.dumps(blocks), seconds=_FORMULAS_SECONDS))
    if answer.exhausted and len(formulas) > 1:
        listed = list(formulas.items())
        middle = len(listed) // 2
        yield from _refused_formulas(dict(listed[:middle]), pandoc)
        yield from _refused_formulas(dict(listed[middle:]), pandoc)
    elif answer.exhausted:
        yield next(iter(formulas)), answer.error
    yield from ((m.subject, _reason(m.text)) for m in answer.messages if m.kind == "CouldNotConvertTeXMath")


def _reason(said: str) -> str:
    """The line of Pandoc's message that says what was unexpected."""
    lines = [line.strip() for line in said.splitlines()]
    return next((line for line in lines if line.startswith(("unexpected", "expecting"))), lines[-1])
