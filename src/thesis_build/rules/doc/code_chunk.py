"""DOC020."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.model import Finding, Project, Texts
from thesis_build.readers.markdown.chunks import chunks
from thesis_build.readers.markdown.prose import span_between, without
from thesis_build.rules.rule import Rule

_SHORTCODE = re.compile(r"\{\{<\s*(?P<name>(?:include|var|meta|embed|pagebreak|video|kbd)\b[^>\n]*?)\s*>\}\}")


class CodeChunk(Rule):
    """A chunk of R Markdown or Quarto is printed as it stands: nothing here runs it.

    The reader would see the code instead of what it calculates or draws.

    Flagged: ```` ```{r} ````, ```` ```{python, echo=FALSE} ````; in such a chapter also `` `r nrow(x)` ``;
    `{{< include a.qmd >}}`.

    Not flagged: code that is meant to be read, ```` ```r ```` or ```` ```{.r .numberLines} ````.
    """

    code = "DOC020"
    name = "code-chunk"
    message = {
        "en": "{chunk} is a chunk of R Markdown or Quarto, which is not run here",
        "id": "{chunk} adalah potongan kode R Markdown atau Quarto, yang tidak dijalankan di sini",
    }
    hint = {
        "en": "run it first and keep the result: knitr::knit() or `quarto render --to markdown` write plain Markdown; "
        "code to be read begins with ```r",
        "id": "jalankan dahulu dan simpan hasilnya: knitr::knit() atau `quarto render --to markdown` menulis Markdown "
        "biasa; kode untuk dibaca diawali ```r",
    }
    shortcode_message: Texts = {
        "en": "“{chunk}” is a shortcode of Quarto, which is printed as it stands",
        "id": "“{chunk}” adalah kode pendek Quarto, yang tercetak apa adanya",
    }
    shortcode_hint: Texts = {
        "en": "put in its place what it stands for",
        "id": "ganti dengan isi yang dimaksud",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for the openings of chunks, and for what stands for a result in a line."""
        for chapter in project.chapters:
            for start, end in chunks(chapter.source):
                yield self.finding(span_between(chapter.source, start, end), chunk=chapter.source.text[start:end][:60])
            prose = without(chapter.source, ("front", "comment", "fence", "code", "maths"))
            for match in _SHORTCODE.finditer(prose):
                yield self.finding(
                    span_between(chapter.source, *match.span()),
                    chunk=match["name"],
                    message=self.shortcode_message,
                    hint=self.shortcode_hint,
                )
