"""PAR012."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Element, Finding, Project, Severity, Texts
from thesis_build.rules.par._block_pairs import Both, both
from thesis_build.rules.rule import Rule

_WORDS = re.compile(r"\\(?:text|textit|textrm|textbf|mbox|mathrm|operatorname\*?)\s*\{(?:[^{}]|\{[^{}]*\})*\}")
_SPACES = re.compile(r"\\[,;:!> ]|\\q?quad(?![a-zA-Z])|~|\s+")
_NUMBER = re.compile(r"[\d.,{}]+")
_DECIMAL = re.compile(r"(?<=\d)(?:\{,\}|,)(?=\d)")


class EquationDiffers(Rule):
    """A formula is not the same in both languages.

    Compared are the formulas of a paragraph, whatever their order, without spaces and words in them; a decimal comma
    (`0{,}25`) equals a decimal point.

    A warning for a formula in the running text that the other language lacks.

    Flagged: `$\\alpha = 0{,}25$` beside `$\\alpha = 0.52$`; a sign that was turned round.

    Not flagged: words inside a formula (`\\text{dengan}`, `\\text{with}`); a plain number that is no formula in the
    other language; formulas in a paragraph that stands in one language only (PAR006).
    """

    code = "PAR012"
    name = "equation-differs"
    severities = (Severity.WARNING,)
    message = {
        "en": "the formula ${here}$ is ${there}$ in the other language",
        "id": "rumus ${here}$ adalah ${there}$ dalam bahasa yang lain",
    }
    hint = {"en": "correct the one that is wrong", "id": "perbaiki yang salah"}
    missing: Texts = {
        "en": "the formula ${here}$ is not in the other language",
        "id": "rumus ${here}$ tidak ada dalam bahasa yang lain",
    }
    missing_hint: Texts = {"en": "write it there too", "id": "tulis juga di sana"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the formulas of paired blocks."""
        for where in both(project):
            formulas = where.found("Math")
            rest = [_surplus(formulas[side], formulas[1 - side]) for side in (0, 1)]
            for one, other in zip(*rest, strict=False):
                yield self._finding(where, 1, other, one)
            for side in (0, 1):
                for formula in rest[side][len(rest[1 - side]) :]:
                    if not _NUMBER.fullmatch(_normal(formula)):
                        yield self._finding(where, side, formula, None)

    def _finding(self, where: Both, side: int, here: Element, there: Element | None) -> Finding:
        ours, theirs = pandoc_ast.tex(here).strip(), pandoc_ast.tex(there).strip() if there else ""
        return self.finding(
            where.span(side, ours),
            related=where.related(1 - side, theirs),
            message=None if there else self.missing,
            hint=None if there else self.missing_hint,
            severity=Severity.ERROR if there or pandoc_ast.is_display(here) else Severity.WARNING,
            here=ours,
            there=theirs,
        )


def _surplus(ours: list[Element], theirs: list[Element]) -> list[Element]:
    """The formulas of which the one side has more."""
    known = Counter(_normal(formula) for formula in theirs)
    out = []
    for formula in ours:
        if known[_normal(formula)]:
            known[_normal(formula)] -= 1
        else:
            out.append(formula)
    return out


def _normal(formula: Element) -> str:
    """A formula without spaces and words, with decimal points."""
    text = _WORDS.sub("W", pandoc_ast.tex(formula))
    return _DECIMAL.sub(".", _SPACES.sub("", text))
