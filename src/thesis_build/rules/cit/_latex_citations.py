"""What rules about raw content share: LaTeX commands for citing."""

from __future__ import annotations

import re

from thesis_build import pandoc_ast
from thesis_build.model import Element

LATEX_CITATION = re.compile(
    r"\\(?P<command>[A-Za-z]*[Cc]ite[a-z]*)\*?[ ]?(?:\[(?P<one>[^\]]*)\])?(?:\[(?P<two>[^\]]*)\])?"
    r"\{(?P<keys>[^{}]+)\}"
)
"""A command for citing of natbib or biblatex, with its notes and keys."""


def is_latex_citation(element: Element) -> bool:
    """Whether an element is raw LaTeX that consists of one command for citing."""
    if element["t"] not in ("RawInline", "RawBlock") or pandoc_ast.raw_format(element) not in ("tex", "latex"):
        return False
    match = LATEX_CITATION.fullmatch(pandoc_ast.raw_text(element).strip())
    return match is not None and match["command"] != "nocite"
