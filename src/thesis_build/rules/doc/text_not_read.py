"""DOC021."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from thesis_build.model import Finding, Project, Severity, Span, Texts
from thesis_build.rules.rule import Rule


class TextNotRead(Rule):
    """A file beside the chapters looks like a text of the thesis, and is not read.

    Chapters are files `NN-name.md`; a file without a number is a page, which `front` or `back` of the settings names.

    Flagged: `02-teori.Rmd`, `03-metode.qmd`, `04-hasil.docx`, `05-penutup.MD`; `penutup.md` that no setting names.

    Not flagged: such a file beside a chapter of the same name, which was made from it; `README.md`; names that begin
    with `_` or a dot.
    """

    code = "DOC021"
    name = "text-not-read"
    severity = Severity.WARNING
    message = {
        "en": "{file} is not read: chapters are plain Markdown, {stem}.md",
        "id": "{file} tidak dibaca: bab ditulis dalam Markdown biasa, {stem}.md",
    }
    hint = {
        "en": "convert it, or rename it if it is Markdown; `pandoc {file} -t markdown -o {stem}.md` reads most formats",
        "id": "ubah formatnya, atau ganti namanya bila sudah Markdown; `pandoc {file} -t markdown -o {stem}.md` "
        "membaca kebanyakan format",
    }
    chunks_hint: Texts = {
        "en": "run its code and keep the result as {stem}.md: knitr::knit(), or `quarto render {file} --to markdown`",
        "id": "jalankan kodenya dan simpan hasilnya sebagai {stem}.md: knitr::knit(), atau "
        "`quarto render {file} --to markdown`",
    }
    page_message: Texts = {
        "en": "{file} is not printed: it has no number, and `front` and `back` do not name it",
        "id": "{file} tidak tercetak: tidak bernomor, dan tidak disebut di `front` maupun `back`",
    }
    page_hint: Texts = {
        "en": "call a chapter 01-{file}, name a page {stem} in `front` or `back`, or move other texts elsewhere",
        "id": "namai bab 01-{file}, sebut halaman {stem} di `front` atau `back`, atau pindahkan teks lain",
    }

    of_abstract: Texts = {
        "en": "{file} is not read: of the language “{tag}” the thesis has the abstract only",
        "id": "{file} tidak dibaca: dari bahasa “{tag}” skripsi ini hanya memuat abstrak",
    }
    of_abstract_hint: Texts = {
        "en": "add “{tag}” to `languages` in paper/thesis.yaml to have its chapters too, or move the file elsewhere",
        "id": "tambahkan “{tag}” ke `languages` dalam paper/thesis.yaml agar babnya ikut, atau pindahkan berkas itu",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Say of each file what it lacks to be read."""
        for path in project.unread:
            file = posixpath.basename(path)
            stem, ending = posixpath.splitext(file)
            message, hint = None, self.chunks_hint if ending.lower() in (".rmd", ".qmd") else None
            tag = posixpath.basename(posixpath.dirname(path))
            if tag in project.settings.abstract_only:
                message, hint = self.of_abstract, self.of_abstract_hint
            elif ending == ".md":
                message, hint = self.page_message, self.page_hint
            yield self.finding(Span(path), file=file, stem=stem, tag=tag, message=message, hint=hint)
