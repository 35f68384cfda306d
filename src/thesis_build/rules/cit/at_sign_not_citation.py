"""CIT003."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.cited_works import keys_in
from thesis_build.model import Edit, Finding, Fix, Project, Severity, Span
from thesis_build.rules._citations import all_cited, is_stray
from thesis_build.rules.rule import Rule


class AtSignNotCitation(Rule):
    """An “@” in an address or the name of an account is read as a citation.

    Pandoc takes every `@name` after a character that is not a letter for a citation, and prints `(name?)` instead.

    Flagged: `https://mastodon.online/@kota`; `akun Instagram @kota_bandung`, where the library has no such key.

    Not flagged: e-mail addresses, `<https://…/@kota>` and `\\@kota`, which Pandoc reads as text.
    """

    code = "CIT003"
    name = "at-sign-not-citation"
    severity = Severity.WARNING
    message = {
        "en": "“@{key}” is an address or an account, but is read as a citation",
        "id": "“@{key}” adalah alamat atau nama akun, tetapi dibaca sebagai sitasi",
    }
    hint = {
        "en": "write \\@{key}, or put the whole address into <…>",
        "id": "tulis \\@{key}, atau apit seluruh alamatnya dengan <…>",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at the text before each citation that is not in the library."""
        known = {entry.key for entry in project.library.entries}
        for chapter in project.chapters:
            if known.issuperset(keys_in(chapter)):
                continue
            for cited in all_cited(chapter):
                if cited.key not in known and is_stray(chapter, cited):
                    start = Span(cited.span.path, cited.span.line, cited.span.column)
                    yield self.finding(cited.span, key=cited.key, fix=Fix((Edit(start, "\\"),)))
