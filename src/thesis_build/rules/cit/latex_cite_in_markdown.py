"""CIT007."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Edit, Finding, Fix, Project, Span
from thesis_build.readers.markdown import positions
from thesis_build.rules.cit._latex_citations import LATEX_CITATION, is_latex_citation
from thesis_build.rules.rule import Rule

_IN_TEXT = frozenset({"citet", "textcite", "Textcite", "Citet", "citeauthor", "Citeauthor"})
_IN_BRACKETS = frozenset({"cite", "Cite", "citep", "Citep", "parencite", "Parencite", "autocite", "Autocite"})
_IN_NOTE = frozenset({"footcite", "footcitetext", "smartcite"})
_YEAR = frozenset({"citeyear", "citeyearpar"})
"""Commands of natbib and biblatex by what they print (natbib manual 2.3, biblatex manual 3.9)."""


class LatexCiteInMarkdown(Rule):
    """The Markdown contains a LaTeX command for citing, which no edition prints.

    Pandoc passes it on to LaTeX only, so that the citation is missing from the PDF and the page, and the work from the
    reference list.

    Flagged: `\\cite{sutanto2020}`, `\\parencite[hlm. 3]{sutanto2020}`.

    Not flagged: `` `\\cite{a}` `` in code; other LaTeX commands (DOC006).
    """

    code = "CIT007"
    name = "latex-cite-in-markdown"
    message = {
        "en": "{written} is a LaTeX command, which no edition prints",
        "id": "{written} adalah perintah LaTeX, yang tidak tercetak dalam edisi mana pun",
    }
    hint = {"en": "write {markdown}", "id": "tulis {markdown}"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for raw LaTeX that is a command for citing."""
        for chapter in project.chapters:
            seen: Counter[str] = Counter()
            for element in chapter.elements:
                if not is_latex_citation(element):
                    continue
                written = pandoc_ast.raw_text(element).strip()
                span = positions.find(chapter, written, seen[written])
                if span is None and seen[written]:
                    continue  # Pandoc has it twice, in a caption and in the alternative text
                seen[written] += 1
                markdown, sure = _markdown(written)
                yield self.finding(
                    span or positions.element_span(chapter, element),
                    written=written,
                    markdown=markdown,
                    fix=_fix(span, markdown) if sure else None,
                )


def _fix(span: Span | None, markdown: str) -> Fix | None:
    return Fix((Edit(span, markdown),)) if span else None


def _markdown(written: str) -> tuple[str, bool]:
    """A LaTeX citation in Markdown, and whether it says the same."""
    match = LATEX_CITATION.fullmatch(written)
    assert match
    keys = [key.strip() for key in match["keys"].split(",") if key.strip()]
    options = [option for option in (match["one"], match["two"]) if option is not None]
    before, after = ("", "", *options)[-2:] if len(options) < 2 else options
    command = match["command"].removesuffix("s") if match["command"] in ("cites", "parencites") else match["command"]
    group = "; ".join(f"@{key}" for key in keys)
    suffix = f", {after.replace('~', ' ')}" if after and after[0].isalnum() else ""
    sure = bool(keys) and (not after or bool(suffix)) and "\\" not in written[1:]
    if command in _IN_TEXT:
        written = f"@{keys[0]} [{suffix[2:]}]" if suffix and keys else ", ".join(f"@{key}" for key in keys)
        return written, sure and not before and len(keys) == 1 and "author" not in command
    brackets = f"[{before} {group}{suffix}]" if before else f"[{group}{suffix}]"
    if command in _IN_NOTE:
        return f"^{brackets}", sure
    if command in _YEAR:
        return f"[-{group}{suffix}]", sure and not before and len(keys) == 1
    return brackets, sure and command in _IN_BRACKETS
