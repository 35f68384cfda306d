"""CIT001."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from thesis_build.bibliography.cited_works import keys_in
from thesis_build.model import Finding, LibraryFault, Project, Texts
from thesis_build.readers.markdown.prose import prose
from thesis_build.resolve.crossrefs import is_cross_reference
from thesis_build.rules._citations import all_cited, is_stray, only_near, rekeyed
from thesis_build.rules.rule import Rule

_FOREIGN = re.compile(r"(?:fig|tbl|tab|eq|sec|lst|alg|thm|lem|cor|prp|cnj|def|exm|exr)[-:]\w", re.IGNORECASE)
"""How Quarto, bookdown and pandoc-crossref begin the names of what is referred to."""

_EXAMPLE = re.compile(r"^[ \t]*\(@(?P<label>[\w-]+)\)[ \t]", re.MULTILINE)
"""The beginning of an item of a list of examples, which has a label (Pandoc’s manual, “Numbered example lists”)."""


class UndefinedCitation(Rule):
    """A citation names a key that is not in the library.

    Pandoc would print the key with a question mark and go on. The most similar key of the library is suggested, and an
    unsafe fix writes it if it is the only one that is nearly the same.

    Flagged: `[@sutanto2002]` where the library has `sutanto2020`; the same key under `based-on` in the settings.

    Not flagged either: a key whose entry cannot be read (BIB001).

    A reference `(@label)` to an example of another file is named as what it is.

    Not flagged: a key that differs only in case (CIT002); `@fig:…` and the like (DOC001); what follows an `@` in an
    address or the name of an account (CIT003).
    """

    code = "CIT001"
    name = "undefined-citation"
    message = {
        "en": "the citation key “{key}” is not in the library",
        "id": "kunci sitasi “{key}” tidak ada di pustaka",
    }
    hint = {
        "en": "add the entry to {files}, or correct the key",
        "id": "tambahkan entri ke {files}, atau perbaiki kuncinya",
    }
    foreign_message = {
        "en": "“{key}” is a cross-reference as another program writes it, not a work",
        "id": "“{key}” adalah rujukan silang menurut program lain, bukan karya",
    }
    foreign_hint = {
        "en": "give the target an identifier such as {{#fig:name}} (fig, tbl, eq, sec) and write @fig:name",
        "id": "beri sasarannya pengenal seperti {{#fig:nama}} (fig, tbl, eq, sec) dan tulis @fig:nama",
    }
    example_message: Texts = {
        "en": "(@{key}) refers to an example of {file}: examples can be referred to in their own file only",
        "id": "(@{key}) merujuk contoh di {file}: contoh hanya dapat dirujuk di berkasnya sendiri",
    }
    example_hint: Texts = {
        "en": "name its number or its section in words, or move the example into this file",
        "id": "sebut nomor atau subbabnya dengan kata-kata, atau pindahkan contoh itu ke berkas ini",
    }
    near_hint = {"en": "did you mean “{near}”?", "id": "maksud Anda “{near}”?"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look every cited key up in the library."""
        known = {entry.key for entry in project.library.entries}
        lower = {key.lower() for key in known}
        in_order = sorted(known)
        files = ", ".join(project.settings.bibliography)
        basis = project.settings.based_on
        if basis and basis not in known:
            near, _ = only_near(basis, in_order)
            span = project.settings.spans["based-on"]
            yield self.finding(span, key=basis, near=near, files=files, hint=self.near_hint if near else self.hint)
        written = known | _unread_keys(project)
        for chapter in project.chapters:
            missing = {
                key: only_near(key, in_order)
                for key in keys_in(chapter)
                if key not in written and key != "*" and not is_cross_reference(key) and key.lower() not in lower
            }
            examples = _examples(project, chapter.language) if missing else {}
            for cited in all_cited(chapter) if missing else ():
                if cited.key not in missing or is_stray(chapter, cited):
                    continue
                if cited.key in examples and examples[cited.key] != chapter.source.path:
                    file = posixpath.basename(examples[cited.key])
                    message, hint = self.example_message, self.example_hint
                    yield self.finding(cited.span, key=cited.key, file=file, message=message, hint=hint)
                    continue
                near, only = missing[cited.key]
                if _FOREIGN.match(cited.key):
                    yield self.finding(cited.span, key=cited.key, message=self.foreign_message, hint=self.foreign_hint)
                    continue
                hint = self.near_hint if near else self.hint
                fix = rekeyed(cited, near, safe=False) if only else None
                yield self.finding(cited.span, key=cited.key, near=near, files=files, hint=hint, fix=fix)


def _unread_keys(project: Project) -> frozenset[str]:
    """The keys of entries that are in the library and cannot be read (BIB001), with spaces or without."""
    faults = {broken.span.path for broken in project.library.broken if broken.fault is LibraryFault.UNPARSEABLE}
    texts = [source.text for source in project.library.sources if source.path in faults]
    found = (match["key"] for text in texts for match in _ENTRY.finditer(text))
    return frozenset(form for key in found for form in (key.strip(), re.sub(r"\s+", "", key)))


_ENTRY = re.compile(r"^[ \t]*@\w+[ \t]*\{(?P<key>[^,{}=\n]+),?", re.MULTILINE)


def _examples(project: Project, language: str) -> dict[str, str]:
    """The labels of the examples in a language, each with the path of its file."""
    chapters = project.manuscripts[language].chapters
    return {m["label"]: c.source.path for c in chapters for m in _EXAMPLE.finditer(prose(c.source))}
