"""DOC006."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Finding, Project
from thesis_build.readers.markdown import positions
from thesis_build.resolve.raw import is_comment, is_refused
from thesis_build.rules.cit._latex_citations import is_latex_citation
from thesis_build.rules.rule import Rule


class RawContent(Rule):
    """The prose contains HTML, Typst or LaTeX, which would reach one edition only, or break it.

    Allowed formats are listed under `check: {raw: [html]}` in `thesis.yaml`. LaTeX reaches no edition.

    Flagged: `<b>bold</b>`, `` `#pagebreak()`{=typst} ``, `\\textbf{bold}`.

    Not flagged: comments `<!-- … -->`; `\\cite{key}` (CIT007).
    """

    code = "DOC006"
    name = "raw-content"
    message = {"en": "raw {format} in the text: {excerpt}", "id": "{format} mentah dalam teks: {excerpt}"}
    hint = {
        "en": "write it in Markdown, or allow it: check: {{raw: [{format}]}} in paper/thesis.yaml",
        "id": "tulis dalam Markdown, atau izinkan: check: {{raw: [{format}]}} di paper/thesis.yaml",
    }
    latex_hint = {
        "en": "write it in Markdown: LaTeX commands reach neither PDF nor HTML",
        "id": "tulis dalam Markdown: perintah LaTeX tidak sampai ke PDF maupun HTML",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for raw elements whose format is not allowed."""
        allowed = project.settings.check.raw
        for chapter in project.chapters:
            seen: Counter[str] = Counter()
            for element in chapter.elements:
                if not is_refused(element, allowed) or is_comment(element) or is_latex_citation(element):
                    continue
                form, written = pandoc_ast.raw_format(element), pandoc_ast.raw_text(element)
                span = positions.find(chapter, written.strip(), seen[written])
                if span is None and seen[written]:
                    continue  # Pandoc has it twice, in a caption and in the alternative text
                seen[written] += 1
                yield self.finding(
                    span or positions.element_span(chapter, element),
                    format=form,
                    excerpt=" ".join(written.split())[:40],
                    hint=self.latex_hint if form in ("tex", "latex") else None,
                )
